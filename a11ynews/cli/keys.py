"""Keys as they are pressed, and what they mean to who listens."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
from collections.abc import Mapping
from types import FrameType, MappingProxyType, TracebackType
from typing import Literal, Self, TypeAlias

__all__ = ["HELP", "Command", "Keys", "commands_in", "open_terminal"]

Command: TypeAlias = Literal[
    "pause", "repeat", "begin", "faster", "slower", "help", "leave",
    "next sentence", "previous sentence", "next paragraph", "previous paragraph", "next heading", "previous heading",
]  # fmt: skip

HELP = (
    "Keys: space pauses and goes on. Left and right: sentences. Up and down: paragraphs. "
    "Page up and page down, or H and h: headings. + and -: faster and slower. r: the sentence again. "
    "Home: from the beginning. q: leave, the place is kept. ?: these keys."
)
"""One line, so that a screen reader says it in one go and a braille display pans through it."""

_COMMANDS: Mapping[str, Command] = MappingProxyType({
    " ": "pause", "p": "pause", "r": "repeat", "g": "begin", "+": "faster", "=": "faster", "-": "slower",
    "?": "help", "q": "leave", "Q": "leave", "h": "next heading", "H": "previous heading",
    "C": "next sentence", "D": "previous sentence", "B": "next paragraph", "A": "previous paragraph",
    "1;5B": "next heading", "1;5A": "previous heading", "1;2B": "next heading", "1;2A": "previous heading",
    "6~": "next heading", "5~": "previous heading", "1~": "begin", "7~": "begin",
})  # fmt: skip
"""Keys by their character, or by what is left of their sequence (ECMA-48; xterm's control sequences)."""

_KEY = re.compile(r"\x1b(?:\[|O)(?P<sequence>[0-9;]*[A-Za-z~])|\x1b(?=.)|(?P<character>[^\x1b])", re.DOTALL)


def commands_in(typed: str) -> tuple[list[Command], str]:
    r"""Return what keys mean, and what is left of a sequence that has not come whole yet.

    Args:
        typed: Characters from a terminal.

    Example:
        >>> commands_in(" \x1b[C\x1b[")
        (['pause', 'next sentence'], '\x1b[')
    """
    found: list[Command] = []
    end = 0
    for match in _KEY.finditer(typed):
        if match.start() != end or (match[0] == "\x1b" and re.fullmatch(r"\x1b[\[O][0-9;]*", typed[end:])):
            break
        end = match.end()
        command = _meaning(match["sequence"], match["character"])
        if command is not None:
            found.append(command)
    return found, typed[end:]


def _meaning(sequence: str | None, character: str | None) -> Command | None:
    if sequence == "H":
        return "begin"
    if sequence is not None:
        return _COMMANDS.get(sequence)
    return None if character is None or character in "ABCD" else _COMMANDS.get(character)


class Keys:
    """A terminal whose keys come one by one, without a line's end and without being shown.

    Ctrl-C stays what it is. The terminal is as before when the block ends, however it ends.

    Args:
        terminal: Its file descriptor.
    """

    def __init__(self, terminal: int) -> None:
        """Remember the terminal; it is changed by entering the block."""
        self._terminal = terminal
        self._rest = ""
        self._waiting: list[Command] = []

    def __enter__(self) -> Self:
        """Ask for keys one by one."""
        import termios  # noqa: PLC0415 - POSIX only
        import tty  # noqa: PLC0415 - as above

        self._before = termios.tcgetattr(self._terminal)
        tty.setcbreak(self._terminal)
        self._handler = signal.signal(signal.SIGCONT, self._ask_again)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the terminal back."""
        import termios  # noqa: PLC0415 - POSIX only

        signal.signal(signal.SIGCONT, self._handler)
        termios.tcsetattr(self._terminal, termios.TCSADRAIN, self._before)

    def _ask_again(self, _signal: int, _frame: FrameType | None) -> None:
        """After Ctrl-Z and fg the shell has set the terminal to its own liking."""
        import tty  # noqa: PLC0415 - POSIX only

        tty.setcbreak(self._terminal)

    def next(self, wait_s: float) -> Command | None:
        """Return the next command; None if there is none within some seconds."""
        if not self._waiting and select.select([self._terminal], [], [], wait_s)[0]:
            typed = os.read(self._terminal, 1024)
            if not typed:
                return "leave"  # the terminal is gone
            self._waiting, self._rest = commands_in(self._rest + typed.decode("ascii", "ignore"))
        return self._waiting.pop(0) if self._waiting else None


def open_terminal() -> int | None:
    """Return a terminal to read keys from: standard input, or what is behind a pipe; None where there is none."""
    if os.name != "posix" or not sys.stdout.isatty():
        return None
    if sys.stdin.isatty():
        return sys.stdin.fileno()
    try:
        return os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return None
