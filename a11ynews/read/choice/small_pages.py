"""Small pages without a date: what somebody wrote by hand, a page cut out of documentation, a note.

The classifier learnt from pages of hundreds of lines, of which most are the site's. A page of thirty lines that no
publishing system has dated has room for a menu, a story and little else, and each short line in the story's own
element is the story's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from a11ynews.read.choice.chapters import OF_THE_SITE
from a11ynews.read.choice.own_lines import says_something
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["complete_small_page"]

_MOST_UNITS = 40
"""Pieces of text up to which a page is small. Of 923 real pages 53 are; on those, five lines change."""
_MOST = 0.5
"""Share of what is chosen, in characters, that the story's element holds: notes may stand outside."""
_FOREIGN = OF_THE_SITE | sum(
    map(bit, ("share", "sidebar", "biography", "tags", "ticker", "pager", "widget", "breadcrumb", "control", "form",
              "byline", "date", "skip", "meta", "paywall", "player", "page-head", "noscript"))
)  # fmt: skip


def complete_small_page(scene: Surroundings, chosen: list[bool], barred: Sequence[bool], title: str) -> None:
    """Choose the units of a small page's story that were too short to look like it, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
        barred: Units that can never be story.
        title: The headline, which is said already.
    """
    units = scene.units
    if len(units) > _MOST_UNITS or not any(chosen):
        return
    foreign = _FOREIGN & ~scene.shared_flags
    low, high = _own_place(scene, chosen, foreign)
    for unit in range(low, high):
        if chosen[unit] or barred[unit] or units.flags[unit] & foreign:
            continue
        chosen[unit] = says_something(units.text[unit], scene.shares[unit], title)


def _own_place(scene: Surroundings, chosen: Sequence[bool], foreign: int) -> tuple[int, int]:
    """Return the units of the story's ``article``; of a page without one, all if none is the site's."""
    least = _MOST * sum(compress(scene.lengths, chosen))
    for node in scene.page.find("article"):
        low, high = scene.range_of(node)
        if sum(compress(scene.lengths[low:high], chosen[low:high])) >= least:
            return low, high
    is_bare = not any(flags & foreign for flags in scene.units.flags)
    return (0, len(scene.units)) if is_bare else (0, 0)
