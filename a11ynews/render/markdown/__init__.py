"""Markdown: CommonMark with the tables, footnotes and strikethrough of GitHub's flavour.

It holds no HTML, neither the page's nor ours, and no address beyond the allow-list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, Note, Notes, Paragraph
from a11ynews.model.galleries import picture_places
from a11ynews.model.notes import label_notes
from a11ynews.model.walk import iterate_blocks
from a11ynews.render.base import Rendering
from a11ynews.render.markdown.anchors import heading_anchors
from a11ynews.render.markdown.blocks import BlockWriter, paragraph
from a11ynews.render.markdown.commonmark import destination, escape, guard_line
from a11ynews.render.markdown.inlines import InlineWriter
from a11ynews.render.phrases import Phrases, phrases_for
from a11ynews.render.plain.head import credit_lines, licence_lines, source_lines
from a11ynews.render.plain.lines import hang
from a11ynews.render.plain.safety import strip_controls
from a11ynews.render.repeats import blocks_by_id

__all__ = ["Options", "render"]

_NAME = re.compile(r"[A-Za-z0-9-]{1,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What can be chosen.

    Attributes:
        header: Whether headline, byline, dates and source stand above and below the story.
        front_matter: Whether the metadata stand first, as YAML between two ``---`` lines.
    """

    header: bool = True
    front_matter: bool = False


def render(article: Article, options: Options | None = None) -> Rendering:
    r"""Return an article as Markdown.

    Every character of the page is escaped for Markdown and for HTML, so that a renderer that lets
    raw HTML through shows it as text.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> from a11ynews.model.inlines import Text
        >>> story = Paragraph(children=(Text(text="It sails on <b>Monday</b>."),))
        >>> render(Article(metadata=Metadata(title="Ferry returns"), body=(story,))).text
        '# Ferry returns\n\nIt sails on &lt;b&gt;Monday&lt;/b&gt;.\n'
    """
    chosen = options or Options()
    words = phrases_for(article.language)
    notes = _all_notes(article.body)
    names = _names(_all_notes(label_notes(article.body)))
    inlines = InlineWriter(article.language, names, article.text, heading_anchors(article, header=chosen.header))
    blocks = BlockWriter(words, inlines, blocks_by_id(article), picture_places(article.body))
    parts = [blocks.stack(article.body)]
    parts += _notes(notes, blocks, inlines, words)
    if chosen.header:
        parts = [*_head(article, words), *parts, _source(article, words)]
    if chosen.front_matter:
        parts.insert(0, _front_matter(article))
    content = strip_controls("\n\n".join("\n".join(lines) for lines in parts if lines)).strip("\n")
    notices = tuple(inlines.notices.values())
    return Rendering(content=f"{content}\n" if content else "", media_type="text/markdown", notices=notices)


def _head(article: Article, words: Phrases) -> list[list[str]]:
    metadata = article.metadata
    title = escape(metadata.title or "").strip()
    return [
        _lines([metadata.kicker or ""]),
        [f"# {title}"] if title else [],
        _lines(credit_lines(article, words)),
    ]


def _source(article: Article, words: Phrases) -> list[str]:
    """Return a link to the original, and the licence, a line each."""
    address = article.metadata.canonical_url or article.url
    target = destination(address)
    if target is None:
        return _lines(source_lines(article, words))
    name = escape(article.site_name or address or "").strip()
    return paragraph([f"{escape(words.say('source'))} [{name}]({target})", *map(escape, licence_lines(article, words))])


def _lines(lines: list[str]) -> list[str]:
    """Return plain lines as one paragraph."""
    return paragraph([guard_line(written) for line in lines if (written := escape(line).strip(" "))])


# -- notes ---------------------------------------------------------------------------------------


def _all_notes(blocks: Iterable[Block]) -> list[Note]:
    return [note for block in iterate_blocks(blocks) if isinstance(block, Notes) for note in block.items]


def _names(notes: Iterable[Note]) -> dict[str, str]:
    """Return what each note is called: its printed label where that can be a name, else a new number."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    number = 0
    for note in notes:
        name = note.label.strip("[]() .")
        while not _NAME.fullmatch(name) or name.lower() in taken:
            number += 1
            name = str(number)
        taken.add(name.lower())
        names.setdefault(note.id, name)
    return names


def _notes(notes: list[Note], blocks: BlockWriter, inlines: InlineWriter, words: Phrases) -> list[list[str]]:
    """Return the notes that marks lead to as footnotes, then the others as a list.

    Renderers do not show a footnote that nothing leads to, so those must not be written as such.
    """
    led_to = {note.id: note for note in reversed(notes)}  # of two with one id, a mark leads to the first
    written: dict[str, list[str]] = {}
    while waiting := [note_id for note_id in inlines.referenced if note_id not in written]:
        for note_id in waiting:  # a note may lead to another note
            written[note_id] = _footnote(led_to[note_id], inlines.note_names[note_id], blocks, words)
    inlines.note_names = {note_id: inlines.note_names[note_id] for note_id in written}
    others = [note for note in notes if note.id not in written or note is not led_to[note.id]]
    left = [line for note in others for line in _left_note(note, blocks)]
    title = [f"## {escape(words.say('notes'))}"] if left else []
    return [*written.values(), title, left]


def _footnote(note: Note, name: str, blocks: BlockWriter, words: Phrases) -> list[str]:
    body = blocks.stack(note.blocks)
    label = f"{escape(words.say('note', label=name))}:"
    if not note.blocks or not isinstance(note.blocks[0], Paragraph):
        body = [label, "", *body]
    elif _may_be_address(body[0] if body else ""):
        body = [f"{label} {body[0]}" if body else label, *body[1:]]
    return hang(body, f"[^{name}]: ", "    ")


def _may_be_address(line: str) -> bool:
    """Whether plain CommonMark would take the line after ``[^1]:`` for an address, and the mark for a link.

    Source:
        CommonMark 0.31.2, 4.7: a link reference definition is an address and at most a title.
    """
    _, _, rest = line.partition(" ")
    return not rest.strip() or rest.lstrip()[0] in "\"'("


def _left_note(note: Note, blocks: BlockWriter) -> list[str]:
    label = [guard_line(f"{escape(note.label).strip()}:")] if note.label.strip() else []
    body = blocks.stack(note.blocks)
    if label and body and isinstance(note.blocks[0], Paragraph):
        body = [f"{label[0]} {body[0]}", *body[1:]]
    else:
        body = [*label, *([""] if label and body else []), *body]
    return hang(body, "- ", "  ")


# -- front matter --------------------------------------------------------------------------------


def _front_matter(article: Article) -> list[str]:
    """Return the metadata as YAML, whose double-quoted strings are those of JSON (YAML 1.2, 1.3)."""
    fields: dict[str, str | list[str] | None] = {
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "site": article.site_name,
        "section": article.section,
        "tags": list(article.tags),
        "description": article.summary,
        "licence": article.metadata.licence,
        "source": article.metadata.canonical_url or article.url,
    }
    lines = [f"{name}: {_yaml(value)}" for name, value in fields.items() if value]
    return ["---", *lines, "---"]


def _yaml(value: str | list[str]) -> str:
    clean = strip_controls(value) if isinstance(value, str) else [strip_controls(entry) for entry in value]
    return json.dumps(clean, ensure_ascii=False)
