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
    rules = []
    while len(grid.rows) > 1 and (first := cell_over_all(builder, grid, grid.rows[0])) is not None:
        if builder.has_media(first.node):
            grid.stray.append(first.node)
        elif "caption-row" not in rules and _is_caption(builder, grid, first):
            grid.captions.append(first.node)
            rules.append("caption-row")
        else:
            break
        del grid.rows[0]
    notes = len(grid.notes)
    while len(grid.rows) > 1 and (last := cell_over_all(builder, grid, grid.rows[-1])) is not None and not last.is_th:
        grid.notes.insert(notes, last.node)
        del grid.rows[-1]
    return " ".join([*rules, "note-row"] if grid.notes else rules)


def _is_caption(builder: Builder, grid: Grid, first: GridCell) -> bool:
    start, end = first.node, builder.ends[first.node]
    if builder.find_held(_NO_CAPTION, start, end) or len(builder.kept_text(start, end).strip()) > LONGEST_CAPTION:
        return False
    others = (cell_over_all(builder, grid, row) for row in grid.rows[1:-1])
    return not any(_look(builder, other) == _look(builder, first) for other in others if other is not None)


def _look(builder: Builder, cell: GridCell) -> tuple[bool, str]:
    """Return what makes two cells over all columns of one kind: names of groups look like each other."""
    return cell.is_th, builder.attributes[cell.node].get("class", "")
