"""Which rows and columns of a data table are headers."""

from __future__ import annotations

from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.grid import Grid, GridCell, GridRow

__all__ = ["find_header_columns", "find_header_rows"]

_BOLD: Final = frozenset({"b", "strong", "th"})


def find_header_rows(builder: Builder, grid: Grid) -> tuple[int, str]:
    """Return how many rows from the top are headers, and the rule that says so."""
    marked = 0
    for row in grid.rows:
        held = [cell for cell in row.cells if builder.has_words(cell.node)]
        if not held or not (row.in_head or all(cell.is_th for cell in held)):
            break
        if not row.in_head and len(held) == 1 and len(row.cells) > 1 and held[0].column == 0:
            break
        marked += 1
    if 0 < marked < len(grid.rows):
        return marked, "header-row-markup"
    if len(grid.rows) > 2 and _is_bold_row(builder, grid.rows[0]) and not _is_bold_row(builder, grid.rows[1]):  # noqa: PLR2004 - a head needs a body
        return 1, "bold-header-row"
    if len(grid.rows) > 2 and _is_over_numbers(builder, grid):  # noqa: PLR2004 - as above
        return 1, "words-over-numbers"
    return 0, ""


def _is_over_numbers(builder: Builder, grid: Grid) -> bool:
    """Say whether the first row has words alone, and all rows below have numbers in all columns but the first."""
    first, *body = grid.rows
    if len(first.cells) <= 1 or any(len(row.cells) != len(first.cells) for row in body):
        return False
    names = [builder.kept_text(cell.node, builder.ends[cell.node]).strip() for cell in first.cells]
    if not all(any(map(str.isalpha, name)) and not any(map(str.isdigit, name)) for name in names[1:]):
        return False
    return all(_is_number(builder.kept_text(c.node, builder.ends[c.node])) for row in body for c in row.cells[1:])


def find_header_columns(builder: Builder, grid: Grid, header_rows: int) -> tuple[int, str]:
    """Return how many columns from the start are headers, and the rule that says so."""
    body = grid.rows[header_rows:]
    first = [row.cells[0] for row in body if row.cells and row.cells[0].column == 0]
    held = [cell for cell in first if builder.has_words(cell.node)]
    if held and all(cell.is_th for cell in held) and any(len(row.cells) > 1 for row in body):
        return 1, "header-column-markup"
    if header_rows and len(body) > 1 and len(held) == len(body) and _names_rows(builder, body, held):
        return 1, "names-before-numbers"
    return 0, ""


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
    return len(held) > 1 and all(_is_bold(builder, cell) for cell in held)


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
