"""Long texts in pieces that an engine can take.

An engine holds the sound of a whole call in memory, and is heard only after it. A paragraph of an
article is one call; a page that is one paragraph of a megabyte is not.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["LONGEST_CHARS", "pieces"]

LONGEST_CHARS = 1500
"""Some 100 seconds of speech, 4 MB; nine of ten paragraphs of news are far shorter."""

_ENDS = (". ", "! ", "? ", "。", "; ", ", ", " ")
"""Where to cut, the best place first."""


def pieces(text: str, longest: int = LONGEST_CHARS) -> Iterator[tuple[int, str]]:
    """Yield a text in pieces with the place of each, cut at the end of a sentence if there is one, else between words.

    Args:
        text: What is to be said.
        longest: Characters of a piece at most.

    Example:
        >>> list(pieces("One two three. Four five.", longest=20))
        [(0, 'One two three.'), (15, 'Four five.')]
    """
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        yield from _stripped(text, start, end)
        start = end
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield what is between two places without the space around it, if there is anything."""
    piece = text[start:end].lstrip()
    if piece:
        yield end - len(piece), piece.rstrip()


def _cut(text: str, start: int, end: int) -> int:
    """Return where to cut: not in the first half, so that pieces stay long and few."""
    for mark in _ENDS:
        found = text.rfind(mark, start + (end - start) // 2, end)
        if found >= 0:
            return found + len(mark)
    return end
