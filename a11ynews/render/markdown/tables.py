"""Tables as Markdown has them: one row of headers, no spans, nothing but text in a cell."""

from __future__ import annotations

from collections.abc import Callable

from a11ynews.model.tables import Cell, Table
from a11ynews.render.plain.tables import Placed, place

__all__ = ["table_lines"]


def table_lines(table: Table, say: Callable[[Cell], str], note: Callable[[str, str], None]) -> list[str]:
    """Return a table as rows between bars.

    Args:
        table: A data table.
        say: Writes a cell on one line, its bars escaped.
        note: Called with the kind and the message of what cannot be expressed.

    Example:
        >>> from a11ynews.model.tables import Row
        >>> table_lines(Table(rows=(Row(cells=(Cell(), Cell())),)), lambda cell: "412", lambda kind, message: None)
        ['|  |  |', '| --- | --- |', '| 412 | 412 |']
    """
    rows = place(table)
    columns = max((placed.columns.stop for row in rows for placed in row), default=0)
    if not columns:
        return []
    _tell_losses(table, note)
    written = [_row(row, say) for row in rows]
    head = written.pop(0) if table.header_rows else []
    filled = [*head, *[""] * (columns - len(head))]
    return [_line(filled), _line(["---"] * columns), *(_line(row) for row in written)]


def _tell_losses(table: Table, note: Callable[[str, str], None]) -> None:
    cells = [cell for row in table.rows for cell in row.cells]
    if any(cell.colspan > 1 or cell.rowspan > 1 for cell in cells):
        note("table-spans", "A Markdown table has no spanning cells: they are followed by empty ones.")
    if table.header_rows > 1 or table.header_columns:
        note("table-headers", "A Markdown table has one row of headers: other headers are plain cells.")


def _row(row: tuple[Placed, ...], say: Callable[[Cell], str]) -> list[str]:
    """Return the cells of a row; a row may end early, but a column never moves."""
    cells: list[str] = []
    for placed in row:
        cells += [""] * (placed.column - len(cells))
        cells.append(say(placed.cell))
    return cells


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
