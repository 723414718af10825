"""Pictures: which file, which words, how large; and which of them say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from a11ynews.model.figures import AltSource, Figure, Image
from a11ynews.model.inlines import Inline
from a11ynews.read.build.addresses import MEDIA_SCHEMES, resolve
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.roles import role_of
from a11ynews.read.vocabulary import fold, words

__all__ = ["is_called_logo", "is_file_name", "is_sign", "is_small", "lost_image", "make_figure", "read_image"]

LAZY_SOURCES: Final = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-original-src",
    "data-lazy",
    "data-hi-res-src",
    "data-full-src",
    "data-url",
    "data-image",
)
LAZY_SETS: Final = ("data-srcset", "data-lazy-srcset")

_SOURCE_SETS: Final = ("srcset", *LAZY_SETS, "data-src")

SMALL_PX: Final = 48
"""A picture with both sides below this stands for a character: an emoji, an icon, a formula."""

LINE_HIGH_PX: Final = 24
LINE_WIDE_PX: Final = 160
"""A picture as high as a line and not much wider than a word stands in its line: stars, a badge, a formula."""

PIXEL_PX: Final = 3
"""A picture this small in both directions counts visitors or keeps a distance; it shows nothing."""

LINE_PX: Final = 1
"""A picture this small in one direction is a line, or pushes something aside."""

_EMPTY_NAMES: Final = re.compile(
    r"(?:^|[/_.-])(?:spacer|blank|transparent|pixel|1x1|placeholder|clear|lazy|grey|loading|loader|spinner)"
    r"[\w-]{0,20}\.(?:gif|png|svg)",
    re.IGNORECASE,
)
_ICON: Final = re.compile(r"(?:^|[/_.-])icons?[/_.-]", re.IGNORECASE)
_SIGN_WORDS: Final = 5
"""Words of what a small picture is called; more say something."""
_LOGO: Final = re.compile(r"(?<![a-z])logo|logo(?![a-z])", re.IGNORECASE)
_FRAME_DEPTH: Final = 4
"""Elements that are looked at to know what a picture is called: itself, a link, two wrappers."""

_LOGO_WORDS: Final = 3
"""Words of an alternative that only names a site; more describe a picture."""

LOGO_PX: Final = 200
"""A picture called a logo that is narrower is one of a site; a wider one may be what the story is about."""

_PICTURE_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:\Z|[?#])", re.IGNORECASE)
_FILE_NAME: Final = re.compile(r"[^\s]+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?:img|images?|photo|picture|pic|dsc[nf]?|pxl|mvimg|screen ?shot|screen ?capture|bildschirmfoto|bild|foto|slide"
    r"|group|frame|rectangle|mask group|untitled|unnamed|whatsapp image)"
    r"(?:[\W\d_]|at|um|[ap]m|copy|png|jpe?g|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)+",
    re.IGNORECASE,
)
"""What cameras, screens and drawing programs call their files, in order of time: "Screenshot 2025-12-15 at 11"."""
_HASHED: Final = re.compile(r"(?=(?:[^\W\d]{0,9}\d){8})(?=\d*[^\W\d])[\w-]{12,200}(?:\?\S*)?")
"""A name that a database made."""
_FILE_ENDING: Final = re.compile(r"(?<=\w)\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)\Z", re.IGNORECASE)
_MARKUP: Final = re.compile(r"</?(?:a|b|br|em|i|p|small|span|strong)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
"""Tags that a template wrote into an alternative: nobody should hear them."""

_SMALL_CLASSES: Final = frozenset({"emoji", "wp-smiley", "smiley", "icon", "emoticon", "twemoji"})
_FIGURE_NUMBER: Final = re.compile(
    r"(?:fig(?:ure)?|table|scheme|chart|plate|box|abb(?:ildung)?|tabelle|figura|tabla|tableau"
    r"|рис(?:унок)?|図|图)\.?\s?\d{1,3}[a-z]?\.?",
    re.IGNORECASE,
)
"""The number of a picture, which its caption has as well: "Figure 1"."""
LONGEST_NUMBER: Final = 40
"""Characters of such a number, or of a host's name."""
_HOST: Final = re.compile(
    r"(?:https?://)?(?:[\w-]{1,30}\.){1,3}(?:com|org|net|info|edu|gov|de|fr|es|it|ch|io|co\.uk|ac\.uk)/?"
)
"""The address of a site: it tells whose the picture is at most."""
_NAME_WORD: Final = re.compile(r"[^\W\d_]+")
_COUNTED: Final = re.compile(r"\s*[-–—#(]\s*\d{1,3}\)?\Z")
"""What a gallery writes after the headline: " - 1"."""
_DIGITS: Final = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*")


