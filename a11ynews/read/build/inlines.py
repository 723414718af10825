"""What inline elements make of their content."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from a11ynews.model.inlines import (
    Abbreviation,
    Cite,
    Deleted,
    Direction,
    Emphasis,
    Highlight,
    Inline,
    InlineQuote,
    Inserted,
    Link,
    NoteReference,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Time,
    inline_text,
)
from a11ynews.read.build.addresses import resolve
from a11ynews.read.build.builder import Builder, letters_of
from a11ynews.read.build.in_page import names_own_heading
from a11ynews.read.build.tags import BLOCK_TAGS, HEADING_TAGS
from a11ynews.read.build.values import read_when

if TYPE_CHECKING:
    from collections.abc import Callable

    from a11ynews.read.build.line import Wrap

__all__ = ["span_wrap", "wrap_for"]

_Children = tuple[Inline, ...]


_DATED: Final = len("2025-01-15T10:30")
"""A bare date in a ``title`` may be anything's; with the hour it is when something was said."""


def _emphasis(children: _Children) -> _Children:
    return (Emphasis(children=children),)


def _strong(children: _Children) -> _Children:
    return (Strong(children=children),)


def _highlight(children: _Children) -> _Children:
    return (Highlight(children=children),)


def _subscript(children: _Children) -> _Children:
    return (Subscript(children=children),)


def _superscript(children: _Children) -> _Children:
    if all(isinstance(child, NoteReference) for child in children):
        return children
    match children:
        case (Text(text="["), NoteReference(label=label) as mark, Text(text="]")):
            return (replace(mark, label=f"[{label}]"),)
        case _:
            pass
    return (Superscript(children=children),)


def _deleted(children: _Children) -> _Children:
    return (Deleted(children=children),)


def _inserted(children: _Children) -> _Children:
    return (Inserted(children=children),)


def _cite(children: _Children) -> _Children:
    if not any(map(str.isalpha, inline_text(children))):
        return children  # "[12]" is the mark of a source and no title of a work
    return (Cite(children=children),)


def _link(href: str, children: _Children) -> _Children:
    return (Link(href=href, children=children),)


def _quote(cite: str | None, children: _Children) -> _Children:
    return (InlineQuote(cite=cite, children=children),)


def _abbreviation(expansion: str, children: _Children) -> _Children:
    return (Abbreviation(expansion=expansion, children=children),)


def _time(when: str | None, children: _Children) -> _Children:
    found = when or read_when(inline_text(children))
    match children:
        case _ if not found:
            return children
        case (Link() as link,):  # a link says where it leads by its words, the date: the time stands in it
            return (replace(link, children=(Time(datetime=found, children=link.children),)),)
        case _:
            return (Time(datetime=found, children=children),)


def _span(lang: str | None, direction: Direction | None, children: _Children) -> _Children:
    return (Span(lang=lang, dir=direction, children=children),)


