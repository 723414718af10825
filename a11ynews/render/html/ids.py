"""The ids of an article's parts, decided before anything is written: links may point forward."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

__all__ = ["Ids", "nested_blocks"]

_LEAVES = (Paragraph, Heading, Figure)
_MAX_ID_CHARS = 64
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


class Ids:
    """The names in the page of the ids of an article's blocks and notes.

    An id is taken over with ``s-`` before it, so that it cannot hide a name of the surrounding page; one of an odd
    form gets a number instead. The article is gone through only when that is asked: most have neither links within
    them nor odd ids.

    Args:
        body: The blocks of the article.
        prefix: Put before every id, for pages that hold several articles.

    Example:
        >>> from a11ynews.model.blocks import ThematicBreak
        >>> ids = Ids((ThematicBreak(id="b1"), ThematicBreak(id='"><b')))
        >>> ids.name_of("b1"), ids.name_of('"><b'), ids.find("b2")
        ('s-b1', 's-1x', None)
    """

    __slots__ = ("_body", "_known", "_start")

    def __init__(self, body: Sequence[Block], prefix: str = "") -> None:
        self._body = body
        self._start = f"{prefix}s-"
        self._known: dict[str, str] | None = None

    def name_of(self, raw: str) -> str | None:
        """Return the name for the id of a part that is in the article; None where it has no id."""
        # A letter, then letters and digits: what _PLAIN_ID matches, too, and a quarter of its time.
        if raw.isalnum() and raw.isascii() and raw[0].isalpha() and len(raw) <= _MAX_ID_CHARS:
            return self._start + raw
        return self.find(raw)

    def find(self, raw: str) -> str | None:
        """Return the name for the id if any part of the article has it."""
        if self._known is None:
            self._known = self._collect()
        return self._known.get(raw)

    def _collect(self) -> dict[str, str]:
        known: dict[str, str] = {}
        waiting = list(reversed(self._body))
        while waiting:
            block = waiting.pop()
            self._add(block.id, known)
            if isinstance(block, _LEAVES):  # most of them, and they hold none
                continue
            if isinstance(block, Notes):
                for note in block.items:
                    self._add(note.id, known)
            waiting.extend(reversed(nested_blocks(block)))
        return known

    def _add(self, raw: str, known: dict[str, str]) -> None:
        if raw and raw not in known:
            known[raw] = f"{self._start}{raw}" if _PLAIN_ID.fullmatch(raw) else f"{self._start}{len(known)}x"
