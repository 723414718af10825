"""Dates as metadata and pages write them. Nothing here raises, whatever the text.

Cheap on purpose: ISO 8601 first, then RFC 5322, then words and numbers with a table of months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache

from a11ynews.read.metadata.calendars import from_persian, from_thai
from a11ynews.read.metadata.vocabulary import mapping

__all__ = ["Moment", "find_moment", "moments_in", "month_names", "parse_moment"]

_MAX_CHARS = 200
_MAX_DATES = 3
_MAX_OFFSET_MIN = 14 * 60 + 59
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:\s{0,3}[T,_]?\s{0,3}(\d\d?)[:.]?(\d\d)(?:[:.]?(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r"\s{0,2}(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?",
    re.IGNORECASE | re.ASCII,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?", re.ASCII)
_TIME = re.compile(
    r"(?<![\d.:])(\d{1,2})\s?[:.h時시]\s?(\d{2})(?::(\d{2}))?(?![\d.]\d)\s{0,2}([ap]\.?\s?m\b\.?)?(?:\s{0,2}\(?([A-Za-z]{1,4})\b)?|\b(\d{1,2})\s?([ap])\.?m\b",
    re.IGNORECASE | re.ASCII,
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d\d?):?(\d\d)?", re.ASCII | re.IGNORECASE)
_CJK = re.compile(r"(\d{4})\s?[年년]\s{0,2}(\d\d?)\s?[月월]\s{0,2}(\d\d?)", re.ASCII)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./-]\s?(\d\d?)[./-]\s?(\d\d?)(?!\d)", re.ASCII)
_YEAR_LAST = re.compile(
    r"(?<![\d.,/-])(\d\d?)(?:([./-])(\d\d?)\2|(\.) (\d\d?)\. )(\d{4}|\d\d)(?!\d|[.,/-]\d)", re.ASCII
)
_PIECES = re.compile(r"\d{1,4}(?!\d)|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e30-\u0e4e\u200c])*")
"""Numbers, and words with the signs above and below their letters."""
_DIGITS = {base + digit: str(digit) for base in (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10, 0xE50) for digit in range(10)}
_MONTH_FIRST = ("en-us", "en-ph", "es-us")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with what is known about its precision.

    Attributes:
        when: The moment; aware where the text has an offset.
        has_time: Whether the text has a time of day.
        text: The text it was read from.
    """

    when: datetime
    has_time: bool
    text: str


def parse_moment(text: str, language: str = "") -> Moment | None:
    """Return the moment a metadata value stands for, None for what is no credible date.

    Args:
        text: An ISO 8601 date in any of its careless forms, an RFC 5322 date, seconds or milliseconds
            since 1970, or a date in words.
        language: BCP 47 tag; decides the order of 3/4/2025.

    Example:
        >>> parse_moment("2024-04-28 07:00:00Z").when.isoformat()
        '2024-04-28T07:00:00+00:00'
        >>> parse_moment("0000-99-99T24:60:00+99:99") is None
        True
    """
    text = _plain(text.strip()[:_MAX_CHARS])
    if _EPOCH.fullmatch(text):
        return _from_epoch(text)
    if match := _ISO.match(text):
        return _from_iso(match, text)
    if "," in text[:6] or text[-5:-4] in ("+", "-"):
        try:
            return _credible(parsedate_to_datetime(text), has_time=True, text=text)
        except (ValueError, TypeError, OverflowError, IndexError):
            pass
    return find_moment(text, language)


def _plain(text: str) -> str:
    """Return a text with the digits of other scripts as ASCII ones."""
    return text if text.isascii() else text.translate(_DIGITS)


def _from_iso(match: re.Match[str], text: str) -> Moment | None:
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    micro = int((fraction or "0").ljust(6, "0")[:6])
    clock = int(hour or 0), int(minute or 0), min(int(second or 0), 59), micro
    try:
        when = datetime(int(year), int(month), int(day), *clock, tzinfo=_zone(zone))
    except (ValueError, OverflowError):
        return None
    return _credible(when, has_time=hour is not None, text=text)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > _MAX_OFFSET_MIN:
        return None
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _from_epoch(text: str) -> Moment | None:
    digits = text.partition(".")[0]
    seconds = int(digits[:10])
    return _credible(datetime.fromtimestamp(seconds, UTC), has_time=True, text=text)


def _credible(when: datetime, *, has_time: bool, text: str) -> Moment | None:
    """Return the moment if the web could have printed it: 1970, the zero of clocks, is no date."""
    return Moment(when, has_time, text) if 1800 < when.year < 2100 and when.year != 1970 else None  # noqa: PLR2004


@cache
def month_names() -> dict[str, int]:
    """Return the names of the months in all languages, case folded, with their numbers.

    Where two languages disagree ("listopad" is October in Croatian and November in Polish), the
    first in the file wins.
    """
    table: dict[str, int] = {}
    for names in mapping("dates", "months").values():
        for number, forms in enumerate(names if isinstance(names, list) else [], 1):
            for form in forms.split():
                table.setdefault(form.casefold(), number)
    return table


