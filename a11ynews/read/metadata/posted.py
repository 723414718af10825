"""The line below a story that says when, by whom and under what it was posted, as the themes of blogs have it.

"This entry was posted in Workshops and tagged bells on 11 February by Ada Writer.": too many words for a byline or a
date near the headline, but its class says that it is about the story, and its markup what is what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan

__all__ = ["author_in", "is_posted_line"]

_ABOUT = re.compile(
    r"(?:^|\s)(?:(?:entry|post|article|node|blog)-?_?(?:meta|info|utility|footer|details)|postmetadata)(?:$|[\s_-])"
)
_MAX_CHARS = 400
_LEVELS = 4
_PERSON_LEVELS = 3


def is_posted_line(found: Scan, line: Line, start: int) -> bool:
    """Tell whether a line stands in an element that is about the story, of the same entry as the headline.

    Args:
        found: The page's drawers.
        line: A line behind the story.
        start: The first node of the headline's own ``article``, or of the page: a footer of another entry is not it.
    """
    if len(line.text) > _MAX_CHARS:
        return False
    page = found.page
    around = [page.parents[line.pieces[0]], *page.ancestors(page.parents[line.pieces[0]])]
    about = any(_ABOUT.search(page.attributes[node].get("class", "")) for node in around[:_LEVELS])
    return about and next((node for node in around if page.tags[node] == "article"), start) == start


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
