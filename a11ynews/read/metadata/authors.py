"""Names out of bylines: what stands before them, between them and behind them is cut. Never re-cased."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from a11ynews.read.metadata.vocabulary import vocabulary
from a11ynews.read.metadata.wording import clean, fold

__all__ = ["names_in", "without_by"]

_MAX_NAME_CHARS = 80
_MAX_NAME_WORDS = 8
_MAX_NAMES = 40
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}|https?://\S{1,300}")
_DATE = re.compile(r"[,|•·]?\s(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}-\d\d-\d\d).*|\d{1,2}:\d\d.*", re.DOTALL)
_SPLIT = re.compile(r"\s*(?:[;|•·/]|,(?!\s*(?:Jr|Sr)\b))\s*|\s+&\s+")
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Za-z]?\.?){2,6}(?:[ -]?(?:\d{1,4}|[A-Z]{1,5}))?|(?:Ph|Ed|Psy|Pharm)\.?D\.?|Jr\.?|Sr\.?|Esq\.?|M\.?Sc\.?|B\.?Sc\.?"
)


def names_in(text: str) -> list[str]:
    """Return the names in a byline or in one author claim.

    Args:
        text: For instance ``By Ada Writer and Ben Scribe, Reuters``.

    Example:
        >>> names_in("By Ada Writer and Ben Scribe")
        ['Ada Writer', 'Ben Scribe']
        >>> names_in("Von Karl Groß, Berlin | 12.03.2024")
        ['Karl Groß', 'Berlin']
        >>> names_in("Doris Munoz, MD")
        ['Doris Munoz, MD']
    """
    text = without_by(_MAIL.sub(" ", clean(text)))
    text = _DATE.sub("", text)
    names: list[str] = []
    for part in _SPLIT.split(text):
        for name in _and().split(part):
            name = without_by(name.strip(' .,;:|-–—"()')) if name else ""  # noqa: PLW2901 - the cleaned one
            if not name:
                continue
            if names and _CREDENTIAL.fullmatch(name) and "," in text:
                names[-1] += f", {name}"
            elif _is_name(name):
                names.append(name)
    return _unique(names)[:_MAX_NAMES]


def without_by(text: str) -> str:
    """Return a text without "By" and its like in front.

    Example:
        >>> without_by("Geschrieben von: Ada Writer")
        'Ada Writer'
        >>> without_by("Byron Writer")
        'Byron Writer'
    """
    for _ in range(3):
        match = _by().match(text)
        if not match or not text[match.end() :].strip():
            break
        text = text[match.end() :].strip()
    return text


@cache
def _by() -> re.Pattern[str]:
    words = vocabulary("bylines")["by"]
    assert isinstance(words, list)  # noqa: S101 - our own file
    longest_first = sorted(map(str, words), key=len, reverse=True)
    return re.compile(r"\s*(?:" + "|".join(map(re.escape, longest_first)) + r")(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r"\s+(?:and|und|et|y|e|i|en|og|och|ve|и|та|és|ja|och|and)\s+")


def _is_name(text: str) -> bool:
    return len(text) <= _MAX_NAME_CHARS and len(text.split()) <= _MAX_NAME_WORDS and any(map(str.isalpha, text))


def _unique(names: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return list(seen.values())