@cache
def _persian_months() -> dict[str, int]:
    """Return the months of the Persian solar calendar, in Persian, Dari and Pashto, with their numbers."""
    names = mapping("dates", "persian_months").get("names")
    return {form: n for n, forms in enumerate(names if isinstance(names, list) else [], 1) for form in forms.split()}


def find_moment(text: str, language: str = "") -> Moment | None:
    """Return the first date in a text of a few words, as pages print it.

    Example:
        >>> find_moment("Published on 3 May 2024 at 4:05 pm").when.isoformat()
        '2024-05-03T16:05:00'
        >>> find_moment("3. märz 2021, 09:30 Uhr").when.isoformat()
        '2021-03-03T09:30:00'
    """
    return next((moment for _, moment, _ in moments_in(text, language)), None)


def moments_in(text: str, language: str = "") -> Iterator[tuple[str, Moment, str]]:
    """Yield the dates in a short text, each with the words before and after it.

    Example:
        >>> [(before, moment.when.day) for before, moment, _ in moments_in("Published 3 May 2024 Updated 5 May 2024")]
        [('Published ', 3), (' Updated ', 5)]
    """
    text = _plain(text[:_MAX_CHARS])
    for _ in range(_MAX_DATES):
        day = _day(text, language)
        if day is None:
            return
        numbers, start, end = day
        moment, used = _moment(numbers, text[:start], text[start:end], text[end:])
        if moment:
            yield text[:start], moment, text[end + used :]
        text = text[end + used :]


def _moment(numbers: tuple[int, int, int], before: str, inside: str, after: str) -> tuple[Moment | None, int]:
    """Return the moment with the time that stands after or else before the day, and how much of ``after`` it took."""
    try:
        when = datetime(*numbers)  # noqa: DTZ001 - printed dates often have no offset
    except ValueError:
        return None, 0
    whole = f"{before}{inside}{after}".strip()
    if found := _with_time(when, after, near=40):
        return _credible(found[0], has_time=True, text=whole), found[1]
    for other in (inside, before[-20:]):
        if found := _with_time(when, other, near=40):
            return _credible(found[0], has_time=True, text=whole), 0
    return _credible(when, has_time=False, text=whole), 0


def _day(text: str, language: str) -> tuple[tuple[int, int, int], int, int] | None:
    if match := _CJK.search(text) or _YEAR_FIRST.search(text):
        return (int(match[1]), int(match[2]), int(match[3])), match.start(), match.end()
    if found := _worded(text):
        return found
    if match := _YEAR_LAST.search(text):
        first, second, year = int(match[1]), int(match[3] or match[5]), int(match[6])
        year = from_thai(year + 2000 if year < 100 else year)  # noqa: PLR2004
        if second > 12 or (first <= 12 and match[2] != "." and language.lower().startswith(_MONTH_FIRST)):  # noqa: PLR2004
            first, second = second, first
        return (year, second, first), match.start(), match.end()
    return None


def _worded(text: str) -> tuple[tuple[int, int, int], int, int] | None:
    """Find a month's name with a day and a year around it, in any order that languages use."""
    months, persian = month_names(), _persian_months()
    pieces = [(match.group().casefold(), match.start(), match.end()) for match in _PIECES.finditer(text)]
    for at, (word, _, _) in enumerate(pieces):
        month = months.get(word) or persian.get(word)
        if month is None:
            continue
        around = [
            (piece, n) for n in range(max(0, at - 3), min(len(pieces), at + 7)) if (piece := pieces[n][0]).isdecimal()
        ]
        year = next(((int(p), n) for p, n in around if len(p) == 4), None)  # noqa: PLR2004
        days = sorted(((abs(n - at), n, int(p)) for p, n in around if len(p) <= 2 and 1 <= int(p) <= 31))  # noqa: PLR2004
        if year is None or not days:
            continue
        _, n, day = days[0]
        span = [at, n, year[1]]
        when = from_persian(year[0], month, day) if word in persian else None
        return when or (from_thai(year[0]), month, day), pieces[min(span)][1], pieces[max(span)][2]
    return None


def _with_time(when: datetime, text: str, near: int) -> tuple[datetime, int] | None:
    match = _TIME.search(text[:near])
    if match is None:
        return None
    hour, minute = int(match[1] or match[6]), int(match[2] or 0)
    half = (match[4] or match[7] or "").lower()[:1]
    if half and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        when = when.replace(hour=hour, minute=minute, second=int(match[3] or 0))
    except ValueError:
        return None
    offset = mapping("dates", "zones").get((match[5] or "").lower())
    if isinstance(offset, int):
        when = when.replace(tzinfo=timezone(timedelta(minutes=offset)))
    return when, match.end()
