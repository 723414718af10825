"""Headings that lost what they head: "Related" above links that were left out would announce what does not come."""

from __future__ import annotations

from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.vocabulary import find_label, find_phrase

__all__ = ["drop_empty_headings"]

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OF_LINKS = frozenset(("related", "read-more", "most-read", "comments", "share", "follow", "tags", "newsletter"))
"""Kinds whose labels, set as headings, head links or forms."""
_LOOKED_AT = 100
"""Units below a heading that are looked at, so that many headings in a row cost no more than their number."""


def drop_empty_headings(scene: Surroundings, chosen: list[bool], kept: bytearray, in_header: bytearray) -> None:
    """Take out the headings under which links stood that are not in the story, and nothing else.

    Of 923 pages it takes out 52 headings, among them 17 that people count to the story. Without its links such a
    heading says nothing, unlike one whose text was lost by mistake: that one still tells what stood there.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story; changed.
        kept: One byte a node, 1 for the pictures of the story: a heading may head a picture.
        in_header: One byte a node, 1 for words that became metadata.
    """
    tags, units = scene.page.tags, scene.units
    following, after = len(chosen), len(kept)
    for unit in reversed(range(len(chosen))):
        if not chosen[unit]:
            continue
        if (
            tags[units.box[unit]] in _HEADINGS
            and following > unit + 1
            and kept.find(1, units.stop[unit], after) < 0
            and _lost_links(scene, unit, following, in_header)
            and (following == len(chosen) or _heads_links(units.text[unit]))
        ):
            chosen[unit] = False
        else:
            following, after = unit, units.start[unit]


def _heads_links(text: str) -> bool:
    label = find_label(text) or find_phrase(text)
    return label is not None and label.kind in _OF_LINKS


def _lost_links(scene: Surroundings, heading: int, following: int, in_header: bytearray) -> bool:
    """Tell whether what stood under a heading, in its own element and before more of the story, was mostly links."""
    starts, lengths, shares = scene.units.start, scene.lengths, scene.shares
    stop = min(following, scene.end_of_company(heading), heading + _LOOKED_AT)
    lost = [unit for unit in range(heading + 1, stop) if not in_header[starts[unit]]]
    return sum(lengths[unit] * (shares[unit] - MOSTLY_LINKS) for unit in lost) > 0
