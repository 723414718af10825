"""Tables that are lists: a mark, a term or a number in the first column, and what it marks in the second.

A typesetter who needs the marks in a column of their own takes a table: AsciiDoctor for the call-outs under a
listing, the gazettes of the European Union for each clause of a law. A listener would hear a table of so many rows
and columns, with a number in each second cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from a11ynews.model.blocks import Block, Definition, DefinitionList, List, ListItem
from a11ynews.model.inlines import Inline
from a11ynews.model.numbering import Numbering, item_marks
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.read.build.grid import Grid, GridCell

__all__ = ["build_listed_rows", "lists_side_by_side"]

_BULLETS: Final = frozenset("•●◦▪‣∙■□–—-·*")
_MARK: Final = re.compile(r"(?P<open>[(\[])?(?P<label>\d{1,3}|[a-z]|[ivxl]{1,6}|[A-Z])(?P<close>[)\].])?")
_CALLOUTS: Final = frozenset({"colist"})
_TERMS: Final = frozenset({"hdlist", "dlist-horizontal"})
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_COLUMNS: Final = 2
LEAST_WORDS: Final = 2
"""Words in one of the marked cells, at least: a row of values is none of a list."""


class _Row(NamedTuple):
    """A row of a mark and what it marks, with the rows after it that go on without a mark."""

    mark: GridCell
    texts: list[GridCell]
    printed: str


def build_listed_rows(builder: Builder, node: int, grid: Grid, scope: Scope) -> list[Block] | None:
    """Build the list that a table sets in columns, or return None where it is none."""
    if grid.captions or any(cell.is_th for row in grid.rows for cell in row.cells):
        return None
    box = builder.parents[node]
    names = builder.attributes[box].get("class", "").split() if box >= 0 and builder.attributes[box] else []
    if not _TERMS.isdisjoint(names):
        return _terms(builder, node, grid, scope)
    rows = _marked_rows(builder, grid)
    if not rows:
        return None
    numbering = _numbering([row.printed for row in rows], is_sure=not _CALLOUTS.isdisjoint(names))
    if numbering is None or not any(_says_something(builder, row.texts[0]) for row in rows):
        return None
    return [_list(builder, node, rows, numbering, scope)]


def lists_side_by_side(builder: Builder, grid: Grid) -> bool:
    """Say whether a table of one row sets a list in columns: each cell holds a list, and nothing else."""
    cells = [cell.node for row in grid.rows for cell in row.cells if builder.has_words(cell.node)]
    return len(grid.rows) == 1 and len(cells) > 1 and all(_is_a_list(builder, cell) for cell in cells)


def _is_a_list(builder: Builder, cell: int) -> bool:
    inside = builder.children(cell)
    return len(inside) == 1 and builder.tags[inside[0]] in _LISTS


def _terms(builder: Builder, node: int, grid: Grid, scope: Scope) -> list[Block] | None:
    """Return the list of terms that a style sets beside their definitions."""
    if not grid.rows or any(len(row.cells) != _COLUMNS for row in grid.rows):
        return None
    common = builder.common(node, scope, "terms-in-columns")
    items: list[Definition] = []
    for row in grid.rows:
        term, said = (cell.node for cell in row.cells)
        words: tuple[Inline, ...] = inlines_of(builder, term, builder.scope_of(term, scope), "lines")
        blocks = tuple(blocks_of(builder, said, builder.scope_of(said, scope)))
        items.append(Definition(terms=(words,) if words else (), blocks=blocks))
    return [DefinitionList(**common, items=tuple(items))]


def _marked_rows(builder: Builder, grid: Grid) -> list[_Row] | None:
    """Return the rows of a table that have a mark and something marked, or go on under that; None if one does not."""
    rows: list[_Row] = []
    for row in grid.rows:
        held = [cell for cell in row.cells if builder.holds(cell.node)]
        if rows and len(row.cells) > 1 and held == [row.cells[-1]] and held[0].column == rows[-1].texts[0].column:
            rows[-1].texts.append(held[0])
            continue
        if len(row.cells) > _COLUMNS + 1 or len(held) != _COLUMNS or row.cells[-1] is not held[1]:
            return None
        mark, text = held
        printed = builder.kept_text(mark.node, builder.ends[mark.node]).strip()
        if not printed or builder.has_media(mark.node) or not (printed in _BULLETS or _MARK.fullmatch(printed)):
            return None
        rows.append(_Row(mark, [text], printed))
    return rows


def _numbering(marks: Sequence[str], *, is_sure: bool) -> tuple[bool, int, Numbering] | None:
    """Return whether marks number, from where and how; None if they do not count on from each other.

    A bare number may as well be a value: two are needed, and the first of them a 1, unless the page says it.
    """
    if all(mark in _BULLETS for mark in marks):
        return (False, 1, "decimal") if len(set(marks)) == 1 else None
    found = [_MARK.fullmatch(mark) for mark in marks]
    labels = [each["label"] for each in found if each is not None]
    if len(labels) < len(marks):
        return None
    is_set = all(each is not None and (each["close"] or each["open"]) for each in found)
    for kind in _kinds(labels[0]):
        start = _value(labels[0], kind)
        if list(_counted(start, len(labels), kind)) == labels and (
            is_set or is_sure or (kind == "decimal" and len(labels) > 1 and start == 1)
        ):
            return True, start, kind
    return None


def _kinds(label: str) -> tuple[Numbering, ...]:
    if label.isdecimal():
        return ("decimal",)
    if label.isupper():
        return ("upper-alpha",)
    roman: tuple[Numbering, ...] = ("lower-roman",) if not set(label) - set("ivxl") else ()
    letters: tuple[Numbering, ...] = ("lower-alpha",) if len(label) == 1 else ()
    return (*letters, *roman) if label not in ("i", "ii") else (*roman, *letters)


def _value(label: str, kind: Numbering) -> int:
    if kind == "decimal":
        return int(label)
    if kind.endswith("alpha"):
        return ord(label.lower()) - ord("a") + 1
    return next((value for value in range(1, 90) if _counted(value, 1, kind) == (label,)), 1)


def _counted(start: int, length: int, kind: Numbering) -> tuple[str, ...]:
    return item_marks(List(items=(ListItem(blocks=()),) * length, ordered=True, start=start, numbering=kind))


def _says_something(builder: Builder, cell: GridCell) -> bool:
    return len(builder.kept_text(cell.node, builder.ends[cell.node]).split()) >= LEAST_WORDS


def _list(
    builder: Builder, node: int, rows: Sequence[_Row], numbering: tuple[bool, int, Numbering], scope: Scope
) -> List:
    common = builder.common(node, scope, "marked-rows")
    ordered, start, kind = numbering
    items: list[ListItem] = []
    for row in rows:
        builder.leave_unsaid(row.mark.node, "typed-list-marker")
        said = (blocks_of(builder, text.node, builder.scope_of(text.node, scope)) for text in row.texts)
        items.append(ListItem(blocks=tuple(chain.from_iterable(said))))
    return List(**common, items=tuple(items), ordered=ordered, start=start, numbering=kind)
