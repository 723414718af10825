"""Lists that were typed by hand: lines that begin with a bullet or a counting number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from a11ynews.model.blocks import Block, List, ListItem, Paragraph
from a11ynews.model.inlines import Emphasis, Inline, LineBreak, Strong, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.left_out import LeftOut

__all__ = ["join_typed_items", "lines_of", "looks_typed", "trim_start", "typed_list"]

_MARKER: Final = re.compile(
    r"\s*([•●◦▪‣∙■□▶►➢➤✓✔✅☑➡👉🔹🔸·*-]\ufe0f?|\(?(\d{1,3})[.)])\s+(?=\S)|\s*([•●◦▪‣■□▶►➢➤✅☑👉🔹🔸]\ufe0f?)(?=\w)",
)
_SET_NUMBER: Final = re.compile(r"\s*(\d{1,3})[.)]\s*")
"""A number that is all of a bold or slanted run."""

_WEAK: Final = frozenset("-*·")
"""Marks that also open a line of dialogue or stand for something else: three of them make a list."""

_LETTERS: Final = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"“„«')
"""How nearly all paragraphs begin, and no item."""

_Line = tuple[Inline, ...]


class _Mark(NamedTuple):
    """How a line begins as an item: the kind of mark, its number, the mark as printed, what follows it."""

    kind: str
    number: int | None
    printed: str
    rest: _Line


def looks_typed(inlines: tuple[Inline, ...]) -> bool:
    """Say whether two lines that follow each other begin like items of one list.

    Where lines begin with a plus as well, the marks say something: what was added, changed, removed.
    """
    lines = lines_of(inlines)
    return _find_run(lines) is not None and not any(
        isinstance(line[0], Text) and line[0].text.lstrip().startswith("+ ") for line in lines
    )


def typed_list(builder: Builder, node: int, scope: Scope, inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the list that lines make, with the lines before and after it as paragraphs."""
    lines = lines_of(inlines)
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
    items: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _opens_item(block):
            items.append(block)
            continue
        out += _with_lists(builder, items)
        items = []
        out.append(block)
    return [*out, *_with_lists(builder, items)]


def _with_lists(builder: Builder, paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """Yield paragraphs that all begin with a mark, each run of marks that go on as one list."""
    lines = [paragraph.children for paragraph in paragraphs]
    done = 0
    while (run := _find_run(lines, done)) is not None:
        start, end = run
        yield from paragraphs[done:start]
        yield _list_of(builder, paragraphs[start], lines[start:end])
        done = end
    yield from paragraphs[done:]


def _opens_item(paragraph: Paragraph) -> bool:
    first = paragraph.children[0]
    if isinstance(first, Text):
        return first.text[:1] not in _LETTERS and _mark(paragraph.children) is not None
    return isinstance(first, Strong) and _mark(paragraph.children) is not None


def _list_of(builder: Builder, first: Paragraph, lines: Sequence[_Line]) -> List:
    scope = Scope(first.lang, first.dir)
    made = _list(builder, 0, scope, lines)
    return List(
        id=first.id, lang=first.lang, dir=first.dir, where=first.where, why=made.why,
        items=made.items, ordered=made.ordered, start=made.start,
    )  # fmt: skip


def _list(builder: Builder, node: int, scope: Scope, lines: Sequence[_Line]) -> List:
    common = builder.common(node, scope, "typed-list")
    items = []
    for line in lines:
        mark = _mark(line)
        if mark is None:
            continue
        builder.left_out.append(LeftOut(node, mark.printed, "typed-list-marker"))
        items.append(ListItem(blocks=(Paragraph(**builder.common(node, scope), children=mark.rest),)))
    first = _mark(lines[0])
    number = first.number if first else None
    return List(**common, items=tuple(items), ordered=number is not None, start=number or 1)


def lines_of(inlines: tuple[Inline, ...]) -> list[_Line]:
    """Return the lines that line breaks make of inlines; empty ones are none."""
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
        mark = _mark(lines[place])
        end = place + 1
        if mark:
            while end < len(lines) and _follows(_mark(lines[end]), mark, end - place):
                end += 1
            if end - place >= (3 if mark.kind in _WEAK else 2):
                return place, end
        place = end
    return None


def _follows(mark: _Mark | None, first: _Mark, steps: int) -> bool:
    if mark is None or mark.kind != first.kind:
        return False
    return first.number is None or mark.number == first.number + steps


def _mark(line: _Line) -> _Mark | None:
    """Return the mark that a line begins with, if it does: in plain text, or a number alone in bold."""
    first = line[0] if line else None
    if isinstance(first, Strong | Emphasis) and len(line) > 1:
        found = _SET_NUMBER.fullmatch(first.text)
        if found is None:
            return None
        rest = trim_start(line[1:])
        return _Mark(found[0].strip()[-1], int(found[1]), found[0].strip(), rest) if rest else None
    found = _MARKER.match(first.text) if isinstance(first, Text) else None
    if first is None or found is None or (found.end() == len(first.text) and len(line) == 1):
        return None
    left = first.text[found.end() :]
    rest = (Text(text=left), *line[1:]) if left else line[1:]
    printed = found[0].strip()
    if found[2]:
        return _Mark(found[1][-1], int(found[2]), printed, rest)
    return _Mark(printed, None, printed, rest)


def trim_start(inlines: _Line) -> _Line:
    """Return inlines without white space at their start.

    Example:
        >>> trim_start((Text(text=" one"),))
        (Text(text='one'),)
    """
    if inlines and isinstance(inlines[0], Text):
        left = inlines[0].text.lstrip()
        return (Text(text=left), *inlines[1:]) if left else inlines[1:]
    return inlines
