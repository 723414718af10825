"""All other numbers: counts, decimals, years, codes and signs before them."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import FIGURE, is_counted
from a11ynews.speech.normalization.numerals import amount, digits, year
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import rows

__all__ = ["EARLY", "RULES"]

_CODE_FIGURES = 5
"""English news writes counts of five figures and more with commas; without, it is a code (a ZIP code)."""
_LONG_CODE = 8
_STATES = "|".join(sorted({name.split()[-1] for _, name, _ in rows("states.tsv")}))
_STATE = re.compile(rf"\b(?:[A-Z] ?[A-Z]|(?i:zip|code|postcode)|{_STATES}) \Z")
_YEARS = range(1010, 2100)


def _say_signed(match: re.Match[str]) -> str:
    return f"{'plus' if match[1] == '+' else 'minus'} "


def _say_about(match: re.Match[str]) -> str:
    del match
    return "about "


def _say_more(match: re.Match[str]) -> str:
    return "less than " if match[0][0] == "<" else "more than "


def _say_number(match: re.Match[str]) -> str:
    figures = match[0]
    if not figures.isdecimal():
        return amount(figures)
    if len(figures) >= _CODE_FIGURES and not (_is_round(match) or is_counted(match.string, match.end())):
        return digits(figures)
    if len(figures) == 4 and int(figures) in _YEARS:  # noqa: PLR2004 - four figures
        return year(int(figures))
    return amount(figures)


def _is_round(match: re.Match[str]) -> bool:
    """Return whether figures end in noughts, as counts do and a ZIP code after its state does not."""
    alone = match.start() == 0 and match.end() == len(match.string)
    if alone or len(match[0]) >= _LONG_CODE or not match[0].endswith("00"):
        return False
    return _STATE.search(match.string, max(0, match.start() - 12), match.start()) is None


def _say_spaced(match: re.Match[str]) -> str:
    """Say "25 000 people" and "1 000 000": groups of three with spaces between them."""
    return amount(re.sub(r"\s", ",", match[0]))


def _say_rest(match: re.Match[str]) -> str:
    """Say figures that no rule knows, one by one, apart from what they touch."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    words = digits(match[0]) if len(match[0]) > _CODE_FIGURES else amount(match[0])
    return f"{' ' if before.isalnum() else ''}{words}{' ' if after.isalnum() else ''}"


EARLY = (
    Rule(
        "spaced",
        FIGURES,
        re.compile(
            r"(?<![\w.,/-])[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,4}(?![\w]|[.,][0-9])"
            r"|(?<![\w.,/-])[0-9]{1,3}(?: [0-9]{3}){2,4}(?![\w-]|[.,][0-9]|\s[0-9])"
            r"|(?<![\w.,/-])[0-9]{1,3} 000(?![\w-]|[.,][0-9]|\s[0-9])"
        ),
        _say_spaced,
    ),
    Rule("about", FIGURES + signs("~≈"), re.compile(r"[~≈](?<!\w[~≈])\s?(?=[0-9$€£])"), _say_about),
    Rule(
        "signed",
        FIGURES + signs("-−+"),
        re.compile(r"([-−+])(?<![\w)/.%-][-−+])(?<![0-9] [-−+])(?=\.?[0-9])"),
        _say_signed,
    ),
)

RULES = (
    Rule(
        "more",
        FIGURES + signs("<>"),
        re.compile(r"(?:(?<=\s)|(?<=\()|(?<!.))[<>]\s?(?=[0-9])(?<!\w\s[<>]\s)"),
        _say_more,
    ),
    Rule(
        "short-year-mark",
        FIGURES + signs("'‘’"),
        re.compile(r"(?<!\w)['‘’](?=[0-9]{2}(?!\w|[.,][0-9]))"),
        lambda match: match[0][:0],
    ),
    Rule("number", FIGURES, re.compile(FIGURE), _say_number),
    Rule("figures", FIGURES, re.compile(r"[0-9]+"), _say_rest),
)
