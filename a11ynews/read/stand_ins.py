"""Elements that stand in for something of another site until a script fills them: their attributes tell what.

Charts, polls, players behind a picture, posts of which only the address is in the page.

Source:
    The embed codes of Infogram, Flourish, Datawrapper, DocumentCloud, Riddle, Typeform, Apester and Facebook, as their
    own documentation shows them; Lyte and WP Rocket for players behind a picture; CKEditor 5, "Media embed".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from a11ynews.tree.page import Page

__all__ = ["stand_in_address", "stand_ins"]

_NAME: Final = re.compile(r"[\w.~:/-]{2,200}", re.ASCII)

_BY_CLASS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "infogram-embed": (("data-id",), "https://infogram.com/{}"),
    "flourish-embed": (("data-src",), "https://public.flourish.studio/{}"),
    "riddle_target": (("data-rid-id",), "https://www.riddle.com/view/{}"),
    "riddle2-wrapper": (("data-rid-id",), "https://www.riddle.com/view/{}"),
    "apester-media": (("data-media-id",), "https://renderer.apester.com/v2/{}"),
    "typeform-widget": (("data-url",), "{}"),
    "fb-post": (("data-href",), "{}"),
    "fb-video": (("data-href",), "{}"),
    "twitter-tweet": (("cite", "data-url"), "{}"),
    "instagram-media": (("data-instgrm-permalink",), "{}"),
    "strawpoll-embed": (("data-poll",), "https://strawpoll.com/{}"),
    "rll-youtube-player": (("data-src",), "{}"),
}
"""For each class the attributes that name the thing, and the address it has then."""

_BY_ATTRIBUTE: Final[Mapping[str, str]] = {
    "data-youtube-id": "https://www.youtube.com/watch?v={}",
    "data-youtube-video-id": "https://www.youtube.com/watch?v={}",
    "data-youtube": "https://www.youtube.com/watch?v={}",
    "data-ytid": "https://www.youtube.com/watch?v={}",
    "data-yt-id": "https://www.youtube.com/watch?v={}",
    "data-vimeo-id": "https://vimeo.com/{}",
    "data-dailymotion-id": "https://www.dailymotion.com/video/{}",
    "data-tweet-id": "https://twitter.com/i/status/{}",
    "data-oembed-url": "{}",
    "data-embed-url": "{}",
    "data-iframe-src": "{}",
    "data-tf-live": "https://form.typeform.com/to/{}",
    "data-tf-widget": "https://form.typeform.com/to/{}",
}

_BY_ID: Final = (
    (re.compile(r"datawrapper-(?:vis|chart|iframe)-(\w{4,8})"), "https://datawrapper.dwcdn.net/{}/"),
    (re.compile(r"DV-viewer-(\d[\w-]{1,120})"), "https://www.documentcloud.org/documents/{}"),
    (re.compile(r"(?:lyte|WYL)_([\w-]{11})"), "https://www.youtube.com/watch?v={}"),
)
_FRAMES: Final = frozenset({"iframe", "embed", "object", "script", "a", "img", "video", "audio"})
"""Elements that are read for what they are."""


def stand_ins(page: Page) -> list[int]:
    """Return the elements of a page that stand in for something, in order, none in another.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> stand_ins(parse_page("<p>Text</p><div class='infogram-embed' data-id='77-x'></div>"))
        [5]
    """
    found = {*page.called(_BY_CLASS), *(node for name in _BY_ATTRIBUTE for node in page.having(name))}
    found.update(node for node in page.having("id") if page.attributes[node]["id"][:2] in {"da", "DV", "ly", "WY"})
    outermost: list[int] = []
    for node in sorted(found):
        is_inside = bool(outermost) and node < page.ends[outermost[-1]]
        if not is_inside and page.tags[node] not in _FRAMES and stand_in_address(page.attributes[node]) is not None:
            outermost.append(node)
    return outermost


def stand_in_address(attributes: Mapping[str, str]) -> str | None:
    """Return the address of what an element stands in for; None if it stands in for nothing.

    Example:
        >>> stand_in_address({"class": "player", "data-youtube-id": "abc12345678"})
        'https://www.youtube.com/watch?v=abc12345678'
    """
    for word in attributes.get("class", "").split():
        if known := _BY_CLASS.get(word):
            names, pattern = known
            found = next((made for name in names if (made := _made(attributes.get(name), pattern))), None)
            if found:
                return found
    for name, pattern in _BY_ATTRIBUTE.items():
        if found := _made(attributes.get(name), pattern):
            return found
    name = attributes.get("id", "")
    matches = ((known.fullmatch(name), pattern) for known, pattern in _BY_ID)
    return next((pattern.format(match[1]) for match, pattern in matches if match), None)


def _made(value: str | None, pattern: str) -> str | None:
    """Return an address of a name, or a whole address as it stands."""
    value = (value or "").strip()
    if value.startswith(("https://", "http://", "//")):
        return value
    return pattern.format(value) if pattern != "{}" and _NAME.fullmatch(value) else None
