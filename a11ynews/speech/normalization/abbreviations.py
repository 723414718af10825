"""Abbreviations by context: "Gov. Abbott", "St. Louis, Mo.", "Elm St.", "No. 10", "(R-Wyo.)"."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import ends_sentence, is_counted, letters, stop
from a11ynews.speech.normalization.rule import ALWAYS, FIGURES, Needs, Rule, signs
from a11ynews.speech.normalization.tables import pairs_of, rows, words

__all__ = ["RULES"]

_TITLES = pairs_of("titles.tsv")
_PLAIN_TITLES = pairs_of("plain_titles.tsv")
_STREETS = pairs_of("streets.tsv")
_ABBREVIATIONS = pairs_of("abbreviations.tsv")
_AMBIGUOUS = words("ambiguous_abbreviations.txt")
_LABELS = pairs_of("labels.tsv")
_PHRASES = pairs_of("phrases.tsv")
_STATES = {short: name for short, name, _ in rows("states.tsv")}
_POSTAL = {code: name for _, name, code in rows("states.tsv")}
_DAYS = "Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
_PARTIES = {"R": "Republican", "D": "Democrat", "I": "Independent"}

_CAPITAL_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]{0,30}|[0-9](?:st|nd|rd|th)|first|second|third|[a-z]{2,20}th)\s\Z")
_NAME_AFTER = re.compile(r"[\s-](?:[\"“‘']?[A-Z]|1st\b)")
# "No. IV" is a number; "No. In fact" and "no. I think" are answers.
_NUMBER_AFTER = re.compile(r"\s?#?(?:[0-9]|(?:[VX]|[IVX]{2,6})(?![\w'’])|I(?=[,.;:)]|\s?\Z|\sof\b))")
_GOES_ON = re.compile(r"[,'’]|\s[a-z0-9]")
_BEFORE_CHARS = 36


def _follows_name(match: re.Match[str]) -> bool:
    start = match.start()
    return _CAPITAL_BEFORE.search(match.string, max(0, start - _BEFORE_CHARS), start) is not None


def _say_dotted(match: re.Match[str]) -> str:
    """Say a short word with a full stop: a state, a label, a street, a title, or none of these."""
    short, end = match[1], match.end()
    text = match.string
    if short in _STATES and text[max(0, match.start() - 2) : match.start()] == ", ":
        return _STATES[short] + stop(match)
    if short in _LABELS and _NUMBER_AFTER.match(text, end):
        return _LABELS[short]
    named = _NAME_AFTER.match(text, end) is not None and not ends_sentence(text, end)
    if short in _STREETS and _follows_name(match) and (not named or short not in _TITLES or _is_street(match)):
        return _STREETS[short] + stop(match)
    if named and short in _TITLES and not (short == "Sr" and _follows_name(match)):
        return _TITLES[short]
    return _abbreviation(match, named=named)


def _abbreviation(match: re.Match[str], *, named: bool) -> str:
    short = match[1]
    if short == "Co" and match.string[max(0, match.start() - 2) : match.start()] == "& ":
        return _ABBREVIATIONS[short] + stop(match)
    if short not in _ABBREVIATIONS or (
        short in _AMBIGUOUS and not named and not _GOES_ON.match(match.string, match.end())
    ):
        return match[0]
    return _ABBREVIATIONS[short] + stop(match)


def _is_street(match: re.Match[str]) -> bool:
    """A number some words before makes "Elm St. Louisville" a street."""
    start = match.start()
    return re.search(r"\b[0-9]{1,5}\s[\w\s]{2,30}\Z", match.string[max(0, start - _BEFORE_CHARS) : start]) is not None


def _say_phrase(match: re.Match[str]) -> str:
    """The pattern begins with the phrases, for speed, so what stands before them is asked here."""
    start = match.start()
    if start and (match.string[start - 1].isalnum() or match.string[start - 1] in "_@.-'’"):
        return match[0]
    return _PHRASES[match[0]] + stop(match)


def _say_party(match: re.Match[str]) -> str:
    party, state = match[1], match[2]
    name = _STATES.get(state.rstrip(".")) or _POSTAL.get(state)
    if name is None:
        return match[0]
    return f"{_PARTIES[party]} of {name}{stop(match)}"


def _say_postal(match: re.Match[str]) -> str:
    return _POSTAL.get(match[0], match[0])


def _say_plain_title(match: re.Match[str]) -> str:
    if match[1] == "St" and _follows_name(match):
        return match[0]
    return _PLAIN_TITLES.get(match[1], match[0])


def _say_number_ten(match: re.Match[str]) -> str:
    """Say the British "No 10", which has no full stop; "No 10 people agree" is something else."""
    figures = re.compile(r"\s[0-9]+").match(match.string, match.end())
    return "No" if figures is None or is_counted(match.string, figures.end()) else "Number"


def _say_initials(match: re.Match[str]) -> str:
    """Drop the stops after initials: an engine would end the sentence there."""
    if ends_sentence(match.string, match.end()):
        return match[0]
    gap = "" if match.string[match.end() : match.end() + 1].isspace() else " "
    return letters(match[0]) + gap


def _say_and_title(match: re.Match[str]) -> str:
    return f"{_TITLES.get(match[1]) or _PLAIN_TITLES[match[1]]} and "


def _say_joined_title(match: re.Match[str]) -> str:
    first = match[1] if match[1] in ("Vice", "Rear") else _TITLES.get(match[1])
    return f"{first} {_TITLES[match[2]]}" if first and match[2] in _TITLES else match[0]


def _say_of_title(match: re.Match[str]) -> str:
    return f"{_TITLES[match[1]]} of "


def _say_bare_street(match: re.Match[str]) -> str:
    return match[1] + _STREETS[match[2]]


def _say_versus(match: re.Match[str]) -> str:
    """Say "Roe v. Wade"; the v of a formula stands after a small letter or a sign."""
    return "versus" if match[0] == "vs" or _follows_name(match) else match[0]


def _phrases(name: str, needs: Needs, characters: str) -> Rule:
    """Return a rule for the phrases that have one of these signs; for those without any sign if there are none."""
    chosen = [phrase for phrase in _PHRASES if (set(characters) & set(phrase) if characters else phrase.isalnum())]
    pattern = "|".join(re.escape(phrase) for phrase in sorted(chosen, key=len, reverse=True))
    return Rule(name, needs, re.compile(rf"(?:{pattern})(?!\w)"), _say_phrase)


RULES = (
    _phrases("stroke-phrase", signs("/&"), "/&"),
    _phrases("dotted-phrase", signs("."), "."),
    _phrases("squared-phrase", signs("²"), "²"),
    _phrases("phrase", signs("PTWt"), ""),
    Rule(
        "days",
        signs("-–"),
        re.compile(rf"({_DAYS})\.?\s?[-–]\s?({_DAYS})\b\.?"),
        lambda match: f"{_ABBREVIATIONS[match[1]]} to {_ABBREVIATIONS[match[2]]}",
    ),
    Rule(
        "party",
        signs("RDI"),
        re.compile(r"([RDI](?<!\w[RDI]))-((?:[A-Z]\.){2}|W\.Va\.|[A-Z][a-z]{1,5}\.?|[A-Z]{2})(?!\w)"),
        _say_party,
    ),
    Rule(
        "joined-title",
        signs("-"),
        re.compile(r"([A-Z](?<![\w.@/-][A-Z])[a-z]{1,4})\.?-([A-Z][a-z]{2,4})\b\.?(?=\s[A-Z])"),
        _say_joined_title,
    ),
    Rule(
        "dotted",
        signs("."),
        re.compile(r"([A-Z](?<![\w.@/-][A-Z])(?:[a-z']{0,7}|\.[A-Z][a-z]{0,3}))\.(?!\w)"),
        _say_dotted,
    ),
    Rule(
        "label-glued",
        FIGURES + signs("."),
        re.compile(r"([NAVCFS](?<!\w[A-Z])(?:o|os|rt|ol|h|ig|ec))\.(?=[0-9])"),
        lambda match: f"{_LABELS[match[1]]} ",
    ),
    Rule("small-dotted", signs("."), re.compile(r"(?<![\w.@/'’-])([a-z]{1,7})\.(?!\w)"), _say_dotted),
    Rule("postal", signs(","), re.compile(r"(?<=[a-z], )[A-Z]{2}(?=\s[0-9]{5}|[,.;)]|\s?\Z)"), _say_postal),
    Rule("number-ten", FIGURES, re.compile(r"\bNo(?=\s[0-9]{1,3}(?!\w|[.,:][0-9]))"), _say_number_ten),
    Rule("plain-title", ALWAYS, re.compile(r"([DMPLCSGI](?<!\w[A-Z])[a-z]{1,4})(?=\s[A-Z][a-z’'])"), _say_plain_title),
    Rule("versus", signs("v"), re.compile(r"v(?<=[\w.)] v)(?:\.|s)?(?= [A-Z(])"), _say_versus),
    Rule(
        "initials",
        signs("."),
        re.compile(r"[A-Z]\.(?<![\w.][A-Z]\.)(?<![A-Z]\s[A-Z]\.)(?:\s?[A-Z]\.){0,3}(?=\s?[A-Z][a-z’'])"),
        _say_initials,
    ),
    Rule(
        "title-and",
        signs("."),
        re.compile(r"\b(Mr|Mrs|Dr|Ms)\.? and (?=(?:Mrs|Misses|Mr|Mister|Ms|Dr|Doctor|Miss)\b)"),
        _say_and_title,
    ),
    Rule(
        "title-of", signs("."), re.compile(r"\b(Sec|Asst|Dep|Atty|Amb|Gov|Sens?|Reps?)\. of (?=[A-Z])"), _say_of_title
    ),
    Rule(
        "bare-street",
        signs("SRABL"),
        re.compile(r"([A-Z][a-z]{2,20} )(St|Rd|Ave|Blvd|Ln)(?![\w.’'-]|\s[A-Z])"),
        _say_bare_street,
    ),
)
