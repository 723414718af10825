"""Who wrote the story, told behind its end.

"Ada Quill is the harbour correspondent of the Echo. She lives in Old Town." Most sites set it in a box of its own,
whose name tells; some set it as the last paragraph, in which it looks like the story. What tells is that it begins
with a name that the page gives as its author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11ynews.model.article import Metadata
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["drop_biographies"]

_BEFORE_NAME = 25
"""Characters before the name, at most: "About the author: ", "Our correspondent "."""
_LONGEST = 700
_LEAST_AFTER = 25
"""Characters after the name, at least: a name alone is a signature."""
_MOST = 3
"""Paragraphs of them, at most: of stories by several people each has one."""
_STORY = 1000
"""Characters of the story before it."""
_NO_PROSE = bit("quote") | bit("table") | bit("list") | bit("figure") | bit("heading")
_GOES_ON = " ,("
"""What follows the name where it is told of: after a colon its owner speaks."""
_SPEECH = re.compile('["“”„«»‘’「」]')
"""Who speaks is quoted: that is a story about its author."""


def drop_biographies(scene: Surroundings, chosen: list[bool], metadata: Metadata) -> None:
    """Take what is told of its authors behind a story out of it, in place.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
        metadata: Gives the names of the authors. One that is the site's name too, or has a number, is a company's, and
            the last words of its story may well be about it.

    Source:
        Of 923 pages read out of fold, eight end so without saying it by a class; two of the golds have it.
    """
    site = (metadata.site_name or "").casefold()
    names = [
        folded
        for folded in map(str.casefold, metadata.authors)
        if " " in folded and folded not in site and not any(map(str.isdigit, folded))
    ]
    if not names:
        return
    kept = [unit for unit, keep in enumerate(chosen) if keep]
    told: list[int] = []
    while kept and len(told) < _MOST and _tells_of(scene, kept[-1], names):
        told.append(kept.pop())
    if sum(scene.lengths[unit] for unit in kept) >= _STORY:
        for unit in told:
            chosen[unit] = False


def _tells_of(scene: Surroundings, unit: int, names: Sequence[str]) -> bool:
    return not scene.units.flags[unit] & _NO_PROSE and _is_biography(scene.units.text[unit], names)


def _is_biography(text: str, names: Sequence[str]) -> bool:
    """Tell whether a paragraph begins with one of the names and goes on about it.

    Example:
        >>> _is_biography("Ada Quill is the harbour correspondent of the Echo.", ["ada quill"])
        True
        >>> _is_biography("The pier is open again, the company told Ada Quill on Monday.", ["ada quill"])
        False
    """
    if len(text) > _LONGEST or _SPEECH.search(text):
        return False
    folded = text.casefold()
    for name in names:
        place = folded.find(name)
        after = folded[place + len(name) :]
        if 0 <= place <= _BEFORE_NAME and len(after) >= _LEAST_AFTER and after[0] in _GOES_ON:
            return True
    return False
