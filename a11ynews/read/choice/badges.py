"""Pictures before the story's first word that are none of it: icons, portraits, the banners and logos of a section."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from a11ynews.tree.page import Page

__all__ = ["PICTURE_FILE", "is_badge"]

PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|\Z)|^#", re.IGNORECASE)
"""Where a link leads that only shows the picture larger."""
_BADGE_PX = 64
_LONG_NUMBER = 5
"""Digits of a number that is no size of a picture."""
_LINK_LEVELS = 3
"""Elements around a picture among which its link is looked for."""


def is_badge(page: Page, node: int, *, above_headline: bool) -> bool:
    """Tell whether a picture before the story's first word is an icon, a portrait, or the banner of a section.

    A portrait beside the byline and the star of a good article are small; what stands above the headline and leads to
    another page is that page's.
    """
    img = next(page.find("img", node, page.ends[node]), node)
    attributes = page.attributes[img]
    sides = [value for name in ("width", "height") if (value := attributes.get(name, "").strip()).isdecimal()]
    if len(sides) > 1 and max(map(len, sides)) < _LONG_NUMBER and max(map(int, sides)) <= _BADGE_PX:
        return True
    if not above_headline:
        return False
    around = list(islice(page.ancestors(node), _LINK_LEVELS))
    link = next((above for above in around if page.tags[above] == "a"), None)
    if link is None or any(page.tags[above] == "figure" for above in around):
        return False
    return _leads_elsewhere(page, page.attributes[link].get("href", "").strip())


def _leads_elsewhere(page: Page, href: str) -> bool:
    """Tell whether an address is another page's: neither a picture's nor that of the page itself."""
    if not href or PICTURE_FILE.search(href):
        return False
    canonical = (page.attributes[node] for node in page.find("link") if page.attributes[node].get("rel") == "canonical")
    own = {page.url or "", *(link.get("href", "") for link in canonical)}
    return _path_of(href) not in map(_path_of, filter(None, own))


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path.strip("/")
    except ValueError:
        return address
