"""What neighbouring blocks make of each other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, cast

from a11ynews.model.blocks import (
    Block,
    CodeBlock,
    Figure,
    Heading,
    List,
    MathBlock,
    Notes,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
)
from a11ynews.model.inlines import Dateline, Emphasis, Inline, LineBreak, Strong, Text
from a11ynews.read.build.captions import LONGEST_CREDIT, ends_with_credit, is_credit, names_photographer, read_caption
from a11ynews.read.build.same_picture import as_one_picture
from a11ynews.read.build.typed_math import is_formula_number

__all__ = ["append_block", "gather_notes", "plain_leads"]


LONGEST_EMPHASISED: Final = 200
"""Characters of a slanted line that may be a caption; longer ones are remarks of the author."""


LONGEST_LABELLED: Final = 300
_COLONS: Final = (":", "：")

_LABELLED: Final = re.compile(
    r"(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|photo|foto|bild|figura|image|図|图|рис\.?)\s?\d{1,3}(?:\.\d{1,2})?[a-z]?\s?[.:|–—-]",
    re.IGNORECASE,
)
"""A caption's label with its number, and a mark after it: "Figure 1 shows" is no caption."""

_NUMBER: Final = r"\.?\s?(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?:\s?[.:|–—-]|\s|\Z)"
_TELLS: Final = r"(?!\s*(?:shows?|lists?|gives?|zeigt|montre|muestra|mostra)\b)"
_ABOVE_TABLE: Final = re.compile(
    rf"\s*(?:tab(?:le|elle|la|leau|ela|ell|el)?|таблица|табл|表){_NUMBER}{_TELLS}", re.IGNORECASE
)
_ABOVE_CODE: Final = re.compile(
    rf"\s*(?:listing|example|code|program|algorithm|snippet|beispiel|listado|exemple|esempio){_NUMBER}{_TELLS}",
    re.IGNORECASE,
)
_ABOVE_PICTURE: Final = re.compile(
    rf"\s*(?:fig(?:ure)?|abb(?:ildung)?|figura|рис(?:унок)?|図|图){_NUMBER}{_TELLS}", re.IGNORECASE
)
"""How a caption above begins: what it is of, and its number. "Table 2 shows" is a sentence of the text."""
MOST_IN_CAPTION: Final = 100
"""Inlines of a caption to which a legend is added; nobody writes a hundred legends."""
LONGEST_ABOVE: Final = 160
"""Characters of a caption above; a paragraph of the text that begins so is longer."""

_FILE: Final = re.compile(
    r"(?:(?i:file ?name|file|source|datei|fichier|archivo)\s?:\s?)?"
    r"(?:[\w.@~$-]{1,40}/){0,8}(?:[\w.@~$-]{1,60}\.[A-Za-z]\w{0,9}|(?:Docker|Make|Rake|Gem|Proc|Jenkins)file)\s?:?"
)
"""The name of a file and nothing else: right before code, it says which file the code is of."""

LONGEST_NOTES_WORD: Final = 20
"""Characters of "Notes", "Footnotes", "Anmerkungen" set in large letters."""

LONGEST_SPEAKER: Final = 100

FEWEST_WORDS: Final = 3
"""Words of a caption that nothing marks as one."""

LONGEST_SIGNED: Final = 200
"""Characters of a line between a picture and its credit that is the caption: what is longer is a paragraph."""
SHORTEST_SAID: Final = 30
"""Characters of the words for a picture from which a line that begins with them is its caption, and not by chance."""
MOST_PICTURES: Final = 6
"""Pictures of a row, whose captions may stand below all of them."""
_SENTENCE_ENDS: Final = frozenset('.!?…:,;»”"')


