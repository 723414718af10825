"""What has a layout of its own in a plain text, and is no lines to be joined: fenced code, and tables with bars.

Tools that write scraped pages as Markdown write both. Unread, a table is a heap of bars and dashes to a
listener, and code loses the white space that it may depend on.

Source:
    CommonMark 0.31.2, section 4.5 (fenced code blocks); GitHub Flavored Markdown 0.29, section 4.10 (tables). A fence
    that is never closed is none, because in scraped text the end of the page would be code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from a11ynews.read.plain.chunks import Chunk, chunk_lines, layout_of
from a11ynews.read.plain.lines import Line

__all__ = ["chunk_text"]

_FENCE = re.compile(r"(`{3,}|~{3,}) ?([\w+#.-]{0,40})(?: [^`]{0,200})?")
_CLOSED = re.compile(r"`{3,}|~{3,}")
_RULER = re.compile(r"\|? ?:?-{2,}:? ?(?:\| ?:?-{2,}:? ?){1,200}\|?|\| ?:?-{2,}:? ?\|")
"""The line between a table's head and its body."""
_BAR = re.compile(r"(?<!\\)\|")


def chunk_text(lines: Sequence[Line]) -> tuple[Chunk, ...]:
    """Return the lines of a text as chunks: paragraphs, items and single lines; tables and code as a whole.

    Args:
        lines: The non-blank lines of a text, in order.
    """
    solids = list(_solids(lines))
    inside = {index for start, end, _ in solids for index in range(start, end)}
    layout = layout_of([line for index, line in enumerate(lines) if index not in inside] if solids else lines)
    chunks: list[Chunk] = []
    at = 0
    for start, end, chunk in solids:
        chunks += chunk_lines(lines[at:start], layout)
        chunks.append(chunk)
        at = end
    return (*chunks, *chunk_lines(lines[at:], layout))


def _solids(lines: Sequence[Line]) -> Iterator[tuple[int, int, Chunk]]:
    """Yield each table and each piece of code, with where it begins and one past where it ends."""
    closers = _closers(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        end = closers.get(index, 0) or _table_end(lines, index)
        if not end:
            index += 1
            continue
        is_code = line.text[0] in "`~"
        yield index, end, (_code if is_code else _table)(lines[index:end])
        index = end


def _closers(lines: Sequence[Line]) -> dict[int, int]:
    """Return for each line that opens a fence one past the line that closes it."""
    found: dict[int, int] = {}
    fences = [index for index, line in enumerate(lines) if line.text.startswith(("```", "~~~"))]
    at = 0
    while at < len(fences):
        opened = _FENCE.fullmatch(lines[fences[at]].text)
        if opened is not None:
            after = range(at + 1, len(fences))
            close = next((place for place in after if _closes(lines[fences[place]].text, opened[1])), None)
            if close is None:
                break
            if fences[close] > fences[at] + 1:
                found[fences[at]] = fences[close] + 1
            at = close
        at += 1
    return found


def _closes(text: str, fence: str) -> bool:
    return text.startswith(fence) and _CLOSED.fullmatch(text) is not None


def _code(lines: Sequence[Line]) -> Chunk:
    opened, *inside, closed = lines
    rows = [_dedented(inside[0], opened.indent)]
    for above, line in pairwise(inside):
        rows += [""] * (line.number - above.number - 1)
        rows.append(_dedented(line, opened.indent))
    fence = _FENCE.fullmatch(opened.text)
    language = fence[2] if fence else ""
    return replace(
        _chunk(lines, "\n".join(rows), opened.text), language=language, is_solid=True, dropped=(closed.text,)
    )


def _dedented(line: Line, indent: int) -> str:
    return line.raw[min(indent, line.indent) :]


def _table_end(lines: Sequence[Line], index: int) -> int:
    """Return one past the last line of the table that begins at a line; 0 if none does."""
    if index + 1 >= len(lines) or lines[index + 1].after_gap or "|" not in lines[index].text:
        return 0
    if not _RULER.fullmatch(lines[index + 1].text):
        return 0
    if len(_cells(lines[index].text)) != len(_cells(lines[index + 1].text)):
        return 0
    end = index + 2
    while end < len(lines) and not lines[end].after_gap and _BAR.search(lines[end].text):
        end += 1
    return end


def _table(lines: Sequence[Line]) -> Chunk:
    head, ruler, *body = lines
    texts = [_cells(line.text) for line in (head, *body)]
    width = len(texts[0])
    rows = tuple(
        tuple(replace(_chunk([line], cell, ""), is_solid=True) for cell in [*cells, *[""] * (width - len(cells))])
        for line, cells in zip((head, *body), texts, strict=True)
    )
    words = "\n".join("\t".join(cells) for cells in texts)
    bars = "|" * sum(len(_BAR.findall(line.text)) for line in (head, *body))
    return replace(_chunk(lines, words, ""), rows=rows, is_solid=True, dropped=(bars, ruler.text))


def _cells(text: str) -> list[str]:
    inner = text.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in _BAR.split(inner)]


def _chunk(lines: Sequence[Line], text: str, mark: str) -> Chunk:
    return Chunk(
        text=text, mark=mark, first=lines[0].number, last=lines[-1].number, after_gap=lines[0].after_gap,
        indent=lines[0].indent,
    )  # fmt: skip
