"""What all blocks share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from a11ynews.model.inlines import Direction

__all__ = ["BlockBase", "blocks_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockBase:
    """What every block has.

    Attributes:
        id: Unique in the article, made by us ("b12"), stable for the same input.
        lang: BCP 47 tag where it differs from the article's; None otherwise.
        dir: Direction where it differs from the article's; None otherwise.
        where: The place in the source, for people ("div#story > p", "line 12").
        why: The id of the rule that made the block what it is ("bold-paragraph-heading").
    """

    id: str = ""
    lang: str | None = None
    dir: Direction | None = None
    where: str = field(default="", compare=False)
    why: str = field(default="", compare=False)


class _Said(Protocol):
    @property
    def text(self) -> str: ...


def blocks_text(blocks: Iterable[_Said], separator: str = "\n\n") -> str:
    """Return the text of blocks, those without any text left out.

    Example:
        >>> from a11ynews.model.blocks import Paragraph, ThematicBreak
        >>> from a11ynews.model.inlines import Text
        >>> blocks_text((Paragraph(children=(Text(text="One."),)), ThematicBreak()))
        'One.'
    """
    return separator.join(text for block in blocks if (text := block.text))
