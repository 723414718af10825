"""What is said of a table: its size, then row by row, each value with its header."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from a11ynews.model.blocks import Block, Table
from a11ynews.model.tables import Cell, Row
from a11ynews.speech.phrases import counted
from a11ynews.speech.telling import Place, Telling, ended
from a11ynews.speech.utterance import Run

__all__ = ["tell_table"]

CellRuns = Callable[[tuple[Block, ...], Place], tuple[Run, ...]]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in the grid; ``first`` where its cell begins, so that a spanning cell is said once."""

    cell: Cell
    first: bool


def _grid(rows: Sequence[Row]) -> list[list[_Slot]]:
    """Lay the cells out, spans filled; rows may have different lengths."""
    hanging: dict[int, tuple[Cell, int]] = {}
    grid = []
    for row in rows:
        line: list[_Slot] = []
        cells = iter(row.cells)
        while True:
            column = len(line)
            if column in hanging:
                cell, left = hanging.pop(column)
                line.append(_Slot(cell, first=False))
                if left > 1:
                    hanging[column] = (cell, left - 1)
                continue
            following = next(cells, None)
            if following is None:
                break
            for offset in range(following.colspan):
                if following.rowspan > 1:
                    hanging[column + offset] = (following, following.rowspan - 1)
                line.append(_Slot(following, first=offset == 0))
        grid.append(line)
    return grid


def tell_table(telling: Telling, table: Table, place: Place, cell_runs: CellRuns) -> None:
    """Say the table's name and size, then its rows; of a large table the name and size alone.

    Args:
        telling: The script to write into.
        table: A data table.
        place: Where it stands.
        cell_runs: Makes one line of the blocks of a cell.
    """
    if telling.action("table") == "skip":
        return
    grid = _grid(table.rows)
    _tell_size(telling, table, grid, place)
    cells = sum(len(row.cells) for row in table.rows)
    if telling.action("table") == "name" or cells > telling.policy.table_cells_max:
        return
    heads = table.header_rows if table.header_rows < len(grid) else 0
    names = _column_names(grid[:heads], place, cell_runs) if telling.action("row") == "announce" else {}
    for line in grid[heads:] if names else grid:
        telling.say("row", _row(line, names, table.header_columns, place, cell_runs), place)


def _tell_size(telling: Telling, table: Table, grid: list[list[_Slot]], place: Place) -> None:
    caption = telling.runs(table.caption, place)
    phrases = telling.phrases
    if telling.action("table") == "speak" or not phrases.table:
        telling.say("table", caption, place)
        return
    columns = max((len(line) for line in grid), default=0)
    size = telling.ours(f"{counted(phrases.rows, len(grid))}, {counted(phrases.columns, columns)}.")
    telling.say("table", telling.ours(phrases.table) + ended(caption, ",") + size, place)


def _column_names(heads: list[list[_Slot]], place: Place, cell_runs: CellRuns) -> dict[int, tuple[Run, ...]]:
    """Return for each column the words of the header cells above it, top first."""
    names: dict[int, tuple[Run, ...]] = {}
    said: dict[int, tuple[Run, ...]] = {}
    last: dict[int, int] = {}
    for line in heads:
        for column, slot in enumerate(line):
            cell = id(slot.cell)
            if last.get(column) == cell:
                continue  # the same cell, hanging down from the row above
            last[column] = cell
            if cell not in said:
                said[cell] = tuple(replace(run, ours=True) for run in cell_runs(slot.cell.blocks, place))
            names[column] = names.get(column, ()) + said[cell]
    return {column: runs for column, runs in names.items() if runs}


def _row(
    line: list[_Slot], names: dict[int, tuple[Run, ...]], header_columns: int, place: Place, cell_runs: CellRuns
) -> tuple[Run, ...]:
    """Return a row as one sentence: its own header, then "header: value" for each cell that has words."""
    parts: list[tuple[Run, ...]] = []
    for column, slot in enumerate(line):
        value = cell_runs(slot.cell.blocks, place) if slot.first else ()
        if value:
            is_header = column < header_columns or slot.cell.scope == "rowgroup"
            name = () if is_header else names.get(column, ())
            parts.append(ended(name, ":") + value)
    closed = [ended(part, ",") for part in parts[:-1]] + [ended(part, ".") for part in parts[-1:]]
    return tuple(run for part in closed for run in part)
