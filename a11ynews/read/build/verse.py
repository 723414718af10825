"""What only a class tells from running text: lines of verse, and lines that head what follows."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.inlines import Inline, LineBreak, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import inlines_of

__all__ = ["build_rubric", "build_verse"]

_PARTS = frozenset({"p", "ul", "ol", "blockquote", "table", "pre", "h2", "h3", "h4"})


def build_verse(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a stanza from an element that is named so: its lines are lines. What has parts of its own dissolves."""
    if builder.tags[node] == "pre":
        children = _typed_lines(builder.kept_text(node, builder.ends[node]))
    elif builder.has_media(node) or builder.find_held(_PARTS, node + 1, builder.ends[node]):
        return None
    else:
        children = inlines_of(builder, node, scope, "lines")
    return [Paragraph(**builder.common(node, scope, "verse-class"), children=children)] if children else None


def build_rubric(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build the line that docutils sets as a heading which shall not stand in the list of contents."""
    children = inlines_of(builder, node, scope)
    return [Paragraph(**builder.common(node, scope, "rubric-class"), children=children)] if children else None


def _typed_lines(text: str) -> tuple[Inline, ...]:
    lines: list[Inline] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        lines += [LineBreak(), Text(text=line)] if lines else [Text(text=line)]
    return tuple(lines)
