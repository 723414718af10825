"""The cells of a data table in their places, and which of them head others.

A browser, a screen reader and four checkers agree on few tables: headers in the first rows and in the first
columns. Whatever else pages do with header cells is brought to that form here, without a word moved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from a11ynews.model.tables import Cell, Table

__all__ = ["Layout", "Placed", "grid", "lay_out", "said"]

_MAX_SPAN = 1_000  # HTML, "colspan": more is clamped to this
_GRID_SHARE = 32  # grid places for each real cell, at most; a real table needs few


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell with its place in the grid. ``is_head`` is what it is written as.

    ``heads_group`` is said of the name of the rows below it, ``under_heads`` if columns have heads at all; ``number``
    is the number of a column that nothing else names, if the cell is to say it.
    """

    cell: Cell
    row: int
    column: int
    colspan: int
    rowspan: int
    is_head: bool
    heads_rows: bool
    heads_group: bool = False
    under_heads: bool = True
    number: int | None = None

    @property
    def scope(self) -> str:
        """What a header cell heads, as HTML says it.

        Not "colgroup": that wants a colgroup element (HTML, 4.9.10), and "col" holds for all columns that a cell
        covers.
        """
        if self.heads_rows:
            return "rowgroup" if self.heads_group and self.under_heads else "row"
        return "col"

    @property
    def columns(self) -> range:
        """The columns that it covers."""
        return range(self.column, self.column + self.colspan)

    @property
    def is_heading(self) -> bool:
        """Whether it is a header cell that names something."""
        return self.is_head and (self.number is not None or bool(said(self.cell)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table as it is written: rows of placed cells, and how many of them are the head.

    ``needs_names`` where each cell has to name its headers; ``is_numbered`` where the head is ours, and has but
    the numbers of the columns.
    """

    rows: list[list[Placed]]
    head: int
    needs_names: bool
    is_numbered: bool


def said(cell: Cell) -> str:
    """Return the words of a cell on one line."""
    return " ".join(cell.text.split())


def lay_out(table: Table, *, with_numbers: bool = True) -> Layout:
    """Decide how a table is written.

    Args:
        table: A data table.
        with_numbers: Whether columns that nothing heads get their numbers for heads.

    Example:
        A column that nothing heads gets its number for a head.

        >>> from a11ynews.model.blocks import Paragraph, Row
        >>> from a11ynews.model.inlines import Text
        >>> cell = Cell(blocks=(Paragraph(children=(Text(text="In the 1960s"),)),))
        >>> [[placed.is_heading for placed in row] for row in lay_out(Table(rows=(Row(cells=(cell,)),))).rows]
        [[True], [False]]
    """
    rows = _without_spacers([row for row in grid(table) if row])
    width = max((placed.columns.stop for row in rows for placed in row), default=0)
    head = sum(row[0].row < table.header_rows for row in rows)
    body = rows[head:]
    if _is_irregular(rows, width):
        body = _with_heads_in(body, _header_columns(body, width), width)
    needs_names = _is_irregular([*rows[:head], *body], width)
    has_first = not needs_names or 0 in _header_columns(body, width)
    body = [_as_group(row[0], width, has_first, head > 0) if _is_group(row, width) else row for row in body]
    lacking = _unheaded([*rows[:head], *body]) if with_numbers else set()
    if with_numbers and not any(placed.is_heading for row in (*rows[:head], *body) for placed in row):
        lacking, head = set(range(width)), 0
    if not lacking:
        heads = rows[:head]
    elif head:
        heads = [*rows[: head - 1], _numbered(rows[head - 1], lacking)]
    else:
        heads = [[_number(column) for column in range(width)]]
    return Layout(
        rows=[*heads, *body], head=len(heads), is_numbered=bool(lacking) and not head, needs_names=needs_names
    )


def grid(table: Table) -> list[list[Placed]]:
    """Lay out the cells as a browser does, row by row.

    Spans are clamped to the table: down to the end of the head or of the body, across to 1,000, and
    to 1 where a table asks for far more places than it has cells.

    Example:
        >>> from a11ynews.model.blocks import Row
        >>> head = Cell(is_header=True, rowspan=9)
        >>> [[p.rowspan for p in row] for row in grid(Table(rows=(Row(cells=(head,)), Row(cells=(Cell(),)))))]
        [[2], [1]]
        >>> grid(Table(rows=(Row(cells=(head,)), Row(cells=(Cell(),)))))[1][0].column
        1
    """
    cells = sum(len(row.cells) for row in table.rows)
    asked = sum(min(max(cell.colspan, 1), _MAX_SPAN) for row in table.rows for cell in row.cells)
    widest = _MAX_SPAN if asked <= _GRID_SHARE * cells + _MAX_SPAN else 1
    taken: dict[int, int] = {}  # column -> first row that is free again
    rows = []
    for number, row in enumerate(table.rows):
        end = table.header_rows if number < table.header_rows else len(table.rows)
        placed, column = [], 0
        for cell in row.cells:
            while taken.get(column, 0) > number:
                column += 1
            item = _place(cell, number, column, (widest, end - number), table)
            placed.append(item)
            if item.rowspan > 1:
                taken.update(dict.fromkeys(item.columns, number + item.rowspan))
            column += item.colspan
        rows.append(placed)
    return rows


def _place(cell: Cell, row: int, column: int, limits: tuple[int, int], table: Table) -> Placed:
    across, down = limits
    in_head = row < table.header_rows
    return Placed(
        cell=cell,
        row=row,
        column=column,
        colspan=min(max(cell.colspan, 1), across),
        rowspan=min(max(cell.rowspan, 1), down),
        is_head=cell.is_header or in_head or column + cell.colspan <= table.header_columns,
        heads_rows=not in_head,
    )


def _without_spacers(rows: list[list[Placed]]) -> list[list[Placed]]:
    """Leave out columns without a word in any row: they keep others apart for the eye, and are stops for the ear."""
    kept = {
        column
        for row in rows
        for placed in row
        if placed.colspan > 1 or placed.cell.blocks
        for column in placed.columns
    }
    width = max((placed.columns.stop for row in rows for placed in row), default=0)
    if len(kept) == width:
        return rows
    places = {column: place for place, column in enumerate(sorted(kept))}
    narrowed = [[replace(p, column=places[p.column]) for p in row if p.column in kept] for row in rows]
    return [row for row in narrowed if row]


def _is_group(row: list[Placed], width: int) -> bool:
    """Say whether a row of the body is one header cell over all columns: the name of the rows below it."""
    first = row[0]
    return (
        width > 1
        and first.is_head
        and first.heads_rows
        and first.colspan == width
        and first.rowspan == 1
        and bool(said(first.cell))
    )


def _is_irregular(rows: list[list[Placed]], width: int) -> bool:
    # scope is enough where one row heads the columns and one column the rows (WAI tables tutorial).
    heads = [p for row in rows if not _is_group(row, width) for p in row if p.is_head and said(p.cell)]
    head_rows = {p.row for p in heads if not p.heads_rows}
    head_columns = {p.column for p in heads if p.heads_rows}
    return len(head_rows) > 1 or len(head_columns) > 1 or any(p.colspan > 1 or p.rowspan > 1 for p in heads)


def _header_columns(body: list[list[Placed]], width: int) -> range:
    """Return the first run of columns that have header cells and no values."""
    plain = [p for row in body if not _is_group(row, width) for p in row]
    valued = {column for p in plain if not p.is_head and said(p.cell) for column in p.columns}
    heads = {p.column for p in plain if p.is_head and said(p.cell)} - valued
    start = stop = min(heads, default=0)
    while stop in heads:
        stop += 1
    return range(start, stop)


def _with_heads_in(body: list[list[Placed]], columns: range, width: int) -> list[list[Placed]]:
    """Return the rows of the body with header cells in some columns alone; the others become plain cells.

    Only so is it the same what the HTML Standard (4.9.12), browsers and checkers take for the headers of a cell.
    """

    def settled(placed: Placed) -> Placed:
        is_out = placed.is_head and (placed.column not in columns or placed.columns.stop > columns.stop)
        return replace(placed, is_head=False) if is_out else placed

    return [row if _is_group(row, width) else [settled(placed) for placed in row] for row in body]


def _as_group(name: Placed, width: int, has_first: bool, under_heads: bool) -> list[Placed]:  # noqa: FBT001 - private
    """Return the row that names a group: the name in the first column, before empty cells.

    Over all columns it would head the cells above it too (HTML_CodeSniffer, H43), and few screen readers follow
    ``rowgroup`` then. Where the first column has values and cells name their headers, it is a cell like others;
    where columns have no heads, it heads the empty cells beside it too, or nothing would.
    """
    if not has_first:
        return [replace(name, is_head=False)]
    empty = replace(name, cell=Cell(), colspan=1, is_head=False)
    named = replace(name, colspan=1, heads_group=True, under_heads=under_heads)
    return [named, *(replace(empty, column=c) for c in range(1, width))]


def _unheaded(rows: list[list[Placed]]) -> set[int]:
    """Return the columns of the cells with words that no header cell stands above or before."""
    headed: set[int] = set()
    lacking: set[int] = set()
    hanging = (0, 0)  # a header of rows that reaches down: the first row that it does not reach, and its column
    for row in rows:
        headed.update(column for p in row if p.is_heading and not p.heads_rows for column in p.columns)
        named = [(p.row + p.rowspan, p.column) for p in row if p.is_heading and p.heads_rows]
        hanging = max([hanging, *named])
        named += [hanging] if hanging[0] > row[0].row else []
        first = min((column for _, column in named), default=_MAX_SPAN * len(row))
        lacking.update(
            p.column
            for p in row
            if not p.is_head and p.column <= first and said(p.cell) and headed.isdisjoint(p.columns)
        )
    return lacking


def _number(column: int) -> Placed:
    """Return a header cell that says the number of a column: "Column 2" is what a listener goes by."""
    return Placed(
        cell=Cell(), row=-1, column=column, colspan=1, rowspan=1, is_head=True, heads_rows=False, number=column + 1
    )


def _numbered(row: list[Placed], lacking: set[int]) -> list[Placed]:
    """Return the last row of the head with numbers where it says nothing of columns that have values."""
    named = []
    left = set(lacking)
    for placed in row:
        inside = left.intersection(placed.columns)
        left -= inside
        is_silent = bool(inside) and not said(placed.cell)
        named.append(replace(placed, number=min(inside) + 1, is_head=True) if is_silent else placed)
    end = row[-1].columns.stop
    last = max(left, default=0)
    return [*named, *(replace(_number(column), row=row[0].row) for column in range(end, last + 1))]
