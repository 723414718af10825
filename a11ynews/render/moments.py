"""Times that count from when the page was seen: "2 hours ago" is false by the time somebody listens."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from a11ynews.model.inlines import Time
from a11ynews.render.phrases import Phrases

__all__ = ["told_date"]

_LONGEST: Final = 30
"""Characters: "il y a environ 12 heures"."""
_DATED: Final = len("2025-01-15")
_SHORT_MONTH: Final = 3
_NUMBERS: Final = re.compile(r"\d+")


def told_date(time: Time, words: Phrases) -> str | None:
    """Return the date of a time that is printed as an age; None for one that stands for itself.

    An age is told by its digits, so that no list of words for "ago" is needed: one small number that is not the
    day's, no clock, and no month.

    Args:
        time: The time, as printed and for machines.
        words: The words of the article's language.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> from a11ynews.render.phrases import phrases_for
        >>> def told(printed: str) -> str | None:
        ...     time = Time(datetime="2025-01-15T10:30:00Z", children=(Text(text=printed),))
        ...     return told_date(time, phrases_for("en"))
        >>> told("2 hours ago"), told("15 Jan"), told("10:30"), told("January 2025")
        ('15 January 2025', None, None, None)
    """
    printed = time.text.strip()
    numbers = _NUMBERS.findall(printed)
    if len(numbers) != 1 or len(printed) > _LONGEST or len(numbers[0]) > 2 or ":" in printed:  # noqa: PLR2004 - a year has 4
        return None
    try:
        moment = datetime.fromisoformat(time.datetime)
    except ValueError:
        return None
    if len(time.datetime) < _DATED or int(numbers[0]) == moment.day or _names_a_month(printed, words):
        return None
    return words.date(moment.replace(hour=0, minute=0, second=0, microsecond=0))


def _names_a_month(printed: str, words: Phrases) -> bool:
    folded = printed.casefold()
    return any(month.casefold()[:_SHORT_MONTH] in folded for month in words.months if month[:1].isalpha())
