"""What was said for what: spoken words with a way back to the written ones."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Edit", "Normalized", "Stretch", "compose", "edited"]


class Stretch(NamedTuple):
    """Written characters and the spoken ones that stand for them; ends are exclusive."""

    written_start: int
    written_end: int
    spoken_start: int
    spoken_end: int


class Edit(NamedTuple):
    """One replacement made by a rule: the characters ``start`` to ``end`` became ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Normalized:
    """Spoken words, and where each came from.

    Attributes:
        text: The words as an engine should read them.
        stretches: Where spoken and written words differ, in order; between them they are equal.
    """

    text: str
    stretches: tuple[Stretch, ...] = ()

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the written characters behind spoken ones.

        Args:
            start: First spoken character, as an index into ``text``.
            end: Index after the last one.

        Returns:
            The smallest span of the written text that was said there. A changed stretch counts as a
            whole: "two dollars" as a whole came from "$2".

        Example:
            >>> spoken = Normalized("for two dollars now", (Stretch(4, 6, 4, 15),))
            >>> spoken.written_span(8, 15), spoken.written_span(16, 19)
            ((4, 6), (7, 10))
        """
        first = self._written(start)
        return first[0], max(first[1], self._written(max(start, end - 1))[1])

    def _written(self, index: int) -> tuple[int, int]:
        """Return the span behind one spoken character."""
        at = bisect_right(self.stretches, index, key=lambda stretch: stretch.spoken_start) - 1
        if at < 0:
            return index, index + 1
        stretch = self.stretches[at]
        if index < stretch.spoken_end:
            return stretch.written_start, stretch.written_end
        moved = index - stretch.spoken_end + stretch.written_end
        return moved, moved + 1


def compose(stretches: list[Stretch], edits: list[Edit]) -> list[Stretch]:
    """Return the map from the written text to the text after further edits.

    Args:
        stretches: The map so far, in order.
        edits: Replacements in the spoken text of that map, in order, without overlap.

    Returns:
        The new map. Edits that touch the inside of a stretch become one with it.

    Example:
        >>> compose([Stretch(0, 2, 0, 5)], [Edit(3, 7, "x")])
        [Stretch(written_start=0, written_end=4, spoken_start=0, spoken_end=4)]
    """
    merged: list[Stretch] = []
    old, new = 0, 0
    before, after = 0, 0  # how far the text has moved so far: written to middle, middle to spoken
    while old < len(stretches) or new < len(edits):
        start = min(
            stretches[old].spoken_start if old < len(stretches) else edits[new].start,
            edits[new].start if new < len(edits) else stretches[old].spoken_start,
        )
        end = start
        written_start, spoken_start = start + before, start + after
        grown = True
        while grown:
            grown = False
            if old < len(stretches) and (stretches[old].spoken_start < end or stretches[old].spoken_start == start):
                stretch = stretches[old]
                end, old, grown = max(end, stretch.spoken_end), old + 1, True
                before = stretch.written_end - stretch.spoken_end
            if new < len(edits) and (edits[new].start < end or edits[new].start == start):
                edit = edits[new]
                end, new, grown = max(end, edit.end), new + 1, True
                after += len(edit.new) - (edit.end - edit.start)
        merged.append(Stretch(written_start, end + before, spoken_start, end + after))
    return merged


def edited(text: str, edits: list[Edit]) -> str:
    """Return a text after replacements, which are in order and do not overlap.

    Example:
        >>> edited("for $2 now", [Edit(4, 6, "two dollars")])
        'for two dollars now'
    """
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.new)
        done = edit.end
    return "".join((*pieces, text[done:]))
