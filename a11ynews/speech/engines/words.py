"""When words are heard, where the engine does not tell."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.speech.engines.base import WordMark
from a11ynews.speech.engines.spans import Span

__all__ = ["moved", "spread"]


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
