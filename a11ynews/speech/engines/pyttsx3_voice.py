"""pyttsx3 inside the worker, with its faults (2.99) handled where they are met.

What goes wrong on Linux, and what is done about it:

- ``runAndWait()`` returns before the file is written: "finished-utterance" is waited for, then the
  library is told to ``Synchronize``, and the file is checked. (``Synchronize`` alone may return too
  early: it sees only what has been begun.)
- Every ``runAndWait()`` begins with a ``stop()``, which cancels the coming utterance if espeak's thread
  is still busy with a change of voice: a file without frames, some once in a hundred starts on a busy
  machine. The driver's ``stop`` is taken out.
- Of several queued utterances only the last is done: each has its own ``runAndWait()``.
- The driver remembers the last text and file and does them again: both are reset.
- A voice that does not exist is silently ignored: errors are listened for.
- A line goes to stdout, which the worker has already turned away.
"""

from __future__ import annotations

import sys
import threading
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from a11ynews.errors import EngineError, MissingExtraError, NoVoiceError
from a11ynews.speech.engines.espeak_data import prepare_espeak
from a11ynews.speech.engines.orders import Job, Settings, Sound, VoiceRow
from a11ynews.speech.engines.spans import word_spans
from a11ynews.speech.engines.voices import names_like, voice_for

__all__ = ["Pyttsx3Voice"]

_MONO_16_BIT = (1, 2)


class _Speaker(Protocol):
    """What we use of ``pyttsx3.Engine``."""

    def say(self, text: str) -> object: ...
    def save_to_file(self, text: str, filename: str) -> None: ...
    def runAndWait(self) -> None: ...  # noqa: N802 - pyttsx3's name
    def setProperty(self, name: str, value: str | int) -> None: ...  # noqa: N802 - as above
    def getProperty(self, name: str) -> object: ...  # noqa: N802 - as above
    def connect(self, topic: str, cb: object) -> object: ...


class _Driver(Protocol):
    """What we change in pyttsx3's driver for espeak."""

    stop: Callable[[], None]


class _VoiceRecord(Protocol):
    """What we use of ``pyttsx3.voice.Voice``."""

    id: str
    name: str | None
    languages: list[str | bytes]


