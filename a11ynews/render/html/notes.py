"""Notes at the end, and the ways to them and back."""

from __future__ import annotations

import re

from a11ynews.model.blocks import Note, Notes, Paragraph
from a11ynews.render.html.inlines import write_line
from a11ynews.render.html.sheet import HeadingEntry, Sheet, Slot
from a11ynews.render.markup import escape

__all__ = ["fill_back_links", "write_notes"]

_AROUND_NUMBERS = "[](). "
_NUMBER = re.compile(r"[0-9]{1,5}")  # what an ordered list can count by itself


def write_notes(notes: Notes, sheet: Sheet) -> None:
    """Write the notes as a list with a heading; the links back are filled in at the end.

    ``doc-endnotes`` stands on the section and the items stay plain list items: the roles for single
    notes are deprecated (DPUB-ARIA 1.1, change log of 23 July 2020).
    """
    if not notes.items:
        return
    is_headed = bool(sheet.out) and sheet.out[-1].startswith("</h")  # the page's own heading stands right above
    title = sheet.headings[-1].id if is_headed else sheet.own_id(f"notes{len(sheet.slots)}")
    section = "div" if is_headed else "section"  # the Nu checker wants the heading of a section within it
    sheet.out.append(
        f'<{section} class="notes" role="doc-endnotes" aria-labelledby="{title}"{sheet.attributes(notes)}>'
    )
    if not is_headed:
        level = sheet.outline.level_for(2)
        sheet.headings.append(HeadingEntry(level=level, id=title, children=()))
        sheet.out.append(f'<h{level} id="{title}"{sheet.words.marks}>{sheet.said("notes")}</h{level}>\n')
    numbers = [note.label.strip(_AROUND_NUMBERS) for note in notes.items]
    numbered = all(map(_NUMBER.fullmatch, numbers))
    tag = "ol" if numbered else "ul"
    sheet.out.append(f"<{tag}>\n")
    for position, (note, number) in enumerate(zip(notes.items, numbers, strict=True), start=1):
        value = f' value="{int(number)}"' if numbered and int(number) != position else ""
        _note(note, value, sheet, shows_label=not numbered)
    sheet.out.append(f"</{tag}>\n</{section}>\n")


def _note(note: Note, value: str, sheet: Sheet, *, shows_label: bool) -> None:
    sheet.out.append(f"<li{sheet.identity(note.id)}{value}>")
    if shows_label and note.label.strip():
        sheet.out.append(f'<span class="note-label">{escape(note.label)}</span> ')
    match note.blocks:
        case (Paragraph(lang=None, dir=None) as only,):
            sheet.out.append("<p>")
            write_line(only.children, sheet, only.id)
            _slot(note, sheet, " {}")
            sheet.out.append("</p>")
        case _:
            sheet.flow(note.blocks)
            _slot(note, sheet, "<p>{}</p>")
    sheet.out.append("</li>\n")


def _slot(note: Note, sheet: Sheet, pattern: str) -> None:
    if note.id:
        sheet.slots.append(Slot(place=len(sheet.out), note=note, pattern=pattern))
        sheet.out.append("")


def fill_back_links(sheet: Sheet) -> None:
    """Write, for each note, the links to all its marks: they are known only at the end."""
    marks = sheet.words.marks
    for slot in sheet.slots:
        references = sheet.references.pop(slot.note.id, ())
        links = []
        for count, reference in enumerate(references, start=1):
            again = "_again" if len(references) > 1 else ""
            text = sheet.said(f"back{again}", count=count)
            name = sheet.said(f"back{again}_to", count=count, label=slot.note.label.strip())
            links.append(f'<a href="#{reference}" role="doc-backlink" aria-label="{name}"{marks}>{text}</a>')
        if links:
            sheet.out[slot.place] = slot.pattern.format(" ".join(links))
