"""Topic lists that the page shows: a group of links that lead to pages of topics, or that is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ynews.read.metadata.scan import Scan, is_shown, shown_text
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import clean
from a11ynews.tree.page import TEXT

__all__ = ["TagList", "seen_tags"]

_MAX_TAG_CHARS = 60
_MAX_TAGS = 40
_MAX_NODES = 400
_LINK_SHARE = 0.6

TagList = tuple[int, list[str]]


def seen_tags(found: Scan, headline: int) -> Iterator[TagList]:
    """Yield the container and the names of each topic list after the headline."""
    page = found.page
    seen_end = 0
    for node in _containers(found, max(headline, found.body)):
        if node < seen_end or page.ends[node] - node > _MAX_NODES or not is_shown(page, node):
            continue
        names = _names(found, node)
        if names:
            seen_end = page.ends[node]
            yield node, names


def _containers(found: Scan, start: int) -> list[int]:
    """Return elements that may be topic lists: by their class, or around a link to a topic's page."""
    page = found.page
    nodes = {node for node in found.marked["tags"] if node > start}
    paths = _paths()
    for link in page.find("a", start):
        if paths.search(page.attributes[link].get("href", "")[:300].lower()):
            nodes.add(_list_around(found, link))
    return sorted(nodes)


def _list_around(found: Scan, link: int) -> int:
    """Return the largest block around a link in which nearly all text is links."""
    page = found.page
    best = node = link
    for _ in range(4):
        node = page.parents[node]
        if node < 0 or page.ends[node] - node > _MAX_NODES or page.tags[node] in ("body", "main", "article", "nav", "header"):
            break
        if _link_share(found, node) < _LINK_SHARE:
            break
        best = node
    return best


def _link_share(found: Scan, node: int) -> float:
    page = found.page
    total = linked = 0
    at, end = node, page.ends[node]
    while at < end:
        if page.tags[at] == "a":
            chars = sum(len(text.strip()) for text in page.texts[at : page.ends[at]])
            linked += chars
            total += chars
            at = page.ends[at]
            continue
        total += len(page.texts[at].strip())
        at += 1
    return linked / total if total else 0.0


def _names(found: Scan, node: int) -> list[str]:
    page = found.page
    if _link_share(found, node) < _LINK_SHARE:
        return []
    names: list[str] = []
    for link in page.find("a", node, page.ends[node]):
        text = clean(shown_text(page, link, 200)).lstrip("#")
        if not 1 < len(text) <= _MAX_TAG_CHARS or len(text.split()) > 7:  # noqa: PLR2004 - a headline, no topic
            return []
        names.append(text)
    return names if len(names) <= _MAX_TAGS else []


def _paths() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(path) for path in sorted(words("class_words", "tag_paths"))))
