"""The kicker: the short label that stands right above the headline."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.wording import fold

__all__ = ["seen_kicker"]

_MAX_CHARS = 50
_MAX_WORDS = 6
_MAX_DISTANCE = 3
_MAX_LEVELS = 4


def seen_kicker(found: Scan, before: Sequence[Line], sections: Sequence[Claim]) -> tuple[Line, str] | None:
    """Return the line above the headline that is its kicker, and its words.

    A short line is one only if its class says so or if it names the section the page declares.

    Args:
        found: The page's drawers.
        before: Lines before the headline, nearest last.
        sections: What the page declares as its section.
    """
    marked = set(found.marked["kicker"])
    crumbs = set(found.marked["section"])
    names = {fold(claim.value) for claim in sections}
    for line in reversed(before[-_MAX_DISTANCE:]):
        if len(line.text) > _MAX_CHARS or len(line.text.split()) > _MAX_WORDS or not any(map(str.isalpha, line.text)):
            continue
        around = _around(found, line)
        if around & crumbs:
            continue
        if around & marked or fold(line.text) in names:
            return line, line.text
    return None


def _around(found: Scan, line: Line) -> set[int]:
    """Return the few elements around a line."""
    nodes: set[int] = set()
    node = line.pieces[0]
    for _ in range(_MAX_LEVELS):
        node = found.page.parents[node]
        if node < 0:
            break
        nodes.add(node)
    return nodes
