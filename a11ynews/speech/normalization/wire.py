"""Habits of the wire: datelines, "FILE -", editorial brackets, ellipses that glue words together."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import words

__all__ = ["OPENINGS", "RULES"]

_ASIDE_SPACES = 4
"""Five words in brackets are an aside of their own; fewer stand in for words of the sentence."""


def _say_file(match: re.Match[str]) -> str:
    del match
    return "File photo: "


_PLACES = {"ST.": "Saint", "ST ": "Saint ", "FT.": "Fort", "MT.": "Mount"}


def _title(place: str) -> str:
    """Return a place in capital letters as a name; short pieces that are letters stay.

    Example:
        >>> _title("NEW YORK"), _title("UNITED NATIONS")
        ('New York', 'United Nations')
    """
    for short, name in _PLACES.items():
        place = place.replace(short, name)
    return re.sub(r"[A-ZÀ-Þ]{3,}", lambda match: match[0].capitalize(), place)


def _say_dateline(match: re.Match[str]) -> str:
    place, rest, agency = match[1], match[2], match[3]
    parts = [_title(place) + (rest or "").rstrip(), *([agency] if agency else [])]
    return "".join(f"{part}, " if part.endswith(".") and part is not parts[-1] else f"{part}. " for part in parts)


def _say_brackets(match: re.Match[str]) -> str:
    """Say what the editor put in; a longer aside between commas."""
    words = match[1]
    if words.count(" ") < _ASIDE_SPACES:
        return words
    before = match.string[max(0, match.start() - 2) : match.start()].rstrip()
    after = match.string[match.end() : match.end() + 1]
    opened = f", {words}" if before.isalnum() else words
    return f"{opened}," if after == " " else opened


def _say_gap(match: re.Match[str]) -> str:
    return f"{match[0]} "


def _say_dash(match: re.Match[str]) -> str:
    del match
    return " — "


_AGENCY = r"\(([A-Z0-9][\w./&’' -]{1,40})\)"
_AGENCIES = "|".join(words("agencies.txt"))

_GLUED = r"[\w,;:!?’”\"]"


def _say_agency(match: re.Match[str]) -> str:
    place, agency = match[1], match[2]
    return f"{place.rstrip(' ,')}. {agency}. " if place else f"{agency}. "


def _say_place(match: re.Match[str]) -> str:
    return f"{_title(match[1])}. "


OPENINGS = (
    Rule(
        "file-photo",
        signs("F"),
        re.compile(r"\A\s{0,9}FILE(?:\s?(?:PHOTO|IMAGE))?\s?(?:[-–—:]{1,2})\s?"),
        _say_file,
    ),
    Rule(
        "dateline",
        signs("-–—_"),
        re.compile(
            r"\A([A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,30}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'-]{1,30}){0,4})"
            r"((?:,\s[A-Z0-9][\w. ]{1,30}){0,2})\s?"
            rf"(?:{_AGENCY}\s?(?:-{{1,2}}|[–—_])|(?:\s-{{1,2}}|\s?[–—]))\s(?=\S)"
        ),
        _say_dateline,
    ),
    Rule(
        "small-dateline",
        signs("("),
        re.compile(
            r"\A((?:[A-ZÀ-Þ][\w.’'-]{1,25}(?:,? [A-ZÀ-Þ][\w.’'-]{1,25}){0,4}"
            r"(?:, (?:[A-Z][a-z]{2,8}\.? )?[0-9]{1,2})?\s)?)"
            rf"\(({_AGENCIES})\)\s?(?:[-–—_]{{1,2}}\s?)?(?=\S)"
        ),
        _say_agency,
    ),
    Rule(
        "slashed-agency",
        signs("/"),
        re.compile(
            rf"\A([A-ZÀ-Þ][\w.,’' -]{{2,50}}?)\s?/({_AGENCIES}|[A-Z][A-Za-z]{{2,14}})/\.?\s?(?:[-–—]{{1,2}}\s)?(?=\S)"
        ),
        lambda match: f"{_title(match[1]).rstrip(' .,-')}. {match[2]}. ",
    ),
    Rule(
        "place-colon",
        signs(":"),
        re.compile(r"\A(?=[A-ZÀ-Þ ]{5,60}:)([A-ZÀ-Þ]{3,20}(?: [A-ZÀ-Þ]{3,20}){0,3}):\s(?=[A-Z]?[a-z ]|[“‘\"'])"),
        _say_place,
    ),
)

RULES = (
    Rule("note-mark", signs("["), re.compile(r"\[(?<=[\w.,;:!?’”\")]\[)[0-9]{1,3}\]"), lambda match: match[0][:0]),
    Rule(
        "note-figure",
        FIGURES,
        re.compile(r"([.!?”])(?<=[a-z]{3}[.!?”])[0-9]{1,2}(?=\s[A-Z“]|\s?\Z)"),
        lambda match: match[1],
    ),
    Rule("brackets", signs("["), re.compile(r"\[([^\[\]]{1,300})\]"), _say_brackets),
    Rule(
        "ellipsis",
        signs(".…"),
        re.compile(rf"…(?<={_GLUED}…)(?=[\w“‘\"'])|\.\.\.(?<={_GLUED}\.\.\.)\.?(?=[\w“‘\"'])"),
        _say_gap,
    ),
    Rule("typed-dash", signs("-"), re.compile(r" --(?= )"), lambda match: f"{match[0][:1]}—"),
    Rule(
        "glued-dash",
        signs("—-"),
        re.compile(r"(?:—(?<=[\w,.’”\")]—)|--(?<=[\w,.’”\")]--))(?=[\w“‘\"'(])"),
        _say_dash,
    ),
)
