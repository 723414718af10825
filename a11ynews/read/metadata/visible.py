"""Claims that only eyes find: headlines, bylines, dates and tag lists in the visible page."""

from __future__ import annotations

from collections.abc import Iterator

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.scan import Scan, is_shown, shown_text

__all__ = ["read_headlines", "read_near"]

_MAX_HEADLINES = 12
_MAX_TITLE_CHARS = 400
_MAX_LINE_CHARS = 200


def read_headlines(found: Scan) -> Iterator[Claim]:
    """Yield the visible h1 elements, then the title element."""
    page = found.page
    for count, node in enumerate(page.find("h1")):
        if count == _MAX_HEADLINES:
            break
        text = shown_text(page, node)
        if text and len(text) <= _MAX_TITLE_CHARS and is_shown(page, node):
            yield Claim("title", text, "h1", node)
    for node in page.find("title"):
        if text := " ".join(page.text(node).split()):
            yield Claim("title", text, "title")
        break


def read_near(found: Scan, headline: int) -> Iterator[Claim]:
    """Yield bylines and dates near the headline."""
    page = found.page
    for node in found.marked["rel-author"] + found.marked["byline"]:
        if headline <= node < headline + 300 and is_shown(page, node):
            text = shown_text(page, node, _MAX_LINE_CHARS)
            if 2 < len(text) < _MAX_LINE_CHARS:
                yield Claim("authors", text, "byline", node)
    for node in page.find("time"):
        value = page.attributes[node].get("datetime") or shown_text(page, node, _MAX_LINE_CHARS)
        if value and is_shown(page, node):
            yield Claim("published", value, "time", node)
    for node in found.marked["date"]:
        text = shown_text(page, node, _MAX_LINE_CHARS)
        if text and is_shown(page, node):
            yield Claim("published", text, "date line", node)
