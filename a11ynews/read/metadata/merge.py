"""All claims weighed, field by field: one :class:`~a11ynews.model.article.Metadata` with its reasons."""

from __future__ import annotations

from a11ynews.model.article import Candidate, Metadata
from a11ynews.read.metadata.authors import names_in
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.dates import parse_moment
from a11ynews.read.metadata.found import Found, HeaderNode
from a11ynews.read.metadata.json_ld import read_json_ld
from a11ynews.read.metadata.microdata import read_microdata
from a11ynews.read.metadata.open_graph import read_meta
from a11ynews.read.metadata.scan import scan
from a11ynews.read.metadata.titles import likeness, without_site
from a11ynews.read.metadata.visible import read_headlines, read_near
from a11ynews.tree.page import Page

__all__ = ["read_metadata"]


def read_metadata(page: Page) -> Found:
    """Read everything a page says about its story.

    Args:
        page: A parsed page; it is not changed.

    Returns:
        Metadata with all claims, and the visible nodes whose words became metadata.
    """
    found = scan(page)
    scripts = [page.text(n) for n in page.find("script") if "ld+json" in page.attributes[n].get("type", "").lower()]
    ld = read_json_ld(scripts)
    claims = [*read_headlines(found), *ld.claims, *read_meta(found), *read_microdata(found)]
    title = _title(claims)
    headline = next((c.node for c in claims if c is title), -1)
    claims += read_near(found, max(headline, 0))
    authors: list[str] = []
    for claim in claims:
        if claim.field == "authors" and (names := names_in(claim.value)):
            authors += names
            break
    published = None
    for claim in claims:
        if claim.field == "published" and (published := parse_moment(claim.value)):
            break
    first = {claim.field: claim.value for claim in reversed(claims)}
    return Found(
        metadata=Metadata(
            title=title.value if title else None,
            authors=tuple(authors),
            published=published.when if published else None,
            published_text=published.text if published else None,
            section=first.get("section"),
            tags=tuple(c.value for c in claims if c.field == "tags"),
            site_name=first.get("site_name"),
            summary=first.get("summary"),
            canonical_url=first.get("canonical_url"),
            url=page.url,
            candidates=tuple(Candidate(field=c.field, value=c.value, source=c.source) for c in claims),
        ),
        header=(HeaderNode(headline, "headline"),) if headline >= 0 else (),
        notices=tuple(ld.notices),
    )


def _title(claims: list[Claim]) -> Claim | None:
    sites = [claim.value for claim in claims if claim.field == "site_name"]
    titles = [(c, without_site(c.value, sites)) for c in claims if c.field == "title"]
    shown = [c for c, _ in titles if c.node >= 0]
    others = [text for c, text in titles if c.node < 0]
    if shown:
        return max(shown, key=lambda c: max((likeness(c.value, o) for o in others), default=0))
    return next((Claim(c.field, text, c.source) for c, text in titles), None)
