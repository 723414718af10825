"""Where sentences begin and end.

The ear and the eye move by sentence: a player goes back by one, a page marks the one that is said,
and both must mean the same by it. So the cut is made here, on what is visible, without any engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ynews.speech.normalization.tables import words

__all__ = ["sentence_spans"]

_ENDS = re.compile(
    r"[.!?…‽]+[\"'”’»)\]]*(?=\s)"  # Latin, Cyrillic, Greek
    r"|[。！？｡]+[」』”’）》】]*"  # Chinese and Japanese: no space follows
    r"|[؟۔।॥]+[\"'”’»)\]]*(?=\s|\Z)"  # Arabic, Urdu, Devanagari
)
_BEGINS = re.compile(r"\s*[\"'“‘«¿¡(\[—–-]*\s?(?:[^\W\d_]|\d)")


def sentence_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a text is.

    Args:
        text: Visible words, of one paragraph.
        language: BCP 47 tag.

    Returns:
        Starts and ends, white space around them left out; no words are lost between them.

    Example:
        >>> [text[a:b] for text in ("It sails. U.S. officials agree.",) for a, b in sentence_spans(text)]
        ['It sails.', 'U.S. officials agree.']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in (*_cuts(text, language), len(text)):
        piece = text[start:cut]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, start + len(piece.rstrip())))
        start = cut
    return tuple(spans)


def _cuts(text: str, language: str) -> Iterator[int]:
    for end in _ENDS.finditer(text):
        if end.end() < len(text) and _is_end(text, end, language):
            yield end.end()


def _is_end(text: str, end: re.Match[str], language: str) -> bool:
    following = _BEGINS.match(text, end.end())
    if following is None:
        return False
    if not end[0].startswith("."):
        return True
    first = following[0][-1]
    if first.islower():
        return False
    before = text[max(0, end.start() - 20) : end.start()].rsplit(None, 1)[-1:] or [""]
    return not _is_short(before[0].lstrip("\"'“‘«(["), language)


def _is_short(word: str, language: str) -> bool:
    """Return whether a word with a full stop is an abbreviation or an initial."""
    del language
    return (len(word) == 1 and word.isupper()) or "." in word or word in _ABBREVIATIONS


_ABBREVIATIONS = words("titles.tsv") | words("labels.tsv")
