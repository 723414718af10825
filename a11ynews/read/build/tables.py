"""Tables: data or layout, decided once; then headers, scopes and cells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, cast

from a11ynews.model.blocks import Block
from a11ynews.model.inlines import Inline, LineBreak
from a11ynews.model.tables import Cell, Row, Table
from a11ynews.model.tables import Scope as CellScope
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.code import build_code
from a11ynews.read.build.flow import blocks_in, blocks_of, inlines_of
from a11ynews.read.build.formulas import FORMULA_TAGS
from a11ynews.read.build.grid import Grid, GridCell, GridRow, read_grid
from a11ynews.read.build.headers import find_header_columns, find_header_rows, names_group
from a11ynews.read.build.listed_tables import build_listed_rows, lists_side_by_side
from a11ynews.read.build.roles import role_of
from a11ynews.read.build.table_edges import cell_over_all, take_edges
from a11ynews.read.build.typed_math import is_formula_number

__all__ = ["build_table", "build_table_notes"]

_SCOPES: Final = frozenset({"row", "col", "rowgroup", "colgroup"})
_BIG_THINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure"})
_CODE_CELLS: Final = frozenset({"blob-code", "hljs-ln-code", "react-code-text", "code-line", "crayon-code"})
_CODE: Final = frozenset({"pre"})
_TABLES: Final = frozenset({"table"})
_EQUATION: Final = re.compile(r"equation|eqn|formula", re.IGNORECASE)
_AROUND_FORMULAS: Final = frozenset({"div", "span", "p", ""})
_PARAGRAPHS: Final = frozenset({"p"})

_MAY_BE_LISTED: Final = frozenset(
    {"data-table-shape", "layout-running-text", "layout-big-things", "layout-nested", "layout-indented"}
)
"""What a table may be by its cells, and be a list all the same: by the marks in its first column."""

PARAGRAPHS_A_ROW: Final = 3
"""A row with more paragraphs than this holds running text, not values."""


def build_table(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a data table; a layout table dissolves in source order."""
    if _is_rows_of_code(builder, node):
        return [replace(code, why="code-rows") for code in build_code(builder, node, scope) or ()]
    grid = read_grid(builder, node)
    why = _judged(builder, node, grid)
    if why in _MAY_BE_LISTED and (listed := build_listed_rows(builder, node, grid, scope)) is not None:
        return listed
    if why.startswith("layout"):
        builder.refuse(node, why)
        return None
    edges = take_edges(builder, grid)
    stray = [block for child in grid.stray for block in blocks_in(builder, child, builder.ends[child], scope)]
    header_rows, row_rule = find_header_rows(builder, grid)
    header_columns, column_rule = find_header_columns(builder, grid, header_rows)
    common = builder.common(node, scope, " ".join(filter(None, (why, edges, row_rule, column_rule))))
    rows = tuple(
        _group(builder, row, scope)
        if number >= header_rows and names_group(builder, grid, row)
        else Row(cells=tuple(_cell(builder, cell, scope, number < header_rows, header_columns) for cell in row.cells))
        for number, row in enumerate(grid.rows)
    )
    table = Table(
        **common,
        rows=rows,
        caption=_caption(builder, grid, scope),
        header_rows=header_rows,
        header_columns=header_columns,
        notes=tuple(block for note in grid.notes for block in blocks_of(builder, note, builder.scope_of(note, scope))),
    )
    return [*stray, table]


