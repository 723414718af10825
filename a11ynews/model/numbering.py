"""How the items of a list are numbered, as a browser would: 1, 2, 3; a, b, c; I, II, III."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from a11ynews.model.blocks import List

__all__ = ["Numbering", "item_marks", "item_numbers"]

Numbering: TypeAlias = Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]
"""The kinds of numbers of the ``type`` attribute of ``ol`` (HTML, 4.4.5), by their names in CSS."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_ROMAN = 3_999


def item_numbers(block: List) -> tuple[int, ...]:
    """Return the number of each item. A reversed list without a start ends with 1 (HTML, 4.4.5).

    Example:
        >>> from a11ynews.model.blocks import List, ListItem
        >>> item_numbers(List(items=(ListItem(blocks=()), ListItem(blocks=(), value=7), ListItem(blocks=()))))
        (1, 7, 8)
        >>> item_numbers(List(items=(ListItem(blocks=()),) * 3, ordered=True, reversed=True))
        (3, 2, 1)
    """
    step = -1 if block.reversed else 1
    number = len(block.items) if block.reversed and block.start == 1 else block.start
    found = []
    for item in block.items:
        number = number if item.value is None else item.value
        found.append(number)
        number += step
    return tuple(found)


def item_marks(block: List) -> tuple[str, ...]:
    """Return the number of each item as it is printed, without the full stop after it.

    Example:
        >>> from a11ynews.model.blocks import List, ListItem
        >>> item_marks(List(items=(ListItem(blocks=()),) * 3, ordered=True, numbering="lower-alpha"))
        ('a', 'b', 'c')
    """
    return tuple(_printed(number, block.numbering) for number in item_numbers(block))


def _printed(number: int, numbering: Numbering) -> str:
    """Return a number in one of the kinds; as digits if the kind has none for it (CSS Counter Styles 3, 6.1)."""
    if number < 1 or numbering == "decimal":
        return str(number)
    if numbering.endswith("roman"):
        printed = _roman(number) if number <= _LAST_ROMAN else str(number)
    else:
        printed = _letters(number)
    return printed.upper() if numbering.startswith("upper") else printed


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
