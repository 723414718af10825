"""Where sentences begin and end.

The ear and the eye move by sentence: a player goes back by one, a page marks the one that is said,
and both must mean the same by it. So the cut is made here, on what is visible, without any engine.

Borders are proposed by sentencex, if it is installed (``pip install 'a11ynews[speech]'``), else by
the marks alone; either way the words around decide (:mod:`a11ynews.speech.sentence_words`), so that
both give the same sentences for nearly all news.

Source:
    sentencex by the Wikimedia Foundation. The lines of eleven languages in tests/unit/speech/sentences.tsv are cut
    rightly with it and without it.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

from a11ynews.speech.sentence_words import words_of

__all__ = ["sentence_spans"]

_MARKS = ".!?…‽。！？｡؟۔।॥"
_UNSPACED = frozenset("。！？｡؟۔।॥")
"""Marks after which the next sentence may follow without a space."""
_CLOSERS = frozenset("\"'”’»›)]」』）】》〉")
_HOLDS_ON = frozenset("」』”’）】》〉")
"""In Chinese and Japanese what follows such a mark without a space goes on with the sentence: 「…」と言った。"""

_MARK = re.compile(f"[{_MARKS}]")
_END = re.compile(rf"[{_MARKS}]+(?:\s?»|[\"'”’›)\]」』）】》〉])*")
_BEGIN = re.compile(r"\s*(?:[\"'“‘„«‹¿¡(\[「『（【《〈*–—-]\s?){0,4}([^\W_](?:[^\W_]|[’'.-](?=[^\W_])){0,24})?")
_WORD_BEFORE = re.compile(r"[^\s\"'“‘„«(\[–—/-]{1,24}\Z")
_TWO_BEFORE = re.compile(r"[^\s\"'“‘„«(\[–—/-]{1,8}\s[^\s\"'“‘„«(\[–—/-]{1,8}\Z")

LONGEST_QUOTE = 500
"""A quote is kept whole up to so many characters, half a minute; a longer one is cut as other words are."""
_INSIDE = f"{{1,{LONGEST_QUOTE}}}"
_QUOTE = re.compile(
    f"“[^“”]{_INSIDE}”|«[^«»]{_INSIDE}»|„[^„“”]{_INSIDE}[“”]|「[^「」]{_INSIDE}」|『[^『』]{_INSIDE}』"
    rf"|(?<!\w)\"(?=\S)[^\"]{_INSIDE}\"(?!\w)|\([^()]{_INSIDE}\)"
)
_LONGEST_PROPOSED = 8_000
"""sentencex takes quadratic time where many quotes are opened and none is closed."""


def sentence_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a text is.

    Args:
        text: Visible words, of one paragraph.
        language: BCP 47 tag.

    Returns:
        Starts and ends, white space around them left out; no words are lost between them.

    Example:
        >>> text = "It sails. U.S. officials agree. “We paid. We wait,” one says."
        >>> [text[start:end] for start, end in sentence_spans(text)]
        ['It sails.', 'U.S. officials agree.', '“We paid. We wait,” one says.']
    """
    if _MARK.search(text, 0, max(0, len(text.rstrip()) - 1)) is None:  # headings, captions, cells
        return _spans(text, [])
    found: list[tuple[int, int]] = []
    for start, end in _spans(text, [at for at in _proposed(text, language) if _is_border(text, at, language)]):
        if end - start > LONGEST_QUOTE:
            inner = [at for at in _mark_ends(text, start, end) if _is_border(text, at, language)]
            found += _spans(text, inner, start, end)
        else:
            found.append((start, end))
    return tuple(found)


def _spans(text: str, borders: Sequence[int], start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    edges = (start, *borders, len(text) if end is None else end)
    spans = (_stripped(text, first, last) for first, last in pairwise(edges))
    return tuple((first, last) for first, last in spans if first < last)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


# -- proposals -------------------------------------------------------------------------------------


class _Sentencex(Protocol):
    def get_sentence_boundaries(self, language: str, text: str) -> list[dict[str, object]]: ...


@cache
def _sentencex() -> _Sentencex | None:
    try:
        return cast("_Sentencex", importlib.import_module("sentencex"))
    except ImportError:
        return None


def _proposed(text: str, language: str) -> list[int]:
    """Return where sentences may end, in order."""
    quotes = [(quote.start(), quote.end()) for quote in _QUOTE.finditer(text)]
    marks = [at for at in _mark_ends(text, 0, len(text)) if not _is_inside(at, quotes)]
    library = _sentencex()
    if library is None or len(text) > _LONGEST_PROPOSED:
        return marks
    base = language.partition("-")[0].lower()
    ends = (cast("int", border["end_index"]) for border in library.get_sentence_boundaries(base, text))
    sure = (at for at in marks if text[at - 1] != "." or _following(text, at) in words_of(language).openers)
    return sorted({_back_over_spaces(text, end) for end in ends if 0 < end < len(text)}.union(sure))


def _mark_ends(text: str, start: int, end: int) -> Iterator[int]:
    return (mark.end() for mark in _END.finditer(text, start, end) if mark.end() < end)


def _is_inside(at: int, quotes: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(quotes, (at, 0)) - 1
    return place >= 0 and at < quotes[place][1]


# -- decisions -------------------------------------------------------------------------------------


def _is_border(text: str, at: int, language: str) -> bool:
    """Return whether a sentence ends at a place, by its last word and the first one of the next."""
    end = _back_over_spaces(text, at)
    closed = end
    while closed and (text[closed - 1] in _CLOSERS or (text[closed - 1].isspace() and text[closed] == "»")):
        closed -= 1
    mark = text[closed - 1] if closed else ""
    if mark not in _MARKS or not mark:
        return False
    if not text[end : end + 1].isspace() and (mark not in _UNSPACED or text[end - 1] in _HOLDS_ON):
        return False
    following = _following(text, end)
    if following[:1].islower():
        return False
    return mark != "." or text[closed - 2 : closed] == ".." or _ends(text, closed - 1, following, language)


def _back_over_spaces(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _following(text: str, end: int) -> str:
    """Return the word with which the next sentence would begin, without quotes and dashes."""
    begin = _BEGIN.match(text, end)
    return (begin[1] or "") if begin else ""


def _ends(text: str, stop: int, following: str, language: str) -> bool:
    known = words_of(language)
    for pattern in (_WORD_BEFORE, _TWO_BEFORE):
        before = pattern.search(text, max(0, stop - 24), stop)
        if before and not known.ends(before[0], following):
            return False
    return True