_WAYS: Final[dict[str, Direction]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
"""Unicode Standard Annex 9, section 3.2: the strong types."""


def _isolate(around: Direction, children: _Children) -> _Children:
    """Return words whose direction is that of their first strong letter, where it is not the article's (``bdi``)."""
    strong = (_WAYS.get(bidirectional(letter)) for letter in inline_text(children))
    way: Direction = next((found for found in strong if found), around)
    return children if way == around else (Span(dir=way, children=children),)


def _open_isolate(builder: Builder, node: int) -> Wrap | None:
    return None if "dir" in builder.attributes[node] else partial(_isolate, builder.direction)


def span_wrap(lang: str | None, direction: Direction | None) -> Wrap:
    """Return the wrap of words in another language or direction."""
    return partial(_span, lang, direction)


def _open_link(builder: Builder, node: int) -> Wrap | None:
    href = builder.href(node)
    if not href or (href[0] == "#" and names_own_heading(builder, node, href[1:])):
        return None
    inside = builder.tags[node + 1 : builder.ends[node]]
    if BLOCK_TAGS.isdisjoint(inside) or not _UNSURE.isdisjoint(inside):
        return partial(_link, href)
    return _CardLink(builder, node, href)


class _CardLink:
    """The link of an element that holds blocks: its heading is the link, or its first words; nobody wants three.

    The other words of a card, its summary and its date, stay words.
    """

    def __init__(self, builder: Builder, node: int, href: str) -> None:
        headings = (i for i in range(node + 1, builder.ends[node]) if builder.tags[i] in HEADING_TAGS)
        goal = next(filter(builder.has_words, headings), node)
        self._goal = letters_of(builder.kept_text(goal, builder.ends[goal]))
        self._href = href
        self._is_set = False

    def __call__(self, children: _Children) -> _Children:
        said = letters_of(inline_text(children))
        if self._is_set or (said and not self._goal.startswith(said)):
            return children
        self._is_set = bool(said)
        return _link(self._href, children)


def _open_quote(builder: Builder, node: int) -> Wrap:
    return partial(_quote, resolve(builder.attributes[node].get("cite", ""), builder.base_url))


def _open_abbreviation(builder: Builder, node: int) -> Wrap | None:
    expansion = " ".join(builder.attributes[node].get("title", "").split())
    return (_open_dated(builder, node) or partial(_abbreviation, expansion)) if expansion else None


def _open_dated(builder: Builder, node: int) -> Wrap | None:
    """Return a time for words whose machine form stands in ``title`` or ``datetime``, as microformats have it."""
    attributes = builder.attributes[node]
    if "title" not in attributes and "datetime" not in attributes:
        return None
    when = read_when(attributes.get("datetime", "") or attributes["title"].partition(" ")[0])
    return partial(_time, when) if when and len(when) >= _DATED else None


def _open_time(builder: Builder, node: int) -> Wrap:
    return partial(_time, read_when(builder.attributes[node].get("datetime", "")))


_SIMPLE: Final[dict[str, Wrap]] = {
    "em": _emphasis,
    "i": _emphasis,
    "dfn": _emphasis,
    "var": _emphasis,
    "strong": _strong,
    "b": _strong,
    "mark": _highlight,
    "sub": _subscript,
    "sup": _superscript,
    "del": _deleted,
    "s": _deleted,
    "strike": _deleted,
    "ins": _inserted,
    "cite": _cite,
}
"""Wraps without attributes. One object each, so that a line can tell what is open already."""

_UNSURE: Final = frozenset({"ruby", "math", "svg"})
"""What is not read letter by letter as it stands."""

_STYLED: Final = frozenset({"span", "font", "b", "i", "em", "strong"})
"""Elements of which a style may say what they are."""

_OPENERS: Final[dict[str, Callable[[Builder, int], Wrap | None]]] = {
    "a": _open_link,
    "q": _open_quote,
    "abbr": _open_abbreviation,
    "acronym": _open_abbreviation,
    "time": _open_time,
    "bdi": _open_isolate,
    "span": _open_dated,
    "relative-time": _open_dated,
    "time-ago": _open_dated,
}


_WEIGHT: Final = re.compile(
    r"(?:^|;)\s*font-weight\s*:\s*(?:(bold|bolder|[6-9]00)|(normal|lighter|[1-4]00))", re.IGNORECASE
)
_SLANT: Final = re.compile(r"(?:^|;)\s*font-style\s*:\s*(?:(italic|oblique)|(normal))", re.IGNORECASE)


def wrap_for(builder: Builder, node: int, tag: str) -> Wrap | None:
    """Return what an inline element makes of its content; None if it adds nothing.

    What a text processor pasted says with a style what others say with an element, and
    ``<b style="font-weight: normal">`` says nothing.
    """
    wrap = _SIMPLE.get(tag)
    if "style" in builder.attributes[node] and tag in _STYLED:
        return _styled(builder.attributes[node]["style"], wrap)
    if wrap:
        return wrap
    opener = _OPENERS.get(tag)
    return opener(builder, node) if opener else None


def _styled(style: str, wrap: Wrap | None) -> Wrap | None:
    if (weight := _WEIGHT.search(style)) and wrap in {None, _strong}:
        return _strong if weight[1] else None
    if (slant := _SLANT.search(style)) and wrap in {None, _emphasis}:
        return _emphasis if slant[1] else None
    return wrap
