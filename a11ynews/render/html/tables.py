"""Data tables as HTML: a caption, header cells that say what they head, and the table as a list.

The list form is for those who read line by line: a screen reader that reads by line says "412." and not
whose trout. It also gives the scrolling box something that takes the focus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from a11ynews.model.blocks import Cell, Paragraph, Table
from a11ynews.render.html.inlines import has_words, write_line
from a11ynews.render.html.sheet import Sheet
from a11ynews.render.markup import escape

__all__ = ["Placed", "grid", "write_table"]

_MAX_SPAN = 1_000  # HTML, "colspan": more is clamped to this
_GRID_SHARE = 32  # grid places for each real cell, at most; a real table needs few
_MAX_HEADS = 8  # header cells that are named for one cell, in each direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell with its place in the grid. ``is_head`` is what it is written as."""

    cell: Cell
    row: int
    column: int
    colspan: int
    rowspan: int
    is_head: bool
    heads_rows: bool


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
                taken.update(dict.fromkeys(range(column, column + item.colspan), number + item.rowspan))
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
        is_head=cell.is_header or in_head or column < table.header_columns,
        heads_rows=cell.scope in ("row", "rowgroup") or (cell.scope is None and not in_head),
    )


def write_table(table: Table, sheet: Sheet) -> None:
    """Write a table in a box that scrolls, with its list form under it."""
    rows = _without_spacers([row for row in grid(table) if row])
    if not rows:
        return
    sheet.tables += 1
    number = sheet.tables
    out = sheet.out
    out.append(f'<div class="scroll"><table{sheet.attributes(table)}>')
    _write_caption(table, number, sheet)
    _write_rows(table, rows, sheet)
    out.append("</table>\n")
    if sheet.aids:
        _write_list(rows, number, sheet)
    out.append("</div>\n")


def _without_spacers(rows: list[list[Placed]]) -> list[list[Placed]]:
    """Leave out columns without a word in any row: they keep others apart for the eye, and are stops for the ear."""
    kept = {
        column
        for row in rows
        for placed in row
        if placed.colspan > 1 or placed.cell.blocks
        for column in range(placed.column, placed.column + placed.colspan)
    }
    width = max((placed.column + placed.colspan for row in rows for placed in row), default=0)
    if len(kept) == width:
        return rows
    places = {column: place for place, column in enumerate(sorted(kept))}
    narrowed = [[replace(p, column=places[p.column]) for p in row if p.column in kept] for row in rows]
    return [row for row in narrowed if row]


def _write_caption(table: Table, number: int, sheet: Sheet) -> None:
    if has_words(table.caption):
        sheet.out.append("<caption>")
        write_line(table.caption, sheet, table.id)
        sheet.out.append("</caption>\n")
    elif sheet.aids:
        name = sheet.said("table", number=number)
        sheet.out.append(f"<caption><span{sheet.words.marks}>{name}</span></caption>\n")


def _write_rows(table: Table, rows: list[list[Placed]], sheet: Sheet) -> None:
    names = _header_names(rows, sheet) if _is_irregular(rows) else {}
    if sheet.aids and not any(placed.is_head and _said(placed.cell) for row in rows for placed in row):
        _number_columns(rows, sheet)
    head = [row for row in rows if row[0].row < table.header_rows]
    for tag, part in (("thead", head), ("tbody", rows[len(head) :])):
        if not part:
            continue
        sheet.out.append(f"<{tag}>\n")
        for row in part:
            sheet.out.append(f"<tr{_heard(row, sheet)}>")
            for placed in row:
                _write_cell(placed, names, sheet)
            sheet.out.append("</tr>\n")
        sheet.out.append(f"</{tag}>\n")


def _heard(row: list[Placed], sheet: Sheet) -> str:
    """A row is heard as one sentence, which has the name of the first in it."""
    first = next((block for placed in row for block in placed.cell.blocks if block.id), None)
    return sheet.heard_as(f"{first.id}-s1") if first is not None and sheet.sentences else ""


def _number_columns(rows: list[list[Placed]], sheet: Sheet) -> None:
    """Give a table without any header cells numbers for heads: "Column 2" is what a listener goes by."""
    width = max(placed.column + placed.colspan for row in rows for placed in row)
    marks = sheet.words.marks
    sheet.out.append('<thead class="added">\n<tr>')
    sheet.out.extend(
        f'<th scope="col"{marks}>{sheet.said("column", number=number)}</th>' for number in range(1, width + 1)
    )
    sheet.out.append("</tr>\n</thead>\n")


def _is_irregular(rows: list[list[Placed]]) -> bool:
    # scope is enough where one row heads the columns and one column the rows (WAI tables tutorial).
    head_rows = {p.row for row in rows for p in row if p.is_head and not p.heads_rows}
    head_columns = {p.column for row in rows for p in row if p.is_head and p.heads_rows}
    spans = any(p.is_head and (p.colspan > 1 or p.rowspan > 1) for row in rows for p in row)
    return len(head_rows) > 1 or len(head_columns) > 1 or spans


