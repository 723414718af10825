"""Who serves an embedded thing, and what kind of thing it is."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from a11ynews.model.figures import EmbedKind

__all__ = ["is_widget", "provider_of"]

_PROVIDERS: Final[dict[str, tuple[str, EmbedKind]]] = {
    "youtube.com": ("YouTube", "video"),
    "youtube-nocookie.com": ("YouTube", "video"),
    "youtu.be": ("YouTube", "video"),
    "vimeo.com": ("Vimeo", "video"),
    "dailymotion.com": ("Dailymotion", "video"),
    "dai.ly": ("Dailymotion", "video"),
    "brightcove.net": ("Brightcove", "video"),
    "brightcove.com": ("Brightcove", "video"),
    "jwplayer.com": ("JW Player", "video"),
    "jwplatform.com": ("JW Player", "video"),
    "twitch.tv": ("Twitch", "video"),
    "ted.com": ("TED", "video"),
    "rumble.com": ("Rumble", "video"),
    "bilibili.com": ("Bilibili", "video"),
    "wistia.com": ("Wistia", "video"),
    "wistia.net": ("Wistia", "video"),
    "streamable.com": ("Streamable", "video"),
    "rutube.ru": ("Rutube", "video"),
    "mux.com": ("Mux", "video"),
    "loom.com": ("Loom", "video"),
    "soundcloud.com": ("SoundCloud", "audio"),
    "spotify.com": ("Spotify", "audio"),
    "podcasts.apple.com": ("Apple Podcasts", "audio"),
    "music.apple.com": ("Apple Music", "audio"),
    "bandcamp.com": ("Bandcamp", "audio"),
    "megaphone.fm": ("Megaphone", "audio"),
    "acast.com": ("Acast", "audio"),
    "audioboom.com": ("Audioboom", "audio"),
    "simplecast.com": ("Simplecast", "audio"),
    "libsyn.com": ("Libsyn", "audio"),
    "podbean.com": ("Podbean", "audio"),
    "buzzsprout.com": ("Buzzsprout", "audio"),
    "omny.fm": ("Omny Studio", "audio"),
    "deezer.com": ("Deezer", "audio"),
    "mixcloud.com": ("Mixcloud", "audio"),
    "twitter.com": ("X", "post"),
    "x.com": ("X", "post"),
    "instagram.com": ("Instagram", "post"),
    "facebook.com": ("Facebook", "post"),
    "tiktok.com": ("TikTok", "post"),
    "reddit.com": ("Reddit", "post"),
    "redditmedia.com": ("Reddit", "post"),
    "bsky.app": ("Bluesky", "post"),
    "threads.net": ("Threads", "post"),
    "threads.com": ("Threads", "post"),
    "linkedin.com": ("LinkedIn", "post"),
    "pinterest.com": ("Pinterest", "post"),
    "tumblr.com": ("Tumblr", "post"),
    "t.me": ("Telegram", "post"),
    "vk.com": ("VK", "post"),
    "giphy.com": ("Giphy", "other"),
    "imgur.com": ("Imgur", "other"),
    "openstreetmap.org": ("OpenStreetMap", "map"),
    "mapbox.com": ("Mapbox", "map"),
    "arcgis.com": ("ArcGIS", "map"),
    "maps.google.com": ("Google Maps", "map"),
    "bing.com": ("Bing Maps", "map"),
    "datawrapper.de": ("Datawrapper", "chart"),
    "dwcdn.net": ("Datawrapper", "chart"),
    "flourish.studio": ("Flourish", "chart"),
    "infogram.com": ("Infogram", "chart"),
    "tableau.com": ("Tableau", "chart"),
    "everviz.com": ("Everviz", "chart"),
    "ourworldindata.org": ("Our World in Data", "chart"),
    "plotly.com": ("Plotly", "chart"),
    "scribd.com": ("Scribd", "document"),
    "documentcloud.org": ("DocumentCloud", "document"),
    "issuu.com": ("Issuu", "document"),
    "slideshare.net": ("SlideShare", "document"),
    "docs.google.com": ("Google Docs", "document"),
    "codepen.io": ("CodePen", "app"),
    "jsfiddle.net": ("JSFiddle", "app"),
    "codesandbox.io": ("CodeSandbox", "app"),
    "typeform.com": ("Typeform", "app"),
    "playbuzz.com": ("Playbuzz", "app"),
    "gist.github.com": ("GitHub Gist", "document"),
}

_WIDGET: Final = re.compile(
    r"/(?:plugins|widgets)/(?:like|likebox|like_box|follow|page|send|share_button|fan|tweet_button|follow_button)\b"
    r"|[/._-](?:ads?|advert(?:s|isement|ising)?|adserver|adframe|banners?|aff_\w+|captcha|recaptcha|tts)(?=[/._-]|\d|\Z)"
    r"|\bduckduckgo\.com/search\.html|\bgoogle\.com/cse\b|\bdisqus\.com/embed/comments"
    r"|\b(?:doubleclick\.net|googlesyndication\.com|amazon-adsystem\.com|googletagmanager\.com)/",
    re.IGNORECASE,
)
"""Addresses of buttons to like and to follow, of advertisements, of riddles for robots and of machines that read the
story out: nothing of a story."""


_PLAYED: Final = frozenset({"video", "audio", "map", "chart"})
"""Kinds whose addresses may hold any word: a film may be called "the-banner"."""


def is_widget(url: str) -> bool:
    """Say whether an address is of a button, an advertisement or a counter that a page frames, and no content.

    Example:
        >>> is_widget("https://www.facebook.com/plugins/like.php?href=https://news.example/story")
        True
        >>> is_widget("https://news.example/market/content_inside_ad.html"), is_widget("https://news.example/tts/7")
        (True, True)
        >>> is_widget("https://www.facebook.com/plugins/post.php?href=x"), is_widget("https://radio.example/embed/7")
        (False, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    known_as_player = provider_of(url)[1] in _PLAYED
    return not known_as_player and bool(_WIDGET.search(f"{parts.hostname or ''}{parts.path}"))


def provider_of(url: str) -> tuple[str | None, EmbedKind]:
    """Return the provider of an address and the kind of what it serves.

    Unknown hosts are named by their host, of the kind "other".

    Example:
        >>> provider_of("https://www.youtube-nocookie.com/embed/abc")
        ('YouTube', 'video')
        >>> provider_of("https://charts.example.org/7")
        ('charts.example.org', 'other')
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None, "other"
    if host.startswith("google.") and parts.path.startswith("/maps"):
        return "Google Maps", "map"
    labels = host.split(".")
    for start in range(max(len(labels) - 3, 0), len(labels) - 1):
        if known := _PROVIDERS.get(".".join(labels[start:])):
            return known
    return host or None, "other"
