"""The story's chunks to blocks: headings, lists, quotations, figures, rules, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11ynews.model.blocks import Block, CodeBlock, Figure, Heading, Paragraph, Quote, ThematicBreak
from a11ynews.model.inlines import Dateline, Inline, Text
from a11ynews.model.tables import Cell, Row, Table
from a11ynews.read.datelines import dateline_end
from a11ynews.read.plain.chunks import Chunk, chunk_lines
from a11ynews.read.plain.lines import Line
from a11ynews.read.plain.lists import build_list, list_end
from a11ynews.read.plain.looks import Look
from a11ynews.read.plain.signs import starts_lowercase, weight

__all__ = ["build_blocks"]

_DEEPEST_HEADING = 6
#: Longer lines are no crossheads; the longest of fundus-dev's Latin-script pages has 137 characters.
_LONGEST_CROSSHEAD = 120
#: A crosshead stands above text of some length.
_BELOW_CROSSHEAD = 80
#: Endings of lines that lead on to the next one.
_LEADING_ON = (":", ";", ",", "-", "–", "—", "：", "；", "，", "、", "/")
#: Beginnings of speech: in news of many countries a line may be one person's words.
_SPEECH = ("“", "„", '"', "«", "»", "‘", "「", "『", "–", "—", "―", "-", "'")


def build_blocks(
    looks: Sequence[Look], standfirsts: frozenset[int] = frozenset()
) -> tuple[tuple[Block, ...], list[str]]:
    """Return the blocks of a story and the marks that they replace.

    Args:
        looks: The story's chunks, in order.
        standfirsts: Indexes of those that are the standfirst.

    Returns:
        The blocks with ids "b1", "b2" ..., and each mark ("-", ">", "##", "***") that is no longer
        in the text, in order.
    """
    marks: list[str] = []
    blocks: list[Block] = []
    index = 0
    while index < len(looks):
        block, end = _block(looks, index, marks)
        if isinstance(block, Paragraph) and index in standfirsts:
            block = replace(block, role="standfirst", why="paragraph-above-byline")
        blocks.append(block)
        index = end
    blocks = _with_credits(_with_dateline(blocks))
    return tuple(replace(block, id=f"b{number}") for number, block in enumerate(blocks, 1)), marks


def _block(looks: Sequence[Look], index: int, marks: list[str]) -> tuple[Block, int]:
    """The block that begins at an index, and the index behind it."""
    look = looks[index]
    if look.chunk.is_solid:
        return _solid(look.chunk, marks), index + 1
    if look.is_rule:
        marks.append(look.chunk.printed)
        return ThematicBreak(where=look.chunk.where, why="drawn-line"), index + 1
    if look.chunk.mark.startswith(">"):
        return _quote(looks, index, marks)
    end = list_end(looks, index)
    if end > index:
        return build_list([look.chunk for look in looks[index:end]], marks), end
    return (_figure(look, marks) if look.caption else _line(looks, index, marks)), index + 1


def _solid(chunk: Chunk, marks: list[str]) -> CodeBlock | Table:
    """Code between fences, or a table with bars."""
    if not chunk.rows:
        marks.append(chunk.mark)
        return CodeBlock(text=chunk.text, language=chunk.language or None, where=chunk.where, why="fenced-code")
    rows = (Row(cells=tuple(_cell(cell, number) for cell in cells)) for number, cells in enumerate(chunk.rows))
    return Table(rows=tuple(rows), header_rows=1, where=chunk.where, why="bars-between-cells")


def _cell(cell: Chunk, row: int) -> Cell:
    blocks = (Paragraph(children=cell.children, where=cell.where),) if cell.text else ()
    return Cell(blocks=blocks, is_header=not row, scope=None if row else "col")


def _line(looks: Sequence[Look], index: int, marks: list[str]) -> Heading | Paragraph:
    """A crosshead or a paragraph."""
    chunk = looks[index].chunk
    level = _heading_level(looks, index)
    if level is None:
        return Paragraph(children=_printed(chunk), where=chunk.where)
    if chunk.mark.startswith("#"):
        marks.append(chunk.mark)
        return Heading(level=level, children=chunk.children, where=chunk.where, why="hash-marks")
    return Heading(level=level, children=_printed(chunk), inferred=True, where=chunk.where, why="short-line-above-text")


def _printed(chunk: Chunk) -> tuple[Inline, ...]:
    """The words with the mark before them, where the mark is no structure."""
    return (Text(text=f"{chunk.mark} "), *chunk.children) if chunk.mark else chunk.children


def _text(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def _heading_level(looks: Sequence[Look], index: int) -> int | None:
    """The level of a crosshead; None for other lines."""
    chunk = looks[index].chunk
    if chunk.mark.startswith("#"):
        return min(max(len(chunk.mark), 2), _DEEPEST_HEADING)
    return 2 if index and _is_crosshead(looks[index]) and _is_below_crosshead(looks[index + 1 : index + 2]) else None


def _is_crosshead(look: Look) -> bool:
    text = look.chunk.text
    return (
        look.is_headline_like
        and look.label is None
        and weight(text) <= _LONGEST_CROSSHEAD
        and not starts_lowercase(text)
        and not text.endswith(_LEADING_ON)
        and not look.chunk.printed.startswith(_SPEECH)
    )


def _is_below_crosshead(following: Sequence[Look]) -> bool:
    return any(
        look.is_prose or weight(look.chunk.text) >= _BELOW_CROSSHEAD or look.chunk.mark or look.caption is not None
        for look in following
    )


def _figure(look: Look, marks: list[str]) -> Figure:
    if look.chunk.image:
        marks.append(look.chunk.text)
        return Figure(images=(look.chunk.image,), where=look.chunk.where, why="picture-marks")
    words = _printed(look.chunk)
    if look.caption is not None and look.caption.credit:
        return Figure(credit=words, where=look.chunk.where, why="credit-line")
    archive = look.caption is not None and look.caption.archive
    return Figure(caption=words, archive_photo=archive, where=look.chunk.where, why="caption-line")


def _quote(looks: Sequence[Look], index: int, marks: list[str]) -> tuple[Quote, int]:
    """Lines marked with ">": inside, they are laid out as any text is."""
    end = index
    lines: list[Line] = []
    after_gap = True
    while end < len(looks) and (chunk := looks[end].chunk).mark.startswith(">"):
        marks.append(chunk.mark)
        if chunk.text:
            lines.append(Line(number=chunk.first, text=chunk.text, indent=0, after_gap=after_gap or chunk.after_gap))
        after_gap = not chunk.text
        end += 1
    inner = chunk_lines(lines)
    marks.extend(mark for chunk in inner for mark in chunk.dropped)
    blocks = tuple(Paragraph(children=_text(chunk.printed), where=chunk.where) for chunk in inner)
    return Quote(blocks=blocks, where=looks[index].chunk.where, why="quotation-marks"), end


def _with_dateline(blocks: list[Block]) -> list[Block]:
    """Mark the dateline in the first paragraph that is not the standfirst."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role == "body":
            end = dateline_end(block.text)
            first = block.children[0] if block.children else None
            if end and isinstance(first, Text) and len(first.text) >= end:
                children = (Dateline(children=_text(first.text[:end])), Text(text=first.text[end:]))
                blocks[index] = replace(block, children=(*children, *block.children[1:]))
            break
    return blocks


def _with_credits(blocks: list[Block]) -> list[Block]:
    """Put a credit line into the figure above it."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, Figure) and isinstance(above, Figure) and not block.caption and not above.credit:
            joined[-1] = replace(above, credit=block.credit)
        else:
            joined.append(block)
    return joined
