"""Who speaks: turns of an interview or a transcript."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, Paragraph

__all__ = ["mark_speakers"]

FEWEST_TURNS: Final = 4
"""Two questions and two answers; fewer labels before colons are found in any text."""

FEWEST_EACH: Final = 2
"""Turns of one speaker. A label that comes once is a label ("Update:")."""

_LABEL: Final = re.compile(
    r"(?P<name>[^\W\d_](?:[^\W\d_]|['’.-]){0,24}(?:\s[^\W\d_](?:[^\W\d_]|['’.-]){0,24}){0,3})(?:\s?\([^()]{1,40}\))?\s?[:：](?=\s)",
)


def mark_speakers(blocks: list[Block]) -> list[Block]:
    """Mark the paragraphs that begin with a speaker's name or letter, if there are turns of two speakers at least."""
    turns = {place: name for place, block in enumerate(blocks) if (name := _speaker(block))}
    counts = Counter(turns.values())
    speakers = {name for name, count in counts.items() if count >= FEWEST_EACH}
    if len(speakers) < FEWEST_EACH or sum(counts[name] for name in speakers) < FEWEST_TURNS:
        return blocks
    return [
        replace(block, role="speaker", why="speaker-label")
        if isinstance(block, Paragraph) and turns.get(place) in speakers
        else block
        for place, block in enumerate(blocks)
    ]


def _speaker(block: Block) -> str | None:
    """Return the name that a paragraph begins with, before a colon; none of its words in small letters."""
    if not isinstance(block, Paragraph):
        return None
    head = "".join([child.text for child in block.children[:3]])[:120]
    found = _LABEL.match(head) if ":" in head or "：" in head else None
    if found is None or any(word[0].islower() for word in found["name"].split()):
        return None
    return found["name"].casefold()
