"""Lists that were typed by hand: lines that begin with a bullet or a counting number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from a11ynews.model.blocks import Block, List, ListItem, Paragraph
from a11ynews.model.inlines import Inline, LineBreak, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.left_out import LeftOut

__all__ = ["join_typed_items", "looks_typed", "typed_list"]

_MARKER: Final = re.compile(r"\s*([•●◦▪‣∙■□▶►➢➤✓✔·*-]|(\d{1,3})[.)])\s+(?=\S)|\s*([•●◦▪‣■□▶►➢➤])(?=\w)")

_WEAK: Final = frozenset("-*·")
"""Marks that also open a line of dialogue or stand for something else: three of them make a list."""

_LETTERS: Final = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"“„«')
"""How nearly all paragraphs begin, and no item."""

_Line = tuple[Inline, ...]


def looks_typed(inlines: tuple[Inline, ...]) -> bool:
    """Say whether two lines that follow each other begin like items of one list."""
    return _find_run(_lines(inlines)) is not None


def typed_list(builder: Builder, node: int, scope: Scope, inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the list that lines make, with the lines before and after it as paragraphs."""
    lines = _lines(inlines)
    made: list[Block] = []
    done = 0
    while done < len(lines):
        run = _find_run(lines, done)
        start, end = run or (len(lines), len(lines))
        if start > done:
            made.append(Paragraph(**builder.common(node, scope), children=_joined(lines[done:start])))
        if end > start:
            made.append(_list(builder, node, scope, lines[start:end]))
        done = end
    return made


def join_typed_items(builder: Builder, blocks: list[Block]) -> list[Block]:
    """Return blocks with each run of paragraphs that are typed items as one list."""
    out: list[Block] = []
    place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and _opens_item(blocks[end]):
            end += 1
        if end - place <= 1:
            out.append(blocks[place])
            place += 1
            continue
        paragraphs = [block for block in blocks[place:end] if isinstance(block, Paragraph)]
        run = _find_run([block.children for block in paragraphs])
        if run is None or run[0]:
            out.append(blocks[place])
            place += 1
            continue
        first = paragraphs[0]
        out.append(_list_of(builder, first, [block.children for block in paragraphs[: run[1]]]))
        place += run[1]
    return out


def _opens_item(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and isinstance(first := block.children[0], Text)
        and first.text[:1] not in _LETTERS
        and bool(_MARKER.match(block.text[:12]))
    )


def _list_of(builder: Builder, first: Paragraph, lines: Sequence[_Line]) -> List:
    scope = Scope(first.lang, first.dir)
    made = _list(builder, 0, scope, lines)
    return List(
        id=first.id, lang=first.lang, dir=first.dir, where=first.where, why=made.why,
        items=made.items, ordered=made.ordered, start=made.start,
    )  # fmt: skip


def _list(builder: Builder, node: int, scope: Scope, lines: Sequence[_Line]) -> List:
    common = builder.common(node, scope, "typed-list")
    number = _marker(lines[0])[1]
    items = []
    for line in lines:
        first = line[0]
        found = _MARKER.match(first.text)
        if found is None or not isinstance(first, Text):
            continue
        builder.left_out.append(LeftOut(node, found[0].strip(), "typed-list-marker"))
        left = first.text[found.end() :]
        children = (Text(text=left), *line[1:]) if left else line[1:]
        items.append(ListItem(blocks=(Paragraph(**builder.common(node, scope), children=children),)))
    return List(**common, items=tuple(items), ordered=number is not None, start=number or 1)


def _lines(inlines: tuple[Inline, ...]) -> list[_Line]:
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [tuple(line) for line in lines if line]


def _joined(lines: Sequence[_Line]) -> _Line:
    joined: list[Inline] = []
    for line in lines:
        if joined:
            joined.append(LineBreak())
        joined.extend(line)
    return tuple(joined)


def _find_run(lines: Sequence[_Line], place: int = 0) -> tuple[int, int] | None:
    """Return where the next run of items starts and ends."""
    while place < len(lines):
        mark, number = _marker(lines[place])
        end = place + 1
        if mark:
            while end < len(lines) and _follows(_marker(lines[end]), mark, number, end - place):
                end += 1
            if end - place >= (3 if mark in _WEAK else 2):
                return place, end
        place = end
    return None


def _follows(marker: tuple[str, int | None], mark: str, number: int | None, steps: int) -> bool:
    return marker[0] == mark and (number is None or marker[1] == number + steps)


def _marker(line: _Line) -> tuple[str, int | None]:
    """Return the mark that a line begins with ("" for none) and its number; numbers have one mark."""
    first = line[0] if line else None
    if not isinstance(first, Text):
        return "", None
    found = _MARKER.match(first.text)
    if found is None or (found.end() == len(first.text) and len(line) == 1):
        return "", None
    if found[2]:
        return found[1][-1], int(found[2])
    return found[1] or found[3], None
