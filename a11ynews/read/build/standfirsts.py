"""The standfirst among the blocks: the one that was found under the headline, or a heading as long as a summary."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from a11ynews.model.blocks import Block, Figure, Heading, Paragraph, ThematicBreak

__all__ = ["lead_standfirst", "mark_standfirst"]

SHORTEST: Final = 80
"""Characters of a heading before the first paragraph from which it is a summary. Crossheads are as long now and then
(28 of 381 in fundus-dev's gold), but none of those opens a story."""
_SENTENCE_ENDS: Final = (".", "!", "。", "！", "۔", "।")
SHORTEST_SENTENCE: Final = 40
"""The same for one that ends as a sentence does."""


_START: Final = 8
"""Blocks in which a standfirst is looked for: pictures, and a line or two, may stand before it."""


def mark_standfirst(blocks: Sequence[Block], texts: Collection[str]) -> tuple[Block, ...]:
    """Give the lines that were found under the headline their role: a heading among them heads no section.

    Args:
        blocks: The story.
        texts: The lines, white space folded.
    """
    found = list(blocks)
    for place, block in enumerate(found[:_START]) if texts else ():
        if isinstance(block, Paragraph | Heading) and " ".join(block.text.split()) in texts:
            found[place] = _standfirst(block, "under-headline")
    opening = next((place for place, block in enumerate(found) if not _is_above_text(block)), 0)
    return tuple(block for place, block in enumerate(found) if place > opening or not isinstance(block, ThematicBreak))


def _is_above_text(block: Block) -> bool:
    """Say whether a block stands above the text: a line between it and the text parts nothing of the story."""
    return isinstance(block, Figure | ThematicBreak) or (isinstance(block, Paragraph) and block.role == "standfirst")


def _standfirst(block: Paragraph | Heading, why: str) -> Paragraph:
    return Paragraph(
        id=block.id, lang=block.lang, dir=block.dir, where=block.where, why=why, children=block.children,
        role="standfirst",
    )  # fmt: skip


def lead_standfirst(blocks: Sequence[Block]) -> list[Block]:
    """Make the heading that opens a story its standfirst, if it is as long as a sentence; pictures may stand before it.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> words = "Sixty-four cars, no diesel, and forty minutes: the island has its ferry back after the winter"
        >>> lead_standfirst([Heading(level=2, children=(Text(text=words),))])[0].role
        'standfirst'
    """
    found = list(blocks)
    place = next((place for place, block in enumerate(found) if not isinstance(block, Figure)), None)
    if place is None:
        return found
    block = found[place]
    if isinstance(block, Heading) and not block.inferred and _is_summary(block.text):
        found[place] = _standfirst(block, "heading-as-standfirst")
    return found


def _is_summary(text: str) -> bool:
    return not text[:1].isdigit() and len(text) >= (SHORTEST_SENTENCE if text.endswith(_SENTENCE_ENDS) else SHORTEST)
