"""M4B files, as audiobook players know them: AAC with chapters, through PyAV."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib import import_module
from typing import BinaryIO

from a11ynews.errors import MissingExtraError
from a11ynews.speech.sound.guarded import GuardedFile
from a11ynews.speech.sound.iso639 import three_letters
from a11ynews.speech.sound.pcm import SAMPLE_BYTES
from a11ynews.speech.sound.tags import Chapter, Tags

__all__ = ["M4bRecorder"]

BIT_PER_S = 64_000
"""What FFmpeg's own AAC encoder needs for speech in mono; 29 MB an hour."""

FRAME_SAMPLES = 1024
"""Of AAC: each frame of ours is one of the encoder's."""

_COVER_FORMATS = {"image/jpeg": 13, "image/png": 14}
"""MP4 cover atoms name the type of their picture by number (iTunes metadata)."""


class M4bRecorder:
    """An M4B file that grows; FFmpeg's edit list tells players to skip the encoder's delay.

    Args:
        target: An open binary file that can be sought in and read.
        rate_hz: Samples a second.
        tags: What the file says about itself.

    Raises:
        MissingExtraError: If the ``m4b`` extra is not installed.
    """

    delay_s = 0.0

    def __init__(self, target: BinaryIO, rate_hz: int, tags: Tags) -> None:
        """Open the container."""
        try:
            self._av = import_module("av")
            self._mp4 = import_module("mutagen.mp4")
        except ImportError as error:
            purpose = "writing M4B"
            raise MissingExtraError(purpose, "m4b") from error
        self._target = target
        self._tags = tags
        self._rate_hz = rate_hz
        self._rest = b""
        self._written = 0
        self._safe = GuardedFile(target)
        self._container = self._av.open(self._safe, "w", format="ipod")
        self._stream = self._container.add_stream("aac", rate=rate_hz, layout="mono", options={"aac_coder": "fast"})
        self._stream.bit_rate = BIT_PER_S
        self._stream.metadata["language"] = three_letters(tags.language)

    def write(self, samples: bytes) -> None:
        """Add samples."""
        ready = self._rest + samples
        step = FRAME_SAMPLES * SAMPLE_BYTES
        whole = len(ready) - len(ready) % step
        for start in range(0, whole, step):
            self._encode(ready[start : start + step])
        self._rest = ready[whole:]

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Write what the encoder still holds, then chapters, tags and cover."""
        if self._rest:
            self._encode(self._rest)
        self._mux(None)
        self._container.set_chapters(
            [
                {
                    "id": number,
                    "start": round(1000 * chapter.start_s),
                    "end": round(1000 * chapter.end_s),
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": chapter.title},
                }
                for number, chapter in enumerate(chapters, start=1)
            ]
        )
        self._container.close()
        self._safe.raise_trouble()
        self._add_tags()

    def abandon(self) -> None:
        """Let FFmpeg end without touching the file."""
        self._safe.let_go()
        self._container.close()

    def _encode(self, samples: bytes) -> None:
        frame = self._av.AudioFrame(format="s16", layout="mono", samples=len(samples) // SAMPLE_BYTES)
        frame.planes[0].update(samples.ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate = self._rate_hz
        frame.time_base = Fraction(1, self._rate_hz)
        frame.pts = self._written
        self._written += frame.samples
        self._mux(frame)

    def _mux(self, frame: object) -> None:
        for packet in self._stream.encode(frame):
            self._container.mux(packet)
        self._safe.raise_trouble()

    def _add_tags(self) -> None:
        self._target.seek(0)
        file = self._mp4.MP4(self._target)
        tags = self._tags
        texts = {"\xa9nam": tags.title, "\xa9ART": tags.artist, "\xa9alb": tags.site, "\xa9day": tags.day,
                 "\xa9cmt": tags.url}  # fmt: skip
        for name, text in texts.items():
            if text:
                file[name] = [text]
        file["stik"] = [2]  # an audiobook: players then keep the place
        if tags.cover:
            kind = _COVER_FORMATS[tags.cover.media_type]
            file["covr"] = [self._mp4.MP4Cover(tags.cover.data, imageformat=kind)]
        self._target.seek(0)
        file.save(self._target)
