"""Measures: "12kg", "2,600-kilometer", "5 sq. ft.", "6 ft 2 in", "2°C", "60 km/h"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import DASH, FIGURE, LOOSE, is_adjectival, stop
from a11ynews.speech.normalization.numerals import amount, pairs
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import rows, words

__all__ = ["RULES"]

_UNITS = {unit: (one, many) for unit, one, many in rows("units.tsv")}
_TIGHT = words("tight_units.txt")
_THREE = 3
_LONGEST_INCHES = 6
_WARM = re.compile(
    r"\b(?:above|below|by|to|of|at|least|hit|hits|reach|reached|than|exceeds?|exceeded|around|about|near|nearly|over"
    r"|under|minus)\s\Z"
)
_HYPHENED = re.compile(r"-[a-z]")  # "5m-high"

# A unit: letters with an exponent, perhaps after "sq." or "cu."; the table decides.
_UNIT = r"((?:sq|cu|fl)\.?[\s-][a-z]{1,10}\.?|[°º]\s?[CFNSEW]?(?!\w)|[℃℉]|[A-Za-zµμΩ]{1,5}[23²³]?\.?)"


def _names(unit: str) -> tuple[str, str] | None:
    spaced = unit.replace("-", " ")
    return _UNITS.get(spaced) or (_names(unit[:-1]) if unit.endswith(".") else None)


def _is_one(figures: str) -> bool:
    return figures in ("1", "1.0", "1.00")


def _is_word(space: str, unit: str, per: str | None) -> bool:
    """Return whether a short unit is rather a word or a letter: "5 in London", "133-A"."""
    bare = unit.rstrip(".")
    return (space == " " and bare in _TIGHT and not per) or (space == "-" and len(bare) == 1)


def _is_name(match: re.Match[str]) -> bool:
    """Return whether the figures belong to a name with one letter after them: "F-16s", "747s"."""
    text, start = match.string, match.start()
    return len(match[3]) == 1 and (
        (text[start - 1 : start] == "-" and text[max(0, start - 2)].isalpha())
        or (match[3] == "s" and "." not in match[1] and (len(match[1]) >= _THREE or text[start - 4 : start] == "the "))
    )


def _say_measure(match: re.Match[str]) -> str:
    figures, space, unit, per = match.groups()
    names = _names(unit)
    if names is None or _is_word(space, unit, per) or _is_name(match):
        return match[0]
    below = _names(per) if per else None
    if per and below is None:
        return match[0]
    joined = _HYPHENED.match(match.string, match.end()) is not None
    one = space == "-" or joined or _is_one(figures) or is_adjectival(match)
    said = f"{amount(figures)} {names[0] if one else names[1]}"
    dot = stop(match) if match[0].endswith(".") else ""
    if match[0].endswith(".") and not (unit.endswith(".") and unit.replace("-", " ") in _UNITS):
        dot = "."
    return said + (f" per {below[0]}" if below else "") + dot


def _say_range(match: re.Match[str]) -> str:
    low, first_unit, times, high, space, unit = match.groups()
    names = _names(unit)
    if names is None or (space == " " and unit in _TIGHT) or first_unit not in (None, unit):
        return match[0]
    joint = "by" if times in tuple("x×") else "to"
    name = names[0] if space == "-" or is_adjectival(match) else names[1]
    kept = "." if unit.endswith(".") and unit not in _UNITS else ""
    return f"{amount(low)} {joint} {amount(high)} {name}{kept}"


def _say_height(match: re.Match[str]) -> str:
    feet, inches = match.groups()
    return f"{amount(feet)} foot {amount(inches)}"


def _say_feet_inches(match: re.Match[str]) -> str:
    feet, inches = match.groups()
    return (
        f"{amount(feet)} {'foot' if feet == '1' else 'feet'} {amount(inches)} {'inch' if inches == '1' else 'inches'}"
    )


def _say_inches(match: re.Match[str]) -> str:
    """A mark after figures is inches only where it cannot close a quotation."""
    before = match.string[max(0, match.start() - 400) : match.start()]
    if len(match[1]) > _LONGEST_INCHES or before.count('"') % 2:
        return match[0]
    return f"{amount(match[1])} {'inch' if _is_one(match[1]) else 'inches'}"


def _say_by(match: re.Match[str]) -> str:
    if all(_THREE <= len(figures) <= _THREE + 1 and figures.isdecimal() for figures in match.groups()):
        return f"{pairs(match[1])} by {pairs(match[2])}"  # a screen of 1920 x 1080
    return f"{amount(match[1])} by {amount(match[2])}"


def _say_first_of_three(match: re.Match[str]) -> str:
    return f"{amount(match[1])} by {amount(match[2])} by "


def _is_temperature(match: re.Match[str]) -> bool:
    """Tell "25C (77F)", "1.5C" and "above 30C" from a class or a road of that name."""
    text, start, end = match.string, match.start(), match.end()
    paired = text[end : end + 2].lstrip()[:1] in ("(", "/") or text[max(0, start - 1) : start] in ("(", "/")
    if paired or "." in match[1]:
        return True
    return match[2] == "" and _WARM.search(text, max(0, start - 12), start) is not None


def _say_degrees(match: re.Match[str]) -> str:
    if not _is_temperature(match):
        return match[0]
    name = "Celsius" if match[3] == "C" else "Fahrenheit"
    return f"{amount(match[1])} {'degree' if _is_one(match[1]) else 'degrees'} {name}"


def _say_scale(match: re.Match[str]) -> str:
    return {"C": "Celsius", "F": "Fahrenheit", "N": "north", "S": "south", "E": "east", "W": "west"}[match[1]]


RULES = (
    Rule(
        "degrees",
        FIGURES + signs("CF"),
        re.compile(r"([0-9](?<![\w.,][0-9])[0-9]{0,2}(?:\.[0-9])?)( ?)([CF])\b(?![-+#&'’/]\w)"),
        _say_degrees,
    ),
    Rule("degrees-named", FIGURES + signs("CF"), re.compile(r"(?<=degrees )([CF])\b"), _say_scale),
    Rule(
        "degrees-where",
        FIGURES + signs("°"),
        re.compile(r"(?<=[0-9]°) ?([NSEW])\b(?!\.)"),
        lambda match: f" {_say_scale(match)}",
    ),
    Rule(
        "height", FIGURES + signs("'’′"), re.compile(rf"({FIGURE})['’′]\s?([0-9]{{1,2}})(?:[\"”″]|''|’’)"), _say_height
    ),
    Rule(
        "height-bare",
        FIGURES + signs("'’"),
        re.compile(r"(?<![\w.,/-])([4-7])['’]\s?(1[01]|[0-9])(?![\w.,'’])"),
        _say_height,
    ),
    Rule("feet-inches", FIGURES, re.compile(rf"({FIGURE})\s?ft\.?,?\s?([0-9]{{1,2}})\s?in\b\.?"), _say_feet_inches),
    Rule("inches", FIGURES + signs('"″'), re.compile(rf"({FIGURE})(?:\"|″)(?=[\s,;)-]|\Z)"), _say_inches),
    Rule(
        "three-sides",
        FIGURES + signs("x×"),
        re.compile(rf"({FIGURE})\s?[x×]\s?({LOOSE})\s?[x×]\s?(?=[0-9])"),
        _say_first_of_three,
    ),
    Rule(
        "measures-range",
        FIGURES,
        re.compile(rf"({FIGURE})\s?([A-Za-z°]{{1,3}})?\s?({DASH}|[x×]|to)\s?({LOOSE})([ -]?){_UNIT}(?![\w/'’])"),
        _say_range,
    ),
    Rule(
        "measure",
        FIGURES,
        re.compile(rf"({FIGURE})([ -]?){_UNIT}(?![\w'’])(?:/([a-zA-Z]{{1,3}}[23²³]?)(?!\w))?"),
        _say_measure,
    ),
    Rule("by", FIGURES + signs("x×"), re.compile(rf"({FIGURE})\s?[x×]\s?({LOOSE})(?!\w)"), _say_by),
)
