"""Lists in plain text, known by their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.model.blocks import Block, List, ListItem, Paragraph
from a11ynews.read.plain.chunks import Chunk
from a11ynews.read.plain.looks import Look
from a11ynews.read.plain.signs import ends_sentence

__all__ = ["build_list", "list_end"]

#: These begin nothing but an item; one is a list.
_SURE = "•▪◦‣"
#: These also begin speech, sections, footnotes; a list needs two.
_OTHER = "-*+·●○■□"
_FEWEST = 2
#: Deeper items are read as of this depth: lists of news have two levels at most.
_DEEPEST = 5
_STEP = 2


def list_end(looks: Sequence[Look], index: int) -> int:
    """Return the index behind the list that begins at an index; the index itself if none does.

    Hyphens also open direct speech. Lines that all end like sentences are a list only under a
    colon, or when they stand closer to each other than paragraphs do.

    Args:
        looks: The story's chunks.
        index: Where a list might begin.
    """
    first = looks[index].chunk
    end = index
    while end < len(looks) and _is_next(first, looks[end].chunk, end - index):
        end += 1
    items = [look.chunk for look in looks[index:end]]
    if not items or (len(items) < _FEWEST and first.mark not in _SURE):
        return index
    above = looks[index - 1].chunk.text if index else ""
    is_speech = first.mark == "-" and not above.endswith((":", "：")) and _reads_as_speech(items)
    return index if is_speech else end


def _is_next(first: Chunk, chunk: Chunk, position: int) -> bool:
    """Whether a chunk is an item of the list that another began."""
    if not chunk.mark or chunk.mark[0] in "#>":
        return False
    if chunk.indent >= first.indent + _STEP:
        return True
    if chunk.mark in _SURE + _OTHER:
        return chunk.mark == first.mark
    return first.mark[0].isdigit() and int(chunk.mark[:-1]) == int(first.mark[:-1]) + position


def _reads_as_speech(items: Sequence[Chunk]) -> bool:
    is_tight = not any(item.after_gap for item in items[1:])
    return all(ends_sentence(item.text) or item.text.endswith((":", "：")) for item in items) and not (
        is_tight and items[0].after_gap
    )


def build_list(items: Sequence[Chunk], marks: list[str], depth: int = 1) -> List:
    """Return the list of some items, deeper indented ones inside those above them.

    Args:
        items: Chunks with marks, one at least.
        marks: The marks that the list replaces are added here.
        depth: How deep the list stands, from 1.
    """
    first = items[0]
    is_ordered = first.mark[0].isdigit()
    return List(
        items=tuple(_item(group, marks, depth) for group in _groups(items, depth)),
        ordered=is_ordered,
        start=int(first.mark[:-1]) if is_ordered else 1,
        where=first.where,
        why="list-marks",
    )


def _groups(items: Sequence[Chunk], depth: int) -> Iterator[Sequence[Chunk]]:
    """Each item with those that stand inside it."""
    start = 0
    for index in range(1, len(items) + 1):
        if index == len(items) or depth == _DEEPEST or items[index].indent < items[0].indent + _STEP:
            yield items[start:index]
            start = index


def _item(group: Sequence[Chunk], marks: list[str], depth: int) -> ListItem:
    marks.append(group[0].mark)
    blocks: list[Block] = [Paragraph(children=group[0].children, where=group[0].where)]
    if len(group) > 1:
        blocks.append(build_list(group[1:], marks, depth + 1))
    return ListItem(blocks=tuple(blocks))
