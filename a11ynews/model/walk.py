"""Going over a document: every block, every inline, every visible character, in reading order.

:func:`contents` is the one place that knows what each block holds, and in which order it is read;
all walks follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from a11ynews.model.article import Article
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
from a11ynews.model.inlines import (
    Code,
    Inline,
    InlineImage,
    Keyboard,
    LineBreak,
    Math,
    NoteReference,
    Ruby,
    Text,
)

__all__ = [
    "Part",
    "block_pieces",
    "child_inlines",
    "contents",
    "iterate_blocks",
    "iterate_inlines",
    "picture_addresses",
    "visible_inline_text",
    "visible_text",
]

Part: TypeAlias = str | tuple[Inline, ...] | Block
"""A piece of a block: words that are plain strings, a run of inlines, or a block inside."""

_LEAVES = (Text, LineBreak, Code, Keyboard, Ruby, Math, InlineImage, NoteReference)


def contents(block: Block) -> tuple[Part, ...]:
    """Return what a block shows, in reading order, one level deep.

    Words that are ours and not the page's (what an ``Omitted`` says, alternatives of pictures,
    addresses) are not in it.

    Example:
        >>> contents(Heading(level=2, children=(Text(text="Then"),)))
        ((Text(text='Then'),),)
    """
    return tuple(part for part in _contents(block) if part not in ((), ""))


def _contents(block: Block) -> tuple[Part, ...]:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
    match block:
        case Heading() | Paragraph():
            return (block.children,)
        case CodeBlock():
            return (block.caption, block.text)
        case MathBlock():
            return (block.text, block.label or "")
        case List():
            return tuple(inner for item in block.items for inner in item.blocks)
        case DefinitionList():
            return tuple(part for item in block.items for part in (*item.terms, *item.blocks))
        case Quote():
            return (*block.blocks, block.attribution)
        case PullQuote():
            return (block.children, block.attribution)
        case Callout() | Sidebar():
            return (block.title, *block.blocks)
        case Details():
            return (block.summary, *block.blocks)
        case LivePost():
            return (block.time or "", block.title, *block.blocks)
        case ClaimReview():
            return (block.claimant or "", block.claim, block.source or "", block.verdict or "")
        case Figure():
            return (block.caption, block.credit)
        case Media():
            return (block.caption,)
        case Embed():
            return (*block.blocks, block.caption)
        case Table():
            cells = (inner for row in block.rows for cell in row.cells for inner in cell.blocks)
            return (block.caption, *cells, *block.notes)
        case Notes():
            return tuple(part for note in block.items for part in (note.label, *note.blocks))
        case Omitted() | ThematicBreak():
            return ()
        case _:
            assert_never(block)


def iterate_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and all blocks inside them, at any depth, each before what it holds.

    Example:
        >>> inner = Paragraph(children=(Text(text="Mind the gap."),))
        >>> [type(block).__name__ for block in iterate_blocks((Quote(blocks=(inner,)),))]
        ['Quote', 'Paragraph']
    """
    for block in blocks:
        yield block
        for part in _contents(block):
            if not isinstance(part, str | tuple):
                yield from iterate_blocks((part,))


def iterate_inlines(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield inlines and all inlines inside them, at any depth, each before what it holds."""
    for inline in inlines:
        yield inline
        yield from iterate_inlines(child_inlines(inline))


def picture_addresses(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the addresses of the pictures of blocks, in reading order; those within lines come with their block."""
    for block in iterate_blocks(blocks):
        if isinstance(block, Figure):
            yield from (image.src for image in block.images)
        for part in _contents(block):
            if isinstance(part, tuple):
                yield from (inline.src for inline in iterate_inlines(part) if isinstance(inline, InlineImage))


def child_inlines(inline: Inline) -> tuple[Inline, ...]:
    """Return the inlines directly inside an inline; none for leaves.

    Example:
        >>> child_inlines(Text(text="a"))
        ()
    """
    return () if isinstance(inline, _LEAVES) else inline.children


def visible_inline_text(inlines: Iterable[Inline]) -> str:
    """Return all visible characters of inlines, the readings of ruby included.

    Example:
        >>> visible_inline_text((Ruby(base="漢字", reading="かんじ"),))
        '漢字かんじ'
    """
    return "".join(_leaf_text(inline) for inline in iterate_inlines(inlines) if isinstance(inline, _LEAVES))


def visible_text(article: Article) -> str:
    """Return every visible character of the page that the article accounts for.

    That is the header, the body to its last caption, note and reading, and what was removed. White space between
    the pieces is ours. The conservation law says that this holds the source's visible characters,
    white space aside, once each.

    Example:
        >>> visible_text(Article(body=(Paragraph(children=(Text(text="Mind the gap."),)),)))
        'Mind the gap.'
    """
    pieces = [header.text for header in article.header]
    pieces += block_pieces(article.body)
    pieces += (removed.text for removed in article.removed)
    return "\n".join(pieces)


def block_pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the visible strings of blocks in reading order, captions, labels and notes included."""
    for block in blocks:
        for part in contents(block):
            if isinstance(part, str):
                yield part
            elif isinstance(part, tuple):
                yield visible_inline_text(part)
            else:
                yield from block_pieces((part,))


def _leaf_text(inline: Inline) -> str:
    return inline.base + inline.reading if isinstance(inline, Ruby) else inline.text
