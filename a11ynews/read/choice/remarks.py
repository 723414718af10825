"""What stands beside a story and reads like it: readers' comments below it, and the words drawn on its charts.

The classifier judges the words, and comments are good prose. Where they stand says what they are: on 1,089 pages,
no container called *comment* below a story of this length holds words of the gold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["drop_remarks"]

LONG_STORY = 1500
"""Characters chosen before the comments: a story of its own. Below a short post the comments may be the point."""

_COMMENT = bit("comment")
_CONTAINER = re.compile(
    r"(?:^|\s)(?:(?:all|article|blog|entry|page|post|reader|readers|story|user|view)[_-]?)?"
    r"(?:comments?|commentlist|disqus|kommentare?|commentaires)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names that begin so: a section on "respond-to-review-comments" is a chapter of a manual."""
_BOXES = frozenset(("div", "section", "aside", "article", "ol", "ul"))
"""Not ``span``: highlighters of code call its comments so."""
_DISCUSSION = re.compile(
    r"/(?:comments|issues|pull|discussions?|threads?|topics?|questions?|forums?|t|r)/|[?&](?:t|topic|thread)=\d|/item\?",
    re.IGNORECASE,
)
_ARTBOARD = re.compile(r"(?:^|\s)(?:g-artboard|g-aiAbs|ai2html)(?:\s|$)")
"""Classes of ai2html, with which newsrooms draw charts: each word stands at its place, once for each width."""


def drop_remarks(scene: Surroundings, chosen: list[bool]) -> None:
    """Take comments below a long story out of it, and the labels of drawn charts, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
    """
    for names, nodes in scene.page.by_class().items() if "g-a" in scene.page.class_names() else ():
        if "g-a" in names and _ARTBOARD.search(names):
            for node in nodes:
                _drop(chosen, *scene.range_of(node))
    if not _DISCUSSION.search(scene.page.url or ""):
        for low, high in _comments(scene, chosen):
            _drop(chosen, low, high)


def _comments(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each container of comments that a long story stands above."""
    flags = scene.units.flags
    remarks = [unit for unit, keep in enumerate(chosen) if keep and flags[unit] & _COMMENT]
    if not remarks:
        return
    length = 0
    start = len(chosen)
    for unit, keep in enumerate(chosen):
        length += scene.lengths[unit] if keep and not flags[unit] & _COMMENT else 0
        if length >= LONG_STORY:
            start = unit + 1
            break
    page = scene.page
    for node in range(scene.units.stop[start - 1], len(page)) if start < len(chosen) else ():
        attributes = page.attributes[node]
        if not attributes or page.tags[node] not in _BOXES:
            continue
        low, high = scene.range_of(node)
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if high > low >= start and _CONTAINER.search(names[:200]):
            yield low, high


def _drop(chosen: list[bool], low: int, high: int) -> None:
    chosen[low:high] = [False] * (high - low)
