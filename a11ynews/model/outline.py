"""The levels of headings as they are told: h2 at first, and never a step of two downwards."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Outline"]


@dataclass(slots=True)
class Outline:
    """Which level the next heading gets: h2 at first, and never a step of two downwards.

    ``open`` holds the source levels of the headings that the present place is under.

    Source:
        WCAG 2.2, 1.3.1 and 2.4.10; axe ``heading-order``, HTML_CodeSniffer G141.
    """

    open: list[int] = field(default_factory=list)
    floor: int = 0

    def level_for(self, source_level: int) -> int:
        """Return the level (2 to 6) for a heading that had ``source_level`` in the source."""
        while len(self.open) > self.floor and self.open[-1] >= source_level:
            self.open.pop()
        self.open.append(source_level)
        return min(len(self.open) + 1, 6)

    def enter(self) -> tuple[int, int]:
        """Go into a piece whose headings all stand below those around it; give back what ``leave`` wants."""
        before = self.floor, len(self.open)
        self.floor = len(self.open)
        return before

    def leave(self, before: tuple[int, int]) -> None:
        """Go out again: the next heading is measured against those around the piece."""
        self.floor = before[0]
        del self.open[before[1] :]
