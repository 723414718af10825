"""Addresses within the page: who leads where, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Final, TypeVar
from urllib.parse import unquote

from a11ynews.model.blocks import Block
from a11ynews.model.inlines import Link
from a11ynews.read.build.addresses import in_page_name
from a11ynews.read.build.builder import Builder
from a11ynews.read.build.tags import HEADING_TAGS

__all__ = ["find_descriptions", "find_links", "find_places", "lead_links", "names_own_heading"]

_T = TypeVar("_T")

_NAMED: Final = HEADING_TAGS | {"dt", "figcaption", "caption", "summary"}
_NEAR_HEADING: Final = 4
MOST_AFTER: Final = 40
"""Nodes after an empty anchor among which the block that it names begins."""


def find_links(builder: Builder) -> dict[int, str]:
    """Return the links of the story that lead to a place in the page, with its name."""
    found: dict[int, str] = {}
    for node in builder.find("a"):
        address = builder.attributes[node].get("href", "")
        if "#" not in address or not builder.has_words(node):
            continue
        name = in_page_name(builder.own_urls, address)
        if name is None and (_is_declared_mark(builder.attributes[node]) or _cites(builder, node)):
            name = unquote(address.partition("#")[2])
        if name and names_own_heading(builder, node, name):
            continue
        if name:
            found[node] = name
    return found


def names_own_heading(builder: Builder, node: int, name: str) -> bool:
    """Say whether a link in a heading, a term or a caption leads to it, or to the part that it heads: to be copied."""
    is_named = False
    for _ in range(_NEAR_HEADING):
        node = builder.parents[node]
        if node < 0:
            return False
        is_named = is_named or builder.tags[node] in _NAMED
        if is_named and builder.attributes[node] and builder.attributes[node].get("id") == name:
            return True
    return False


def find_descriptions(builder: Builder) -> set[int]:
    """Return the elements that pictures of the story name as their description."""
    names: set[str] = set()
    for node in builder.page.find("img"):
        if (said := builder.attributes[node].get("aria-describedby")) and builder.kept[node]:
            names.update(said.split())
    return {place for place in find_places(builder, names).values() if builder.has_words(place)}


def _is_declared_mark(attributes: Mapping[str, str]) -> bool:
    """Say whether a link says that it leads to a note, whatever file the note once stood in."""
    said = {attributes.get(name, "").lower() for name in ("data-type", "epub:type", "role")}
    return not said.isdisjoint({"noteref", "doc-noteref"})


def _cites(builder: Builder, node: int) -> bool:
    """Say whether a link is a bare number in ``cite`` or ``sup``: a copy of a page keeps the first page's address."""
    if builder.tags[builder.parents[node]] not in {"cite", "sup"}:
        return False
    label = builder.kept_text(node, builder.ends[node]).strip(" []()")
    return label.isdecimal() and len(label) < 4  # noqa: PLR2004 - a year is no mark


def find_places(builder: Builder, names: set[str]) -> dict[str, int]:
    """Return the first element that has each name, by ``id`` or as a named anchor."""
    places: dict[str, int] = {}
    if not names:
        return places
    page = builder.page
    for node in sorted({*page.having("id"), *page.having("name")}):
        attributes = page.attributes[node]
        name = attributes.get("id")
        if name is None or name not in names:
            name = attributes.get("name") if page.tags[node] == "a" else None
        if name in names:
            places.setdefault(name, node)
    return places


def lead_links(builder: Builder, blocks: Sequence[Block], ids: set[str]) -> list[Block]:
    """Give each in-page link the id of the block it leads to; without one, its words stay alone."""
    goals = {name: _block_at(builder, node, ids) for name, node in builder.targets.items()}
    return [_led(block, goals) for block in blocks]


def _block_at(builder: Builder, node: int, ids: set[str]) -> str | None:
    """Return the id of the block that was made of an element, first inside it, or around it."""
    for inside in range(node, builder.ends[node]):
        if (found := builder.made.get(inside)) in ids:
            return found
    around = builder.parents[node]
    while around > 0:
        if (found := builder.made.get(around)) in ids:
            return found
        around = builder.parents[around]
    return _block_after(builder, builder.ends[node], ids) if not builder.holds(node) else None


def _block_after(builder: Builder, node: int, ids: set[str]) -> str | None:
    """Return the id of the first block after an anchor that stands before what it names."""
    stop = min(node + MOST_AFTER, builder.story.stop)
    return next((found for place in range(node, stop) if (found := builder.made.get(place)) in ids), None)


def _led(value: _T, goals: dict[str, str | None]) -> _T:
    """Return a part of the model with its in-page links led to their goals."""
    changes: dict[str, object] = {}
    made: type = type(value)
    for name in _names(made):
        old = getattr(value, name)
        if isinstance(old, tuple) and old:
            new = _led_all(old, goals)
            if new != old:
                changes[name] = new
    return replace(value, **changes) if changes else value  # type: ignore[type-var] # as above


@cache
def _names(made: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(made))


def _led_all(parts: tuple[object, ...], goals: dict[str, str | None]) -> tuple[object, ...]:
    led: list[object] = []
    for part in parts:
        if isinstance(part, tuple):
            led.append(_led_all(part, goals))
        elif isinstance(part, Link) and part.href.startswith("#"):
            inner = _led(part, goals)
            goal = goals.get(part.href[1:])
            led.extend((replace(inner, href=f"#{goal}"),) if goal else inner.children)
        else:
            led.append(_led(part, goals) if is_dataclass(part) else part)
    return tuple(led)
