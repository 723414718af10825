"""A claim: one value for one field, from one source. Readers make claims; the merge weighs them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place in the page says about one field.

    Attributes:
        field: Field of :class:`~a11ynews.model.article.Metadata`; "authors" and "tags" have one
            claim for each name.
        value: The words, entities decoded, white space folded.
        source: The place: "json-ld", "og:title", "h1", "time".
        node: The visible node the words stand in, -1 for words that nobody sees.
    """

    field: str
    value: str
    source: str
    node: int = -1
