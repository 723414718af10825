"""Pictures that are links to a recording: a still with a link, where others put a player."""

from __future__ import annotations

import re
from typing import Final

from a11ynews.model.figures import Embed, Image
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.providers import provider_of

__all__ = ["linked_player"]

_RECORDING: Final = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:watch\?|embed/|shorts/|live/|v/)|youtu\.be/[\w-]|vimeo\.com/(?:video/)?\d"
    r"|dailymotion\.com/video/|dai\.ly/\w|twitch\.tv/videos/|ted\.com/talks/|loom\.com/share/)",
    re.IGNORECASE,
)
"""Addresses of one recording; that of a channel is a site like others."""

_LEVELS_UP: Final = 4


def linked_player(builder: Builder, node: int, scope: Scope, image: Image) -> Embed | None:
    """Return the recording that a picture without words around it links to, titled by the picture's description."""
    around = builder.parents[node]
    for _ in range(_LEVELS_UP):
        if around <= 0:
            return None
        if builder.tags[around] == "a":
            break
        around = builder.parents[around]
    href = builder.href(around) if builder.tags[around] == "a" and not builder.has_words(around) else None
    if href is None or not _RECORDING.search(href):
        return None
    provider, kind = provider_of(href)
    common = builder.common(node, scope, "picture-of-recording")
    return Embed(**common, kind=kind, url=href, provider=provider, title=image.alt or None)
