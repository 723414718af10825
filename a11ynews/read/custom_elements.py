"""Elements that are none of HTML: pictures, frames and players as AMP and web components name them.

Source:
    AMP's components (amp.dev, "Component reference"); lite-youtube-embed, lite-vimeo-embed, Media Chrome, Brightcove
    and Mux as their own documentation shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

__all__ = ["CUSTOM_ELEMENTS", "CUSTOM_FRAMES", "CUSTOM_PICTURES", "CUSTOM_PLAYERS", "CUSTOM_RECORDINGS", "address_of"]

CUSTOM_PICTURES: Final = frozenset({"amp-img", "amp-anim"})
CUSTOM_RECORDINGS: Final = frozenset({"amp-video", "amp-audio"})
CUSTOM_FRAMES: Final = frozenset({"amp-iframe", "amp-video-iframe"})


class _Player(NamedTuple):
    """Which attributes have the name of a recording or post, and the address it has at its provider."""

    names: tuple[str, ...]
    pattern: str


_YOUTUBE: Final = _Player(("data-videoid", "videoid", "video-id"), "https://www.youtube.com/watch?v={}")
_VIMEO: Final = _Player(("data-videoid", "videoid", "video-id"), "https://vimeo.com/{}")

CUSTOM_PLAYERS: Final[Mapping[str, _Player]] = {
    "amp-youtube": _YOUTUBE,
    "lite-youtube": _YOUTUBE,
    "youtube-video": _YOUTUBE,
    "youtube-player": _YOUTUBE,
    "amp-vimeo": _VIMEO,
    "lite-vimeo": _VIMEO,
    "vimeo-video": _VIMEO,
    "amp-dailymotion": _Player(("data-videoid",), "https://www.dailymotion.com/video/{}"),
    "amp-soundcloud": _Player(("data-trackid",), "https://api.soundcloud.com/tracks/{}"),
    "amp-twitter": _Player(("data-tweetid",), "https://twitter.com/i/status/{}"),
    "amp-instagram": _Player(("data-shortcode",), "https://www.instagram.com/p/{}/"),
    "amp-tiktok": _Player(("data-src",), "https://www.tiktok.com/embed/{}"),
    "amp-reddit": _Player((), ""),
    "amp-facebook": _Player((), ""),
    "amp-gist": _Player(("data-gistid",), "https://gist.github.com/{}"),
    "mux-player": _Player(("playback-id",), "https://player.mux.com/{}"),
    "spotify-audio": _Player((), ""),
    "twitch-video": _Player((), ""),
    "wistia-player": _Player(("media-id",), "https://fast.wistia.net/embed/iframe/{}"),
}

CUSTOM_ELEMENTS: Final = CUSTOM_PICTURES | CUSTOM_RECORDINGS | CUSTOM_FRAMES | CUSTOM_PLAYERS.keys()

_NAME_CHARS: Final = 100
"""A longer name is none."""


def address_of(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return the address of what a player shows, from the name that its element bears; None if it bears none.

    Example:
        >>> address_of("amp-youtube", {"data-videoid": "abc123"})
        'https://www.youtube.com/watch?v=abc123'
        >>> address_of("youtube-video", {"src": "https://youtu.be/abc123"}) is None
        True
    """
    player = CUSTOM_PLAYERS.get(tag)
    if player is None or not player.pattern:
        return None
    name = next((attributes[key].strip() for key in player.names if attributes.get(key, "").strip()), "")
    if not name or len(name) > _NAME_CHARS or name.startswith(("http:", "https:", "/")):
        return None
    return player.pattern.format(quote(name, safe=""))
