"""Second stories: what endless scrolling puts under the first one."""

from __future__ import annotations

from collections.abc import Iterator

from a11ynews.read.scene.features import Surroundings

__all__ = ["second_stories"]


def second_stories(scene: Surroundings, headline: int | None) -> Iterator[tuple[int, int]]:
    """Yield the units of each further story: an ``article`` with a headline of its own, after the first has ended.

    Articles inside the first one are its parts, and articles without an ``h1`` may be its live
    posts: both are left to the classifier.

    Args:
        scene: The page's units.
        headline: The node of the headline, if the page shows one.
    """
    page = scene.page
    if headline is None:
        return
    end = 0
    for node in page.find("article"):
        if node <= headline < page.ends[node]:
            end = page.ends[node]
        elif 0 < end <= node and next(page.find("h1", node, page.ends[node]), 0):
            yield scene.range_of(node)
