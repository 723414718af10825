"""Pictures that are links: to a recording, where others put a player; or to what the picture only announces."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from a11ynews.model.figures import Embed, Image
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.providers import provider_of

__all__ = ["leads_to", "linked_player"]

_RECORDING: Final = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:watch\?|embed/|shorts/|live/|v/)|youtu\.be/[\w-]|vimeo\.com/(?:video/)?\d"
    r"|dailymotion\.com/video/|dai\.ly/\w|twitch\.tv/videos/|ted\.com/talks/|loom\.com/share/)",
    re.IGNORECASE,
)
"""Addresses of one recording; that of a channel is a site like others."""

_OF_THE_PICTURE: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:\Z|[?#/])|[?&/]attachment(?:_id=|/)|/(?:photo|image|fullsize)s?/\d|flickr\.com/photos/",
    re.IGNORECASE,
)
"""Addresses of the picture itself: its large file, or the page that a gallery or a wiki ("File:Map.svg") has of it."""
_BUTTON: Final = re.compile(
    r"/pin/create|/sharer|/share(?:r\.php|\?)|/intent/(?:tweet|post)|/shareArticle", re.IGNORECASE
)
"""Addresses of buttons that lie on pictures, to pass them on."""

_LEVELS_UP: Final = 4
_LEVELS_BESIDE: Final = 2
_MOST_LINKS: Final = 12
"""Links around a picture that are compared with its own."""


def linked_player(builder: Builder, node: int, scope: Scope, image: Image) -> Embed | None:
    """Return the recording that a picture without words around it links to, titled by the picture's description."""
    around = _link_around(builder, node)
    href = builder.href(around) if around is not None else None
    if href is None or not _RECORDING.search(href):
        return None
    provider, kind = provider_of(href)
    common = builder.common(node, scope, "picture-of-recording")
    return Embed(**common, kind=kind, url=href, provider=provider, title=image.alt or None)


def leads_to(builder: Builder, node: int, src: str) -> str | None:
    """Return where the link around a picture leads, if that is more than the picture in large.

    None where words beside the picture lead there too: then they are the link, and one is enough (WCAG H2); and for
    the site's front, where its logo leads.
    """
    around = _link_around(builder, node)
    href = builder.href(around) if around is not None else None
    if around is None or href is None or href.startswith("#") or _OF_THE_PICTURE.search(href) or _BUTTON.search(href):
        return None
    own = builder.base_url or ""
    if _place(href) in (_place(own), _place(src), (urlsplit(own).netloc, "", "")):
        return None
    return None if _is_linked_beside(builder, around) else href


def _link_around(builder: Builder, node: int) -> int | None:
    """Return the link that holds a picture and no words."""
    around = builder.parents[node]
    for _ in range(_LEVELS_UP):
        if around <= 0:
            return None
        if builder.tags[around] == "a":
            return None if builder.has_words(around) else around
        around = builder.parents[around]
    return None


def _is_linked_beside(builder: Builder, link: int) -> bool:
    """Say whether other words close to a link lead where it leads."""
    address, company = builder.attributes[link].get("href"), link
    for _ in range(_LEVELS_BESIDE):
        company = max(builder.parents[company], 0)
    for seen, other in enumerate(builder.page.find("a", company, builder.ends[company])):
        if seen == _MOST_LINKS:
            break
        if other != link and builder.attributes[other].get("href") == address and builder.has_words(other):
            return True
    return False


def _place(address: str) -> tuple[str, str, str]:
    """Return what tells pages apart: host, path, query."""
    parts = urlsplit(address)
    return parts.netloc, parts.path.rstrip("/"), parts.query
