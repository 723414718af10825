"""Dates: days, years, decades, eras and quarters."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import DASH, is_counted, letters
from a11ynews.speech.normalization.numerals import cardinal, decade, digits, ordinal, year
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import rows

__all__ = ["rules"]

_NAMES = {name.lower(): row[0] for row in rows("months.tsv") for name in row}
_MONTHS = tuple(row[0] for row in rows("months.tsv"))
_ALSO_WORDS = frozenset({"may", "march", "mar"})
"""In small letters these are mostly something else, so a year has to follow."""

_REST = "|".join(sorted((name[1:] for name in _NAMES), key=len, reverse=True))
_STOP = r"(?:(?<=\b[A-Za-z]{3})(?<!\b[Mm]ay)\.|(?<=\b[Ss]ept)\.)?"
_MONTH = rf"([JFMASONDjfmasond](?<![^\W_][JFMASONDjfmasond])(?i:{_REST}))\b{_STOP}"
_DAY = r"([0-3]?[0-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w:%]|[.,][0-9])"
_YEAR = r"([12][0-9]{3})(?![\w%]|[.,][0-9])"
_TO = rf"\s?(?:{DASH}|to|through|until)\s?"
_LAST_DAY = 31


def _month(name: str) -> str:
    return _NAMES[name.lower()]


def _spelled_like(name: str) -> str:
    """Keep small letters small: "july" stays "july"."""
    return _month(name).lower() if name.islower() else _month(name)


def _is_day(day: str) -> bool:
    return 1 <= int(day) <= _LAST_DAY


def _year_after(comma: str | None, figures: str | None) -> str:
    return f"{',' if comma else ''} {year(int(figures))}" if figures else ""


def _say_month_day(match: re.Match[str]) -> str:
    name, first, joint, last, comma, years = match.groups()
    unsure = name in _ALSO_WORDS and not years and match[0][-1].isdigit()
    if name.lower() not in _NAMES or not _is_day(first) or unsure:
        return match[0]
    said = f"{_spelled_like(name)} {ordinal(int(first))}"
    if last and joint and is_counted(match.string, match.end()):
        return f"{said}{joint}{last}"
    if last:
        said += f"{joint or ' to '}{ordinal(int(last))}"
    return said + _year_after(comma, years)


def _say_months(match: re.Match[str]) -> str:
    name, first, last_name, last = match.groups()
    if not {name.lower(), last_name.lower()} <= _NAMES.keys():
        return match[0]
    return f"{_month(name)} {ordinal(int(first))} to {_month(last_name)} {ordinal(int(last))}"


def _say_day_month(match: re.Match[str]) -> str:
    first, last, name, comma, years = match.groups()
    if (
        name.lower() not in _NAMES
        or not _is_day(first)
        or (name in _ALSO_WORDS and not years and match[0][0].isdigit() and match[0][-1] != ".")
    ):
        return match[0]
    the = (
        ""
        if re.search(r"\bthe\s\Z", match.string[max(0, match.start() - 6) : match.start()], re.IGNORECASE)
        else "the "
    )
    days = f"{the}{ordinal(int(first))}" + (f" to the {ordinal(int(last))}" if last else "")
    return f"{days} of {_spelled_like(name)}{_year_after(comma, years)}"


def _say_month_year(match: re.Match[str]) -> str:
    return f"{_spelled_like(match[1])} {year(int(match[2]))}" if match[1].lower() in _NAMES else match[0]


def _written_out(day: int, month: int, years: str, *, day_first: bool) -> str:
    name = _MONTHS[month - 1]
    said = year(int(years)) if len(years) == 4 else _short_year(years)  # noqa: PLR2004 - four figures
    return f"the {ordinal(day)} of {name} {said}" if day_first else f"{name} {ordinal(day)} {said}"


def _short_year(figures: str) -> str:
    return digits(figures) if figures[0] == "0" else cardinal(int(figures))


def _say_iso(match: re.Match[str]) -> str:
    years, month, day = match.groups()
    if not (1 <= int(month) <= len(_MONTHS) and _is_day(day)):
        return match[0]
    return _written_out(int(day), int(month), years, day_first=False)


def _numeric(match: re.Match[str], *, day_first: bool) -> str:
    first, second, years = int(match[1]), int(match[2]), match[3]
    if first > len(_MONTHS):
        day_first = True
    elif second > len(_MONTHS):
        day_first = False
    day, month = (first, second) if day_first else (second, first)
    if not (1 <= month <= len(_MONTHS) and 1 <= day <= _LAST_DAY):
        return match[0]
    return _written_out(day, month, years, day_first=day_first)


def _say_day_first(match: re.Match[str]) -> str:
    return _numeric(match, day_first=True)


def _say_month_first(match: re.Match[str]) -> str:
    return _numeric(match, day_first=False)


def _say_decade(match: re.Match[str]) -> str:
    figures = match[1] or match[2]
    if len(figures) == 2 and figures[0] in "01":  # noqa: PLR2004 - nobody says "the 00s" so
        return {"00": "two thousands", "10": "twenty tens"}.get(figures, match[0]) if match[0][0] in "'‘’" else match[0]
    return decade(int(figures))


def _say_decades(match: re.Match[str]) -> str:
    return f"{decade(int(match[1]))} to {decade(int(match[2]))}"


def _say_years(match: re.Match[str]) -> str:
    first, last = match.groups()
    if len(last) == 2:  # noqa: PLR2004 - 2020-21
        if int(last) != (int(first) + 1) % 100 and int(last) <= int(first) % 100:
            return match[0]
        # "2008 to oh nine" is hard to follow; "twenty twenty to twenty one" is how seasons are called.
        second = year(int(first[:2] + last)) if last[0] == "0" and int(last) > int(first) % 100 else _short_year(last)
        return f"{year(int(first))} to {second}"
    return f"{year(int(first))} to {year(int(last))}" if int(first) < int(last) else match[0]


def _say_season(match: re.Match[str]) -> str:
    first, last = match.groups()
    follows = int(last) == (int(first) + 1) % 100
    return f"{year(int(first))} {_short_year(last)}" if follows else match[0]


def _say_era(match: re.Match[str]) -> str:
    dotted_end = match[0].endswith(".") and not match.string[match.end() :].strip()
    return f"{year(int(match[1]))} {letters(match[2])}{'.' if dotted_end else ''}"


def _say_anno(match: re.Match[str]) -> str:
    return f"A D {year(int(match[1]))}"


def _say_fiscal(match: re.Match[str]) -> str:
    figures = match[1]
    return f"fiscal {year(int(figures)) if len(figures) > 2 else _short_year(figures)}"  # noqa: PLR2004 - FY21


def _say_quarter(match: re.Match[str]) -> str:
    rank, kind, years = match.groups()
    name = "quarter" if kind == "Q" else "half"
    said = year(int(years)) if len(years) == 4 else _short_year(years)  # noqa: PLR2004 - four figures
    return f"the {ordinal(int(rank))} {name} of {said}"


_PERIODS = (
    Rule(
        "era",
        FIGURES,
        re.compile(r"\b([0-9]{1,4})\s?(A\.D\.?|B\.C\.E\.|B\.C\.?|C\.E\.|AD|BCE|BC|CE)(?![\w])"),
        _say_era,
    ),
    Rule("anno-domini", FIGURES, re.compile(r"\bA\.?D\.?\s([0-9]{1,4})\b(?![,.:][0-9])"), _say_anno),
    Rule(
        "quarter",
        FIGURES,
        re.compile(r"\b(?:the\s)?([1-4])([QH])([0-9]{4}|[0-9]{2})\b"),
        _say_quarter,
    ),
    Rule("fiscal-year", FIGURES, re.compile(r"\bFY\s?['’]?([0-9]{4}|[0-9]{2})\b(?!-)"), _say_fiscal),
    Rule("fiscal-years", FIGURES + signs("F"), re.compile(r"\bFY\s?(?=[12][0-9]{3}-[0-9]{2}\b)"), lambda _: "fiscal "),
    Rule("quarter-first", FIGURES, re.compile(r"\b([1-4])([QH])\s?['’]?([12][0-9]{3}|[0-9]{2})\b"), _say_quarter),
)
"""Rules for eras, quarters and fiscal years, which come before those for days."""
_SPANS = (
    Rule(
        "decades",
        FIGURES,
        re.compile(rf"(?<![\w.,])([12][0-9]{{2}}0|[2-9]0)s\s?{DASH}\s?([12][0-9]{{2}}0|[2-9]0)s\b"),
        _say_decades,
    ),
    Rule(
        "decade",
        FIGURES,
        re.compile(r"(?<![\w.,])(?:['‘’]?([12][0-9]{2}0|[2-9]0)|['‘’]([01]0))\s?['’]?s\b"),
        _say_decade,
    ),
    Rule(
        "season",
        FIGURES + signs("/"),
        re.compile(r"(?<![\w.,/-])([12][0-9]{3})/([0-9]{2})(?![\w/%-])"),
        _say_season,
    ),
    Rule(
        "years",
        FIGURES + signs("-‐‑–—−"),
        re.compile(rf"(?<![\w.,/-])([12][0-9]{{3}})\s?{DASH}\s?([12][0-9]{{3}}|[0-9]{{2}})(?![\w%]|[-.,/][0-9])"),
        _say_years,
    ),
)
"""Rules for decades, seasons and spans of years, which come after them."""


def rules(*, day_first: bool) -> tuple[Rule, ...]:
    """Return the rules for dates.

    Args:
        day_first: Whether 01/07 is the first of July.
    """
    numeric = _say_day_first if day_first else _say_month_first
    return (
        *_PERIODS,
        Rule(
            "iso-date",
            FIGURES + signs("-/."),
            re.compile(r"\b([12][0-9]{3})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])\b(?![-/0-9])"),
            _say_iso,
        ),
        Rule(
            "numeric-date",
            FIGURES + signs("/"),
            re.compile(r"(?<![\w/.-])([0-3]?[0-9])/([0-3]?[0-9])/([12][0-9]{3}|[0-9]{2})(?![\w/-])"),
            numeric,
        ),
        Rule(
            "dotted-date",
            FIGURES + signs("-."),
            re.compile(r"(?<![\w/.-])([0-3]?[0-9])[-.]([0-3]?[0-9])[-.]([12][0-9]{3})(?![\w/-])"),
            _say_day_first,
        ),
        Rule("months", FIGURES, re.compile(rf"{_MONTH}\s{_DAY}{_TO}{_MONTH}\s{_DAY}"), _say_months),
        Rule(
            "day-month",
            FIGURES,
            re.compile(
                rf"(?<![\w.,:/$€£-]){_DAY}(?:{_TO}{_DAY})?(?:\s|-)(?:of\s)?{_MONTH}(?:(,)?[\s-]{_YEAR})?(?![\w])"
            ),
            _say_day_month,
        ),
        Rule(
            "month-day",
            FIGURES,
            re.compile(rf"{_MONTH}\s{_DAY}(?:(?:{_TO}|( and )){_DAY})?(?:(,)?\s{_YEAR})?"),
            _say_month_day,
        ),
        Rule("month-year", FIGURES, re.compile(rf"{_MONTH},?\s{_YEAR}"), _say_month_year),
        *_SPANS,
    )
