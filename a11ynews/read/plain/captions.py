"""Captions that lost their picture: "FILE - ...", "Foto: ...", "Photo by ..."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from a11ynews.read.build.captions import ends_with_credit
from a11ynews.read.vocabulary import words

__all__ = ["Caption", "find_caption"]

#: "FILE - ", "Foto: ", "Photo (Archive): "; a hyphen needs its space, "Photo-op" has none.
_OPENING = re.compile(r"([^\W\d_][^:：\n/–—-]{0,30}?)\s?(?:[:：]|[–—]|-\s|／|/)")
#: Characters of a caption that only its end tells: a longer one may be a paragraph that quotes a source.
_LONGEST_SIGNED = 250
_BY = re.compile(r"((?:\w+ ){1,2})(?=[A-ZÀ-Þ@])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What the opening words of a caption say.

    Attributes:
        archive: Whether the picture is older than the story.
        credit: Whether the words only name who made the picture.
    """

    archive: bool = False
    credit: bool = False


def find_caption(text: str) -> Caption | None:
    """Return what kind of caption a line is, None if it is none.

    Args:
        text: A whole line or paragraph.

    Example:
        >>> find_caption("FILE - Soldiers stand guard at the border.")
        Caption(archive=True, credit=False)
        >>> find_caption("The station has new paint. Photo: Ada Example")
        Caption(archive=False, credit=False)
        >>> find_caption("File a claim for damages, lawyers say.") is None
        True
    """
    opening = _OPENING.match(text)
    known = _openings().get(opening[1].casefold()) if opening else None
    if known is not None:
        return known
    named = _BY.match(text)
    by = _openings().get(named[1].strip().casefold()) if named else None
    return by or (Caption() if len(text) <= _LONGEST_SIGNED and ends_with_credit(text) else None)


@cache
def _openings() -> Mapping[str, Caption]:
    """Openings by folded words. Only those of two words or more may lack the colon: "Photo by Ada"."""
    kinds = (("archive", Caption(archive=True)), ("photo", Caption()), ("credit", Caption(credit=True)))
    found: dict[str, Caption] = {}
    for name, caption in kinds:
        found |= dict.fromkeys(words("captions", name), caption)
    return found
