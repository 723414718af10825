"""The formats of sound files: by name, by suffix, and who writes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from a11ynews.errors import SpeechError, UsageError
from a11ynews.speech.sound.tags import Chapter, Tags

__all__ = ["FORMATS", "Format", "Recorder", "format_for_suffix", "format_named", "record"]


class Recorder(Protocol):
    """A sound file that grows. It is opened on a binary file that can be sought in and read."""

    @property
    def delay_s(self) -> float:
        """How much later than it was written listeners hear each sample, in seconds."""
        ...

    def write(self, samples: bytes) -> None:
        """Add 16-bit mono samples."""
        ...

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Complete the file; it is not closed."""
        ...

    def abandon(self) -> None:
        """Leave the file as it is: something went wrong and it will be thrown away."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of sound files.

    Attributes:
        suffixes: Suffixes of its files; the first one is what we write.
        media_type: For servers and browsers.
        recorder: Where its recorder is, as ``module:class``.
        extra: The extra that it needs; "" for none.
    """

    suffixes: tuple[str, ...]
    media_type: str
    recorder: str
    extra: str = ""


FORMATS: Mapping[str, Format] = MappingProxyType({
    # RFC 2361 registered audio/vnd.wave; browsers and players know audio/wav.
    "wav": Format(suffixes=(".wav",), media_type="audio/wav", recorder="wav:WavRecorder"),
    "mp3": Format(suffixes=(".mp3",), media_type="audio/mpeg", recorder="mp3:Mp3Recorder", extra="mp3"),
    "m4b": Format(suffixes=(".m4b", ".m4a"), media_type="audio/mp4", recorder="m4b:M4bRecorder", extra="m4b"),
    "flac": Format(suffixes=(".flac",), media_type="audio/flac", recorder="xiph:FlacRecorder", extra="audio"),
    "ogg": Format(suffixes=(".ogg", ".oga"), media_type="audio/ogg", recorder="xiph:VorbisRecorder", extra="audio"),
    "opus": Format(suffixes=(".opus",), media_type="audio/ogg", recorder="xiph:OpusRecorder", extra="audio"),
})  # fmt: skip


def format_named(name: str) -> Format:
    """Return a format by its name.

    Raises:
        UsageError: If there is none of that name.

    Example:
        >>> format_named("mp3").media_type
        'audio/mpeg'
    """
    if name not in FORMATS:
        message = f"no sound format {name!r}; there are: {', '.join(FORMATS)}"
        raise UsageError(message)
    return FORMATS[name]


def format_for_suffix(suffix: str) -> str:
    """Return the name of the format that files with a suffix have.

    Args:
        suffix: With its dot, in any case.

    Raises:
        UsageError: If none has it.

    Example:
        >>> format_for_suffix(".M4A")
        'm4b'
    """
    wanted = suffix.lower()
    for name, form in FORMATS.items():
        if wanted in form.suffixes:
            return name
    known = " ".join(form.suffixes[0] for form in FORMATS.values())
    message = f"no sound format has the suffix {suffix!r}; there are: {known}"
    raise UsageError(message)


def record(
    target: BinaryIO,
    name: str,
    sound: Iterable[tuple[int, bytes]],
    tags: Tags,
    chapters: Callable[[], Sequence[Chapter]],
) -> float:
    """Write a sound file as the sound comes in; only what an encoder needs is ever in memory.

    Args:
        target: An open binary file that can be sought in and read.
        name: One of :data:`FORMATS`.
        sound: Rates in Hz, all the same, with samples: 16-bit mono.
        tags: What the file says about itself.
        chapters: Asked when all the sound has come, as only then their times are known.

    Returns:
        By how many seconds listeners hear everything later than it was written; chapters are moved already.

    Raises:
        MissingExtraError: If the format's extra is not installed.
        SpeechError: If there is no sound at all, or more than the format holds.

    Example:
        >>> import io
        >>> record(io.BytesIO(), "wav", [(22050, bytes(4))], Tags(title="Quiet"), tuple)
        0.0
    """
    make = _maker(format_named(name))
    recorder: Recorder | None = None
    try:
        for rate_hz, samples in sound:
            recorder = recorder or make(target, rate_hz, tags)
            recorder.write(samples)
        if recorder is not None:
            recorder.finish([_later(chapter, recorder.delay_s) for chapter in chapters()])
    except BaseException:
        if recorder is not None:
            recorder.abandon()
        raise
    if recorder is None:
        message = "the engine gave no sound: there is nothing to say"
        raise SpeechError(message)
    return recorder.delay_s


def _maker(form: Format) -> Callable[[BinaryIO, int, Tags], Recorder]:
    module, _, name = form.recorder.partition(":")
    maker = getattr(import_module(f"a11ynews.speech.sound.{module}"), name)
    return cast("Callable[[BinaryIO, int, Tags], Recorder]", maker)


def _later(chapter: Chapter, delay_s: float) -> Chapter:
    """Return a chapter moved by an encoder's delay; the first one still begins with the file."""
    start_s = chapter.start_s + delay_s if chapter.start_s else 0.0
    return Chapter(start_s=start_s, end_s=chapter.end_s + delay_s, title=chapter.title)
