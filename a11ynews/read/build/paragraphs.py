"""A run of inlines that ended: a paragraph, or what only looks like one."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Callout, MathBlock, Paragraph
from a11ynews.model.inlines import Inline, LineBreak, Math, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.labels import label_kind
from a11ynews.read.build.typed_lists import looks_typed, typed_list
from a11ynews.read.build.typed_math import has_typed_math, split_typed_math

__all__ = ["make_paragraphs"]


def make_paragraphs(builder: Builder, node: int, scope: Scope, inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the blocks that a run of inlines stands for."""
    breaks = formulas = False
    for inline in inlines:
        if isinstance(inline, Text):
            formulas = formulas or has_typed_math(inline.text)
        elif isinstance(inline, LineBreak):
            breaks = True
    if formulas:
        inlines = _with_formulas(inlines)
    if len(inlines) == 1 and isinstance(only := inlines[0], Math):
        common = builder.common(node, scope)
        return [MathBlock(**common, text=only.text, latex=only.latex, spoken=only.spoken)]
    if breaks and looks_typed(inlines):
        return typed_list(builder, node, scope, inlines)
    kind = label_kind("".join([inline.text for inline in inlines[:3]])) if scope.depth == 0 else None
    if kind is None:
        return [Paragraph(**builder.common(node, scope), children=inlines)]
    common = builder.common(node, scope, f"{kind}-label")
    paragraph = Paragraph(**builder.common(node, scope), children=inlines)
    return [Callout(**common, kind=kind, blocks=(paragraph,))]


def _with_formulas(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    split: list[Inline] = []
    for inline in inlines:
        split.extend(split_typed_math(inline.text) if isinstance(inline, Text) else (inline,))
    return tuple(split)
