"""espeak-ng through its C interface, in a worker process: fast, small, and it knows when each word is heard."""

from __future__ import annotations

from dataclasses import dataclass

from a11ynews.speech.engines.base import Abilities
from a11ynews.speech.engines.worker_engine import WorkerEngine

__all__ = ["EspeakEngine"]

_ABILITIES = Abilities(files=True, live=True, words="exact", ssml=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class EspeakEngine(WorkerEngine):
    """espeak-ng from the pip wheel, else the system's: more than a hundred languages, exact times of words.

    Above 449 words a minute the library makes the speech at 450 and shortens it; its times are then 15 ms
    off at the median (compared with those of the unshortened sound; 1.52, 500 words of news).
    """

    name: str = "espeak"
    abilities: Abilities = _ABILITIES
    voice_factory: str = "a11ynews.speech.engines.espeak_voice:EspeakVoice"
