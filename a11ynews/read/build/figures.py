"""Figures: pictures bound with caption and credit."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_of

__all__ = ["build_caption", "build_credit", "build_figure"]


def build_figure(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a figure from ``figure``: its captions find the picture beside them."""
    return blocks_of(builder, node, scope)


def build_caption(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a caption; the picture before it takes it."""
    if not builder.has_words(node):
        return None
    common = builder.common(node, scope, "caption-class")
    return [Paragraph(**common, children=inlines_of(builder, node, scope, "lines"))]


def build_credit(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a picture credit; the picture before it takes it."""
    if not builder.has_words(node):
        return None
    common = builder.common(node, scope, "credit-class")
    return [Paragraph(**common, children=inlines_of(builder, node, scope))]
