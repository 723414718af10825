"""Addresses: which ones a rendering may hold, checked again here whatever the reader let through."""

from __future__ import annotations

import re
import string
from unicodedata import is_normalized
from urllib.parse import quote, urlsplit

from a11ynews.render.markup import clean

__all__ = ["MAX_DATA_CHARS", "host_of", "safe_image", "safe_link", "safe_sound"]

MAX_DATA_CHARS = 2_000_000
"""Longest ``data:`` picture that is written, in characters: 1.5 MB of picture."""

_MAX_URL_CHARS = 8_192  # what servers accept: RFC 9110, section 4.1, asks for 8,000 octets at least
# The common case, decided by one match: nothing in it needs a second look.
_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/?=&+,;:@!$'()*-]*)?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[^\x00-\x20\"#%/:<>?@\[\\\]^`{|}\x7f]+|\[[0-9A-Fa-f:.]+\]")
_NETLOC = re.compile(r"(?:[^\x00-\x20\"<>@\[\\\]^`{|}\x7f]*@)?(?:" + _HOST.pattern + r")(?::\d{0,5})?")
# Characters that the URL Standard calls errors after the host, and a "%" that encodes nothing.
_ODD = re.compile(r"%(?![0-9A-Fa-f]{2})|[\x00-\x20\"<>\[\\\]^`{|}\x7f-\x9f]")
_MAILBOX = re.compile(r"[^\x00-\x20\"<>()\\,;:\[\]?]+@[^\x00-\x20\"<>()\\,;:\[\]?@]+(?:\?[^\x00-\x20\"<>#]*)?")
_TELEPHONE = re.compile(r"\+?[0-9A-Za-z().*#;=%-]+")
_RECORDING = re.compile(r"data:audio/[a-z0-9.+-]{1,20};base64,[A-Za-z0-9+/]+={0,2}")
_RASTER = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}")


def safe_link(url: str | None) -> str | None:
    """Return the address if a reader may follow it (http, https, mailto, tel), else None.

    Odd characters are percent-encoded; the rest is left as it is. Fragments of the article itself
    are not dealt with here: only the renderer knows which ids it has written.

    Example:
        >>> safe_link(" https://example.org/a b?x=[1] ")
        'https://example.org/a%20b?x=%5B1%5D'
        >>> safe_link("java" + chr(9) + "script:alert(1)") is None
        True

    Source:
        WHATWG URL Standard, section 4.4: control characters and spaces at the ends, tabs and
        newlines anywhere do not count.
    """
    if url is None or len(url) > _MAX_URL_CHARS:
        return None
    if _PLAIN.fullmatch(url):
        return url
    url = _trimmed(url)
    scheme = _SCHEME.match(url)
    match scheme and scheme.group(1).lower():
        case "http" | "https":
            return _web(url)
        case "mailto":
            return url if _MAILBOX.fullmatch(url, 7) else None
        case "tel":
            return url if _TELEPHONE.fullmatch(url, 4) else None
        case _:
            return None


def safe_image(url: str | None) -> str | None:
    """Return the address if a page may show the picture: http, https, or a raster picture as data.

    Example:
        >>> safe_image("https://example.org/a.jpg")
        'https://example.org/a.jpg'
        >>> safe_image("data:image/svg+xml;base64,PHN2Zz4=") is None
        True
    """
    if url is None:
        return None
    if url.startswith("data:"):
        return url if len(url) <= MAX_DATA_CHARS and _RASTER.fullmatch(url) else None
    address = safe_link(url)
    return address if address is not None and address[:4].lower() == "http" else None


def safe_sound(address: str) -> str | None:
    """Return the address if the page's own recording may be there: beside the page, on the web, or within the page.

    It comes from the caller and not from a page; still, nothing but a recording can be named by it.

    Example:
        >>> safe_sound("stories/my ferry.mp3"), safe_sound("data:text/html,x"), safe_sound("javascript:x")
        ('stories/my%20ferry.mp3', None, None)
    """
    if address.startswith("data:"):
        return address if _RECORDING.fullmatch(address) else None
    if _SCHEME.match(address):
        return safe_image(address)
    return None if not address or "//" in address else quote(address, safe="/!$'()*+,;=@~")


def host_of(url: str | None) -> str | None:
    """Return the host of a web address, without ``www.``, as a name for people.

    Example:
        >>> host_of("https://www.example.org/video/1")
        'example.org'
    """
    address = safe_image(url)
    if address is None or address.startswith("data:"):
        return None
    host = urlsplit(address).hostname
    return host.removeprefix("www.") if host else None


def _trimmed(url: str) -> str:
    return clean(url).strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r ").replace("\t", "").replace("\n", "")


def _web(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - asking raises where the port is no number below 65,536
    except ValueError:
        return None
    if not parts.hostname or not _NETLOC.fullmatch(parts.netloc):
        return None
    rest, mark, fragment = url[len(parts.scheme) + 3 + len(parts.netloc) :].partition("#")
    tail = f"{_encoded(rest)}{mark}{_encoded(fragment).replace('#', '%23')}"
    return f"{parts.scheme}://{parts.netloc}{tail}"


def _encoded(part: str) -> str:
    part = _ODD.sub(lambda odd: f"%{ord(odd.group()):02X}", part)
    # What nobody sees (a soft hyphen) and what a page would compose (a letter and its accent apart) is sent as it is.
    return part if part.isprintable() and is_normalized("NFC", part) else quote(part, safe=string.punctuation)
