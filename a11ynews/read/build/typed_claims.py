"""Fact checks whose head is typed and not marked: "Claim: …", "Verdict: …", in lines, in terms, in cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from a11ynews.model.blocks import (
    Block,
    Callout,
    Cell,
    ClaimReview,
    DefinitionList,
    Details,
    Heading,
    Paragraph,
    Quote,
    Row,
    Sidebar,
    Table,
)  # fmt: skip
from a11ynews.model.inlines import Inline, LineBreak, Link, Strong, Text, inline_text
from a11ynews.read.build.builder import Builder
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.split import split_inlines
from a11ynews.read.build.typed_lists import lines_of, trim_start
from a11ynews.read.vocabulary import fold, words
from a11ynews.read.vocabulary.folding import begins_with_none_of, first_words

__all__ = ["is_label", "join_typed_claims", "label_of_part", "without_label"]

LONGEST_LABEL: Final = 40
"""Characters of a label and its colon."""

LONGEST_CLAIM: Final = 600
"""Characters of a claim, and of a verdict; a longer one is the fact check itself."""

LONGEST_VERDICT: Final = 200
"""Characters of a verdict whose whole paragraph it is; of a longer one the first sentence is."""

LONGEST_UNDER: Final = 100
"""Characters of a verdict under its label; what is longer leads up to one, or is the story."""

MOST_BLOCKS: Final = 10
"""Blocks of a head: label and words of four parts, and two that it has besides."""

_COLONS: Final = (":", "：")
_PARTS: Final = ("claim", "verdict", "claimant", "source")
_ENDS: Final = (". ", "! ", "। ", "。", "۔ ", ".\n")


@dataclass(slots=True)
class _Head:
    """What was found of a head so far: the parts, the labels' words, and what stands among them besides."""

    parts: dict[str, tuple[Inline, ...]] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    others: list[Block] = field(default_factory=list)

    def take(self, part: str, label: str, said: tuple[Inline, ...]) -> bool:
        """Take a part, if it is none that is there already."""
        if part in self.parts or not 0 < len(inline_text(said).strip()) <= LONGEST_CLAIM:
            return False
        self.parts[part] = trim_start(said)
        self.labels.append(label)
        return True


def join_typed_claims(builder: Builder, blocks: list[Block]) -> list[Block]:
    """Return blocks in which a claim and the verdict beside it, each under its label, are the head of a fact check."""
    out: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if isinstance(block, Paragraph) and _is_prose(block):
            out.append(block)
            place += 1
        else:
            made, place = _head_at(builder, blocks, place)
            out.extend(made)
    return out


def _head_at(builder: Builder, blocks: list[Block], place: int) -> tuple[list[Block], int]:
    """Return what begins at a place, and the place after it."""
    block = blocks[place]
    head: _Head | None
    match block:
        case Sidebar() | Callout() | Details():
            inside = join_typed_claims(builder, list(block.blocks))
            return [block if len(inside) == len(block.blocks) else replace(block, blocks=tuple(inside))], place + 1
        case DefinitionList():
            head, end = _of_terms(block), place + 1
        case Table():
            head, end = _of_table(block), place + 1
        case Paragraph() if LineBreak in map(type, block.children):
            head, end = _of_broken(block, blocks, place)
        case Paragraph() | Heading():
            head, end = _of_lines(blocks, place)
        case _:
            return [block], place + 1
    made = _review(builder, block, head) if head is not None else None
    return (made, end) if made else ([block], place + 1)


def _is_prose(paragraph: Paragraph) -> bool:
    """Say whether a paragraph begins without a label, as nearly all do: then nobody need look closer."""
    first = paragraph.children[0]
    if not isinstance(first, Text) or len(first.text) <= LONGEST_LABEL:
        return False
    begun = first.text[: LONGEST_LABEL + 1]
    return ":" not in begun and "：" not in begun


