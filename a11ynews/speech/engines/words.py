"""The words of a text, and when they are heard where the engine does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from a11ynews.speech.engines.base import WordMark

__all__ = ["Span", "moved", "spread", "word_spans"]

Span = tuple[int, int]
"""A range of characters: the first, and one past the last."""

_TOKEN = re.compile(r"\S+")
_IN_WORDS = frozenset("LNM")
"""Letters, digits, and the marks on them: a vowel sign at the end of a Hindi word is part of it."""


def word_spans(text: str) -> Iterator[Span]:
    r"""Yield where the words of a text stand: what is between spaces, without the punctuation around it.

    What has no letter or digit (a dash, an emoji) is no word.

    Example:
        >>> text = 'He said: "Don\'t — 3 old-fashioned U.S. ferries!"'
        >>> [text[start:end] for start, end in word_spans(text)]
        ['He', 'said', "Don't", '3', 'old-fashioned', 'U.S', 'ferries']
    """
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        while start < end and not _in_word(text[start]):
            start += 1
        while end > start and not _in_word(text[end - 1]):
            end -= 1
        if start < end:
            yield start, end


def _in_word(char: str) -> bool:
    return char.isalnum() or category(char)[0] in _IN_WORDS


def spread(spans: Sequence[Span], length: int, start_s: float, end_s: float) -> tuple[WordMark, ...]:
    """Return the times of words as if each character took the same time.

    Args:
        spans: Where the words stand in the text.
        length: How many characters the text has.
        start_s: When its first character is heard.
        end_s: When its last one has been heard.

    Example:
        >>> spread([(0, 3), (4, 8)], length=10, start_s=1.0, end_s=2.0)[1]
        WordMark(start_s=1.4, end_s=1.8, spoken_start=4, spoken_end=8)
    """
    each_s = (end_s - start_s) / max(length, 1)
    return tuple(
        WordMark(start_s + start * each_s, min(start_s + end * each_s, end_s), start, end) for start, end in spans
    )


def moved(words: Sequence[WordMark], offset: int) -> tuple[WordMark, ...]:
    """Return words of a piece of a text as words of the whole text.

    Args:
        words: Their marks in the piece.
        offset: Where the piece begins in the text, in characters.
    """
    if not offset:
        return tuple(words)
    return tuple(
        WordMark(word.start_s, word.end_s, word.spoken_start + offset, word.spoken_end + offset) for word in words
    )
