"""Corrections and editor's notes that stand under a heading of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11ynews.model.blocks import Block, Callout, CalloutKind, Heading, Paragraph
from a11ynews.read.build.labels import title_kind

__all__ = ["bind_notices"]

_KINDS: Final[frozenset[CalloutKind]] = frozenset({"correction", "editors-note"})
"""Not updates: whole parts of a story stand under "Update"."""

_LABELLED: Final = frozenset(f"{kind}-label" for kind in _KINDS)

MOST_PARAGRAPHS: Final = 3


def bind_notices(blocks: list[Block]) -> list[Block]:
    """Return blocks in which a heading "Correction", with the few paragraphs that are all of its part, is one note."""
    out: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        kind = title_kind(block.text) if isinstance(block, Heading) else None
        end = _end_of_part(blocks, place + 1) if kind in _KINDS else place
        if isinstance(block, Heading) and kind and place + 1 < end <= place + 1 + MOST_PARAGRAPHS:
            out.append(
                Callout(
                    id=block.id, lang=block.lang, dir=block.dir, where=block.where, why=f"{kind}-heading",
                    kind=kind, title=block.children, blocks=tuple(_opened(blocks[place + 1 : end])),
                )
            )  # fmt: skip
            place = end
        else:
            out.append(block)
            place += 1
    return out


def _end_of_part(blocks: list[Block], place: int) -> int:
    """Return where the paragraphs after a heading end; the heading's place if anything else follows them."""
    end = place
    while end < len(blocks) and _is_words(blocks[end]):
        end += 1
    return end if end == len(blocks) or isinstance(blocks[end], Heading | Callout) else place - 1


def _is_words(block: Block) -> bool:
    """Say whether a block is a paragraph, or one that was found to be such a note by how it begins."""
    return isinstance(block, Paragraph) or (isinstance(block, Callout) and block.why in _LABELLED)


def _opened(blocks: list[Block]) -> Iterator[Block]:
    """Yield the paragraphs of the notes among blocks."""
    for block in blocks:
        if isinstance(block, Callout):
            yield from block.blocks
        else:
            yield block
