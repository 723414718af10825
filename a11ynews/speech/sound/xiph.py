"""FLAC, Ogg Vorbis and Ogg Opus files, through libsndfile."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from a11ynews.errors import MissingExtraError, SpeechError
from a11ynews.speech.sound.guarded import GuardedFile
from a11ynews.speech.sound.pcm import SAMPLE_BYTES
from a11ynews.speech.sound.tags import Chapter, Cover, Tags

__all__ = ["FlacRecorder", "OpusRecorder", "VorbisRecorder"]

BLOCK_BYTES = 16384 * SAMPLE_BYTES
"""libsndfile's Vorbis encoder puts a whole write on the stack, and some minutes at once end the process."""

OPUS_HZ = 24_000
"""Opus takes 8, 12, 16, 24 and 48 kHz; this is the next above what voices have (22.05)."""
_OPUS_RATES = frozenset((8000, 12_000, 16_000, 24_000, 48_000))

_FRONT_COVER = 3


class _Picture(Protocol):
    """What we use of ``mutagen.flac.Picture``."""

    data: bytes
    mime: str
    type: int

    def write(self) -> bytes: ...


class _Tagged(Protocol):
    """What we use of mutagen's files."""

    tags: dict[str, list[str]]

    def add_picture(self, picture: _Picture) -> None: ...


def _picture(cover: Cover) -> _Picture:
    picture = cast("_Picture", import_module("mutagen.flac").Picture())
    picture.data, picture.mime, picture.type = cover.data, cover.media_type, _FRONT_COVER
    return picture


class _XiphRecorder:
    """What the three have in common.

    Args:
        target: An open binary file that can be sought in and read.
        rate_hz: Samples a second.
        tags: What the file says about itself.

    Raises:
        MissingExtraError: If the ``audio`` extra is not installed.
    """

    delay_s = 0.0
    container = ""
    codec = ""
    tagger = ""

    def __init__(self, target: BinaryIO, rate_hz: int, tags: Tags) -> None:
        try:
            soundfile = import_module("soundfile")
            import_module("mutagen")
        except (ImportError, OSError) as error:  # OSError: the wheel is there, its library is not
            purpose = f"writing {self.codec.title() if self.container == 'OGG' else self.container}"
            raise MissingExtraError(purpose, "audio") from error
        self._target = target
        self._tags = tags
        self._safe = GuardedFile(target)
        self._error: type[Exception] = soundfile.SoundFileError
        self._file = soundfile.SoundFile(
            self._safe, "w", samplerate=rate_hz, channels=1, format=self.container, subtype=self.codec
        )

    def write(self, samples: bytes) -> None:
        """Add samples."""
        for start in range(0, len(samples), BLOCK_BYTES):
            self._checked(samples[start : start + BLOCK_BYTES])

    def _checked(self, block: bytes) -> None:
        try:
            self._file.buffer_write(block, dtype="int16")
        except self._error as error:
            self._safe.raise_trouble()
            message = f"libsndfile cannot write {self.container}: {error}"
            raise SpeechError(message) from error
        self._safe.raise_trouble()

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Close libsndfile's side of it, then write tags, chapters and cover."""
        self._file.close()
        self._safe.raise_trouble()
        self._target.seek(0)
        module, _, name = self.tagger.partition(":")
        file = getattr(import_module(module), name)(self._target)
        if file.tags is None:
            file.add_tags()
        for key, value in (*self._texts(), *_chapter_comments(chapters)):
            file.tags[key] = [value]
        self._add_cover(file)
        self._target.seek(0)
        file.save(self._target)

    def abandon(self) -> None:
        """Let libsndfile end without touching the file."""
        self._safe.let_go()
        self._file.close()

    def _texts(self) -> Iterator[tuple[str, str]]:
        tags = self._tags
        texts = {"TITLE": tags.title, "ARTIST": tags.artist, "ALBUM": tags.site, "LANGUAGE": tags.language,
                 "DATE": tags.day, "CONTACT": tags.url}  # fmt: skip
        yield from ((key, value) for key, value in texts.items() if value)

    def _add_cover(self, file: _Tagged) -> None:
        """Ogg has no place for pictures: they stand in a comment, in base64 (RFC 7845, 5.2.1, by custom)."""
        if self._tags.cover:
            file.tags["METADATA_BLOCK_PICTURE"] = [b64encode(_picture(self._tags.cover).write()).decode()]


class FlacRecorder(_XiphRecorder):
    """FLAC: nothing is lost; half a WAV file's size."""

    container, codec, tagger = "FLAC", "PCM_16", "mutagen.flac:FLAC"

    def _add_cover(self, file: _Tagged) -> None:
        if self._tags.cover:
            file.add_picture(_picture(self._tags.cover))


class VorbisRecorder(_XiphRecorder):
    """Ogg Vorbis."""

    container, codec, tagger = "OGG", "VORBIS", "mutagen.oggvorbis:OggVorbis"


class OpusRecorder(_XiphRecorder):
    """Ogg Opus: the smallest; voices are brought to a rate that it takes."""

    container, codec, tagger = "OGG", "OPUS", "mutagen.oggopus:OggOpus"

    def __init__(self, target: BinaryIO, rate_hz: int, tags: Tags) -> None:
        """Open the file, and a resampler if the voice's rate is none of Opus's."""
        taken = rate_hz if rate_hz in _OPUS_RATES else OPUS_HZ
        super().__init__(target, taken, tags)
        self._resampler = None
        if taken != rate_hz:
            try:
                self._numpy = import_module("numpy")
                soxr = import_module("soxr")
            except ImportError as error:
                purpose = "writing Opus"
                raise MissingExtraError(purpose, "audio") from error
            self._resampler = soxr.ResampleStream(rate_hz, taken, 1, dtype="int16")

    def write(self, samples: bytes) -> None:
        """Add samples."""
        super().write(self._resampled(samples, last=False))

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Write what the resampler still holds, then as for the others."""
        super().write(self._resampled(b"", last=True))
        super().finish(chapters)

    def _resampled(self, samples: bytes, *, last: bool) -> bytes:
        if self._resampler is None:
            return samples
        values = self._numpy.frombuffer(samples, dtype="int16")
        return bytes(self._resampler.resample_chunk(values, last=last).tobytes())


def _chapter_comments(chapters: Sequence[Chapter]) -> Iterator[tuple[str, str]]:
    """Yield chapters as comments, by the custom that players know (xiph.org wiki, "Chapter Extension")."""
    for number, chapter in enumerate(chapters):
        yield f"CHAPTER{number:03}", _clock(chapter.start_s)
        yield f"CHAPTER{number:03}NAME", chapter.title


def _clock(seconds: float) -> str:
    """Return a time as HH:MM:SS.mmm.

    Example:
        >>> _clock(3725.5)
        '01:02:05.500'
    """
    whole, thousandths = divmod(round(1000 * seconds), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"
