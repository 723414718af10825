"""The rows and cells of a table element, and the columns that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.values import read_number

__all__ = ["Grid", "GridCell", "GridRow", "read_grid"]

MAX_COLSPAN: Final = 200
"""HTML's own limit is 1000; a page with more than 200 columns is an attack or a mistake."""

MAX_COLUMNS: Final = 1000
"""Columns that spans from rows above can take; without a bound, rows that all span make a square of work."""

MAX_ROWSPAN: Final = 65534
"""HTML Standard, section 4.9.11."""

_HEADER_ROLES: Final = frozenset({"columnheader", "rowheader"})
_CELL_ROLES: Final = _HEADER_ROLES | {"cell", "gridcell"}
_SECTIONS: Final = frozenset({"thead", "tbody", "tfoot"})


@dataclass(slots=True)
class GridCell:
    """One cell: its node, where it starts, how far it reaches."""

    node: int
    column: int
    colspan: int
    rowspan: int
    is_th: bool


@dataclass(slots=True)
class GridRow:
    """One row; ``in_head`` if it stands in ``thead``."""

    node: int
    in_head: bool
    cells: list[GridCell] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """What a table element holds. ``stray`` is kept content in no cell, ``notes`` are cells below the rows."""

    rows: list[GridRow] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    width: int = 0


def read_grid(builder: Builder, table: int) -> Grid:
    """Read the grid of a table; rows that lost all their words to the choice of the story are left out."""
    grid = Grid()
    if builder.tags[table] != "table":
        _read_roles(builder, table, grid)
        _place(grid)
        return grid
    feet: list[int] = []
    for child in builder.page.children(table):
        tag = builder.tags[child]
        if tag == "tfoot":
            feet.append(child)
        elif tag in _SECTIONS:
            for row in builder.page.children(child):
                _read_row(builder, row, grid, in_head=tag == "thead")
        elif tag == "caption":
            grid.captions.append(child)
        else:
            _read_row(builder, child, grid, in_head=False)
    for foot in feet:  # it may be written before the body, and is shown below it
        for row in builder.page.children(foot):
            _read_row(builder, row, grid, in_head=False)
    _place(grid)
    return grid


def _read_roles(builder: Builder, table: int, grid: Grid) -> None:
    """Read a table that only its roles make one (WAI-ARIA 1.2, section 5.3.3: table, row, cell and their kin)."""
    node, end = table + 1, builder.ends[table]
    while node < end:
        role = builder.attributes[node].get("role", "") if builder.attributes[node] else ""
        if role == "row":
            grid.rows.append(GridRow(node, in_head=False))
        elif role in _CELL_ROLES and grid.rows:
            grid.rows[-1].cells.append(GridCell(node, 0, 1, 1, role in _HEADER_ROLES))
            node = builder.ends[node]
            continue
        elif builder.texts[node] and builder.inked[node]:
            grid.stray.append(node)
        node += 1
    grid.rows = [row for row in grid.rows if row.cells]


def _read_row(builder: Builder, node: int, grid: Grid, *, in_head: bool) -> None:
    if builder.tags[node] != "tr":
        if builder.holds(node) or (builder.kept[node] and builder.has_words(node)):
            grid.stray.append(node)
        return
    row = GridRow(node, in_head)
    for cell in builder.page.children(node):
        if builder.tags[cell] in {"td", "th"}:
            attributes = builder.attributes[cell]
            colspan = read_number(attributes.get("colspan"), 1, 1, MAX_COLSPAN)
            rowspan = read_number(attributes.get("rowspan"), 1, 0, MAX_ROWSPAN)
            row.cells.append(GridCell(cell, 0, colspan, rowspan, builder.tags[cell] == "th"))
        elif builder.holds(cell):
            grid.stray.append(cell)
    if row.cells and (builder.holds(node) or not builder.page.text(node).strip()):
        grid.rows.append(row)


def _place(grid: Grid) -> None:
    """Give each cell its column, then cut spans down to the columns and rows that exist."""
    taken: dict[int, int] = {}
    last = 0
    for number, row in enumerate(grid.rows):
        column = 0
        left = len(grid.rows) - number
        for cell in row.cells:
            while column < MAX_COLUMNS and taken.get(column, 0) > number:
                column += 1
            cell.column = column
            cell.rowspan = min(cell.rowspan or left, left)
            if cell.rowspan > 1:
                taken.update(dict.fromkeys(range(column, column + cell.colspan), number + cell.rowspan))
            last = max(last, column)
            column += cell.colspan
    grid.width = last + 1
    for row in grid.rows:
        for cell in row.cells:
            cell.colspan = min(cell.colspan, grid.width - cell.column)
