"""The entries of a live page, and the posts of a thread: if some of their words are the story, so are time and heading.

A time and three words over a paragraph look like a teaser's head, and a goal is told in one line. What vouches for
them is the row: entries alike, one after the other, each with its time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11ynews.read.build.live_posts import live_posts_of, names_title
from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import find_label

__all__ = ["live_entries"]

_FEWEST = 3
_MOST = 0.5
"""Share of the entries of a page that are begun, from which what is left of them is the story's, too."""
_FOREIGN = sum(
    map(bit, ("control", "share", "advert", "related", "recommend", "promo", "newsletter", "comment", "nav", "tags",
              "biography", "form", "noscript", "dialog", "hidden"))
)  # fmt: skip
"""What says of a part of an entry that it is the site's."""
_HEADS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def live_entries(scene: Surroundings, chosen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of the entries of a live page or a thread that are times, headings or text.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far.
    """
    posts = live_posts_of(scene.page, threads=True)
    if len(posts) < _FEWEST:
        return
    ranges = {post: scene.range_of(post) for post in posts}
    begun = [post for post, (low, high) in ranges.items() if any(chosen[low:high])]
    if len(begun) < _FEWEST:
        return
    for post in posts if len(begun) >= _MOST * len(posts) else begun:
        time = posts[post]
        times = range(*scene.range_of(time)) if time >= 0 else range(0)
        for unit in range(*ranges[post]):
            if not chosen[unit] and (unit in times or _belongs(scene, unit, post)):
                yield unit, unit + 1


def _belongs(scene: Surroundings, unit: int, post: int) -> bool:
    """Tell whether a line of an entry is a heading or running text, and none of the site's."""
    text, box = scene.units.text[unit], scene.units.box[unit]
    if scene.units.flags[unit] & ~scene.units.node_flags[post] & _FOREIGN:
        return False
    if scene.page.tags[box] in _HEADS:
        return True
    if find_label(text) is not None or is_furniture(text, scene.shares[unit]):
        return False
    is_text = scene.page.tags[box] in {"p", "li"} or names_title(scene.page.attributes[box].get("class", ""))
    return is_text and scene.shares[unit] < MOSTLY_LINKS
