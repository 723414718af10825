"""What is known of a unit, as numbers: each computed once, in time linear in the page.

A subtree is a range of units, so sums over it are differences of running sums. The names of the
columns are data of the trained weights (``weights.json``): a column that goes is a retraining.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, compress
from operator import mul
from typing import NamedTuple

from a11ynews.read.lengths import length_of
from a11ynews.read.scene.flags import bit
from a11ynews.read.scene.units import Units
from a11ynews.tree.page import Page

PROSE_LENGTH = 80
"""Characters from which a run of text with few links counts as prose."""
MOSTLY_LINKS = 0.5
"""Share of linked characters from which a text is a link, and not a text with links."""


class Totals(NamedTuple):
    """Sums over a range of units: how many, characters, linked characters, characters of prose."""

    units: int
    length: float
    linked: float
    prose: float
    paragraphs: int


class Surroundings:
    """A page's units with running sums: what any subtree holds, in constant time.

    Attributes:
        page: The page.
        units: Its units.
        lengths: ``length_of`` each unit.
        shares: Share of linked characters of each unit, 0 to 1.
        prose: The length of each unit that is prose; 0 for others.
        length_sums: How many characters come before each unit, and at the end how many there are in all.
        prose_sums: How much prose comes before each unit, and at the end how much there is in all.
        core: The element that holds the densest prose.
        shared_flags: What stands around the core, and so says nothing of its parts.
    """

    def __init__(self, page: Page, units: Units) -> None:
        """Sum up a page."""
        self.page = page
        self.units = units
        self.lengths = [len(text) if text.isascii() else length_of(text) for text in units.text]
        self.shares = [
            min(1.0, linked / (len(text) or 1)) if linked else 0.0
            for linked, text in zip(units.link_chars, units.text, strict=True)
        ]
        self.prose = [
            length
            if length >= PROSE_LENGTH and share < MOSTLY_LINKS and not flags & _UNSEEN and _STOPS.search(text)
            else 0
            for length, share, flags, text in zip(self.lengths, self.shares, units.flags, units.text, strict=True)
        ]
        self.length_sums = list(accumulate(self.lengths, initial=0))
        self._sum_linked = list(accumulate(map(mul, self.lengths, self.shares), initial=0.0))
        self.prose_sums = list(accumulate(self.prose, initial=0))
        self._sum_paragraphs = list(accumulate(map(bool, self.prose), initial=0))
        self._before = _units_before(page, units)
        self._wider: dict[int, int] = {}
        self.core = self.densest(
            [
                prose * ASIDE_SHARE if prose and flags & _ASIDE else prose
                for prose, flags in zip(self.prose, units.flags, strict=True)
            ]
        )
        self.shared_flags = units.node_flags[self.core] if self.core >= 0 else 0

    def end_of_company(self, unit: int) -> int:
        """Return one past the last unit of the smallest element that holds a unit and something after it.

        What is set under a heading stands before that place; the root's last unit if nothing comes after.
        """
        node = self.wider(self.units.box[unit])
        while node > 0 and self.range_of(node)[1] == unit + 1:
            node = self.wider(node)
        return self.range_of(node)[1]

    def range_of(self, node: int) -> tuple[int, int]:
        """Return the units in a subtree, as first and one past the last."""
        return self._before[node], self._before[self.page.ends[node]]

    def totals(self, node: int) -> Totals:
        """Return the sums over a subtree."""
        low, high = self._before[node], self._before[self.page.ends[node]]
        return Totals(
            high - low,
            self.length_sums[high] - self.length_sums[low],
            self._sum_linked[high] - self._sum_linked[low],
            self.prose_sums[high] - self.prose_sums[low],
            self._sum_paragraphs[high] - self._sum_paragraphs[low],
        )

    def wider(self, node: int) -> int:
        """Return the nearest ancestor that holds more units than a node does; the root at the end."""
        found = self._wider.get(node)
        if found is not None:
            return found
        parents, ends, before = self.page.parents, self.page.ends, self._before
        low, high, above = before[node], before[ends[node]], parents[node]
        while above > 0 and before[above] == low and before[ends[above]] == high:
            above = parents[above]
        self._wider[node] = found = max(above, 0)
        return found

    def local_flags(self, units: Sequence[int] | None = None) -> list[int]:
        """Return for each unit, of some or of all, the flags of what stands around it and not around the core too."""
        flags, shared, boxes = self.units.node_flags, ~self.shared_flags, self.units.box
        return [flags[box] & shared for box in (boxes if units is None else [boxes[unit] for unit in units])]

    def ways_from(self, core: int, boxes: Sequence[int]) -> list[list[float]]:
        """Return for each box whether it is in a core, how far up from the core they meet, how far down it is.

        Neighbours meet the core in the same place or near it, so each search starts where the last one ended.

        Args:
            core: An element; -1 for none, where there are no units.
            boxes: Elements in document order.
        """
        page, depth, ends = self.page, self.units.depth, self.page.ends
        around = [core, *page.ancestors(core)] if core >= 0 else []
        inside: list[float] = []
        up: list[float] = []
        down: list[float] = []
        at = 0
        for box in boxes:
            while not around[at] <= box < ends[around[at]] and at < len(around) - 1:
                at += 1
            while at and around[at - 1] <= box < ends[around[at - 1]]:
                at -= 1
            inside.append(0.0 if at else 1.0)
            up.append(float(min(at, 15)))
            down.append(float(min(depth[box] - depth[around[at]], 15)))
        return [inside, up, down]

    @cached_property
    def paths(self) -> tuple[list[int], list[tuple[str, str, int]]]:
        """For each unit the number of its box's signature; the signatures: tag, class, and a number for the parent's.

        Two boxes are built alike if both have the same tag and class, and so have their parents.
        """
        tags, attributes, parents = self.page.tags, self.page.attributes, self.page.parents
        kinds: dict[tuple[str, str], int] = {}
        above: dict[int, int] = {}
        numbers: dict[tuple[str, str, int], int] = {}
        found: list[int] = []
        for box in self.units.box:
            parent = max(parents[box], 0)
            kind = above.get(parent)
            if kind is None:
                kind = kinds.setdefault((tags[parent], attributes[parent].get("class", "")), len(kinds))
                above[parent] = kind
            signature = tags[box], attributes[box].get("class", ""), kind
            found.append(numbers.setdefault(signature, len(numbers)))
        return found, list(numbers)

    def densest(self, mass: Sequence[float]) -> int:
        """Return the element that is densest with something: each unit gives to the elements above, less with distance.

        Args:
            mass: What each unit has of it. Without any, the root is densest, -1 on a page without elements.
        """
        boxes, wider = self.units.box, self.wider
        held: defaultdict[int, float] = defaultdict(float)  # paragraphs stand in few elements: these give for them all
        for box, own in compress(zip(boxes, mass, strict=True), mass):
            held[wider(box)] += own
        score: defaultdict[int, float] = defaultdict(float)
        for around, own in held.items():
            node = around
            for share in _HANDED_UP:
                score[node] += own * share
                if node <= 0:
                    break
                node = wider(node)
        return max(score, key=lambda node: (score[node], -node)) if score else (0 if self.page.parents else -1)


def _units_before(page: Page, units: Units) -> list[int]:
    """Return for each node how many units start before it, and one more for the end of the page."""
    marks = bytearray(len(page) + 1)
    for start in units.start:
        marks[start + 1] = 1
    return list(accumulate(marks))


ASIDE_SHARE = 0.25
"""Prose among comments, in a menu or a footer counts so much for the core: a page may have nothing else."""
_HANDED_UP = (1.0, 0.7, 0.4, 0.2, 0.1)
_UNSEEN = bit("hidden") | bit("noscript") | bit("control")
_ASIDE = sum(map(bit, ("comment", "footer", "nav", "aside", "page-foot", "consent", "dialog", "related")))
_STOPS = re.compile(r"[.!?。！？؟۔।,;，、،]")
"""The marks of a sentence."""
