"""Telephone numbers and other figures that are dictated: "1-800-555-1234", "call 911", "123.123.0.40"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.numerals import digits, pairs
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs

__all__ = ["RULES"]

_CALL = r"(?:call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|phone[ds]?|text(?:ed)?|ring|rang|hotline|lifeline)"
_SEPARATED = re.compile(r"[0-9]+")


def _groups(figures: str) -> str:
    """Return groups of figures, with a breath between them; "800" is said as a number.

    Example:
        >>> _groups("1-800-555-1234")
        'one, eight hundred, five five five, one two three four'
    """
    return ", ".join(pairs(g) if g in _TOLL_FREE else digits(g) for g in _SEPARATED.findall(figures))


_TOLL_FREE = frozenset({"800", "900"})


def _say_number(match: re.Match[str]) -> str:
    return f"{'plus ' if match[0].startswith('+') else ''}{_groups(match[0])}"


def _say_called(match: re.Match[str]) -> str:
    return match[1] + digits(match[2]) + match[3]


def _say_emergency(match: re.Match[str]) -> str:
    return digits(match[0])


def _say_vanity(match: re.Match[str]) -> str:
    return f"{_groups(match[1])}, {match[2].replace('-', ' ')}"


def _say_address(match: re.Match[str]) -> str:
    return " dot ".join(digits(part) for part in match[0].split("."))


RULES = (
    Rule(
        "ip-address",
        FIGURES + signs("."),
        re.compile(r"(?<![\w.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![\w]|\.[0-9])"),
        _say_address,
    ),
    Rule(
        "international",
        FIGURES + signs("+"),
        re.compile(
            r"(?<!\w)\+[0-9]{1,3}(?:[-. ]?\([0-9]{1,4}\)[-. ]?|[-. ])[0-9]{2,5}(?:[-. ][0-9]{2,5}){1,4}(?![\w-])"
        ),
        _say_number,
    ),
    Rule(
        "vanity",
        FIGURES + signs("-"),
        re.compile(r"(?<![\w-])(1-8[0-9]{2}(?:-[0-9]{3})?)-([A-Z]{1,8}(?:-[A-Z]{1,8}){0,4})(?![\w-])"),
        _say_vanity,
    ),
    Rule(
        "national",
        FIGURES,
        re.compile(
            r"(?<![\w.-])(?:1(?:[-. ]|(?=\()))?(?:\([0-9]{3}\)[-. ]?|[0-9]{3}(?P<s>[-. ]))"
            r"[0-9]{3}(?(s)(?P=s)|[-. ])[0-9]{4}(?:-[0-9]{1,4})?(?![\w-])"
        ),
        _say_number,
    ),
    Rule(
        "social-security",
        FIGURES + signs("-"),
        re.compile(r"(?<![\w.-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])"),
        _say_number,
    ),
    Rule(
        "trunk", FIGURES, re.compile(r"(?<![\w.-])\(?0[0-9]{2,4}\)?[- ][0-9]{3,4}[- ][0-9]{3,4}(?![\w-])"), _say_number
    ),
    Rule("trunk-short", FIGURES, re.compile(r"(?<![\w.-])0[0-9]{3,4}[- ][0-9]{5,7}(?![\w-])"), _say_number),
    Rule("local", FIGURES + signs("-"), re.compile(r"(?<![\w.-])[0-9]{3}-[0-9]{4}(?![\w-])"), _say_number),
    Rule(
        "called",
        FIGURES,
        re.compile(rf"\b({_CALL}\s(?:the\s)?)([0-9]{{3}})(?![\w,.:/-]\w|\w)()", re.IGNORECASE),
        _say_called,
    ),
    Rule(
        "emergency",
        FIGURES,
        re.compile(r"(?<![\w,.$€£-])(?:(911|999)(?=\s(?:call|dispatch|operator|emergency))|9-1-1\b)"),
        _say_emergency,
    ),
    Rule(
        "book-number",
        FIGURES + signs("I"),
        re.compile(r"\b(ISBN(?:-1[03])?:?\s)([0-9](?:-?[0-9]){8,12}-?[0-9X])\b"),
        lambda match: match[1] + _groups(match[2].rstrip("X")) + (" X" if match[0].endswith("X") else ""),
    ),
)
