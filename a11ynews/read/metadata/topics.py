"""Topics: declared keywords and the lists that the page shows, without repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import clean, fold

__all__ = ["choose_tags"]

_SEPARATOR = re.compile(r"\s*[,;|、，]\s*")
_MAX_TAGS = 50
_MAX_CHARS = 80
_MAX_WORDS = 8
_KEYED = re.compile(r"([\w-]+)(?::(?=[^\s:])|/(?=[^\W\d]))(.+)|([a-z]{2,}(?:[A-Z][a-z]+)+): (.+)")
"""A key and a value, as machines write them; people set a space after a colon, and write no capital inside a word."""
_KEY_PARTS = re.compile(r"[-_]|(?<=[a-z])(?=[A-Z])")
_CODE = re.compile(r"(?=[^-]*\d)[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}|\d{5,}")
"""What databases call a topic: a UUID, a long number."""
_WEAK = ("json-ld about", "json-ld mentions")


def choose_tags(
    claims: Sequence[Claim], seen: Iterable[str], title: str | None
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the topics, and the sources that named them.

    Args:
        claims: Claims of the field "tags".
        seen: Names in the topic list that the page shows.
        title: The headline; a "topic" that repeats it is none.
    """
    tags: dict[str, str] = {}
    sources: set[str] = set()
    for name in seen:
        _add(tags, name, title)
    for claim in claims:
        if claim.source in _WEAK and tags:
            continue
        if title and fold(claim.value) == fold(title):
            continue
        before = len(tags)
        for name in _SEPARATOR.split(claim.value):
            _add(tags, name, title)
        if len(tags) > before:
            sources.add(claim.source)
    return tuple(list(tags.values())[:_MAX_TAGS]), frozenset(sources)


def _add(tags: dict[str, str], name: str, title: str | None) -> None:
    text = _without_key(clean(name).strip(" #\"'[]"))
    if _CODE.fullmatch(text) or text.startswith("www.") or fold(text) in words("tags", "nothing"):
        return
    if text and len(text) <= _MAX_CHARS and len(text.split()) <= _MAX_WORDS and text != title and "://" not in text:
        tags.setdefault(fold(text), text)


def _without_key(text: str) -> str:
    """Return the topic in what a machine wrote with a key; "" if the key does not lead to one.

    Example:
        >>> _without_key("sub-section:Politics"), _without_key("region:US"), _without_key("sections/sport")
        ('Politics', '', 'sport')
        >>> _without_key("hasProduct: true"), _without_key("primaryTopic: Rain"), _without_key("eBay: the sale")
        ('', 'Rain', 'eBay: the sale')
        >>> _without_key("Brexit: the vote"), _without_key("Arts/Crafts"), _without_key("Nier:Automata")
        ('Brexit: the vote', 'Arts/Crafts', 'Nier:Automata')
    """
    found = _KEYED.fullmatch(text)
    if found is None:
        return text.rstrip(":")
    key, value = found[1] or found[3], found[2] or found[4]
    if _KEY_PARTS.split(key)[-1].casefold() in words("tags", "keys"):
        return value.strip()
    return "" if text[len(key)] == ":" and key[0].islower() else text
