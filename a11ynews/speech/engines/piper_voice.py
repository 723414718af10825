"""Piper inside the worker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Protocol, cast

from a11ynews.errors import EngineError, MissingExtraError, NoVoiceError, SpeechError
from a11ynews.speech.engines.orders import Job, Settings, Sound, VoiceRow
from a11ynews.speech.engines.spans import words_in
from a11ynews.speech.engines.word_marks import word_marks

__all__ = ["PiperVoice"]

_NORMAL_WPM = 175
"""What a voice's own pace is taken for; Piper's voices differ by a tenth either way."""
_RAW_PHONEMES = {"[[": "  ", "]]": "  "}
"""What Piper would read as phonemes; on a page it is a footnote's mark or a wiki link."""
_SAMPLE_BYTES = 2


class _Alignment(Protocol):
    phoneme: str
    num_samples: int


class _Chunk(Protocol):
    """A sentence's sound, as much of it as we use."""

    sample_rate: int
    sample_channels: int
    audio_int16_bytes: bytes
    phoneme_alignments: Sequence[_Alignment] | None


class _Config(Protocol):
    length_scale: float


class _Model(Protocol):
    """What we use of ``piper.PiperVoice``."""

    config: _Config

    def synthesize(self, text: str, syn_config: object, include_alignments: bool) -> Iterable[_Chunk]: ...  # noqa: FBT001 - Piper's signature


class _Loader(Protocol):
    def load(self, model_path: str) -> _Model: ...


class _Piper(Protocol):
    """What we use of the package ``piper`` (1.3 and later)."""

    @property
    def PiperVoice(self) -> _Loader: ...  # noqa: N802 - Piper's name
    def SynthesisConfig(self, *, length_scale: float) -> object: ...  # noqa: N802 - Piper's name


class PiperVoice:
    """Voices from files; the last one stays loaded.

    Args:
        folder: Not needed: nothing is written.
        piper: The package, or what stands for it in a test.
    """

    def __init__(self, folder: str, piper: _Piper | None = None) -> None:
        """Import Piper, which takes a second or two."""
        del folder
        self._piper = piper or _package()
        self._model: _Model | None = None
        self._path = ""
        self._settings = Settings()

    def voices(self) -> list[VoiceRow]:
        """Return nothing: Piper knows of no voices but those it is given."""
        return []

    def begin(self, settings: Settings) -> None:
        """Load the voice, unless it is the last one.

        Raises:
            NoVoiceError: If it cannot be loaded.
        """
        self._settings = settings
        path = settings.voice or ""
        if self._model is None or path != self._path:
            try:
                self._model = self._piper.PiperVoice.load(path)
            except Exception as error:
                message = f"Piper cannot load the voice {path}: {error}"
                raise NoVoiceError(message) from error
            self._path = path

    def samples(self, job: Job) -> Sound:
        """Return the sound of a job, with times of words if the voice tells how long its phonemes are.

        Raises:
            EngineError: If there are words and no mono sound.
        """
        text = job.text
        for marks, blank in _RAW_PHONEMES.items():
            text = text.replace(marks, blank)
        if self._model is None:
            message = "Piper was given no voice"
            raise EngineError(message)
        scale = self._model.config.length_scale * _NORMAL_WPM / self._settings.rate_wpm
        how = self._piper.SynthesisConfig(length_scale=scale)
        chunks = list(self._model.synthesize(text, how, include_alignments=True))
        return _sound(text, chunks)

    def say(self, job: Job) -> None:
        """Refuse: the parent plays the samples."""
        message = f"Piper plays nothing here ({len(job.text)} characters)"
        raise SpeechError(message)


def _package() -> _Piper:
    try:
        return cast("_Piper", import_module("piper"))
    except ImportError as error:
        purpose = "the engine piper"
        raise MissingExtraError(purpose, "piper") from error


def _sound(text: str, chunks: Sequence[_Chunk]) -> Sound:
    samples = b"".join(chunk.audio_int16_bytes for chunk in chunks)
    words = tuple(words_in(text))
    if words and not samples:
        message = f"Piper gave no sound for {text[:40]!r}"
        raise EngineError(message)
    if any(chunk.sample_channels != 1 for chunk in chunks):
        message = "the voice is not mono; a11ynews takes mono voices"
        raise EngineError(message)
    rate_hz = chunks[0].sample_rate if chunks else 22050
    begun = _begun(chunks)
    if begun is None or len(begun) != len(words):
        return Sound(rate_hz, samples)  # phonemes of "24/7" are three words: the parent estimates
    return Sound(rate_hz, samples, word_marks(words, dict(enumerate(begun)), samples))


def _begun(chunks: Sequence[_Chunk]) -> list[int] | None:
    """Return the first frames of the words that phonemes, parted by spaces, make up; None if one is not told."""
    begun: list[int] = []
    chunk_start = 0
    for chunk in chunks:
        if chunk.phoneme_alignments is None:
            return None
        at, new_word = chunk_start, True
        for alignment in chunk.phoneme_alignments:
            if alignment.phoneme == " ":
                new_word = True
            elif new_word and alignment.phoneme.isalpha():
                begun.append(at)
                new_word = False
            at += int(alignment.num_samples)
        chunk_start += len(chunk.audio_int16_bytes) // _SAMPLE_BYTES
    return begun
