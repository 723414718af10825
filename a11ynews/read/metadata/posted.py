"""The line below a story that says when, by whom and under what it was posted, as the themes of blogs have it.

"This entry was posted in Workshops and tagged bells on 11 February by Ada Writer.": too many words for a byline or a
date near the headline, but its class says that it is about the story, and its markup what is what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.tree.page import Page

__all__ = ["author_in", "posted_lines"]

_ABOUT = re.compile(
    r"(?:^|\s)(?:(?:entry|post|article|node|blog)-?_?(?:meta|info|utility|footer|details)|postmetadata)(?:$|[\s_-])"
)
_MAX_CHARS = 400
_LEVELS = 4
_PERSON_LEVELS = 3


def posted_lines(found: Scan, lines: Sequence[Line], start: int) -> list[Line]:
    """Return the lines that stand in an element that is about the story, of the same entry as the headline.

    Args:
        found: The page's drawers.
        lines: Lines behind the story.
        start: The first node of the headline's own ``article``, or of the page: a footer of another entry is not it.
    """
    about = {node for names, nodes in found.page.by_class().items() if _is_about(names) for node in nodes}
    return [line for line in lines if _is_in(found.page, line, about, start)] if about else []


@lru_cache(maxsize=4096)
def _is_about(names: str) -> bool:
    """Tell whether a class calls an element what is about a story; few of a page's classes do."""
    return _ABOUT.search(names) is not None


def _is_in(page: Page, line: Line, about: AbstractSet[int], start: int) -> bool:
    if len(line.text) > _MAX_CHARS:
        return False
    around = list(page.ancestors(line.pieces[0]))
    if about.isdisjoint(around[:_LEVELS]):
        return False
    return next((node for node in around if page.tags[node] == "article"), start) == start


def author_in(found: Scan, line: Line) -> list[str]:
    """Return the name that a link with ``rel=author``, or a card of the author, has in such a line.

    Several people in it are the story's and a comment's, or an index: then none.
    """
    names = list(dict.fromkeys(_people(found, line)))
    return names if len(names) == 1 else []


def _people(found: Scan, line: Line) -> Iterator[str]:
    page = found.page
    for piece, text in zip(line.pieces, line.texts, strict=True):
        near = list(page.ancestors(piece))[:_PERSON_LEVELS]
        if any(_is_author(page.attributes[node]) for node in near):
            yield text


def _is_author(attributes: Mapping[str, str]) -> bool:
    rel, names = attributes.get("rel", "").split(), attributes.get("class", "").split()
    return "author" in rel or ("vcard" in names and "author" in names)
