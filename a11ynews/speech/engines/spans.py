"""Where the words of a text stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

__all__ = ["Span", "Word", "word_spans", "words_in"]

Span = tuple[int, int]
"""A range of characters: the first, and one past the last."""

_TOKEN = re.compile(r"\S+")
_IN_WORDS = frozenset("LNM")
"""Letters, digits, and the marks on them: a vowel sign at the end of a Hindi word is part of it."""


class Word(NamedTuple):
    """A word: where what is between spaces begins, and where the word in it begins and ends."""

    token_start: int
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text: what is between spaces, without the punctuation around it.

    What has no letter or digit (a dash, an emoji) is no word.

    Example:
        >>> list(words_in("A (b)"))
        [Word(token_start=0, start=0, end=1), Word(token_start=2, start=3, end=4)]
    """
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        while start < end and not _in_word(text[start]):
            start += 1
        while end > start and not _in_word(text[end - 1]):
            end -= 1
        if start < end:
            yield Word(token.start(), start, end)


def word_spans(text: str) -> Iterator[Span]:
    r"""Yield where the words of a text stand.

    Example:
        >>> text = 'He said: "Don\'t — 3 old-fashioned U.S. ferries!"'
        >>> [text[start:end] for start, end in word_spans(text)]
        ['He', 'said', "Don't", '3', 'old-fashioned', 'U.S', 'ferries']
    """
    return ((word.start, word.end) for word in words_in(text))


def _in_word(char: str) -> bool:
    return char.isalnum() or category(char)[0] in _IN_WORDS
