"""The desktop's voices through pyttsx3, in a worker process."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from a11ynews.speech.engines.base import Abilities
from a11ynews.speech.engines.worker_engine import WorkerEngine

__all__ = ["Pyttsx3Engine"]

_ABILITIES = Abilities(files=True, live=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyttsx3Engine(WorkerEngine):
    """pyttsx3: espeak-ng on Linux (from the pip wheel, if the system has none), SAPI 5, NSSpeech.

    Outside Linux it is left to play live speech. On Linux the sound is made here and played by us: there
    pyttsx3 would not notice that a sound device is missing. It tells no times of words.
    """

    name: str = "pyttsx3"
    abilities: Abilities = _ABILITIES
    voice_factory: str = "a11ynews.speech.engines.pyttsx3_voice:Pyttsx3Voice"
    package: str = "pyttsx3"
    plays_itself: bool = not sys.platform.startswith("linux")
