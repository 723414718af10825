"""Text to lines: every line end understood, nothing invisible left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Line", "is_visible", "split_lines"]

#: Byte order marks anywhere (files get joined) and controls: they are not text, XML forbids most.
_CONTROLS = re.compile("[\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[\t\x1f ]+")
#: Characters that take no room; a line of nothing else is blank.
_ROOMLESS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u180e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with something on it.

    Attributes:
        number: Its number in the source, from 1, blank lines counted.
        text: Its characters without those around them; runs of spaces are one.
        indent: How many characters of white space stood before it.
        after_gap: Whether a blank line, or nothing at all, is before it.
        raw: All its characters but white space at its end: code needs its spaces.
    """

    number: int
    text: str
    indent: int
    after_gap: bool
    raw: str = ""


def is_visible(text: str) -> bool:
    """Return whether anything in a line can be seen.

    Example:
        >>> is_visible("\u00a0\u200b"), is_visible("-")
        (False, True)
    """
    return bool(text.strip().strip(_ROOMLESS).strip())


def split_lines(text: str) -> Iterator[Line]:
    r"""Yield the lines of a text that have something on them.

    Line ends are those of :meth:`str.splitlines`: CR LF, CR, LF, form feed, next line, and the
    Unicode separators. Lone surrogates become U+FFFD, since no encoding can write them.

    Args:
        text: Any text at all.

    Example:
        >>> [(line.number, line.text, line.after_gap) for line in split_lines("One\r\n\r\n  two  words")]
        [(1, 'One', True), (3, 'two words', True)]
    """
    cleaned = _CONTROLS.sub("", _SURROGATES.sub("\ufffd", text))
    after_gap = True
    for number, line in enumerate(cleaned.splitlines(), 1):
        if not is_visible(line):
            after_gap = True
            continue
        bare = line.lstrip()
        yield Line(
            number=number,
            text=_SPACES.sub(" ", bare.rstrip()),
            indent=len(line) - len(bare),
            after_gap=after_gap,
            raw=line.rstrip(),
        )
        after_gap = False