def read_image(builder: Builder, node: int) -> Image | None:
    """Return the picture of an ``img`` or ``picture``, or None if it shows nothing or is lost."""
    img = _img_of(builder, node)
    attributes = builder.attributes[img]
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if _shows_nothing(width, height):
        return None
    src = _source(builder, node, img)
    if src is None:
        return None
    alt, alt_source = _alternative(builder, attributes)
    if _is_logo(builder, img, src, alt or "") or _is_portrait(builder, img, alt or ""):
        return None
    return Image(src=src, alt=alt, alt_source=alt_source, width=width, height=height)


def is_sign(alternative: str) -> bool:
    """Tell whether the words for a small picture only call it an icon: "leaving site icon", "Icône PDF".

    In a line it stands beside the words that say the same; a voice would say it after each link.

    Example:
        >>> is_sign("leaving site icon"), is_sign("four of five stars")
        (True, False)
    """
    said = alternative.casefold().split()
    return len(said) <= _SIGN_WORDS and not words("captions", "icon").isdisjoint(said[:1] + said[-1:])


def _shows_nothing(width: int | None, height: int | None) -> bool:
    sides = [side for side in (width, height) if side is not None]
    return bool(sides) and (min(sides) <= LINE_PX or (len(sides) > 1 and max(sides) <= PIXEL_PX))


def lost_image(builder: Builder, node: int) -> Image | None:
    """Return a picture of which only the words are known: its address is relative, and the page's own is not told."""
    img = _img_of(builder, node)
    attributes = builder.attributes[img]
    alt, alt_source = _alternative(builder, attributes)
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    src = attributes.get("src", "").strip()
    is_relative = bool(src) and not src.startswith("data:") and not _EMPTY_NAMES.search(src[-200:])
    if (
        not alt
        or builder.base_url
        or not is_relative
        or _shows_nothing(width, height)
        or _is_logo(builder, img, src, alt)
        or _is_portrait(builder, img, alt)
    ):
        return None
    return Image(src="", alt=alt, alt_source=alt_source, width=width, height=height)


def make_figure(
    builder: Builder,
    node: int,
    scope: Scope,
    images: tuple[Image, ...],
    caption: tuple[Inline, ...] = (),
    credit: tuple[Inline, ...] = (),
) -> Figure:
    """Bind pictures with what belongs to them."""
    return Figure(**builder.common(node, scope), images=images, caption=caption, credit=credit)


def is_small(builder: Builder, node: int, image: Image) -> bool:
    """Say whether a picture stands in its line like a character."""
    if image.width is not None and image.height is not None:
        return max(image.width, image.height) < SMALL_PX or (
            image.height <= LINE_HIGH_PX and image.width <= LINE_WIDE_PX
        )
    sides = [side for side in (image.width, image.height) if side is not None]
    if sides and sides[0] < SMALL_PX // 2:
        return True
    if _ICON.search(image.src[-200:]):
        return True
    return not _SMALL_CLASSES.isdisjoint(builder.attributes[node].get("class", "").lower().split())


def _is_logo(builder: Builder, img: int, src: str, alt: str) -> bool:
    """Say whether a picture is a site's logo: named so, small or drawn, and no figure with its caption."""
    attributes = builder.attributes[img]
    named = is_called_logo(builder, img) or _is_host(builder, alt)
    if not named and not _LOGO.search(urlsplit(src).path[-120:]):
        return False
    if len(alt.split()) > _LOGO_WORDS or _is_in_figure(builder, img):
        return False
    width = _pixels(attributes.get("width"))
    return bool(named or alt) or urlsplit(src).path.endswith(".svg") or (width is not None and width <= LOGO_PX)


def _is_portrait(builder: Builder, img: int, alt: str) -> bool:
    """Say whether a picture is called by an author's name, and at most "photo of" beside it, and has no caption."""
    said = fold(alt)
    name = next((folded for author in builder.authors if (folded := fold(author)) and folded in said), None)
    if name is None:
        return False
    beside = _NAME_WORD.findall(said.replace(name, " ", 1))
    return words("captions", "portrait").issuperset(beside) and not _is_in_figure(builder, img)


def is_called_logo(builder: Builder, img: int) -> bool:
    """Say whether a picture, or what is only around it, is called a logo."""
    node = img
    for _ in range(_FRAME_DEPTH):
        attributes = builder.attributes[node]
        if attributes and _LOGO.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:200]):
            return True
        node = builder.parents[node]
        if node < 0 or builder.has_words(node):
            return False
    return False


def _is_host(builder: Builder, alt: str) -> bool:
    """Say whether an alternative is the address of the site: "example.org"."""
    host = urlsplit(builder.base_url or "").netloc.removeprefix("www.")
    return "." in alt and alt.casefold().removeprefix("www.") == host


def _is_in_figure(builder: Builder, img: int) -> bool:
    node = img
    for _ in range(_FRAME_DEPTH):
        node = builder.parents[node]
        if node < 0:
            return False
        if builder.tags[node] == "figure" or role_of(builder.attributes[node].get("class", ""), "") == "caption":
            return True
    return False


