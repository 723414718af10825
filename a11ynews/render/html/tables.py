"""Data tables as HTML: a caption, header cells that say what they head, and the table as a list.

The list form is for those who read line by line: a screen reader that reads by line says "412." and not
whose trout. It also gives the scrolling box something that takes the focus.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a11ynews.model.blocks import Block, Paragraph, Table
from a11ynews.model.inlines import Text
from a11ynews.render.html.grid import Layout, Placed, lay_out, said
from a11ynews.render.html.inlines import has_words, write_line
from a11ynews.render.html.sheet import Sheet, language_attributes
from a11ynews.render.markup import escape

__all__ = ["write_table"]

_MAX_HEADS = 8  # header cells that are named for one cell, in each direction


def write_table(table: Table, sheet: Sheet) -> None:
    """Write a table in a box that scrolls, with its list form under it, then its notes."""
    layout = lay_out(table, with_numbers=sheet.aids)
    if layout.rows:
        _write_box(table, layout, sheet)
    sheet.flow(table.notes)


def _write_box(table: Table, layout: Layout, sheet: Sheet) -> None:
    sheet.tables += 1
    number = sheet.tables
    out = sheet.out
    out.append(f'<div class="scroll"><table{sheet.attributes(table)}>')
    _write_caption(table, number, sheet)
    _write_rows(layout, sheet)
    out.append("</table>\n")
    if sheet.aids:
        _write_list(layout.rows, number, sheet)
    out.append("</div>\n")


def _write_caption(table: Table, number: int, sheet: Sheet) -> None:
    if has_words(table.caption):
        sheet.out.append("<caption>")
        write_line(table.caption, sheet, table.id)
        sheet.out.append("</caption>\n")
    elif sheet.aids:
        name = sheet.said("table", number=number)
        sheet.out.append(f"<caption><span{sheet.words.marks}>{name}</span></caption>\n")


def _write_rows(layout: Layout, sheet: Sheet) -> None:
    names = _header_names(layout.rows, sheet) if layout.needs_names else {}
    head, body = layout.rows[: layout.head], layout.rows[layout.head :]
    if head:
        sheet.out.append('<thead class="added">\n' if layout.is_numbered else "<thead>\n")
        _write_part(head, names, sheet)
        sheet.out.append("</thead>\n")
    starts = [number for number, row in enumerate(body) if number == 0 or row[0].heads_group]
    for start, stop in pairwise([*starts, len(body)]):
        sheet.out.append("<tbody>\n")
        _write_part(body[start:stop], names, sheet)
        sheet.out.append("</tbody>\n")


def _write_part(rows: list[list[Placed]], names: dict[tuple[int, int], str], sheet: Sheet) -> None:
    for row in rows:
        sheet.out.append(f"<tr{_heard(row, sheet)}>")
        for placed in row:
            _write_cell(placed, names, sheet)
        sheet.out.append("</tr>\n")


def _heard(row: list[Placed], sheet: Sheet) -> str:
    """A row is heard as one sentence, which has the name of the first in it."""
    first = next((block for placed in row for block in placed.cell.blocks if block.id), None)
    return sheet.heard_as(f"{first.id}-s1") if first is not None and sheet.sentences else ""


def _header_names(rows: list[list[Placed]], sheet: Sheet) -> dict[tuple[int, int], str]:
    """The ``id`` or ``headers`` attribute of each cell of a table with several levels of headers.

    A header heads the cells below it in its columns and those after it in its rows: the form that the table has by
    now leaves no other cases.
    """
    prefix = sheet.own_id(f"t{sheet.tables}")
    columns, lines = _headers_of_columns(rows, prefix), _headers_of_rows(rows, prefix)
    names = {}
    for row in rows:
        for placed in row:
            place = (placed.row, placed.column)
            if placed.is_heading and placed.heads_rows:
                names[place] = f' id="{_own(placed, prefix)}"'
                continue
            above = (columns[c] for c in placed.columns if c in columns and columns[c][0] <= placed.row)
            heads = [name for _, found in above for name in found]
            if placed.is_heading:
                own = _own(placed, prefix)
                heads = heads[: heads.index(own)] if own in heads else heads
                names[place] = f' id="{own}"{_headers(heads)}'
            else:
                names[place] = _headers([*heads, *_beside(placed, lines)])
    return names


def _own(placed: Placed, prefix: str) -> str:
    return f"{prefix}r{placed.row}c{placed.column}".replace("r-1", "n")


def _headers(names: list[str]) -> str:
    return f' headers="{" ".join(dict.fromkeys(names))}"' if names else ""


def _headers_of_columns(rows: list[list[Placed]], prefix: str) -> dict[int, tuple[int, list[str]]]:
    """Return for each column the row of its first header cell, and the names of all."""
    found: dict[int, tuple[int, list[str]]] = {}
    for placed in (placed for row in rows for placed in row if placed.is_heading and not placed.heads_rows):
        for column in placed.columns:
            _, names = found.setdefault(column, (placed.row, []))
            if len(names) < _MAX_HEADS:
                names.append(_own(placed, prefix))
    return found


def _headers_of_rows(rows: list[list[Placed]], prefix: str) -> dict[int, tuple[int, list[str]]]:
    """Return for each row the column of its first header cell, and the names of all, those from above among them."""
    found: dict[int, tuple[int, list[str]]] = {}
    hanging: list[tuple[int, int, str]] = []
    for row in rows:
        hanging = [entry for entry in hanging if entry[0] > row[0].row]
        hanging += [(p.row + p.rowspan, p.column, _own(p, prefix)) for p in row if p.is_heading]
        del hanging[_MAX_HEADS:]
        if hanging:
            found[row[0].row] = (min(column for _, column, _ in hanging), [name for _, _, name in hanging])
    return found


def _beside(placed: Placed, lines: dict[int, tuple[int, list[str]]]) -> list[str]:
    """Return the header cells in the rows of a cell, if they begin before it ends."""
    rows = (lines.get(row) for row in range(placed.row, placed.row + min(placed.rowspan, _MAX_HEADS)))
    return [name for line in rows if line and line[0] < placed.columns.stop for name in line[1]]


def _write_cell(placed: Placed, names: dict[tuple[int, int], str], sheet: Sheet) -> None:
    cell = placed.cell
    tag = "th" if placed.is_heading else "td"
    attributes = [names.get((placed.row, placed.column), "")]
    if tag == "th":
        attributes.append(f' scope="{placed.scope}"')
    if placed.colspan > 1:
        attributes.append(f' colspan="{placed.colspan}"')
    if placed.rowspan > 1:
        attributes.append(f' rowspan="{placed.rowspan}"')
    match cell.blocks:
        case blocks if placed.number is not None:
            number = sheet.said("column", number=placed.number)
            sheet.out.append(f"<{tag}{''.join(attributes)}{sheet.words.marks}>{number}")
            sheet.flow([block for block in blocks if not _is_blank(block)])
        case (Paragraph() as only,):
            # Where cells name their headers, their ids are those of the grid.
            own = language_attributes(only.lang, only.dir) if names else sheet.attributes(only)
            sheet.out.append(f"<{tag}{''.join(attributes)}{own}>")
            write_line(only.children, sheet, only.id)
        case _:
            sheet.out.append(f"<{tag}{''.join(attributes)}>")
            before, sheet.titled = sheet.titled, sheet.titled and tag == "td"  # HTML, "th": no headings within it
            sheet.flow(cell.blocks)
            sheet.titled = before
    sheet.out.append(f"</{tag}>")


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and all(isinstance(child, Text) for child in block.children)


# -- the table as a list -------------------------------------------------------------------------


def _write_list(rows: list[list[Placed]], number: int, sheet: Sheet) -> None:
    # A table of header cells alone has nothing to say of them: its rows are the list. Never none: see above.
    lines = [*_lines(rows, sheet)] or [escape(", ".join(said(p.cell) for p in row if said(p.cell))) for row in rows]
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
            text = escape(said(placed.cell))
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
        if row[0].heads_group:
            yield f"<strong>{name}</strong>"
            continue
        line = "; ".join(filter(None, values))
        if line:
            yield f"<strong>{name}</strong>{colon}{line}." if name else f"{line}."
