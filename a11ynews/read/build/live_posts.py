"""Where the entries of a live page are: what they are called, and siblings alike that begin with a time each.

The choice asks for them as well as the build: an entry's time and heading are the story's if its words are.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from typing import Final

from a11ynews.read.build.roles import role_of
from a11ynews.read.build.values import read_when
from a11ynews.tree.page import Page

__all__ = ["live_posts_of", "machine_time", "names_title"]

FEWEST_POSTS: Final = 3
"""Containers side by side, each with a time at its start: two of them may be a story and its update."""

LONGEST_HEADER: Final = 120
"""Characters that may stand before the time of an entry: a name, a heading; more are a story of their own."""

SHORTEST_POST: Final = 40
"""Characters of an entry beside its time; less is a row of a schedule."""

LONGEST_TIME: Final = 48
"""Characters of a printed time: "Updated 2:32 p.m. EDT, May 4, 2026"."""

_LEVELS_UP: Final = 6
_CONTAINERS: Final = frozenset({"article", "div", "section", "li"})
_REMARK: Final = re.compile(r"comment|comtr|repl(?:y|ies)", re.IGNORECASE)
_LIVE: Final = ("live", "ticker", "minut", "timeline", "en-direct", "endirect", "vivo", "coverage", "lb24")
"""Parts of the class names of pages on which times are looked for that are in no element for times."""

_TIME_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:time|times|timestamp|datetime|date|clock|zeit|uhrzeit|hora|heure|ora|tid|minute|minutes|minuto|minuut|minut|min|ts)"
    r"(?:$|[\s_-])|[a-z](?:Time|Timestamp|Date)(?:$|[\s_A-Z-])"
)
_CLOCK: Final = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|\d{1,2}\s?[ap]\.?m\b|(?:^|\s)\d{1,3}['’′]?(?:\s?\+\s?\d{1,2})?\s?['’′]|\d{1,2}时\d|\d{1,2}時\d|\d{1,2}시",
    re.IGNORECASE,
)
_MACHINE: Final = ("datetime", "content", "data-datetime", "data-time", "data-timestamp", "data-date", "title")


def live_posts_of(page: Page, *, threads: bool = False) -> dict[int, int]:
    """Return the entries of a live page, each with the element of its time, -1 if it has none.

    Args:
        page: The page.
        threads: Whether the posts of threads count as well; no build makes entries of a live page of them.

    Source:
        schema.org, ``LiveBlogPosting``: its entries are ``liveBlogUpdate``.
    """
    named = [node for node in page.having("itemprop") if page.attributes[node]["itemprop"] == "liveBlogUpdate"]
    times = sorted({*page.find("time"), *_typed_times(page), *_properties(page)})
    found = dict(_of_named(page, named, times))
    if len(times) >= FEWEST_POSTS:
        found.update(_alike(page, times, set(found), threads=threads))
    return found


def machine_time(page: Page, time: int) -> str | None:
    """Return the time of an element for machines, if it has one in a form that is known."""
    attributes = page.attributes[time]
    return next((found for name in _MACHINE if (found := read_when(attributes.get(name, "")))), None)


_TITLE: Final = re.compile(r"(?:title|headline|heading|titel|titulo|titre)(?![a-z])", re.IGNORECASE)


def names_title(classes: str) -> bool:
    """Say whether the classes of a line in an entry say that it is the entry's title.

    Example:
        >>> names_title("lb24-base-news-title"), names_title("untitled news")
        (True, False)
    """
    return any(_TITLE.search(name) and not name.startswith("un") for name in classes.split())


def _of_named(page: Page, named: list[int], times: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the entries that say so, each with the first time in it: both come in order."""
    place = 0
    for node in named:
        while place < len(times) and times[place] <= node:
            place += 1
        yield node, times[place] if place < len(times) and times[place] < page.ends[node] else -1


def _properties(page: Page) -> Iterator[int]:
    for node in page.having("itemprop"):
        if page.attributes[node]["itemprop"] in {"datePublished", "dateModified"} and page.tags[node] != "meta":
            yield node


def _typed_times(page: Page) -> Iterator[int]:
    """Yield the elements that are called times and print one, on pages that may be live."""
    names = page.class_names()
    if not any(part in names for part in _LIVE):
        return
    if "live" in names or "ticker" in names:
        yield from _lines_of_time(page)
    for classes, nodes in page.by_class().items():
        if _TIME_NAMES.search(classes):
            yield from (node for node in nodes if _prints_time(page, node) and not _holds_time(page, node))


def _lines_of_time(page: Page) -> Iterator[int]:
    """Yield the elements whose one text is a time, whatever they are called."""
    for node, text in enumerate(page.texts):
        if 4 <= len(text) <= LONGEST_TIME and _ONLY_TIME.fullmatch(text.strip()):  # noqa: PLR2004 - "9:05" is the shortest
            around = page.parents[node]
            if around > 0 and page.ends[around] == node + 1 and page.tags[around] != "a":
                yield around


