"""What a piece of text looks like, in any script: a sentence, prose, a headline."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ends_sentence", "is_headline_like", "is_prose", "is_quoted", "starts_lowercase", "weight", "word_count"]

_WIDE = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]"
)
#: Letters with the signs above and below them, which are no letters by themselves: vowels of Indic scripts and Arabic.
_WORD = re.compile(
    "[\\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u0980-\u0dff\u200c\u200d]+"
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_LETTERS_OF_WORD = 6
"""Of Thai, Lao, Burmese and Khmer, which put no spaces between words."""
#: A full stop in the scripts that have one: Latin, CJK, Devanagari, Arabic, Ethiopic, Armenian, Khmer, Burmese.
_STOPS = ".。．｡।॥۔።։។။…"
_ASKING = "!?！？؟;՜՞‼⁇⁈⁉"
#: All that open or close a quotation.
_QUOTES = '"“”„‟«»「」『』'
_CLOSING = "\"'”’»›“‘«‹)]}）」』】》〉*_ \u00a0\u202f\u200e\u200f\u200b"

#: Weight of prose that needs no full stop to be known as such: longer than any headline of fundus-dev.
_LONG = 200
#: Weight from which a text that ends like a sentence is prose and not a one-sentence headline.
_SENTENCE = 60
_HEADLINE = _LONG


def weight(text: str) -> int:
    """Return the length of a text with a wide character (Han, kana, Hangul) counted as 2.5.

    A Chinese or Japanese sentence has about two fifths of the characters of its English translation.

    Example:
        >>> weight("news"), weight("新闻")
        (4, 5)
    """
    return len(text) + 3 * len(_WIDE.findall(text)) // 2


def word_count(text: str) -> int:
    """Return the number of words, two wide characters being taken for one.

    Example:
        >>> word_count("Forces seek refuge"), word_count("速報です"), word_count("कविता बिष्ट")
        (3, 2, 2)
    """
    if text.isascii():
        return len(_WORD.findall(text))
    wide = len(_WIDE.findall(text))
    runs = _UNSPACED.findall(text)
    spaced = _WIDE.sub(" ", text) if wide else text
    spaced = _UNSPACED.sub(" ", spaced) if runs else spaced
    return wide // 2 + sum(-(-len(run) // _LETTERS_OF_WORD) for run in runs) + len(_WORD.findall(spaced))


def ends_sentence(text: str, *, asking: bool = True) -> bool:
    """Return whether a text ends in a full stop, quotation marks and brackets after it aside.

    Args:
        text: A line or a paragraph.
        asking: Whether question and exclamation marks count as well.

    Example:
        >>> ends_sentence("“He said so.”"), ends_sentence("Is it so?", asking=False)
        (True, False)
    """
    last = text.rstrip(_CLOSING)[-1:]
    return bool(last) and (last in _STOPS or (asking and last in _ASKING))


def is_prose(text: str) -> bool:
    """Return whether a text reads as running prose: a long sentence, or long anyway."""
    heavy = weight(text)
    return heavy >= _LONG or (heavy >= _SENTENCE and ends_sentence(text, asking=False))


def is_headline_like(text: str) -> bool:
    """Return whether a text could be a headline: a line with words and without a full stop.

    Example:
        >>> is_headline_like("Forces Seek Refuge"), is_headline_like("They fled on Monday.")
        (True, False)
    """
    return weight(text) <= _HEADLINE and any(map(str.isalpha, text)) and not ends_sentence(text, asking=False)


def is_quoted(text: str) -> bool:
    """Return whether a text is a quotation as a whole, as some headlines are.

    Example:
        >>> is_quoted("“I wanted to live.”"), is_quoted("“No,” he said. “Never.”")
        (True, False)
    """
    return text[:1] in _QUOTES and text[-1:] in _QUOTES and not any(mark in _QUOTES for mark in text[1:-1])


def starts_lowercase(text: str) -> bool:
    """Return whether the first character is a small letter.

    Example:
        >>> starts_lowercase("and so on"), starts_lowercase("2 more")
        (True, False)
    """
    return unicodedata.category(text[:1] or " ") == "Ll"
