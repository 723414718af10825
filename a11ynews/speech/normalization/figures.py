"""Pieces of patterns that many rules share, and questions about what stands around a match.

All repetitions are bounded, so that a pattern made of these takes linear time on any text.
"""

from __future__ import annotations

import re

from a11ynews.speech.normalization.tables import words

__all__ = ["DASH", "FIGURE", "LOOSE", "ends_sentence", "is_adjectival", "is_counted", "letters", "stop"]

LOOSE = r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,5},[0-9]{3}(?![0-9])|[0-9]{1,15}(?![0-9]))(?:\.[0-9]{1,15}(?![0-9]))?"
"""A number with commas and decimals, wherever it begins."""

# The look-behinds stand after the first figure: a pattern that begins with a set of characters is
# searched for several times faster than one that begins with a look-behind.
FIGURE = (
    r"[0-9](?<!\w[0-9])(?<![0-9][.,:/][0-9])"
    r"(?:[0-9]{0,2}(?:,[0-9]{2,3}){0,5},[0-9]{3}(?![0-9])|[0-9]{0,14}(?![0-9]))(?:\.[0-9]{1,15}(?![0-9]))?"
)
"""A number that begins a word."""

DASH = r"[-‐‑–—−]"

_OPENERS = words("sentence_openers.txt")
_NOT_NOUNS = words("not_nouns.txt")
_COUNTED = words("counted_nouns.txt")
_RACES = words("race_nouns.txt")
_ARTICLE = re.compile(r"\b(?:a|an|the|his|her|its|their|our|my|your|this|that|another|each|every)\s\Z", re.IGNORECASE)
_NEXT = re.compile(r"\s?([^\W\d_]{1,30})")


def letters(word: str) -> str:
    """Return a word spelt: engines say letters only when they stand alone.

    Example:
        >>> letters("GMT"), letters("a.m.")
        ('G M T', 'A M')
    """
    return " ".join(character.upper() for character in word if character.isalpha())


def ends_sentence(text: str, end: int) -> bool:
    """Return whether the full stop before ``end`` closes a sentence too, and not only an abbreviation.

    Example:
        >>> ends_sentence("the U.S. The", 8), ends_sentence("the U.S. Army", 8), ends_sentence("the U.S.", 8)
        (True, False, True)
    """
    rest = text[end : end + 40].lstrip("\"'”’")
    word = _NEXT.match(rest)
    return not rest.strip() or (rest[0].isspace() and word is not None and word[1] in _OPENERS)


def stop(match: re.Match[str]) -> str:
    """Return the full stop that has to stay when an abbreviation was the end of its sentence."""
    return "." if match[0].endswith(".") and ends_sentence(match.string, match.end()) else ""


def is_adjectival(match: re.Match[str]) -> bool:
    """Return whether a measure stands before the noun that it describes: "a $5 million deal".

    Example:
        >>> is_adjectival(re.search("5 km", "a 5 km run")), is_adjectival(re.search("5 km", "for 5 km and"))
        (True, False)
    """
    word = _NEXT.match(match.string, match.end())
    if word is not None and word[1] in _RACES:
        return True
    if not _ARTICLE.search(match.string, max(0, match.start() - 12), match.start()):
        return False
    return word is not None and word[1].islower() and word[1] not in _NOT_NOUNS and not word[1].endswith("ly")


def is_counted(text: str, end: int) -> bool:
    """Return whether a plural noun follows, so that the figures before it are a count and no code.

    Example:
        >>> is_counted("13000 soldiers", 5), is_counted("13000", 5), is_counted("90210 zip", 5)
        (True, False, False)
    """
    word = _NEXT.match(text, end)
    if word is None or not word[1].islower():
        return False
    noun = word[1]
    return noun in _COUNTED or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in _NOT_NOUNS)
