"""Headings as HTML: at the level that fits their place, and known to the list of contents."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.model.blocks import Block
from a11ynews.model.inlines import Inline
from a11ynews.render.html.inlines import write_line
from a11ynews.render.html.sheet import HeadingEntry, Sheet

__all__ = ["write_title"]


def write_title(
    block: Block, children: Sequence[Inline], source_level: int, sheet: Sheet, attributes: str = "", *, part: str = ""
) -> None:
    """Write the heading of a block; one without an id gets one, so that the contents can lead to it."""
    if not sheet.titled:
        sheet.out.append(f"<p{attributes}><strong>")
        write_line(children, sheet, block.id, part)
        sheet.out.append("</strong></p>\n")
        return
    level = sheet.outline.level_for(source_level)
    if " id=" not in attributes:
        attributes = f' id="{sheet.own_id(f"h{len(sheet.headings) + 1}")}"{attributes}'
    identity = attributes.split('"', 2)[1]
    sheet.headings.append(HeadingEntry(level=level, id=identity, children=tuple(children)))
    sheet.out.append(f"<h{level}{attributes}>")
    write_line(children, sheet, block.id, part)
    sheet.out.append(f"</h{level}>\n")
