"""Notes that stand in the middle of the sentence they belong to: sidenotes, and notes that open on a click.

Eyes skip them, because a style sets them in the margin or hides them; ears would hear the sentence broken
off. They are taken out to the notes at the end, and a mark stays in their place.
"""

from __future__ import annotations

import re
from typing import Final

from a11ynews.model.blocks import Block, Note, Notes
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of

__all__ = ["build_inline_notes", "find_inline_notes"]

_CONTENT: Final = frozenset(
    """footnote footnote-body footnote-content footnote-text footnote__content footnotecontent inline-footnote-content
    ltx_note_content margin-note marginnote modern-footnotes-footnote__note
    side-note sidenote sidenote-content""".split(),  # noqa: SIM905 - a list of strings reads worse
)
_TAGS: Final = ("span", "small")
_LABEL: Final = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?", re.IGNORECASE)

FEWEST_WORDS: Final = 3
"""Words of a note; what has fewer under such a class is a mark."""


def find_inline_notes(builder: Builder) -> dict[int, str]:
    """Return the notes in the lines of the story, each with its id; their marks go to the builder's.

    A mark is the printed number before the note: all other words of the element around it, or of the element
    just before. Where a style counts and nothing is printed, the mark is the note's own element.
    """
    named = [node for node in builder.page.called(_CONTENT) if builder.tags[node] in _TAGS and _is_note(builder, node)]
    found: dict[int, str] = {}
    for count, node in enumerate(named, start=1):
        found[node] = f"in{count}"
        mark = _mark_of(builder, node)
        builder.marks[mark] = found[node]
        if mark != node:
            builder.set_apart(node)
            label = builder.kept_text(mark, builder.ends[mark]).strip()
            builder.note_labels[found[node]] = label
            _leave_out_labels(builder, node, label)
    return found


def _leave_out_labels(builder: Builder, node: int, label: str) -> None:
    """Leave out the elements at the start of a note that only say its mark again, as LaTeXML writes them twice."""
    start = node + 1
    while start < builder.ends[node] and builder.kept_text(start, builder.ends[start]).strip() in ("", label):
        if builder.has_words(start):
            builder.leave_unsaid(start, "note-label")
            builder.set_apart(start)
        start = builder.ends[start]


def build_inline_notes(builder: Builder, notes: dict[int, str]) -> list[Block]:
    """Build what ``find_inline_notes`` found as one block of notes."""
    items = tuple(
        Note(id=note_id, label="", blocks=tuple(blocks))
        for node, note_id in sorted(notes.items())
        if (blocks := blocks_of(builder, node, builder.scope_of(node, Scope())))
    )
    return [Notes(**builder.common(min(notes), Scope(), "notes-in-lines"), items=items)] if items else []


def _is_note(builder: Builder, node: int) -> bool:
    names = builder.attributes[node].get("class", "").lower().split()
    if _CONTENT.isdisjoint(names) or not builder.has_words(node):
        return False
    if len(builder.kept_text(node, builder.ends[node]).split()) < FEWEST_WORDS:
        return False
    block = builder.parents[node]
    while block > 0 and builder.tags[block] in ("span", "sup", "small"):
        block = builder.parents[block]
    return builder.tags[block] in ("p", "li", "td", "dd", "blockquote") and builder.words_between(block, node) > 0


def _mark_of(builder: Builder, node: int) -> int:
    """Return the element whose words are the printed mark of a note: around it, or right before it; else the note."""
    around = builder.parents[node]
    while builder.tags[around] == "span" and not _has_words_beside(builder, around, node):
        around = builder.parents[around]
    before = builder.kept_text(around, node).strip()
    alone = not builder.words_between(builder.ends[node], builder.ends[around])
    if builder.tags[around] == "span" and alone and _LABEL.fullmatch(before):
        return around
    for sibling in builder.page.children(around):
        if sibling >= node:
            break
        if builder.tags[sibling] in ("sup", "a", "label") and not builder.words_between(builder.ends[sibling], node):
            label = builder.kept_text(sibling, builder.ends[sibling]).strip()
            if _LABEL.fullmatch(label):
                return sibling
    return node


def _has_words_beside(builder: Builder, around: int, node: int) -> bool:
    return builder.words_between(around, node) or builder.words_between(builder.ends[node], builder.ends[around])
