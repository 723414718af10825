"""What a rule may ask of a piece of the page."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Region"]


class Region(NamedTuple):
    """One unit that the choice left out, with what stands around it.

    Attributes:
        text: Its characters, white space folded.
        tag: The block element that it stands in.
        flags: What stands around it, anywhere above (see :mod:`a11ynews.read.scene.flags`).
        label: The kind of furniture that its words are a known label of; "" if none.
        section: The kind of the last label above it, with nothing of the story between; "" if none.
        link_share: Linked characters among all, 0 to 1.
        in_page: Whether its link leads to a place in the same page.
        is_copy: Whether the same words are in the story, or are its headline.
        before_headline: Whether it comes before the headline.
    """

    text: str
    tag: str = ""
    flags: int = 0
    label: str = ""
    section: str = ""
    link_share: float = 0.0
    in_page: bool = False
    is_copy: bool = False
    before_headline: bool = False
