"""Claims from microdata and RDFa attributes in the visible page."""

from __future__ import annotations

from collections.abc import Iterator

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.scan import Scan, shown_text

__all__ = ["read_microdata"]

_FIELDS = {
    "headline": "title",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "author": "authors",
    "keywords": "tags",
    "articlesection": "section",
    "genre": "section",
    "dc:date": "published",
    "dc:created": "published",
    "dcterms:date": "published",
    "dcterms:created": "published",
    "dcterms:issued": "published",
    "dcterms:modified": "modified",
}
"""By the name, or by the name with its vocabulary: "created" alone may be anything."""
_MAX_CLAIMS = 60


def read_microdata(found: Scan) -> Iterator[Claim]:
    """Yield what ``itemprop`` and ``property`` attributes claim, in document order."""
    page = found.page
    for prop, node in found.props[:_MAX_CLAIMS]:
        field = _FIELDS.get(prop) or _FIELDS.get(prop.rpartition(":")[2])
        if field is None:
            continue
        attributes = page.attributes[node]
        value = attributes.get("content") or attributes.get("datetime") or ""
        if field == "authors" and not value:
            value = _name(found, node)
        if text := value.strip() or shown_text(page, node, 300):
            yield Claim(field, text, f"itemprop {prop}", node)


def _name(found: Scan, node: int) -> str:
    """Return the ``name`` inside an author's item."""
    page = found.page
    for prop, inner in found.props:
        if prop == "name" and node < inner < page.ends[node]:
            return page.attributes[inner].get("content") or shown_text(page, inner, 200)
    return ""
