"""Pictures before the story's first word that are none of it: icons, portraits, the banners and logos of a section."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from a11ynews.tree.page import Page

__all__ = ["PICTURE_FILE", "is_badge", "own_paths"]

PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|\Z)|^#", re.IGNORECASE)
"""Where a link leads that only shows the picture larger."""
_BADGE_PX = 64
_LONG_NUMBER = 5
"""Digits of a number that is no size of a picture."""
_LINK_LEVELS = 3
"""Elements around a picture among which its link is looked for."""


def own_paths(page: Page) -> frozenset[str]:
    """Return the paths that a page has by its address and by what it says of it."""
    canonical = (page.attributes[node] for node in page.find("link") if page.attributes[node].get("rel") == "canonical")
    return frozenset(map(_path_of, filter(None, (page.url, *(link.get("href") for link in canonical)))))


def is_badge(page: Page, node: int, own: frozenset[str] | None) -> bool:
    """Tell whether a picture before the story's first word is an icon, a portrait, or the banner of a section.

    A portrait beside the byline and the star of a good article are small; what stands above the headline and leads to
    another page is that page's.

    Args:
        page: The page.
        node: The picture.
        own: The paths of the page itself, for a picture above the headline; None for one below.
    """
    img = next(page.find("img", node, page.ends[node]), node)
    attributes = page.attributes[img]
    sides = [value for name in ("width", "height") if (value := attributes.get(name, "").strip()).isdecimal()]
    if len(sides) > 1 and max(map(len, sides)) < _LONG_NUMBER and max(map(int, sides)) <= _BADGE_PX:
        return True
    if own is None:
        return False
    around = list(islice(page.ancestors(node), _LINK_LEVELS))
    link = next((above for above in around if page.tags[above] == "a"), None)
    if link is None or any(page.tags[above] == "figure" for above in around):
        return False
    href = page.attributes[link].get("href", "").strip()
    return bool(href) and not PICTURE_FILE.search(href) and _path_of(href) not in own


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path.strip("/")
    except ValueError:
        return address
