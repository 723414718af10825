"""A run of inlines that ended: a paragraph, or what only looks like one."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.inlines import Inline
from a11ynews.read.build.builder import Builder, Scope

__all__ = ["make_paragraphs"]


def make_paragraphs(builder: Builder, node: int, scope: Scope, inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the blocks that a run of inlines stands for."""
    return [Paragraph(**builder.common(node, scope), children=inlines)]
