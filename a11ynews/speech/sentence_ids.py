"""Names for sentences: the same in the script and in the page.

A line of a block is cut into sentences; each gets the name of the block with its number: ``b3-s2``.
A block's other lines have their own row of names: ``b12-credit-s1``. Nothing here knows what is
said of them, so that a page can write the names without any speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11ynews.model.inlines import (
    Dateline,
    Emphasis,
    Highlight,
    Inline,
    NoteReference,
    Span,
    Strong,
    Text,
)
from a11ynews.speech.sentences import sentence_spans

__all__ = ["NamedSentence", "line_name", "named_sentences", "sentence_name"]


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence as it stands in its line.

    Attributes:
        id: Its name; "" for the white space between two sentences.
        children: Its words with their markup. Markup that goes on in the next sentence is there in both.
    """

    id: str
    children: tuple[Inline, ...]


def line_name(block_id: str, part: str = "") -> str:
    """Return the name of a line of a block: of its main words, or of a named part.

    Args:
        block_id: The id of the block; "" for the head of the article.
        part: "" for the children of a paragraph or heading, the caption of a figure, table, recording
            or embed, the title of a callout, sidebar or live post, the summary of a details block and
            the claim of a claim review. Else "credit", "attribution", "time", "claimant", "source",
            "verdict", "term1", "term2" and so on; in the head "kicker", "title", "byline", "date".

    Example:
        >>> line_name("b12"), line_name("b12", "credit"), line_name("", "title")
        ('b12', 'b12-credit', 'title')
    """
    return f"{block_id}-{part}" if block_id and part else block_id or part


def sentence_name(line: str, number: int) -> str:
    """Return the name of a sentence, counted from 1.

    Example:
        >>> sentence_name("b3", 2)
        'b3-s2'
    """
    return f"{line}-s{number}"


def named_sentences(children: Sequence[Inline], language: str, line: str) -> tuple[NamedSentence, ...]:
    """Cut a line into its sentences.

    Joined again, the pieces are the line: nothing is lost, nothing is said twice. Links, abbreviations,
    quotes and struck words are never cut; a sentence that ends inside one goes on to its end.

    Args:
        children: The words of a line.
        language: BCP 47 tag of the line.
        line: The line's name, as `line_name` gives it.

    Example:
        >>> line = (Text(text="It sails. "), Emphasis(children=(Text(text="Really. Often"),)), Text(text=", too."))
        >>> [(piece.id, "".join(child.text for child in piece.children)) for piece in named_sentences(line, "en", "b3")]
        [('b3-s1', 'It sails.'), ('', ' '), ('b3-s2', 'Really.'), ('', ' '), ('b3-s3', 'Often, too.')]
    """
    seen: list[str] = []
    whole: list[tuple[int, int]] = []
    _look(children, 0, seen, whole)
    text = "".join(seen)
    spans = _kept_together(sentence_spans(text, language), whole)
    inside = {edge for span in spans for edge in span} - {0, len(text)}
    if not inside:  # most lines that are no paragraphs are one sentence
        return (NamedSentence(sentence_name(line, 1), tuple(children)),) if children else ()
    cuts = sorted(inside)
    names = {start: sentence_name(line, number) for number, (start, _) in enumerate(spans, start=1)}
    groups = _Cutter(cuts).groups(children)
    return tuple(
        NamedSentence(names.get(start, ""), tuple(group)) for start, group in zip((0, *cuts), groups, strict=True)
    )


_CUT_IN_TWO = (Emphasis, Strong, Highlight, Span, Dateline)
"""Markup that may be closed and opened again between two sentences; two links for one would be a trap."""


def _look(children: Sequence[Inline], offset: int, seen: list[str], whole: list[tuple[int, int]]) -> int:
    """Gather the visible characters, and the places of what must not be cut; return where the line ends."""
    for child in children:
        if isinstance(child, _CUT_IN_TWO):
            offset = _look(child.children, offset, seen, whole)
            continue
        text = child.text
        # The mark of a note is as long as it is, but hides no end of a sentence.
        seen.append(" " * len(text) if isinstance(child, NoteReference) else text)
        if not isinstance(child, Text):
            whole.append((offset, offset + len(text)))
        offset += len(text)
    return offset


def _kept_together(spans: Sequence[tuple[int, int]], whole: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Let each sentence have all of what it has a part of; sentences that then overlap are one."""
    kept: list[tuple[int, int]] = []
    for first, last in spans:
        start, end = _around(first, whole)[0], _around(last, whole)[1]
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _around(edge: int, whole: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the piece that a place is inside of, or the place itself."""
    at = bisect_left(whole, (edge, 0)) - 1
    return whole[at] if at >= 0 and edge < whole[at][1] else (edge, edge)


class _Cutter:
    """Goes through a line once and cuts it at given places, markup and all."""

    def __init__(self, cuts: Sequence[int]) -> None:
        self.cuts = cuts
        self.next = 0
        self.offset = 0

    def groups(self, children: Sequence[Inline]) -> list[list[Inline]]:
        groups: list[list[Inline]] = [[]]
        for child in children:
            if self._cuts_before(self.offset + 1):
                self.next += 1
                groups.append([])
            first, *others = self._pieces(child)
            groups[-1].append(first)
            groups += ([other] for other in others)
        return groups

    def _cuts_before(self, end: int) -> bool:
        return self.next < len(self.cuts) and self.cuts[self.next] < end

    def _pieces(self, child: Inline) -> list[Inline]:
        if isinstance(child, Text):
            return self._texts(child)
        if isinstance(child, _CUT_IN_TWO):
            groups = self.groups(child.children)
            return [child] if len(groups) == 1 else [replace(child, children=tuple(group)) for group in groups]
        self.offset += len(child.text)
        return [child]

    def _texts(self, text: Text) -> list[Inline]:
        begins, end = self.offset, self.offset + len(text.text)
        pieces: list[Inline] = []
        while self._cuts_before(end):
            cut = self.cuts[self.next]
            self.next += 1
            pieces.append(Text(text=text.text[self.offset - begins : cut - begins]))
            self.offset = cut
        pieces.append(Text(text=text.text[self.offset - begins :]) if pieces else text)
        self.offset = end
        return pieces
