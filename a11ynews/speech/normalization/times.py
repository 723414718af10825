"""Times of the day: "14:30 GMT", "9am-5pm", "7.30pm", "0800 GMT"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import DASH, ends_sentence, letters
from a11ynews.speech.normalization.numerals import cardinal, digits
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import words

__all__ = ["RULES"]

_ZONES = "|".join(
    sorted({form for zone in words("zones.txt") for form in (zone, zone.lower())}, key=lambda z: (-len(z), z))
)
_HALF = r"([aApP])\.?[mM]\b(\.?)"
_ZONE = rf"(?:\s?((?:{_ZONES})(?:/(?:{_ZONES}))?)\b)?"
_LAST_HOUR = 24
_LAST_MINUTE = 59


def _clock(hours: str, minutes: str, *, half: bool) -> str:
    """Return hours and minutes in words.

    Example:
        >>> _clock("14", "30", half=False), _clock("2", "05", half=True), _clock("01", "00", half=False)
        ('fourteen thirty', 'two oh five', "one o'clock")
    """
    hour = cardinal(int(hours))
    if not int(minutes or 0):
        return hour if half else ("midnight" if hours in ("00", "24") else f"{hour} o'clock")
    return f"{hour} {f'oh {digits(minutes[1])}' if minutes[0] == '0' else cardinal(int(minutes))}"


def _tail(half: str | None, zone: str | None) -> str:
    zones = ", ".join(letters(name) for name in zone.split("/")) if zone else ""
    return "".join((f" {letters(half + 'm')}" if half else "", f" {zones}" if zones else ""))


def _point(match: re.Match[str], dot: str | None) -> str:
    """Return the stop after "p.m." where it ends the sentence too."""
    return "." if dot and match[0].endswith(".") and ends_sentence(match.string, match.end()) else ""


def _say_clock(match: re.Match[str]) -> str:
    hours, minutes, half, dot, zone = match.groups()
    if int(hours) > _LAST_HOUR or int(minutes) > _LAST_MINUTE:
        return match[0]
    return _clock(hours, minutes, half=bool(half)) + _tail(half, zone) + _point(match, dot)


def _say_hour(match: re.Match[str]) -> str:
    hours, minutes, half, dot, zone = match.groups()
    if int(hours) > _LAST_HOUR or int(minutes or 0) > _LAST_MINUTE:
        return match[0]
    return _clock(hours, minutes or "", half=True) + _tail(half, zone) + _point(match, dot)


def _say_hours_range(match: re.Match[str]) -> str:
    """Say "5:30-6:30 p.m.": what follows says the rest."""
    first = match[1] if match[2] is None else _clock(match[1], match[2], half=True)
    return f"{first if match[2] else cardinal(int(match[1]))}{_tail(match[3], None)} to "


def _say_duration(match: re.Match[str]) -> str:
    hours, minutes, seconds = (int(part) for part in match.groups())
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    said = [f"{cardinal(number)} {name}{'' if number == 1 else 's'}" for number, name in parts]
    return f"{said[0]} {said[1]} and {said[2]}"


def _say_hours_minutes(match: re.Match[str]) -> str:
    """Say "2h 30m", where the m cannot be metres."""
    hours, minutes = int(match[1]), int(match[2])
    return f"{cardinal(hours)} hour{'' if hours == 1 else 's'} {cardinal(minutes)} minute{'' if minutes == 1 else 's'}"


def _say_military(match: re.Match[str]) -> str:
    hours, minutes, zone = match.groups()
    if int(hours) > _LAST_HOUR or int(minutes) > _LAST_MINUTE:
        return match[0]
    hour = f"oh {digits(hours[1])}" if hours[0] == "0" and hours != "00" else cardinal(int(hours))
    rest = (
        "hundred" if minutes == "00" else (f"oh {digits(minutes[1])}" if minutes[0] == "0" else cardinal(int(minutes)))
    )
    return f"{hour} {rest} {letters(zone) if zone.isupper() else 'hours'}"


RULES = (
    Rule(
        "hours-minutes",
        FIGURES,
        re.compile(r"(?<![\w.,:-])([0-9]{1,3})\s?h(?:rs?)?\s?([0-5]?[0-9])\s?m(?:ins?)?\b"),
        _say_hours_minutes,
    ),
    Rule(
        "either-time",
        FIGURES + signs("/"),
        re.compile(r"(?<=[mMT])/(?=[0-9]{1,2}(?::[0-5][0-9])?\s?[apAP])"),
        lambda _: ", ",
    ),
    Rule(
        "hour-sign",
        FIGURES,
        re.compile(r"(?<![\w.,:-])([01]?[0-9]|2[0-3])h([0-5][0-9])\b"),
        lambda match: _clock(match[1], match[2], half=False),
    ),
    Rule(
        "duration",
        FIGURES + signs(":"),
        re.compile(r"(?<![\w:.])([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])(?![\w:])"),
        _say_duration,
    ),
    Rule(
        "hours-range",
        FIGURES + signs("-‐‑–—−"),
        re.compile(
            rf"(?<![\w:.,$€£-])([0-9]{{1,2}})(?:[:.]([0-5][0-9]))?(?:\s?{_HALF})?\s?{DASH}\s?"
            r"(?=[0-9]{1,2}(?:[:.][0-5][0-9])?\s?[aApP]\.?[mM]\b|[0-9]{1,2}:[0-5][0-9](?!:))"
        ),
        _say_hours_range,
    ),
    Rule(
        "clock",
        FIGURES + signs(":"),
        re.compile(rf"(?<![\w:.,])([0-9]{{1,2}}):([0-5][0-9])(?![\w:](?<![apAP]))(?:\s?{_HALF})?{_ZONE}(?!\w)"),
        _say_clock,
    ),
    Rule("hour", FIGURES, re.compile(rf"(?<![\w:,$€£])([0-9]{{1,2}})(?:[.]([0-5][0-9]))?\s?{_HALF}{_ZONE}"), _say_hour),
    Rule(
        "military",
        FIGURES,
        re.compile(rf"(?<![\w:.,$€£-])([0-2][0-9])([0-5][0-9])\s({_ZONES}|hours|hrs)\b"),
        _say_military,
    ),
)
