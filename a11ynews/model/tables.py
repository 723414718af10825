"""Data tables. Layout tables never get here: they dissolve when the page is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from a11ynews.model.base import BlockBase, blocks_text
from a11ynews.model.inlines import Inline, inline_text

if TYPE_CHECKING:
    from a11ynews.model.blocks import Block

__all__ = ["Cell", "Row", "Scope", "Table"]

Scope: TypeAlias = Literal["row", "col", "rowgroup", "colgroup"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. Spans are clamped to the real grid; ``scope`` only for header cells."""

    blocks: tuple[Block, ...] = ()
    is_header: bool = False
    scope: Scope | None = None
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """The cell's words."""
        return blocks_text(self.blocks, "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of cells."""

    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The cells' words, a tab between two."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(BlockBase):
    """A data table. ``header_rows`` and ``header_columns`` count from the top and the start.

    A row of the body that is one header cell over all columns, of scope ``rowgroup``, names the rows below it.
    ``notes`` is what stands below the rows: where the figures come from, what a mark means.
    """

    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()
    header_rows: int = 0
    header_columns: int = 0
    notes: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """Caption, then one line a row, then the notes."""
        parts = [inline_text(self.caption), *(row.text for row in self.rows), blocks_text(self.notes, "\n")]
        return "\n".join(part for part in parts if part)
