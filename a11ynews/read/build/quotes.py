"""Words of others."""

from __future__ import annotations

from a11ynews.model.blocks import Block, Quote
from a11ynews.model.inlines import Inline
from a11ynews.read.build.addresses import MEDIA_SCHEMES, resolve
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_in, inlines_of

__all__ = ["build_quote", "quote_with"]


def build_quote(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a quote from ``blockquote``."""
    return quote_with(builder, node, scope, None)


def quote_with(builder: Builder, node: int, scope: Scope, source: int | None) -> list[Block] | None:
    """Build a quote whose attribution may stand in another element."""
    common = builder.common(node, scope)
    end = builder.ends[node]
    last = _attribution(builder, node) if source is None else None
    attribution: tuple[Inline, ...] = ()
    blocks = blocks_in(builder, node + 1, last if last is not None else end, scope) if node + 1 < end else []
    if last is not None:
        attribution = inlines_of(builder, last, scope)
    elif source is not None:
        attribution = inlines_of(builder, source, scope)
    if not blocks and not attribution:
        return None
    cite = resolve(builder.attributes[node].get("cite", ""), builder.base_url, MEDIA_SCHEMES)
    return [Quote(**common, blocks=tuple(blocks), attribution=attribution, cite=cite)]


def _attribution(builder: Builder, node: int) -> int | None:
    """The last child with words, if it is a ``footer`` or ``cite`` after other words."""
    children = [child for child in builder.children(node) if builder.has_words(child)]
    if len(children) > 1 and builder.tags[children[-1]] in {"footer", "cite"}:
        return children[-1]
    return None
