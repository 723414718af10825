"""What something from elsewhere is called where its address stands beside it."""

from __future__ import annotations

from a11ynews.model.blocks import Embed
from a11ynews.render.addresses import host_of
from a11ynews.render.phrases import Phrases

__all__ = ["embed_name"]


def embed_name(embed: Embed, words: Phrases) -> str:
    """Return the kind of a thing from elsewhere, its title, and whose it is where title or page say it.

    Example:
        >>> from a11ynews.render.phrases import phrases_for
        >>> post = Embed(kind="post", url="https://social.example/9", title="A. Walker", provider="Example Social")
        >>> embed_name(post, phrases_for("en"))
        'Post: A. Walker (Example Social)'
        >>> embed_name(Embed(kind="map", url="https://maps.example/7"), phrases_for("en"))
        'Map: maps.example'
    """
    kind, title = words.say(embed.kind), (embed.title or "").strip()
    site = (embed.provider or "").strip()
    if not title:
        site = site or host_of(embed.url) or ""
        return f"{kind}{words.say('colon')}{site}" if site else kind
    named = f"{kind}{words.say('colon')}{title}"
    return words.say("on_site", title=named, site=site) if site and site not in title else named
