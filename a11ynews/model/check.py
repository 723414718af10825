"""What must hold in every article that reading makes, whatever the page was.

The tests run it over all pages at hand; an application may run it over articles that it made itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from a11ynews.model.article import Article
from a11ynews.model.blocks import (
    Block,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    List,
    Media,
    Notes,
    Omitted,
    PullQuote,
    Table,
    ThematicBreak,
)
from a11ynews.model.findings import Notice
from a11ynews.model.inlines import Inline, InlineImage, Link, NoteReference
from a11ynews.model.walk import contents, iterate_blocks, iterate_inlines

__all__ = ["check"]

_TOP, _LOWEST = 2, 6


def check(article: Article) -> tuple[Notice, ...]:
    """Return what is wrong with an article; nothing, for every article that ``parse`` makes.

    Heading levels are 2 to 6 and never skip one; ids are there once; no block is empty; links and
    notes' marks inside the article lead somewhere.

    Example:
        >>> from a11ynews.model.inlines import Text
        >>> lone = Heading(id="b1", level=4, children=(Text(text="Then"),))
        >>> [str(notice) for notice in check(Article(body=(lone,)))]
        ['A heading of level 4 follows level 1. (b1)']
    """
    blocks = tuple(iterate_blocks(article.body))
    return (*_levels(blocks), *_ids(blocks), *_empty(blocks), *_targets(blocks))


def _levels(blocks: Sequence[Block]) -> Iterator[Notice]:
    before = _TOP - 1  # the headline, which is no block
    for heading in blocks:
        if not isinstance(heading, Heading):
            continue
        if not _TOP <= heading.level <= _LOWEST:
            yield _notice("heading-range", f"A heading has level {heading.level}.", heading)
        elif heading.level > before + 1:
            yield _notice("heading-skip", f"A heading of level {heading.level} follows level {before}.", heading)
        before = heading.level


def _ids(blocks: Sequence[Block]) -> Iterator[Notice]:
    counts = Counter(_all_ids(blocks))
    for found, times in counts.items():
        if times > 1:
            yield Notice(kind="same-id", message=f"The id {found!r} is there {times} times.", where=found)


def _all_ids(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.id:
            yield block.id
        if isinstance(block, Notes):
            yield from (note.id for note in block.items)


def _empty(blocks: Sequence[Block]) -> Iterator[Notice]:
    for block in blocks:
        if _is_empty(block):
            yield _notice("empty-block", f"A block of the kind {type(block).__name__} holds nothing.", block)


def _is_empty(block: Block) -> bool:
    match block:
        case Figure() | Media() | Embed() | Omitted() | ThematicBreak():
            return False  # there is a picture, a recording, or the word that it is missing
        case List() | DefinitionList() | Notes():
            return not block.items
        case Table():
            return not any(row.cells for row in block.rows)
        case _:
            return not any(_says(part) for part in contents(block))


def _says(part: str | tuple[Inline, ...] | Block) -> bool:
    if isinstance(part, str):
        return bool(part.strip())
    if isinstance(part, tuple):
        return any(isinstance(inline, InlineImage) or inline.text.strip() for inline in iterate_inlines(part))
    return True  # a block inside is checked by itself


def _targets(blocks: Sequence[Block]) -> Iterator[Notice]:
    known = set(_all_ids(blocks))
    for block in blocks:
        if isinstance(block, PullQuote) and block.repeats and block.repeats not in known:
            yield _notice("lost-target", f"A pull quote repeats {block.repeats!r}, which is not there.", block)
        for part in contents(block):
            for inline in iterate_inlines(part) if isinstance(part, tuple) else ():
                target = _target(inline)
                if target is not None and target not in known:
                    yield _notice("lost-target", f"A link leads to {target!r}, which is not there.", block)


def _target(inline: Inline) -> str | None:
    """Return the id that an inline leads to inside the article, if it does."""
    if isinstance(inline, NoteReference):
        return inline.note_id
    return inline.href[1:] if isinstance(inline, Link) and inline.href.startswith("#") else None


def _notice(kind: str, message: str, block: Block) -> Notice:
    return Notice(kind=kind, message=message, where=block.where or block.id)
