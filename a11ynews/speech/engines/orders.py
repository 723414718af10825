"""What goes to a worker and what comes back, as both sides know it.

The worker imports this, and its start is on the clock: nothing here but named tuples.
"""

from __future__ import annotations

import json
import struct
from typing import NamedTuple, Protocol

__all__ = ["Job", "Mark", "Settings", "Sound", "Voice", "VoiceRow"]


class Settings(NamedTuple):
    """How the jobs that follow are to be said.

    Attributes:
        rate_wpm: Words a minute.
        voice: As in :class:`~a11ynews.speech.engines.base.Delivery`.
        live: Whether they are to be heard; otherwise their sound is sent.
    """

    rate_wpm: int = 175
    voice: str | None = None
    live: bool = False

    def to_bytes(self) -> bytes:
        """Return the settings for the worker's pipe."""
        return json.dumps(self).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Settings:
        """Return what came over the pipe.

        Example:
            >>> Settings.from_bytes(Settings(rate_wpm=200).to_bytes())
            Settings(rate_wpm=200, voice=None, live=False)
        """
        return cls(*json.loads(data))


class Job(NamedTuple):
    """Words in one language.

    Attributes:
        text: The words.
        lang: BCP 47 tag.
        pause_s: The silence before them when they are heard at once.
        quoted: Whether they are somebody else's: a voice that can says them lower.
    """

    text: str
    lang: str
    pause_s: float = 0.0
    quoted: bool = False

    def to_bytes(self) -> bytes:
        """Return the job for the worker's pipe."""
        return json.dumps(self).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Job:
        """Return what came over the pipe.

        Example:
            >>> Job.from_bytes(Job("Grüße", "de").to_bytes())
            Job(text='Grüße', lang='de', pause_s=0.0, quoted=False)
        """
        return cls(*json.loads(data))


class Mark(NamedTuple):
    """When a word is heard: frames of the sound, and the characters of the job's text."""

    start: int
    end: int
    text_start: int
    text_end: int


class Sound(NamedTuple):
    """What a job sounds like.

    Attributes:
        rate_hz: Samples a second.
        samples: 16-bit signed little-endian mono PCM.
        marks: When its words are heard, in order; None if the engine does not tell.
    """

    rate_hz: int
    samples: bytes
    marks: tuple[Mark, ...] | None = None

    def to_bytes(self) -> bytes:
        """Return the sound for the parent's pipe: rate, number of marks (-1: none told), marks, samples."""
        marks = self.marks or ()
        told = -1 if self.marks is None else len(marks)
        flat = [number for mark in marks for number in mark]
        return _SOUND.pack(self.rate_hz, told) + struct.pack(f">{len(flat)}I", *flat) + self.samples

    @classmethod
    def from_bytes(cls, data: bytes) -> Sound:
        """Return what came over the pipe.

        Example:
            >>> sound = Sound(22050, bytes(4), (Mark(0, 2, 0, 3),))
            >>> Sound.from_bytes(sound.to_bytes()) == sound, Sound.from_bytes(Sound(8000, b"").to_bytes())
            (True, Sound(rate_hz=8000, samples=b'', marks=None))
        """
        rate_hz, told = _SOUND.unpack_from(data)
        end = _SOUND.size + _MARK.size * max(told, 0)
        marks = tuple(Mark(*numbers) for numbers in _MARK.iter_unpack(data[_SOUND.size : end]))
        return cls(rate_hz, data[end:], None if told < 0 else marks)


_SOUND = struct.Struct(">Ii")
_MARK = struct.Struct(">4I")

VoiceRow = tuple[str, str, list[str]]
"""A voice's id, name and language tags."""


class Voice(Protocol):
    """An engine's library inside the worker, made with the path of a scratch folder: one call at a time."""

    def begin(self, settings: Settings) -> None:
        """Take the settings of the jobs that follow."""
        ...

    def samples(self, job: Job) -> Sound:
        """Return the sound of a job."""
        ...

    def say(self, job: Job) -> None:
        """Say a job and wait until it has been heard."""
        ...

    def voices(self) -> list[VoiceRow]:
        """Return the voices there are."""
        ...
