"""How long to wait when a server asks for patience."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["ATTEMPTS", "BUSY", "pause_s"]

ATTEMPTS = 3
"""How often a page is asked for in all."""

BUSY = frozenset({429, 503})
"""Too Many Requests and Service Unavailable: the two that may come with ``Retry-After``."""

_FIRST_S = 0.5
_SECONDS = re.compile("[0-9]{1,9}")


def pause_s(retry_after: str | None, attempt: int, now: datetime | None = None) -> float:
    """Return how many seconds to wait before the next attempt.

    Args:
        retry_after: The header (RFC 9110, 10.2.3): seconds or a date. Without one, or with one that
            is neither, the pause is half a second and doubles with each attempt.
        attempt: The attempt that failed, from 0.
        now: The time; None takes the clock.

    Example:
        >>> pause_s("120", 0), pause_s(None, 0), pause_s("soon", 2)
        (120.0, 0.5, 2.0)
    """
    value = (retry_after or "").strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    seconds = _until(value, now or datetime.now(UTC))
    return _FIRST_S * 2**attempt if seconds is None else max(seconds, 0.0)


def _until(date: str, now: datetime) -> float | None:
    try:
        then = parsedate_to_datetime(date)
        if then.tzinfo is None:  # "-0000": the time zone is not known, and HTTP has only one
            then = then.replace(tzinfo=UTC)
        return (then - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
