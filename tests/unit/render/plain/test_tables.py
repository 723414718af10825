from __future__ import annotations

from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import Text
from a11ynews.model.tables import Cell, Row, Table
from a11ynews.render.plain.tables import place, row_lines


def cell(text: str, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(blocks=(Paragraph(children=(Text(text=text),)),), colspan=colspan, rowspan=rowspan)


def table(*rows: tuple[Cell, ...], header_rows: int = 0) -> Table:
    return Table(rows=tuple(Row(cells=row) for row in rows), header_rows=header_rows)


def lines(found: Table) -> list[str]:
    return row_lines(found, lambda one: one.text)


def test_each_value_is_said_with_its_header() -> None:
    found = table((cell("Year"), cell("Trout")), (cell("2019"), cell("412")), header_rows=1)
    assert lines(found) == ["Year: 2019; Trout: 412"]


def test_without_headers_a_row_is_its_values() -> None:
    assert lines(table((cell("2019"), cell("412")))) == ["2019; 412"]


def test_an_empty_value_does_not_move_the_others() -> None:
    rows = ((cell("2019"), cell(""), cell("7")), (cell("2020"), cell("398"), cell("9")))
    found = table((cell("Year"), cell("Trout"), cell("Eel")), *rows, header_rows=1)
    assert lines(found) == ["Year: 2019; Eel: 7", "Year: 2020; Trout: 398; Eel: 9"]


def test_a_header_that_spans_columns_is_said_for_each() -> None:
    found = table((cell("Catch", colspan=2),), (cell("Trout"), cell("Eel")), (cell("412"), cell("7")), header_rows=2)
    assert lines(found) == ["Catch, Trout: 412; Catch, Eel: 7"]


def test_a_value_under_two_headers_names_both() -> None:
    found = table((cell("Trout"), cell("Eel")), (cell("none", colspan=2),), header_rows=1)
    assert lines(found) == ["Trout / Eel: none"]


def test_cells_beside_one_that_spans_rows_keep_their_columns() -> None:
    found = table((cell("Pier", rowspan=2), cell("a")), (cell("b"), cell("c")))
    assert [[placed.column for placed in row] for row in place(found)] == [[0, 1], [1, 2]]


def test_headers_above_nothing_are_not_lost() -> None:
    assert lines(table((cell("Year"), cell("Trout")), (cell("2019"),), header_rows=1)) == ["Year; Trout", "Year: 2019"]
    assert lines(table((cell("Year"), cell("Trout")), header_rows=1)) == ["Year; Trout"]


def test_an_absurd_span_costs_no_more_than_the_limit() -> None:
    found = table((cell("a", colspan=10**9, rowspan=10**9), cell("b")))
    assert place(found)[0][1].column == 1000


def test_the_name_of_a_group_of_rows_stands_under_no_header() -> None:
    name = Cell(blocks=cell("In summer").blocks, is_header=True, scope="rowgroup", colspan=2)
    found = table((cell("What"), cell("When")), (name,), (cell("Count"), cell("June")), header_rows=1)
    assert lines(found) == ["In summer", "What: Count; When: June"]
