"""What only a class tells from running text: lines of verse, and lines that head what follows."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Paragraph, Quote
from a11ynews.model.inlines import Inline, LineBreak, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import inlines_of

__all__ = ["build_rubric", "build_verse"]

_AROUND = frozenset({"pre", "div"})
_PARTS = frozenset({"p", "ul", "ol", "blockquote", "table", "pre", "h2", "h3", "h4"})


def build_verse(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a stanza from an element that is named so: its lines are lines. What has parts of its own dissolves."""
    if builder.tags[node] == "div" and (quoted := _quoted(builder, node, scope)) is not None:
        return quoted
    if builder.tags[node] == "pre":
        children = _typed_lines(builder.kept_text(node, builder.ends[node]))
    elif (
        _has_stanzas(builder, node)
        or builder.has_media(node)
        or builder.find_held(_PARTS, node + 1, builder.ends[node])
    ):
        return None
    else:
        children = inlines_of(builder, node, scope, "lines")
    return [Paragraph(**builder.common(node, scope, "verse-class"), children=children)] if children else None


def _quoted(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Return the quote that a stanza is with who wrote it below, as Asciidoctor sets both in one box."""
    held = [child for child in builder.children(node) if builder.has_words(child)]
    lines = next((child for child in held if builder.tags[child] == "pre"), None)
    if lines is None or any(builder.tags[child] not in _AROUND for child in held):
        return None
    others = [child for child in held if child > lines]
    source = next((child for child in others if "attribution" in builder.attributes[child].get("class", "")), None)
    if len(others) > (source is not None) or (held[0] != lines and len(held) > len(others) + 2):
        return None
    common = builder.common(node, scope, "verse-class")
    words = Paragraph(
        **builder.common(lines, scope, "verse-class"),
        children=_typed_lines(builder.kept_text(lines, builder.ends[lines])),
    )
    titles: list[Block] = [
        Paragraph(**builder.common(child, scope), children=inlines_of(builder, child, scope))
        for child in held
        if child < lines
    ]
    attribution = inlines_of(builder, source, scope, "lines") if source is not None else ()
    return [*titles, Quote(**common, blocks=(words,), attribution=attribution)]


def _has_stanzas(builder: Builder, node: int) -> bool:
    """Say whether a poem has several stanzas, each of which is a paragraph of its own."""
    return any("stanza" in builder.attributes[child].get("class", "").split() for child in builder.children(node))


def build_rubric(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build the line that docutils sets as a heading which shall not stand in the list of contents."""
    children = inlines_of(builder, node, scope)
    return [Paragraph(**builder.common(node, scope, "rubric-class"), children=children)] if children else None


def _typed_lines(text: str) -> tuple[Inline, ...]:
    lines: list[Inline] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        lines += [LineBreak(), Text(text=line)] if lines else [Text(text=line)]
    return tuple(lines)
