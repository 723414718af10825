"""espeak-ng's C interface (``speak_lib.h``), as much of it as we use."""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING, NamedTuple

from a11ynews.errors import MissingExtraError, NoVoiceError

if TYPE_CHECKING:
    from ctypes import _Pointer

    from a11ynews.speech.engines.orders import VoiceRow

__all__ = ["END_OF_CLAUSE", "MARK", "WORD", "EspeakLibrary", "Event"]

WORD, MARK, END_OF_CLAUSE = 1, 3, 5
_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: samples to the callback, events with them
_DO_NOT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT: without data, an error and not exit(1)
_BUFFER_MS = 20
"""Above 449 words a minute the times of events are off by up to half of this (measured: by 60 ms with 200)."""
_RATE_PARAMETER, _PITCH_PARAMETER = 1, 3
_PITCH, _PITCH_OF_QUOTES = 50, 35
"""Of 0 to 100. With the American voice 35 is a tenth lower than 50 (104 Hz to 94 Hz), as the SSML of ours asks for."""
_POSITIONS_ARE_CHARACTERS = 1
_UTF8, _SSML = 0x1, 0x10  # never 0x100: "[[" in a page's text would be taken for phonemes
_FINE = 0
_LAST_OF_LIST = 0
_SYSTEM_LIBRARY = "libespeak-ng.so.1"


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.POINTER(ctypes.c_char)),
        ("identifier", ctypes.c_char_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


class Event(NamedTuple):
    """Something that the voice came to.

    Attributes:
        kind: :data:`WORD`, :data:`MARK` or :data:`END_OF_CLAUSE`.
        frame: Frames from the start of the call.
        position: Where in the text, markup included, in characters; the first is 1.
        name: Of a mark.
    """

    kind: int
    frame: int
    position: int
    name: str


class EspeakLibrary:
    """The library, initialised; once in a process.

    Raises:
        MissingExtraError: If it is on this machine neither from pip nor from the system.
        NoVoiceError: If it finds no data.
    """

    def __init__(self) -> None:
        """Load and initialise it. The current folder changes to its data's: see :func:`_data_folder`."""
        path, data = _where()
        self._library = ctypes.CDLL(path)
        self._sound: list[bytes] = []
        self._events: list[Event] = []
        self._callback = _Callback(self._take)  # kept: ctypes does not, and the library calls it
        self.rate_hz = self._library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, _data_folder(data), _DO_NOT_EXIT)
        if self.rate_hz <= 0:
            message = (
                f"espeak-ng finds no voices in {data or 'its folder'}: pip install --force-reinstall espeakng-loader"
            )
            raise NoVoiceError(message)
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))

    def voices(self) -> list[VoiceRow]:
        """Return identifier, name and language tags of each voice; those that need MBROLA are left out."""
        found: list[VoiceRow] = []
        records = self._library.espeak_ListVoices(None)
        index = 0
        while records[index]:
            record = records[index].contents
            identifier = _text(record.identifier).replace(os.sep, "/")
            if not identifier.startswith("mb/"):
                found.append((identifier, _text(record.name), _tags(record.languages)))
            index += 1
        return found

    def set_voice(self, name: str) -> bool:
        """Take a voice by its name or identifier; return whether there is one."""
        return bool(self._library.espeak_SetVoiceByName(name.encode()) == _FINE)

    def synthesize(self, ssml: str, rate_wpm: int, *, quoted: bool = False) -> tuple[bytes, list[Event]]:
        """Return the sound of a text, 16-bit PCM, and the events on the way.

        Args:
            ssml: What is said, escaped, with marks.
            rate_wpm: Words a minute; each time, as a change of voice resets it.
            quoted: Whether they are somebody else's words, which are said lower.
        """
        self._sound, self._events = [], []
        self._library.espeak_SetParameter(_RATE_PARAMETER, rate_wpm, 0)
        self._library.espeak_SetParameter(_PITCH_PARAMETER, _PITCH_OF_QUOTES if quoted else _PITCH, 0)
        data = ssml.encode()
        self._library.espeak_Synth(data, len(data) + 1, 0, _POSITIONS_ARE_CHARACTERS, 0, _UTF8 | _SSML, None, None)
        self._library.espeak_Synchronize()
        return b"".join(self._sound), self._events

    def _take(self, samples: int | None, count: int, events: _Pointer[_Event]) -> int:
        """Take samples and events over; they are gone after the call."""
        index = 0
        while events[index].type != _LAST_OF_LIST:
            event = events[index]
            name = _text(event.id.name) if event.type == MARK else ""
            self._events.append(Event(event.type, event.sample, event.text_position, name))
            index += 1
        if samples and count > 0:
            self._sound.append(ctypes.string_at(samples, 2 * count))
        return 0


def _where() -> tuple[str, str | None]:
    """Return the library and its data: pip's, else the system's, which knows where its own data are."""
    try:
        import espeakng_loader  # noqa: PLC0415 - an extra, and only in the worker

        return espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
    except ImportError:
        pass
    try:
        ctypes.CDLL(_SYSTEM_LIBRARY)
    except OSError as error:
        purpose = "the engine espeak"
        raise MissingExtraError(purpose, "speech") from error
    return _SYSTEM_LIBRARY, None


def _data_folder(data: str | None) -> bytes | None:
    """Return the data's folder as the library takes it: short, as it has room for 160 bytes of path.

    The worker goes to where the data are, so that a name without a path is enough, however deep a user's
    environment lies.
    """
    if data is None:
        return None
    folder, name = os.path.split(os.path.abspath(data))  # noqa: PTH100 - pathlib would be a tenth of the start
    os.chdir(folder)
    return os.fsencode(name)


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")


def _tags(languages: _Pointer[ctypes.c_char]) -> list[str]:
    """Return the tags of a list that has a byte of priority before each and a NUL after it."""
    tags, at = [], 0
    while languages[at] != b"\0":
        tag = ctypes.string_at(ctypes.addressof(languages.contents) + at + 1)
        tags.append(_text(tag).lower())
        at += len(tag) + 2
    return tags
