"""What an article is made of: a closed union of frozen, typed blocks.

``Block`` is the whole list; a new member makes the type checker name every renderer that lacks it.
Unknown containers of a page dissolve, unknown *content* never does: it becomes an ``Embed`` or an
``Omitted`` with a reason.

Each block has ``text``: what it says, as plain text. Alternatives of pictures, addresses and list
markers are not text of the page and are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from a11ynews.model.base import BlockBase, blocks_text
from a11ynews.model.figures import AltSource, Embed, EmbedKind, Figure, Image, Media, Omitted, Track
from a11ynews.model.inlines import Inline, inline_text
from a11ynews.model.numbering import Numbering
from a11ynews.model.tables import Cell, Row, Scope, Table

__all__ = [
    "AltSource",
    "Block",
    "Callout",
    "CalloutKind",
    "Cell",
    "ClaimReview",
    "CodeBlock",
    "Definition",
    "DefinitionList",
    "Details",
    "Embed",
    "EmbedKind",
    "Figure",
    "Heading",
    "Image",
    "List",
    "ListItem",
    "LivePost",
    "MathBlock",
    "Media",
    "Note",
    "Notes",
    "Omitted",
    "Paragraph",
    "ParagraphRole",
    "PullQuote",
    "Quote",
    "Row",
    "Scope",
    "Sidebar",
    "Table",
    "ThematicBreak",
    "Track",
    "blocks_text",
]

ParagraphRole: TypeAlias = Literal["body", "standfirst", "speaker"]
CalloutKind: TypeAlias = Literal["note", "tip", "important", "warning", "correction", "editors-note", "update"]


# -- text ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(BlockBase):
    """A crosshead: ``level`` 2 to 6 (1 is the headline, which is no block).

    ``inferred`` says that the source had no heading element here.
    """

    level: int
    children: tuple[Inline, ...]
    inferred: bool = False

    @property
    def text(self) -> str:
        """The heading's words."""
        return inline_text(self.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(BlockBase):
    """A paragraph. ``role`` tells the standfirst, and a speaker's turn, from body text."""

    children: tuple[Inline, ...]
    role: ParagraphRole = "body"

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return inline_text(self.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(BlockBase):
    """Preformatted text whose line ends and spaces count; ``caption`` is its title, mostly the name of a file."""

    text: str
    language: str | None = None
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MathBlock(BlockBase):
    """A formula on a line of its own; the fields are those of the inline ``Math``.

    ``label`` is the number by which the text refers to it, as printed: "(1)".
    """

    text: str
    latex: str | None = None
    spoken: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThematicBreak(BlockBase):
    """A change of scene (``hr``, ``* * *``)."""

    @property
    def text(self) -> str:
        """Nothing."""
        return ""


# -- lists ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item; ``value`` is its printed number where that breaks the sequence.

    ``checked`` tells whether a task is done; None where the item is no task.
    """

    blocks: tuple[Block, ...]
    value: int | None = None
    checked: bool | None = None

    @property
    def text(self) -> str:
        """The item's words, nested lists included, one line a block."""
        return blocks_text(self.blocks, "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class List(BlockBase):
    """A list; ``start``, ``reversed`` and ``numbering`` only mean something when it is ``ordered``."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    reversed: bool = False
    numbering: Numbering = "decimal"

    @property
    def text(self) -> str:
        """One line an item, without markers."""
        return "\n".join(item.text for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One or more terms with what is said of them."""

    terms: tuple[tuple[Inline, ...], ...]
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The terms, then the definition, one line each."""
        parts = [*(inline_text(term) for term in self.terms), blocks_text(self.blocks, "\n")]
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(BlockBase):
    """Terms and definitions: a glossary, a fact file."""

    items: tuple[Definition, ...]

    @property
    def text(self) -> str:
        """The entries, one after the other."""
        return "\n".join(item.text for item in self.items)


# -- quotes and asides ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(BlockBase):
    """Words of somebody else, on lines of their own."""

    blocks: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()
    cite: str | None = None

    @property
    def text(self) -> str:
        """The quoted words, then who said them."""
        parts = [blocks_text(self.blocks), inline_text(self.attribution)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote(BlockBase):
    """Words of the body repeated as display. ``repeats`` is the id of the block that has them.

    Speech skips it, and ``article.text`` does too.
    """

    children: tuple[Inline, ...]
    attribution: tuple[Inline, ...] = ()
    repeats: str | None = None

    @property
    def text(self) -> str:
        """The repeated words, then who said them."""
        parts = [inline_text(self.children), inline_text(self.attribution)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(BlockBase):
    """A note set apart: a warning, a correction, an editor's note."""

    kind: CalloutKind
    blocks: tuple[Block, ...]
    title: tuple[Inline, ...] = ()

    @property
    def text(self) -> str:
        """Title, then content."""
        parts = [inline_text(self.title), blocks_text(self.blocks)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidebar(BlockBase):
    """A self-contained piece beside the story: a fact box."""

    blocks: tuple[Block, ...]
    title: tuple[Inline, ...] = ()

    @property
    def text(self) -> str:
        """Title, then content."""
        parts = [inline_text(self.title), blocks_text(self.blocks)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details(BlockBase):
    """Content behind a summary that opens it (``details``, an accordion); ``is_open`` if the page has it open."""

    summary: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    is_open: bool = False

    @property
    def text(self) -> str:
        """Summary, then content."""
        parts = [inline_text(self.summary), blocks_text(self.blocks)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePost(BlockBase):
    """A timed entry of a live page; ``time`` as printed, ``datetime`` as ISO 8601 if known."""

    blocks: tuple[Block, ...]
    title: tuple[Inline, ...] = ()
    time: str | None = None
    datetime: str | None = None

    @property
    def text(self) -> str:
        """Time, title, content."""
        parts = [self.time or "", inline_text(self.title), blocks_text(self.blocks)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReview(BlockBase):
    """A fact check's head: who claimed what, and the verdict."""

    claim: tuple[Inline, ...]
    claimant: str | None = None
    source: str | None = None
    verdict: str | None = None

    @property
    def text(self) -> str:
        """Claimant, claim, source, verdict: one line each, those that are known."""
        parts = [self.claimant, inline_text(self.claim), self.source, self.verdict]
        return "\n".join(part for part in parts if part)


# -- notes ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote: ``id`` is what references name, ``label`` what is printed."""

    id: str
    label: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The note's words, without its mark."""
        return blocks_text(self.blocks, "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes(BlockBase):
    """The notes of an article, together."""

    items: tuple[Note, ...]

    @property
    def text(self) -> str:
        """One note after the other."""
        return "\n".join(item.text for item in self.items)


Block: TypeAlias = (
    Heading
    | Paragraph
    | List
    | DefinitionList
    | Quote
    | PullQuote
    | Callout
    | Sidebar
    | Details
    | LivePost
    | ClaimReview
    | Figure
    | Media
    | Embed
    | Omitted
    | Table
    | CodeBlock
    | MathBlock
    | Notes
    | ThematicBreak
)
