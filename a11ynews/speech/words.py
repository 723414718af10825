"""From inlines to runs: what is seen, what is said of it, and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from a11ynews.model.inlines import (
    Abbreviation,
    Cite,
    Code,
    Dateline,
    Deleted,
    Emphasis,
    Highlight,
    Inline,
    InlineImage,
    InlineQuote,
    Inserted,
    Keyboard,
    LineBreak,
    Link,
    Math,
    NoteReference,
    Ruby,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Time,
)
from a11ynews.speech.phrases import phrases_for
from a11ynews.speech.spoken import spoken
from a11ynews.speech.utterance import Run

__all__ = ["runs_of"]


_CLOSING = re.compile(r"[,.;:!?…)\]»”’]+")


@dataclass(slots=True)
class _Piece:
    """The words gathered so far in one language: as seen, and as they go to the normaliser."""

    lang: str
    seen: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class _Gatherer:
    """Walks inlines once; a new piece begins where the language changes."""

    def __init__(self, lang: str, *, quote_marks: bool) -> None:
        self.pieces = [_Piece(lang)]
        self.quote_marks = quote_marks

    def add(self, seen: str, said: str, lang: str) -> None:
        if self.pieces[-1].lang != lang:
            self.pieces.append(_Piece(lang))
        self.pieces[-1].seen.append(seen)
        self.pieces[-1].said.append(said)

    def last_said(self) -> str:
        said = self.pieces[-1].said
        return said[-1][-1:] if said else ""

    def inlines(self, inlines: Iterable[Inline], lang: str) -> None:
        for inline in inlines:
            self.inline(inline, lang)

    def inline(self, inline: Inline, lang: str) -> None:  # noqa: C901, PLR0912 - a closed union, one arm each
        match inline:
            case Text() | Code() | Keyboard():
                self.add(inline.text, inline.text, lang)
            case LineBreak():
                # The end of a line of verse or of an address is heard as a comma is.
                self.add("\n", ", " if self.last_said().isalnum() else " ", lang)
            case Emphasis() | Strong() | Highlight() | Subscript() | Inserted() | Cite() | Time() | Dateline():
                self.inlines(inline.children, lang)
            case Link() | Abbreviation():
                self.inlines(inline.children, lang)
            case Superscript():
                self.superscript(inline, lang)
            case Deleted():
                self.around(inline.children, phrases_for(lang).deleted, lang)
            case InlineQuote():
                self.quote(inline, lang)
            case Span():
                self.inlines(inline.children, inline.lang or lang)
            case Ruby():
                self.add(inline.base, inline.reading or inline.base, lang)
            case Math():
                self.add(inline.text, inline.spoken or inline.text, lang)
            case InlineImage():
                self.add("", inline.alt, lang)
            case NoteReference():
                self.add(inline.label, "", lang)
            case _:
                assert_never(inline)

    def superscript(self, inline: Superscript, lang: str) -> None:
        """An exponent is one only after a digit (10⁶); the "st" of 1st and the "me" of Mme are letters."""
        if lang.startswith("en") and inline.text.isdecimal() and self.last_said().isdecimal():
            self.add(inline.text, f" to the power of {inline.text}", lang)
        else:
            self.inlines(inline.children, lang)

    def around(self, children: tuple[Inline, ...], phrase: str, lang: str) -> None:
        before, _, after = phrase.partition("{}")
        self.add("", before, lang)
        self.inlines(children, lang)
        self.add("", after, lang)

    def quote(self, inline: InlineQuote, lang: str) -> None:
        phrases = phrases_for(lang)
        told = self.quote_marks and bool(phrases.open_quote)
        self.add("“", f" {phrases.open_quote}, " if told else "“", lang)
        self.inlines(inline.children, lang)
        self.add("”", f", {phrases.close_quote}, " if told else "”", lang)


def runs_of(inlines: Iterable[Inline], lang: str, *, quote_marks: bool = False) -> tuple[Run, ...]:
    """Return inlines as runs of one language each.

    The marks of notes are seen and not said; a reading stands for its characters; the words of a
    formula or of a small picture stand for it.

    Args:
        inlines: A line of text.
        lang: BCP 47 tag of its surroundings.
        quote_marks: Whether the marks around an inline quote are said in words.

    Returns:
        The runs in order. Nothing where there is nothing to say.

    Example:
        >>> from a11ynews.model.inlines import NoteReference, Text
        >>> runs_of((Text(text="Mind the gap."), NoteReference(label="[1]", note_id="n1")), "en")[0].spoken
        'Mind the gap.'
    """
    gatherer = _Gatherer(lang, quote_marks=quote_marks)
    gatherer.inlines(inlines, lang)
    runs = (
        Run(text="".join(piece.seen), spoken=spoken(said, piece.lang), lang=piece.lang)
        for piece, said in zip(gatherer.pieces, _closed(gatherer.pieces), strict=True)
    )
    return tuple(run for run in runs if run.spoken)


def _closed(pieces: list[_Piece]) -> list[str]:
    """Return what each piece says; the marks that close a foreign phrase go with it, or nobody would fall silent."""
    said = ["".join(piece.said) for piece in pieces]
    for index in range(1, len(said)):
        marks = _CLOSING.match(said[index])
        if marks and said[index - 1].strip():
            said[index - 1] += marks[0]
            said[index] = said[index][marks.end() :]
    return said
