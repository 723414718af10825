"""Which lines of a place that is all its author's are told."""

from __future__ import annotations

from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import MOSTLY_LINKS
from a11ynews.read.vocabulary import find_label

__all__ = ["says_something"]


def says_something(text: str, share: float, title: str) -> bool:
    """Tell whether a line is no link, no label, no drawn mark, and not the headline again.

    Args:
        text: The line.
        share: The share of its characters that are links.
        title: The headline.

    Example:
        >>> says_something("Two crowns", 0, "The ferry"), says_something("* * *", 0, "The ferry")
        (True, False)
        >>> says_something("The ferry", 0, "The ferry"), says_something("Share", 0, "The ferry")
        (False, False)
    """
    is_text = share < MOSTLY_LINKS and any(map(str.isalnum, text)) and text.casefold() != title.casefold()
    return is_text and find_label(text) is None and not is_furniture(text, share)
