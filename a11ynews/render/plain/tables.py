"""A data table as lines: each row on its own, each value with the header it stands under."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from a11ynews.model.tables import Cell, Table

__all__ = ["MAX_SPAN", "Placed", "place", "row_lines"]

MAX_SPAN = 1000
"""Columns that one cell may span; the limit of HTML (4.9.11, ``colspan``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell with the column that it begins in."""

    cell: Cell
    column: int

    @property
    def columns(self) -> range:
        """The columns that it covers."""
        return range(self.column, self.column + min(max(self.cell.colspan, 1), MAX_SPAN))


def place(table: Table) -> tuple[tuple[Placed, ...], ...]:
    """Return the cells of each row with their columns, moved aside by cells that span down from above."""
    busy_until: dict[int, int] = {}
    rows = []
    for number, row in enumerate(table.rows):
        column = 0
        placed = []
        for cell in row.cells:
            while busy_until.get(column, 0) > number:
                column += 1
            here = Placed(cell=cell, column=column)
            placed.append(here)
            if cell.rowspan > 1:
                busy_until.update(dict.fromkeys(here.columns, number + cell.rowspan))
            column = here.columns.stop
        rows.append(tuple(placed))
    return tuple(rows)


def row_lines(table: Table, say: Callable[[Cell], str]) -> list[str]:
    """Return a table row by row: ``Year: 2019; Trout: 412``.

    Args:
        table: A data table.
        say: Makes one line of a cell.

    Example:
        >>> from a11ynews.model.tables import Row
        >>> rows = (Row(cells=(Cell(is_header=True), Cell(is_header=True))), Row(cells=(Cell(), Cell())))
        >>> words = iter(["Year", "Trout", "2019", "412"])
        >>> row_lines(Table(rows=rows, header_rows=1), lambda cell: next(words))
        ['Year: 2019; Trout: 412']
    """
    rows = place(table)
    heads = table.header_rows if 0 < table.header_rows < len(rows) else 0
    said = [[(placed, say(placed.cell)) for placed in row] for row in rows]
    headers = _headers(said[:heads])
    lines = [_row(row, headers) for row in said[heads:]]
    used = {column for row in said[heads:] for placed, text in row if text for column in placed.columns}
    if any(text and used.isdisjoint(placed.columns) for row in said[:heads] for placed, text in row):
        lines = [_row(row, {}) for row in said[:heads]] + lines
    return [line for line in lines if line]


def _headers(rows: list[list[tuple[Placed, str]]]) -> dict[int, str]:
    """Return what stands above each column, from the top down."""
    above: dict[int, list[str]] = {}
    for row in rows:
        for placed, text in row:
            for column in placed.columns if text else ():
                above.setdefault(column, []).append(text)
    return {column: ", ".join(texts) for column, texts in above.items()}


def _row(row: list[tuple[Placed, str]], headers: dict[int, str]) -> str:
    parts = []
    for placed, text in row:
        names_rows = placed.cell.scope == "rowgroup"  # those below it, as large as the whole row: it has no header
        heads = () if names_rows else (headers[column] for column in placed.columns if column in headers)
        above = " / ".join(dict.fromkeys(heads))
        if text:
            parts.append(f"{above}: {text}" if above else text)
    return "; ".join(parts)
