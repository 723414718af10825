"""What stands in the element that a writing tool fills is its author's: no site puts anything of its own there.

Generators of documentation, wikis, notebooks and the publishers of journals render what somebody wrote into one
element, and give it a name that is theirs. Its short lines, boxes and terms look like furniture line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.read.choice.own_lines import says_something
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import words

__all__ = ["complete_rendered"]

_COMMENT = bit("comment")
_MOST = 0.5
"""Share of what is chosen, in characters, that such elements hold: the story is there."""
_FOREIGN = sum(
    map(bit, ("nav", "form", "control", "noscript", "hidden", "comment", "share", "advert", "newsletter", "consent",
              "dialog", "pager", "breadcrumb", "skip", "paywall", "footer", "page-foot"))
)  # fmt: skip
"""What is not the author's even there. The words of other classes say what the author made: a card, a box, a table."""


def complete_rendered(scene: Surroundings, chosen: list[bool], barred: Sequence[bool], title: str) -> None:
    """Choose the rest of what a writing tool rendered, where most of the story stands there, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
        barred: Units that can never be story.
        title: The headline, which is said already.

    Source:
        ``wcxb-dev`` and ``fundus-dev``: 17 of 923 pages change. On 12 most of what is added is in the gold (2,825
        characters; 6,167 are not, 5,668 of these the code samples of one manual's page).
    """
    places = list(_places(scene))
    if not places:
        return
    held = sum(scene.lengths[unit] for low, high, _ in places for unit in range(low, high) if chosen[unit])
    if held < _MOST * sum(length for length, keep in zip(scene.lengths, chosen, strict=True) if keep):
        return
    added = _added(scene)
    for low, high, flags in places:
        for unit in range(low, high):
            is_open = not chosen[unit] and not barred[unit] and unit not in added
            if is_open and not scene.units.flags[unit] & _FOREIGN & ~flags:
                chosen[unit] = says_something(scene.units.text[unit], scene.shares[unit], title)


def _places(scene: Surroundings) -> Iterator[tuple[int, int, int]]:
    """Yield the units of each outermost element of that kind, and what is said of all that stands in it."""
    done, page = -1, scene.page
    ids = words("tools", "ids")
    named = (node for node in page.having("id") if page.attributes[node]["id"].lower() in ids)
    for node in sorted({*page.called(words("tools", "classes")), *named}):
        flags = scene.units.node_flags[node]
        if node >= done and not flags & _COMMENT & ~scene.shared_flags:
            done = scene.page.ends[node]
            low, high = scene.range_of(node)
            yield low, high, flags


def _added(scene: Surroundings) -> set[int]:
    """Return the units of what tools add: by its class, or as it leads elsewhere by its role."""
    page = scene.page
    nodes = page.called(words("tools", "added"))
    nodes += [node for node in page.having("role") if page.attributes[node]["role"] == "navigation"]
    return {unit for node in nodes for unit in range(*scene.range_of(node))}
