"""All claims weighed, field by field: one :class:`~a11ynews.model.article.Metadata` with its reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urljoin

from a11ynews.model.article import Metadata
from a11ynews.model.figures import Image
from a11ynews.read.metadata.author_vote import Authors, choose_authors
from a11ynews.read.metadata.authors import is_name
from a11ynews.read.metadata.byline_parts import byline_of
from a11ynews.read.metadata.byline_text import spaced, without_dates
from a11ynews.read.metadata.bylines import SeenByline, is_portrayed, names_author, seen_bylines
from a11ynews.read.metadata.candidates import candidates_of
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.date_lines import seen_dates
from a11ynews.read.metadata.date_vote import Dates, choose_dates
from a11ynews.read.metadata.found import Found, HeaderNode
from a11ynews.read.metadata.head import Line, head_lines, tail_lines
from a11ynews.read.metadata.header import disjoint, is_used_up, line_nodes
from a11ynews.read.metadata.headings import heading_like, home_headings, is_in_parts, names_of_home, read_headlines
from a11ynews.read.metadata.json_ld import read_json_ld
from a11ynews.read.metadata.kickers import seen_kicker
from a11ynews.read.metadata.languages import direction_of, language_of, read_language
from a11ynews.read.metadata.microdata import read_microdata
from a11ynews.read.metadata.open_graph import read_meta
from a11ynews.read.metadata.page_state import read_page_state
from a11ynews.read.metadata.posted import author_in, posted_lines
from a11ynews.read.metadata.reading import Reading
from a11ynews.read.metadata.scan import Scan, scan
from a11ynews.read.metadata.sections import own_entry, section_named, seen_section
from a11ynews.read.metadata.sites import SiteNames, host_of, path_of
from a11ynews.read.metadata.tag_lists import is_all_tags, seen_tags
from a11ynews.read.metadata.titles import Title, choose_title, site_in
from a11ynews.read.metadata.topics import choose_tags
from a11ynews.tree.page import Page

__all__ = ["read_metadata"]

_MAX_PEOPLE_BEHIND = 3
_MAX_CHARS_BEHIND = 120
_LEVELS_OF_COMMENTS = 12
_COMMENT = re.compile(r"(?<![a-z])(?:comments?|replies|reply|webmentions?|disqus|kommentare?)(?![a-z])", re.IGNORECASE)
_BYLINE_WORDS = 12
"""A line that says "by" in an element called byline is all byline up to so many words: names, and what they do."""
_MAY_BE_RESIDUE = re.compile(r"[{<][{%]|\$\{")
_RESIDUE = re.compile(r"\{\{.{0,200}\}\}|\$\{.{0,200}\}|<%.{0,200}%>|\{%.{0,200}%\}", re.DOTALL)
"""What a template should have put something in the place of."""
_POSTED_WORDS = 40
"""Words beside the date in a line that says under what a story was posted: it may have a dozen topics."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def read_metadata(page: Page) -> Found:
    """Read everything a page says about its story.

    Args:
        page: A parsed page; it is not changed.

    Returns:
        Metadata with all claims, and the visible nodes whose words became metadata. It does not
        raise, whatever the page declares.
    """
    reading = _declared(page)
    _look(reading)
    authors, dates = _choose(reading)
    if not authors.names or not dates.published:
        _look_behind(reading, names=not authors.names, dates=not dates.published)
        authors, dates = _choose(reading)
    return Found(
        metadata=_metadata(reading, authors, dates),
        header=disjoint(page, list(_header(reading, authors))),
        notices=tuple(reading.notices),
    )


def _choose(reading: Reading) -> tuple[Authors, Dates]:
    language = reading.language or ""
    claims = [claim for claim in reading.of("authors") if claim.node < 0]
    authors = choose_authors(claims, reading.bylines, reading.sites, language)
    return authors, choose_dates(reading.claims, reading.dates_seen, reading.addresses, language)


def _declared(page: Page) -> Reading:
    """Gather what the page declares, seen or unseen."""
    found = scan(page)
    metas = list(read_meta(found))
    addresses = [address for address in [page.url, *(c.value for c in metas if c.field == "canonical_url")] if address]
    scripts = [page.text(n) for n in page.find("script") if "ld+json" in page.attributes[n].get("type", "").lower()]
    ld = read_json_ld(scripts, frozenset(address.partition("#")[0].rstrip("/") for address in addresses))
    claims = [
        *read_headlines(found),
        *read_language(found),
        *ld.claims,
        *metas,
        *read_microdata(found),
        *home_headings(found),
    ]
    claims += read_page_state(_other_scripts(page), _missing(claims))
    claims = [claim for claim in claims if not (_MAY_BE_RESIDUE.search(claim.value) and _RESIDUE.search(claim.value))]
    host = next(filter(None, map(host_of, addresses)), "")
    sites = SiteNames([claim.value for claim in claims if claim.field == "site_name"], host, path_of(page.url))
    return Reading(found, claims, ld.notices, addresses, sites, language_of(claims))


