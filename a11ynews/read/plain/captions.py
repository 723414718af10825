"""Captions that lost their picture: "FILE - ...", "Foto: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Caption", "find_caption"]

_FILE = re.compile(r"FILE\b(?: PHOTO)?\s*[-–—:]|FILE PHOTO\b|File photo\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What the opening words of a caption say.

    Attributes:
        archive: Whether the picture is older than the story.
        credit: Whether the words only name who made the picture.
    """

    archive: bool
    credit: bool = False


def find_caption(text: str) -> Caption | None:
    """Return what kind of caption a line is, None if it is none."""
    return Caption(archive=True) if _FILE.match(text) and text.startswith(("FILE", "File photo")) else None
