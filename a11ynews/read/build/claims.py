"""The head of a fact check: who claimed what, where, and what is true of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from a11ynews.model.blocks import Block, ClaimReview
from a11ynews.model.inlines import inline_text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.typed_claims import is_label, label_of_part, without_label

__all__ = ["build_claim_review"]

_PARTS: Final[dict[str, str]] = {
    name: part
    for part, names in {
        "claim": "statement m-statement__quote claim_cont",
        "verdict": "m-statement__meter",
        "claimant": "author claim-author claim-by m-statement__name",
        "source": "source claim-source statement-source m-statement__desc",
    }.items()
    for name in names.split()
}
"""Class names in lower case."""

_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_ENDINGS: Final = frozenset({"text", "content", "body", "inner", "value", "label", "name", "title", "statement"})
_LAST_WORDS: Final = {"claim": "claim", "verdict": "verdict", "rating": "verdict", "ruling": "verdict"} | {
    "claimant": "claimant", "speaker": "claimant"
}  # fmt: skip
"""The word of a class name that says which part an element is: ``fact-check__claim``, ``ratingText``."""

_PROPERTIES: Final = {"claimreviewed": "claim", "alternatename": "verdict"}
"""Of schema.org's ``ClaimReview``; its ``author`` is who checks, not who claims."""

LONGEST_PART: Final = 600
"""Characters of one part; a longer one is the fact check itself."""

_LOOKED_AT: Final = 200
_MOST_CANDIDATES: Final = 12
"""Nodes of a box, and elements named as parts in them, among which its parts are: a head is no longer."""

LONGEST_STAMP: Final = 40
"""Characters of the description of a picture that shows a verdict."""


def build_claim_review(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build the claim and its verdict from a box that has both; what else is in the box follows."""
    parts = _parts(builder, node)
    if "claim" not in parts:
        return None
    said = {part: inlines_of(builder, at, builder.scope_of(at, scope), "lines") for part, at in parts.items()}
    pictured = _pictured_verdict(builder, node) if "verdict" not in parts else None
    if "verdict" not in parts and pictured is None:
        return None
    common = builder.common(node, scope, "claim-review")
    for part, at in parts.items():
        label, said[part] = without_label(said[part])
        if label:
            builder.left_out.append(LeftOut(at, label, "fact-check-label"))
        builder.set_apart(at)
    words = {part: " ".join(inline_text(inlines).split()) for part, inlines in said.items()}
    if pictured is not None:
        at, words["verdict"] = pictured
        builder.set_apart(at)
    review = ClaimReview(
        **common,
        claim=said["claim"],
        claimant=words.get("claimant"),
        source=words.get("source"),
        verdict=words["verdict"],
    )
    return [review, *_without_labels(builder, node, blocks_of(builder, node, scope))]


def _without_labels(builder: Builder, node: int, blocks: list[Block]) -> list[Block]:
    """Return what else is in a box, without the labels whose words are told as parts."""
    found = [label_of_part(block) for block in blocks]
    builder.left_out.extend(LeftOut(node, label, "fact-check-label") for label in found if label)
    return [block for block, label in zip(blocks, found, strict=True) if not label]


def _pictured_verdict(builder: Builder, node: int) -> tuple[int, str] | None:
    """Return the picture that shows the verdict of a box, with its description: a meter, a stamp."""
    for picture in builder.page.find("img", node, builder.ends[node]):
        described = " ".join(builder.attributes[picture].get("alt", "").split())
        if not builder.kept[picture] or not 0 < len(described) <= LONGEST_STAMP:
            continue
        around = builder.parents[picture]
        for box in (picture, around, builder.parents[around]):
            if box > node and _part(builder.attributes[box]) == "verdict":
                return around if builder.tags[around] == "picture" else picture, described
    return None


def _parts(builder: Builder, node: int) -> dict[str, int]:
    """Return the first element for each part: the innermost of those that are called so, and no label."""
    found: list[tuple[int, str]] = []
    for inside in range(node + 1, min(builder.ends[node], node + 1 + _LOOKED_AT)):
        part = _part(builder.attributes[inside]) if builder.has_words(inside) else None
        if part is not None and _is_words(builder, inside):
            found.append((inside, part))
            if len(found) == _MOST_CANDIDATES:
                break
    innermost = [
        (inside, part)
        for place, (inside, part) in enumerate(found)
        if place + 1 == len(found) or found[place + 1][0] >= builder.ends[inside]
    ]
    return {part: inside for inside, part in reversed(innermost)}


def _is_words(builder: Builder, node: int) -> bool:
    """Say whether an element is short enough for a part, and more than its label."""
    if builder.ends[node] - node > _LOOKED_AT:
        return False
    text = builder.kept_text(node, builder.ends[node])
    return len(text) <= LONGEST_PART and not is_label(text)


def _part(attributes: Mapping[str, str]) -> str | None:
    if not attributes:
        return None
    if part := _PROPERTIES.get(attributes.get("itemprop", "").lower()):
        return part
    names = attributes.get("class", "").split() if "itemprop" not in attributes else ()
    return next((part for name in names if (part := _named(name))), None)


@lru_cache(maxsize=1024)
def _named(name: str) -> str | None:
    if part := _PARTS.get(name.lower()):
        return part
    found = [word.lower() for word in _WORDS.findall(name)]
    while len(found) > 1 and found[-1] in _ENDINGS:
        found.pop()
    return _LAST_WORDS.get(found[-1]) if found else None
