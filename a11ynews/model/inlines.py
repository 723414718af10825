"""What stands inside a line of text: a closed union of small frozen records.

``Inline`` is the whole list. A renderer ``match``es on the class and ends in ``assert_never``, so
a new member makes the type checker point at every renderer that has not decided how to say it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Direction: TypeAlias = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Plain characters. White space is already as a reader should see it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """A break that means something: a line of verse, of an address."""

    @property
    def text(self) -> str:
        """One newline, so that the words on its sides stay apart."""
        return "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Container:
    """An inline that holds others; ``text`` is all their characters in order."""

    children: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The visible characters inside, without any markup."""
        return inline_text(self.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(_Container):
    """Stressed words (``em``, ``i``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(_Container):
    """Words of weight (``strong``, ``b``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight(_Container):
    """Words that were marked for the reader (``mark``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscript(_Container):
    """Lowered characters: the 2 of H₂O."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Superscript(_Container):
    """Raised characters: an exponent, the *me* of Mme. Note marks are NoteReference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted(_Container):
    """Words struck out of the text, still shown (``del``, ``s``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserted(_Container):
    """Words put in later (``ins``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(_Container):
    """The title of a work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineQuote(_Container):
    """Words quoted within a sentence (``q``). The marks themselves belong to the renderer."""

    cite: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(_Container):
    """A link. ``href`` is absolute (http, https, mailto, tel) or ``#id`` of a block of this article."""

    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(_Container):
    """A short form whose long form the source gives."""

    expansion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(_Container):
    """A date or time with its machine form (ISO 8601, checked) in ``datetime``."""

    datetime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(_Container):
    """Words in another language or direction than their surroundings.

    ``lang`` is a well-formed BCP 47 tag.
    """

    lang: str | None = None
    dir: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline(_Container):
    """Where, when and by which agency a story was filed: ``KABUL, July 26 (AP) —``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A run of code, a command, a file name."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyboard:
    """What is typed or pressed (``kbd``)."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruby:
    """Characters with their reading beside them; the two are never run together."""

    base: str
    reading: str

    @property
    def text(self) -> str:
        """The base characters: the reading repeats them for the ear."""
        return self.base


@dataclass(frozen=True, slots=True, kw_only=True)
class Math:
    """A formula in a line.

    ``text`` is what the page showed as characters; ``latex`` its source and ``spoken`` its words,
    where the page gave them.
    """

    text: str
    latex: str | None = None
    spoken: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineImage:
    """A small picture that stands for a character or word, with the words for it."""

    src: str
    alt: str

    @property
    def text(self) -> str:
        """Nothing: the alternative is not text of the page."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReference:
    """The mark that leads to a note: ``label`` as printed, ``note_id`` the id of the Note."""

    label: str
    note_id: str

    @property
    def text(self) -> str:
        """The printed mark."""
        return self.label


Inline: TypeAlias = (
    Text
    | LineBreak
    | Emphasis
    | Strong
    | Highlight
    | Subscript
    | Superscript
    | Deleted
    | Inserted
    | Cite
    | InlineQuote
    | Link
    | Abbreviation
    | Time
    | Span
    | Dateline
    | Code
    | Keyboard
    | Ruby
    | Math
    | InlineImage
    | NoteReference
)


def inline_text(inlines: Iterable[Inline]) -> str:
    """Return the visible characters of inlines, in order.

    Example:
        >>> inline_text((Text(text="Mind the "), Emphasis(children=(Text(text="gap"),))))
        'Mind the gap'
    """
    return "".join([inline.text for inline in inlines])
