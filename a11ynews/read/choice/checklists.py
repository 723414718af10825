"""Lists to tick off: the words of each entry are the label of its box, and not a control's word.

"Passport", "Two copies", "1 kg of fish": without these a list of what to pack is empty. A form asks for something
and has a button to send it; a list has its boxes in its items.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.tree.page import Page

__all__ = ["checklist_labels"]

_FORM = bit("form")
_FEWEST = 2
_LEVELS_UP = 3


def checklist_labels(scene: Surroundings) -> Iterator[tuple[int, int]]:
    """Yield the units of each label in a list of boxes to tick, two or more of them, that is in no form.

    Args:
        scene: The page's units.
    """
    page = scene.page
    lists: dict[int, list[int]] = {}
    boxed: dict[int, bool] = {}
    for label in page.find("label"):
        item = _item_of(page, label)
        if item is None:
            continue
        if item not in boxed:
            boxed[item] = _has_box(page, item)
        if boxed[item]:
            lists.setdefault(page.parents[item], []).append(label)
    for node, labels in lists.items():
        if len(labels) >= _FEWEST and not scene.units.node_flags[node] & _FORM:
            yield from map(scene.range_of, labels)


def _item_of(page: Page, label: int) -> int | None:
    """Return the item of a list that a label stands in."""
    node = label
    for _ in range(_LEVELS_UP):
        node = page.parents[node]
        if node < 0:
            return None
        if page.tags[node] == "li":
            return node
    return None


def _has_box(page: Page, item: int) -> bool:
    boxes = page.find("input", item, page.ends[item])
    return any(page.attributes[box].get("type", "").strip().lower() == "checkbox" for box in boxes)
