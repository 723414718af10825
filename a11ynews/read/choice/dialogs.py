"""A story that its site shows in a dialog, over the front page that it was opened from.

Dialogs ask for an address or for consent, and so nothing in one is the story. But where the headline of the page stands
in one, with an ``article`` of several paragraphs under it, what lies behind it is another page.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["choose_in_dialog"]

_DIALOG = bit("dialog")
_FOREIGN = sum(map(bit, ("comment", "share", "nav", "advert", "related", "recommend", "control", "form", "newsletter")))
_FEWEST_PARAGRAPHS = 3
_LINES = frozenset(("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "td", "th", "dt", "dd", "figcaption"))


def choose_in_dialog(scene: Surroundings, chosen: list[bool], barred: Sequence[bool], headline: int | None) -> None:
    """Choose the story in the dialog that the headline stands in, and nothing behind it, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
        barred: Units that can never be story.
        headline: The node of the headline, if the page shows one.
    """
    page, units = scene.page, scene.units
    flags, tags = units.node_flags, page.tags
    if headline is None or not flags[headline] & ~scene.shared_flags & _DIALOG:
        return
    box = headline
    while page.parents[box] > 0 and flags[page.parents[box]] & ~scene.shared_flags & _DIALOG:
        box = page.parents[box]
    if any(chosen[slice(*scene.range_of(box))]):
        return
    own = flags[box] | scene.shared_flags
    for article in page.find("article", box, page.ends[box]):
        if scene.totals(article).paragraphs < _FEWEST_PARAGRAPHS:
            continue
        chosen[:] = [False] * len(chosen)
        for unit in range(*scene.range_of(article)):
            is_line = tags[units.box[unit]] in _LINES and not units.flags[unit] & ~own & _FOREIGN
            text, share = units.text[unit], scene.shares[unit]
            chosen[unit] = is_line and share < MOSTLY_LINKS and not barred[unit] and not is_furniture(text, share)
        return