def _missing(claims: Sequence[Claim]) -> list[str]:
    """Return the fields to look for in assigned objects: none where author and date are declared."""
    known = {claim.field for claim in claims}
    if {"published", "authors"} <= known:
        return []
    return [name for name in ("published", "authors", "section", "tags") if name not in known]


def _other_scripts(page: Page) -> Iterator[str]:
    return (
        page.text(node) for node in page.find("script") if not page.attributes[node].get("type", "").endswith("json")
    )


def _look(reading: Reading) -> None:
    """Choose the headline, and read the lines around it."""
    found, page = reading.found, reading.found.page
    titles = reading.of("title")
    in_parts = frozenset(claim.node for claim in titles if claim.node >= 0 and is_in_parts(page, claim.node))
    title = choose_title(titles, reading.sites, in_parts)
    if title and title.node < 0 and (node := heading_like(found, title.text)) >= 0:
        title = Title(title.text, title.claim, node)
    reading.title = title
    headline = title.node if title else -1
    before, after = head_lines(page, headline, found.body)
    reading.lines = [*after, *reversed(before)]
    reading.dates_seen = seen_dates(found, reading.lines, reading.language or "")
    reading.bylines = seen_bylines(
        found, reading.lines, [one.line for one in reading.dates_seen], reading.language or ""
    )
    reading.kicker = seen_kicker(found, before, reading.of("section")) if headline >= 0 else None
    reading.topics = seen_tags(found, headline)
    reading.section = next((claim for claim in reading.of("section") if section_named(claim.value)), None)
    if not reading.section:
        reading.section = seen_section(found, headline, title.text if title else "", reading.of("crumb"))
        reading.claims += [reading.section] if reading.section else []


def _look_behind(reading: Reading, *, names: bool, dates: bool) -> None:
    """Look for the missing byline or date behind the story; only what is labelled as such counts there."""
    language = reading.language or ""
    start = max((line.pieces[-1] + 1 for line in reading.lines), default=reading.found.body)
    page = reading.found.page
    lines = [line for line in tail_lines(page, start) if not _is_heading(page, line) or names_author(line.text)]
    reading.lines += lines
    entry = own_entry(reading.found, reading.title.node if reading.title else -1)[0]
    posted = posted_lines(reading.found, lines, entry)
    if dates:
        of_entry = seen_dates(reading.found, posted, language, most_words=_POSTED_WORDS)
        seen = of_entry or seen_dates(reading.found, [line for line in lines if not _is_comment(page, line)], language)
        labelled = [one for one in seen if one.kind != "plain"]
        reading.dates_seen += labelled[:2] or (seen if len({one.moment.when.date() for one in seen}) == 1 else [])
    if names:
        near = [line for line in lines if len(line.text) <= _MAX_CHARS_BEHIND]
        found = seen_bylines(reading.found, near, [], language)
        seen_behind = [one for one in found if not _is_comment(page, one.line)]
        first = next((one for one in seen_behind if one.is_said), None)
        is_clear = first is None or _is_sure(reading.found, first)
        said = [one for one in seen_behind if _is_sure(reading.found, one)] if is_clear else []
        said = said or [
            SeenByline(by, line, is_said=True, is_marked=True)
            for line in posted
            if (by := author_in(reading.found, line))
        ]
        people = {name for one in said for name in one.names}
        reading.bylines += said if len(people) <= _MAX_PEOPLE_BEHIND else []


def _is_heading(page: Page, line: Line) -> bool:
    """Whether a line is a heading: behind the story it names another story, or another day's."""
    node = page.parents[line.pieces[0]]
    for _ in range(3):
        if node < 0 or page.tags[node] in _HEADINGS:
            return node >= 0
        node = page.parents[node]
    return False


def _is_comment(page: Page, line: Line) -> bool:
    """Whether a line stands in what its class calls a comment or a reply: who speaks there did not write the story."""
    node = page.parents[line.pieces[0]]
    for _ in range(_LEVELS_OF_COMMENTS):
        if node < 0:
            break
        if (own := page.attributes[node]) and _says_comment(own.get("class", ""), own.get("id", "")):
            return True
        node = page.parents[node]
    return False


@lru_cache(maxsize=4096)
def _says_comment(names: str, name: str) -> bool:
    """Whether an element's class or id calls it a comment; the same few are asked about for line after line."""
    return _COMMENT.search(f"{names} {name}") is not None


def _is_sure(found: Scan, byline: SeenByline) -> bool:
    """Whether a byline far from the headline names people, and says "by" or shows who they are."""
    if not all(map(is_name, byline.names)):
        return False
    return byline.is_said or (byline.is_marked and all(is_portrayed(found, name) for name in byline.names))


