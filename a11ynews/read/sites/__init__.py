"""Rules for families of sites that share one template, as data: a file each, with dates and sources.

They are hints beside the general signs, never instead of them: reading must be as good as it is
without any (``parse(..., site_rules=False)``). A file says how a family is recognised, where it
puts the story, and what of its template is furniture::

    name = "Example CMS"
    seen = { first = 2020-01-01, last = 2026-01-01 }

    [recognise]
    generator = ["example"]              # what meta name="generator" begins with, or ...
    markers = [".ex-story", ".ex-bar"]   # ... so many of these classes are on the page
    needs = 2

    [story]
    select = [".ex-story"]

    [[furniture]]
    kind = "share"
    because = "Buttons to pass the page on."
    select = ["aside.ex-share"]

Selectors are a tag, a ``.class`` and an ``#id``, or these run together (``p.note``): what can be
looked up, and nothing that has to be searched. There are no files for single publishers.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from a11ynews.read.rules.furniture import Rule

__all__ = ["Family", "Selector", "families", "parse_selector"]

_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][A-Za-z_][\w-]*)*)")
_NAME = re.compile(r"([.#])([A-Za-z_][\w-]*)")


@dataclass(frozen=True, slots=True)
class Selector:
    """What an element must have.

    Attributes:
        tag: Its tag; "" for any.
        id: Its id; "" for any.
        classes: Its classes, among others.
    """

    tag: str = ""
    id: str = ""
    classes: frozenset[str] = frozenset()

    def matches(self, tag: str, attributes: Mapping[str, str], classes: frozenset[str]) -> bool:
        """Tell whether an element is meant."""
        return (
            self.classes <= classes
            and (not self.tag or tag == self.tag)
            and (not self.id or attributes.get("id") == self.id)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A template that many sites share.

    Attributes:
        id: The file's name.
        name: What people call it.
        first: The oldest page that the rules were held against.
        last: The newest one.
        generators: What the generator's name begins with, case-folded.
        markers: Classes that its pages have.
        needs: How many of the markers a page must have.
        story: Where the story stands.
        furniture: What is not the story, with the rule that says why.
    """

    id: str
    name: str
    first: dt.date
    last: dt.date
    generators: tuple[str, ...]
    markers: tuple[Selector, ...]
    needs: int
    story: tuple[Selector, ...]
    furniture: tuple[tuple[Selector, Rule], ...]


def parse_selector(text: str) -> Selector:
    """Return a selector from its text.

    Raises:
        ValueError: If it is more than a tag, classes and an id run together.

    Example:
        >>> parse_selector("p.note#first")
        Selector(tag='p', id='first', classes=frozenset({'note'}))
    """
    match = _SELECTOR.fullmatch(text)
    if match is None or not text:
        message = f"a selector is a tag, .class and #id run together, not {text!r}"
        raise ValueError(message)
    names = _NAME.findall(match[2])
    return Selector(
        tag=match[1] or "",
        id=next((name for sign, name in names if sign == "#"), ""),
        classes=frozenset(name for sign, name in names if sign == "."),
    )


@cache
def families() -> tuple[Family, ...]:
    """Return all families, by file name.

    Example:
        >>> [family.id for family in families()]
        ['arc', 'blogger', 'ghost', 'pangea', 'substack', 'wordpress']
    """
    found = sorted(files(__package__).iterdir(), key=lambda entry: entry.name)
    return tuple(
        _family(entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text(encoding="utf-8")))
        for entry in found
        if entry.name.endswith(".toml")
    )


def _family(name: str, data: dict[str, dict[str, list[str]]]) -> Family:
    recognise: Mapping[str, list[str]] = data["recognise"]
    seen: Mapping[str, object] = data["seen"]
    first, last, needs = seen["first"], seen["last"], data["recognise"]["needs"]
    if not (isinstance(first, dt.date) and isinstance(last, dt.date) and isinstance(needs, int)):
        message = f"sites/{name}.toml: seen.first and seen.last are dates, recognise.needs is a number"
        raise TypeError(message)
    return Family(
        id=name,
        name=str(data["name"]),
        first=first,
        last=last,
        generators=tuple(recognise["generator"]),
        markers=tuple(map(parse_selector, recognise["markers"])),
        needs=needs,
        story=tuple(map(parse_selector, data["story"]["select"])),
        furniture=tuple(_furniture(name, data["furniture"])),
    )


def _furniture(name: str, entries: object) -> list[tuple[Selector, Rule]]:
    found: list[tuple[Selector, Rule]] = []
    for entry in entries if isinstance(entries, list) else []:
        rule = Rule(id=f"site:{name}:{entry['kind']}", kind=entry["kind"], because=entry["because"])
        found += [(parse_selector(text), rule) for text in entry["select"]]
    return found
