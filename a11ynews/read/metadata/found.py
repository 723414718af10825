"""What reading the metadata gives back."""

from __future__ import annotations

from dataclasses import dataclass

from a11ynews.model.article import Metadata
from a11ynews.model.findings import Notice

__all__ = ["Found", "HeaderNode"]


@dataclass(frozen=True, slots=True)
class HeaderNode:
    """A node of the page whose whole visible text became metadata.

    Attributes:
        node: Number of an element or text node.
        role: What its words are: "headline", "kicker", "byline", "published", "modified", "tags".
    """

    node: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Metadata, and where in the visible page they stand.

    Attributes:
        metadata: What is known about the story, with every claim that was weighed.
        header: Disjoint subtrees, in document order, whose words are in ``metadata``.
        notices: What was odd, for instance JSON-LD that is no JSON.
    """

    metadata: Metadata
    header: tuple[HeaderNode, ...] = ()
    notices: tuple[Notice, ...] = ()
