"""Headings: which elements are, and at which level of the article."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Heading
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import inlines_of
from a11ynews.read.build.tags import HEADING_TAGS

__all__ = ["build_heading", "find_levels"]

TOP: int = 2
DEEPEST: int = 6


def find_levels(builder: Builder) -> dict[int, int]:
    """Return the level of each heading element that holds kept words.

    The levels follow the sequence: the first is 2, a deeper one is one deeper, and a return goes
    to the level of the heading it returns to. A headline repeated in the body as h1 is a section.
    """
    levels: dict[int, int] = {}
    above: list[int] = []
    for node, tag in enumerate(builder.tags):
        if tag in HEADING_TAGS and builder.has_words(node):
            raw = max(int(tag[1]), TOP)
            while above and above[-1] >= raw:
                above.pop()
            above.append(raw)
            levels[node] = min(len(above) + 1, DEEPEST)
    return levels


def build_heading(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a heading from ``h1`` to ``h6``."""
    level = builder.levels.get(node)
    if level is None:
        return None
    common = builder.common(node, scope)
    return [Heading(**common, level=level, children=inlines_of(builder, node, scope))]
