"""Ingredients and steps of a recipe that are marked as such, and are no items of a list yet."""

from __future__ import annotations

from a11ynews.model.blocks import Block, List, ListItem
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of

__all__ = ["build_ingredient", "build_step"]


def build_ingredient(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a list of one ingredient; neighbours join to one list."""
    return _item(builder, node, scope, ordered=False)


def build_step(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a numbered list of one step; neighbours join to one list."""
    return _item(builder, node, scope, ordered=True)


def _item(builder: Builder, node: int, scope: Scope, *, ordered: bool) -> list[Block] | None:
    if not builder.has_words(node):
        return None
    common = builder.common(node, scope, "marked-steps")
    blocks = tuple(blocks_of(builder, node, scope))
    return [List(**common, items=(ListItem(blocks=blocks),), ordered=ordered)] if blocks else None
