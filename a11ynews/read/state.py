"""Data that scripts carry, as values: JSON scripts and JSON that is assigned to a name. Nothing is run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from a11ynews.read.metadata.json_text import MAX_CHARS, Json, loads
from a11ynews.tree.page import Page

__all__ = ["linked_data", "page_data"]

_ASSIGNED = re.compile(r"[\w$.\]\"']\s{0,4}=\s{0,4}(?=[{\[]\s{0,9}[\"{\[])")
_MAX_VALUES = 40
_SMALLEST = 400
"""Characters of the smallest script that can hold a story."""


def linked_data(page: Page, word: str) -> Iterator[Json]:
    """Yield the values of the page's JSON-LD scripts in which a word stands.

    Args:
        page: The page.
        word: What to look for before anything is parsed ("articleBody").
    """
    for node in page.find("script"):
        if "ld+json" in page.attributes[node].get("type", "").lower() and word in (text := page.text(node)):
            yield from loads(text)


def page_data(page: Page) -> Iterator[Json]:
    """Yield the values that the page's scripts hold for its programs: ``__NEXT_DATA__`` and the like.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page('<script>window.__STATE__ = {"a": "' + "b" * 400 + '"}; run()</script>')
        >>> [list(value) for value in page_data(page)]
        [['a']]
    """
    count = 0
    for node in page.find("script"):
        kind = page.attributes[node].get("type", "").lower()
        text = page.text(node)
        if len(text) < _SMALLEST or "ld+json" in kind:
            continue
        for value in loads(text) if "json" in kind else _assigned(text[:MAX_CHARS]):
            yield value
            count += 1
            if count == _MAX_VALUES:
                return


def _assigned(script: str) -> Iterator[Json]:
    """Yield what a script assigns, as far as it is JSON; each character is read at most once."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    for _ in range(_MAX_VALUES):
        match = _ASSIGNED.search(script, at)
        if match is None:
            return
        try:
            value, at = decoder.raw_decode(script, match.end())
        except (ValueError, RecursionError) as error:
            at = max(match.end(), getattr(error, "pos", 0))
        else:
            yield value
