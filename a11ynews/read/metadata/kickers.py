"""The kicker: the short label that stands right above the headline."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.dates import moments_in
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold

__all__ = ["seen_kicker"]

_MAX_CHARS = 50
_MAX_WORDS = 6
_MAX_DISTANCE = 3
_MAX_LEVELS = 4
_MAX_NODES = 45


def seen_kicker(found: Scan, before: Sequence[Line], sections: Sequence[Claim]) -> tuple[Line, str] | None:
    """Return the line above the headline that is its kicker, and its words.

    A short line is one only if its class says so or if it names the section the page declares. A date is none, whatever
    its class says.

    Args:
        found: The page's drawers.
        before: Lines before the headline, nearest last.
        sections: What the page declares as its section.
    """
    names = {fold(claim.value) for claim in sections}
    for line in reversed(before[-_MAX_DISTANCE:]):
        if len(line.text) > _MAX_CHARS or len(line.text.split()) > _MAX_WORDS or not any(map(str.isalpha, line.text)):
            continue
        around = list(found.around(line.pieces[0], _MAX_LEVELS, _MAX_NODES))
        if any(found.has_role(node, "section") for node in around):
            continue
        text = " ".join(line.texts).strip(" :|/–—-")
        if next(moments_in(text), None) is not None:
            continue
        if fold(text) not in words("class_words", "no_kickers") and (
            fold(text) in names or any(found.has_role(node, "kicker") for node in around)
        ):
            return line, text
    return None
