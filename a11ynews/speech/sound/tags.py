"""What a sound file says about itself: title, authors, site, language, chapters, a picture."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime

from a11ynews.errors import UsageError

__all__ = ["Chapter", "Cover", "Tags", "cover_from", "cover_from_address"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A picture as bytes; ``media_type`` is ``image/jpeg`` or ``image/png``, the two that all players show."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What is written into a sound file beside the sound. "" and None are left out.

    Attributes:
        title: The headline.
        authors: Their names.
        site: The publication's name; players show it as the album.
        language: BCP 47 tag.
        url: Where the story stands.
        published: When it came out.
        cover: A picture.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    language: str = ""
    url: str = ""
    published: datetime | None = None
    cover: Cover | None = None

    @property
    def artist(self) -> str:
        """The authors in one line, as most players show only one.

        Example:
            >>> Tags(authors=("Ann", "Bo")).artist
            'Ann, Bo'
        """
        return ", ".join(self.authors)

    @property
    def day(self) -> str:
        """The day of publication as ``YYYY-MM-DD``, or ""."""
        return self.published.date().isoformat() if self.published else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of the sound that listeners can jump to; seconds from its beginning."""

    start_s: float
    end_s: float
    title: str


MOST_COVER_BYTES = 10_000_000
"""Some players load the whole picture to show a thumbnail."""

_SIGNATURES = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_DATA_ADDRESS = re.compile(r"data:image/(?:jpeg|png);base64,(?P<data>[A-Za-z0-9+/=%\s]+)\Z")


def cover_from(data: bytes, name: str = "the picture") -> Cover:
    r"""Return a cover out of the bytes of a picture.

    Args:
        data: A JPEG or PNG file.
        name: What to call it in messages.

    Raises:
        UsageError: If it is neither, or over 10 MB.

    Example:
        >>> cover_from(b"\x89PNG\r\n\x1a\n...").media_type
        'image/png'
    """
    if len(data) > MOST_COVER_BYTES:
        message = f"{name} has {len(data):,} bytes; a cover may have {MOST_COVER_BYTES:,}: make it smaller"
        raise UsageError(message)
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return Cover(data=data, media_type=media_type)
    message = f"{name} is no JPEG and no PNG: a cover must be one of the two"
    raise UsageError(message)


def cover_from_address(address: str) -> Cover | None:
    """Return the picture that an address itself holds (``data:``); None for any other. Nothing is fetched or opened.

    Example:
        >>> cover_from_address("https://news.example/pier.jpg") is None
        True
        >>> cover_from_address("data:image/jpeg;base64,/9j/4AAQ").media_type
        'image/jpeg'
    """
    match = _DATA_ADDRESS.match(address)
    if match is None:
        return None
    try:
        return cover_from(b64decode(match["data"].replace("%3D", "=").replace("%2B", "+").replace("%2F", "/")))
    except (binascii.Error, UsageError):
        return None  # a page's broken picture is no reason to be without sound
