"""Dates of a story: what of them a reader is told."""

from __future__ import annotations

from datetime import datetime, timedelta

__all__ = ["change_after", "is_day"]


def is_day(moment: datetime) -> bool:
    """Tell whether only the day is known: a page that prints no hour is read as midnight.

    Example:
        >>> is_day(datetime(2024, 4, 28)), is_day(datetime(2024, 4, 28, 9, 30))
        (True, False)
    """
    return not (moment.hour or moment.minute or moment.second)


def change_after(published: datetime | None, modified: datetime | None) -> datetime | None:
    """Return when a story was last changed, or None if that says no more than when it was published.

    Publishing systems store a story twice as it goes out: a change in the same minute, or on the same day where only
    the day is known, is no news to a reader, and one before the publication is a mistake.

    Args:
        published: When it was published; None is unknown.
        modified: When it was changed; None is unknown.

    Example:
        >>> change_after(datetime(2024, 4, 28, 9, 30, 1), datetime(2024, 4, 28, 9, 30, 40)) is None
        True
    """
    if published is None or modified is None:
        return modified
    if is_day(published) or is_day(modified) or (published.tzinfo is None) != (modified.tzinfo is None):
        return modified if modified.date() > published.date() else None
    return modified if modified - published >= timedelta(minutes=1) else None
