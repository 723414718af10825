"""Labels of tabs: with a panel that the story has comes the label that opens it, though it is a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.read.build.tabs import tabs_of
from a11ynews.read.scene.features import Surroundings

__all__ = ["labels_of_chosen"]

_FEWEST = 2
"""Tabs from which there is something to tell apart."""
_LONGEST_LABEL = 60


def labels_of_chosen(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[int]:
    """Yield the unit that is the label of each panel of which something is chosen.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
    """
    tabs = tabs_of(scene.page)
    if len(tabs) < _FEWEST:
        return
    for panel, label in tabs.items():
        low, high = scene.range_of(label)
        first, last = scene.range_of(panel)
        is_label = high - low == 1 and len(scene.units.text[low]) <= _LONGEST_LABEL
        if is_label and 2 * sum(chosen[first:last]) > last - first:
            yield low
