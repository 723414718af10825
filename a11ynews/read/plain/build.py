"""The chunks of a story to blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11ynews.model.blocks import Block, Figure, Paragraph
from a11ynews.model.inlines import Text
from a11ynews.read.plain.captions import find_caption
from a11ynews.read.plain.chunks import Chunk

__all__ = ["build_blocks"]


def build_blocks(chunks: Iterable[Chunk]) -> Iterator[Block]:
    """Yield the blocks of a story, with their ids."""
    for number, chunk in enumerate(chunks, 1):
        caption = find_caption(chunk.text)
        children = (Text(text=chunk.printed),)
        if caption is not None:
            yield Figure(
                id=f"b{number}", caption=children, archive_photo=caption.archive, where=chunk.where, why="caption-line"
            )
        else:
            yield Paragraph(id=f"b{number}", children=children, where=chunk.where)
