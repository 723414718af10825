"""WAV files, written as the sound comes in.

Title, author and site stand in a ``LIST INFO`` chunk and chapters in ``cue`` and ``labl`` chunks, all
behind the sound, where players that know nothing of them never look.

Source:
    Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0" (1991), chapter 3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from a11ynews.errors import SpeechError
from a11ynews.speech.sound.pcm import SAMPLE_BYTES
from a11ynews.speech.sound.tags import Chapter, Tags

__all__ = ["WavRecorder", "write_wav"]

_HEAD = struct.Struct("<4sI4s4sIHHIIHH4sI")
_MOST_BYTES = 2**32 - 1_000_000
"""The length fields of RIFF have 32 bits; the rest is for the tags."""


class WavRecorder:
    """A WAV file that grows: 16-bit mono, as the samples come.

    Args:
        target: An open binary file that can be sought in.
        rate_hz: Samples a second.
        tags: What the file says about itself.
    """

    delay_s = 0.0

    def __init__(self, target: BinaryIO, rate_hz: int, tags: Tags) -> None:
        """Write a header; its lengths are put in at the end."""
        self._target = target
        self._rate_hz = rate_hz
        self._tags = tags
        self._bytes = 0
        self._start = target.tell()
        self._write_head(0)

    def write(self, samples: bytes) -> None:
        """Add samples.

        Raises:
            SpeechError: If the file would be longer than a WAV file can be.
        """
        self._bytes += len(samples)
        if self._bytes > _MOST_BYTES:
            message = "the sound is longer than a WAV file can hold (27 hours at 22 kHz); split the text, or write FLAC"
            raise SpeechError(message)
        self._target.write(samples)

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Add tags and chapters, and put the lengths into the header."""
        tail = b"".join((*self._info(), *self._cues(chapters)))
        self._target.write(tail)
        self._target.seek(self._start)
        self._write_head(len(tail))
        self._target.seek(0, 2)

    def abandon(self) -> None:
        """Nothing is held that would have to be let go."""

    def _write_head(self, tail: int) -> None:
        rate = self._rate_hz
        self._target.write(
            _HEAD.pack(
                b"RIFF", _HEAD.size - 8 + self._bytes + tail, b"WAVE", b"fmt ", 16, 1, 1, rate,
                rate * SAMPLE_BYTES, SAMPLE_BYTES, 8 * SAMPLE_BYTES, b"data", self._bytes,
            )
        )  # fmt: skip

    def _info(self) -> Iterator[bytes]:
        tags = self._tags
        said = {b"INAM": tags.title, b"IART": tags.artist, b"IPRD": tags.site, b"ILNG": tags.language,
                b"ICRD": tags.day, b"ICMT": tags.url}  # fmt: skip
        entries = b"".join(_chunk(name, value.encode() + b"\0") for name, value in said.items() if value)
        if entries:
            yield _chunk(b"LIST", b"INFO" + entries)

    def _cues(self, chapters: Sequence[Chapter]) -> Iterator[bytes]:
        if not chapters:
            return
        frames = [round(chapter.start_s * self._rate_hz) for chapter in chapters]
        points = (struct.pack("<II4sIII", n, at, b"data", 0, 0, at) for n, at in enumerate(frames, start=1))
        yield _chunk(b"cue ", struct.pack("<I", len(frames)) + b"".join(points))
        titles = (struct.pack("<I", n) + chapter.title.encode() + b"\0" for n, chapter in enumerate(chapters, start=1))
        yield _chunk(b"LIST", b"adtl" + b"".join(_chunk(b"labl", title) for title in titles))


def _chunk(name: bytes, body: bytes) -> bytes:
    r"""Return a RIFF chunk, filled up to an even length.

    Example:
        >>> _chunk(b"INAM", b"Ferr\0")
        b'INAM\x05\x00\x00\x00Ferr\x00\x00'
    """
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def write_wav(target: BinaryIO, sound: Iterable[tuple[int, bytes]]) -> int:
    """Write bare sound as a WAV file into an open binary file that can be sought in.

    Args:
        target: Where to.
        sound: Rates in Hz, all the same, with samples: 16-bit mono.

    Returns:
        The number of frames written.

    Raises:
        SpeechError: If there is no sound at all, or more than a WAV file holds (4 GB, 27 hours).

    Example:
        >>> import io
        >>> write_wav(io.BytesIO(), [(22050, bytes(4)), (22050, bytes(2))])
        3
    """
    frames = 0
    recorder: WavRecorder | None = None
    for rate_hz, samples in sound:
        recorder = recorder or WavRecorder(target, rate_hz, Tags())
        recorder.write(samples)
        frames += len(samples) // SAMPLE_BYTES
    if recorder is None or not frames:
        message = "the engine gave no sound: there is nothing to say"
        raise SpeechError(message)
    recorder.finish(())
    return frames
