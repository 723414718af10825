"""MP3 files: LAME's frames as the sound comes in, an ID3 tag at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import BinaryIO

from a11ynews.errors import MissingExtraError
from a11ynews.speech.sound.iso639 import three_letters
from a11ynews.speech.sound.tags import Chapter, Tags

__all__ = ["Mp3Recorder"]

KBIT_PER_S = 64
"""Speech in mono at 22 kHz, where LAME's own advice for speech is 56; 29 MB an hour."""

QUALITY = 5
"""LAME's middle way: at this rate the best (2) takes three times as long and cannot be heard."""

DELAY_SAMPLES = 1105
"""An MP3 begins late: 576 samples by LAME's encoder, 529 by every decoder (LAME's technical FAQ). Measured: 1105."""

_NO_OFFSET = 0xFFFFFFFF
"""ID3v2 chapter frames, 3.1: the byte offset is not used, the time is."""


class Mp3Recorder:
    """An MP3 file that grows.

    Args:
        target: An open binary file that can be sought in and read.
        rate_hz: Samples a second.
        tags: What the file says about itself.

    Raises:
        MissingExtraError: If the ``mp3`` extra is not installed.
    """

    def __init__(self, target: BinaryIO, rate_hz: int, tags: Tags) -> None:
        """Start LAME."""
        try:
            lameenc = import_module("lameenc")
            self._id3 = import_module("mutagen.id3")
        except ImportError as error:
            purpose = "writing MP3"
            raise MissingExtraError(purpose, "mp3") from error
        self._target = target
        self._tags = tags
        self.delay_s = DELAY_SAMPLES / rate_hz
        self._encoder = lameenc.Encoder()
        self._encoder.set_bit_rate(KBIT_PER_S)
        self._encoder.set_in_sample_rate(rate_hz)
        self._encoder.set_channels(1)
        self._encoder.set_quality(QUALITY)

    def write(self, samples: bytes) -> None:
        """Add samples."""
        self._target.write(self._encoder.encode(samples))

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Write what LAME still holds, then the tag in front of it."""
        self._target.write(self._encoder.flush())
        self._target.flush()
        tag = self._id3.ID3()
        for frame in (*self._frames(), *self._chapter_frames(chapters)):
            tag.add(frame)
        tag.update_to_v23()  # what every player reads; 2.4 is not
        self._target.seek(0)
        tag.save(self._target, v2_version=3)

    def abandon(self) -> None:
        """Nothing is held that would have to be let go."""

    def _frames(self) -> Iterator[object]:
        id3, tags = self._id3, self._tags
        texts = {"TIT2": tags.title, "TPE1": tags.artist, "TALB": tags.site, "TDRC": tags.day,
                 "TLAN": three_letters(tags.language) if tags.language else ""}  # fmt: skip
        for name, text in texts.items():
            if text:
                yield getattr(id3, name)(encoding=3, text=[text])
        if tags.url:
            yield id3.WOAF(url=tags.url)
        if tags.cover:
            yield id3.APIC(encoding=3, mime=tags.cover.media_type, type=3, desc="", data=tags.cover.data)

    def _chapter_frames(self, chapters: Sequence[Chapter]) -> Iterator[object]:
        """Yield a table of contents and its chapters (ID3v2 Chapter Frame Addendum)."""
        if not chapters:
            return
        id3 = self._id3
        names = [f"c{number}" for number in range(1, len(chapters) + 1)]
        top_level_and_ordered = 3
        yield id3.CTOC(element_id="toc", flags=top_level_and_ordered, child_element_ids=names, sub_frames=[])
        for name, chapter in zip(names, chapters, strict=True):
            yield id3.CHAP(
                element_id=name,
                start_time=_ms(chapter.start_s),
                end_time=_ms(chapter.end_s),
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=[id3.TIT2(encoding=3, text=[chapter.title])],
            )


def _ms(seconds: float) -> int:
    return round(1000 * seconds)
