"""Piper: neural voices from files of the user's own, in a worker process."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from a11ynews.errors import NoVoiceError
from a11ynews.speech.engines.base import Abilities, Clip, Delivery, VoiceInfo
from a11ynews.speech.engines.worker_engine import WorkerEngine
from a11ynews.speech.utterance import Utterance

__all__ = ["PiperEngine"]

_ABILITIES = Abilities(files=True, live=True, rate_max_wpm=500)
_HOW = "Piper's voices are files: voice='path/to/voice.onnx', with voice.onnx.json beside it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PiperEngine(WorkerEngine):
    """Piper with a voice of the user's own; a foreign run is said with it too, as a voice has one language.

    Its times of words are exact where the voice file tells how long each phoneme is, and estimated elsewhere.

    Attributes:
        voice: Path of the voice's ``.onnx`` file, where a :class:`~a11ynews.speech.engines.base.Delivery` names none.
    """

    name: str = "piper"
    abilities: Abilities = _ABILITIES
    voice_factory: str = "a11ynews.speech.engines.piper_voice:PiperVoice"
    start_s: float = 60.0
    package: str = "piper"
    extra: str = "piper"
    voice: str | None = None

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Return the voice that it was made with, if any: Piper knows of no others."""
        if self.voice is None:
            return ()
        name, lang = _told(_checked(self.voice))
        return (VoiceInfo(id=self.voice, name=name, languages=(lang,)),)

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Yield the sound of each run; see :class:`~a11ynews.speech.engines.base.Engine`.

        Raises:
            NoVoiceError: If no voice file is given, or it is not there.
        """
        chosen = delivery.voice or self.voice
        if chosen is None:
            raise NoVoiceError(_HOW)
        path = _checked(chosen)
        # No super() in a class with slots that a dataclass made anew.
        yield from WorkerEngine.synthesize(self, script, replace(delivery, voice=str(path)))


def _checked(voice: str) -> Path:
    """Return the full path of a voice: the worker has another current folder, maybe."""
    path = Path(voice).expanduser().resolve()
    for file in (path, _config(path)):
        if not file.is_file():
            message = f"no such file: {file}; {_HOW}"
            raise NoVoiceError(message)
    return path


def _config(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _told(path: Path) -> tuple[str, str]:
    """Return a voice's name and language, by the JSON beside it."""
    try:
        config = json.loads(_config(path).read_text(encoding="utf-8"))
        lang = str((config.get("language") or {}).get("code") or config["espeak"]["voice"])
        return str(config.get("dataset") or path.stem), lang.replace("_", "-").lower()
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        message = f"{_config(path)} does not describe a voice of Piper's ({type(error).__name__})"
        raise NoVoiceError(message) from error