def _img_of(builder: Builder, node: int) -> int:
    if builder.tags[node] == "picture":
        return next(builder.page.find("img", node, builder.ends[node]), node)
    return node


def _source(builder: Builder, node: int, img: int) -> str | None:
    for candidate in _candidates(builder, node, img):
        if _EMPTY_NAMES.search(candidate[-200:]):
            continue
        if found := resolve(candidate, builder.base_url, MEDIA_SCHEMES):
            return found
    return None


def _candidates(builder: Builder, node: int, img: int) -> Iterator[str]:
    """Yield the addresses that a picture may have, best first; nearly always the first one is taken."""
    is_told = False
    for address in map(str.strip, _told(builder, node, img)):
        if address and not address.startswith("data:"):
            is_told = True
            yield address
    if not is_told:
        yield from map(str.strip, _any_address(builder.attributes[img]))


def _told(builder: Builder, node: int, img: int) -> Iterator[str]:
    """Yield the addresses of the attributes that are known to have them: what a script would load before ``src``."""
    attributes = builder.attributes[img]
    yield from (attributes[name] for name in LAZY_SOURCES if _is_address(attributes.get(name, "")))
    yield from (_largest(attributes[name]) for name in LAZY_SETS if attributes.get(name))
    yield attributes.get("src", "")
    yield _largest(attributes.get("srcset", ""))
    if node != img:
        sources = builder.page.find("source", node, builder.ends[node])
        yield from (_largest(_first(builder.attributes[source], _SOURCE_SETS)) for source in sources)


def _any_address(attributes: Mapping[str, str]) -> list[str]:
    """Return what any ``data-`` attribute has that is the address of a picture: loaders name theirs as they like."""
    return [
        value
        for name, value in attributes.items()
        if name.startswith("data-") and value.startswith(("https:", "http:", "/")) and _PICTURE_FILE.search(value)
    ]


def _first(attributes: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((attributes[name] for name in names if attributes.get(name)), "")


def _is_address(value: str) -> bool:
    return bool(value) and not value.startswith(("{", "[", "data:")) and ("/" in value or "." in value)


def _largest(srcset: str) -> str:
    """Return the address of the largest candidate of a ``srcset``.

    Source:
        HTML Standard, section 4.8.4.2.1 "Srcset attributes": a candidate ends at a comma that
        white space follows, so that commas inside addresses survive.
    """
    best, best_size = "", -1.0
    words = srcset.split()
    for place, word in enumerate(words):
        if _is_descriptor(word) or not word.strip(","):
            continue
        following = words[place + 1] if place + 1 < len(words) else ""
        size = float(following.rstrip(",")[:-1]) if _is_descriptor(following) else 1.0
        if size > best_size:
            best, best_size = word.rstrip(","), size
    return best


def _is_descriptor(word: str) -> bool:
    plain = word.rstrip(",")
    return plain[-1:] in {"w", "x", "h"} and plain[:-1].replace(".", "", 1).isdecimal() and plain.isascii()


def _alternative(builder: Builder, attributes: Mapping[str, str]) -> tuple[str | None, AltSource]:
    """Return the words for a picture and where they come from.

    The name of a file is no description, nor is what a template writes, nor the headline again.
    """
    alt = attributes.get("alt")
    if alt is not None and not alt.strip():
        return "", "decorative"
    for name, source in _ALTERNATIVES:
        said = _plain(attributes.get(name, ""))
        if said and not is_file_name(said) and not _describes_nothing(builder, said):
            return _FILE_ENDING.sub("", said), source
    return None, "none"


def _plain(said: str) -> str:
    """Return an alternative as its author wrote it: what a template escaped twice, without tags."""
    return " ".join(_MARKUP.sub(" ", unescape(said) if "&" in said else said).split())


def is_file_name(text: str) -> bool:
    """Say whether a text is the name of a picture's file, and nothing else.

    Example:
        >>> is_file_name("WEB18-Pier-1160x768.jpg"), is_file_name("IMG_2671"), is_file_name("Pier 39")
        (True, True, False)
    """
    name = text.strip()
    if _FILE_NAME.fullmatch(name):
        return True
    has_number = any(map(str.isdecimal, name))
    return has_number and bool(_NUMBERED.fullmatch(name) or _HASHED.fullmatch(name))


def _describes_nothing(builder: Builder, said: str) -> bool:
    if len(said) <= LONGEST_NUMBER and (_FIGURE_NUMBER.fullmatch(said) or _HOST.fullmatch(said)):
        return True
    return fold(said) in words("captions", "no_description") or builder.is_title(_COUNTED.sub("", said))


_ALTERNATIVES: Final[tuple[tuple[str, AltSource], ...]] = (
    ("alt", "alt"),
    ("aria-label", "aria-label"),
    ("title", "title"),
)


def _pixels(value: str | None) -> int | None:
    found = _DIGITS.fullmatch(value) if value and len(value) < 20 and value.isascii() else None  # noqa: PLR2004 - no side is longer
    return int(found[1]) if found else None
