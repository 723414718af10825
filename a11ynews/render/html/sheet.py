"""What the parts of the HTML renderer share while one article is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, Note
from a11ynews.model.findings import Notice
from a11ynews.model.inlines import Direction, Inline
from a11ynews.model.outline import Outline
from a11ynews.render.html.ids import Ids
from a11ynews.render.languages import direction_of
from a11ynews.render.markup import clean, escape
from a11ynews.render.phrases import Phrases
from a11ynews.speech.timings import Timings

__all__ = ["Frame", "HeadingEntry", "Sheet", "Slot", "language_attributes", "valid_tag"]

_CONTENTS_DEPTH = 3  # h2 and h3: deeper ones make the list longer than it helps
# RFC 5646 in outline: enough to keep anything but a language tag out.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}")


def valid_tag(tag: str | None) -> str | None:
    """Return the tag if it has the form of a BCP 47 language tag, else None.

    Example:
        >>> valid_tag("pt-BR"), valid_tag('x" onclick="')
        ('pt-BR', None)
    """
    return tag if tag and _TAG.fullmatch(tag) else None


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingEntry:
    """A heading as the contents list needs it: level as written, id, words."""

    level: int
    id: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in the page where a note's links back go, once all marks are known.

    ``pattern`` has one gap, ``{}``, for the links.
    """

    place: int
    note: Note
    pattern: str


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One article being written: the parts so far, and what one part must know of another.

    Attributes:
        words: Our own words in the article's language.
        ids: Ids of blocks and notes in the model, and what they are called in the page.
        aids: Whether our own additions are written: list forms of tables, numbers for what has no name.
        write_block: Writes one block; stands here because figures and tables hold blocks too.
        out: The page so far; joined once at the end.
        places: For figures in a row, by their identity, which one each is of how many.
        undescribed: Pictures for which there are no words.
        has_math: Whether there is a formula.
        held: Pictures that the page holds, by their address.
        language: BCP 47 tag of the words at this place, which decides where sentences end.
        right_to_left: Whether the story runs from right to left.
        sentences: Whether each sentence gets an element with an id.
        titled: Whether headings may be written here; else they are lines in bold.
        plain: Whether no link may be written here (within a link, a summary, the contents).
        ink: Characters of running text so far, white space aside, for the reading time.
        references: For each note of the model, the ids of the marks that lead to it.
        link_names: What the links so far are called, with their addresses.
        heard: The sentences that have an element, with their ids in the page.
        slots: Places in ``out`` that are filled when all marks are known.
    """

    words: Phrases
    ids: Ids
    write_block: Callable[[Block, Sheet], None]
    prefix: str = ""
    offline: bool = False
    aids: bool = True
    held: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    right_to_left: bool = False
    sentences: bool = False
    out: list[str] = field(default_factory=list)
    outline: Outline = field(default_factory=Outline)
    headings: list[HeadingEntry] = field(default_factory=list)
    references: dict[str, list[str]] = field(default_factory=dict)
    slots: list[Slot] = field(default_factory=list)
    notices: dict[str, Notice] = field(default_factory=dict)
    link_names: dict[str, str] = field(default_factory=dict)
    heard: dict[str, str] = field(default_factory=dict)
    expanded: set[str] = field(default_factory=set)
    written_ids: set[str] = field(default_factory=set)
    titled: bool = True
    plain: bool = False
    ink: int = 0
    tables: int = 0
    marks: int = 0
    pictures: int = 0
    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    undescribed: int = 0
    has_math: bool = False

    def flow(self, blocks: Sequence[Block]) -> None:
        """Write blocks that stand inside another: their headings stay below those around them."""
        before = self.outline.enter()
        for block in blocks:
            self.write_block(block, self)
        self.outline.leave(before)

    def own_id(self, name: str) -> str:
        """Return the id of a part that is ours and not the article's."""
        return f"{self.prefix}story-{name}"

    def attributes(self, block: Block) -> str:
        """Return the id, language and direction of a block as attributes, with a space before each."""
        if block.lang is None and block.dir is None:
            return self.identity(block.id)
        return self.identity(block.id) + language_attributes(block.lang, block.dir)

    def identity(self, raw: str) -> str:
        """Return the ``id`` attribute for an id of the model; nothing the second time it is asked for."""
        name = self.ids.name_of(raw)
        if name is None or name in self.written_ids:
            return ""
        self.written_ids.add(name)
        return f' id="{name}"'

    def heard_as(self, name: str) -> str:
        """Return the ``id`` attribute for something that is heard as one sentence of that name; "" without sound."""
        if not self.sentences or name in self.heard or not _NAME.fullmatch(name):
            return ""
        identity = self.heard[name] = f"{self.prefix}{name}"
        return f' id="{identity}"'

    def said(self, key: str, **values: object) -> str:
        """Return one of our own phrases, escaped."""
        return escape(self.words.say(key, **values))

    def escaped(self, text: str) -> str:
        """Return words of the article, escaped."""
        return escape(text)

    def refuse(self, address: str) -> None:
        """Tell the caller that an address was left out: it leads nowhere that a page may lead, or is lost."""
        if not address:
            self.notice("picture-lost", "A picture's address is not known: its description stands in its place.")
            return
        self.notice("address-refused", f"An address may not stand in a page: {clean(address)[:80]!r}.")

    def notice(self, kind: str, message: str) -> None:
        """Tell the caller once what the form could not express."""
        self.notices.setdefault(kind, Notice(kind=kind, message=message))


def language_attributes(lang: str | None, direction: Direction | None) -> str:
    """Return ``lang`` and ``dir`` as attributes; a language of the other direction brings its own.

    Example:
        >>> language_attributes("ar", None)
        ' lang="ar" dir="rtl"'
    """
    tag = valid_tag(lang)
    if tag is not None:
        return f' lang="{tag}" dir="{direction if direction in _DIRECTIONS else direction_of(tag)}"'
    return f' dir="{direction}"' if direction in _DIRECTIONS else ""


_DIRECTIONS = ("ltr", "rtl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An article whose body is written, and how the page around it is to be.

    Attributes:
        panel: The reading settings as HTML; nothing where there are none.
        classes: Classes of the root that stand for settings.
        scripts: The scripts of the page, whole.
        player: The player as HTML; nothing without sound.
        timings: When the sentences of the recording are heard, for the script.
        detected: Whether the page did not say which language it is in.
        read_on: When the page was read, for the footer.
    """

    article: Article
    body: str
    language: str
    direction: Direction
    contents: int
    reading_time: bool
    show_removed: bool
    panel: str = ""
    classes: str = ""
    scripts: tuple[str, ...] = ()
    player: str = ""
    timings: Timings | None = None
    detected: bool = False
    read_on: date | None = None

    def listed(self, sheet: Sheet) -> list[HeadingEntry]:
        """Return the headings that the list of contents holds; none where there is no list."""
        entries = [entry for entry in sheet.headings if entry.level <= _CONTENTS_DEPTH]
        return entries if self.contents and len(entries) >= self.contents else []
