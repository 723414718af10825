"""Lines of plain text: how wide they are on a terminal, and where they may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

__all__ = ["MIN_WIDTH", "display_width", "hang", "wrap"]

MIN_WIDTH = 20
"""Columns that a line keeps however deep it is indented: below it, words stand one a line."""

_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
# JLREQ 3.1.7 and 3.1.8, the common ones: these may not begin a line, those may not end one.
_NOT_FIRST = frozenset("、。，．・：；？！ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ）］｝〕〉》」』】〙〗…‥")
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖")
_SPACES = re.compile(r"[ \t]+")


def display_width(text: str) -> int:
    """Return how many columns text takes on a terminal.

    Example:
        >>> display_width("ferry"), display_width("フェリー"), display_width("e" + chr(0x301))
        (5, 8, 1)

    Source:
        UAX #11: wide and fullwidth characters take two columns.
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if east_asian_width(character) in _WIDE:
        return 2
    return 0 if category(character) in _NO_WIDTH else 1


def wrap(text: str, width: int | None) -> list[str]:
    r"""Return text as lines of at most ``width`` columns; newlines in it are kept.

    A word wider than a line stays whole, as an address must; text in scripts without spaces breaks
    between characters, but not before closing punctuation.

    Example:
        >>> wrap("The ferry sails again\non Monday.", 12)
        ['The ferry', 'sails again', 'on Monday.']
        >>> wrap("The ferry sails again", None)
        ['The ferry sails again']
    """
    lines = [_SPACES.sub(" ", line).strip(" ") for line in text.split("\n")]
    if width is None:
        return lines
    return [broken for line in lines for broken in _fill(line, width)]


def hang(lines: Sequence[str], first: str, rest: str) -> list[str]:
    """Return lines with ``first`` before the first one and ``rest`` before the others.

    Example:
        >>> hang(["one", "", "two"], "- ", "  ")
        ['- one', '', '  two']
    """
    prefixes = (first, *[rest] * (len(lines) - 1))
    return [prefix + line if line else prefix.rstrip(" ") for prefix, line in zip(prefixes, lines, strict=False)]


def _fill(line: str, width: int) -> Iterator[str]:
    if display_width(line) <= width:
        yield line
        return
    parts: list[str] = []
    used = 0
    for space, unit in _units(line):
        columns = display_width(unit)
        if parts and used + len(space) + columns > width:
            yield "".join(parts)
            parts, used, space = [], 0, ""  # noqa: PLW2901 - a line does not begin with a space
        parts += (space, unit)
        used += len(space) + columns
    yield "".join(parts)


def _units(line: str) -> Iterator[tuple[str, str]]:
    """Yield what may not be broken, each with the space before it."""
    for index, word in enumerate(line.split(" ")):
        space = " " if index else ""
        for unit in (word,) if word.isascii() else _split_wide(word):
            yield space, unit
            space = ""


def _split_wide(word: str) -> Iterator[str]:
    unit = ""
    for character in word:
        breakable = unit != "" and (_is_wide(character) or _is_wide(unit[-1]))
        if breakable and character not in _NOT_FIRST and unit[-1] not in _NOT_LAST and _columns(character):
            yield unit
            unit = ""
        unit += character
    yield unit


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in _WIDE
