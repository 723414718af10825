"""Titles of code: the name of a file over a listing, in the dialects of generators."""

from __future__ import annotations

from typing import Final

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.inlines import Strong
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.code import build_code
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.tree.page import TEXT

__all__ = ["build_code_lines", "build_code_title", "build_listing"]

LONGEST_TITLE: Final = 160
"""Characters of a listing's title; what is longer tells something."""


def build_code_title(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build the title of the code right after it: the name of a file, or what the listing shows."""
    end = builder.ends[node]
    code = next(builder.page.find("pre", end), None)
    if (
        code is None
        or not builder.has_words(node)
        or builder.words_between(end, code)
        or len(builder.kept_text(node, end)) > LONGEST_TITLE
    ):
        return None
    children = inlines_of(builder, node, scope)
    if len(children) == 1 and isinstance(only := children[0], Strong):
        children = only.children
    return [Paragraph(**builder.common(node, scope, "code-title"), children=children)]


def build_listing(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build Asciidoctor's listing: a box with a title and code."""
    title = next((child for child in builder.children(node) if _is_title(builder, child)), None)
    made = build_code_title(builder, title, scope) if title is not None else None
    if title is None or not made:
        return None
    builder.set_apart(title)
    return [*made, *blocks_of(builder, node, scope)]


def build_code_lines(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build code from a box that is called so and names its language, where no ``pre`` is in it: Writerside's."""
    language = builder.attributes[node].get("data-lang") or builder.attributes[node].get("data-language")
    inside = builder.tags[node + 1 : builder.ends[node]]
    if not language and not _is_of_lines(builder, node):
        return None
    if language and any(tag not in (TEXT, "span", "br") for tag in inside):
        return None
    return build_code(builder, node, scope)


def _is_of_lines(builder: Builder, node: int) -> bool:
    """Say whether all that an element holds are lines, called so: Doxygen's listings, and LaTeXML's."""
    held = builder.children(node)
    return bool(held) and all(
        builder.tags[child] == "div" and any(name.endswith("line") for name in _names(builder, child)) for child in held
    )


def _names(builder: Builder, node: int) -> list[str]:
    return builder.attributes[node].get("class", "").lower().split()


def _is_title(builder: Builder, node: int) -> bool:
    return "title" in builder.attributes[node].get("class", "").split()
