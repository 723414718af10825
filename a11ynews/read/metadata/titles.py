"""The headline by vote: the visible h1, Open Graph, JSON-LD and the ``title`` element."""

from __future__ import annotations

import re
from collections.abc import Iterable

from a11ynews.read.metadata.wording import fold, words_of

__all__ = ["likeness", "without_site"]

_SEPARATOR = re.compile(r"\s[|\-–—:·•»«/>]{1,2}\s|\s?[|｜]\s?|\s::\s|\s?»\s?")


def without_site(title: str, sites: Iterable[str]) -> str:
    """Return a title without the segments at its ends that name the site.

    Args:
        title: Any title of the page.
        sites: Names and the host's words, as known from the page.

    Example:
        >>> without_site("Rain in May - The Daily Cloud", ["The Daily Cloud"])
        'Rain in May'
    """
    names = {"".join(words_of(site)) for site in sites} - {""}
    while (cut := _last_segment(title)) and "".join(words_of(cut[1])) in names:
        title = cut[0]
    first = _SEPARATOR.search(title)
    if first and "".join(words_of(title[: first.start()])) in names and title[first.end() :].strip():
        title = title[first.end() :]
    return title.strip()


def _last_segment(title: str) -> tuple[str, str] | None:
    last = None
    for last in _SEPARATOR.finditer(title):
        pass
    if last is None or not title[: last.start()].strip():
        return None
    return title[: last.start()], title[last.end() :]


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, 0 to 1: shared words over all words (Dice)."""
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return float(fold(one) == fold(other) != "")
    shared = len(set(a) & set(b))
    return 2 * shared / (len(set(a)) + len(set(b)))
