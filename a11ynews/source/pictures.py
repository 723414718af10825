"""Pictures from the web as ``data:`` addresses, for a page that asks for nothing when it is read."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterable

from a11ynews.errors import MissingExtraError, SourceError
from a11ynews.source.fetch import MAX_REDIRECTS, USER_AGENT

__all__ = ["MAX_PICTURE_BYTES", "fetch_pictures"]

MAX_PICTURE_BYTES = 1_400_000
"""Of one picture: as a ``data:`` address it is a third longer, and a page holds 2,000,000 characters of one."""

_MAX_ALL_BYTES = 30_000_000
_TIMEOUT_S = 60.0

_MAGIC: tuple[tuple[bytes, bytes, str], ...] = (
    # what it begins with, what stands at byte 8, what it is (WHATWG MIME Sniffing, section 6.1; AVIF 1.1)
    (b"\x89PNG\r\n\x1a\n", b"", "image/png"),
    (b"\xff\xd8\xff", b"", "image/jpeg"),
    (b"GIF8", b"", "image/gif"),
    (b"RIFF", b"WEBP", "image/webp"),
    (b"", b"avif", "image/avif"),
)


def fetch_pictures(
    addresses: Iterable[str],
    *,
    timeout: float = _TIMEOUT_S,
    max_bytes: int = MAX_PICTURE_BYTES,
    allow_private: bool = False,
    user_agent: str = USER_AGENT,
    ignore_robots: bool = False,
) -> dict[str, str]:
    """Fetch pictures on the terms of :func:`a11ynews.fetch`, one after the other.

    A picture that cannot be had, or is none by its first bytes, is left out: pages then describe it.

    Args:
        addresses: Where they are; those that are no address of the web are passed over.
        timeout: Seconds for all of them.
        max_bytes: How long one may be.
        allow_private: As for :func:`a11ynews.fetch`; so are the others.
        user_agent: What servers are told who asks.
        ignore_robots: Fetch what a site asks programs to leave alone.

    Returns:
        For each address that could be had, the picture as ``data:image/...;base64,...``.

    Raises:
        MissingExtraError: If the ``fetch`` extra is not installed.
    """
    try:
        from a11ynews.source.http import PICTURES, Terms, fetch_page  # noqa: PLC0415 - httpx only for who fetches
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"httpx", "httpcore"}:
            raise
        purpose, extra = "fetching pictures", "fetch"
        raise MissingExtraError(purpose, extra) from error
    end, left = time.monotonic() + timeout, _MAX_ALL_BYTES
    found: dict[str, str] = {}
    for address in dict.fromkeys(addresses):
        rest_s = end - time.monotonic()
        if rest_s <= 0 or left <= 0 or not address.lower().startswith(("http://", "https://")):
            continue
        terms = Terms(
            timeout_s=rest_s,
            max_bytes=min(max_bytes, left),
            max_redirects=MAX_REDIRECTS,
            allow_private=allow_private,
            user_agent=user_agent,
            ignore_robots=ignore_robots,
            types=PICTURES,
        )
        try:
            data = fetch_page(address, terms).data
        except SourceError:  # LimitError is one
            continue
        if kind := picture_kind(data):
            left -= len(data)
            found[address] = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    return found


def picture_kind(data: bytes) -> str | None:
    """Return the media type of a picture by its first bytes; None for anything else.

    Example:
        >>> picture_kind(b"GIF89a..."), picture_kind(b"<svg>")
        ('image/gif', None)
    """
    for start, inside, kind in _MAGIC:
        if data.startswith(start) and data[8 : 8 + len(inside)] == inside:
            return kind
    return None
