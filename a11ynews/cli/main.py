"""The command ``a11ynews``: it finds the subcommand and turns what goes wrong into one line and a code."""

from __future__ import annotations

import atexit
import importlib
import os
import signal
import sys
import threading
import traceback
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn, Protocol, cast

from a11ynews.cli.arguments import build_parser
from a11ynews.cli.exit_codes import Exit, code_of
from a11ynews.cli.terminal import complain, describe, drop_stdout

__all__ = ["main"]


class _Command(Protocol):
    """A module of this package that carries out a subcommand."""

    def run(self, arguments: Namespace) -> Exit: ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: Arguments without the program's name; None takes the process's own.

    Example:
        >>> int(main(["convert", "/no/such/page.html"]))
        3
    """
    with _unwinding_on_sigterm():
        code = _main(argv)
    if argv is None and code is Exit.INTERRUPTED:
        _leave(code)
    return code


def _leave(code: Exit) -> NoReturn:
    """End without taking the interpreter apart: with a story in memory that takes longer than all that Ctrl-C stops."""
    atexit._run_exitfuncs()  # noqa: SLF001 - speech workers are ended there; nothing public runs them
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _main(argv: Sequence[str] | None) -> Exit:
    try:
        arguments = build_parser().parse_args(argv)
        code = _load(arguments.command).run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_stdout()  # the reader of our pipe has seen enough: no error of ours
        return Exit.DONE
    except KeyboardInterrupt:
        complain("stopped; nothing half-written is left")
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence: people get a sentence, no traceback
        return _failed(error)
    return code


@contextmanager
def _unwinding_on_sigterm() -> Iterator[None]:
    """Unwind as on an error, so that temporary files go; by default SIGTERM would leave them."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set handlers
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _load(command: str) -> _Command:
    """Import a subcommand only when it is asked for: ``--help`` must not wait for parsers."""
    return cast("_Command", importlib.import_module(f"a11ynews.cli.{command}"))


def _failed(error: Exception) -> Exit:
    if os.environ.get("A11YNEWS_DEBUG"):
        traceback.print_exception(error)
    complain(describe(error))
    try:
        sys.stdout.flush()
    except OSError:
        drop_stdout()  # or Python tries once more at its end, and complains in its own way
    return code_of(error)


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(Exit.TERMINATED)
