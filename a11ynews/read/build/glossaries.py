"""Glossaries that were typed by hand: bold terms, a dash, and what they mean."""

from __future__ import annotations

from typing import Final

from a11ynews.model.blocks import Block, Definition, DefinitionList, Paragraph
from a11ynews.model.inlines import Inline, Strong, Text
from a11ynews.read.build.builder import Builder
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.typed_lists import trim_start

__all__ = ["join_typed_terms"]

LONGEST_TERM: Final = 60
"""Characters of a term; a longer bold run is a sentence of its own."""

FEWEST: Final = 2
"""Entries one after the other; a single bold word before a dash is a lead."""

_DASHES: Final = frozenset("-–—")


def join_typed_terms(builder: Builder, blocks: list[Block]) -> list[Block]:
    """Return blocks with each run of paragraphs "**term** – meaning" as one list of definitions."""
    out: list[Block] = []
    run: list[Paragraph] = []
    for block in (*blocks, None):
        if isinstance(block, Paragraph) and _dash_after_term(block.children):
            run.append(block)
            continue
        out.extend([_listed(builder, run)] if len(run) >= FEWEST else run)
        run = []
        if block is not None:
            out.append(block)
    return out


def _dash_after_term(children: tuple[Inline, ...]) -> str:
    """Return the dash that parts a bold term from its meaning; "" if a paragraph is not made so."""
    if len(children) <= 1:
        return ""
    first, second = children[:2]
    if not isinstance(first, Strong) or not isinstance(second, Text) or len(first.text) > LONGEST_TERM:
        return ""
    begun = second.text.lstrip()
    is_apart = begun[:1] in _DASHES and begun[1:2].isspace() and not first.text[-1:].isspace()
    has_meaning = len(children) > 2 or bool(begun[1:].strip())  # noqa: PLR2004 - term and dash
    return begun[0] if is_apart and has_meaning and any(map(str.isalpha, first.text)) else ""


def _listed(builder: Builder, run: list[Paragraph]) -> DefinitionList:
    first = run[0]
    items = tuple(_entry(builder, paragraph) for paragraph in run)
    return DefinitionList(
        id=f"{first.id}-terms", lang=first.lang, dir=first.dir, where=first.where, why="typed-glossary", items=items
    )


def _entry(builder: Builder, paragraph: Paragraph) -> Definition:
    term, second, *rest = paragraph.children
    dash = _dash_after_term(paragraph.children)
    builder.left_out.append(LeftOut(0, dash, "typed-glossary-dash"))
    meaning = trim_start((Text(text=second.text.lstrip()[1:]), *rest))
    words = term.children if isinstance(term, Strong) else (term,)
    said = Paragraph(id=paragraph.id, lang=paragraph.lang, dir=paragraph.dir, where=paragraph.where, children=meaning)
    return Definition(terms=(words,), blocks=(said,))
