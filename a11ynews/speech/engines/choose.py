"""Engines by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from a11ynews.errors import UsageError

if TYPE_CHECKING:  # every command knows the names of engines, few need one
    from a11ynews.speech.engines.base import Engine

__all__ = ["ENGINES", "FILE_ENGINE", "LIVE_ENGINE", "choose_engine"]

LIVE_ENGINE = "pyttsx3"
FILE_ENGINE = "espeak"
ENGINES: Mapping[str, str] = MappingProxyType(
    {
        "espeak": "a11ynews.speech.engines.espeak_engine:EspeakEngine",
        "piper": "a11ynews.speech.engines.piper_engine:PiperEngine",
        "pyttsx3": "a11ynews.speech.engines.pyttsx3_engine:Pyttsx3Engine",
        "silent": "a11ynews.speech.engines.silent:SilentEngine",
        "speech-dispatcher": "a11ynews.speech.engines.dispatcher_engine:SpeechDispatcherEngine",
    }
)
"""Where each engine's class is, as ``module:class``; loaded only when asked for."""


def choose_engine(engine: str | Engine | None = None, *, live: bool = False) -> Engine:
    """Return an engine: one of ours by name, or the caller's own as it is.

    Args:
        engine: A name, an engine, or None for the default: espeak-ng for files, which gives exact times of
            words, and for live speech the desktop's own voice, which its user has chosen and knows.
        live: Whether it is to be heard at once.

    Raises:
        UsageError: If there is none of that name.

    Example:
        >>> choose_engine("silent").name
        'silent'
    """
    if engine is not None and not isinstance(engine, str):
        return engine
    name = engine or (LIVE_ENGINE if live else FILE_ENGINE)
    if name not in ENGINES:
        message = f"no speech engine {name!r}; there are: {', '.join(ENGINES)}"
        raise UsageError(message)
    module, _, maker = ENGINES[name].partition(":")
    return cast("Engine", getattr(import_module(module), maker)())
