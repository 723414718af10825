"""Things from elsewhere, and recordings of the page's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from a11ynews.model.blocks import Block, Embed, Figure, Image, Media, Track
from a11ynews.read.build.addresses import MEDIA_SCHEMES, resolve
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of
from a11ynews.read.build.providers import is_widget, provider_of
from a11ynews.read.build.values import read_language, read_number
from a11ynews.read.custom_elements import address_of
from a11ynews.read.stand_ins import stand_in_address
from a11ynews.read.vocabulary import words

__all__ = ["build_embed", "build_media", "build_player", "build_post", "build_stand_in"]

_SOURCES: Final = ("src", "data-src", "data-lazy-src", "data-url", "data", "data-original", "data-litespeed-src")
_FRAME_PX: Final = 3
"""A frame with a side this small shows nothing: it counts visitors."""

_FEW: Final = 12
"""Nodes at the start of a stand-in among which its title is: the label of a button, the name of a picture."""

LONGEST_FALLBACK: Final = 300
"""Characters inside a recording that only browsers without it would show; a longer text is not meant as that."""

_WORD: Final = re.compile(r"\w+")

_TRACKS: Final = frozenset({"captions", "subtitles", "descriptions", "chapters"})


def build_embed(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a titled link from ``iframe``, ``embed`` or ``object``, with what the page shows in its place."""
    attributes = builder.attributes[node]
    url = _address(builder, attributes)
    if url is None or _is_hidden(attributes) or is_widget(url):
        return None
    common = builder.common(node, scope, "embed-element")
    provider, kind = provider_of(url)
    blocks = blocks_of(builder, node, scope) if builder.has_words(node) else []
    title = _title(attributes, provider)
    return [Embed(**common, kind=kind, url=url, provider=provider, title=title, blocks=tuple(blocks))]


def build_player(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a titled link from the element of a player, which has an address, or a name at its provider."""
    attributes, tag = builder.attributes[node], builder.tags[node]
    url = address_of(tag, attributes) or _address(builder, attributes) or _post_address(builder, node)
    if url is None:
        return None
    common = builder.common(node, scope, "player-element")
    provider, kind = provider_of(url)
    blocks = blocks_of(builder, node, scope) if builder.has_words(node) else []
    title = _title(attributes, provider)
    return [Embed(**common, kind=kind, url=url, provider=provider, title=title, blocks=tuple(blocks))]


def build_stand_in(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a titled link from an element that a script would fill, with the words that stand in it."""
    attributes = builder.attributes[node]
    url = resolve(stand_in_address(attributes) or "", builder.base_url, MEDIA_SCHEMES)
    if url is None or is_widget(url):
        return None
    common = builder.common(node, scope, "embed-placeholder")
    provider, kind = provider_of(url)
    blocks = blocks_of(builder, node, scope) if builder.has_words(node) else []
    inside = (_title(builder.attributes[i], provider) for i in range(node, min(builder.ends[node], node + _FEW)))
    title = next((found for found in inside if found), None)
    return [Embed(**common, kind=kind, url=url, provider=provider, title=title, blocks=tuple(blocks))]


def build_media(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a recording from ``video`` or ``audio``; one without any source is said to be missing."""
    attributes = builder.attributes[node]
    sources = [builder.attributes[i] for i in builder.page.find("source", node, builder.ends[node])]
    url = next((found for each in (attributes, *sources) if (found := _address(builder, each))), None)
    kind = "audio" if builder.tags[node] in {"audio", "amp-audio"} else "video"
    poster = resolve(attributes.get("poster", ""), builder.base_url, MEDIA_SCHEMES)
    if url is not None and _is_fallback(builder, node):
        builder.leave_unsaid(node, "player-fallback")
        fallback: list[Block] = []
    else:
        fallback = blocks_of(builder, node, scope) if builder.has_words(node) else []
    if url is None and poster is None:
        return fallback if builder.has_words(node) else None  # what was walked is not walked again
    if url is None:
        common = builder.common(node, scope, "video-without-source")
        image = Image(src=poster or "", alt=_title(attributes), alt_source="title" if _title(attributes) else "none")
        return [Figure(**common, images=(image,)), *fallback]
    media = Media(
        **builder.common(node, scope),
        kind="audio" if kind == "audio" else "video",
        src=url,
        title=_title(attributes),
        poster=poster,
        tracks=_tracks(builder, node),
    )
    return [media, *fallback]


def _is_fallback(builder: Builder, node: int) -> bool:
    return builder.has_words(node) and len(builder.kept_text(node, builder.ends[node])) <= LONGEST_FALLBACK


def build_post(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a post of a social network from the quote that stands in for it until a script runs."""
    if not builder.has_words(node):
        return None
    url = _post_address(builder, node)
    if url is None:
        return None
    common = builder.common(node, scope, "social-post-class")
    provider, _ = provider_of(url)
    blocks = blocks_of(builder, node, scope)
    return [Embed(**common, kind="post", url=url, provider=provider, blocks=tuple(blocks))]


def _post_address(builder: Builder, node: int) -> str | None:
    attributes = builder.attributes[node]
    for name in ("cite", "data-instgrm-permalink", "data-href", "data-url", "data-bluesky-uri"):
        if found := resolve(attributes.get(name, ""), builder.base_url, MEDIA_SCHEMES):
            return found
    links = [
        resolve(builder.attributes[i].get("href", ""), builder.base_url, MEDIA_SCHEMES)
        for i in builder.page.find("a", node, builder.ends[node])
    ]
    return next((link for link in reversed(links) if link), None)


def _address(builder: Builder, attributes: Mapping[str, str]) -> str | None:
    for name in _SOURCES:
        if found := resolve(attributes.get(name, ""), builder.base_url, MEDIA_SCHEMES):
            return found
    return None


def _title(attributes: Mapping[str, str], provider: str | None = None) -> str | None:
    """Return what a player says that it plays; "YouTube video player" is no title."""
    for name in ("title", "aria-label", "data-title", "videotitle", "metadata-video-title", "playlabel"):
        title = " ".join(attributes.get(name, "").split())
        if title and not _says_what_it_is(title, provider or ""):
            return title
    return None


def _says_what_it_is(title: str, provider: str) -> bool:
    said = {*_WORD.findall(title.casefold())} - {*_WORD.findall(provider.casefold())}
    return said <= words("captions", "player")


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    sides = [read_number(attributes.get(name), 100, 0, 10_000) for name in ("width", "height")]
    return min(sides) <= _FRAME_PX


def _tracks(builder: Builder, node: int) -> tuple[Track, ...]:
    tracks: list[Track] = []
    for i in builder.page.find("track", node, builder.ends[node]):
        attributes = builder.attributes[i]
        src = resolve(attributes.get("src", ""), builder.base_url, MEDIA_SCHEMES)
        kind = attributes.get("kind", "subtitles").strip().lower()
        if src and kind in _TRACKS:
            lang = read_language(attributes.get("srclang", ""))
            label = " ".join(attributes.get("label", "").split()) or None
            tracks.append(Track(kind=kind, src=src, lang=lang, label=label))
    return tuple(tracks)
