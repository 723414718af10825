"""Code and tables in a plain text keep their own layout."""

from __future__ import annotations

import pytest

from a11ynews.model.blocks import Block, CodeBlock, Paragraph
from a11ynews.model.inlines import Link
from a11ynews.model.tables import Table
from a11ynews.read.plain import read_plain

FERRY = "The ferry ran aground on Monday with forty people on board, and all of them were brought to land by noon."
CREW = "The crew had seen nothing, and the instruments showed deep water all around, the captain told the office."


def between(*lines: str) -> tuple[Block, ...]:
    return read_plain("\n".join([FERRY, "", *lines, "", CREW])).body[1:-1]


def test_code_between_fences_keeps_its_spaces_and_blank_lines() -> None:
    (block,) = between("```python", "for boat in boats:", "", "    if boat.sails:", "\tprint(boat)", "```")
    assert isinstance(block, CodeBlock)
    assert block.language == "python"
    assert block.text == "for boat in boats:\n\n    if boat.sails:\n\tprint(boat)"


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_fences_may_be_longer_or_waved_and_hold_shorter_ones(fence: str) -> None:
    (block,) = between(fence, "a = 1", fence[:2], "b = 2", fence)
    assert isinstance(block, CodeBlock)
    assert block.text.splitlines()[0] == "a = 1"


def test_code_in_a_list_item_loses_the_indent_of_its_fence() -> None:
    (block,) = between("  ```", "  if a:", "    b()", "  ```")
    assert block.text == "if a:\n  b()"


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    blocks = between("```", "Some words after it that belong to the story, as everybody can see who reads them here.")
    assert not any(isinstance(block, CodeBlock) for block in blocks)
    assert any("belong to the story" in block.text for block in blocks)


def test_the_first_row_of_a_table_heads_its_columns() -> None:
    (block,) = between("Place | Leaves", "--- | ---", "[Averly](https://ferry.example/a) | 7:00", "Skerra |")
    assert isinstance(block, Table)
    assert [[cell.text for cell in row.cells] for row in block.rows] == [
        ["Place", "Leaves"], ["Averly", "7:00"], ["Skerra", ""],
    ]  # fmt: skip
    assert [cell.scope for cell in block.rows[0].cells] == ["col", "col"]
    (inside,) = block.rows[1].cells[0].blocks
    assert isinstance(inside, Paragraph)
    assert isinstance(inside.children[0], Link)


def test_a_bar_behind_a_backslash_parts_no_cells() -> None:
    (block,) = between("| a | b |", "|---|---|", r"| x \| y | z |")
    assert isinstance(block, Table)
    assert [cell.text for cell in block.rows[1].cells] == ["x | y", "z"]


def test_no_character_is_lost() -> None:
    source = f"{FERRY}\n\n| a | b |\n|:--|--:|\n| `c` | **d** |\n\n~~~sh\nls | wc\n~~~\n\n{CREW}"
    article = read_plain(source)
    told = "".join([*(block.text for block in article.body), *(one.text for one in article.removed)])
    assert sorted("".join(told.split())) == sorted("".join(source.split()))


def test_many_fences_take_time_in_proportion() -> None:
    article = read_plain("\n".join(["```x", "a"] * 20_000) + f"\n{FERRY}")
    assert FERRY in article.text
