"""An engine without a voice: exact, invented timings, for tests and for planning.

A character takes the same time everywhere, so that the length of an article is known before any
engine runs: 175 words a minute with six characters a word, the space included.
"""

from __future__ import annotations

import struct
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from a11ynews.speech.engines.base import Abilities, Clip, Delivery, VoiceInfo, check_rate
from a11ynews.speech.engines.spans import word_spans
from a11ynews.speech.engines.words import spread
from a11ynews.speech.utterance import Utterance

__all__ = ["SilentEngine", "duration_s"]

CHARS_PER_WORD = 6
"""Of English news, with the space (measured on espeak-ng: 5.9 spoken characters a word at 175 wpm)."""

_LOUD = struct.pack("<h", 1000)
"""A constant that is no silence, so that pauses can be told from words in the samples."""


def duration_s(text: str, rate_wpm: int) -> float:
    """Return how long words take, in seconds.

    Example:
        >>> duration_s("x" * 1050, rate_wpm=175)
        60.0
    """
    return len(text) * 60 / (rate_wpm * CHARS_PER_WORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentEngine:
    """Samples of a constant, exactly as many as the words would take."""

    rate_hz: int = 8000

    @property
    def name(self) -> str:
        """``silent``."""
        return "silent"

    @property
    def abilities(self) -> Abilities:
        """Files; and "live" speech that takes no time and is not heard."""
        return Abilities(files=True, live=True, words="exact", languages=("*",))

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Return its one voice, which is never heard."""
        return (VoiceInfo(id="silent", name="Silence", languages=("*",)),)

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Yield a clip of the right length for each run."""
        check_rate(self, delivery)
        for index, utterance in enumerate(script):
            for number, run in enumerate(utterance.runs):
                length_s = duration_s(run.spoken, delivery.rate_wpm)
                frames = round(length_s * self.rate_hz)
                yield Clip(
                    utterance=index,
                    run=number,
                    rate_hz=self.rate_hz,
                    samples=_LOUD * frames,
                    words=spread(tuple(word_spans(run.spoken)), len(run.spoken), 0.0, frames / self.rate_hz),
                )

    def say(self, script: Sequence[Utterance], delivery: Delivery) -> None:
        """Go through the script at once; nothing is heard."""
        for _ in self.synthesize(script, delivery):
            pass
