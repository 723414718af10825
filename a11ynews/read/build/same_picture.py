"""One picture that the page holds twice: a preview and what loads, or a copy for browsers without scripts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.figures import Figure, Image
from a11ynews.model.inlines import inline_text

__all__ = ["as_one_picture", "is_caption_again", "is_figure_again", "is_same_picture"]

SHORTEST_NAME: Final = 12
"""Characters of a file name, ending included, that two pictures do not share by chance, if it has a digit."""

FEWEST_WORDS: Final = 5
"""Words of an alternative that two pictures side by side do not share unless they are one."""

SHORTEST_AGAIN: Final = 12
"""Characters of a line that says a caption again; a name of fewer may be a byline."""

_SIZE: Final = re.compile(r"[-_]\d{2,4}x\d{2,4}(?=\.|$)")


def as_one_picture(first: Figure, second: Figure) -> Figure | None:
    """Return two neighbouring figures of one picture as one figure, or None if they are two.

    The later address is the one that loads; the words are those of either.
    """
    if len(first.images) != 1 or len(second.images) != 1 or not is_same_picture(first.images[0], second.images[0]):
        return None
    image = _fuller(first.images[0], second.images[0])
    if (not second.caption and not second.credit) or is_figure_again(first, second):
        return replace(first, images=(image,))
    if not first.caption and not first.credit:
        return replace(second, images=(image,), id=first.id, where=first.where)
    return None


def is_figure_again(first: Block, second: Figure) -> bool:
    """Say whether a figure is the one before with the same words: styles show one of them, for a window's width."""
    if not isinstance(first, Figure) or len(first.images) != 1 or len(second.images) != 1:
        return False
    one, other = first.images[0], second.images[0]
    return second.text == first.text and one.alt == other.alt and is_same_picture(one, other)


def is_caption_again(figure: Block, line: Paragraph) -> bool:
    """Say whether a line below a picture is its caption or its credit once more."""
    if not isinstance(figure, Figure) or not (figure.caption or figure.credit):
        return False
    said = " ".join(line.text.split())
    parts = (" ".join(inline_text(part).split()) for part in (figure.caption, figure.credit))
    return len(said) >= SHORTEST_AGAIN and said in parts


def is_same_picture(first: Image, second: Image) -> bool:
    """Say whether two pictures side by side are one.

    Sizes stand in folders, queries and suffixes of the address; the name of the file stays.

    Example:
        >>> preview = Image(src="https://a.example/60/1*o3M5niyi.png?q=20")
        >>> is_same_picture(preview, Image(src="https://a.example/1200/1*o3M5niyi.png"))
        True
        >>> is_same_picture(Image(src="https://a.example/1/image.png"), Image(src="https://a.example/2/image.png"))
        False
    """
    if first.src == second.src:
        return bool(first.src) or first.alt == second.alt
    if first.alt and first.alt == second.alt and len(first.alt.split()) >= FEWEST_WORDS:
        return True
    name = _file_name(first.src)
    return len(name) >= SHORTEST_NAME and any(map(str.isdigit, name)) and name == _file_name(second.src)


def _file_name(address: str) -> str:
    return _SIZE.sub("", urlsplit(address).path.rpartition("/")[2])


def _fuller(first: Image, second: Image) -> Image:
    if first.href and not second.href:
        second = replace(second, href=first.href)
    return second if second.alt or not first.alt else replace(second, alt=first.alt, alt_source=first.alt_source)
