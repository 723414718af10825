"""Lines to chunks: where paragraphs end, in the three ways that plain texts are laid out.

Blank lines between paragraphs, a line for each paragraph, or lines broken at a fixed width, with or
without blank lines. The last is known by *greedy filling*: whoever broke the line did so because
the next word had no room in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from a11ynews.model.figures import Image
from a11ynews.model.inlines import Inline, Text
from a11ynews.read.plain.full_lines import Habits, may_part
from a11ynews.read.plain.lines import Line
from a11ynews.read.plain.signs import ends_sentence, starts_lowercase, weight

__all__ = ["Chunk", "Layout", "behead", "chunk_lines", "join_lines", "layout_of", "wrap_width"]

#: No program breaks lines by itself beyond this; paragraphs on one line usually are longer.
_WIDEST = 120
#: Narrower columns are lists of labels.
_NARROWEST = 30
#: So many lines in twenty may be over the width (an address that cannot be broken).
_TOO_LONG_SHARE = 1 / 20
#: Lines of this part of the width are long; of them, the last lines of paragraphs alone are not full.
_LONG_LINE = 2 / 3
_FULL_SHARE = 0.4
_FEWEST_FULL = 2
_TOO_FEW_SHARE = 1 / 5
#: So many full lines break off within a sentence, before a word that is no name. German, with its
#: capital nouns, has the fewest: 2 in 5. Paragraphs of about the same length have none.
_BROKEN_OFF_SHARE = 1 / 4
#: In texts with indented first lines so many of the lines below these are back at the margin.
_BACK_SHARE = 0.3
#: In scripts without spaces a program breaks lines after the same number of characters, give or take one.
_RAGGED = 1
#: A line that stands so much further in than the one above begins a paragraph. Characters.
_INDENT = 2

#: A dash of any length but the hyphen's opens speech in many languages; it is no mark of a list.
_MARKER = re.compile(r"(?P<mark>[-*+•·▪◦‣●○■□]|\d{1,3}[.)]|#{1,6}) (?=\S)|(?P<bullet>[•▪◦‣●■])(?=\S)|(?P<quote>>[> ]*)")
_OPENING_QUOTES = '"“„«»‘「『'
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff9f]")
_OPENING_QUOTES = '"“„«»‘「『'
_SENTENCE_STARTS = re.compile(
    r"""[.!?…][”“"»’)]{0,2} +["“„«»‘(¿¡]{0,2}(?=[^\W\d_a-z])|[。．！？।॥۔؟][」』）]?(?=\s*\w)"""
)
_OPEN_HYPHEN = re.compile(r"\w-$")
_LAST_PART = re.compile(r"([^\W\d_]{2,40})-$")
_FIRST_PART = re.compile(r"[^\W\d_]{2,40}")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RULE = re.compile(r"[-–—*_=~#+•·.⁂\s]{3,}")
#: After these a hyphen at a line's end was in the text ("two- and three-year", "Haus- und Garten").
_AFTER_OPEN_HYPHEN = frozenset(
    {
        "and",
        "or",
        "to",
        "und",
        "oder",
        "bis",
        "bzw",
        "et",
        "ou",
        "y",
        "e",
        "o",
        "och",
        "eller",
        "og",
        "en",
        "of",
        "tot",
        "i",
        "a",
        "ili",
        "lub",
        "czy",
        "и",
        "или",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """What is taken for one paragraph, one item, one line that stands alone.

    Attributes:
        text: Its words on one line, without the mark before them.
        mark: The mark of a list item ("-", "2."), quotation (">") or heading ("##"); or "".
        first: Number of its first line.
        last: Number of its last line.
        after_gap: Whether a blank line is before it.
        indent: White space before its first line, in characters.
        dropped: Hyphens that only broke words at the ends of lines, and marks within the line that became
            structure: they are not in ``text``.
        inlines: The words of ``text`` with what marks within the line made of them; empty for plain words.
        image: The picture that the whole line stands for; ``text`` is its alternative, or its address.
        is_solid: Whether it is code or a table, whose lines are not joined and whose words are never furniture.
        language: Of code, what its fence says.
        rows: Of a table, the cells by rows.
    """

    text: str
    mark: str
    first: int
    last: int
    after_gap: bool
    indent: int
    dropped: tuple[str, ...] = ()
    inlines: tuple[Inline, ...] = ()
    image: Image | None = None
    is_solid: bool = False
    language: str = ""
    rows: tuple[tuple[Chunk, ...], ...] = ()

    @property
    def children(self) -> tuple[Inline, ...]:
        """The words, without the mark before them, as inlines."""
        return self.inlines or (Text(text=self.text),)

    @property
    def printed(self) -> str:
        """The words with their mark, as the source has them."""
        return f"{self.mark} {self.text}".strip()

    @property
    def where(self) -> str:
        """The place for people: "line 3" or "lines 3 to 5"."""
        return f"line {self.first}" if self.first == self.last else f"lines {self.first} to {self.last}"


class Layout(NamedTuple):
    """How the lines of a text are laid out.

    Attributes:
        width: Where its lines were broken, in characters; None if they were not.
        known: Its words, if any of its lines may break one.
        margin: Where lines begin that are not indented, if its paragraphs begin with an indent.
        habits: Of a text whose paragraphs end with short lines only: whether one ends where the line is full as well.
    """

    width: int | None
    known: frozenset[str]
    margin: int | None
    habits: Habits | None


def layout_of(lines: Sequence[Line]) -> Layout:
    """Return how some lines are laid out: the non-blank lines of a text, in order."""
    width = wrap_width(lines)
    margin = _margin(lines) if width else None
    habits = _habits(lines, width) if width and margin is None else None
    return Layout(width, _known_words(lines, width), margin, habits)


def chunk_lines(lines: Sequence[Line], layout: Layout | None = None) -> tuple[Chunk, ...]:
    """Return lines joined to paragraphs.

    Args:
        lines: The non-blank lines of a text, or of a part of it, in order.
        layout: How the whole text is laid out; None to find out by these lines.

    Returns:
        One chunk for each paragraph, item or single line; each line is in exactly one.
    """
    width, known, margin, habits = layout or layout_of(lines)

    def continues(start: int, index: int) -> bool:
        """Whether a line goes on with the chunk that began at another, as far as layout tells."""
        if width is None or not _continues(lines[index - 1], lines[index], width):
            return False
        is_item = _MARKER.match(lines[start].text) is not None
        return is_item or margin is None or lines[index].indent < margin + _INDENT

    chunks: list[Chunk] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not continues(start, index):
            chunks += (_chunk(part, known) for part in _paragraphs(lines[start:index], habits))
            start = index
    return tuple(chunks) if lines else ()


def _paragraphs(lines: Sequence[Line], habits: Habits | None) -> Iterator[Sequence[Line]]:
    """Yield the paragraphs in lines between which layout shows no end."""
    start, left = 0, sum(weight(line.text) + 1 for line in lines) if habits else 0
    for at in range(1, len(lines)):
        if habits and may_part(lines[at - 1], lines[at]) and habits.parts(lines, at, left):
            yield lines[start:at]
            left -= sum(weight(line.text) + 1 for line in lines[start:at])
            start = at
    yield lines[start:]


def behead(lines: Sequence[Line], chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Return chunks with the first line of the first paragraph apart, if it may be a headline that filled its line.

    It may where no blank line parts anything, something stands above it, and the next line begins with a capital or
    a quotation mark.

    Args:
        lines: The non-blank lines of the text.
        chunks: What they were joined to.

    Returns:
        The chunks, of which the first paragraph is two now; none if there is no such line.
    """
    at = next((n for n, chunk in enumerate(chunks) if chunk.last > chunk.first), 0)
    if at == 0 or any(chunk.after_gap for chunk in chunks[1:]) or chunks[at].is_solid or chunks[at].mark:
        return ()
    inside = [line for line in lines if chunks[at].first <= line.number <= chunks[at].last]
    opening = inside[1].text.lstrip(_OPENING_QUOTES)
    if ends_sentence(inside[0].text, asking=False) or starts_lowercase(opening) or opening[:1].isdigit():
        return ()
    known = frozenset[str]()
    return (*chunks[:at], _chunk(inside[:1], known), _chunk(inside[1:], known), *chunks[at + 1 :])


def _habits(lines: Sequence[Line], width: int) -> Habits | None:
    """Return the habits of a text in which most paragraphs end without a blank line, None for others."""
    ends = [not b.after_gap and not _continues(a, b, width) for a, b in pairwise(lines)]
    habits = Habits(lines, ends)
    return habits if habits.are_unmarked else None


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which the lines of a text were broken, in characters; None if they were not.

    A width is believed if many of the longer lines are full, so that their successor's first word had
    no room, and if some of these break off within a sentence.

    Args:
        lines: The non-blank lines of a text, in order.
    """
    if sum(len(line.text) > _WIDEST for line in lines) > len(lines) * _TOO_LONG_SHARE:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_gap and _extent(a) <= _WIDEST]
    extents = sorted((_extent(a) for a, _ in pairs), reverse=True)
    outliers = int(len(extents) * _TOO_LONG_SHARE)
    return next(
        (width for width in (*extents[:1], *extents[outliers : outliers + 1]) if _is_filled(pairs, width)), None
    )


def _is_filled(pairs: Sequence[tuple[Line, Line]], width: int) -> bool:
    long = [pair for pair in pairs if _extent(pair[0]) >= width * _LONG_LINE]
    full = [pair for pair in long if _is_full(*pair, width)]
    broken_off = sum(_breaks_off(*pair) for pair in full)
    enough = max(_FEWEST_FULL, len(long) * _FULL_SHARE, 0 if _are_ruled(full, width) else len(pairs) * _TOO_FEW_SHARE)
    return width >= _NARROWEST and len(full) >= enough and broken_off >= len(full) * _BROKEN_OFF_SHARE


def _are_ruled(full: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether lines of a script without spaces all break off after the same number of characters: no accident."""
    return all(
        _UNSPACED.search(line.text) and _breaks_off(line, following) and _extent(line) >= width - _RAGGED
        for line, following in full
    )


def _breaks_off(line: Line, following: Line) -> bool:
    return not ends_sentence(line.text) and not following.text[0].isupper()


def _extent(line: Line) -> int:
    return line.indent + len(line.text)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room in this one."""
    return _extent(line) + len(_first_word(following.text)) + 1 > width


def _first_word(text: str) -> str:
    return text[:1] if _UNSPACED.match(text) else text.split(" ", 1)[0]


def _margin(lines: Sequence[Line]) -> int | None:
    """The margin of a text whose paragraphs begin with an indented line; None for other texts.

    There the line below an indented one is not indented; in a block set further in, it is.
    """
    margin = min(line.indent for line in lines)
    below = [b.indent for a, b in pairwise(lines) if a.indent >= margin + _INDENT and not b.after_gap]
    back = sum(indent < margin + _INDENT for indent in below)
    return margin if back > len(below) * _BACK_SHARE else None


def _continues(line: Line, following: Line, width: int) -> bool:
    """Whether a line goes on in the next one."""
    if following.after_gap or _stands_alone(line) or _stands_alone(following):
        return False
    is_item = _MARKER.match(line.text) is not None
    if _MARKER.match(following.text):
        return _is_full(line, following, width) and not ends_sentence(line.text) and not is_item
    if following.indent >= line.indent + _INDENT and not is_item:
        return False
    return _is_full(line, following, width) or (starts_lowercase(following.text) and not ends_sentence(line.text))


def _stands_alone(line: Line) -> bool:
    """Whether a line is quoted, a Markdown heading or drawn with characters: it has its own layout."""
    return line.text.startswith((">", "# ", "## ", "### ", "#### ")) or _RULE.fullmatch(line.text) is not None


def _chunk(lines: Sequence[Line], known: frozenset[str]) -> Chunk:
    texts = [line.text for line in lines]
    marker = _MARKER.match(texts[0])
    mark = marker[0].strip() if marker else ""
    if marker:
        texts[0] = texts[0][marker.end() :].lstrip()
    joined, dropped = join_lines(texts, known)
    return Chunk(
        text=joined,
        mark=mark,
        first=lines[0].number,
        last=lines[-1].number,
        after_gap=lines[0].after_gap,
        indent=lines[0].indent,
        dropped=("-",) * dropped,
    )


def join_lines(texts: Sequence[str], known: frozenset[str] = frozenset()) -> tuple[str, int]:
    """Return broken lines as one, and how many hyphens were left out.

    Between lines comes a space, or nothing after a hyphen or in Chinese and Japanese. A hyphen at
    a line's end goes only if the whole word stands elsewhere in the text and the hyphened one does
    not; else it stays, for whether it was in the word ("co-operate") cannot be known.

    Args:
        texts: Lines without white space around them.
        known: The words of the whole text, case-folded.

    Example:
        >>> join_lines(["the long-", "standing two-", "and three-year", "plans"])
        ('the long-standing two- and three-year plans', 0)
        >>> join_lines(["a govern-", "ment"], frozenset({"government"}))
        ('a government', 1)
        >>> join_lines(["東京の", "天気"])
        ('東京の天気', 0)
    """
    joined: list[str] = []
    dropped = 0
    for before, after in zip(["", *texts], texts, strict=False):
        if not before or not after:
            gap = ""
        elif _splits_word(before, after, known):
            joined[-1] = before[:-1]
            dropped += 1
            gap = ""
        else:
            gap = " " if _needs_space(before, after) else ""
        joined += (gap, after)
    return "".join(joined), dropped


def _splits_word(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end surely was not in the word."""
    start, end = _LAST_PART.search(before), _FIRST_PART.match(after)
    if not known or start is None or end is None:
        return False
    left, right = start[1].casefold(), end[0].casefold()
    return left + right in known and f"{left}-{right}" not in known


def _known_words(lines: Sequence[Line], width: int | None) -> frozenset[str]:
    """All words of the text, if any of its lines may break one."""
    if width is None or not any(line.text.endswith("-") for line in lines):
        return frozenset()
    return frozenset(word for line in lines for word in _HYPHENED.findall(line.text.casefold()))


def _needs_space(before: str, after: str) -> bool:
    if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after):
        return False
    if _OPEN_HYPHEN.search(before[-2:]):
        return after.split(" ", 1)[0].casefold() in _AFTER_OPEN_HYPHEN
    return True
