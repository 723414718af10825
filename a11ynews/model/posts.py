"""Which heading of a live post is its title."""

from __future__ import annotations

from dataclasses import replace

from a11ynews.model.blocks import Heading, LivePost, Paragraph

__all__ = ["heading_of_post", "without_heading"]

_LINES_BEFORE = 2
_LONGEST_LINE_CHARS = 60
"""Lines before the heading of a post, and their length: who wrote it, "Key event"."""


def heading_of_post(post: LivePost) -> Heading | None:
    """Return the heading that a post opens with, behind the name of who wrote it too; None if it has another title.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> author = Paragraph(children=(Text(text="Ada Writer"),))
        >>> heading = Heading(level=2, children=(Text(text="Gate opens"),))
        >>> heading_of_post(LivePost(time="10.45", blocks=(author, heading))).text
        'Gate opens'
    """
    if post.title:
        return None
    for block in post.blocks[: _LINES_BEFORE + 1]:
        if isinstance(block, Heading):
            return block
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_LINE_CHARS:
            return None
    return None


def without_heading(post: LivePost, heading: Heading) -> LivePost:
    """Return a post with a heading of its content as its title."""
    return replace(post, title=heading.children, blocks=tuple(block for block in post.blocks if block is not heading))
