"""Replies that stand after what they answer and not in it: how far they stand in tells whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, Quote
from a11ynews.read.build.builder import Builder

__all__ = ["nest_replies", "reply_depth"]

_LEVELS_UP: Final = 8
_MOST_DEPTH: Final = 100
"""Deeper than any discussion; what is nested deeper stays beside."""

_LEVELS: Final = ("indent", "data-indent", "data-depth", "data-level", "aria-level")
_CLASS: Final = re.compile(r"(?<![a-z])(?:depth|level|indent|ident)[-_]?(\d{1,2})(?!\d)", re.IGNORECASE)
_STYLE: Final = re.compile(r"(?:margin|padding)-left:\s*(\d{1,4})(?:\.\d+)?\s*(?:px|em|rem|ex|%)", re.IGNORECASE)


def reply_depth(builder: Builder, node: int) -> int:
    """Return how far a comment stands in, in whatever unit its page has; 0 if it does not say.

    A level or an indent of the comment or of the elements that hold it alone, or the width of the empty
    picture before it.
    """
    around = node
    for _ in range(_LEVELS_UP):
        if (depth := _declared(builder.attributes[around]) or _spacer(builder, around, node)) is not None:
            return depth
        parent = builder.parents[around]
        if parent < 0 or _has_another(builder, parent, node):
            break
        around = parent
    return 0


def _declared(attributes: Mapping[str, str]) -> int | None:
    for name in _LEVELS:
        if (value := attributes.get(name, "")).isdecimal() and len(value) <= len("9999"):
            return int(value)
    found = _CLASS.search(attributes.get("class", "")) or _STYLE.search(attributes.get("style", ""))
    return int(found[1]) if found else None


def _spacer(builder: Builder, around: int, node: int) -> int | None:
    """Return the width of a picture that only takes room, in what stands before a comment; or the level of its cell."""
    for at in range(around, builder.ends[node]):
        if builder.texts[at].strip():
            break
        if (level := builder.attributes[at].get("indent", "")).isdecimal() and len(level) <= len("99"):
            return int(level)
        if builder.tags[at] == "img" and builder.attributes[at].get("height") in ("0", "1"):
            width = builder.attributes[at].get("width", "")
            return int(width) if width.isdecimal() and len(width) <= len("9999") else None
    return None


def _has_another(builder: Builder, parent: int, node: int) -> bool:
    """Whether an element holds words beside those of the part of it that holds a comment, such as other comments."""
    return builder.words_between(parent, node) or builder.words_between(builder.ends[node], builder.ends[parent])


def nest_replies(blocks: Sequence[Block], depths: Mapping[str, int]) -> list[Block]:
    """Return blocks with each comment in the one before it that stands less far in.

    Args:
        blocks: In order; comments are quotes.
        depths: How far each comment stands in, by its id.
    """
    done: list[Block] = []
    open_: list[tuple[int, Quote]] = []

    def close(depth: int) -> None:
        """End the comments that stand as far in or further."""
        while open_ and open_[-1][0] >= depth:
            _, ended = open_.pop()
            if open_:
                above, into = open_[-1]
                open_[-1] = (above, replace(into, blocks=(*into.blocks, ended)))
            else:
                done.append(ended)

    for block in blocks:
        depth = depths.get(block.id) if isinstance(block, Quote) else None
        close(0 if depth is None else depth)
        if isinstance(block, Quote) and depth is not None and len(open_) < _MOST_DEPTH:
            open_.append((depth, block))
        else:
            close(0)
            done.append(block)
    close(0)
    return done
