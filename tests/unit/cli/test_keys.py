from __future__ import annotations

import os
import pty
import termios

import pytest

from a11ynews.cli.keys import HELP, Keys, commands_in


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        (" ", "pause"), ("+", "faster"), ("=", "faster"), ("-", "slower"), ("q", "leave"), ("r", "repeat"),
        ("?", "help"),
        ("\x1b[C", "next sentence"), ("\x1bOC", "next sentence"), ("\x1b[D", "previous sentence"),
        ("\x1b[B", "next paragraph"), ("\x1b[A", "previous paragraph"),
        ("\x1b[6~", "next heading"), ("\x1b[5~", "previous heading"), ("h", "next heading"), ("H", "previous heading"),
        ("\x1b[1;5B", "next heading"), ("\x1b[1;5A", "previous heading"),
        ("\x1b[H", "begin"), ("\x1bOH", "begin"), ("\x1b[1~", "begin"),
    ],
)  # fmt: skip
def test_a_key_means_what_the_help_says(typed: str, command: str) -> None:
    assert commands_in(typed) == ([command], "")


@pytest.mark.parametrize("typed", ["x", "A", "C", "\n", "\x1b[Z", "\x1b[15~", "\x07"])
def test_other_keys_do_nothing(typed: str) -> None:
    assert commands_in(typed) == ([], "")


def test_keys_that_come_together_are_all_obeyed() -> None:
    assert commands_in("\x1b[C\x1b[C +") == (["next sentence", "next sentence", "pause", "faster"], "")


def test_a_sequence_in_two_parts_is_one_key() -> None:
    assert commands_in(" \x1b[1;") == (["pause"], "\x1b[1;")
    assert commands_in("\x1b[1;5B") == (["next heading"], "")
    assert commands_in("\x1b") == ([], "\x1b")


def test_escape_alone_is_no_key_and_hides_none() -> None:
    assert commands_in("\x1bq") == (["leave"], "")


def test_the_terminal_is_as_before_when_the_listener_leaves_also_by_an_error() -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    with pytest.raises(KeyboardInterrupt), Keys(theirs) as keys:  # noqa: PT012 - the block is what is tested
        assert not termios.tcgetattr(theirs)[3] & termios.ICANON
        os.write(ours, b"\x1b[C ")
        assert [keys.next(1), keys.next(1), keys.next(0)] == ["next sentence", "pause", None]
        raise KeyboardInterrupt
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


def test_the_help_is_one_line_that_names_every_key() -> None:
    assert "\n" not in HELP
    for key in ("space", "Left", "Up", "Page up", "H and h", "+ and -", "Home", "q:", "r:"):
        assert key in HELP
