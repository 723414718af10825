"""Which rows and columns of a data table are headers."""

from __future__ import annotations

import re
from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.grid import Grid, GridCell, GridRow
from a11ynews.read.build.table_edges import cell_over_all

__all__ = ["find_header_columns", "find_header_rows", "names_group"]

LONGEST_NAME: Final = 100
"""Characters of the name of a row or of a group of rows; a cell with more says something."""

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)

_BOLD: Final = frozenset({"b", "strong", "th"})


def find_header_rows(builder: Builder, grid: Grid) -> tuple[int, str]:
    """Return how many rows from the top are headers, and the rule that says so."""
    marked = 0
    for row in grid.rows:
        held = [cell for cell in row.cells if builder.has_words(cell.node)]
        if not held or not (row.in_head or all(cell.is_th for cell in held)):
            break
        if (marked or not row.in_head) and cell_over_all(builder, grid, row) is not None:
            break
        if not row.in_head and len(held) == 1 and len(row.cells) > 1 and held[0].column == 0:
            break
        marked += 1
    if 0 < marked < len(grid.rows):
        return marked, "header-row-markup"
    if len(grid.rows) > 1 and _is_bold_row(builder, grid.rows[0]) and not _is_bold_row(builder, grid.rows[1]):
        return 1, "bold-header-row"
    if len(grid.rows) > 2 and _is_over_numbers(builder, grid):  # noqa: PLR2004 - a head needs a body
        return 1, "words-over-numbers"
    return 0, ""


def _is_over_numbers(builder: Builder, grid: Grid) -> bool:
    """Say whether the first row has words alone, and all rows below have numbers in all columns but the first."""
    first, *body = grid.rows
    if len(first.cells) <= 1 or any(len(row.cells) != len(first.cells) for row in body):
        return False
    names = [builder.kept_text(cell.node, builder.ends[cell.node]).strip() for cell in first.cells]
    if not _are_words(names[1:]) and not _are_years(names[1:]):
        return False
    return all(_is_number(builder.kept_text(c.node, builder.ends[c.node])) for row in body for c in row.cells[1:])


def _are_words(names: list[str]) -> bool:
    return all(any(map(str.isalpha, name)) and not any(map(str.isdigit, name)) for name in names)


def _are_years(names: list[str]) -> bool:
    """Say whether names are years that go on in one direction: over figures they are no figure."""
    years = [int(name) for name in names if _YEAR.fullmatch(name)]
    return len(years) == len(names) > 1 and sorted(set(years)) in (years, years[::-1])


def find_header_columns(builder: Builder, grid: Grid, header_rows: int) -> tuple[int, str]:
    """Return how many columns from the start are headers, and the rule that says so."""
    body = [row for row in grid.rows[header_rows:] if cell_over_all(builder, grid, row) is None]
    first = [row.cells[0] for row in body if row.cells and row.cells[0].column == 0]
    held = [cell for cell in first if builder.has_words(cell.node)]
    if held and all(cell.is_th for cell in held) and any(len(row.cells) > 1 for row in body):
        return 1, "header-column-markup"
    if header_rows and len(body) > 1 and len(held) == len(body) and _names_rows(builder, body, held):
        return 1, "names-before-numbers"
    if header_rows and len(held) == len(body) > 1 and _is_under_empty_corner(builder, grid.rows[:header_rows], held):
        return 1, "empty-corner"
    return 0, ""


def names_group(builder: Builder, grid: Grid, row: GridRow) -> bool:
    """Say whether a row of the body is the name of the rows below it: one short cell over all, a header or bold."""
    cell = cell_over_all(builder, grid, row)
    if cell is None or not builder.has_words(cell.node):
        return False
    is_short = len(builder.kept_text(cell.node, builder.ends[cell.node]).strip()) <= LONGEST_NAME
    return cell.is_th or (is_short and _is_bold(builder, cell))


def _is_under_empty_corner(builder: Builder, head: list[GridRow], first: list[GridCell]) -> bool:
    """Say whether the head names all columns but the first, which has different short words: they name the rows."""
    if any(cell.column == 0 and builder.has_words(cell.node) for row in head for cell in row.cells):
        return False
    names = [builder.kept_text(cell.node, builder.ends[cell.node]).strip() for cell in first]
    return len(set(names)) == len(names) and max(map(len, names)) <= LONGEST_NAME


def _names_rows(builder: Builder, body: list[GridRow], first: list[GridCell]) -> bool:
    """Say whether the first column has different words, and all others hold numbers."""
    names = [builder.kept_text(cell.node, builder.ends[cell.node]).strip() for cell in first]
    if len(set(names)) < len(names) or not all(any(map(str.isalpha, name)) for name in names):
        return False
    others = [cell for row in body for cell in row.cells if cell.column and builder.has_words(cell.node)]
    return bool(others) and all(_is_number(builder.kept_text(c.node, builder.ends[c.node])) for c in others)


def _is_number(text: str) -> bool:
    """Say whether a cell holds a number, with its sign and unit."""
    plain = text.strip()
    digits = sum(map(str.isdigit, plain))
    return digits > 0 and sum(map(str.isalpha, plain)) <= digits + 2


def _is_bold_row(builder: Builder, row: GridRow) -> bool:
    held = [cell for cell in row.cells if builder.has_words(cell.node)]
    is_head = len(held) > 1 or (len(row.cells) == 2 and held == row.cells[1:])  # noqa: PLR2004 - a corner and a head
    return is_head and all(_is_bold(builder, cell) for cell in held)


def _is_bold(builder: Builder, cell: GridCell) -> bool:
    """Say whether all words of a cell are inside bold elements."""
    node, end = cell.node + 1, builder.ends[cell.node]
    while node < end:
        if builder.tags[node] in _BOLD:
            node = builder.ends[node]
            continue
        if builder.texts[node] and builder.has_words(node):
            return False
        node += 1
    return True
