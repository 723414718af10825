"""A page as it came from the web, before it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["FetchedPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What a server sent: bytes, and what it said about them. ``a11ynews.parse`` takes it as it is.

    Attributes:
        url: Where the bytes came from, after all redirects and without a fragment.
        data: The body, unpacked.
        content_type: What the server says that it is ("text/html"), in lower case; "" if it says nothing.
        charset: The encoding that the server names, as it spells it; None if it names none. It
            may be wrong, and no encoding at all.
        status: The number of the answer, 200 or 203.

    Example:
        >>> page = FetchedPage(url="https://news.example/a", data=b"<p>Words", content_type="text/html", charset=None)
        >>> page
        FetchedPage(url='https://news.example/a', content_type='text/html', charset=None, status=200)
    """

    url: str
    data: bytes = field(repr=False)
    content_type: str = ""
    charset: str | None = None
    status: int = 200
