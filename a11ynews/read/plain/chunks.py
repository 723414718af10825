"""Lines to chunks: where paragraphs end, in the three ways that plain texts are laid out.

Blank lines between paragraphs, a line for each paragraph, or lines broken at a fixed width, with or
without blank lines. The last is known by *greedy filling*: whoever broke the line did so because
the next word had no room in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from a11ynews.read.plain.lines import Line
from a11ynews.read.plain.signs import ends_sentence, starts_lowercase

__all__ = ["Chunk", "chunk_lines", "wrap_width"]

#: No program breaks lines by itself beyond this; paragraphs on one line usually are longer.
_WIDEST = 120
#: Narrower columns are lists of labels.
_NARROWEST = 30
#: So many lines in twenty may be over the width (an address that cannot be broken).
_TOO_LONG_SHARE = 1 / 20
#: Paragraphs of three lines have two full ones; below half it is no filled text.
_FULL_SHARE = 0.5
_FEWEST_PAIRS = 3

#: A dash of any length but the hyphen's opens speech in many languages; it is no mark of a list.
_MARKER = re.compile(r"(?P<mark>[-*+•·▪◦‣●○■□]|\d{1,3}[.)]|#{1,6}) (?=\S)|(?P<bullet>[•▪◦‣●■])(?=\S)|(?P<quote>>[> ]*)")
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff9f]")
_SPLIT_WORD = re.compile(r"[^\W\d_]-$|\d-$")
#: After these a hyphen at a line's end was in the text ("two- and three-year", "Haus- und Garten").
_AFTER_OPEN_HYPHEN = frozenset(
    "and or to und oder bis bzw et ou y e o och eller og en of tot i a ili lub czy и или".split()
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
    """

    text: str
    mark: str
    first: int
    last: int
    after_gap: bool
    indent: int

    @property
    def printed(self) -> str:
        """The words with their mark, as the source has them."""
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def where(self) -> str:
        """The place for people: "line 3" or "lines 3 to 5"."""
        return f"line {self.first}" if self.first == self.last else f"lines {self.first} to {self.last}"


def chunk_lines(lines: Sequence[Line]) -> tuple[Chunk, ...]:
    """Return lines joined to paragraphs.

    Args:
        lines: The non-blank lines of a text, in order.

    Returns:
        One chunk for each paragraph, item or single line; each line is in exactly one.
    """
    width = wrap_width(lines)
    chunks: list[Chunk] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _continues(lines[index - 1], lines[index], width):
            chunks.append(_chunk(lines[start:index]))
            start = index
    return tuple(chunks) if lines else ()


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which the lines of a text were broken, in characters; None if they were not.

    Args:
        lines: The non-blank lines of a text, in order.
    """
    if sum(len(line.text) > _WIDEST for line in lines) > len(lines) * _TOO_LONG_SHARE:
        return None
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.after_gap and _extent(a) <= _WIDEST]
    if len(pairs) < _FEWEST_PAIRS:
        return None
    width = max(_extent(a) for a, _ in pairs)
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if width >= _NARROWEST and full >= len(pairs) * _FULL_SHARE else None


def _extent(line: Line) -> int:
    return line.indent + len(line.text)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room in this one."""
    return _extent(line) + len(_first_word(following.text)) + 1 > width


def _first_word(text: str) -> str:
    return text[:1] if _UNSPACED.match(text) else text.split(" ", 1)[0]


def _continues(line: Line, following: Line, width: int | None) -> bool:
    if following.after_gap or width is None:
        return False
    if line.text.startswith(">") or following.text.startswith(">"):
        return False
    if _MARKER.match(following.text):
        return _is_full(line, following, width) and not ends_sentence(line.text) and not _MARKER.match(line.text)
    return _is_full(line, following, width) or (starts_lowercase(following.text) and not ends_sentence(line.text))


def _chunk(lines: Sequence[Line]) -> Chunk:
    texts = [line.text for line in lines]
    marker = _MARKER.match(texts[0])
    mark = marker[0].strip() if marker else ""
    if marker:
        texts[0] = texts[0][marker.end() :].lstrip()
    return Chunk(
        text=join_lines(filter(None, texts)),
        mark=mark,
        first=lines[0].number,
        last=lines[-1].number,
        after_gap=lines[0].after_gap,
        indent=lines[0].indent,
    )


def join_lines(texts: Iterable[str]) -> str:
    """Return broken lines as one: with a space between, or none after a hyphen or in Chinese.

    The hyphen always stays. Whether it was in the word ("co-operate") or only at the line's end
    cannot be known for sure without a dictionary of the language, and a wrong guess loses a character.

    Example:
        >>> join_lines(["the long-", "standing two-", "and three-year", "plans"])
        'the long-standing two- and three-year plans'
        >>> join_lines(["東京の", "天気"])
        '東京の天気'
    """
    joined: list[str] = []
    for text in texts:
        if joined and _needs_space(joined[-1], text):
            joined.append(" ")
        joined.append(text)
    return "".join(joined)


def _needs_space(before: str, after: str) -> bool:
    if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after):
        return False
    if _SPLIT_WORD.search(before[-2:]):
        return after.split(" ", 1)[0].casefold() in _AFTER_OPEN_HYPHEN
    return True
