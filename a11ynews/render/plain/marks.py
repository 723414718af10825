"""Marks that text without raised characters needs."""

from __future__ import annotations

import re

__all__ = ["exponent", "note_mark"]

_EXPONENT = re.compile(r"[-+\u2212]?[0-9]+[0-9.,]*")


def exponent(text: str) -> str:
    """Return raised text so that a number cannot be taken for more digits: ten to the sixth is no 106.

    Example:
        >>> exponent("6"), exponent("me")
        ('^6', 'me')
    """
    return f"^{text}" if _EXPONENT.fullmatch(text) else text


def note_mark(label: str) -> str:
    """Return the mark of a note, in exactly one pair of brackets.

    Example:
        >>> note_mark("1"), note_mark("[a]"), note_mark("*")
        ('[1]', '[a]', '[*]')
    """
    return f"[{label.strip().removeprefix('[').removesuffix(']').strip()}]"
