"""Which picture of how many: galleries, and figures that stand in a row as one would."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from a11ynews.model.blocks import Block
from a11ynews.model.figures import Figure

__all__ = ["picture_places"]

_FEWEST_IN_A_ROW = 3


def picture_places(blocks: Sequence[Block]) -> dict[int, tuple[int, int]]:
    """Return for figures that stand in a row, by their identity, which they are of how many: a gallery in all but name.

    Two may be two sides of one thing; from three on a listener wants to know how many are to come. Decorative pictures
    are not told, and so not counted.

    Example:
        >>> from a11ynews.model.figures import Image
        >>> row = [Figure(images=(Image(src=f"https://a.example/{n}.jpg"),)) for n in range(3)]
        >>> picture_places(row)[id(row[1])], picture_places(row[:2])
        ((2, 3), {})
    """
    places: dict[int, tuple[int, int]] = {}
    for is_picture, group in groupby(blocks, lambda block: isinstance(block, Figure) and len(block.images) == 1):
        row = [figure for figure in group if not _is_decoration(figure)] if is_picture else []
        if len(row) >= _FEWEST_IN_A_ROW:
            places.update((id(figure), (number, len(row))) for number, figure in enumerate(row, start=1))
    return places


def _is_decoration(block: Block) -> bool:
    """Say whether a picture is marked as one that says nothing: nobody is told of it, and none is missed."""
    return isinstance(block, Figure) and not block.text and all(image.alt == "" for image in block.images)