def _metadata(reading: Reading, authors: Authors, dates: Dates) -> Metadata:
    title, page = reading.title, reading.found.page
    tags, tag_sources = choose_tags(
        reading.of("tags"), reading.topics[1] if reading.topics else [], title.text if title else None
    )
    kicker = title.kicker if title and title.kicker else reading.kicker[1] if reading.kicker else None
    line = _byline(reading, authors, dates)
    return Metadata(
        title=title.text if title else None,
        authors=authors.names,
        byline=byline_of(line, authors.names) if line else None,
        published=dates.published.when if dates.published else None,
        published_text=dates.published.text if dates.published else None,
        modified=dates.modified.when if dates.modified else None,
        language=reading.language,
        direction=direction_of(reading.found, reading.language),
        site_name=_site_name(reading),
        kicker=kicker,
        summary=_first(reading, "summary"),
        section=section_named(reading.section.value) if reading.section else None,
        tags=tags,
        lead_image=_image(reading),
        url=page.url,
        canonical_url=_address(page, _first(reading, "canonical_url")),
        licence=_licence(reading),
        access=_access(reading),
        candidates=tuple(candidates_of(reading, authors, dates, tag_sources)),
    )


def _byline(reading: Reading, authors: Authors, dates: Dates) -> str | None:
    """Return the byline as shown, without the dates that the metadata tell."""
    if not authors.seen:
        return None
    told = [moment.when for moment in (dates.published, dates.modified) if moment]
    line = authors.seen[0].line
    return without_dates(spaced(line.text, line.texts), authors.names, told, reading.language or "")


def _first(reading: Reading, name: str) -> str | None:
    return next((claim.value for claim in reading.claims if claim.field == name and claim.value), None)


def _site_name(reading: Reading) -> str | None:
    """Return the publication's name; the publisher's, often a company's, only if there is no other.

    Where none is declared, it is what the page's title has behind a separator, if the host or the link to the front
    page is called like it.
    """
    claims = reading.of("site_name")
    if claims:
        return next((c.value for c in claims if not c.source.endswith("publisher")), claims[0].value)
    titles = [claim.value for claim in reading.of("title") if claim.source == "title"]
    if not titles:
        return None
    return site_in(titles[0], reading.sites) or site_in(titles[0], SiteNames(names_of_home(reading.found.page)))


def _address(page: Page, address: str | None) -> str | None:
    """Return an absolute http address, None for anything else."""
    if not address:
        return None
    try:
        absolute = urljoin(page.url or "", address)
    except ValueError:
        return None
    return absolute if absolute.startswith(("http://", "https://")) else None


def _licence(reading: Reading) -> str | None:
    """Return the licence's name or its whole address; a path of the site leads nowhere from the story."""
    licence = _first(reading, "licence")
    return _address(reading.found.page, licence) if licence and licence.startswith("/") else licence


def _access(reading: Reading) -> str | None:
    said = (_first(reading, "access") or "").lower()
    if said in ("free", "true", "yes"):
        return "free"
    return "metered" if said in ("metered", "locked", "paid", "premium", "false", "no") else None


def _image(reading: Reading) -> Image | None:
    """Return the declared picture with the words the page declares for it."""
    src = _address(reading.found.page, _first(reading, "image"))
    alt = _first(reading, "image_alt")
    if src is None:
        return None
    return Image(src=src, alt=alt, alt_source="metadata") if alt else Image(src=src)


def _header(reading: Reading, authors: Authors) -> Iterator[HeaderNode]:
    """Yield the nodes whose words are in the metadata now."""
    page = reading.found.page
    if reading.title and reading.title.node >= 0:
        yield HeaderNode(reading.title.node, "headline")
    if reading.kicker:
        yield from line_nodes(page, reading.kicker[0], "kicker")
    bylines = {id(one.line) for one in authors.seen}
    dated = {id(one.line): one.kind for one in reading.dates_seen}
    said = {
        id(one.line)
        for one in authors.seen
        if one.is_said
        and any(reading.found.has_role(at, "byline") for at in (one.line.node, page.parents[one.line.pieces[0]]))
        and len(one.line.text.split()) <= _BYLINE_WORDS
    }
    names = [name for one in authors.seen for name in one.names]
    for line in reading.lines:
        if id(line) in said or (id(line) in bylines and is_used_up(line, names, reading.language or "")):
            yield from line_nodes(page, line, "byline")
        elif id(line) in dated and is_used_up(line, names, reading.language or ""):
            yield from line_nodes(page, line, "modified" if dated[id(line)] == "modified" else "published")
    if reading.topics and is_all_tags(reading.found, reading.topics):
        yield HeaderNode(reading.topics[0], "tags")
