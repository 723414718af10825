"""Fractions: "1/2", "2 1/4", "3½", "1/3rd"."""

from __future__ import annotations

import re
import unicodedata

from a11ynews.speech.normalization.numerals import cardinal, ordinal, plural
from a11ynews.speech.normalization.rule import Rule, signs

__all__ = ["RULES"]

_TEN = 10
_SPECIAL = {2: "half", 4: "quarter"}


def _fraction(top: int, bottom: int) -> str:
    """Return a fraction in words.

    Example:
        >>> _fraction(1, 2), _fraction(3, 4), _fraction(22, 3), _fraction(142, 1)
        ('one half', 'three quarters', 'twenty two thirds', 'one hundred forty two over one')
    """
    if bottom < 2:  # noqa: PLR2004 - no words for wholes
        return f"{cardinal(top)} over {cardinal(bottom)}"
    name = _SPECIAL.get(bottom) or ordinal(bottom)
    return f"{cardinal(top)} {name if top == 1 else plural(name)}"


def _say_fraction(match: re.Match[str]) -> str:
    whole, top, bottom = match.groups()
    if bottom == "10" and not whole and top != "1" and int(top) <= _TEN:
        return f"{cardinal(int(top))} out of ten"
    said = _fraction(int(top), int(bottom))
    return f"{cardinal(int(whole))} and {'a half' if said == 'one half' else said}" if whole else said


def _say_sign(match: re.Match[str]) -> str:
    whole, sign = match.groups()
    top, _, bottom = unicodedata.normalize("NFKC", sign).partition("⁄")
    said = _fraction(int(top), int(bottom)) if bottom else cardinal(int(top))
    gap = " " if match.string[match.end() : match.end() + 1].isalpha() else ""
    return (f"{cardinal(int(whole))} and {'a half' if said == 'one half' else said}" if whole else said) + gap


RULES = (
    Rule(
        "fraction-sign",
        signs("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"),
        re.compile(r"(?:(?<![\w.,])([0-9]{1,6})\s?)?([¼-¾⅐-⅞])"),
        _say_sign,
    ),
    Rule(
        "fraction",
        signs("/⁄"),
        re.compile(
            r"(?:(?<![\w.,/$-])([0-9]{1,6})(?:\s|-))?(?<![\w.,/])(?<![A-Za-z]-)([0-9]{1,6})[/⁄]([0-9]{1,6})"
            r"(?:st|nd|rds?|ths?|ST|ND|RDS?|THS?)?(?![\w/]|[.,][0-9]|-[A-Za-z])"
        ),
        _say_fraction,
    ),
)
