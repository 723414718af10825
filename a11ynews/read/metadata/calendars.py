"""Years and days of other calendars that pages print, as those of the common one."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["from_persian", "from_thai"]

_THAI_YEARS = range(2400, 2700)
_YEARS_AHEAD = 543
_PERSIAN_YEARS = range(1200, 1500)
_FIRST_OF_1400 = date(2021, 3, 21)
"""1 Farvardin 1400."""
_LONG_MONTHS = 6
"""The first six months have 31 days, the others 30."""
_CYCLE = 33
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Leap years in a cycle of 33, by the remainder: right for the years 1244 to 1501 (Birashk, "A Comparative Calendar of
the Iranian, Muslim Lunar, and Christian Eras", 1993)."""


def from_thai(year: int) -> int:
    """Return a year of the Buddhist era as one of the common era; other years as they are.

    Example:
        >>> from_thai(2562), from_thai(2024)
        (2019, 2024)
    """
    return year - _YEARS_AHEAD if year in _THAI_YEARS else year


def from_persian(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """Return a day of the Persian solar calendar as year, month and day of the common one; None for other years.

    Example:
        >>> from_persian(1402, 11, 28), from_persian(1399, 12, 30)
        ((2024, 2, 17), (2021, 3, 20))
    """
    if year not in _PERSIAN_YEARS:
        return None
    first = _FIRST_OF_1400
    for between in range(min(year, 1400), max(year, 1400)):
        length = timedelta(days=366 if between % _CYCLE in _LEAP else 365)
        first = first + length if year > 1400 else first - length  # noqa: PLR2004 - where the count begins
    before = (month - 1) * 31 if month <= _LONG_MONTHS + 1 else _LONG_MONTHS * 31 + (month - 1 - _LONG_MONTHS) * 30
    found = first + timedelta(days=before + day - 1)
    return found.year, found.month, found.day
