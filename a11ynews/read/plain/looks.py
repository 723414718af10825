"""What each chunk looks like by itself, found once; the judges then look at neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from a11ynews.read.plain.captions import Caption, find_caption
from a11ynews.read.plain.chunks import Chunk
from a11ynews.read.plain.signs import is_headline_like, is_prose, word_count
from a11ynews.read.vocabulary import Label, find_label, find_phrase, fold

__all__ = ["Look"]

_COUNT = re.compile(r"[\W_]*\d[\d\s:.,/%kKmM]{0,12}[\W_]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
#: Kinds whose phrases open the headline of another story.
_LINK_KINDS = frozenset({"related", "read-more", "most-read", "share", "ticker-label"})
#: Kinds whose labels stand in a row with nothing but spaces between.
_ROW_KINDS = frozenset({"share", "follow", "dev-residue", "print"})
_LONGEST_ROW = 200
_SEPARATOR = re.compile(r"\s*[|•·>»›→]\s*|\s/\s")
_RULE = re.compile(r"[-–—*_=~#+•·.⁂\s]{3,}")


def _of_row(text: str) -> Label | None:
    """The label of a row of labels: "About us | Contact", "Home > World", "Facebook Twitter Email"."""
    if len(text) > _LONGEST_ROW:
        return None
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) > 1:
        known = [label for part in parts if (label := find_label(part))]
        return known[0] if known and (len(known) * 2 >= len(parts) or find_label(parts[0])) else None
    tokens = text.split()
    row = [label for token in tokens if (label := find_label(token)) and label.kind in _ROW_KINDS]
    return row[0] if len(row) == len(tokens) > 1 else None


@dataclass(frozen=True)
class Look:
    """A chunk with its looks, each worked out when first asked for.

    Attributes:
        chunk: The chunk.
    """

    chunk: Chunk

    @cached_property
    def label(self) -> Label | None:
        """The furniture label that the whole chunk is."""
        return None if self.chunk.is_solid else find_label(self.chunk.printed)

    @cached_property
    def phrase(self) -> Label | None:
        """The label, or the furniture that the chunk's words speak of: only to be believed at the ends.

        A whole sentence is more than a link to another story, whatever it begins with.
        """
        if self.chunk.is_solid:
            return None
        found = self.label or (None if self.caption else self._row or find_phrase(self.chunk.text))
        is_link = found is not None and found.kind in _LINK_KINDS
        return None if is_link and self.is_prose else found

    @cached_property
    def _row(self) -> Label | None:
        return _of_row(self.chunk.printed)

    @property
    def is_row(self) -> bool:
        """Whether it is a row of labels and nothing else: "Facebook Twitter Email"."""
        return not self.chunk.is_solid and self.caption is None and self._row is not None

    @cached_property
    def caption(self) -> Caption | None:
        """The kind of caption the chunk is."""
        if self.chunk.is_solid:
            return None
        return Caption() if self.chunk.image else find_caption(self.chunk.text)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text; code and tables are as surely the story's."""
        if self.chunk.is_solid:
            return True
        return self.caption is None and is_prose(self.chunk.text) and not _ADDRESS.fullmatch(self.chunk.text)

    @cached_property
    def is_headline_like(self) -> bool:
        """Whether it could be a headline, its own or another story's."""
        return (
            not self.chunk.is_solid
            and self.caption is None
            and is_headline_like(self.chunk.text)
            and not _ADDRESS.fullmatch(self.chunk.text)
        )

    @cached_property
    def is_count(self) -> bool:
        """Whether it is only a number: a rank, a count of shares, a player's time."""
        return _COUNT.fullmatch(self.chunk.printed) is not None

    @cached_property
    def is_rule(self) -> bool:
        """Whether it is a line drawn with characters."""
        return _RULE.fullmatch(self.chunk.printed) is not None

    @cached_property
    def words(self) -> int:
        """The number of its words."""
        return word_count(self.chunk.text)

    @cached_property
    def folded(self) -> str:
        """Its words for comparison."""
        return fold(self.chunk.text)
