"""Datelines at the head of the story: by the page's own mark, or by how they read."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.inlines import Dateline, inline_text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import inlines_of
from a11ynews.read.build.split import split_inlines
from a11ynews.read.datelines import LONGEST, dateline_end, is_dateline

__all__ = ["build_dateline", "find_dateline"]

FIRST_PARAGRAPHS: Final = 3
"""A standfirst or a note may stand above the paragraph that has the dateline."""


def build_dateline(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a dateline that stands outside any paragraph; the paragraph after it takes it."""
    text = builder.kept_text(node, builder.ends[node])
    if len(text) > 2 * LONGEST or not is_dateline(text):
        return None
    common = builder.common(node, scope, "dateline-class")
    return [Paragraph(**common, children=(Dateline(children=inlines_of(builder, node, scope)),))]


def find_dateline(blocks: list[Block]) -> list[Block]:
    """Mark the dateline at the head of one of the first paragraphs, if there is one; its text stays."""
    seen = 0
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        if isinstance(block.children[0], Dateline):
            break
        if (marked := _marked(block)) is not None:
            return [*blocks[:place], marked, *blocks[place + 1 :]]
        seen += 1
        if seen == FIRST_PARAGRAPHS:
            break
    return blocks


def _marked(paragraph: Paragraph) -> Paragraph | None:
    text = inline_text(paragraph.children)
    end = dateline_end(text)
    if not 0 < end < len(text):
        return None
    cut = split_inlines(paragraph.children, end)
    if cut is None:
        return None
    head, rest = cut
    return replace(paragraph, children=(Dateline(children=head), *rest), why="dateline")
