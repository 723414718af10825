"""Lists that are the story's because of where they stand.

The classifier judges line by line, and a short line or a link looks like furniture wherever it
stands. What vouches for such a list is its company: it stands among the paragraphs of the story, in
one element with them, as nothing else does that a site puts there for itself. So "References",
"Sources" and a list of what was tested stay. What leads to more of the same site ("Read more:" and
three headlines), a table of contents, and lists in containers that say what they are, do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from urllib.parse import urlsplit

from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import find_label
from a11ynews.tree.page import Page

__all__ = ["drop_scraps", "lists_among_text"]

_LISTS = ("ul", "ol", "dl")
_SMALLEST = 2
_OF_THE_SITE = sum(
    map(
        bit,
        ("nav", "footer", "comment", "advert", "share", "related", "control", "recommend", "promo", "newsletter",
         "breadcrumb", "pager", "consent", "dialog", "hidden", "tags", "sidebar", "aside", "biography", "form",
         "noscript", "navigation", "page-foot", "page-head", "widget", "byline"),
    )
)  # fmt: skip
"""What says of a container that it is the site's, and not the story's."""
_FEWEST_PARAGRAPHS = 2
"""Paragraphs of the story in one element from which their element is the story's own."""
_NEARLY_ALL_KEPT = 0.75
"""Share of an element's paragraphs that are the story's, from which the element is."""
_BESIDE = 3
"""Units before and after a list in which there must be text of the story."""
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6", "dt"))
_HEADING_AWAY = 3
"""Units before a list among which its heading is looked for."""
_LEAST = 0.4
"""Share of the characters of a list of links that are kept, under which none of it is."""
_LEAST_OF_CONTENTS = 0.65
"""The same for a table of contents."""
_ELSEWHERE = 0.8
"""Share of a list's links that lead to other sites, from which it is one of sources or of what the story tells of."""
_IN_PAGE = 0.8
"""Share of a list's links that lead into the page itself, from which it is a table of contents."""


def lists_among_text(scene: Surroundings, chosen: Sequence[bool], *, is_dated: bool) -> Iterator[tuple[int, int]]:
    """Yield the units of each list that stands among the story's own text.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
        is_dated: Whether the page has a date of publication. On one that has none, such as documentation, lists of
            links among the densest text are content.

    Source:
        The lists of ``wcxb-dev`` outside the choice (4,440 lists of 798 pages, out of fold): lists of text among
        kept paragraphs are in the gold on 25 of 32 pages, of links to other sites on 18 of 21, of links on undated
        pages on 8 of 9; lists of links into the page on 15 of 68, of links to the same site on 17 of 31.
    """
    own: _Paragraphs | None = None
    for low, high, node in _open_lists(scene, chosen):
        own = own or _Paragraphs(scene, chosen)
        if _is_content(scene, chosen, own, node, is_dated=is_dated):
            yield low, high


def drop_scraps(scene: Surroundings, chosen: list[bool]) -> None:
    """Drop what is kept of a list of links of which most is not, in place: one entry of six says nothing.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
    """
    for low, high, node in _outermost(scene):
        kept = sum(compress(scene.lengths[low:high], chosen[low:high]))
        totals = scene.totals(node)
        if not kept or totals.linked < MOSTLY_LINKS * totals.length:
            continue
        least = _LEAST_OF_CONTENTS if _aims_of(scene.page, node).in_page else _LEAST
        if kept < least * totals.length:
            chosen[low:high] = [False] * (high - low)


class _Paragraphs:
    """How many of an element's own paragraphs there are, and how many are the story's."""

    def __init__(self, scene: Surroundings, chosen: Sequence[bool]) -> None:
        tags, parents = scene.page.tags, scene.page.parents
        boxes = [(parents[box], keep) for box, keep in zip(scene.units.box, chosen, strict=True) if tags[box] == "p"]
        self._all = Counter(parent for parent, _ in boxes)
        self._kept = Counter(parent for parent, keep in boxes if keep)

    def are_story(self, parent: int) -> bool:
        """Tell whether nearly all paragraphs that stand right in an element are the story's."""
        kept = self._kept[parent]
        return kept >= _FEWEST_PARAGRAPHS and kept >= _NEARLY_ALL_KEPT * self._all[parent]


def _open_lists(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """Yield each outermost list that is not chosen, in a container that does not say it is the site's."""
    flags, foreign = scene.units.node_flags, _OF_THE_SITE & ~scene.shared_flags
    for low, high, node in _outermost(scene):
        if not flags[node] & foreign and not all(chosen[low:high]):
            yield low, high, node


def _outermost(scene: Surroundings) -> Iterator[tuple[int, int, int]]:
    """Yield the units and the node of each list of two units or more that is in no other list."""
    page, done = scene.page, -1
    for node in sorted(node for tag in _LISTS for node in page.find(tag)):
        if node < done:
            continue
        done = page.ends[node]
        low, high = scene.range_of(node)
        if high - low >= _SMALLEST:
            yield low, high, node


def _is_content(scene: Surroundings, chosen: Sequence[bool], own: _Paragraphs, node: int, *, is_dated: bool) -> bool:
    parent = scene.page.parents[node]
    low, high = scene.range_of(node)
    first, last = scene.range_of(parent)
    among = own.are_story(parent)
    heading = _heading_of(scene, low)
    is_headed = heading >= 0 and chosen[heading]
    totals = scene.totals(node)
    if totals.linked < MOSTLY_LINKS * totals.length:
        beside = any(chosen[max(first, low - _BESIDE) : low]) and any(chosen[high : min(last, high + _BESIDE)])
        return among or beside or is_headed
    aims = _aims_of(scene.page, node)
    if aims.in_page or _is_label(scene, low - 1):
        return False
    if not is_dated and _is_in_core(scene, node):
        return True
    is_label = heading >= 0 and find_label(scene.units.text[heading]) is not None
    return among and aims.elsewhere and not is_label


def _is_label(scene: Surroundings, unit: int) -> bool:
    """Tell whether a line, and no heading, is one that sites set over more of the same: "Related".

    The heading "See also" of an undated page, a manual's or an encyclopedia's, is its own.
    """
    is_line = unit >= 0 and scene.page.tags[scene.units.box[unit]] not in _HEADINGS
    return is_line and find_label(scene.units.text[unit]) is not None


def _is_in_core(scene: Surroundings, node: int) -> bool:
    return scene.core <= node < scene.page.ends[scene.core]


def _heading_of(scene: Surroundings, low: int) -> int:
    """Return the unit of the heading that a list stands under, without prose between; -1 for none."""
    tags, boxes = scene.page.tags, scene.units.box
    for unit in range(low - 1, max(-1, low - 1 - _HEADING_AWAY), -1):
        if tags[boxes[unit]] in _HEADINGS:
            return unit
        if scene.prose[unit]:
            break
    return -1


class _Aims:
    """Where the links of a list lead."""

    def __init__(self, hrefs: Sequence[str], own: str | None) -> None:
        links = [href for href in hrefs if href]
        inside = sum(href.startswith("#") for href in links)
        outside = sum(_host_of(href) not in (None, own) for href in links)
        self.in_page = bool(links) and inside >= _IN_PAGE * len(links)
        self.elsewhere = bool(links) and outside >= _ELSEWHERE * len(links)


def _aims_of(page: Page, node: int) -> _Aims:
    hrefs = [page.attributes[link].get("href", "").strip() for link in page.find("a", node, page.ends[node])]
    return _Aims(hrefs, _host_of(page.url or ""))


def _host_of(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
