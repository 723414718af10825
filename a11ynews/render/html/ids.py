"""The ids of an article's parts, decided before anything is written: links may point forward."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from a11ynews.model.blocks import (
    Block,
    Callout,
    DefinitionList,
    Details,
    Embed,
    Figure,
    Heading,
    List,
    LivePost,
    Notes,
    Paragraph,
    Quote,
    Sidebar,
    Table,
)

__all__ = ["collect_ids", "nested_blocks"]

_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")


def nested_blocks(block: Block) -> tuple[Block, ...]:
    """Return the blocks directly inside a block, in order.

    Example:
        >>> from a11ynews.model.blocks import ThematicBreak
        >>> nested_blocks(Quote(blocks=(ThematicBreak(),)))[0].text
        ''
    """
    match block:
        case Quote() | Callout() | Sidebar() | Details() | LivePost() | Embed():
            return block.blocks
        case List() | DefinitionList() | Notes():
            return tuple(chain.from_iterable(item.blocks for item in block.items))
        case Table():
            cells = chain.from_iterable(cell.blocks for row in block.rows for cell in row.cells)
            return (*cells, *block.notes)
        case _:
            return ()


def collect_ids(body: Sequence[Block], prefix: str = "") -> dict[str, str]:
    """Return for each id of a block or note the id that it gets in the page.

    An id is taken over with ``s-`` before it, so that it cannot hide a name of the surrounding page;
    one of an odd form gets a number instead. Of two equal ids the first keeps it.

    Args:
        body: The blocks of the article.
        prefix: Put before every id, for pages that hold several articles.

    Example:
        >>> from a11ynews.model.blocks import ThematicBreak
        >>> collect_ids((ThematicBreak(id="b1"), ThematicBreak(id='"><b')))
        {'b1': 's-b1', '"><b': 's-1x'}
    """
    ids: dict[str, str] = {}
    for raw in _all_ids(body):
        if raw and raw not in ids:
            ids[raw] = f"{prefix}s-{raw}" if _PLAIN_ID.fullmatch(raw) else f"{prefix}s-{len(ids)}x"
    return ids


def _all_ids(body: Sequence[Block]) -> Iterator[str]:
    waiting = list(reversed(body))
    while waiting:
        block = waiting.pop()
        yield block.id
        if isinstance(block, Paragraph | Heading | Figure):  # most of them, and they hold none
            continue
        if isinstance(block, Notes):
            yield from (note.id for note in block.items)
        waiting.extend(reversed(nested_blocks(block)))
