"""Pictures, sound, and things from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from a11ynews.model.base import BlockBase, blocks_text
from a11ynews.model.inlines import Inline, inline_text

if TYPE_CHECKING:
    from a11ynews.model.blocks import Block

__all__ = ["AltSource", "Embed", "EmbedKind", "Figure", "Image", "Media", "Omitted", "Track"]

EmbedKind: TypeAlias = Literal["video", "audio", "post", "map", "chart", "document", "app", "other"]
AltSource: TypeAlias = Literal["alt", "aria-label", "title", "metadata", "none", "decorative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture. ``alt`` is the picture in words: None is unknown, "" is decorative.

    ``src`` is "" where the picture's address is lost; its words are still of use. ``alt_source``
    says where the words come from, so that an application can fill a gap.
    ``width`` and ``height`` are in CSS pixels. ``href`` is where the picture leads, if that is more
    than the picture in large: a map to the page of the walk, a cover to the book.
    """

    src: str
    alt: str | None = None
    alt_source: AltSource = "none"
    width: int | None = None
    height: int | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(BlockBase):
    """Pictures with what belongs to them. No image means that the source lost the picture.

    ``archive_photo``: the agency marks it as older than the story ("FILE -").
    """

    images: tuple[Image, ...] = ()
    caption: tuple[Inline, ...] = ()
    credit: tuple[Inline, ...] = ()
    archive_photo: bool = False

    @property
    def text(self) -> str:
        """Caption, then credit."""
        parts = [inline_text(self.caption), inline_text(self.credit)]
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Captions, subtitles or a transcript of a recording."""

    kind: str
    src: str
    lang: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Media(BlockBase):
    """A recording of the page's own. ``duration_s`` is in seconds."""

    kind: Literal["audio", "video"]
    src: str | None = None
    title: str | None = None
    poster: str | None = None
    duration_s: float | None = None
    tracks: tuple[Track, ...] = ()
    caption: tuple[Inline, ...] = ()

    @property
    def text(self) -> str:
        """The caption."""
        return inline_text(self.caption)


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed(BlockBase):
    """Something from elsewhere, as a titled link; ``blocks`` is what the page showed in its place."""

    kind: EmbedKind
    url: str | None
    provider: str | None = None
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    caption: tuple[Inline, ...] = ()

    @property
    def text(self) -> str:
        """The fallback's words, then the caption."""
        parts = [blocks_text(self.blocks), inline_text(self.caption)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omitted(BlockBase):
    """Content that was there and cannot be carried over; said, so that nobody is left wondering."""

    what: str
    reason: str

    @property
    def text(self) -> str:
        """Nothing: the words are ours, not the page's."""
        return ""
