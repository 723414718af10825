"""One pass over a page's attributes: everything that may hold metadata, sorted into drawers.

The pass is the same for every page and so has to be cheap: what a class calls an element is looked
up only for the few elements somebody asks about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from a11ynews.read.metadata.vocabulary import words
from a11ynews.tree.page import TEXT, Page

__all__ = ["INLINE", "SILENT", "Scan", "class_roles", "is_shown", "scan", "shown_text"]

SILENT = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "textarea", "select", "svg", "iframe", "object"}
)
"""Elements whose characters nobody sees as text of the page."""

INLINE = frozenset(
    "a abbr b bdi bdo cite em font i ins mark q s small span strong sub sup u wbr time address".split()  # noqa: SIM905 - a list of names
)
"""Elements that do not begin a new line."""

_MAX_TOKENS = 40
_MAX_TOKEN_CHARS = 80
_NAMING = ("class", "id", "data-testid", "data-component", "data-qa")
_ROLES = ("byline", "tags", "section", "headline", "kicker")
_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")


@dataclass(slots=True)
class Scan:
    """What the pass found. Lists are in document order.

    Attributes:
        page: The page.
        metas: Name (lower case) and content of each ``meta``.
        links: ``rel`` (lower case) and ``href`` of each ``link``.
        tags: Elements whose class speaks of tags or topics.
        props: ``itemprop`` or ``property`` name (lower case) and node of visible elements.
        authors: Elements that ``rel`` or ``itemprop`` call the author.
        body: Number of the body element, 0 without one.
    """

    page: Page
    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    props: list[tuple[str, int]] = field(default_factory=list)
    authors: set[int] = field(default_factory=set)
    body: int = 0
    _roles: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _persons: dict[int, bool] = field(default_factory=dict)

    def has_role(self, node: int, role: str) -> bool:
        """Return whether class, id or test id give an element a role: "byline", "tags", "kicker" ..."""
        known = self._roles.get(node)
        if known is None:
            attributes = self.page.attributes[node]
            known = self._roles[node] = class_roles(_named(attributes)) if attributes else ()
        return role in known

    def is_person(self, node: int) -> bool:
        """Return whether class, rel, itemprop or the address of a link say that an element is an author."""
        known = self._persons.get(node)
        if known is None:
            address = self.page.attributes[node].get("href", "") if self.page.tags[node] == "a" else ""
            known = node in self.authors or self.has_role(node, "byline") or _leads_to_person(address)
            self._persons[node] = known
        return known

    def around(self, node: int, levels: int, max_nodes: int) -> Iterator[int]:
        """Yield the elements around a node, inside out, as long as they are small."""
        page = self.page
        for _ in range(levels):
            node = page.parents[node]
            if node < 0 or page.ends[node] - node > max_nodes:
                return
            yield node


def _leads_to_person(address: str) -> bool:
    if not address:
        return False
    folded = address[:300].lower()
    return "/author" in folded or "/@" in folded or not words("bylines", "paths").isdisjoint(folded.split("/")[1:])


def scan(page: Page) -> Scan:
    """Sort the elements of a page that may hold metadata."""
    found = Scan(page)
    found.body = next(page.find("body"), 0)
    for node in page.find("meta"):
        attributes = page.attributes[node]
        if node < found.body or "itemprop" not in attributes:
            _meta(found, attributes)
    for node in page.find("link"):
        attributes = page.attributes[node]
        found.links.append((attributes.get("rel", "").lower(), attributes.get("href", "")))
    _elements(found)
    return found


def _meta(found: Scan, attributes: Mapping[str, str]) -> None:
    content = attributes.get("content", "").strip()
    if not content:
        return
    for key in ("property", "name", "itemprop", "http-equiv"):
        if name := attributes.get(key):
            found.metas += [(part, content) for part in name.lower().split()[:3]]


def _elements(found: Scan) -> None:
    """Find the elements with declared properties, and those whose class speaks of topics."""
    page = found.page
    everything = page.attributes
    for node in sorted({*page.having("itemprop"), *page.having("property")}):
        if page.tags[node] != "meta" or (node > found.body and "itemprop" in everything[node]):
            _property(found, node, everything[node])
    found.tags = sorted(node for node in _topical(page) if found.has_role(node, "tags"))
    found.authors |= {
        node for node in page.having("rel") if page.tags[node] == "a" and "author" in everything[node]["rel"]
    }


def _property(found: Scan, node: int, attributes: Mapping[str, str]) -> None:
    for part in (attributes.get("itemprop") or attributes.get("property") or "").lower().split()[:4]:
        found.props.append((part, node))
        if part.endswith("author"):
            found.authors.add(node)


@cache
def _tag_stems() -> tuple[str, ...]:
    """Parts of the words for topics: a quick first look at a class."""
    stems: list[str] = []
    for word in sorted(words("class_words", "tags"), key=len):
        if not any(stem in word for stem in stems):
            stems.append(word)
    return tuple(stems)


def _topical(page: Page) -> Iterator[int]:
    """Yield the elements whose class speaks of topics, as far as a quick look tells."""
    everything = page.class_names()
    stems = [stem for stem in _tag_stems() if stem in everything]
    for name, nodes in page.by_class().items() if stems else ():
        folded = name.lower()
        for stem in stems:
            if stem in folded:
                yield from nodes
                break


def _named(attributes: Mapping[str, str]) -> str:
    """Return all that names an element; mostly that is its class alone."""
    if "id" not in attributes and len(attributes) == 1:
        return attributes.get("class", "")
    return " ".join(attributes[name] for name in _NAMING if name in attributes)


@lru_cache(maxsize=4096)
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
        roles += _token_roles(token)
    return tuple(dict.fromkeys(roles)) if roles else ()


@lru_cache(maxsize=4096)
def _token_roles(token: str) -> tuple[str, ...]:
    """Return the roles in one token of a class; most tokens of the web have none."""
    said = {word.lower() for word in _WORDS.findall(token[:_MAX_TOKEN_CHARS])}
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
    breaks: set[int] = set()
    size = 0
    at, end = node, page.ends[node]
    while at < end and size < limit:
        tag = page.tags[at]
        if at in breaks:
            parts.append(" ")
        if tag in SILENT:
            at = page.ends[at]
            continue
        if tag == TEXT:
            parts.append(page.texts[at])
            size += len(page.texts[at])
        elif tag not in INLINE:
            parts.append(" ")
            breaks.add(page.ends[at])
        at += 1
    return " ".join("".join(parts).split())
