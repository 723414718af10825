"""What people see: clean lines, no colour, no redrawing, good for a screen reader."""

from __future__ import annotations

import os
import sys

from a11ynews.errors import A11yNewsError
from a11ynews.render.plain.safety import one_line

__all__ = ["complain", "describe", "drop_stdout", "note", "progress", "tell"]


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
    print("a11ynews:", one_line(message), file=sys.stderr)


def note(message: str) -> None:
    """Print one line on stderr that is no problem."""
    complain(f"note: {message}")


def tell(message: str) -> None:
    """Print one line on stderr, as it is, to who is listening."""
    print(one_line(message), file=sys.stderr, flush=True)


def progress(message: str) -> None:
    """Print one line on stderr, if a person is looking."""
    if sys.stderr.isatty():
        complain(message)


def drop_stdout() -> None:
    """Send what Python still wants to write to nowhere, so that it ends without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
