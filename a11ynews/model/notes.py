"""What notes are called where the page prints no mark at the note itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from a11ynews.model.blocks import Block, Heading, Note, Notes
from a11ynews.model.inlines import Inline, NoteReference
from a11ynews.model.walk import contents, iterate_blocks, iterate_inlines

__all__ = ["label_notes", "take_notes_heading"]

_T = TypeVar("_T")
_AROUND = "[]() .\u00a0"
"""What is printed around a mark in running text and not at the note."""


def label_notes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which every note has a label, for outputs that must call it something.

    In ``<ol>`` the browser prints the numbers, so the page has none. A note without a label gets
    that of the first mark that leads to it; one that nothing leads to, the next number that is free.
    A mark that a style would have counted, and that prints nothing, gets the label of its note.

    Args:
        blocks: The body of an article.

    Returns:
        The same blocks if all notes have labels; else new ``Notes`` among them.

    Example:
        >>> (notes,) = label_notes((Notes(items=(Note(id="n1", label="", blocks=()),)),))
        >>> [note.label for note in notes.items]
        ['1']
    """
    if all(note.label.strip() for block in blocks if isinstance(block, Notes) for note in block.items):
        return blocks
    marks: dict[str, str] = {}
    for reference in _references(blocks):
        marks.setdefault(reference.note_id, reference.label.strip(_AROUND))
    taken = {note.label for block in blocks if isinstance(block, Notes) for note in block.items} | set(marks.values())
    named = tuple(_labelled(block, marks, taken) if isinstance(block, Notes) else block for block in blocks)
    if all(marks.values()):
        return named
    labels = {note.id: note.label for block in named if isinstance(block, Notes) for note in block.items}
    return tuple(_marked(block, labels) for block in named)


def _marked(value: _T, labels: Mapping[str, str]) -> _T:
    """Return a part of the model with a label for each mark that has none."""
    if isinstance(value, NoteReference):
        return value if value.label else replace(value, label=labels.get(value.note_id, ""))
    if isinstance(value, tuple):
        return tuple(_marked(part, labels) for part in value)  # type: ignore[return-value] # a tuple of the same parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {
        field.name: new
        for field in fields(value)
        if isinstance(old := getattr(value, field.name), tuple) and old and (new := _marked(old, labels)) != old
    }
    return replace(value, **changes) if changes else value


def _labelled(notes: Notes, marks: dict[str, str], taken: set[str]) -> Notes:
    items: list[Note] = []
    number = 0
    for note in notes.items:
        label = note.label.strip() or marks.get(note.id, "")
        while not label:
            number += 1
            label = "" if str(number) in taken else str(number)
        items.append(note if note.label.strip() else replace(note, label=label))
    return replace(notes, items=tuple(items))


def _references(blocks: Iterable[Block]) -> Iterator[NoteReference]:
    for block in iterate_blocks(blocks):
        for part in contents(block):
            if isinstance(part, tuple):
                yield from _marks_in(part)


def _marks_in(inlines: tuple[Inline, ...]) -> Iterator[NoteReference]:
    return (inline for inline in iterate_inlines(inlines) if isinstance(inline, NoteReference))


def take_notes_heading(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """Return blocks without the heading that stands over the last notes alone, and its words.

    For forms that gather the notes at their end: they go there under their own heading.

    Args:
        blocks: The body of an article.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> over = Heading(level=2, children=(Text(text="References"),))
        >>> take_notes_heading((over, Notes(items=())))
        ((Notes(id='', lang=None, dir=None, where='', why='', items=()),), 'References')
    """
    places = [place for place, block in enumerate(blocks) if isinstance(block, Notes)]
    if len(places) != 1 or places[0] == 0:
        return blocks, ""
    above, following = blocks[places[0] - 1], blocks[places[0] + 1 : places[0] + 2]
    if not isinstance(above, Heading) or any(not isinstance(block, Heading) for block in following):
        return blocks, ""
    return (*blocks[: places[0] - 1], *blocks[places[0] :]), above.text
