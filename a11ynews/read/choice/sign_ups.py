"""Boxes that ask for an address: what stands together with a field for e-mail, and little else, is an invitation.

The classifier judges their words, and "Start your day with the stories you need" is good prose. The field says what
they are, in any language and whatever the box is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from a11ynews.read.scene.features import Surroundings

__all__ = ["drop_sign_ups", "sign_up_boxes"]

_MOST_UNITS = 10
_MOST_CHARS = 700
"""Of all text in a box with its field: a heading, a sentence or two, conditions, a button."""
_MOST_NODES = 300
"""Of a box, so that a page of nothing but fields costs no more than their number."""
_OTHER_FORMS = frozenset(("textarea", "select"))
"""What forms have that ask for more than an address: comments, letters, orders."""
_MOST_FIELDS = 3
"""Fields for text in a box: an address, a name, one more."""
_MOST_OF_PAGE = 0.3
"""Share of what was chosen that a box may hold and still be beside the story: a page on a letter is about it."""
_SILENT = frozenset(("hidden", "submit", "button", "checkbox", "radio", "image"))


def sign_up_boxes(scene: Surroundings) -> Iterator[tuple[int, int]]:
    """Yield the units of each box that asks for an e-mail address and for nothing else."""
    page = scene.page
    end = -1
    for field in page.find("input"):
        if field < end or not _asks_for_address(page.attributes[field]):
            continue
        box = _box_of(scene, field)
        if box >= 0:
            low, high = scene.range_of(box)
            end = page.ends[box]
            if low < high:
                yield low, high


def drop_sign_ups(scene: Surroundings, chosen: list[bool]) -> None:
    """Take such boxes out of the story, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
    """
    lengths = scene.lengths
    total = 0
    for low, high in sign_up_boxes(scene):
        held = sum(lengths[unit] for unit in range(low, high) if chosen[unit])
        if not held:
            continue
        total = total or sum(length for length, keep in zip(lengths, chosen, strict=True) if keep)
        if held <= _MOST_OF_PAGE * total:
            chosen[low:high] = [False] * (high - low)


def _asks_for_address(attributes: Mapping[str, str]) -> bool:
    kind = attributes.get("type", "text").lower()
    if kind == "email":
        return True
    said = f"{attributes.get('name', '')} {attributes.get('id', '')} {attributes.get('autocomplete', '')}".lower()
    return kind == "text" and "email" in said.replace("-", "").replace("_", "")


def _box_of(scene: Surroundings, field: int) -> int:
    """Return the largest element around a field that is still small and asks for nothing else; -1 for none."""
    page = scene.page
    found = -1
    for node in page.ancestors(field):
        low, high = scene.range_of(node)
        if (
            page.ends[node] - node > _MOST_NODES
            or high - low > _MOST_UNITS
            or scene.totals(node).length > _MOST_CHARS
            or not _is_only_that(scene, node)
        ):
            break
        if page.tags[node] not in ("html", "body", "main", "article"):
            found = node
    return found


def _is_only_that(scene: Surroundings, node: int) -> bool:
    page = scene.page
    tags = page.tags[node : page.ends[node]]
    if not _OTHER_FORMS.isdisjoint(tags) or "h1" in tags:
        return False
    kinds = [page.attributes[field].get("type", "text").lower() for field in page.find("input", node, page.ends[node])]
    return "password" not in kinds and sum(kind not in _SILENT for kind in kinds) <= _MOST_FIELDS
