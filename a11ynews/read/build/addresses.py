"""Addresses of a page, made absolute and checked."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from a11ynews.tree.page import Page

__all__ = ["LINK_SCHEMES", "MEDIA_SCHEMES", "in_page_name", "own_addresses", "passes_on", "resolve"]

LINK_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
MEDIA_SCHEMES: Final = frozenset({"http", "https"})

_PLAIN: Final = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]{0,253}(?::\d{1,5})?(?:[/?#][\w!$&'()*+,./:;=?@~%#-]*)?", re.ASCII
)
"""Nearly all links: nothing in these to join, to repair or to refuse."""

_CONTROLS: Final = dict.fromkeys([*range(0x20), 0x7F])
"""The URL Standard (4.4) removes tab and newline before parsing; other controls hide schemes."""

_PASSES_ON: Final = re.compile(
    r"(?:twitter|x)\.com/(?:intent/|share\b|home\?status)|facebook\.com/(?:sharer|dialog/(?:share|feed|send))"
    r"|linkedin\.com/(?:shareArticle|sharing/)|pinterest\.[a-z.]{2,6}/pin/create|reddit\.com/submit|t\.me/share"
    r"|(?:wa\.me|whatsapp\.com/send)/?\?|bsky\.app/intent|threads\.(?:net|com)/intent|tumblr\.com/(?:share|widgets/share)"
    r"|getpocket\.com/save|vk\.com/share|line\.me/(?:R/msg|lineit)|telegram\.me/share",
    re.IGNORECASE,
)
_PASSING: Final = ("intent", "shar", "status", "create", "submit", "wa.me", "send", "feed", "save", "line")
"""One of them is in each address that passes something on: found in C, before the pattern is tried."""


def passes_on(address: str) -> bool:
    """Say whether a link does nothing but pass an address or some words on to a network.

    Example:
        >>> passes_on("https://twitter.com/intent/tweet?text=rain"), passes_on("https://twitter.com/harbour/status/1")
        (True, False)
    """
    return any(map(address.lower().count, _PASSING)) and _PASSES_ON.search(address) is not None


def resolve(address: str, base_url: str | None, schemes: frozenset[str] = LINK_SCHEMES) -> str | None:
    r"""Return an absolute address whose scheme is allowed, or None.

    Args:
        address: As written in the page: absolute, relative or broken.
        base_url: What relative addresses start from; None if unknown, then they are lost.
        schemes: The schemes that may pass, in lower case.

    Returns:
        The address, its spaces percent-encoded; None if it is empty, broken, relative to nothing, or of
        another scheme.

    Example:
        >>> resolve("../a b.html", "https://example.org/news/today")
        'https://example.org/a%20b.html'
        >>> resolve("//img.example.org/a.jpg", None)
        'https://img.example.org/a.jpg'
        >>> resolve("java\nscript:alert(1)", "https://example.org/") is None
        True

    Source:
        URL Standard, section 4.4, for the characters that are removed first.
    """
    if _PLAIN.fullmatch(address):
        return address
    plain = address.translate(_CONTROLS).strip()
    if not plain:
        return None
    if plain.startswith("//") and not base_url:
        plain = f"https:{plain}"  # it names its host, and only the scheme is the page's
    try:
        absolute = urljoin(base_url, plain) if base_url else plain
        parts = urlsplit(absolute)
    except ValueError:
        return None
    if parts.scheme.lower() not in schemes or not (parts.netloc or parts.path):
        return None
    if parts.scheme.lower() in MEDIA_SCHEMES and not parts.netloc:
        return None
    return absolute.replace(" ", "%20")


def in_page_name(own: AbstractSet[str], address: str) -> str | None:
    """Return the name that an address leads to within its own page, or None.

    Args:
        own: The page's own addresses, from :func:`own_addresses`.
        address: Where a link leads, as written.

    Example:
        >>> in_page_name({"https://example.org/a"}, "#n%201")
        'n 1'
        >>> in_page_name({"https://example.org/a"}, "https://example.org/a/#n1")
        'n1'
        >>> in_page_name({"https://example.org/a"}, "/b#n1") is None
        True
    """
    page, _, name = address.strip().partition("#")
    if not name or (page and page.rstrip("/") not in own):
        return None
    return unquote(name)


def own_addresses(page: Page) -> frozenset[str]:
    """Return the address that a page was read from and the one that it calls its own, without names of places.

    Newsletters write it before the names of their notes: a link to it is a link within.

    Source:
        RFC 6596, the canonical link relation.
    """
    links = (page.attributes[node] for node in page.find("link"))
    called = (link.get("href", "") for link in links if link.get("rel", "").lower() == "canonical")
    return frozenset(address.partition("#")[0].rstrip("/") for address in (page.url or "", *called)) - {""}
