"""The visible headings of a page as claims for the title."""

from __future__ import annotations

import html
from collections.abc import Iterator
from urllib.parse import urlsplit

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.scan import INLINE, SILENT, Scan, is_shown
from a11ynews.read.metadata.wording import words_of
from a11ynews.tree.page import TEXT, Page

__all__ = ["heading_like", "heading_text", "home_headings", "is_in_parts", "names_of_home", "read_headlines"]

_MAX_HEADLINES = 12
_MAX_OTHERS = 60
_MAX_CHARS = 400
_MAX_SITE_WORDS = 6
_MAX_LINKS_HOME = 8
_ANCHORS = frozenset("¶#§🔗∞⚓\u200b")


def read_headlines(found: Scan) -> Iterator[Claim]:
    """Yield the visible h1 elements, then the title element."""
    page = found.page
    for count, node in enumerate(page.find("h1", found.body)):
        if count == _MAX_HEADLINES:
            break
        text = heading_text(page, node)
        if text and is_shown(page, node) and not _leads_home(page, node):
            yield Claim("title", text, "h1", node)
    for node in page.find("title"):
        if text := " ".join(page.text(node)[:_MAX_CHARS].split()):
            yield Claim("title", text, "title")
        break


def home_headings(found: Scan) -> Iterator[Claim]:
    """Yield what the first h1 says that leads to the site's front page: the site's name."""
    page = found.page
    for node in page.find("h1", found.body):
        text = heading_text(page, node)
        if text and len(text.split()) <= _MAX_SITE_WORDS and _leads_home(page, node):
            yield Claim("site_name", text, "h1 that leads home", node)
            return


def names_of_home(page: Page) -> Iterator[str]:
    """Yield what the page's first links to the site's front page say: their words, and those of the logo in them."""
    seen = 0
    for node in page.find("a"):
        if seen == _MAX_LINKS_HOME:
            break
        if _is_home(page, node):
            seen += 1
            yield " ".join(page.text(node).split())[:_MAX_CHARS]
            yield from (page.attributes[at].get("alt", "") for at in page.find("img", node, page.ends[node]))


def _leads_home(page: Page, node: int) -> bool:
    """Whether a heading is a link to the site's front page, and so its name; on the front page it is the headline."""
    link = next(page.find("a", node, page.ends[node]), None)
    if link is None or len(page.text(link).strip()) * 2 < len(page.text(node).strip()):
        return False
    return _is_home(page, link)


def _is_home(page: Page, link: int) -> bool:
    """Whether a link leads to the front page of a site, from another page."""
    try:
        goal, here = urlsplit(page.attributes[link].get("href", "").strip()), urlsplit(page.url or "")
    except ValueError:
        return False
    is_root = goal.path in ("", "/") and not goal.query and not goal.fragment and bool(goal.path or goal.netloc)
    return is_root and (page.url is None or here.path not in ("", "/"))


def heading_text(page: Page, node: int) -> str:
    """Return what a heading says: no buttons, no mark that links to itself; "" if it is too long for one."""
    parts: list[str] = []
    breaks: set[int] = set()
    at, end = node, page.ends[node]
    while at < end:
        tag = page.tags[at]
        if at in breaks:
            parts.append(" ")
        if tag in SILENT or tag == "button" or (tag == "a" and _is_anchor(page, at)):
            at = page.ends[at]
            continue
        if tag == TEXT:
            parts.append(page.texts[at])
        elif tag not in INLINE:
            parts.append(" ")
            breaks.add(page.ends[at])
        at += 1
    text = " ".join(html.unescape("".join(parts)).replace("\u00ad", "").split())  # some escape twice
    return text if len(text) <= _MAX_CHARS else ""


def _is_anchor(page: Page, node: int) -> bool:
    """Whether a link is the mark that documentation puts behind headings."""
    return set(page.text(node).strip()) <= _ANCHORS or "headerlink" in page.attributes[node].get("class", "")


def is_in_parts(page: Page, node: int) -> bool:
    """Whether a heading has several parts in elements of their own, so that spaces may be missing."""
    pieces = [at for at in range(node, page.ends[node]) if page.texts[at] and not page.texts[at].isspace()]
    return len({page.parents[piece] for piece in pieces}) > 1


def heading_like(found: Scan, title: str) -> int:
    """Return the first visible heading, of the upper levels, that says exactly the title; -1 for none."""
    page = found.page
    key = words_of(title)
    if not key:
        return -1
    for tag in ("h1", "h2", "h3", "h4"):
        for count, node in enumerate(page.find(tag, found.body)):
            if count == _MAX_OTHERS:
                break
            if words_of(heading_text(page, node)) == key and is_shown(page, node):
                return node
    return -1