def _header_names(rows: list[list[Placed]], sheet: Sheet) -> dict[tuple[int, int], str]:
    """The ``id`` or ``headers`` attribute of each cell of a table with several levels of headers."""
    prefix = sheet.own_id(f"t{sheet.tables}")
    above: dict[int, list[str]] = {}
    names = {}
    spanning: list[tuple[int, str]] = []
    for row in rows:
        spanning = [(end, name) for end, name in spanning if end > row[0].row]
        for placed in row:
            if placed.is_head and placed.heads_rows and _said(placed.cell):
                spanning.append((placed.row + placed.rowspan, f"{prefix}r{placed.row}c{placed.column}"))
        del spanning[_MAX_HEADS:]
        for placed in row:
            own = f"{prefix}r{placed.row}c{placed.column}"
            columns = range(placed.column, placed.column + placed.colspan)
            heads = list(dict.fromkeys(name for column in columns for name in above.get(column, ())))
            if placed.is_head:
                group = f' headers="{" ".join(heads)}"' if heads and not placed.heads_rows else ""
                names[placed.row, placed.column] = f' id="{own}"{group}'
                if not placed.heads_rows and _said(placed.cell):
                    for column in columns:
                        above[column] = [*above.get(column, ()), own][-_MAX_HEADS:]
            else:
                heads += [name for _, name in spanning]
                names[placed.row, placed.column] = f' headers="{" ".join(heads)}"' if heads else ""
    return names


def _write_cell(placed: Placed, names: dict[tuple[int, int], str], sheet: Sheet) -> None:
    cell = placed.cell
    tag = "th" if placed.is_head and _said(cell) else "td"
    attributes = [names.get((placed.row, placed.column), "")]
    if tag == "th":
        group = "group" if not placed.heads_rows and placed.colspan > 1 else ""
        attributes.append(f' scope="{"row" if placed.heads_rows else "col"}{group}"')
    if placed.colspan > 1:
        attributes.append(f' colspan="{placed.colspan}"')
    if placed.rowspan > 1:
        attributes.append(f' rowspan="{placed.rowspan}"')
    match cell.blocks:
        case (Paragraph() as only,):
            own = sheet.attributes(only)
            lang = own if not names else own.partition(" lang=")[1] + own.partition(" lang=")[2]
            sheet.out.append(f"<{tag}{''.join(attributes)}{lang}>")
            write_line(only.children, sheet, only.id)
        case _:
            sheet.out.append(f"<{tag}{''.join(attributes)}>")
            sheet.flow(cell.blocks)
    sheet.out.append(f"</{tag}>")


def _said(cell: Cell) -> str:
    return " ".join(cell.text.split())


# -- the table as a list -------------------------------------------------------------------------


def _write_list(rows: list[list[Placed]], number: int, sheet: Sheet) -> None:
    # A table of header cells alone has nothing to say of them: its rows are the list. Never none: see above.
    lines = [*_lines(rows, sheet)] or [escape(", ".join(_said(p.cell) for p in row if _said(p.cell))) for row in rows]
    summary = sheet.said("table_as_list", number=number)
    sheet.out.append(f"<details><summary{sheet.words.marks}>{summary}</summary><ul>\n")
    sheet.out.extend(f"<li>{line}</li>\n" for line in lines if line)
    sheet.out.append("</ul></details>\n")


def _lines(rows: list[list[Placed]], sheet: Sheet) -> Iterator[str]:
    heads: dict[int, tuple[str, ...]] = {}
    carried: dict[int, tuple[int, str]] = {}  # row headers that span several rows
    colon = escape(sheet.words.say("colon"))
    for row in rows:
        names: list[str] = []
        values: list[str] = []
        carried = {column: held for column, held in carried.items() if held[0] > row[0].row}
        names.extend(name for _, name in carried.values())
        for placed in row:
            text = escape(_said(placed.cell))
            if not placed.is_head:
                head = ", ".join(heads.get(placed.column, ()))
                values.append(f"{head}{colon}{text or '–'}" if head else text)
            elif placed.heads_rows:
                names.append(text)
                if placed.rowspan > 1 and len(carried) < _MAX_HEADS:
                    carried[placed.column] = (placed.row + placed.rowspan, text)
            else:
                for column in range(placed.column, placed.column + placed.colspan):
                    heads[column] = (*heads.get(column, ()), *filter(None, (text,)))[-_MAX_HEADS:]
        name = ", ".join(filter(None, names))
        line = "; ".join(filter(None, values))
        if line:
            yield f"<strong>{name}</strong>{colon}{line}." if name else f"{line}."
