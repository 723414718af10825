"""How long a recording is, in words."""

from __future__ import annotations

from a11ynews.render.phrases import Phrases

__all__ = ["duration_words"]

_MINUTE = 60
_LONGEST_S = 360_000
"""A hundred hours: what is longer is a mistake of the page. A NaN is neither below nor above."""


def duration_words(seconds: float | None, words: Phrases) -> str:
    """Return a length as people read it; "" where it is not known or cannot be.

    Args:
        seconds: Length in seconds.
        words: Our own words in the article's language.

    Example:
        >>> from a11ynews.render.phrases import phrases_for
        >>> duration_words(200.4, phrases_for("en")), duration_words(5400, phrases_for("en"))
        ('3 min 20 s', '1 h 30 min')
    """
    if seconds is None or not 1 <= seconds < _LONGEST_S:
        return ""
    minutes, rest = divmod(round(seconds), _MINUTE)
    if minutes < _MINUTE:
        return words.say("minutes_seconds", minutes=minutes, seconds=rest)
    return words.say("hours_minutes", hours=minutes // _MINUTE, minutes=minutes % _MINUTE)
