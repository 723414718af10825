"""Links that serve the page's readers beside references and figures: to look one up in a catalogue, to enlarge another.

Journals set them behind each reference and in each caption. A listener hears "Google Scholar" sixty times.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.vocabulary import words

__all__ = ["figure_tools", "reference_tools"]

_LONGEST: Final = 60
"""Characters of such a link."""
_MOST_NODES: Final = 8
"""Nodes of such a link: an icon beside its words."""
_LARGEST_ROW: Final = 60
"""Nodes of a row of them."""
_NEAR_TAGS: Final = frozenset({"table", "img", "picture", "figure", "figcaption"})
_TOO_WIDE: Final = frozenset({"body", "main", "article", "html"})
_NEAR_FIGURE: Final = 4
"""Elements around a link of which one holds the picture or the table that it enlarges."""
_NEAR_NODES: Final = 400
"""Nodes of each that are looked at."""
_BOXES: Final = frozenset({"div", "p", "span", "li"})
_ROWS: Final = frozenset({"div", "ul", "p"})


def figure_tools(builder: Builder) -> Iterator[int]:
    """Yield the links near a picture or a table that enlarge it or load it: in a caption, or alone in a line."""
    for link in _called(builder, "figure_tools"):
        around = builder.parents[link]
        is_alone = builder.tags[around] in _BOXES and not builder.words_between(around, link)
        if (is_alone or builder.tags[around] == "figcaption") and _is_near_figure(builder, around):
            yield link


def _is_near_figure(builder: Builder, around: int) -> bool:
    for _ in range(_NEAR_FIGURE):
        if around < 0 or builder.tags[around] in _TOO_WIDE:
            return False
        if not _NEAR_TAGS.isdisjoint(builder.tags[around : min(builder.ends[around], around + _NEAR_NODES)]):
            return True
        around = builder.parents[around]
    return False


def reference_tools(builder: Builder) -> Iterator[int]:
    """Yield the rows of nothing but links to catalogues that stand behind references."""
    known = set(_called(builder, "catalogues"))
    done = -1
    for link in sorted(known):
        around = builder.parents[link]
        while around >= 0 and builder.tags[around] in ("span", "li"):
            around = builder.parents[around]
        if link >= done and around >= 0 and builder.tags[around] in _ROWS and _holds_only(builder, around, known):
            done = builder.ends[around]
            yield around


def _called(builder: Builder, kind: str) -> Iterator[int]:
    """Yield the links of which all words are a label of a kind."""
    labels = words("links", kind)
    for link in builder.find("a"):
        end = builder.ends[link]
        if end - link <= _MOST_NODES:
            said = "".join(builder.texts[link + 1 : end]).strip()
            if len(said) <= _LONGEST and said.lower() in labels and builder.has_words(link):
                yield link


def _holds_only(builder: Builder, node: int, known: set[int]) -> bool:
    """Say whether all letters and digits in a small element stand in known links."""
    end = builder.ends[node]
    if end - node > _LARGEST_ROW:
        return False
    place = node + 1
    while place < end:
        if place in known:
            place = builder.ends[place]
            continue
        if builder.inked[place] and any(map(str.isalnum, builder.texts[place])):
            return False
        place += 1
    return True
