"""Attribute values that are used only when they have the right shape."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from a11ynews.model.inlines import Direction

__all__ = ["read_direction", "read_language", "read_number", "read_when"]

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,7}", re.IGNORECASE)
"""Well-formed enough for RFC 5646, section 2.1: a language of 2 or 3 letters, then subtags."""

_WHEN: Final = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?"
    r"|\d{4}(?:-(?:0[1-9]|1[0-2]))?"
    r"|(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
    r"|P(?=[\dT])(?:\d{1,5}D)?(?:T(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,5}(?:\.\d{1,3})?S)?)?",
)
"""HTML Standard, section 4.5.14 "time": dates, date-times, months, years, times, durations."""

_NUMBER: Final = re.compile(r"\s*([+-]?\d{1,9})")


@lru_cache(maxsize=256)
def read_language(value: str) -> str | None:
    """Return a BCP 47 tag if the value has that shape, else None.

    Example:
        >>> read_language(" pt_BR ")
        'pt-BR'
        >>> read_language("english please") is None
        True
    """
    tag = value.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) and tag.lower() not in {"und", "mul", "zxx"} else None


def read_direction(value: str) -> Direction | None:
    """Return "ltr" or "rtl"; None for "auto" and for what is neither.

    Example:
        >>> read_direction(" RTL")
        'rtl'
    """
    match value.strip().lower():
        case "ltr":
            return "ltr"
        case "rtl":
            return "rtl"
        case _:
            return None


def read_when(value: str) -> str | None:
    """Return a machine-readable date, time or duration if the value is one, else None.

    Example:
        >>> read_when("2024-02-30T10:00Z"), read_when("yesterday")
        ('2024-02-30T10:00Z', None)
    """
    plain = value.strip()
    return plain if len(plain) <= 64 and _WHEN.fullmatch(plain) else None  # noqa: PLR2004 - longer is no date


def read_number(value: str | None, default: int, low: int, high: int) -> int:
    """Return the whole number that a value begins with, clamped; ``default`` if there is none.

    Example:
        >>> read_number("1000000000", 1, 1, 1000), read_number("wide", 1, 1, 1000)
        (1000, 1)
    """
    found = _NUMBER.match(value) if value and value.isascii() else None
    return max(low, min(high, int(found[1]))) if found else default
