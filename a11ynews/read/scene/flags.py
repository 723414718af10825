"""What surrounds a piece of text, as one integer: flags that a node hands down to all below it.

A flag is a claim by markup ("inside a ``nav``") or by the words of a ``class`` or ``id`` ("says
*related*"). Flags are evidence for the choice of blocks, never a verdict alone: stories do stand
in containers called ``paywall`` or ``form``. The words are data, in ``vocabulary/classes.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, reduce
from importlib.resources import files
from operator import or_

__all__ = ["CLASS_FLAGS", "FLAG_NAMES", "TAG_FLAGS", "bit", "hidden_by", "named_flags"]

FLAG_NAMES = (
    # by element
    "link", "heading", "list", "table", "figure", "caption-tag", "quote", "nav", "footer", "header", "aside", "form",
    "control", "article", "main", "code", "noscript", "media", "definition", "hidden",
    # by the words of class, id, role
    "story", "content", "comment", "related", "share", "promo", "advert", "sidebar", "biography", "meta", "caption",
    "navigation", "page-foot", "page-head", "newsletter", "consent", "dialog", "tags", "ticker", "skip", "player",
    "paywall", "pager", "widget", "reader-only", "print", "gallery", "note", "summary", "breadcrumb", "live",
    "recommend", "byline", "date", "tracking",
)  # fmt: skip

_BITS: Mapping[str, int] = {name: 1 << position for position, name in enumerate(FLAG_NAMES)}


def bit(name: str) -> int:
    """Return the bit of a flag.

    Raises:
        KeyError: If there is no flag of that name.
    """
    return _BITS[name]


_TAGS: Mapping[str, str] = {
    "a": "link", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "ul": "list", "ol": "list", "menu": "list", "table": "table", "figure": "figure",
    "figcaption": "caption-tag", "blockquote": "quote", "nav": "nav", "footer": "footer", "header": "header",
    "aside": "aside", "form": "form", "button": "control", "select": "control", "textarea": "control",
    "option": "control", "label": "control", "article": "article", "main": "main", "pre": "code", "code": "code",
    "noscript": "noscript", "video": "media", "audio": "media", "object": "media", "svg": "media", "canvas": "media",
    "dl": "definition", "dialog": "dialog",
}  # fmt: skip

TAG_FLAGS: Mapping[str, int] = {tag: _BITS[name] for tag, name in _TAGS.items()}

CLASS_FLAGS = sum(_BITS[name] for name in FLAG_NAMES[FLAG_NAMES.index("story") :])
"""All flags that come from words of class, id and role."""

_NAMES_CHARS = 400
"""Longer lists of classes are machine-made; their end says nothing more."""
_JOINT_CHARS = 40
"""Names that run longer than this without a joint are hashes."""
_OPENING = 3
"""Letters that stems are looked up by; no stem is shorter."""

_WORDS = re.compile(r"[a-z]+|[A-Z](?:[a-z]+|[A-Z]*(?![a-z]))")

_SUBJECTS = re.compile(r"\b(?:category|tag|menu-item-(?:object|type))-\S+")
"""Subjects, where WordPress writes "hentry", "status-publish" or "menu-item-" beside them: "category-travel" says there
what the post is about, "menu-item-object-category" where the entry leads to, and neither what the element is for."""


@cache
def _vocabulary() -> tuple[Mapping[str, int], Mapping[str, Sequence[tuple[str, int]]]]:
    """Return whole words, and stems (written ``word*``) for what sites run together, by how they begin."""
    data = tomllib.loads(files("a11ynews.read").joinpath("vocabulary/classes.toml").read_text("utf-8"))
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    for name, entries in data["flags"].items():
        for entry in entries:
            table, key = (stems, entry[:-1]) if entry.endswith("*") else (words, entry)
            table[key] = table.get(key, 0) | _BITS[name]
    openings: dict[str, list[tuple[str, int]]] = {}
    for stem in sorted(stems, key=len, reverse=True):
        openings.setdefault(stem[:_OPENING], []).append((stem, stems[stem]))
    return words, openings


@lru_cache(maxsize=65536)
def _word_flags(word: str, joint: str) -> int:
    """Return the flags of a word, and of what it makes with the word after it ("read", "more").

    Of stems, the longest counts that begins at a place, and the next one begins behind it.
    """
    words, openings = _vocabulary()
    flags = words.get(word.lower(), 0)
    text = (word + joint)[:_JOINT_CHARS].lower()
    place = 0
    while place <= len(text) - _OPENING:
        for stem, value in openings.get(text[place : place + _OPENING], ()):
            if text.startswith(stem, place):
                flags |= value
                place += len(stem) - 1
                break
        place += 1
    return flags


@lru_cache(maxsize=65536)
def _token(token: str) -> tuple[int, str, str]:
    """Return the flags of one name, all but those of its last word, and its first and its last word; "" without any."""
    words = _WORDS.findall(token)
    return reduce(or_, map(_word_flags, words, words[1:]), 0), words[0] if words else "", words[-1] if words else ""


@lru_cache(maxsize=16384)
def named_flags(names: str) -> int:
    """Return the flags that the words of a class, id or role attribute claim.

    Pages have many lists of names, made of few names: so each name is looked into once.

    Args:
        names: One or more attribute values, a space between them. Words are told apart by
            anything that is no letter, and by inner capitals.

    Example:
        >>> named_flags("RelatedStories__list") & bit("related") != 0
        True
        >>> named_flags("article-body") & bit("story") != 0
        True
        >>> named_flags("tag-list") & bit("tags") != 0, named_flags("hentry tag-list") & bit("tags") != 0
        (True, False)
        >>> named_flags("x1 y2")
        0
    """
    names = names[:_NAMES_CHARS]
    if "hentry" in names or "status-publish" in names or "menu-item-" in names:
        names = _SUBJECTS.sub("", names)
    flags, last = 0, ""
    for claimed, first, end in map(_token, names.split()):
        if first:
            flags |= claimed
            if last:
                flags |= _word_flags(last, first)
            last = end
    return flags | _word_flags(last, "") if last else 0


def hidden_by(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element's own attributes hide it from sight (``hidden``, inline style).

    Example:
        >>> hidden_by({"style": "display: none"}), hidden_by({"style": "color: red"})
        (True, False)
    """
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if not style:
        return False
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact
