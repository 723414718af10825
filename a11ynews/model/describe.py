"""Blocks in a few words, for those who want to know what became of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from a11ynews.model.blocks import (
    Block,
    Callout,
    ClaimReview,
    CodeBlock,
    DefinitionList,
    Details,
    Embed,
    Figure,
    Heading,
    List,
    LivePost,
    MathBlock,
    Media,
    Notes,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    Sidebar,
    Table,
    ThematicBreak,
)

__all__ = ["Kept", "count", "describe_block", "kept_blocks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One block of the story.

    Attributes:
        number: Its place, inner blocks after a dot ("3.1").
        what: What it was kept as, with what matters of it ("heading, level 2").
        text: Its words.
        where: The place in the source.
        rule: The rule that made it what it is, if one did.
    """

    number: str
    what: str
    text: str
    where: str
    rule: str


def kept_blocks(blocks: Sequence[Block], prefix: str = "") -> Iterator[Kept]:
    """Yield all blocks in reading order, inner ones after the one they are in.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> words = Paragraph(children=(Text(text="Tea."),))
        >>> [(kept.number, kept.what) for kept in kept_blocks([Quote(blocks=(words,))])]
        [('1', 'quote'), ('1.1', 'paragraph')]
    """
    for index, block in enumerate(blocks, start=1):
        number = f"{prefix}{index}"
        text = block.text or _shown_as(block)
        yield Kept(number=number, what=describe_block(block), text=text, where=block.where, rule=block.why)
        yield from kept_blocks(_inner(block), f"{number}.")


def _inner(block: Block) -> Sequence[Block]:
    match block:
        case Quote() | Callout() | Sidebar() | Details() | LivePost() | Embed():
            return block.blocks
        case List() | DefinitionList() | Notes():
            return [inner for item in block.items for inner in item.blocks]
        case Heading() | Paragraph() | CodeBlock() | MathBlock() | ThematicBreak() | PullQuote() | ClaimReview():
            return ()
        case Figure() | Media() | Omitted() | Table():
            return ()
        case _:
            assert_never(block)


def _shown_as(block: Block) -> str:
    """Return what people know a block without words by: the description of its picture, or an address."""
    match block:
        case Figure():
            return next((image.alt or image.src for image in block.images), "")
        case Media():
            return block.title or block.src or ""
        case Embed():
            return block.title or block.url or ""
        case _:
            return ""


def _with(**parts: object) -> str:
    """Return what a thing comes with: ", with caption and credit"."""
    names = [name.replace("_", " ") for name, part in parts.items() if part]
    return f", with {' and '.join(names)}" if names else ""


def describe_block(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
    """Say in a few words what a block is.

    Example:
        >>> describe_block(List(items=(), ordered=True))
        'numbered list, 0 items'
    """
    match block:
        case Heading():
            return f"heading, level {block.level}" + (", without a heading element" if block.inferred else "")
        case Paragraph():
            return {"body": "paragraph", "standfirst": "standfirst", "speaker": "paragraph, a speaker's turn"}[
                block.role
            ]
        case List():
            return f"{'numbered ' if block.ordered else ''}list, {count(len(block.items), 'item')}"
        case DefinitionList():
            return f"list of definitions, {count(len(block.items), 'entry', 'entries')}"
        case Quote():
            return "quote" + (", with who said it" if block.attribution else "")
        case PullQuote():
            return "pull quote" + (", not read out" if block.repeats else "")
        case Callout():
            return f"note set apart ({block.kind})" + _with(title=block.title)
        case Sidebar():
            return "sidebar" + _with(title=block.title)
        case Details():
            return "part that opens"
        case LivePost():
            return "live post" + (f", {block.time}" if block.time else "")
        case ClaimReview():
            return "claim and verdict of a fact check"
        case CodeBlock():
            return "code" + (f" in {block.language}" if block.language else "") + _with(title=block.caption)
        case MathBlock():
            return "formula"
        case ThematicBreak():
            return "break"
        case Figure():
            pictures = count(len(block.images), "picture") if block.images else "its picture lost"
            has = _with(caption=block.caption, credit=block.credit)
            return f"figure, {pictures}{has}" + (", archive photo" if block.archive_photo else "")
        case Media():
            return f"{block.kind} recording" + _with(caption=block.caption, tracks=block.tracks)
        case Embed():
            return f"embed ({block.kind}{', ' + block.provider if block.provider else ''})"
        case Omitted():
            return f"left out: {block.what}, {block.reason}"
        case Table():
            heads = [count(block.header_rows, "header row")] if block.header_rows else []
            heads += [count(block.header_columns, "header column")] if block.header_columns else []
            size = ", ".join((count(len(block.rows), "row"), *heads))
            return f"table of data, {size}{_with(caption=block.caption, notes=block.notes)}"
        case Notes():
            return f"notes, {count(len(block.items), 'note')}"
        case _:
            assert_never(block)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    Example:
        >>> count(1, "entry", "entries"), count(3, "row")
        ('1 entry', '3 rows')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"
