"""Roman numerals, by what stands before them: "World War II", "King Charles III", "Article V"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.numerals import cardinal, ordinal
from a11ynews.speech.normalization.rule import Rule, signs
from a11ynews.speech.normalization.tables import pairs_of, words

__all__ = ["RULES"]

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CONTEXTS = pairs_of("roman_contexts.tsv")
_NAMES = words("reigning_names.txt")
_TITLES = re.compile(
    r"\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Prince|Patriarch|Shah|Pharaoh|Saint|St\.)\s(?:[A-Z]\w{1,20}\s){0,2}\Z"
)
_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ALONE = words("lone_numerals.txt")
_NOT_A_VERB = re.compile(
    r"(?:\Z|[,.;:!?)’'\"”-]|\s(?:of|and|the|is|was|in|to|at|on|had|who|from|by|ruled|reigned|died|became)\b)"
)
_WORD_BEFORE = re.compile(r"(?<!\w)([A-Za-z][\w’']{0,30})\.?[ -]\Z")
_BEFORE_CHARS = 34
_RANKED = re.compile(
    r"\s(?:[cC]entury|(?:Summer |Winter )?(?:Olympi\w+|Paralympi\w+|Games)|Congress|(?:Army )?Corps)\b"
)
_PHRASE_ENDS = re.compile(r"\Z|[,.;:)–-]|\s(?:of|and|or|to|diabetes|errors?|collagen|trials?)\b")
_GIVEN_NAME = re.compile(r"\b([A-Z][a-z]{1,20})\s(?:[A-Z]\.?\s)?[A-Z][\w’'-]{0,30}\s\Z")


def _value(numeral: str) -> int:
    """Return the value of a Roman numeral in its usual form; 0 if it is none.

    Example:
        >>> _value("LVI"), _value("IIX")
        (56, 0)
    """
    if not _FORM.fullmatch(numeral):
        return 0
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _say_roman(match: re.Match[str]) -> str:
    numeral, rank = match.groups()
    number = _value(numeral)
    if not number:
        return match[0]
    if rank:
        return ordinal(number)
    start = match.start()
    before = _WORD_BEFORE.search(match.string, max(0, start - _BEFORE_CHARS), start)
    word = before[1] if before else ""
    if word in _CONTEXTS and not _is_pronoun(match, word, numeral):
        return cardinal(number)
    if word and _is_reign(match, word, numeral):
        return f"the {ordinal(number)}"
    if len(numeral) > 1 and _RANKED.match(match.string, match.end()):
        return ordinal(number)
    return cardinal(number) if numeral in _ALONE else match[0]


def _is_pronoun(match: re.Match[str], word: str, numeral: str) -> bool:
    """Return whether "the part I liked" is meant: after a small letter, I counts only where its phrase ends."""
    return numeral == "I" and word.islower() and _PHRASE_ENDS.match(match.string, match.end()) is None


def _is_reign(match: re.Match[str], name: str, numeral: str) -> bool:
    """A king or a grandson; for one letter more is asked, as "Then Henry I met" could be a person's I."""
    start = match.start()
    titled = _TITLES.search(match.string, max(0, start - 70), start) is not None and name[:1].isupper()
    given = _GIVEN_NAME.search(match.string, max(0, start - 70), start)
    named = name in _NAMES or (given is not None and given[1] in _NAMES)
    if len(numeral) > 1:
        return titled or named
    if numeral in "VX":
        return titled or (named and name not in ("Malcolm", "Mark", "Sam"))
    return numeral == "I" and (titled or named) and _NOT_A_VERB.match(match.string, match.end()) is not None


RULES = (
    Rule(
        "roman",
        signs("IVXLCDM"),
        re.compile(
            r"([IVXLCDM](?<![\w.&'’][IVXLCDM])[IVXLCDM]{0,14})(th|st|nd|rd)?"
            r"(?![\w&]|\.[A-Za-z]|['’](?!s\b)[A-Za-z]|-[A-Z]|(?<!\w[IVXLCDM])-[a-z])"
        ),
        _say_roman,
    ),
)
