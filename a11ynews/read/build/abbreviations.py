"""Short forms that the text itself explains: "World Health Organization (WHO)"."""

from __future__ import annotations

import re
from typing import Final

from a11ynews.model.inlines import Abbreviation, Inline, Text

__all__ = ["expansion_before", "explain", "may_explain"]

_SHORT: Final = re.compile(
    r"\([\"“„«]?(?P<short>[^\W\d_](?:[^\W\d_]|[.&-]){1,9})[\"”“»]?\)"
    r"|\b(?P<lead>[A-Z]{2,8})\s\((?P<long>[^\W\d_][^()\s]{0,40}\s[^()]{2,80})\)"
)
"""A short form in brackets after its long form, or before the long form in brackets."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST_CAPITALS: Final = 2
_BETWEEN: Final = " \t\n\u00a0\"'“”‘’„«»"
_LOOK_BACK: Final = 160
"""Characters in which the long form must stand; ten words of ten letters with their spaces are fewer."""

_MOST_SMALL: Final = 3
"""Small words in a row ("of the", "para la") that a short form may pass over."""


def may_explain(text: str) -> bool:
    """Say whether it is worth looking: brackets with a capital or two right inside."""
    place = text.find("(")
    while 0 <= place < len(text) - 3:
        if text[place + 1].isupper() or text[place + 2].isupper():
            return True
        place = text.find("(", place + 1)
    return False


def explain(text: str, known: set[str]) -> tuple[Inline, ...]:
    """Return text with the short forms that it explains at their first use.

    Args:
        text: Running text.
        known: Short forms that were explained before; new ones are added.

    Example:
        >>> [type(part).__name__ for part in explain("The World Health Organization (WHO) met.", set())]
        ['Text', 'Abbreviation', 'Text']
    """
    parts: list[Inline] = []
    done = 0
    for found in _SHORT.finditer(text):
        name = "short" if found["short"] else "lead"
        short = found[name]
        if found["long"]:
            expansion = expansion_before(found["long"], short)
            expansion = expansion if expansion == found["long"] else None
        else:
            expansion = expansion_before(text[max(0, found.start() - _LOOK_BACK) : found.start()], short)
        if expansion is None or short in known:
            continue
        known.add(short)
        if found.start(name) > done:
            parts.append(Text(text=text[done : found.start(name)]))
        parts.append(Abbreviation(expansion=expansion, children=(Text(text=short),)))
        done = found.end(name)
    if done < len(text):
        parts.append(Text(text=text[done:]))
    return tuple(parts)


def expansion_before(before: str, short: str) -> str | None:
    """Return the words at the end of a text whose initials a short form is made of, or None.

    Every letter is the initial of a word. In a name, small words may be passed over ("of", "para la"),
    words with a capital may not; words that are no name must match one by one. So no dictionary and
    no language is needed.

    Example:
        >>> expansion_before("Die Lage laut Bundesamt für Verfassungsschutz ", "BfV")
        'Bundesamt für Verfassungsschutz'
        >>> expansion_before("The minister (", "CDU") is None
        True
    """
    letters = [letter for letter in short.removesuffix("s") if letter.isalpha()]
    words = list(_WORD.finditer(before))
    if sum(map(str.isupper, letters)) < _FEWEST_CAPITALS or not words or before[words[-1].end() :].strip(_BETWEEN):
        return None
    start = _start_of_names(words, letters) if words[-1][0][0].isupper() else _start_of_words(words, letters)
    return None if start is None else before[start:].strip(_BETWEEN)


def _start_of_names(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Return where a name in capitals starts: its small words count only for small letters, as in BfV."""
    small = 0
    for word in reversed(words):
        initial, letter = word[0][0], letters[-1]
        if initial.casefold() == letter.casefold() and initial.isupper() >= letter.isupper():
            letters = letters[:-1]
            small = 0
            if not letters:
                return word.start() if initial.isupper() else None
        elif initial.isupper() or small == _MOST_SMALL:
            return None
        else:
            small += 1
    return None


def _start_of_words(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Return where as many words start as there are letters, each beginning with its letter."""
    last = words[-len(letters) :]
    initials = [word[0][0].casefold() for word in last]
    return last[0].start() if initials == [letter.casefold() for letter in letters] else None