_ONLY_TIME: Final = re.compile(
    r"(?:[^\W\d_]{2,10}\.?,?\s)?(?:[^\W\d_]{3,10}\.?\s\d{1,2}(?:,?\s\d{4})?,?\s(?:at\s)?|\d{1,2}\.?\s[^\W\d_]{3,10}(?:\s\d{4})?,?\s(?:at\s)?)?"
    r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{1,5}|\sUhr)?(?:,?\s[^\W\d_]{3,10}\.?\s\d{1,2}(?:,\s\d{4})?)?",
    re.IGNORECASE,
)
"""A time of day with a date before or after it, or neither: "May 4, 2026, 2:32 p.m. ET"."""


def _holds_time(page: Page, node: int) -> bool:
    return next(page.find("time", node + 1, page.ends[node]), None) is not None


def _prints_time(page: Page, node: int) -> bool:
    if page.ends[node] - node > _LARGEST_TIME:
        return False
    text = page.text(node).strip()
    return len(text) <= LONGEST_TIME and _CLOCK.search(text) is not None


_LARGEST_TIME: Final = 16
"""Nodes of an element that prints a time."""


def _alike(page: Page, times: list[int], known: set[int], *, threads: bool) -> Iterator[tuple[int, int]]:
    """Yield the siblings alike that begin with a time each, the innermost ones."""
    groups: dict[int, dict[int, int]] = {}
    for time in times:
        node = time
        for _ in range(_LEVELS_UP):
            if (parent := page.parents[node]) < 0:
                break
            if page.tags[node] in _CONTAINERS and node != time:
                groups.setdefault(parent, {}).setdefault(node, time)
            node = parent
    forums = [] if threads else _forums(page)
    inner = sorted(known)
    for parent in sorted(groups, reverse=True):
        posts, end = groups[parent], page.ends[parent]
        if len(posts) < FEWEST_POSTS or _begins_in(inner, parent, end):
            continue
        place = bisect_right(forums, (parent, len(page.tags)))
        if place and parent < forums[place - 1][1]:
            continue
        alike = {post: time for post, time in posts.items() if _is_post(page, post, time, next(iter(posts)))}
        if len(alike) >= FEWEST_POSTS:
            for post in alike:
                insort(inner, post)
            yield from alike.items()


def _begins_in(nodes: list[int], parent: int, end: int) -> bool:
    """Say whether any of some nodes, in order, is inside an element."""
    place = bisect_right(nodes, parent)
    return place < len(nodes) and nodes[place] < end


def _forums(page: Page) -> list[tuple[int, int]]:
    """Return the first and the last node of each thread, the outermost ones, in order."""
    found: list[tuple[int, int]] = []
    for node in page.having("itemtype"):
        if _is_forum(page.attributes[node]["itemtype"]) and not (found and node < found[-1][1]):
            found.append((node, page.ends[node]))
    return found


def _is_forum(itemtype: str) -> bool:
    """Say whether a type is that of a thread, whose posts have their times, too (schema.org)."""
    return any(name in itemtype for name in ("DiscussionForumPosting", "QAPage", "Question"))


def _is_post(page: Page, node: int, time: int, first: int) -> bool:
    """Say whether an element is like the first one of its row, and reads as a timed entry."""
    names = page.attributes[node].get("class", "")
    wanted = page.attributes[first].get("class", "")
    if page.tags[node] != page.tags[first] or names.split()[:1] != wanted.split()[:1] or _REMARK.search(names):
        return False
    if page.tags[node] == "li" and not _prints_time(page, time):
        return False  # a history: "1931: the pier is built"
    if _length(page, node, time) > LONGEST_HEADER or _is_in_comment(page, node, time):
        return False
    after = _length(page, page.ends[time], page.ends[node])
    return after >= SHORTEST_POST and not _is_link(page, node, time)


def _length(page: Page, start: int, end: int) -> int:
    return len("".join(page.texts[start:end]).strip())


def _is_link(page: Page, node: int, time: int) -> bool:
    """Say whether a link has all words of an entry: a list of what happened, that leads to the entries."""
    outer = page.parents[time]
    while outer > node and page.tags[outer] != "a":
        outer = page.parents[outer]
    if outer <= node:
        link = next(page.find("a", page.ends[time], page.ends[node]), None)
        return link is not None and 2 * len(page.text(link)) > _length(page, page.ends[time], page.ends[node])
    return 2 * len(page.text(outer)) > len(page.text(node))


def _is_in_comment(page: Page, node: int, time: int) -> bool:
    """Say whether a comment begins between the edge of an element and its time."""
    while time > node:
        time = page.parents[time]
        if role_of(page.attributes[time].get("class", ""), "") == "comment":
            return True
    return False
