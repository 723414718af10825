"""Give it any web article, and anyone can read it: with a screen reader, by ear, in a terminal.

>>> import a11ynews
>>> article = a11ynews.parse("<h1>Ferry returns</h1><p>The ferry sails again on Monday.</p>")
>>> article.title
'Ferry returns'

Only the errors come with ``import a11ynews``; the rest loads when it is first asked for, so that a
program that merely might read a page starts at once.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from a11ynews.errors import (
    A11yNewsError,
    CodecError,
    EngineError,
    LimitError,
    MissingExtraError,
    NoVoiceError,
    ReadError,
    RenderError,
    SourceError,
    SpeechError,
    UsageError,
)

if TYPE_CHECKING:
    from a11ynews import speech
    from a11ynews.pipeline import Article, parse
    from a11ynews.source.fetch import fetch
    from a11ynews.source.fetched import FetchedPage
    from a11ynews.tree.limits import Limits

__all__ = [
    "A11yNewsError",
    "Article",
    "CodecError",
    "EngineError",
    "FetchedPage",
    "LimitError",
    "Limits",
    "MissingExtraError",
    "NoVoiceError",
    "ReadError",
    "RenderError",
    "SourceError",
    "SpeechError",
    "UsageError",
    "__version__",
    "fetch",
    "parse",
    "speech",
]

__version__ = "0.1.0"

_LAZY = {
    "Article": "a11ynews.pipeline",
    "FetchedPage": "a11ynews.source.fetched",
    "Limits": "a11ynews.tree.limits",
    "fetch": "a11ynews.source.fetch",
    "parse": "a11ynews.pipeline",
}


if not TYPE_CHECKING:  # a type checker would take any name for a good one

    def __getattr__(name: str) -> object:
        if name in _LAZY:
            return getattr(importlib.import_module(_LAZY[name]), name)
        if name == "speech":
            return importlib.import_module("a11ynews.speech")
        message = f"module 'a11ynews' has no attribute {name!r}"
        raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