def append_block(out: list[Block], block: Block) -> None:
    """Add a block to its siblings: captions go to their pictures, breaks stand only between things."""
    last = out[-1] if out else None
    if _adds_nothing(last, block):
        return
    if isinstance(block, Notes):
        last = _made_room_for_notes(out)
    if isinstance(block, Paragraph) and not block.why and _is_signed_caption(out, block):
        caption = out.pop()
        figure = out[-1]
        if isinstance(figure, Figure) and isinstance(caption, Paragraph):
            out[-1] = last = replace(figure, caption=caption.children, why="signed-line-after-picture")
    if (
        isinstance(last, Figure)
        and isinstance(block, Paragraph)
        and (place := _figure_said(out, block.text)) is not None
    ):
        figure = cast("Figure", out[place])
        out[place] = read_caption(replace(figure, caption=block.children, why="line-says-alternative"))
        return
    merged = _merged(last, block) if last is not None else None
    if merged is not None:
        out[-1] = read_caption(merged) if isinstance(merged, Figure) else merged
    else:
        out.append(read_caption(block) if isinstance(block, Figure) else block)


def _figure_said(out: list[Block], text: str) -> int | None:
    """Return the place of the picture right before a line that begins with the words for it; of a row, any."""
    said = " ".join(text.split())
    for place in range(len(out) - 1, max(-1, len(out) - 1 - MOST_PICTURES), -1):
        figure = out[place]
        if not isinstance(figure, Figure):
            return None
        if not figure.caption and any(_is_said(image.alt or "", said) for image in figure.images):
            return place
    return None


def _is_said(alternative: str, said: str) -> bool:
    words = " ".join(alternative.split()).rstrip(".… ")
    return len(words) >= SHORTEST_SAID and said.startswith(words) and len(said) - len(words) <= LONGEST_CREDIT


def _is_signed_caption(out: list[Block], block: Paragraph) -> bool:
    """Say whether the line before a picture's credit is what the picture shows: the picture stands right before it."""
    if len(out) < 2 or not names_photographer(block.text):  # noqa: PLR2004 - a picture and a line
        return False
    figure, line = out[-2:]
    return (
        isinstance(figure, Figure)
        and not figure.caption
        and not figure.credit
        and isinstance(line, Paragraph)
        and not line.why
        and len(line.text) <= LONGEST_SIGNED
    )


def _adds_nothing(last: Block | None, block: Block) -> bool:
    """Say whether a block is a break after a break, or one before anything else."""
    return isinstance(block, ThematicBreak) and (last is None or isinstance(last, ThematicBreak))


def _made_room_for_notes(out: list[Block]) -> Block | None:
    """Take away the line above notes, and make a heading of the word above them; return what is last then."""
    if out and isinstance(out[-1], ThematicBreak):
        out.pop()
    last = out[-1] if out else None
    if isinstance(last, Paragraph) and not last.why and _is_one_word(last.text.strip()):
        last = out[-1] = Heading(
            id=last.id, lang=last.lang, dir=last.dir, where=last.where, why="word-above-notes",
            level=2, children=last.children, inferred=True,
        )  # fmt: skip
    return last