class Pyttsx3Voice:
    """The desktop's voices: espeak-ng on Linux, SAPI 5 on Windows, NSSpeech on macOS.

    Args:
        folder: A folder for scratch files.
    """

    def __init__(self, folder: str) -> None:
        """Start the engine."""
        self._failures: list[BaseException] = []
        self._finished = threading.Event()
        self._file = Path(folder, "clip.wav")
        self._speaker = _speaker()
        self._speaker.connect("error", self._note_failure)
        self._speaker.connect("finished-utterance", self._note_end)
        if _espeak_synchronize() is not None:
            self._take_stop_out()
        self._chosen: str | None = None
        self._lang: str | None = None
        self._main: str | None = None
        self._voices = [
            cast("_VoiceRecord", voice) for voice in cast("list[object]", self._speaker.getProperty("voices"))
        ]

    def voices(self) -> list[VoiceRow]:
        """Return the voices there are."""
        return [(voice.id, voice.name or voice.id, _tags(voice)) for voice in self._voices]

    def begin(self, settings: Settings) -> None:
        """Set the rate and the voice.

        Raises:
            NoVoiceError: If there is no such voice.
        """
        self._speaker.setProperty("rate", settings.rate_wpm)
        self._chosen, self._main, self._lang = settings.voice, None, None
        if settings.voice is not None:
            self._set(self._named(settings.voice))

    def samples(self, job: Job) -> Sound:
        """Return the sound of a job; pyttsx3 tells no times of words.

        Raises:
            EngineError: If the engine wrote no sound.
        """
        self._choose(job.lang)
        self._file.unlink(missing_ok=True)
        self._speaker.save_to_file(job.text, str(self._file))
        self._run()
        return _read(self._file, job)

    def say(self, job: Job) -> None:
        """Say a job; return when it has been heard."""
        self._choose(job.lang)
        self._speaker.say(job.text)
        self._run()

    def _run(self) -> None:
        self._finished.clear()
        self._speaker.runAndWait()
        synchronize = _espeak_synchronize()
        if synchronize is not None:
            self._finished.wait()  # for ever, if need be: the deadline is the parent's
            synchronize()
        self._forget()
        self._raise_failure()

    def _take_stop_out(self) -> None:
        driver = self._driver()
        if hasattr(driver, "stop"):
            cast("_Driver", driver).stop = _stop_nothing

    def _driver(self) -> object:
        return getattr(getattr(self._speaker, "proxy", None), "_driver", None)

    def _forget(self) -> None:
        """Keep the driver from doing the last text again at the next call."""
        driver = self._driver()
        for name in ("_save_file", "_text_to_say"):
            if hasattr(driver, name):
                setattr(driver, name, None)

    def _choose(self, lang: str) -> None:
        """Take the voice of a language; where there is none the story's own, so that no words are lost."""
        if self._chosen is None and lang != self._lang:
            self._lang = lang
            voice = self._for_language(lang) or self._main
            if voice is not None:
                self._main = self._main or voice
                self._set(voice)

    def _for_language(self, lang: str) -> str | None:
        return voice_for(lang, [(voice.id, tag) for voice in self._voices for tag in _tags(voice)])

    def _named(self, name: str) -> str:
        wanted = name.casefold()
        for voice in self._voices:
            if wanted in (voice.id.casefold(), (voice.name or "").casefold()):
                return voice.id
        found = self._for_language(name)
        if found is None:
            names = sorted({voice.name or voice.id for voice in self._voices})
            some = ", ".join(names_like(name, names))
            message = f"none of the {len(names)} voices here is {name!r}; there are for instance: {some}"
            raise NoVoiceError(message)
        return found

    def _set(self, voice: str) -> None:
        self._speaker.setProperty("voice", voice)
        self._raise_failure()

    def _note_failure(self, name: str | None = None, exception: BaseException | None = None) -> None:
        self._failures.append(exception or EngineError(f"pyttsx3 failed at {name}"))

    def _note_end(self, name: str | None = None, *, completed: bool = True) -> None:
        del name, completed
        self._finished.set()

    def _raise_failure(self) -> None:
        if self._failures:
            failure = self._failures[0]
            self._failures.clear()
            message = f"pyttsx3 failed: {failure}"
            raise EngineError(message) from failure


def _speaker() -> _Speaker:
    try:
        import pyttsx3  # noqa: PLC0415 - an extra, and only in the worker
    except ImportError as error:
        purpose = "speech"
        raise MissingExtraError(purpose, "speech") from error
    prepare_espeak()
    try:
        return cast("_Speaker", pyttsx3.init())
    except Exception as error:
        message = f"no speech engine starts on this machine ({error}); on Linux: pip install 'a11ynews[speech]'"
        raise NoVoiceError(message) from error


def _espeak_synchronize() -> Callable[[], object] | None:
    """Return what waits for espeak's thread; None for other drivers, which wait by themselves.

    It is private to pyttsx3, and may go.
    """
    module = sys.modules.get("pyttsx3.drivers._espeak")
    return getattr(module, "Synchronize", None)


def _stop_nothing() -> None:
    """Stand in for the driver's ``stop``; the whole worker is ended instead."""


def _tags(voice: _VoiceRecord) -> list[str]:
    """Return a voice's language tags in lower case; espeak's come as bytes with a priority in front on old versions."""
    found = []
    for tag in voice.languages or ():
        text = tag.decode("utf-8", "ignore") if isinstance(tag, bytes) else str(tag)
        found.append(text.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08").lower().replace("_", "-"))
    return found


def _read(file: Path, job: Job) -> Sound:
    try:
        with wave.open(str(file), "rb") as sound:
            shape = (sound.getnchannels(), sound.getsampwidth())
            rate_hz, samples = sound.getframerate(), sound.readframes(sound.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        message = f"the engine wrote no WAV file for {job.text[:40]!r} ({error})"
        raise EngineError(message) from error
    if shape != _MONO_16_BIT or (not samples and any(word_spans(job.text))):
        message = (
            f"the engine wrote {len(samples)} bytes of {shape[0]}-channel sound for {job.text[:40]!r}, not 16-bit mono"
        )
        raise EngineError(message)
    return Sound(rate_hz, samples)