def _review(builder: Builder, first: Block, head: _Head) -> list[Block] | None:
    """Return the fact check's head with what follows it, if there are claim and verdict."""
    if not {"claim", "verdict"} <= head.parts.keys():
        return None
    cut = _verdict_and_rest(head.parts["verdict"])
    if cut is None:
        return None
    verdict, rest = cut
    said = {part: " ".join(inline_text(inlines).split()) for part, inlines in head.parts.items()}
    review = ClaimReview(
        id=first.id, lang=first.lang, dir=first.dir, where=first.where, why="typed-claim",
        claim=head.parts["claim"], claimant=said.get("claimant"), source=said.get("source"), verdict=verdict,
    )  # fmt: skip
    builder.left_out.extend(LeftOut(0, label, "fact-check-label") for label in head.labels)
    more = [Paragraph(id=f"{first.id}-why", where=first.where, children=rest)] if rest else []
    return [review, *more, *head.others]


def _verdict_and_rest(said: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]] | None:
    """Return the verdict, and the reasons after it; None where they cannot be told apart without losing a link."""
    text = inline_text(said)
    has_links = any(isinstance(inline, Link) for inline in said)
    if len(text) <= LONGEST_VERDICT and not has_links:
        return " ".join(text.split()), ()
    end = min((place + 1 for mark in _ENDS if (place := text.find(mark)) > 0), default=0)
    cut = split_inlines(said, end) if 0 < end <= LONGEST_VERDICT else None
    if cut is None:
        return None if has_links else (" ".join(text.split()), ())
    first, rest = cut
    if any(isinstance(inline, Link) for inline in first):
        return None
    return " ".join(inline_text(first).split()), trim_start(rest)


@cache
def _labels() -> dict[str, str]:
    return {fold(word): part for part in reversed(_PARTS) for word in words("claims", part)}


@cache
def _openings() -> frozenset[str]:
    return first_words(_labels())


def label_of_part(block: Block) -> str | None:
    """Return the words of a block that is only the label of a part."""
    labelled = _labelled(block)
    return labelled[1] if labelled and labelled[0] and not labelled[2] else None


def is_label(text: str) -> bool:
    """Say whether a text is only the label of a part."""
    return _part(text.strip()) is not None


