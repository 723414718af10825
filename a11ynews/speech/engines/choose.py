"""Engines by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from a11ynews.errors import UsageError
from a11ynews.speech.engines.base import Engine

__all__ = ["DEFAULT_ENGINE", "ENGINES", "choose_engine"]

DEFAULT_ENGINE = "pyttsx3"
ENGINES: Mapping[str, str] = MappingProxyType(
    {
        "pyttsx3": "a11ynews.speech.engines.pyttsx3_engine:Pyttsx3Engine",
        "silent": "a11ynews.speech.engines.silent:SilentEngine",
    }
)
"""Where each engine's class is, as ``module:class``; loaded only when asked for."""


def choose_engine(engine: str | Engine | None = None) -> Engine:
    """Return an engine: one of ours by name, or the caller's own as it is.

    Raises:
        UsageError: If there is none of that name.

    Example:
        >>> choose_engine("silent").name
        'silent'
    """
    if engine is not None and not isinstance(engine, str):
        return engine
    name = engine or DEFAULT_ENGINE
    if name not in ENGINES:
        message = f"no speech engine {name!r}; there are: {', '.join(ENGINES)}"
        raise UsageError(message)
    module, _, maker = ENGINES[name].partition(":")
    return cast("Engine", getattr(import_module(module), maker)())
