"""Lists of tasks: which of their entries are done.

A box beside an entry tells its state only where the page means it so: on an entry of a task list, or where
nobody can change it, or where one of the list is ticked. Recipes have boxes beside each ingredient, for the
cook to tick; none of them says that anything is not done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import ListItem, Paragraph
from a11ynews.model.inlines import Text
from a11ynews.read.build.builder import Builder
from a11ynews.read.build.left_out import LeftOut

__all__ = ["mark_tasks", "strip_bullets"]

_TYPED: Final = re.compile(r"\s*(?:\[(?P<state>[ xX✓✔])\]|(?P<sign>[☐☑☒❏]))\s+(?=\S)")
_BULLET: Final = re.compile(r"\s*([\u2022\u25cf\u25e6\u25aa\u2023\u2219\u25a0\u25a1\u25a2])\s*")
"""Marks that a page types before the items of a real list: a voice would name them, and each is marked already."""
_TASKS: Final = re.compile(r"(?<![a-z])(?:task|to-?do|check-?list)", re.IGNORECASE)
"""What lists of tasks, and their entries, are called."""
_SAID: Final = ("data-checked", "aria-checked")
_ON: Final = frozenset({"checkbox-on", "checked", "is-checked", "fa-check-square-o", "fa-check-square"})
_OFF: Final = frozenset({"checkbox-off", "unchecked", "fa-square-o", "fa-square"})
_LOOKED_AT: Final = 12
"""Nodes at the start of an entry among which its box is."""


def mark_tasks(builder: Builder, node: int, entries: Sequence[int], items: Sequence[ListItem]) -> tuple[ListItem, ...]:
    """Return the items of a list with their state, if they are tasks.

    Args:
        builder: The page.
        node: The list.
        entries: The node of each item.
        items: The items.
    """
    typed = [_typed(item) for item in items]
    if any(typed):
        return tuple(
            replace(_without_mark(builder, entry, item, mark, "task-box"), checked=_is_ticked(mark)) if mark else item
            for entry, item, mark in zip(entries, items, typed, strict=True)
        )
    named = _is_called_task(builder, node)
    states = [_state(builder, entry, is_named=named or _is_called_task(builder, entry)) for entry in entries]
    if named and any(state is not None and state.is_of_entry for state in states):
        states = [state or _State(is_done=False, is_meant=True) for state in states]
    ticked = any(state is not None and state.is_done for state in states)
    if not any(state is not None and (ticked or state.is_meant) for state in states):
        return tuple(items)
    return tuple(
        item if state is None else replace(item, checked=state.is_done)
        for item, state in zip(items, states, strict=True)
    )


def strip_bullets(builder: Builder, entries: Sequence[int], items: Sequence[ListItem]) -> Sequence[ListItem]:
    """Return the items of a list without the bullet that is typed before each of them; a mark of some says something.

    Args:
        builder: The page.
        entries: The node of each item.
        items: The items.
    """
    marks = [_bullet(item) for item in items]
    if len({mark[1] if mark else "" for mark in marks}) != 1 or marks[0] is None:
        return items
    return [
        _without_mark(builder, entry, item, mark, "typed-bullet") if mark else item
        for entry, item, mark in zip(entries, items, marks, strict=True)
    ]


def _bullet(item: ListItem) -> re.Match[str] | None:
    match item.blocks:
        case (Paragraph(children=(Text(text=text), *_)), *_):
            return _BULLET.match(text)
        case _:
            return None


class _State:
    """What the box of an entry says, and whether its markup alone says that it is meant."""

    def __init__(self, *, is_done: bool, is_meant: bool, is_of_entry: bool = False) -> None:
        self.is_done = is_done
        self.is_meant = is_meant
        self.is_of_entry = is_of_entry


def _is_called_task(builder: Builder, node: int) -> bool:
    attributes = builder.attributes[node]
    return bool(attributes) and bool(
        _TASKS.search(attributes.get("class", ""))
        or "data-task" in attributes
        or attributes.get("data-type") == "taskItem"
    )


def _state(builder: Builder, entry: int, *, is_named: bool) -> _State | None:
    """Return what the first box at the start of an entry says; None without one."""
    for inside in range(entry, min(builder.ends[entry], entry + _LOOKED_AT)):
        if builder.texts[inside].strip():
            break
        attributes = builder.attributes[inside]
        if builder.tags[inside] == "input" and attributes.get("type", "").lower() == "checkbox":
            return _State(is_done="checked" in attributes, is_meant=is_named or "disabled" in attributes)
        if attributes and (said := _said(attributes.get("class", ""), attributes, is_named=is_named)) is not None:
            return _State(is_done=said, is_meant=True, is_of_entry=inside == entry)
    return None


def _said(classes: str, attributes: Mapping[str, str], *, is_named: bool) -> bool | None:
    for name in _SAID:
        if attributes.get(name, "").lower() in ("true", "false"):
            return attributes[name].lower() == "true"
    if is_named and "data-task" in attributes:
        return bool(attributes["data-task"].strip())
    names = classes.lower().split()
    if is_named and not _ON.isdisjoint(names):
        return True
    return False if is_named and not _OFF.isdisjoint(names) else None


def _typed(item: ListItem) -> re.Match[str] | None:
    """Return the box that is typed at the start of an item: "[x] Buy milk"."""
    match item.blocks:
        case (Paragraph(children=(Text(text=text), *_)), *_):
            return _TYPED.match(text)
        case _:
            return None


def _is_ticked(mark: re.Match[str]) -> bool:
    return (mark["state"] or mark["sign"]).strip() not in ("", "☐", "❏")


def _without_mark(builder: Builder, entry: int, item: ListItem, mark: re.Match[str], rule: str) -> ListItem:
    match item.blocks:
        case (Paragraph(children=(Text(text=text), *children)) as first, *rest):
            builder.left_out.append(LeftOut(entry, mark[0], rule))
            said = replace(first, children=(Text(text=text[mark.end() :]), *children))
            return replace(item, blocks=(said, *rest))
        case _:
            return item
