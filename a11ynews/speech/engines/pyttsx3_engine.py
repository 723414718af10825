"""The desktop's voices through pyttsx3, in a worker process."""

from __future__ import annotations

import importlib.util
import struct
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass

from a11ynews.errors import MissingExtraError
from a11ynews.speech.engines.base import Abilities, Clip, Delivery, check_rate
from a11ynews.speech.engines.frames import SAMPLES, Frame
from a11ynews.speech.engines.pieces import pieces
from a11ynews.speech.engines.process import answers
from a11ynews.speech.engines.words import moved, spread, word_spans
from a11ynews.speech.engines.worker import Job, Order
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.sound.pcm import joined, sounding
from a11ynews.speech.sound.player import find_player, play
from a11ynews.speech.utterance import Utterance

__all__ = ["Pyttsx3Engine"]

_HEAD = struct.Struct(">II")
_VOICE = "a11ynews.speech.engines.pyttsx3_voice:Pyttsx3Voice"
_LIVE_CHARS_PER_S = 4
"""Slow live speech: 80 words a minute are 8 characters a second; half of that is a hang."""
_FILE_CHARS_PER_S = 100
"""Far below what any engine does into a file (espeak-ng: 50,000); slower is a hang."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyttsx3Engine:
    """pyttsx3: espeak-ng on Linux (from the pip wheel, if the system has none), SAPI 5, NSSpeech.

    Attributes:
        start_s: How long the worker and its engine may take to start, in seconds.
        voice_factory: ``module:function`` that makes the worker's voice.
        plays_itself: Whether pyttsx3 is left to play live speech. Not on Linux, where the sound is made
            here and played by us: there pyttsx3 would not notice that a sound device is missing.
    """

    start_s: float = 20.0
    voice_factory: str = _VOICE
    plays_itself: bool = not sys.platform.startswith("linux")

    @property
    def name(self) -> str:
        """``pyttsx3``."""
        return "pyttsx3"

    @property
    def abilities(self) -> Abilities:
        """Files and live speech; the times of words are estimated, as pyttsx3 tells none."""
        return Abilities(files=True, live=True)

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Yield the sound of each run; see :class:`~a11ynews.speech.engines.base.Engine`."""
        jobs, places = _jobs(script)
        for frame in self._answers(jobs, delivery, live=False):
            if frame.kind == SAMPLES:
                number, rate_hz = _HEAD.unpack_from(frame.body)
                yield _clip(places[number], jobs[number].text, rate_hz, frame.body[_HEAD.size :])

    def say(self, script: Sequence[Utterance], delivery: Delivery) -> None:
        """Read a script out; see :class:`~a11ynews.speech.engines.base.Engine`."""
        if not self.plays_itself:
            command = find_player()
            with closing(self.synthesize(script, delivery)) as clips:
                play(joined(clips, script, delivery.rate_wpm), command)
            return
        jobs, _ = _jobs(script, gaps_s(tuple(script), delivery.rate_wpm))
        for _ in self._answers(jobs, delivery, live=True):
            pass

    def _answers(self, jobs: tuple[Job, ...], delivery: Delivery, *, live: bool) -> Generator[Frame, None, None]:
        if importlib.util.find_spec("pyttsx3") is None:
            purpose = "speech"
            raise MissingExtraError(purpose, "speech")
        check_rate(self, delivery)
        chars_per_s = _LIVE_CHARS_PER_S if live else _FILE_CHARS_PER_S

        def order(folder: str) -> Order:
            return Order(
                engine=self.voice_factory,
                live=live,
                rate_wpm=delivery.rate_wpm,
                voice=delivery.voice,
                folder=folder,
                jobs=jobs,
            )

        return answers(order, lambda job: job.pause_s + len(job.text) / chars_per_s, self.start_s)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a job's words stand: utterance, run, and the first character in the run's spoken text."""

    utterance: int
    run: int
    offset: int


def _jobs(script: Sequence[Utterance], gaps: Sequence[float] = ()) -> tuple[tuple[Job, ...], tuple[_Place, ...]]:
    """Return one job a run, more for a long one, with the place of each."""
    jobs, places = [], []
    for index, utterance in enumerate(script):
        pause_s = gaps[index] if gaps else 0.0
        for number, run in enumerate(utterance.runs):
            for offset, piece in pieces(run.spoken):
                jobs.append(Job(text=piece, lang=run.lang, pause_s=pause_s))
                places.append(_Place(index, number, offset))
                pause_s = 0.0
    return tuple(jobs), tuple(places)


def _clip(place: _Place, text: str, rate_hz: int, samples: bytes) -> Clip:
    first, last = sounding(samples)
    return Clip(
        utterance=place.utterance,
        run=place.run,
        rate_hz=rate_hz,
        samples=samples,
        words=moved(spread(tuple(word_spans(text)), len(text), first / rate_hz, last / rate_hz), place.offset),
    )
