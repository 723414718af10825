"""Street addresses: "123 Laguna Ct, Town", "708 N 1st St"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import stop
from a11ynews.speech.normalization.numerals import digits, pairs
from a11ynews.speech.normalization.rule import FIGURES, Rule
from a11ynews.speech.normalization.tables import pairs_of

__all__ = ["RULES"]

_STREETS = {form: name for short, name in pairs_of("streets.tsv").items() for form in (short, short.lower())}
_DIRECTIONS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
_FULL = "Street|Drive|Avenue|Boulevard|Road|Lane|Court|Place|Square|Highway|Parkway|Expressway|Terrace|Circle|Way"
_TYPES = "|".join(sorted(_STREETS, key=len, reverse=True))
_THREE = 3


def _house(figures: str) -> str:
    """Return the number of a house.

    Example:
        >>> _house("123"), _house("708"), _house("1211"), _house("12")
        ('one twenty three', 'seven zero eight', 'twelve eleven', 'twelve')
    """
    return digits(figures) if len(figures) == _THREE and figures[1] == "0" else pairs(figures)


def _say_address(match: re.Match[str]) -> str:
    number, direction, names, kind = match.groups()
    where = f" {_DIRECTIONS[direction.rstrip('.')]}" if direction else ""
    dot = stop(match) if kind.endswith(".") else ""
    return f"{_house(number)}{where} {names}{_STREETS.get(kind.rstrip('.'), kind.rstrip('.'))}{dot}"


RULES = (
    Rule(
        "address",
        FIGURES,
        re.compile(
            rf"(?<![\w.,$€£/:-])([0-9]{{1,5}})\s(?:([NSEW]{{1,2}}\.?)\s)?((?:(?:[A-Z][\w’']{{0,20}}|[0-9]{{1,3}}(?:st|nd|rd|th)|for|the|of)\s){{1,4}}?)((?:{_TYPES})\b\.?|(?:{_FULL})\b)"
        ),
        _say_address,
    ),
)
