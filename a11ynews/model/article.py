"""The article: metadata, body, and the account of everything that is in neither."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from a11ynews.model.blocks import Block, Figure, Image, Media, Notes, PullQuote, blocks_text
from a11ynews.model.findings import HeaderText, Notice, Removed
from a11ynews.model.inlines import Direction

__all__ = ["Article", "Byline", "Candidate", "Metadata", "PageKind"]

PageKind: TypeAlias = Literal[
    "article", "live-blog", "gallery", "media", "index", "paywall-stub",
    "error-page", "consent-wall", "script-shell", "not-an-article",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote the story, as the page shows it.

    Attributes:
        text: The line as printed, for instance ``By Ada Writer, Reuters``.
        role: What the author does, for instance ``science correspondent``, if the line says so.
        agency: A news agency among the authors, if any.
    """

    text: str
    role: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One claim about one field: what a source in the page says, and whether it won.

    Attributes:
        field: The field of :class:`Metadata` it speaks of.
        value: What is claimed, as found.
        source: Where it was found ("json-ld", "og:title", "h1").
        chosen: Whether this is where the field's value comes from.
        why: For a winner, why it won, as words for people; "" for the others.
    """

    field: str
    value: str
    source: str
    chosen: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about the story. Absent stays absent: nothing here is guessed.

    Attributes:
        title: The headline, without the site's name.
        authors: Names of people, as printed, in order; never re-cased.
        published: First publication; with an offset where the page gives one.
        modified: Last change.
        language: BCP 47 tag of the story.
        direction: Direction of the story's text.
        kicker: The short label above the headline.
        summary: The standfirst or the page's own description.
        canonical_url: The address that the page calls its own.
        access: "free" or "metered", where the page says so.
        published_text: The date as printed or as found in the source.
        candidates: Every claim that was weighed, the winners marked.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    byline: Byline | None = None
    published: datetime | None = None
    published_text: str | None = None
    modified: datetime | None = None
    language: str | None = None
    direction: Direction | None = None
    site_name: str | None = None
    kicker: str | None = None
    summary: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    lead_image: Image | None = None
    url: str | None = None
    canonical_url: str | None = None
    licence: str | None = None
    access: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A story as a semantic document: frozen, typed, and complete.

    Every visible character of the source is in ``body``, in ``header`` or in ``removed``.

    Attributes:
        metadata: What is known about the story.
        body: The story, in reading order; no headline, no byline.
        header: Words of the page that became metadata.
        removed: What was taken out, and why.
        warnings: What was odd about the input.
        kind: What sort of page it is.
    """

    metadata: Metadata = field(default_factory=Metadata)
    body: tuple[Block, ...] = ()
    header: tuple[HeaderText, ...] = ()
    removed: tuple[Removed, ...] = ()
    warnings: tuple[Notice, ...] = ()
    kind: PageKind = "article"

    @property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks.

        Captions, credits, pull quotes and notes are not in it: they are not part of the running text.
        """
        return blocks_text(block for block in self.body if not isinstance(block, Figure | Media | Notes | PullQuote))

    @property
    def title(self) -> str | None:
        """The headline, without the site's name."""
        return self.metadata.title

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of the authors, as printed, in order."""
        return self.metadata.authors

    @property
    def published(self) -> datetime | None:
        """First publication; aware of its offset where the page gives one."""
        return self.metadata.published

    @property
    def modified(self) -> datetime | None:
        """Last change."""
        return self.metadata.modified

    @property
    def language(self) -> str | None:
        """BCP 47 tag of the story's language."""
        return self.metadata.language

    @property
    def direction(self) -> Direction | None:
        """``"ltr"`` or ``"rtl"``."""
        return self.metadata.direction

    @property
    def site_name(self) -> str | None:
        """The publication's name."""
        return self.metadata.site_name

    @property
    def summary(self) -> str | None:
        """The standfirst, or the page's own description."""
        return self.metadata.summary

    @property
    def section(self) -> str | None:
        """The section it ran in."""
        return self.metadata.section

    @property
    def tags(self) -> tuple[str, ...]:
        """Topics."""
        return self.metadata.tags

    @property
    def lead_image(self) -> Image | None:
        """The picture that the page leads with."""
        return self.metadata.lead_image

    @property
    def url(self) -> str | None:
        """The address the page was read from, or that it calls its own."""
        return self.metadata.url or self.metadata.canonical_url