def build_table_notes(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build what a page calls the notes of a table; the table above takes them."""
    if not builder.has_words(node):
        return None
    return [replace(block, why="table-notes-class") for block in blocks_of(builder, node, scope)]


def _is_rows_of_code(builder: Builder, node: int) -> bool:
    """Say whether the cells of a table that hold words are lines of code, as GitHub shows files and changes."""
    cells = [i for i in range(node + 1, builder.ends[node]) if builder.tags[i] == "td" and builder.has_words(i)]
    names = (builder.attributes[cell].get("class", "").split() for cell in cells)
    return bool(cells) and not any(_CODE_CELLS.isdisjoint(classes) for classes in names)


def _judged(builder: Builder, node: int, grid: Grid) -> str:
    """Return the rule that makes a table one of data, or of layout ("layout-...")."""
    start, end = node + 1, builder.ends[node]
    layout = _layout(builder, node, grid)
    if layout is not None:
        return layout
    if grid.captions or any(cell.is_th for row in grid.rows for cell in row.cells):
        return "data-table-markup"
    if builder.find_held(_BIG_THINGS, start, end):
        return "layout-big-things"
    if _is_indented(builder, grid):
        return "layout-indented"
    return _judged_by_cells(builder, node, grid)


def _judged_by_cells(builder: Builder, node: int, grid: Grid) -> str:
    """Return the rule that the kind of things in the cells decides by."""
    if lists_side_by_side(builder, grid):
        return "layout-lists"
    paragraphs = builder.find_held(_PARAGRAPHS, node + 1, builder.ends[node])
    return "layout-running-text" if len(paragraphs) > PARAGRAPHS_A_ROW * len(grid.rows) else "data-table-shape"


def _layout(builder: Builder, node: int, grid: Grid) -> str | None:
    """Return the rule that makes a table one of layout, whatever its cells say; None if none does."""
    if builder.attributes[node].get("role", "").strip().lower() in {"presentation", "none"}:
        return "layout-role"
    if max((len(row.cells) for row in grid.rows), default=0) <= 1 or _is_one_cell(builder, grid):
        return "layout-one-column"
    if builder.find_held(_TABLES, node + 1, builder.ends[node]):
        return "layout-nested"
    if _is_code(builder, node, grid):
        return "layout-code"
    if (
        _has_sign_beside(builder, grid)
        and role_of(builder.attributes[builder.parents[node]].get("class", ""), "") == "callout"
    ):
        return "layout-callout"
    return _layout_by_kind(builder, node, grid)


def _has_sign_beside(builder: Builder, grid: Grid) -> bool:
    """Say whether a table is one row, or its first cell is a picture beside all rows: the sign of a note set apart."""
    first = grid.rows[0].cells[0] if grid.rows and grid.rows[0].cells else None
    if len(grid.rows) == 1 or first is None:
        return len(grid.rows) == 1
    return first.rowspan == len(grid.rows) and not builder.has_words(first.node)


def _layout_by_kind(builder: Builder, node: int, grid: Grid) -> str | None:
    if any(row.node in builder.notes for row in grid.rows):
        return "layout-notes"
    return "layout-equation" if _is_equation(builder, node, grid) else None


def _is_equation(builder: Builder, node: int, grid: Grid) -> bool:
    """Say whether each row is a formula, and its number beside it: typesetters keep a margin for that.

    Without any number the table has to be called one of equations: formulas in columns may be data.
    """
    is_sure = bool(_EQUATION.search(builder.attributes[node].get("class", "")[:200]))
    for row in grid.rows:
        held = [cell.node for cell in row.cells if builder.holds(cell.node)]
        formulas = [cell for cell in held if _has_formula(builder, cell)]
        others = [builder.kept_text(cell, builder.ends[cell]) for cell in held if cell not in formulas]
        if not formulas or len(others) > 1 or not all(map(is_formula_number, others)):
            return False
        is_sure = is_sure or bool(others)
    return is_sure


def _has_formula(builder: Builder, cell: int) -> bool:
    """Say whether the first thing in a cell is a formula."""
    first = cell + 1
    while first < builder.ends[cell] and builder.tags[first] in _AROUND_FORMULAS:
        first += 1
    return first < builder.ends[cell] and builder.tags[first] in FORMULA_TAGS


def _is_one_cell(builder: Builder, grid: Grid) -> bool:
    """Say whether one cell has all the words of the only row: the others keep a distance, or number lines."""
    return len(grid.rows) == 1 and sum(builder.has_words(cell.node) for cell in grid.rows[0].cells) <= 1


def _is_code(builder: Builder, node: int, grid: Grid) -> bool:
    """Say whether all words of a table are one block of code, but for the name of its file in a row above."""
    blocks = builder.find_held(_CODE, node + 1, builder.ends[node])
    blocks = [block for block in blocks if builder.has_words(block)]
    rows = [row for row in grid.rows if builder.has_words(row.node)]
    if len(blocks) != 1 or len(rows) > 2 or not rows or not rows[-1].node < blocks[0] < builder.ends[rows[-1].node]:  # noqa: PLR2004 - a name and the code
        return False
    code = blocks[0]
    beside = builder.words_between(rows[-1].node, code) or builder.words_between(builder.ends[code], builder.ends[node])
    return not beside and (len(rows) == 1 or cell_over_all(builder, grid, rows[0]) is not None)


def _is_indented(builder: Builder, grid: Grid) -> bool:
    """Say whether a third of the rows begin with an empty cell that spans columns: it only moves words to the right."""
    moved = sum(
        bool(row.cells) and row.cells[0].colspan > 1 and not builder.holds(row.cells[0].node) for row in grid.rows
    )
    return moved * 3 >= len(grid.rows)


def _caption(builder: Builder, grid: Grid, scope: Scope) -> tuple[Inline, ...]:
    caption: tuple[Inline, ...] = ()
    for node in grid.captions:
        if inlines := inlines_of(builder, node, builder.scope_of(node, scope), "lines"):
            caption = (*caption, LineBreak(), *inlines) if caption else inlines
    return caption


def _group(builder: Builder, row: GridRow, scope: Scope) -> Row:
    """Return the row that names the rows below it."""
    (cell,) = row.cells
    blocks = tuple(blocks_of(builder, cell.node, builder.scope_of(cell.node, scope)))
    return Row(cells=(Cell(blocks=blocks, is_header=True, scope="rowgroup", colspan=cell.colspan),))


def _cell(builder: Builder, cell: GridCell, scope: Scope, in_header: bool, header_columns: int) -> Cell:  # noqa: FBT001 - private
    is_header = cell.is_th or in_header or cell.column + cell.colspan <= header_columns
    return Cell(
        blocks=tuple(blocks_of(builder, cell.node, builder.scope_of(cell.node, scope))),
        is_header=is_header,
        scope=_scope(builder, cell, in_header) if is_header else None,
        colspan=cell.colspan,
        rowspan=cell.rowspan,
    )


def _scope(builder: Builder, cell: GridCell, in_header: bool) -> CellScope:  # noqa: FBT001 - private
    declared = builder.attributes[cell.node].get("scope", "").strip().lower()
    if declared in _SCOPES:
        return cast("CellScope", declared)
    if in_header:
        return "colgroup" if cell.colspan > 1 else "col"
    return "rowgroup" if cell.rowspan > 1 else "row"
