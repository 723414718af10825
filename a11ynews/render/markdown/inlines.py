"""Inlines as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from a11ynews.model.findings import Notice
from a11ynews.model.formulas import shown_formula
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
from a11ynews.render.markdown.commonmark import code_span, destination, escape, guard_line, picture_destination
from a11ynews.render.markdown.runs import Delimited, Piece, Plain, Solid, join
from a11ynews.render.moments import told_date
from a11ynews.render.phrases import phrases_for
from a11ynews.render.plain.marks import exponent, note_mark
from a11ynews.render.quotation import quotation_marks

__all__ = ["InlineWriter"]


class InlineWriter:
    """Writes the inlines of one article.

    Attributes:
        notices: What Markdown could not say, by kind.
        referenced: Ids of the notes that a mark in the text leads to, in order.
        note_names: What each note is called in ``[^name]``, by id.
        in_table: Whether a table's cell is being written.
    """

    def __init__(
        self, language: str | None, note_names: Mapping[str, str], running_text: str, anchors: Mapping[str, str]
    ) -> None:
        """Start an article.

        Args:
            language: BCP 47 tag of the article.
            note_names: What each note of the article is called in ``[^name]``, by id.
            running_text: The words of the story: an abbreviation is not expanded where they do it.
            anchors: The names of headings, by the ids of their blocks.
        """
        self._anchors = anchors
        self.notices: dict[str, Notice] = {}
        self.referenced: dict[str, None] = {}
        self.note_names = note_names
        self.in_table = False
        self._language = language
        self._running_text = running_text.casefold()
        self._expanded: set[str] = set()
        self._around: list[str] = []
        self._quotes = 0
        self._waiting: list[Piece] = []

    def lines(self, inlines: Iterable[Inline], *delimiters: str) -> list[str]:
        r"""Return inlines as lines, each guarded at its start; no line is empty.

        Args:
            inlines: What is to be written.
            delimiters: What the whole of it is put in, as ``"*"``, from the inside out.
        """
        self._around = list(delimiters)
        pieces = self._pieces(inlines)
        self._around = []
        for delimiter in delimiters:
            pieces = _delimited(delimiter, pieces)
        stripped = (line.strip(" ") for line in join(pieces).split("\n"))
        return [guard_line(line) for line in stripped if line and not line.isspace()]

    def line(self, inlines: Iterable[Inline], *delimiters: str) -> str:
        """Return inlines on one line, for headings and tables."""
        return " ".join(self.lines(inlines, *delimiters))

    def note(self, kind: str, message: str) -> None:
        """Remember, once for each kind, what Markdown could not express."""
        self.notices.setdefault(kind, Notice(kind=kind, message=message))

    def tell_foreign(self) -> None:
        """Remember that a passage is in another language."""
        self.note("languages", "Markdown cannot say in which language a passage is.")

    def _pieces(self, inlines: Iterable[Inline]) -> list[Piece]:
        return [piece for inline in inlines for piece in self._inline(inline)]

    def _inline(self, inline: Inline) -> Sequence[Piece]:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
        match inline:
            case Text():
                return _text(inline.text)
            case LineBreak():
                return (Plain("\n"),)
            case Emphasis() | Cite():
                return self._around_with("*", inline.children)
            case Strong():
                return self._around_with("**", inline.children)
            case Deleted():
                return self._around_with("~~", inline.children)
            case Highlight() | Inserted():
                self.note("inline-marks", "Markdown has no mark for highlighted and inserted words.")
                return self._pieces(inline.children)
            case Subscript():
                self.note("lowered", "Markdown has no lowered characters: they stand on the line.")
                return self._pieces(inline.children)
            case Dateline():
                return self._pieces(inline.children)
            case Time():
                told = told_date(inline, phrases_for(self._language))
                return _text(told) if told else self._pieces(inline.children)
            case Superscript():
                self.note("raised", "Markdown has no raised characters: they stand on the line, exponents after a ^.")
                mark = "" if exponent(inline.text) == inline.text else "^"
                return [*_text(mark), *self._pieces(inline.children)]
            case InlineQuote():
                return self._quote(inline)
            case Link():
                return self._link(inline)
            case Abbreviation():
                return self._abbreviation(inline)
            case Span():
                return self._span(inline)
            case Code() | Keyboard():
                return self._code(inline.text)
            case Ruby():
                return _text(f"{inline.base}({inline.reading})" if inline.reading else inline.base)
            case Math():
                return self._math(inline)
            case InlineImage():
                return self._image(inline)
            case NoteReference():
                return self._reference(inline)
            case _:
                assert_never(inline)

    def _around_with(self, delimiter: str, children: Iterable[Inline]) -> list[Piece]:
        if delimiter in self._around:
            return self._pieces(children)
        self._around.append(delimiter)
        pieces = self._pieces(children)
        self._around.pop()
        return _delimited(delimiter, pieces)

    def _quote(self, quote: InlineQuote) -> list[Piece]:
        self._quotes += 1
        pieces = self._pieces(quote.children)
        self._quotes -= 1
        opening, closing = quotation_marks(quote.text, self._language, self._quotes)
        return [*_text(opening), *pieces, *_text(closing)]

    def _link(self, link: Link) -> list[Piece]:
        anchor = self._anchors.get(link.href[1:]) if link.href.startswith("#") else None
        target = f"<#{anchor}>" if anchor else destination(link.href)
        if target is None or "[" in self._around:
            if link.href.startswith("#") and anchor is None:
                self.note("internal-links", "Of the places inside an article, Markdown has links to headings only.")
            return self._pieces(link.children)
        self._around.append("[")
        lead, content, trail = _stripped(self._pieces(link.children) or _text(link.href))
        self._around.pop()
        waiting, self._waiting = self._waiting, []
        words = join(content, around="|")
        return [*lead, Solid(f"[{words}]({target})"), *waiting, *trail]

    def _abbreviation(self, abbreviation: Abbreviation) -> list[Piece]:
        pieces = self._pieces(abbreviation.children)
        expansion = " ".join(abbreviation.expansion.split())
        key = expansion.casefold()
        if not key or key in self._expanded or key in self._running_text:
            return pieces
        self._expanded.add(key)
        return [*pieces, *_text(f" ({expansion})")]

    def _span(self, span: Span) -> list[Piece]:
        if span.lang:
            self.tell_foreign()
        return self._pieces(span.children)

    def _code(self, text: str) -> Sequence[Piece]:
        lead, content, trail = _stripped(_text(text))  # space at the ends of code is not seen
        written = code_span(text.strip())
        # Tables are cut at bars, and a line "[x`]: y`](z)" is a definition: before code is seen as code.
        if not written or (self.in_table and "|" in text) or ("[" in self._around and "]" in text):
            return _text(text)
        return [*lead, Solid(written, tuple(content)), *trail]

    def _math(self, math: Math) -> Sequence[Piece]:
        self.note("math", "Markdown has no formulas: the characters or the LaTeX source are shown.")
        return _text(shown_formula(math))

    def _image(self, image: InlineImage) -> Sequence[Piece]:
        source = picture_destination(image.src)
        alt = escape(image.alt).strip()
        return _text(image.alt) if source is None or not alt else (Solid(f"![{alt}]({source})"),)

    def _reference(self, reference: NoteReference) -> Sequence[Piece]:
        name = self.note_names.get(reference.note_id)
        if name is None:
            return _text(note_mark(reference.label))
        self.referenced[reference.note_id] = None
        mark = Solid(f"[^{name}]")
        if "[" not in self._around:
            return (mark,)
        self._waiting.append(mark)  # a link cannot hold another one: the mark follows it
        return ()


def _text(text: str) -> tuple[Piece, ...]:
    written = escape(text)
    return (Plain(written),) if written else ()


def _delimited(delimiter: str, pieces: Sequence[Piece]) -> list[Piece]:
    lead, content, trail = _stripped(pieces)
    return [*lead, Delimited(delimiter, tuple(content)), *trail] if content else [*lead, *trail]


def _stripped(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Return the space before, the content, and the space behind."""
    start, stop = 0, len(pieces)
    while start < stop and _is_space(pieces[start]):
        start += 1
    while stop > start and _is_space(pieces[stop - 1]):
        stop -= 1
    lead, content, trail = list(pieces[:start]), list(pieces[start:stop]), list(pieces[stop:])
    if content and isinstance(first := content[0], Plain):
        rest = first.written.lstrip()
        lead += _plain(first.written[: len(first.written) - len(rest)])
        content[0] = Plain(rest)
    if content and isinstance(last := content[-1], Plain):
        rest = last.written.rstrip()
        trail = [*_plain(last.written[len(rest) :]), *trail]
        content[-1] = Plain(rest)
    return lead, content, trail


def _is_space(piece: Piece) -> bool:
    return isinstance(piece, Plain) and not piece.written.strip()


def _plain(written: str) -> list[Piece]:
    return [Plain(written)] if written else []