def without_label(said: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """Return the label that words of a part begin with, "" if none, and the words after it."""
    if not said:
        return "", said
    labelled = _labelled(Paragraph(id="", where="", children=said))
    return (labelled[1], trim_start(labelled[2])) if labelled and labelled[0] and labelled[2] else ("", said)


def _part(label: str) -> str | None:
    """Return the part that a label names: "The claim:", "AP's assessment", "Urteil"."""
    if len(label) > LONGEST_LABEL or begins_with_none_of(label, _openings()):
        return None
    return _labels().get(fold(label.replace("’", "'")))


# -- lines ---------------------------------------------------------------------------------------


def _of_lines(blocks: Sequence[Block], start: int) -> tuple[_Head | None, int]:
    """Return the head that labelled lines make from a place on, and where it ends."""
    if (labelled := _labelled(blocks[start])) is None or labelled[0] not in _PARTS:
        return None, start
    if labelled[0] == "verdict" and not labelled[2]:
        return None, start  # a part of the story called "Conclusion"
    head, place = _Head(), start
    while place < min(len(blocks), start + MOST_BLOCKS):
        taken = _take_line(head, blocks, place)
        if not taken:
            break
        place += taken
    return head, place


def _of_broken(block: Paragraph, blocks: Sequence[Block], start: int) -> tuple[_Head | None, int]:
    """Return the head that the lines of one paragraph make, or that paragraphs make of which one has two lines."""
    if _labelled(block) is None:
        return None, start
    lines = [
        replace(block, id=f"{block.id}-{place}" if place else block.id, children=trim_start(line))
        for place, line in enumerate(lines_of(block.children))
    ]
    head, end = _of_lines(lines, 0)
    if head is None or "claim" not in head.parts or "verdict" not in head.parts:
        return _of_lines(blocks, start)
    head.others.extend(lines[end:])
    return head, start + 1


def _take_line(head: _Head, blocks: Sequence[Block], place: int) -> int:
    """Take the labelled line at a place, and return how many blocks it is: two if its words stand under the label."""
    labelled = _labelled(blocks[place])
    if labelled is None:
        return 0
    part, label, said = labelled
    if part == "":
        head.others.append(blocks[place])
        return 1
    if said:
        return 1 if head.take(part, label, said) else 0
    under = _words_of(blocks[place + 1]) if place + 1 < len(blocks) else None
    if under and part == "verdict" and len(inline_text(under)) > LONGEST_UNDER:
        return 0
    return 2 if under is not None and head.take(part, label, under) else 0


def _words_of(block: Block) -> tuple[Inline, ...] | None:
    """Return the words under a label: one paragraph, or the one paragraph of a quote."""
    match block:
        case Paragraph():
            return None if _labelled(block) else block.children
        case Quote(blocks=(Paragraph() as only,), attribution=()):
            return only.children
        case Heading(inferred=False):
            return block.children
        case _:
            return None


def _labelled(block: Block) -> tuple[str, str, tuple[Inline, ...]] | None:
    """Return the part that a line gives, its label, and the words after it; "" for a part that we do not know."""
    if not isinstance(block, Paragraph | Heading) or not block.children:
        return None
    first = block.children[0]
    if isinstance(first, Strong) and (part := _part(first.text)):
        rest = block.children[1:]
        while rest and isinstance(rest[0], LineBreak):
            rest = rest[1:]
        begun = rest[0].text.lstrip() if rest else ""
        mark = begun[:1] if begun[:1] in _COLONS else ""
        said = _without(rest, mark) if mark else rest
        return None if said is None else (part, f"{first.text}{mark}", said)
    text = inline_text(block.children[:3])[: LONGEST_LABEL + 1]
    end = min((place for place in map(text.find, _COLONS) if place >= 0), default=-1)
    if end < 0:
        part = _part(text) if len(block.children) == 1 else None
        return (part, text, ()) if part else None
    if part := _part(text[:end]):
        cut = split_inlines(block.children, end + 1)
        return None if cut is None else (part, text[: end + 1], () if not inline_text(cut[1]).strip() else cut[1])
    is_label = isinstance(first, Strong) and first.text.rstrip().endswith(_COLONS) and len(block.children) > 1
    return ("", "", block.children) if is_label else None


def _without(inlines: tuple[Inline, ...], mark: str) -> tuple[Inline, ...] | None:
    """Return inlines without the mark that they begin with."""
    text = inline_text(inlines)
    cut = split_inlines(inlines, text.index(mark) + 1)
    return None if cut is None else trim_start(cut[1])


# -- terms and cells -----------------------------------------------------------------------------


def _of_terms(block: DefinitionList) -> _Head:
    head = _Head()
    others = []
    for item in block.items:
        label = inline_text(item.terms[0]) if len(item.terms) == 1 else ""
        part = _part(label)
        said = _only_words(item.blocks)
        if part is None or said is None or not head.take(part, label, said):
            others.append(item)
    if others:
        head.others.append(replace(block, id=f"{block.id}-more", items=tuple(others)))
    return head


def _of_table(block: Table) -> _Head | None:
    """Return the head that a table of two columns is, or one of two rows whose first names the columns."""
    rows = block.rows
    if block.caption or block.notes:
        return None
    if all(len(row.cells) == 2 for row in rows):  # noqa: PLR2004 - label and words
        pairs = [(row, row.cells[0], row.cells[1]) for row in rows]
        head = _Head()
        others = [row for row, label, said in pairs if not _take_cells(head, label, said)]
        if {"claim", "verdict"} <= head.parts.keys():
            if others:
                head.others.append(replace(block, id=f"{block.id}-more", rows=tuple(others), header_rows=0))
            return head
    if len(rows) == 2 and len(rows[0].cells) == len(rows[1].cells):  # noqa: PLR2004 - names, values
        head = _Head()
        if all(_take_cells(head, *pair) for pair in _columns(rows)):
            return head
    return None


def _columns(rows: Sequence[Row]) -> Iterator[tuple[Cell, Cell]]:
    return zip(rows[0].cells, rows[1].cells, strict=True)


def _take_cells(head: _Head, label: Cell, said: Cell) -> bool:
    name, value = _only_words(label.blocks), _only_words(said.blocks)
    part = _part(inline_text(name)) if name else None
    if not name or not value or part is None or is_label(inline_text(value)):
        return False
    return head.take(part, inline_text(name), value)


def _only_words(blocks: tuple[Block, ...]) -> tuple[Inline, ...] | None:
    return blocks[0].children if len(blocks) == 1 and isinstance(blocks[0], Paragraph) else None
