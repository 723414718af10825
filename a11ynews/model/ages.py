"""Times that count from when the page was seen: "2 hours ago" is false by the time somebody reads or listens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from a11ynews.model.inlines import Text, Time

__all__ = ["dated_age"]

_LONGEST: Final = 30
"""Characters: "il y a environ 12 heures"."""
_DATED: Final = len("2025-01-15")
_SHORT_MONTH: Final = 3
_NUMBERS: Final = re.compile(r"\d+")


def dated_age(time: Time, months: Sequence[str]) -> datetime | None:
    """Return the moment of a time that is printed as an age; None for one that stands for itself.

    An age is told by its digits, so that no list of words for "ago" is needed: one small number that is not the
    day's, no clock, and no month.

    Args:
        time: The time, as printed and for machines.
        months: The names of the months in the article's language.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> def day(printed: str) -> datetime | None:
        ...     time = Time(datetime="2025-01-15T10:30:00Z", children=(Text(text=printed),))
        ...     return dated_age(time, ("January", "February"))
        >>> day("2 hours ago").day, day("15 Jan"), day("10:30"), day("January 2025"), day("27")
        (15, None, None, None, None)
    """
    if not all(isinstance(part, Text) for part in time.children):
        return None  # what else stands in it, a mark of a note say, must not be lost
    printed = time.text.strip()
    numbers = _NUMBERS.findall(printed)
    if not any(map(str.isalpha, printed)):
        return None  # a number alone is the day of a calendar, an hour, a count
    if len(numbers) != 1 or len(printed) > _LONGEST or len(numbers[0]) > 2 or ":" in printed:  # noqa: PLR2004 - a year has 4
        return None
    try:
        moment = datetime.fromisoformat(time.datetime)
    except ValueError:
        return None
    if len(time.datetime) < _DATED or int(numbers[0]) == moment.day or _names_a_month(printed, months):
        return None
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _names_a_month(printed: str, months: Sequence[str]) -> bool:
    folded = printed.casefold()
    return any(month.casefold()[:_SHORT_MONTH] in folded for month in months if month[:1].isalpha())
