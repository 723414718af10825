"""Drawings in the page itself (``svg``): charts and diagrams become figures in words, icons nothing.

The drawing is never carried over: it may hold scripts, and most of its words are labels in the order in which they
were drawn. What its author says of it is its description; without that, its labels are.
"""

from __future__ import annotations

from typing import Final

from a11ynews.model.blocks import Block, Figure, Image
from a11ynews.model.figures import AltSource
from a11ynews.model.inlines import Inline
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.images import is_called_logo
from a11ynews.read.build.values import read_number
from a11ynews.tree.page import TEXT

__all__ = ["apart_spare_drawings", "build_drawing", "drawing_icon", "is_chart"]

ICON_PX: Final = 64
"""A drawing narrower than this is an icon."""

FEW_PARTS: Final = 6
"""Elements; a drawing with fewer is an icon or a logo, unless somebody describes it at length."""

LABELS: Final = 3
"""Texts inside a drawing from which on it is a chart or a diagram."""

LONGEST: Final = 1_000
"""Characters of labels that are told; more are a map or a table, which nobody follows by ear."""


def build_drawing(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a figure with the words of a chart or a diagram."""
    words, source = _description(builder, node)
    labels = _labels(builder, node)
    builder.leave_unsaid(node, "drawing-words")
    told = words or ", ".join(labels)[:LONGEST]
    image = Image(src="", alt=told, alt_source=source if words else "title")
    return [Figure(**builder.common(node, scope, "drawing-in-words"), images=(image,))]


def drawing_icon(builder: Builder, node: int, _: Scope) -> tuple[Inline, ...]:
    """Leave nothing of an icon but a reason."""
    builder.leave_unsaid(node, "drawing-icon")
    return ()


def is_chart(builder: Builder, node: int) -> bool:
    """Say whether a drawing shows something: it is large, and described or labelled."""
    attributes = builder.attributes[node]
    sides = [read_number(attributes.get(side), ICON_PX, 0, 100_000) for side in ("width", "height")]
    words, _ = _description(builder, node)
    labels = _labels(builder, node)
    if max(sides) < ICON_PX or not (words or labels):
        return False
    if len(labels) >= LABELS or _child(builder, node, "desc") or _is_in_figure(builder, node):
        return True
    if is_called_logo(builder, node):
        return False
    parts = sum(builder.tags[i] != TEXT for i in range(node + 1, builder.ends[node]))
    return bool(words) and parts >= FEW_PARTS and len(words.split()) > 1


def _is_in_figure(builder: Builder, node: int) -> bool:
    for _ in range(3):
        node = builder.parents[node]
        if node < 0 or builder.tags[node] == "figure":
            return node >= 0
    return False


def _description(builder: Builder, node: int) -> tuple[str, AltSource]:
    """Return what is said of a drawing: its label or title, then its description (SVG 2, 5.8)."""
    attributes = builder.attributes[node]
    label = " ".join(attributes.get("aria-label", "").split())
    title, desc = (_child(builder, node, tag) for tag in ("title", "desc"))
    first = label or title
    told = ". ".join(
        part.rstrip(".") if place == 0 and desc else part for place, part in enumerate((first, desc)) if part
    )
    return told, "aria-label" if label else "title"


def _child(builder: Builder, node: int, tag: str) -> str:
    found = next((child for child in builder.page.children(node) if builder.tags[child] == tag), None)
    return "" if found is None else " ".join(builder.page.text(found).split())


def _labels(builder: Builder, node: int) -> list[str]:
    texts = (builder.page.text(text) for text in builder.page.find("text", node, builder.ends[node]))
    return [" ".join(text.split()) for text in texts if text.strip()]


def apart_spare_drawings(builder: Builder) -> None:
    """Set apart all but the widest of the boards that ai2html draws for windows of different widths.

    Styles show one of them; each has the same picture and the same words.

    Source:
        ai2html (The New York Times): ``g-artboard`` with the least width in ``data-min-width``.
    """
    widest: dict[int, int] = {}
    boards = [node for node in builder.page.called(frozenset({"g-artboard"})) if builder.holds(node)]
    for board in boards:
        around = builder.parents[board]
        if around not in widest or _least_width(builder, board) > _least_width(builder, widest[around]):
            widest[around] = board
    for board in boards:
        if widest[builder.parents[board]] != board:
            builder.leave_unsaid(board, "drawing-again")
            builder.set_apart(board)


def _least_width(builder: Builder, board: int) -> int:
    return read_number(builder.attributes[board].get("data-min-width"), 0, 0, 10_000)
