"""Inlines as plain text: what can be said with characters alone, and a notice for what cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias, assert_never

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
from a11ynews.render.addresses import safe_link
from a11ynews.render.moments import told_date
from a11ynews.render.phrases import Phrases
from a11ynews.render.plain.marks import exponent, note_mark
from a11ynews.render.plain.words import plain_word
from a11ynews.render.quotation import quotation_marks

__all__ = ["InlineWriter", "LinkStyle"]

LinkStyle: TypeAlias = Literal["none", "inline", "end"]

_NO_ADDRESSES = 'Where links lead is not told: the option links="end" lists their addresses.'
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


class InlineWriter:
    """Writes the inlines of one article and remembers what must be said only once or at the end.

    Attributes:
        addresses: Link targets in the order of their numbers, for the list at the end.
        notices: What plain text could not say, by kind.
    """

    def __init__(self, words: Phrases, links: LinkStyle, running_text: str) -> None:
        """Start an article.

        Args:
            words: The fixed words of the article's language.
            links: Where the addresses of links go.
            running_text: The words of the story: an abbreviation is not expanded where they do it.
        """
        self.addresses: dict[str, int] = {}
        self.notices: dict[str, Notice] = {}
        self._words = words
        self._links = links
        self._expanded: set[str] = set()
        self._running_text = running_text.casefold()
        self._quotes = 0

    def write(self, inlines: Iterable[Inline]) -> str:
        """Return inlines as text; a newline in it is a break that means something."""
        return "".join(self._inline(inline) for inline in inlines)

    def note(self, kind: str, message: str) -> None:
        """Remember, once for each kind, what plain text could not express."""
        self.notices.setdefault(kind, Notice(kind=kind, message=message))

    def address(self, url: str) -> str:
        """Return a link target as its style wants it, to follow the link's words."""
        if self._links == "inline":
            return f" <{url}>"
        number = self.addresses.setdefault(url, len(self.addresses) + 1)
        return f" [{plain_word('link', self._words.language)} {number}]"

    def target(self, href: str | None) -> str:
        """Return where a picture leads, to follow its words; "" if nowhere, or if links are not told."""
        url = safe_link(href)
        if url is not None and self._links == "none":
            self.note("links", _NO_ADDRESSES)
        return "" if url is None or self._links == "none" else self.address(url)

    def _inline(self, inline: Inline) -> str:  # noqa: C901, PLR0911, PLR0912 - a closed union, one arm each
        match inline:
            case Text():
                return _SPACE.sub(" ", inline.text)
            case LineBreak():
                return "\n"
            case Emphasis() | Strong() | Highlight():
                self.note("emphasis", "Emphasis is not shown in plain text.")
                return self.write(inline.children)
            case Cite() | Dateline():
                return self.write(inline.children)
            case Subscript():
                self.note("lowered", "Lowered characters stand on the line.")
                return self.write(inline.children)
            case Time():
                return told_date(inline, self._words) or self.write(inline.children)
            case Superscript():
                self.note("raised", "Raised characters stand on the line, exponents after a ^.")
                return exponent(self.write(inline.children))
            case Deleted():
                return self._edit("deleted", inline.children)
            case Inserted():
                return self._edit("inserted", inline.children)
            case InlineQuote():
                return self._quote(inline)
            case Link():
                return self._link(inline)
            case Abbreviation():
                return self._abbreviation(inline)
            case Span():
                return self._span(inline)
            case Code() | Keyboard():
                return _SPACE.sub(" ", inline.text)
            case Ruby():
                return f"{inline.base}({inline.reading})" if inline.reading else inline.base
            case Math():
                return _SPACE.sub(" ", shown_formula(inline))
            case InlineImage():
                return _SPACE.sub(" ", inline.alt)
            case NoteReference():
                return note_mark(inline.label)
            case _:
                assert_never(inline)

    def tell_foreign(self) -> None:
        """Remember that a passage is in another language."""
        self.note("languages", "Plain text cannot say in which language a passage is.")

    def _edit(self, what: str, children: Iterable[Inline]) -> str:
        words = self.write(children)
        return f"[{self._words.say(what)} {words}]" if words.strip() else words

    def _quote(self, quote: InlineQuote) -> str:
        self._quotes += 1
        text = self.write(quote.children)
        self._quotes -= 1
        opening, closing = quotation_marks(text, self._words.language, self._quotes)
        return f"{opening}{text}{closing}"

    def _link(self, link: Link) -> str:
        text = self.write(link.children)
        url = safe_link(link.href)
        if url is None and link.href.startswith("#"):
            self.note("internal-links", "Plain text has no links to places inside an article.")
        if url is None or url == text.strip():
            return text
        if self._links == "none":
            self.note("links", _NO_ADDRESSES)
            return text
        return text + self.address(url)

    def _abbreviation(self, abbreviation: Abbreviation) -> str:
        text = self.write(abbreviation.children)
        expansion = _SPACE.sub(" ", abbreviation.expansion).strip()
        key = expansion.casefold()
        if not key or key in self._expanded or key in self._running_text:
            return text
        self._expanded.add(key)
        return f"{text} ({expansion})"

    def _span(self, span: Span) -> str:
        if span.lang:
            self.tell_foreign()
        return self.write(span.children)
