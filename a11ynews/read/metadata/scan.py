"""One pass over a page's attributes: everything that may hold metadata, sorted into drawers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from a11ynews.read.metadata.vocabulary import words
from a11ynews.tree.page import TEXT, Page

__all__ = ["INLINE", "SILENT", "Scan", "class_roles", "is_shown", "scan", "shown_text"]

SILENT = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "textarea", "select", "svg", "iframe", "object"}
)
"""Elements whose characters nobody sees as text of the page."""

_MAX_TOKENS = 40
_NAMING = frozenset({"class", "id", "data-testid", "data-component", "data-qa"})
_ROLES = ("byline", "date", "tags", "section", "headline", "kicker")
_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")


@dataclass(slots=True)
class Scan:
    """What the pass found. Lists are in document order.

    Attributes:
        page: The page.
        metas: Name (lower case) and content of each ``meta``.
        links: ``rel`` (lower case) and ``href`` of each ``link``.
        marked: Nodes by what their class, id, rel or test id calls them: "byline", "date", "tags" ...
        props: ``itemprop`` or ``property`` name (lower case) and node of visible elements.
        body: Number of the body element, 0 without one.
    """

    page: Page
    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    marked: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    props: list[tuple[str, int]] = field(default_factory=list)
    body: int = 0


def scan(page: Page) -> Scan:
    """Sort the elements of a page that may hold metadata."""
    found = Scan(page)
    found.body = next(page.find("body"), 0)
    tags = page.tags
    roles: dict[str, tuple[str, ...]] = {}
    for node, attributes in enumerate(page.attributes):
        if not attributes:
            continue
        tag = tags[node]
        if tag == "meta" and (node < found.body or "itemprop" not in attributes):
            _meta(found, attributes)
        elif tag == "link":
            found.links.append((attributes.get("rel", "").lower(), attributes.get("href", "")))
        else:
            _element(found, node, attributes, roles)
    return found


def _meta(found: Scan, attributes: Mapping[str, str]) -> None:
    content = attributes.get("content", "").strip()
    if not content:
        return
    for key in ("property", "name", "itemprop", "http-equiv"):
        if name := attributes.get(key):
            found.metas += [(part, content) for part in name.lower().split()[:3]]


def _element(found: Scan, node: int, attributes: Mapping[str, str], roles: dict[str, tuple[str, ...]]) -> None:
    for name, value in attributes.items():
        if name in _NAMING:
            known = roles.get(value)
            if known is None:
                known = roles[value] = class_roles(value)
            for role in known:
                if found.marked[role][-1:] != [node]:
                    found.marked[role].append(node)
        elif name in ("itemprop", "property"):
            found.props += [(part.lower(), node) for part in value.split()[:4]]
        elif name == "rel" and "author" in value:
            found.marked["rel-author"].append(node)


def class_roles(name: str) -> tuple[str, ...]:
    """Return what a class attribute says about an element's role.

    Example:
        >>> class_roles("article-header__byline")
        ('byline',)
        >>> class_roles("author-avatar")
        ()
    """
    roles: list[str] = []
    for token in name.split()[:_MAX_TOKENS]:
        roles += token_roles(token)
    return tuple(dict.fromkeys(roles)) if roles else ()


@lru_cache(maxsize=16384)
def token_roles(token: str) -> tuple[str, ...]:
    """Return the roles in one token of a class; most tokens of the web have none."""
    said = {word.lower() for word in _WORDS.findall(token[:80])}
    if said & words("class_words", "never"):
        return ()
    return tuple(role for role in _ROLES if said & words("class_words", role))


def is_shown(page: Page, node: int) -> bool:
    """Return whether an element is meant for sighted readers, as far as markup tells."""
    while node >= 0:
        if page.tags[node] in SILENT:
            return False
        attributes = page.attributes[node]
        if attributes and (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or ("style" in attributes and "display:none" in attributes["style"].replace(" ", "").lower())
        ):
            return False
        node = page.parents[node]
    return True


def shown_text(page: Page, node: int, limit: int = 2_000) -> str:
    """Return the words a node shows, white space folded, at most about ``limit`` characters.

    Text nodes of different blocks are kept apart by a space, those of one line are not.
    """
    parts: list[str] = []
    size = 0
    at, end = node, page.ends[node]
    while at < end and size < limit:
        tag = page.tags[at]
        if tag in SILENT:
            at = page.ends[at]
            continue
        if tag == TEXT:
            parts.append(page.texts[at])
            size += len(page.texts[at])
        elif tag not in INLINE:
            parts.append(" ")
        at += 1
    return " ".join("".join(parts).split())


INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
        "time",
        "address",
    }
)
