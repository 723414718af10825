"""A table for the ear: each value with its header, each cell once."""

from __future__ import annotations

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Cell, Paragraph, Row, Table
from a11ynews.model.inlines import Text
from a11ynews.speech.script import write_script


def cell(text: str, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(blocks=(Paragraph(children=(Text(text=text),)),) if text else (), colspan=colspan, rowspan=rowspan)


def rows(*lines: str) -> tuple[Row, ...]:
    return tuple(Row(cells=tuple(cell(text) for text in line.split("|"))) for line in lines)


def told(table: Table, profile: str = "normal") -> list[str]:
    article = Article(metadata=Metadata(language="en"), body=(table,))
    return [utterance.spoken for utterance in write_script(article, profile)]


FISH = Table(
    caption=(Text(text="Fish each spring"),),
    header_rows=1,
    header_columns=1,
    rows=rows("Year|Trout|Pike", "first|none|", "last|many|few"),
)


def test_each_row_is_its_name_and_then_header_and_value() -> None:
    assert told(FISH) == [
        "Table: Fish each spring, three rows, three columns.",
        "first, Trout: none.",
        "last, Trout: many, Pike: few.",
    ]


def test_a_header_that_ends_in_a_bracket_is_set_off_from_its_value() -> None:
    depths = Table(header_rows=1, rows=rows("Lake|Depth (feet)", "North|twelve"))
    assert told(depths)[1] == "Lake: North, Depth (feet): twelve."


def test_brief_names_the_table_and_reads_none_of_it() -> None:
    assert told(FISH, "brief") == ["Table: Fish each spring, three rows, three columns."]


def test_a_table_without_headers_is_read_cell_by_cell() -> None:
    assert told(Table(rows=rows("oak|alder", "ash|"))) == ["Table: two rows, two columns.", "oak, alder.", "ash."]


def test_a_table_too_large_to_listen_to_is_named_unless_all_is_wanted() -> None:
    table = Table(header_rows=1, rows=rows(*["a|b|c|d|e|f|g|h|i"] * 5))
    assert told(table) == ["Table: five rows, nine columns."]
    assert len(told(table, "full")) == 5


def test_headers_over_two_rows_are_joined_and_a_hanging_one_is_said_once() -> None:
    head = (
        Row(cells=(cell("Mill", rowspan=2), cell("Width", colspan=2))),
        Row(cells=(cell("before"), cell("after"))),
    )
    table = Table(header_rows=2, header_columns=1, rows=(*head, *rows("Upper|four|nine")))
    assert told(table)[1:] == ["Upper, Width before: four, Width after: nine."]


def test_a_cell_that_spans_is_said_once() -> None:
    table = Table(rows=(Row(cells=(cell("all week", rowspan=2), cell("open"))), Row(cells=(cell("closed"),))))
    assert told(table)[1:] == ["all week, open.", "closed."]


def test_a_table_that_is_all_header_is_read_as_rows() -> None:
    assert told(Table(header_rows=2, rows=rows("oak|alder", "ash|elm")))[1:] == ["oak, alder.", "ash, elm."]