def _is_one_word(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NOTES_WORD and text[-1].isalpha() and " " not in text


def _merged(last: Block, block: Block) -> Block | None:
    """Return two neighbours as one block, or None if they are two."""
    match last, block:
        case Figure(), Figure():
            return as_one_picture(last, block)
        case Figure(), Paragraph():
            return _figure_with(last, block)
        case Paragraph(), Figure():
            return _figure_under(last, block)
        case Paragraph(), CodeBlock(caption=()) if rule := _title_rule(last):
            return replace(block, caption=last.children, why=rule)
        case Quote(attribution=()), Paragraph() if _names_speaker(block):
            return replace(last, attribution=block.children, why="dash-after-quote")
        case _:
            return _with_table(last, block) or _joined(last, block)


def _with_table(last: Block, block: Block) -> Block | None:
    """Return a table with what stands beside it, and a caption with its label; None for other neighbours."""
    match last, block:
        case Paragraph(why="heading-is-label"), _:
            return _labelled(last, block)
        case Paragraph(why="caption-class" | "label-above"), Table(caption=()):
            return replace(block, caption=last.children)
        case Paragraph(), Table(caption=()) | CodeBlock(caption=()) if _labels(last, block):
            return replace(block, caption=last.children, why=" ".join(filter(None, (block.why, "label-above"))))
        case Table(), _ if block.why == "table-notes-class":
            return replace(last, notes=(*last.notes, block))
        case Table(caption=()), Paragraph(why="caption-class"):
            return replace(last, caption=block.children)
        case _:
            return None


def _labels(line: Paragraph, block: Block) -> bool:
    """Say whether a line right above a table, a listing or a picture begins as its caption does: "Table 2.1. Sides"."""
    if line.why not in ("", "rubric-class", "figure-element") or len(line.text) > LONGEST_ABOVE:
        return False
    kinds = (
        _ABOVE_TABLE if isinstance(block, Table) else _ABOVE_CODE if isinstance(block, CodeBlock) else _ABOVE_PICTURE
    )
    return kinds.match(line.text) is not None


def _labelled(label: Paragraph, block: Block) -> Block | None:
    """Return what a label numbers with the label in its caption: "Table 1." and "Hours of sleep" are one line."""
    match block:
        case Paragraph(why="caption-class"):
            return replace(block, children=(*label.children, Text(text=" "), *block.children), why="label-above")
        case Table() | Figure():
            space = (Text(text=" "),) if block.caption else ()
            return replace(block, caption=(*label.children, *space, *block.caption))
        case _:
            return None


def _title_rule(line: Paragraph) -> str:
    """Return the rule that makes a line right before code the code's title; "" if it is none."""
    if line.why in ("code-title", "caption-class"):
        return "code-title"
    return "file-before-code" if not line.why and _FILE.fullmatch(line.text.strip()) else ""


def _figure_under(line: Paragraph, figure: Figure) -> Figure | None:
    """Return a figure with the line right above it as its caption or credit, if it is that."""
    if line.why == "caption-class" and not figure.caption:
        return replace(figure, caption=line.children, why=line.why)
    if not line.why and not figure.credit and names_photographer(line.text):
        return replace(figure, credit=line.children, why=figure.why or "credit-before-picture")
    if not line.why and not figure.caption and _labels(line, figure):
        return replace(figure, caption=line.children, why=figure.why or "label-above")
    return None


def _figure_with(figure: Figure, block: Paragraph) -> Figure | None:
    """Return a figure with the paragraph after it as its caption or credit, if it is that."""
    if block.why == "legend-class" and len(figure.caption) < MOST_IN_CAPTION:
        parts = (*figure.caption, LineBreak()) if figure.caption else ()
        return replace(figure, caption=(*parts, *block.children))
    if not figure.credit and (block.why == "credit-class" or (not block.why and is_credit(block.text))):
        return replace(figure, credit=block.children, why=figure.why or "credit-after-picture")
    rule = _caption_rule(figure, block) if not figure.caption else None
    return replace(figure, caption=block.children, why=rule) if rule else None


def _caption_rule(figure: Figure, block: Paragraph) -> str | None:
    """Return the rule that makes a paragraph right after a picture its caption."""
    if block.why == "caption-class":
        return block.why
    if _is_emphasised_line(block):
        return "emphasised-line-after-picture"
    if block.why or len(block.text) > LONGEST_LABELLED:
        return None
    if figure.why == "credit-before-picture" and _is_phrase(block.text):
        return "line-after-signed-picture"
    if _LABELLED.match(block.text):
        return "labelled-line-after-picture"
    return "credited-line-after-picture" if ends_with_credit(block.text) else None


def _joined(last: Block, block: Block) -> Block | None:
    match last, block:
        case Paragraph(children=(Dateline() as dateline,)), Paragraph():
            space = () if dateline.text[-1:].isspace() else (Text(text=" "),)
            return replace(block, children=(dateline, *space, *block.children), why=last.why)
        case List(why="marked-steps"), List(why="marked-steps") if last.ordered == block.ordered:
            return replace(last, items=(*last.items, *block.items))
        case List(), List() if _goes_on(last, block):
            return replace(last, items=(*last.items, *block.items), why=block.why)
        case MathBlock(label=None), Paragraph() if not block.why and is_formula_number(block.text):
            return replace(last, label=block.text.strip())
        case Notes(), Notes():
            return _join_notes(last, block)
        case _:
            return None


def _goes_on(last: List, block: List) -> bool:
    """Say whether a list goes on with the one before it: its number is the next one, and its items are few.

    Editors that know items and no lists (Notion, Google Docs) write a list for each, and give the numbers.
    """
    if last.ordered != block.ordered or block.numbering != last.numbering or last.reversed or block.reversed:
        return False
    if not block.ordered:
        one_by_one = last.why == "one-item-list" and len(block.items) == 1
        return one_by_one or last.why == block.why == "marked-rows"
    return block.start > 1 and block.start == last.start + len(last.items) and last.items[-1].value is None


def plain_leads(blocks: list[Block]) -> list[Block]:
    """Return blocks in which of a wholly bold line that leads on with a colon the colon is bold no more.

    It would look like a heading and be none (axe, rule ``p-as-heading``: a paragraph of which all is bold). Where a
    heading can stand, one was made of it.
    """
    return [_unbolded(block) if isinstance(block, Paragraph) else block for block in blocks]


def _unbolded(block: Paragraph) -> Paragraph:
    match block.children:
        case (Strong() as only,) if only.text.rstrip().endswith(_COLONS) and len(only.text) <= LONGEST_EMPHASISED:
            return replace(block, children=_with_plain_colon(only), why=block.why or "bold-lead")
        case _:
            return block


def _with_plain_colon(only: Strong) -> tuple[Inline, ...]:
    """Return what is bold without its colon, and that; all of it plain where the colon is in something else."""
    match only.children:
        case (*before, Text() as last) if last.text.rstrip().endswith(_COLONS):
            words = last.text.rstrip()
            bold = (*before, replace(last, text=words[:-1])) if words[:-1] else tuple(before)
            return (replace(only, children=bold), replace(last, text=words[-1])) if bold else only.children
        case _:
            return only.children


def _is_phrase(text: str) -> bool:
    """Say whether a text is some words and no sentence, as short captions are."""
    return len(text.split()) >= FEWEST_WORDS and text.rstrip()[-1:] not in _SENTENCE_ENDS


def _names_speaker(block: Paragraph) -> bool:
    """Say whether a paragraph after a quote is a dash and a name; a line of dialogue ends as a sentence does."""
    text = block.text.strip()
    return text.startswith(("—", "–", "―")) and len(text) <= LONGEST_SPEAKER and text[-1] not in _SENTENCE_ENDS


def _is_emphasised_line(block: Paragraph) -> bool:
    """Say whether a paragraph is one short slanted run: under a picture, that is its caption."""
    only = block.children[0]
    return len(block.children) == 1 and isinstance(only, Emphasis) and len(only.text) <= LONGEST_EMPHASISED


def gather_notes(blocks: list[Block]) -> list[Block]:
    """Return blocks with the notes of all margins in one place, the last one's; marks that recur stay apart.

    Chapters may each have a note 1: then each has notes of its own. So have notes and references, each below a heading.
    """
    places = [place for place, block in enumerate(blocks) if isinstance(block, Notes)]
    if len(places) < 2:  # noqa: PLR2004 - one is one place
        return blocks
    if sum(isinstance(blocks[place - 1], Heading) for place in places if place) > 1:
        return blocks
    margins = [block for block in blocks if isinstance(block, Notes)]
    labels = [note.label for notes in margins for note in notes.items if note.label]
    if len(set(labels)) < len(labels):
        return blocks
    joined = margins[0]
    for notes in margins[1:]:
        joined = _join_notes(joined, notes)
    return [block for block in blocks[: places[-1]] if not isinstance(block, Notes)] + [
        joined,
        *blocks[places[-1] + 1 :],
    ]


def _join_notes(first: Notes, second: Notes) -> Notes:
    """Return two blocks of notes as one; a note that goes on is one note."""
    items = list(first.items)
    for note in second.items:
        if items and items[-1].id == note.id:
            blocks = note.blocks
            if note.label:
                blocks = (Paragraph(children=(Text(text=note.label),)), *blocks)
            items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *blocks))
        else:
            items.append(note)
    return replace(first, items=tuple(items))
