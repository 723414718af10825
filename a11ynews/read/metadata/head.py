"""The head of the story as lines: what a reader sees around the headline, before the first paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice, pairwise
from typing import NamedTuple

from a11ynews.read.lengths import length_of
from a11ynews.read.metadata.scan import INLINE, SILENT
from a11ynews.tree.page import TEXT, Page

__all__ = ["Line", "head_lines", "tail_lines"]

_SKIPPED = SILENT | {"nav", "form", "button", "figure", "picture", "video", "audio", "dialog", "table", "pre"}
_PROSE_LINE_CHARS = 90
_PROSE_CHARS = 700
_MAX_LINES = 40
_MAX_TAIL_LINES = 250
_TAIL_NODES = 300
_MAX_NODES = 500
_NODES_BEFORE = 70
_LAYOUT_SHARE = 0.6
_CHARS_BEFORE = 400


class Line(NamedTuple):
    """A run of text that a browser shows as one line or paragraph.

    Attributes:
        text: Its words, white space folded.
        pieces: Its text nodes, not blank, in order.
        texts: Their words; neighbours within one element are one piece.
        node: The smallest element that holds all of it.
    """

    text: str
    pieces: tuple[int, ...]
    texts: tuple[str, ...]
    node: int


def head_lines(page: Page, headline: int, body: int) -> tuple[list[Line], list[Line]]:
    """Return the lines before and after the headline that may hold byline and date.

    Args:
        page: The page.
        headline: The headline's node, -1 if there is none.
        body: Where to start without a headline.

    Returns:
        Lines before, nearest last, and lines after, until the story has begun: more than 700
        characters in long lines, so that a standfirst and a summary still belong to the head.
    """
    start = page.ends[headline] if headline >= 0 else body
    skipped = _SKIPPED - {"table"} if headline < 0 and _is_laid_out_by_table(page, body) else _SKIPPED
    after: list[Line] = []
    prose = 0
    for line in _lines(page, start, min(len(page), start + _MAX_NODES), skipped):
        length = length_of(line.text)
        prose += length if length >= _PROSE_LINE_CHARS else 0
        if len(after) == _MAX_LINES or (prose > _PROSE_CHARS and length >= _PROSE_LINE_CHARS):
            break
        after.append(line)
    before = []
    if headline >= 0:
        first = max(_common_start(page, headline), headline - _NODES_BEFORE)
        before = [line for line in _lines(page, first, headline) if len(line.text) <= _CHARS_BEFORE]
    return before, after


def tail_lines(page: Page, start: int) -> list[Line]:
    """Return lines behind the story: the next ones and the page's last, where some put author and date."""
    last = max(start, len(page) - _TAIL_NODES)
    return [*islice(_lines(page, start, last), _MAX_TAIL_LINES), *_lines(page, last, len(page))]


def _common_start(page: Page, headline: int) -> int:
    """Return the first node of the largest block around the headline that is not the whole page."""
    node = page.parents[headline]
    while node >= 0 and page.parents[node] >= 0 and page.tags[node] not in ("body", "main", "article"):
        node = page.parents[node]
    return max(node, 0)


def _is_laid_out_by_table(page: Page, body: int) -> bool:
    """Whether nearly all of a page stands in its first table, as it did before there were style sheets."""
    first = next(page.find("table", body), -1)
    return first >= 0 and page.ends[first] - first > (len(page) - body) * _LAYOUT_SHARE


def _lines(page: Page, start: int, end: int, skipped: AbstractSet[str] = _SKIPPED) -> Iterator[Line]:
    tags, parents, ends = page.tags, page.parents, page.ends
    pieces: list[int] = []
    block = -1
    node = start
    while node < end:
        tag = tags[node]
        if tag != TEXT and (tag in skipped or "hidden" in page.attributes[node]):
            node = ends[node]
            continue
        if tag == TEXT:
            if not page.texts[node].isspace():
                here = parents[node]
                while here >= 0 and tags[here] in INLINE:
                    here = parents[here]
                if here != block and pieces:
                    yield _line(page, pieces, block)
                    pieces = []
                block = here
                pieces.append(node)
        elif tag not in INLINE and pieces:
            yield _line(page, pieces, block)
            pieces = []
        node += 1
    if pieces:
        yield _line(page, pieces, block)


def _line(page: Page, pieces: list[int], block: int) -> Line:
    if len(pieces) == 1:
        text = " ".join(page.texts[pieces[0]].split())
        return Line(text, (pieces[0],), (text,), pieces[0])
    raw = [page.texts[pieces[0]]]
    for last, node in pairwise(pieces):
        if any(page.texts[last + 1 : node]):
            raw.append(" ")
        raw.append(page.texts[node])
    texts = tuple(" ".join(page.texts[node].split()) for node in pieces)
    return Line(" ".join("".join(raw).split()), tuple(pieces), texts, block)
