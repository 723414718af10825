"""Acronyms: "NATO" is said, "the IAEA" is spelt "I A E A", shouted words are neither."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.figures import letters, stop
from a11ynews.speech.normalization.rule import ALWAYS, Rule, signs
from a11ynews.speech.normalization.tables import words

__all__ = ["RULES"]

_SAID = frozenset(word for word in words("said_acronyms.txt") if not word.endswith("~"))
_SPELT = frozenset(word for word in words("spelt_acronyms.txt") if not word.endswith("~"))
_WORDS = frozenset(word for word in words("capital_words.txt") if not word.endswith("~"))

# Whether English could say it: one or two syllables of the commonest shapes.
_SAYABLE = re.compile(
    r"(?:[BCDFGHJKLMNPRSTVWYZ]|[BCFGPS]L|[BCDFGPT]R|[CST]H|S[KMNPTW]|TW|QU)?[AEIOUY]{1,2}"
    r"(?:[BCDFGKLMNPRSTVXZ]{1,2}[AEIOUY]{1,2})?(?:[BCDFGKLMNPRTX]|S|CK|FT|LD|LT|[MN]D|NT|NK|NG|MP|R[DKMNT]|[CST]H|S[KTM]|X)?S?"
)
_SHORTEST_SAID, _LONGEST_SPELT = 4, 5
_AROUND = 30
_LOUD_BEFORE = re.compile(r"\b[A-Z]{4,20}\s\Z")
_LOUD_AFTER = re.compile(r"\s[A-Z]{4,20}\b")
_GROUP = re.compile(
    r"\b(?:the IS\b(?! )|IS[- ](?:militant|fighter|group|affiliate|attack|claim|jihad|suspect|link|supporter|leader))"
)


def _is_shouted(match: re.Match[str]) -> bool:
    """Return whether the words around are in capital letters, as in a headline or a slogan within a sentence."""
    start, end = match.span()
    if _LOUD_BEFORE.search(match.string, max(0, start - _AROUND), start) and _LOUD_AFTER.match(match.string, end):
        return True
    return (match.string[max(0, start - _AROUND) : start] + match.string[end : end + _AROUND]).isupper()


def _say_capitals(match: re.Match[str]) -> str:
    word, suffix = match[1], match[2] or ""
    suffix = "'s" if suffix == "s" else suffix  # engines read the s of "C E Os" with the O, as a word
    if word in _SPELT and not (word in ("US", "WHO", "IT", "AM") and _is_shouted(match)):
        return letters(word) + suffix
    if word in _SAID:
        return word.capitalize() + suffix
    if word == "IS" and _GROUP.search(match.string, max(0, match.start() - 4), match.end() + 14):
        return letters(word) + suffix
    if word in _WORDS or _is_shouted(match):
        return match[0]
    if len(word) > _LONGEST_SPELT or (len(word) >= _SHORTEST_SAID and _SAYABLE.fullmatch(word)):
        return match[0]
    return letters(word) + suffix


def _say_dotted(match: re.Match[str]) -> str:
    return letters(match[0]) + stop(match)


RULES = (
    Rule(
        "dotted-acronym",
        signs("."),
        re.compile(r"[A-Za-z]\.(?<![\w.@][A-Za-z]\.)(?:(?:[A-Za-z]\.){1,7}|(?:[A-Z]\.){0,6}[A-Z](?!\.))(?![\w@])"),
        _say_dotted,
    ),
    Rule(
        "capitals",
        ALWAYS,
        re.compile(r"([A-Z](?<![\w.@'’][A-Z])[A-Z]{1,8})((?:s|['’]s|['’])(?!\w))?(?![\w@]|['’][A-Za-z])"),
        _say_capitals,
    ),
)
