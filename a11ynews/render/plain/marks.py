"""Marks that text without raised characters needs."""

from __future__ import annotations

import re

from a11ynews.model.blocks import ListItem

__all__ = ["exponent", "note_mark", "task_box"]

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


def task_box(item: ListItem) -> str:
    """Return the box of a task as people type it, to stand before its words; "" for what is no task.

    Example:
        >>> task_box(ListItem(blocks=(), checked=True)), task_box(ListItem(blocks=()))
        ('[x] ', '')

    Source:
        GitHub Flavored Markdown 0.29, section 5.3 "Task list items".
    """
    return "" if item.checked is None else "[x] " if item.checked else "[ ] "
