"""Ranks in figures: "21st", "101st", "1,000th"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.numerals import ordinal
from a11ynews.speech.normalization.rule import FIGURES, Rule

__all__ = ["RULES"]

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def _ending(number: int) -> str:
    return "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")


def _say_ordinal(match: re.Match[str]) -> str:
    number = int(match[1].replace(",", ""))
    return ordinal(number) if match[2].lower() == _ending(number) else match[0]


RULES = (
    Rule(
        "ordinal",
        FIGURES,
        re.compile(r"(?<![\w.,])([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(st|nd|rd|th|ST|ND|RD|TH)(?!\w)"),
        _say_ordinal,
    ),
)
