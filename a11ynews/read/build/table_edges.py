"""Rows of a table that are none of its data: its caption above, pictures under that, its notes below."""

from __future__ import annotations

from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.grid import Grid, GridCell, GridRow

__all__ = ["cell_over_all", "take_edges"]

LONGEST_CAPTION: Final = 200
"""Characters; a first row with more says something about the table, and does not name it."""

_NO_CAPTION: Final = frozenset({"table", "pre", "blockquote", "figure"})


def cell_over_all(builder: Builder, grid: Grid, row: GridRow) -> GridCell | None:
    """Return the only cell of a row that spans all columns of the table, if it holds anything."""
    if grid.width < 2 or len(row.cells) != 1:  # noqa: PLR2004 - over one column is over nothing
        return None
    only = row.cells[0]
    return only if only.colspan >= grid.width and only.rowspan == 1 and builder.holds(only.node) else None


def take_edges(builder: Builder, grid: Grid) -> str:
    """Move first rows over all columns to the captions, and last rows over all to the notes; say by which rules."""
    rules: list[str] = []
    top, last = 0, len(grid.rows) - 1
    while top < last and (first := cell_over_all(builder, grid, grid.rows[top])) is not None:
        if builder.has_media(first.node):
            grid.stray.append(first.node)
        elif not rules and _is_caption(builder, grid, top):
            grid.captions.append(first.node)
            rules.append("caption-row")
        else:
            break
        top += 1
    bottom = last
    while bottom > top and (below := cell_over_all(builder, grid, grid.rows[bottom])) is not None and not below.is_th:
        bottom -= 1
    notes = [row.cells[0].node for row in grid.rows[bottom + 1 :]]
    grid.notes.extend(notes)
    grid.rows = grid.rows[top : bottom + 1]
    return " ".join([*rules, "note-row"] if notes else rules)


def _is_caption(builder: Builder, grid: Grid, top: int) -> bool:
    first = grid.rows[top].cells[0]
    start, end = first.node, builder.ends[first.node]
    words = " ".join(builder.kept_text(start, end).split())
    if builder.find_held(_NO_CAPTION, start, end) or len(words) > LONGEST_CAPTION:
        return False
    others = (cell_over_all(builder, grid, row) for row in grid.rows[top + 1 : -1])
    return not any(_look(builder, other) == _look(builder, first) for other in others if other is not None)


def _look(builder: Builder, cell: GridCell) -> tuple[bool, str]:
    """Return what makes two cells over all columns of one kind: names of groups look like each other."""
    return cell.is_th, builder.attributes[cell.node].get("class", "")
