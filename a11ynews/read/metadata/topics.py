"""Topics: declared keywords and the lists that the page shows, without repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.wording import clean, fold

__all__ = ["choose_tags"]

_SEPARATOR = re.compile(r"\s*[,;|、，]\s*")
_MAX_TAGS = 50
_MAX_CHARS = 80
_MAX_WORDS = 8
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
        before = len(tags)
        for name in _SEPARATOR.split(claim.value):
            _add(tags, name, title)
        if len(tags) > before:
            sources.add(claim.source)
    return tuple(list(tags.values())[:_MAX_TAGS]), frozenset(sources)


def _add(tags: dict[str, str], name: str, title: str | None) -> None:
    text = clean(name).strip(" #\"'[]")
    if text and len(text) <= _MAX_CHARS and len(text.split()) <= _MAX_WORDS and text != title and "://" not in text:
        tags.setdefault(fold(text), text)
