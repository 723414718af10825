"""Sections of a kind: siblings of one tag and class, each under a heading, of which most are the story.

The further down a section of a long page stands, the less likely it looks; but who keeps eleven chapters of twelve
keeps the twelfth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from a11ynews.read.choice.aims import address_of
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import find_label

__all__ = ["OF_THE_SITE", "chapters_of_a_kind"]

_HEADINGS = ("h2", "h3", "h4", "h5")
_CONTAINERS = ("section", "div", "article")
_FEWEST = 3
_KEPT, _LOST = 0.5, 0.2
"""Share of the characters of a section from which it is kept, under which it is lost."""
_MOST = 0.6
"""Share of the characters from the first of them to the last, from which they are the story."""
_CHARS = 100
"""Characters that a section has."""
_LINKED = 0.3
OF_THE_SITE = sum(
    map(bit, ("nav", "footer", "aside", "comment", "dialog", "consent", "navigation", "page-foot", "related",
              "recommend", "promo", "advert", "hidden", "newsletter"))
)  # fmt: skip
"""What says of a container that it is the site's, and no section of the story."""


def chapters_of_a_kind(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each section that was lost among its like.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.

    Source:
        ``wcxb-dev``, out of fold: sections of five sites, all of them in the gold where it is not cut short before.
    """
    lengths = scene.length_sums
    kept = list(accumulate((length * keep for length, keep in zip(scene.lengths, chosen, strict=True)), initial=0))

    def share(low: int, high: int) -> float:
        return (kept[high] - kept[low]) / (lengths[high] - lengths[low] or 1)

    for sections in _groups(scene):
        shares = [share(*scene.range_of(node)) for node in sections]
        low, high = scene.range_of(sections[0])[0], scene.range_of(sections[-1])[1]
        if sum(each >= _KEPT for each in shares) < _FEWEST - 1 or share(low, high) < _MOST:
            continue
        for node, each in zip(sections, shares, strict=True):
            if each < _LOST and _is_chapter(scene, node):
                yield scene.range_of(node)


def _groups(scene: Surroundings) -> Iterator[list[int]]:
    """Yield the elements, three or more, that begin with a heading and have the same parent, tag and class."""
    page, units = scene.page, scene.units
    alike: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    for heading in sorted(chain.from_iterable(map(page.find, _HEADINGS))):
        unit, _ = scene.range_of(heading)
        if unit >= len(units) or _leads_away(scene, heading, unit) or find_label(units.text[unit]) is not None:
            continue
        for node in page.ancestors(heading):
            if scene.range_of(node)[0] != unit:
                break
            if page.tags[node] in _CONTAINERS:
                alike[page.parents[node], page.tags[node], page.attributes[node].get("class", "")].append(node)
    return (sections for sections in alike.values() if len(sections) >= _FEWEST)


def _leads_away(scene: Surroundings, heading: int, unit: int) -> bool:
    """Tell whether a heading is a link to something else than its own place in the page."""
    linked = scene.shares[unit] > MOSTLY_LINKS
    return linked and not address_of(scene.page, heading, scene.page.ends[heading]).startswith("#")


def _is_chapter(scene: Surroundings, node: int) -> bool:
    """Tell whether a section is prose, and in no container that says that it is the site's."""
    totals = scene.totals(node)
    is_foreign = scene.units.node_flags[node] & ~scene.shared_flags & OF_THE_SITE
    return totals.length >= _CHARS and totals.linked < _LINKED * totals.length and not is_foreign
