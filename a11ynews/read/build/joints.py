"""What neighbouring blocks make of each other."""

from __future__ import annotations

from dataclasses import replace

from a11ynews.model.blocks import Block, Figure, Paragraph, ThematicBreak

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
    out.append(block)
