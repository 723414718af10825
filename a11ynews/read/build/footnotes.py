"""Blocks of notes."""

from __future__ import annotations

from dataclasses import replace

from a11ynews.model.blocks import Block, Note, Notes, Paragraph
from a11ynews.model.inlines import Inline, Text, inline_text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_in, blocks_of

__all__ = ["build_note", "build_note_list"]


def build_note(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build one note from the element that holds it; neighbours join to one block."""
    common = builder.common(node, scope, "note-by-links")
    note = _note(builder, node, builder.notes[node], scope)
    return [Notes(**common, items=(note,))] if note else None


def build_note_list(builder: Builder, node: int, scope: Scope) -> list[Block]:
    """Build notes from a list of which some items are notes: the others are notes that nothing leads to."""
    common = builder.common(node, scope, "note-by-links")
    items: list[Note] = []
    for place, child in enumerate(builder.children(node)):
        note_id = builder.notes.get(child) or f"{common['id']}-{place + 1}"
        if note := _note(builder, child, note_id, scope):
            items.append(note)
    return [Notes(**common, items=tuple(items))]


def _note(builder: Builder, node: int, note_id: str, scope: Scope) -> Note | None:
    inner = builder.scope_of(node, scope)
    if builder.texts[node]:
        blocks = blocks_in(builder, node, builder.ends[node], inner)
    else:
        blocks = blocks_of(builder, node, inner)
    if not blocks:
        return None
    label, rest = _cut_label(blocks, _core(builder.note_labels.get(note_id, "")))
    return Note(id=note_id, label=label, blocks=tuple(rest))


def _core(label: str) -> str:
    """Return a mark without what is printed around it: "[1]" and "1." are the same mark."""
    return label.strip(" \t\n[]().:^").lower()


def _cut_label(blocks: list[Block], core: str) -> tuple[str, list[Block]]:
    """Take the printed mark off the start of a note, if it is the one that leads to the note."""
    first = blocks[0]
    if not core or not isinstance(first, Paragraph):
        return "", blocks
    label, children = _cut_inlines(first.children, core)
    if not label:
        return "", blocks
    if not inline_text(children).strip():
        return label, blocks[1:]
    return label, [replace(first, children=children), *blocks[1:]]


def _cut_inlines(children: tuple[Inline, ...], core: str) -> tuple[str, tuple[Inline, ...]]:
    first, rest = children[0], children[1:]
    if not isinstance(first, Text):
        if _core(first.text) != core:
            return "", children
        return _with_dot(first.text.strip(), rest)
    word = first.text.split(maxsplit=1)[0]
    if _core(word) != core:
        return "", children
    left = first.text[len(word) :].lstrip()
    return word, (Text(text=left), *rest) if left else _trimmed(rest)


def _with_dot(label: str, rest: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """Add a dot or bracket that stands right after the mark."""
    if rest and isinstance(rest[0], Text) and rest[0].text[:1] in {".", ":", ")"}:
        label += rest[0].text[0]
        rest = (Text(text=rest[0].text[1:]), *rest[1:])
    return label, _trimmed(rest)


def _trimmed(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines without white space at their start."""
    if children and isinstance(children[0], Text):
        text = children[0].text.lstrip()
        return (Text(text=text), *children[1:]) if text else children[1:]
    return children
