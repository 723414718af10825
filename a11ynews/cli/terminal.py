"""What people see: clean lines, no colour, no redrawing, good for a screen reader."""

from __future__ import annotations

import os
import sys
import unicodedata

from a11ynews.errors import A11yNewsError

__all__ = ["complain", "describe", "drop_stdout", "note", "printable", "progress"]

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """Return text without what could steer a terminal: controls, escapes, bidi overrides."""
    return "".join(character for character in text if character in "\n\t" or _is_harmless(character))


def _is_harmless(character: str) -> bool:
    return character not in _BIDI and unicodedata.category(character) not in {"Cc", "Cs", "Co"}


def describe(error: BaseException) -> str:
    """Return one line that says what went wrong and what to do."""
    match error:
        case A11yNewsError():
            return str(error)
        case OSError() if error.strerror:
            return f"cannot write {error.filename or 'the output'!s}: {error.strerror}"
        case _:
            return (
                f"internal error, please report it with the page: {type(error).__name__}: {error}"
                " (A11YNEWS_DEBUG=1 shows where)"
            )


def complain(message: str) -> None:
    """Print one line about a problem on stderr."""
    print("a11ynews:", printable(" ".join(message.split())), file=sys.stderr)


def note(message: str) -> None:
    """Print one line on stderr that is no problem."""
    complain(f"note: {message}")


def progress(message: str) -> None:
    """Print one line on stderr, if a person is looking."""
    if sys.stderr.isatty():
        complain(message)


def drop_stdout() -> None:
    """Send what Python still wants to write to nowhere, so that it ends without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
