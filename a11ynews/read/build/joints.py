"""What neighbouring blocks make of each other."""

from __future__ import annotations

from dataclasses import replace

from a11ynews.model.blocks import Block, Figure, Notes, Paragraph, ThematicBreak
from a11ynews.model.inlines import Text

__all__ = ["append_block"]


def append_block(out: list[Block], block: Block) -> None:
    """Add a block to its siblings: captions go to their pictures, breaks stand only between things."""
    last = out[-1] if out else None
    match last, block:
        case (None | ThematicBreak(), ThematicBreak()):
            return
        case Figure(caption=()), Paragraph(why="caption-class"):
            out[-1] = replace(last, caption=block.children, why=block.why)
            return
        case Figure(credit=()), Paragraph(why="credit-class"):
            out[-1] = replace(last, credit=block.children)
            return
        case Notes(), Notes():
            out[-1] = _join_notes(last, block)
            return
    out.append(block)


def _join_notes(first: Notes, second: Notes) -> Notes:
    """Return two blocks of notes as one; a note that goes on is one note."""
    items = list(first.items)
    for note in second.items:
        if items and items[-1].id == note.id:
            blocks = note.blocks
            if note.label:
                blocks = (Paragraph(children=(Text(text=note.label),)), *blocks)
            items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *blocks))
        else:
            items.append(note)
    return replace(first, items=tuple(items))
