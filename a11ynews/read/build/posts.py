"""Timed entries of a live page, and comments of a discussion."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, LivePost, Paragraph, Quote
from a11ynews.model.inlines import Inline, Link, Span, Strong, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_in, inlines_of
from a11ynews.read.build.replies import reply_depth
from a11ynews.read.build.roles import role_of
from a11ynews.read.build.values import read_when

__all__ = ["build_comment", "build_live_post", "find_live_posts"]

FEWEST_POSTS: Final = 3
"""Containers side by side, each with a time at its start: two of them may be a story and its update."""

LONGEST_HEADER: Final = 120
"""Characters that may stand before the time of an entry: a name, a heading; more are a story of their own."""

SHORTEST_POST: Final = 40
"""Characters of an entry beside its time; less is a row of a schedule."""

_LEVELS_UP: Final = 6
_CONTAINERS: Final = frozenset({"article", "div", "section"})
_BODIES: Final = frozenset({"p", "blockquote", "pre"})
_MARKS: Final = frozenset(
    """age author authorname comhead comment-author comment-date comment-header comment-meta comment-time commentauthor
    comment__author comment__header comment__meta date display-name fn hnuser meta posted-by status__info tagline time
    timestamp user username""".split(),  # noqa: SIM905 - a list of twenty strings reads worse
)
_AUTHORS: Final[frozenset[str]] = frozenset(
    """author authorname comment-author comment__author commentauthor display-name fn hnuser posted-by user
    username""".split(),  # noqa: SIM905 - as above
)
_REMARK: Final = re.compile(r"comment|comtr|repl(?:y|ies)", re.IGNORECASE)


def find_live_posts(builder: Builder) -> set[int]:
    """Return the entries of a live page: those that say so, and siblings alike that begin with a time each."""
    groups: dict[int, dict[int, int]] = {}
    found: set[int] = set()
    for time in builder.find("time"):
        node = time
        for _ in range(_LEVELS_UP):
            if (parent := builder.parents[node]) < 0:
                break
            if builder.attributes[node].get("itemprop") == "liveBlogUpdate":
                found.add(node)
            if builder.tags[node] in _CONTAINERS and builder.has_words(node):
                groups.setdefault(parent, {}).setdefault(node, time)
            node = parent
    for parent in sorted(groups, reverse=True):
        posts = groups[parent]
        if len(posts) < FEWEST_POSTS or any(_holds_post(builder, parent, post) for post in found):
            continue
        alike = [post for post, time in posts.items() if _is_post(builder, post, time, next(iter(posts)))]
        if len(alike) >= FEWEST_POSTS:
            found.update(alike)
    return found


def build_live_post(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a timed entry: its time and its content, whose heading stays a heading to move by."""
    if not builder.has_words(node):
        return None
    common = builder.common(node, scope, "live-post")
    printed, machine = _take_time(builder, node)
    blocks = tuple(blocks_of(builder, node, scope))
    return [LivePost(**common, blocks=blocks, time=printed, datetime=machine)]


def build_comment(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a quote from a comment. It opens with who wrote it, and when: a listener must know before the words."""
    header = _comment_header(builder, node)
    if header is None:
        return None
    common = builder.common(node, scope, "comment")
    said_by = Paragraph(
        **builder.common(header, scope, "comment-header"),
        children=_header_inlines(builder, header, builder.scope_of(header, scope)),
        role="speaker",
    )
    builder.set_apart(header)
    builder.depths[common["id"]] = reply_depth(builder, node)
    return [Quote(**common, blocks=(said_by, *blocks_of(builder, node, scope)))]


def _header_inlines(builder: Builder, header: int, scope: Scope) -> tuple[Inline, ...]:
    """Return the words over a comment: its author first and strong, then the rest as it stands."""
    author = _author_in(builder, header)
    if author is None:
        return inlines_of(builder, header, scope)
    name = Strong(children=_unstressed(inlines_in(builder, author, builder.ends[author], scope)))
    builder.set_apart(author)
    rest = inlines_of(builder, header, scope)
    return (name, Text(text=" "), *rest) if rest else (name,)


def _unstressed(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines without the strong ones in them: what is strong as a whole has no stronger part."""
    found: list[Inline] = []
    for part in parts:
        match part:
            case Strong():
                found.extend(_unstressed(part.children))
            case Link() | Span():
                found.append(replace(part, children=_unstressed(part.children)))
            case _:
                found.append(part)
    return tuple(found)


def _author_in(builder: Builder, header: int) -> int | None:
    """Return the element of a comment's header that names the author, with the link around it."""
    for inside in range(header, builder.ends[header]):
        names = builder.attributes[inside].get("class", "").lower().split()
        if _AUTHORS.isdisjoint(names) or not builder.has_words(inside):
            continue
        author = inside
        while author > header and builder.tags[builder.parents[author]] == "a":
            author = builder.parents[author]
        return author
    return None


def _holds_post(builder: Builder, parent: int, post: int) -> bool:
    return parent < post < builder.ends[parent]


def _is_post(builder: Builder, node: int, time: int, first: int) -> bool:
    """Say whether an element is like the first one of its row, and reads as a timed entry."""
    names = builder.attributes[node].get("class", "")
    wanted = builder.attributes[first].get("class", "")
    if builder.tags[node] != builder.tags[first] or names.split()[:1] != wanted.split()[:1] or _REMARK.search(names):
        return False
    if len(builder.kept_text(node, time).strip()) > LONGEST_HEADER or _is_in_comment(builder, node, time):
        return False
    after = builder.kept_text(builder.ends[time], builder.ends[node])
    return len(after.strip()) >= SHORTEST_POST


def _is_in_comment(builder: Builder, node: int, time: int) -> bool:
    """Say whether a comment begins between the edge of an element and its time."""
    while time > node:
        time = builder.parents[time]
        if role_of(builder.attributes[time].get("class", ""), "") == "comment":
            return True
    return False


def _take_time(builder: Builder, node: int) -> tuple[str | None, str | None]:
    """Return the printed and the machine-readable time of an entry; the printed one is set apart."""
    time = next(builder.page.find("time", node, builder.ends[node]), None)
    if time is None:
        return None, None
    printed = " ".join(builder.kept_text(time, builder.ends[time]).split())
    if printed:
        builder.set_apart(time)
    return printed or None, read_when(builder.attributes[time].get("datetime", "")) or read_when(printed)


def _comment_header(builder: Builder, node: int) -> int | None:
    """Return the element at the start of a comment that names its author or its time."""
    for inside in range(node + 1, builder.ends[node]):
        if not builder.has_words(inside):
            continue
        names = builder.attributes[inside].get("class", "").lower().split()
        if builder.tags[inside] != "time" and _MARKS.isdisjoint(names):
            if builder.texts[inside] or builder.tags[inside] in _BODIES:
                return None
            continue
        header = _outermost(builder, node, inside)
        return header if builder.words_between(builder.ends[header], builder.ends[node]) else None
    return None


def _outermost(builder: Builder, node: int, mark: int) -> int:
    """Return the largest element around a mark that holds no words of the comment itself."""
    header = mark
    while (parent := builder.parents[header]) != node:
        beside = builder.tags[builder.ends[header] : builder.ends[parent]]
        if not _BODIES.isdisjoint(beside) or len(builder.kept_text(parent, builder.ends[parent])) > LONGEST_HEADER:
            break
        header = parent
    return header
