"""Claims from ``meta`` and ``link`` elements: Open Graph, Dublin Core, Highwire, Parse.ly and the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.vocabulary import vocabulary, words
from a11ynews.read.metadata.wording import clean, fold

__all__ = ["read_meta"]

_MAX_VALUES = 60
_MAX_CHARS = 3_000


def read_meta(found: Scan) -> Iterator[Claim]:
    """Yield what ``meta`` and ``link`` claim; per field, the more trusted names first."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for name, content in found.metas:
        if len(by_name[name]) < _MAX_VALUES and len(content) <= _MAX_CHARS:
            by_name[name].append(content)
    for field, names in _names().items():
        for name in names:
            for value in by_name.get(name, ()):
                if text := clean(value):
                    yield Claim(field, text, name)
    yield from _labelled(by_name)
    for rel, href in found.links:
        if href and rel == "canonical":
            yield Claim("canonical_url", href.strip(), "link canonical")
        elif href and rel == "license":
            yield Claim("licence", href.strip(), "link license")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    table = vocabulary("meta_names")
    return {field: tuple(map(str, names)) for field, names in table.items() if isinstance(names, list)}


def _labelled(by_name: dict[str, list[str]]) -> Iterator[Claim]:
    """Yield authors from Twitter's free labels: "Written by" in label1, the name in data1."""
    for number in ("1", "2"):
        label = next(iter(by_name.get(f"twitter:label{number}", ())), "")
        for value in by_name.get(f"twitter:data{number}", ()):
            if fold(clean(label)).rstrip(": ") in words("bylines", "labels"):
                yield Claim("authors", clean(value), f"twitter:data{number}")
