"""Code blocks."""

from __future__ import annotations

from a11ynews.model.blocks import Block, CodeBlock
from a11ynews.read.build.builder import Builder, Scope

__all__ = ["build_code"]


def build_code(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a code block from ``pre``."""
    text = _lines(builder, node).strip("\n")
    if not text.strip():
        return None
    return [CodeBlock(**builder.common(node, scope), text=text)]


def _lines(builder: Builder, node: int) -> str:
    parts: list[str] = []
    for i in range(node, builder.ends[node]):
        if builder.tags[i] == "br":
            parts.append("\n")
        elif builder.kept[i] and builder.texts[i]:
            parts.append(builder.texts[i])
    return "".join(parts)
