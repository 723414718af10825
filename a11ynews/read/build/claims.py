"""The head of a fact check: who claimed what, where, and what is true of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from a11ynews.model.blocks import Block, ClaimReview
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_of

__all__ = ["build_claim_review"]

_PARTS: Final[dict[str, str]] = {
    name: part
    for part, names in {
        "claim": "statement claim claim-text claim-statement claim_cont m-statement__quote",
        "verdict": "verdict verdict-text rating rating-label truth-rating claim-verdict claim-rating",
        "claimant": "author claimant speaker claim-author claim-by m-statement__name",
        "source": "source claim-source statement-source m-statement__desc",
    }.items()
    for name in names.split()
}
"""Class names in lower case."""

_PROPERTIES: Final = {"claimreviewed": "claim", "alternatename": "verdict"}
"""Of schema.org's ``ClaimReview``; its ``author`` is who checks, not who claims."""

LONGEST_PART: Final = 600
"""Characters of one part; a longer one is the fact check itself."""


def build_claim_review(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build the claim and its verdict from a box that has both; what else is in the box follows."""
    parts = _parts(builder, node)
    if "claim" not in parts or "verdict" not in parts:
        return None
    common = builder.common(node, scope, "claim-review")
    for part in parts.values():
        builder.set_apart(part)
    claim = inlines_of(builder, parts["claim"], builder.scope_of(parts["claim"], scope), "lines")
    words = {name: " ".join(_text(builder, part).split()) for name, part in parts.items() if name != "claim"}
    review = ClaimReview(
        **common,
        claim=claim,
        claimant=words.get("claimant"),
        source=words.get("source"),
        verdict=words["verdict"],
    )
    return [review, *blocks_of(builder, node, scope)]


def _parts(builder: Builder, node: int) -> dict[str, int]:
    """Return the first element for each part, none inside another."""
    parts: dict[str, int] = {}
    inside, end = node + 1, builder.ends[node]
    while inside < end:
        part = _part(builder.attributes[inside]) if builder.has_words(inside) else None
        if part is None or part in parts or len(_text(builder, inside)) > LONGEST_PART:
            inside += 1
            continue
        parts[part] = inside
        inside = builder.ends[inside]
    return parts


def _part(attributes: Mapping[str, str]) -> str | None:
    if not attributes:
        return None
    if part := _PROPERTIES.get(attributes.get("itemprop", "").lower()):
        return part
    names = attributes.get("class", "").lower().split() if "itemprop" not in attributes else ()
    return next((_PARTS[name] for name in names if name in _PARTS), None)


def _text(builder: Builder, node: int) -> str:
    return builder.kept_text(node, builder.ends[node])
