"""Names made of letters and figures: "G20", "F-16", "COVID-19", "5G", "B2A23C", "Boeing 737"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.numerals import amount, digits, pairs, year
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import words

__all__ = ["EARLY", "RULES"]

_THREE, _FOUR = 3, 4
_DOTTED_DATE = re.compile(r"(?:[012]?[0-9]|3[01])\.(?:0?[0-9]|1[0-2])\.(?:[12][0-9])?[0-9]{2}")


def _code(figures: str) -> str:
    """Return the figures of a name.

    Example:
        >>> _code("16"), _code("380"), _code("2000"), _code("90210")
        ('sixteen', 'three eighty', 'two thousand', 'nine zero two one zero')
    """
    if "." in figures:
        return amount(figures)
    if figures[0] == "0" and len(figures) > 1:
        return digits(figures)
    if len(figures) == _THREE:
        return pairs(figures)
    if len(figures) == _FOUR:
        return year(int(figures))
    return amount(figures) if len(figures) < _THREE else digits(figures)


def _say_letters_figures(match: re.Match[str]) -> str:
    return f"{match[1]} {_code(match[2])}{_gap(match)}"


def _say_figures_letters(match: re.Match[str]) -> str:
    """Say "4790K", the name of a part, by twos; "2000s" is none."""
    named = len(match[1]) == _FOUR and match[1].isdecimal() and match.string[match.end() : match.end() + 1].isupper()
    return f"{_code(match[1]) if named else amount(match[1])}{_gap(match)}"


def _gap(match: re.Match[str]) -> str:
    """Return the space before further letters; the s of a plural ("F-16s", "under-21s") stays where it is."""
    text, end = match.string, match.end()
    plural = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum() and not match[0].endswith("-")
    return " " if text[end : end + 1].isalpha() and not plural else ""


def _say_named(match: re.Match[str]) -> str:
    return match[1] + pairs(match[2]) + (f" {pairs(match[3])}" if match[3] else "")


def _say_version(match: re.Match[str]) -> str:
    return "".join(f" point {digits(part)}" for part in match[0].split(".")[1:])


def _say_release(match: re.Match[str]) -> str:
    if _DOTTED_DATE.fullmatch(match[0]):
        return match[0]
    return " point ".join(amount(part) for part in match[0].split("."))


def _say_calibre(match: re.Match[str]) -> str:
    return f"point {digits(match[1])}{' ' if match[0].endswith('-') else ''}"


def _say_average(match: re.Match[str]) -> str:
    """Say ".300 hitter" and ".45-caliber" as shooters and sportsmen do."""
    return f"{pairs(match[1])}{' ' if match[0].endswith('-') else ''}"


def _say_per(match: re.Match[str]) -> str:
    del match
    return " per "


def _say_plan(match: re.Match[str]) -> str:
    return f"{pairs(match[1])} {match[2]}"


_NAMED = "|".join(words("numbered_names.txt"))

EARLY = (
    Rule(
        "release", FIGURES + signs("."), re.compile(r"(?<![\w.,])[0-9]{1,4}(?:\.[0-9]{1,4}){2,5}(?![\w])"), _say_release
    ),
    Rule(
        "docket",
        FIGURES + signs("-"),
        re.compile(r"\b((?:Number|No\.|Case) )([0-9]{2})-([0-9]{3,5})(?![\w-])"),
        lambda match: f"{match[1]}{pairs(match[2])}, {pairs(match[3]) if len(match[3]) < 5 else digits(match[3])}",  # noqa: PLR2004
    ),
    Rule(
        "screen",
        FIGURES,
        re.compile(r"(?<![\w.,])(240|360|480|576|720|1,?080|1,?440|2,?160|4,?320)([pi])\b"),
        lambda match: f"{pairs(match[1].replace(',', ''))} {match[2]}",
    ),
    Rule(
        "some",
        FIGURES,
        re.compile(r"(?<![\w.,$€£])(10|100|1,000)s(?= of\b)"),
        lambda match: {"10": "tens", "100": "hundreds"}.get(match[1], "thousands"),
    ),
    Rule(
        "average",
        FIGURES + signs("."),
        re.compile(
            r"\.(?<![\w.]\.)([0-9]{3})(?=\s(?:hitters?|hitting|batting|average|record|season|clip|winning|percentage)\b)"
        ),
        _say_average,
    ),
    Rule(
        "batted",
        FIGURES + signs("."),
        re.compile(r"\b((?:hit|hits|bat|hitting|batting|batted)\s)\.([0-9]{3})(?!\w)"),
        lambda match: match[1] + pairs(match[2]),
    ),
    Rule(
        "gun",
        FIGURES + signs("."),
        re.compile(
            r"\.(?<![\w.]\.)([0-9]{2,3})"
            r"(?:-(?=cali)|(?=\s(?:cali|(?:Magnum|rifles?|pistols?|revolvers?|handguns?|rounds?|bullets?|ammunition)\b)))"
        ),
        _say_average,
    ),
    Rule("plan", FIGURES + signs("("), re.compile(r"(?<![\w.,-])([0-9]{3})\(([a-z])\)(?!\w)"), _say_plan),
    Rule(
        "named-number",
        FIGURES,
        re.compile(rf"((?:{_NAMED})\s)([0-9]{{3,4}})(?:-([0-9]{{1,4}}))?(?![\w]|[.,][0-9])"),
        _say_named,
    ),
)

RULES = (
    Rule(
        "stroke-in-code", FIGURES + signs("/"), re.compile(r"(?<=[0-9])/(?=[0-9])"), lambda match: f", {match[0][1:]}"
    ),
    Rule("version", FIGURES + signs("."), re.compile(r"(?<=[A-Z])(?:\.[0-9]{1,4}){1,4}(?!\w)"), _say_version),
    Rule(
        "calibre", FIGURES + signs("."), re.compile(r"(?<![\w.])\.([0-9]{1,9})(?![0-9])(?:-(?=[a-z]))?"), _say_calibre
    ),
    Rule("per", FIGURES + signs("/"), re.compile(r"(?<=[0-9])/(?=[a-z])"), _say_per),
    Rule(
        "letters-figures",
        FIGURES,
        re.compile(r"([A-Za-z])-?([0-9]{1,15}(?:\.[0-9]{1,9})?)(?![0-9]|[.,][0-9])"),
        _say_letters_figures,
    ),
    Rule(
        "figures-letters",
        FIGURES,
        re.compile(
            r"([0-9](?<![0-9][0-9])(?<![0-9][.,][0-9])(?:[0-9]{0,2}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{0,14})"
            r"(?:\.[0-9]{1,15})?)(?![0-9])-?(?=[A-Za-z])"
        ),
        _say_figures_letters,
    ),
)
