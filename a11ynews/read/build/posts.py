"""Timed entries of a live page, and comments of a discussion."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, LivePost, Paragraph, Quote
from a11ynews.model.inlines import Inline, Link, Span, Strong, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_in, inlines_of
from a11ynews.read.build.live_posts import live_posts_of, machine_time, names_title
from a11ynews.read.build.replies import reply_depth
from a11ynews.read.build.tags import HEADING_TAGS
from a11ynews.read.build.values import read_when

__all__ = ["build_comment", "build_live_post", "find_live_posts"]

_LOOKED_AT: Final = 24
"""Nodes at the start of an entry among which its title is."""

LONGEST_HEADER: Final = 120
"""Characters over the words of a comment: who wrote it, when, how many liked it."""

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


def find_live_posts(builder: Builder) -> dict[int, int]:
    """Return the entries of a live page that hold words of the story, each with the element of its time, or -1."""
    return {post: time for post, time in live_posts_of(builder.page).items() if builder.has_words(post)}


def build_live_post(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a timed entry: its time and its content, whose heading stays a heading to move by."""
    if not builder.has_words(node):
        return None
    common = builder.common(node, scope, "live-post")
    printed, machine = _take_time(builder, node)
    title = _take_title(builder, node, scope)
    blocks = tuple(blocks_of(builder, node, scope))
    return [LivePost(**common, title=title, blocks=blocks, time=printed, datetime=machine)]


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


def _take_title(builder: Builder, node: int, scope: Scope) -> tuple[Inline, ...]:
    """Return the first line of an entry, set apart, if it is called its title and is no heading to move by."""
    end = builder.ends[node]
    for inside in range(node + 1, min(end, node + 1 + _LOOKED_AT)):
        tag = builder.tags[inside]
        if tag in HEADING_TAGS or (builder.inked[inside] and not _is_apart(builder, inside)):
            return ()
        if tag in {"div", "p", "span"} and inside not in builder.apart and builder.has_words(inside):
            names = builder.attributes[inside].get("class", "")
            text = builder.kept_text(inside, builder.ends[inside]).strip()
            if text and len(text) <= LONGEST_HEADER and names_title(names) and not builder.has_media(inside):
                title = inlines_of(builder, inside, builder.scope_of(inside, scope))
                builder.set_apart(inside)
                return title
    return ()


def _is_apart(builder: Builder, node: int) -> bool:
    return builder.parents[node] in builder.apart or builder.parents[builder.parents[node]] in builder.apart


def _take_time(builder: Builder, node: int) -> tuple[str | None, str | None]:
    """Return the printed and the machine-readable time of an entry; the printed one is set apart."""
    time = builder.posts.get(node, -1)
    if time < 0:
        return None, None
    printed = " ".join(builder.kept_text(time, builder.ends[time]).split())
    if printed:
        builder.set_apart(time)
    return printed or None, machine_time(builder.page, time) or read_when(printed)


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
