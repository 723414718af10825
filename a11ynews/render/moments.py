"""Times that count from when the page was seen, as dates in the article's language."""

from __future__ import annotations

from a11ynews.model.ages import dated_age
from a11ynews.model.inlines import Time
from a11ynews.render.phrases import Phrases

__all__ = ["told_date"]


def told_date(time: Time, words: Phrases) -> str | None:
    """Return the date of a time that is printed as an age; None for one that stands for itself.

    Args:
        time: The time, as printed and for machines.
        words: The words of the article's language.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> from a11ynews.render.phrases import phrases_for
        >>> time = Time(datetime="2025-01-15T10:30:00Z", children=(Text(text="2 hours ago"),))
        >>> told_date(time, phrases_for("en"))
        '15 January 2025'
    """
    moment = dated_age(time, words.months)
    return None if moment is None else words.date(moment)
