"""Percent: "5-10%", "-0.5%", "25 bps"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import DASH, FIGURE, LOOSE
from a11ynews.speech.normalization.numerals import amount
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs

__all__ = ["RULES"]

_NAMES = {
    "%": "percent",
    "pct": "percent",
    "‰": "per mille",
    "bps": "basis points",
    "bp": "basis points",
    "pp": "percentage points",
}


def _say_range(match: re.Match[str]) -> str:
    return f"{amount(match[1])} to {amount(match[2])} percent"


def _say_percent(match: re.Match[str]) -> str:
    return f"{amount(match[1])} {_NAMES[match[2]]}"


RULES = (
    Rule("percent-range", FIGURES + signs("%"), re.compile(rf"({FIGURE})%?\s?{DASH}\s?({LOOSE})\s?%"), _say_range),
    Rule(
        "percent",
        FIGURES,
        re.compile(rf"({FIGURE}|\.(?<!\w\.)[0-9]{{1,9}})(?:\s|-)?(%|‰|(?:pct|bps|bp)\b|(?<=[0-9])pp\b)"),
        _say_percent,
    ),
)
