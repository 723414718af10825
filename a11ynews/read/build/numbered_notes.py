"""Notes without links: raised numbers in the text, and the same numbers counting up at the end.

Word processors, and editors in a hurry, leave ``<sup>1</sup>`` in the text and a paragraph that
begins with the same number below a line, or a list under "Notes". The numbers are the relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.notes import NoteGraph, continue_notes
from a11ynews.read.build.tags import HEADING_TAGS
from a11ynews.read.build.values import read_number

__all__ = ["add_numbered_notes"]

_HEADINGS: Final = frozenset(
    {"notes", "footnotes", "endnotes", "references", "note", "fußnoten", "anmerkungen", "einzelnachweise", "noten"}
    | {"voetnoten", "notas", "notes-de-bas-de-page", "références", "note-a-piè-di-pagina", "fotnoter", "noter"}
    | {"przypisy", "примечания", "сноски", "注釈", "脚注", "注释", "الهوامش"},
)
"""Headings over notes, in lower case, spaces as hyphens."""

_NAME: Final = re.compile(r"_?(?:foot-?note|end-?note|note|fn|ftn|sdfootnote)[-_:.]?(\d{1,3})", re.IGNORECASE)
_NOTE_TAGS: Final = frozenset({"li", "p", "div", "dd", "aside", "section", "tr"})

_OPENERS: Final = frozenset({"sup", "strong", "b", "a", "span"})
HIGHEST: Final = 999


def add_numbered_notes(builder: Builder, graph: NoteGraph) -> None:
    """Add the notes that only their numbers relate, if the page has any and no linked ones."""
    if graph.marks or "sup" not in builder.tags:
        return
    marks = list(_marks(builder))
    if not marks:
        return
    first, numbers = marks[0][0], {number for _, number in marks}
    notes = (
        _notes_after_line(builder, first)
        or _notes_by_name(builder, first, numbers)
        or _notes_under_heading(builder, first)
        or _notes_in_margins(builder, first, numbers)
    )
    inside = {i for note in notes.values() for i in range(note, builder.ends[note])}
    used = [(node, number) for node, number in marks if number in notes and node not in inside]
    if not used:
        return
    for number, note in notes.items():
        graph.notes[note] = f"n{number}"
    continue_notes(builder, graph)
    for node, number in used:
        graph.marks[node] = f"n{number}"
        graph.labels.setdefault(f"n{number}", str(number))


def _marks(builder: Builder) -> Iterator[tuple[int, int]]:
    """Yield raised numbers with what they count, exponents left out."""
    for node in builder.find("sup"):
        number = _number(builder, node)
        if number and not _is_exponent(builder, node):
            yield node, number


def _number(builder: Builder, node: int) -> int | None:
    """Return the number that is all of an element's words, brackets aside."""
    text = builder.kept_text(node, builder.ends[node]).strip().strip("[]().: \u00a0")
    return int(text) if text.isdecimal() and text.isascii() and 0 < len(text) < 4 and int(text) <= HIGHEST else None  # noqa: PLR2004 - as HIGHEST


def _is_exponent(builder: Builder, node: int) -> bool:
    """Say whether a raised number follows a lone letter, a digit or a unit: x², 10⁶, km²."""
    before = builder.texts[node - 1] if node else ""
    word = before.rsplit(maxsplit=1)[-1] if before.strip() and not before[-1].isspace() else ""
    return word[-1:].isdigit() or (word.isalpha() and word.isascii() and (len(word) == 1 or word in {"km", "cm", "mm"}))


def _notes_after_line(builder: Builder, first_mark: int) -> dict[int, int]:
    """Return the paragraphs that begin with 1, 2, 3, one after the other, below the first mark."""
    notes: dict[int, int] = {}
    for node in builder.page.find("p", first_mark):
        opener = next((child for child in builder.page.children(node) if builder.has_words(child)), None)
        if opener is None or builder.texts[opener] or builder.tags[opener] not in _OPENERS:
            continue
        number = _number(builder, opener)
        is_short = number is not None and builder.words_between(builder.ends[opener], builder.ends[node])
        if is_short and number == len(notes) + 1:
            notes[number] = node
    return notes if _is_one_place(builder, list(notes.values())) else {}


def _is_one_place(builder: Builder, notes: list[int]) -> bool:
    """Say whether notes are siblings below a rule or a heading, or several siblings in a row."""
    if not notes:
        return False
    parent = builder.parents[notes[0]]
    if any(builder.parents[note] != parent for note in notes):
        return False
    before = [child for child in builder.page.children(parent) if child < notes[0]]
    held = [child for child in before if builder.has_words(child) or builder.tags[child] == "hr"]
    return len(notes) > 1 or bool(held and builder.tags[held[-1]] in HEADING_TAGS | {"hr"})


def _notes_by_name(builder: Builder, first_mark: int, numbers: set[int]) -> dict[int, int]:
    """Return the elements below the first mark whose id says which note they are: ``footnote-3``."""
    notes: dict[int, int] = {}
    for node in range(first_mark, builder.story.stop):
        name = builder.attributes[node].get("id") if builder.attributes[node] else None
        found = _NAME.fullmatch(name) if name and builder.tags[node] in _NOTE_TAGS else None
        if found and int(found[1]) in numbers and builder.words_between(node, builder.ends[node]):
            notes.setdefault(int(found[1]), node)
    return notes


def _notes_in_margins(builder: Builder, first_mark: int, numbers: set[int]) -> dict[int, int]:
    """Return the items of numbered lists in margins, if together they count what the marks count."""
    notes: dict[int, int] = {}
    for list_ in builder.page.find("ol", first_mark):
        if builder.tags[builder.parents[list_]] != "aside" or not builder.holds(list_):
            continue
        items = [child for child in builder.page.children(list_) if builder.tags[child] == "li"]
        start = read_number(builder.attributes[list_].get("start"), 1, 1, HIGHEST)
        notes.update(zip(range(start, start + len(items)), items, strict=True))
    return notes if notes.keys() == numbers else {}


def _notes_under_heading(builder: Builder, first_mark: int) -> dict[int, int]:
    """Return the items of the numbered list that follows a heading like "Notes"."""
    for node in range(first_mark, len(builder.page)):
        if builder.tags[node] not in HEADING_TAGS:
            continue
        words = builder.page.text(node).strip(" \n\t:").lower().split()
        if "-".join(words) not in _HEADINGS:
            continue
        parent = builder.parents[node]
        following = next(builder.page.find("ol", builder.ends[node], builder.ends[parent]), None)
        if following is not None and not builder.words_between(builder.ends[node], following):
            items = [child for child in builder.page.children(following) if builder.tags[child] == "li"]
            return dict(enumerate(items, start=1))
    return {}
