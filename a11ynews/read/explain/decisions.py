"""What was decided on the way, apart from what blocks became: refusals, and what stands inside lines.

The build notes its refusals down if it is asked to. The rest can be seen in the blocks themselves,
so it is looked for there, and costs nothing where nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, Figure, PullQuote
from a11ynews.model.inlines import Abbreviation, Dateline, Inline, NoteReference, Span, inline_text
from a11ynews.model.verdicts import Decision
from a11ynews.model.walk import contents, iterate_blocks, iterate_inlines
from a11ynews.read.build.refusals import Refusal
from a11ynews.read.explain.reasons import MADE, REFUSED
from a11ynews.tree.page import Page

__all__ = ["decisions_in", "refusals_of"]


def refusals_of(page: Page, refusals: Sequence[Refusal]) -> Iterator[Decision]:
    """Yield what the build refused, in the page's order."""
    for refusal in sorted(refusals, key=lambda refusal: refusal.node):
        where = page.where(refusal.node)
        text = " ".join(page.text(refusal.node).split())
        yield Decision(what=refusal.what, text=text, reason=REFUSED[refusal.rule], rule=refusal.rule, where=where)


def decisions_in(article: Article) -> Iterator[Decision]:
    """Yield what was decided inside the blocks of an article, in reading order.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> from a11ynews.model.blocks import Paragraph
        >>> mark = NoteReference(label="1", note_id="n1")
        >>> [found.what for found in decisions_in(Article(body=(Paragraph(children=(Text(text="So."), mark)),)))]
        ['mark of note n1']
    """
    for block in iterate_blocks(article.body):
        yield from _of_block(block)
        for part in contents(block):
            if isinstance(part, tuple):
                for inline in iterate_inlines(part):
                    yield from _of_inline(inline, block)


def _of_block(block: Block) -> Iterator[Decision]:
    match block:
        case Figure(archive_photo=True):
            yield _decision("archive picture", inline_text(block.caption), "archive-words", block)
        case PullQuote(repeats=str(other)):
            yield _decision(f"repeat of {other}, not read out", block.text, "repeats", block)
        case _:
            return


def _of_inline(inline: Inline, block: Block) -> Iterator[Decision]:
    match inline:
        case NoteReference():
            yield _decision(f"mark of note {inline.note_id}", inline.label, "note-mark", block)
        case Abbreviation():
            yield _decision(f"short for {inline.expansion}", inline.text, "expansion", block)
        case Dateline():
            rule = block.why if block.why.startswith("dateline") else "dateline"
            yield _decision("dateline", inline.text, rule, block)
        case Span(lang=str(lang)):
            yield _decision(f"in the language {lang}", inline.text, "language-of-words", block)
        case _:
            return


def _decision(what: str, text: str, rule: str, block: Block) -> Decision:
    reason = REFUSED.get(rule) or MADE.get(rule, "")
    return Decision(what=what, text=text, reason=reason, rule=rule, where=block.where)
