"""From the moments at which an engine began a word to when each word is heard."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping, Sequence

from a11ynews.speech.engines.orders import Mark
from a11ynews.speech.engines.spans import Word
from a11ynews.speech.sound.quiet import loud_until

__all__ = ["word_marks"]


def word_marks(words: Sequence[Word], starts: Mapping[int, int], samples: bytes) -> tuple[Mark, ...]:
    """Return when each word is heard, in order and inside the sound, whatever the engine told.

    A word ends where the next begins, or earlier, where it gets quiet. One whose beginning was not told,
    or not after that of the word before, shares the time of that one by their numbers of characters.

    Args:
        words: The words of the text.
        starts: The first frame of the words that have one, by number of the word.
        samples: The sound, 16-bit mono.

    Example:
        >>> words = (Word(0, 0, 2), Word(3, 3, 5), Word(6, 6, 8))
        >>> [mark[:2] for mark in word_marks(words, {0: 0, 2: 100}, array("h", [900] * 150 + [0] * 50).tobytes())]
        [(0, 50), (50, 100), (100, 150)]
    """
    if not words:
        return ()
    values = array("h", samples)
    if sys.byteorder == "big":
        values.byteswap()
    begun = _monotonic(words, starts, len(values))
    marks = []
    for word, start, following in zip(words, begun, [*begun[1:], len(values)], strict=True):
        end = loud_until(values, start, following)
        marks.append(Mark(start, end if end > start else following, word.start, word.end))
    return tuple(marks)


def _monotonic(words: Sequence[Word], starts: Mapping[int, int], total: int) -> list[int]:
    """Return a first frame for each word, none before that of the word before it.

    espeak-ng's times run back by a few milliseconds above 449 words a minute.
    """
    known = [(0, min(max(starts.get(0, 0), 0), total))]
    for number in range(1, len(words)):
        frame = starts.get(number)
        if frame is not None and known[-1][1] < frame < total:
            known.append((number, frame))
    begun: list[int] = []
    for (number, frame), (following, end) in zip(known, [*known[1:], (len(words), total)], strict=True):
        begun += _shared(words[number:following], frame, end)
    return begun


def _shared(words: Sequence[Word], start: int, end: int) -> list[int]:
    """Return when words begin that have a stretch of time between them."""
    chars = sum(word.end - word.start for word in words)
    begun, done = [], 0
    for word in words:
        begun.append(start + (end - start) * done // chars)
        done += word.end - word.start
    return begun
