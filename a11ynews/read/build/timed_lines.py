"""Entries of a live page that were typed by hand: a time in bold, and what happened until the next one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from a11ynews.model.base import blocks_text
from a11ynews.model.blocks import Block, Heading, LivePost, Paragraph
from a11ynews.model.inlines import LineBreak, Strong, Text

__all__ = ["join_timed_lines"]

FEWEST_POSTS: Final = 3
"""Times of their own; two may be opening hours."""

SHORTEST_POST: Final = 40
"""Characters of an entry, on average; less is a row of a schedule."""

_TIME: Final = re.compile(
    r"(?:\d{1,3}(?:\s?\+\s?\d{1,2})?\.?\s?(?:['’′]|min(?:ute|ut)?\.?\b|мин\.?|dk\.?|perc\b|分|분)|\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
    r"(?:\s(?:BST|GMT|UTC|CES?T|E[SD]?T|C[SD]T|P[SD]?T|IST|AES?DT|AEST|Uhr|h|WIB))?\s?[:.–—-]?",
    re.IGNORECASE,
)


_MINUTE: Final = re.compile(r"\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′](?!\d)\s?[:.–—-]?(?=\s)")
"""A minute of a match at the start of a line: "71' GOAL!"."""


def join_timed_lines(blocks: list[Block]) -> list[Block]:
    """Return blocks in which bold times, three or more of them, begin entries of a live page."""
    places = [place for place, block in enumerate(blocks) if _printed_time(block)]
    if len(places) < FEWEST_POSTS:
        return blocks
    ends = [*places[1:], _end_of_last(blocks, places[-1])]
    posts = [_post(blocks[start:end]) for start, end in zip(places, ends, strict=True)]
    if sum(len(blocks_text(post.blocks)) for post in posts) < SHORTEST_POST * len(posts):
        return blocks
    return [*blocks[: places[0]], *posts, *blocks[ends[-1] :]]


def _printed_time(block: Block) -> str | None:
    """Return the time that a paragraph begins with in bold, if nothing else is bold there."""
    match block:
        case Paragraph(children=(Strong() as first, *_)) if _TIME.fullmatch(first.text.strip()):
            return first.text.strip()
        case Paragraph(children=(Text(text=text), *_)) if text[:1].isdigit() and (minute := _MINUTE.match(text)):
            return minute[0].strip()
        case _:
            return None


def _end_of_last(blocks: list[Block], start: int) -> int:
    """Return where the last entry ends: at the next heading, or at the end."""
    after = range(start + 1, len(blocks))
    return next((place for place in after if isinstance(blocks[place], Heading)), len(blocks))


def _post(blocks: list[Block]) -> LivePost:
    first, *others = blocks
    assert isinstance(first, Paragraph)  # noqa: S101 - _printed_time found one
    time = _printed_time(first)
    rest = list(first.children[1:])
    if time and isinstance(opening := first.children[0], Text):
        rest.insert(0, Text(text=opening.text.lstrip()[len(time) :]))
    while rest and isinstance(rest[0], LineBreak):
        rest.pop(0)
    if rest and isinstance(rest[0], Text):
        rest[0] = Text(text=rest[0].text.lstrip())
    words = [replace(first, id=f"{first.id}-text", children=tuple(rest))] if rest else []
    return LivePost(
        id=first.id, lang=first.lang, dir=first.dir, where=first.where, why="timed-line",
        time=time, blocks=(*words, *others),
    )  # fmt: skip
