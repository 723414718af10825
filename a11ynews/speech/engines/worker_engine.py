"""An engine whose library lives in a worker process."""

from __future__ import annotations

import importlib.util
import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from a11ynews.errors import MissingExtraError
from a11ynews.speech.engines.base import Abilities, Clip, Delivery, VoiceInfo, WordMark, check_rate
from a11ynews.speech.engines.frames import JOB, ORDER, VOICES, Frame
from a11ynews.speech.engines.jobs import Place, jobs_of
from a11ynews.speech.engines.orders import Job, Settings, Sound
from a11ynews.speech.engines.pool import borrowed
from a11ynews.speech.engines.process import Worker
from a11ynews.speech.engines.spans import word_spans
from a11ynews.speech.engines.words import moved, spread
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.sound.loudness import Leveller
from a11ynews.speech.sound.pcm import sounding
from a11ynews.speech.sound.player import find_player, play
from a11ynews.speech.sound.track import lay_track
from a11ynews.speech.utterance import Utterance

__all__ = ["WorkerEngine"]

_AHEAD = 3
"""Jobs that the worker is ahead of who listens: both are busy, memory stays flat, and to stop is quick."""
_LIVE_CHARS_PER_S = 4
"""Slow live speech: 80 words a minute are 8 characters a second; half of that is a hang."""
_FILE_CHARS_PER_S = 100
"""Far below what any engine does into a file (espeak-ng: 50,000; Piper on one slow core: 300); slower is a hang."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerEngine:
    """What all engines with a worker do alike; each of ours is this with other words filled in.

    Attributes:
        name: A short name, as in ``--engine NAME``.
        abilities: What it can do.
        voice_factory: ``module:function`` that makes the worker's voice, given a scratch folder.
        start_s: How long the engine may take to start, in seconds; each answer may be late by so much.
        package: What must be installed.
        extra: The extra of ours that brings it.
        plays_itself: Whether the engine plays live speech. If not, its sound is played by us, who notice a
            sound device that is missing.
    """

    name: str
    abilities: Abilities
    voice_factory: str
    start_s: float = 20.0
    package: str = ""
    extra: str = "speech"
    plays_itself: bool = False

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Return the voices there are; see :class:`~a11ynews.speech.engines.base.Engine`."""
        self._check_installed()
        with borrowed(self.voice_factory) as worker:
            worker.ask(VOICES)
            rows = json.loads(worker.answer(self.start_s).body)
        return tuple(VoiceInfo(id=voice, name=name, languages=tuple(tags)) for voice, name, tags in rows)

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Yield the sound of each run; see :class:`~a11ynews.speech.engines.base.Engine`."""
        for job, place, frame in self._answers(jobs_of(script), delivery, live=False):
            yield _clip(job, place, Sound.from_bytes(frame.body))

    def say(self, script: Sequence[Utterance], delivery: Delivery) -> None:
        """Read a script out; see :class:`~a11ynews.speech.engines.base.Engine`."""
        if not self.plays_itself:
            command = find_player()
            with closing(self.synthesize(script, delivery)) as clips:
                track = lay_track(clips, script, delivery.rate_wpm, leveller=Leveller())
                play(((stretch.rate_hz, stretch.samples) for stretch in track), command)
            return
        jobs = jobs_of(script, gaps_s(tuple(script), delivery.rate_wpm))
        for _ in self._answers(jobs, delivery, live=True):
            pass

    def _check_installed(self) -> None:
        if self.package and importlib.util.find_spec(self.package) is None:
            purpose = f"the engine {self.name}"
            raise MissingExtraError(purpose, self.extra)

    def _answers(
        self, jobs: Iterable[tuple[Job, Place]], delivery: Delivery, *, live: bool
    ) -> Generator[tuple[Job, Place, Frame], None, None]:
        self._check_installed()
        check_rate(self, delivery)
        chars_per_s = _LIVE_CHARS_PER_S if live else _FILE_CHARS_PER_S

        def patience_s(job: Job) -> float:
            return self.start_s + job.pause_s + len(job.text) / chars_per_s

        with borrowed(self.voice_factory) as worker:
            settings = Settings(rate_wpm=delivery.rate_wpm, voice=delivery.voice, live=live)
            worker.ask(ORDER, settings.to_bytes())
            worker.answer(self.start_s)
            yield from _conversation(worker, jobs, patience_s, ahead=1 if live else _AHEAD)


def _conversation(
    worker: Worker, jobs: Iterable[tuple[Job, Place]], patience_s: Callable[[Job], float], ahead: int
) -> Generator[tuple[Job, Place, Frame], None, None]:
    """Yield jobs with their answers; a few are under way, so that nobody waits for the other."""
    waiting = iter(jobs)
    under_way: deque[tuple[Job, Place]] = deque()

    def send(count: int) -> None:
        for job, place in islice(waiting, count):
            worker.ask(JOB, job.to_bytes())
            under_way.append((job, place))

    send(ahead)
    while under_way:
        job, place = under_way.popleft()
        frame = worker.answer(patience_s(job))
        send(1)
        yield job, place, frame


def _clip(job: Job, place: Place, sound: Sound) -> Clip:
    return Clip(
        utterance=place.utterance,
        run=place.run,
        rate_hz=sound.rate_hz,
        samples=sound.samples,
        words=moved(_words(job, sound), place.offset),
    )


def _words(job: Job, sound: Sound) -> tuple[WordMark, ...]:
    if sound.marks is None:
        first, last = sounding(sound.samples)
        spans = tuple(word_spans(job.text)) if first < last else ()
        return spread(spans, len(job.text), first / sound.rate_hz, last / sound.rate_hz)
    return tuple(
        WordMark(mark.start / sound.rate_hz, mark.end / sound.rate_hz, mark.text_start, mark.text_end)
        for mark in sound.marks
    )
