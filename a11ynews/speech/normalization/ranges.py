"""Two numbers that belong together: ranges, scores, ratios."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import DASH, FIGURE, LOOSE
from a11ynews.speech.normalization.numerals import amount, cardinal
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import words

__all__ = ["RULES"]

_BOOKS = "|".join(words("scripture_books.txt"))


def _say_to(match: re.Match[str]) -> str:
    return f"{amount(match[1])} to {amount(match[2])}"


def _say_equation(match: re.Match[str]) -> str:
    return f"{match[1]} minus "


def _say_times(match: re.Match[str]) -> str:
    del match
    return " times "


def _say_named_day(match: re.Match[str]) -> str:
    return " ".join(cardinal(int(figures)) for figures in re.split("[/-]", match[1]))


def _say_verse(match: re.Match[str]) -> str:
    book, chapter, first, last = match.groups()
    return f"{book}{amount(chapter)} {amount(first)}" + (f" to {amount(last)}" if last else "")


def _say_in(match: re.Match[str]) -> str:
    return f"{amount(match[1])} {match[2]} {amount(match[3])}"


RULES = (
    Rule(
        "power-of",
        FIGURES + signs("^"),
        re.compile(r"(?<=[0-9])\^(?=[0-9])"),
        lambda match: f" to the power of {match[0][1:]}",
    ),
    Rule("times", FIGURES + signs("*"), re.compile(r"(?<=[0-9])\s?\*\s?(?=[0-9])"), _say_times),
    Rule("equation", FIGURES + signs("="), re.compile(r"([0-9A-Za-z])\s?[-−]\s?(?=[0-9]{1,15}\s?=)"), _say_equation),
    Rule(
        "round-the-clock",
        FIGURES + signs("/-"),
        re.compile(r"(?<![\w/.,-])24[/-]7(/365)?(?![\w/]|-[0-9])"),
        lambda match: "twenty four seven" + (" three sixty five" if match[1] else ""),
    ),
    Rule(
        "named-day",
        FIGURES + signs("/-"),
        re.compile(r"(?<![\w/.,])(?<![0-9]-)(9/11|7/7|50[/-]50|20[/-]20)(?![\w/]|-[0-9])"),
        _say_named_day,
    ),
    Rule(
        "one-in-four",
        FIGURES + signs("-"),
        re.compile(rf"({FIGURE})-(in|to|for|by|on|and|of)-([0-9]{{1,6}})(?![\w-])"),
        _say_in,
    ),
    Rule(
        "verse",
        FIGURES + signs(":"),
        re.compile(rf"\b((?:{_BOOKS})\s)([0-9]{{1,3}}):([0-9]{{1,3}})(?:{DASH}([0-9]{{1,3}}))?(?![\w:])"),
        _say_verse,
    ),
    Rule(
        "ages",
        FIGURES + signs("-‐‑–—−"),
        re.compile(
            rf"(?<![\w.,-])([0-9]{{1,2}}){DASH}([0-9]{{1,2}})(?=-(?:years?|months?|weeks?|days?|hours?|minutes?)\b)"
        ),
        _say_to,
    ),
    Rule(
        "range",
        FIGURES + signs("-‐‑–—−:"),
        re.compile(rf"(?<![A-Za-z0-9]-)({FIGURE})(?:\s?{DASH}\s?|–|:)({LOOSE})(?![\w:]|-\w|/[0-9])"),
        _say_to,
    ),
)
