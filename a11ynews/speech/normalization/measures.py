"""Measures: "12kg", "2,600-kilometer", "5 sq. ft.", "6 ft 2 in", "2°C", "60 km/h"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import DASH, FIGURE, LOOSE, is_adjectival, stop
from a11ynews.speech.normalization.numerals import amount
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import rows, words

__all__ = ["RULES"]

_UNITS = {unit: (one, many) for unit, one, many in rows("units.tsv")}
_TIGHT = words("tight_units.txt")
_THREE = 3
_HYPHENED = re.compile(r"-[a-z]")  # "5m-high"

# A unit: letters with an exponent, perhaps after "sq." or "cu."; the table decides.
_UNIT = r"((?:sq|cu|fl)\.?\s[a-z]{1,10}\.?|[°º]\s?[CFNSEW]?(?!\w)|[℃℉]|[A-Za-zµμΩ]{1,5}[23²³]?\.?)"


def _names(unit: str) -> tuple[str, str] | None:
    return _UNITS.get(unit) or (_names(unit[:-1]) if unit.endswith(".") else None)


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
        or (match[3] == "s" and len(match[1]) == _THREE)
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
    if match[0].endswith(".") and not (unit.endswith(".") and unit in _UNITS):
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
    if before.count('"') % 2:
        return match[0]
    return f"{amount(match[1])} {'inch' if _is_one(match[1]) else 'inches'}"


def _say_by(match: re.Match[str]) -> str:
    return f"{amount(match[1])} by {amount(match[2])}"


RULES = (
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
