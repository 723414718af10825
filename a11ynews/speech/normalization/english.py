"""All rules for English, in the order in which they are tried.

What is written in one piece comes first (addresses of the net, telephone numbers), then what a sign
or a word beside a number decides (money, dates, times, measures), then bare numbers; Roman numerals
come before acronyms, as "VI" is both.
"""

from __future__ import annotations

from functools import cache

from a11ynews.speech.normalization import (
    abbreviations,
    acronyms,
    addresses,
    codes,
    dates,
    electronic,
    fractions,
    measures,
    money,
    numbers,
    ordinals,
    percent,
    ranges,
    roman,
    symbols,
    telephone,
    times,
    wire,
)
from a11ynews.speech.normalization.rule import Rule

__all__ = ["OPENINGS", "rules"]

OPENINGS = wire.OPENINGS
"""Tried first, and only where a line begins."""


@cache
def rules(*, day_first: bool) -> tuple[Rule, ...]:
    """Return the rules.

    Args:
        day_first: Whether 01/07 is the first of July, as everywhere but in North America.

    Example:
        >>> rules(day_first=True)[0].name
        'url'
    """
    return (
        *electronic.RULES,
        *wire.RULES,
        *telephone.RULES,
        *abbreviations.RULES,
        *codes.EARLY,
        *addresses.RULES,
        *money.RULES,
        *dates.rules(day_first=day_first),
        *times.RULES,
        *numbers.EARLY,
        *percent.RULES,
        *measures.RULES,
        *symbols.EARLY,
        *ranges.RULES,
        *fractions.RULES,
        *ordinals.RULES,
        *codes.RULES,
        *numbers.RULES,
        *roman.RULES,
        *acronyms.RULES,
        *symbols.RULES,
    )
