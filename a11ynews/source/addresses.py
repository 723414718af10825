"""Addresses of pages: what may be asked for at all, and where it leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urljoin

import httpx

from a11ynews.errors import SourceError

__all__ = ["Target", "follow", "problem", "target_of"]

MAX_CHARS = 8192
"""Longest address. Servers refuse such (RFC 9110, 4.1, asks for 8,000 octets at least)."""

_SHOWN_CHARS = 200
_PORTS = {"http": 80, "https": 443}
# A backslash is a slash for browsers and none for others, a tab nothing at all: who means it well writes neither.
_AMBIGUOUS = re.compile("[\x00-\x1f\x7f-\x9f\\\\\ud800-\udfff]")
_LABEL = re.compile(rb"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(rb"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart, once, so that what is checked is what is asked.

    Attributes:
        url: The whole address in ASCII, without a fragment.
        scheme: "http" or "https".
        host: The name, or the number without brackets, in ASCII and lower case, without a last dot.
        port: The port, the scheme's own if none is named.
        path: Path and query, percent-encoded, at least "/".
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what shares connections and a robots.txt."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """Host and port as the ``Host`` header has them (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def problem(address: str, what: str) -> SourceError:
    """Return the error for an address; ``what`` says what is wrong and what to do."""
    shown = address if len(address) <= _SHOWN_CHARS else f"{address[:_SHOWN_CHARS]}…"
    return SourceError(f"cannot fetch {_without_credentials(shown)!r}: {what}")


def target_of(address: str) -> Target:
    """Take an address apart.

    Args:
        address: What a person or a redirect gives. White space around it does not count, and
            letters of all scripts are allowed.

    Raises:
        SourceError: If it is no address of a web page, is written so that two readers could
            understand it in two ways, or holds a name and a password.

    Example:
        >>> target_of("HTTP://News.example:8080/a b?c#d").url
        'http://news.example:8080/a%20b?c'
    """
    address = address.strip(" \t\r\n")
    if len(address) > MAX_CHARS:
        raise problem(address, f"it has {len(address):,} characters: the longest allowed has {MAX_CHARS:,}")
    if _AMBIGUOUS.search(address):
        raise problem(address, "it holds a backslash or a control character: check how it was copied")
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as error:
        raise problem(address, "it is no valid address: check its spelling") from error
    return _checked(address, url)


def follow(target: Target, location: str) -> Target:
    """Return where a redirect leads.

    Args:
        target: Where it comes from.
        location: The ``Location`` header: an address, or a part of one.

    Raises:
        SourceError: As :func:`target_of`; the message names both ends.

    Example:
        >>> follow(target_of("https://news.example/a/b"), "../c").url
        'https://news.example/c'
    """
    try:
        return target_of(urljoin(target.url, location))
    except SourceError as error:
        raise problem(target.url, f"it leads to another address: {error}") from error
    except ValueError as error:
        raise problem(target.url, f"it leads to {location[:_SHOWN_CHARS]!r}, which is no valid address") from error


def _checked(address: str, url: httpx.URL) -> Target:
    if url.scheme not in _PORTS:
        raise problem(address, "only addresses that begin with http:// or https:// can be fetched")
    if url.userinfo or "@" in address.partition("://")[2].partition("/")[0]:
        raise problem(address, "it holds a user name or password: give the address without them")
    host = url.raw_host.lower().removesuffix(b".")
    if not _is_host(host):
        raise problem(address, "it names no valid host: check its spelling")
    port = url.port if url.port is not None else _PORTS[url.scheme]
    if not 0 < port < 1 << 16:
        raise problem(address, f"there is no port {port}: ports are 1 to 65535")
    host_text = host.decode("ascii")
    clean = url.copy_with(host=host_text, raw_path=url.raw_path, fragment=None)
    return Target(url=str(clean), scheme=url.scheme, host=host_text, port=port, path=clean.raw_path.decode("ascii"))


def _is_host(host: bytes) -> bool:
    """Whether it is a name, or a number in its one plain spelling; not 127.1, 0x7f000001 or 017700000001."""
    if b":" in host:
        return _is_number(host, IPv6Address) and b"%" not in host
    labels = host.split(b".")
    if _NUMBER.fullmatch(labels[-1]):
        return _is_number(host, IPv4Address)
    return len(host) <= 253 and all(map(_LABEL.fullmatch, labels))  # noqa: PLR2004 - RFC 1035, 2.3.4


def _is_number(host: bytes, kind: type[IPv4Address | IPv6Address]) -> bool:
    try:
        kind(host.decode("ascii"))
    except ValueError:
        return False
    return True


def _without_credentials(address: str) -> str:
    """Leave a password out of what is shown: messages end up in logs."""
    scheme, slashes, rest = address.partition("//")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" not in authority:
        return address
    return scheme + slashes + "…" + rest[authority.rfind("@") :]
