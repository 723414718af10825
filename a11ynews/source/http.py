"""Pages from the web: asked for politely, and never from where nobody should ask.

Every hop of a redirect is a new address, checked like the first. Nothing is taken from the
environment (no proxy, no other certificates), no cookies are kept, no script is run and no
``meta refresh`` followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus

import httpcore
import httpx

from a11ynews.errors import LimitError
from a11ynews.source.addresses import Target, follow, problem, target_of
from a11ynews.source.binary import binary_kind
from a11ynews.source.body import CODINGS, BadBodyError, TooLongError, read_body
from a11ynews.source.connection import NotSafeError, PinnedBackend
from a11ynews.source.deadline import Deadline
from a11ynews.source.fetched import FetchedPage
from a11ynews.source.lookup import look_up
from a11ynews.source.retry import ATTEMPTS, BUSY, pause_s
from a11ynews.source.robots import MAX_BYTES as ROBOTS_BYTES
from a11ynews.source.robots import Robots, read_robots

__all__ = ["PICTURES", "Terms", "fetch_page"]

_OK = frozenset({200, 203})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEXTS = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_UNSURE = frozenset({"", "application/octet-stream", "application/xml", "text/xml", "unknown/unknown"})
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|p)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE)
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
"""Types of pictures that a page may hold within itself."""

_SNIFFED = 1024
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On which terms a page is fetched; :func:`a11ynews.fetch` says what each means."""

    timeout_s: float
    max_bytes: int
    max_redirects: int
    allow_private: bool
    user_agent: str
    ignore_robots: bool
    types: frozenset[str] = _TEXTS | _UNSURE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: httpx.Headers
    data: bytes

    @property
    def content_type(self) -> str:
        value: str = self.headers.get("content-type", "")
        return value.partition(";")[0].strip().lower()


def fetch_page(address: str, terms: Terms) -> FetchedPage:
    """Fetch a page.

    Args:
        address: Where it is.
        terms: How long, how much, and whom not to ask.

    Raises:
        SourceError: If it cannot be had; the message names the address, the reason and a way out.
        LimitError: If it is longer than ``terms.max_bytes``.
    """
    visit = _Visit(terms)
    try:
        return visit.page(target_of(address))
    finally:
        visit.close()


class _Visit:
    """One call: its deadline, its connections, and the rules of the sites that it came by."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._deadline = Deadline(terms.timeout_s)
        self._pools: dict[tuple[str, str, int], httpcore.ConnectionPool] = {}
        self._robots: dict[tuple[str, str, int], Robots] = {}

    def close(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            pool.close()

    def page(self, first: Target) -> FetchedPage:
        """Return the page that an address leads to."""
        target = first
        for _ in range(self._terms.max_redirects + 1):
            with _explained(target, self._terms):
                self._pool(target)  # first of all: no host, no robots.txt
            self._heed_robots(target)
            answer = self._ask(target, target)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or location is None:
                return self._accepted(target, answer)
            target = follow(target, location)
        what = f"it leads from one address to the next more than {self._terms.max_redirects} times: give the last one"
        raise problem(first.url, what)

    def _heed_robots(self, target: Target) -> None:
        if self._terms.ignore_robots:
            return
        if target.origin not in self._robots:
            self._robots[target.origin] = self._robots_of(target)
        if not self._robots[target.origin].allows(target.path):
            what = (
                "its site asks programs to leave this page alone (robots.txt); "
                "if you read it for yourself, you may say ignore_robots, --ignore-robots"
            )
            raise problem(target.url, what)

    def _robots_of(self, page: Target) -> Robots:
        """Return a site's rules: none where it has no file; where it cannot say, the page is not fetched."""
        target = follow(page, "/robots.txt")
        for _ in range(self._terms.max_redirects + 1):
            answer = self._ask(target, page)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or location is None:
                break
            target = follow(target, location)
        # RFC 9309, 2.3.1.4: as long as a site cannot say what it allows, nothing is allowed.
        if answer.status in BUSY or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            what = (
                f"its site could not say what it allows (robots.txt: {_named(answer.status)}); "
                "try again later, or say ignore_robots, --ignore-robots"
            )
            raise problem(page.url, what)
        return read_robots(answer.data if answer.status in _OK else b"", self._terms.user_agent)

    def _ask(self, target: Target, page: Target) -> _Answer:
        """Ask, and ask again where a server is busy and says when. Errors name ``page``."""
        with _explained(page, self._terms):
            for attempt in range(ATTEMPTS):
                answer = self._ask_once(target, page)
                if answer.status not in BUSY:
                    break
                pause = pause_s(answer.headers.get("retry-after"), attempt)
                if attempt + 1 == ATTEMPTS or not self._deadline.sleep(pause):
                    break
        return answer

    def _ask_once(self, target: Target, page: Target) -> _Answer:
        headers: dict[bytes | str, bytes | str] = {
            "Host": target.authority,
            "User-Agent": self._terms.user_agent,
            "Accept": _ACCEPT if self._terms.types >= _TEXTS else ", ".join(sorted(self._terms.types)),
            "Accept-Encoding": "gzip",
        }
        url = httpcore.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
        with self._pool(target).stream("GET", url, headers=headers) as response:
            answer = _Answer(status=response.status, headers=httpx.Headers(response.headers), data=b"")
            if response.status not in _OK:
                return answer
            if target is page:
                data = self._page_body(target, answer, response.iter_stream())
            else:
                data = _robots_body(answer, response.iter_stream())
            return _Answer(status=answer.status, headers=answer.headers, data=data)

    def _pool(self, target: Target) -> httpcore.ConnectionPool:
        """Return the connections to a server; its name is looked up on the first time only."""
        if target.origin not in self._pools:
            addresses = look_up(target, self._deadline, allow_private=self._terms.allow_private)
            self._pools[target.origin] = httpcore.ConnectionPool(
                ssl_context=httpx.create_ssl_context(trust_env=False) if target.scheme == "https" else None,
                network_backend=PinnedBackend(addresses, self._deadline),
            )
        return self._pools[target.origin]

    def _page_body(self, target: Target, answer: _Answer, chunks: Iterator[bytes]) -> bytes:
        kind = answer.content_type
        if kind not in self._terms.types:
            what = "no web page" if self._terms.types >= _TEXTS else "no picture"
            raise problem(target.url, f"it is {what} but {kind[:60]!r}: give the address of the page about it")
        if (coding := _coding(answer)) not in CODINGS:
            raise problem(
                target.url, f"it is packed in a way that was not asked for ({coding[:60]!r}): save it by hand"
            )
        try:
            return read_body(chunks, coding, self._terms.max_bytes)
        except TooLongError:
            message = (
                f"it is longer than {self._terms.max_bytes:,} bytes: if you trust it, raise max_bytes, --max-bytes"
            )
            raise LimitError(str(problem(target.url, message))) from None

    def _accepted(self, target: Target, answer: _Answer) -> FetchedPage:
        if answer.status not in _OK:
            raise problem(target.url, _advice(answer))
        if answer.content_type in _UNSURE and not _looks_like_a_page(answer.data, named=bool(answer.content_type)):
            raise problem(target.url, "its server does not say what it is, and it does not look like a web page")
        charset = _CHARSET.search(answer.headers.get("content-type", "")[:_SNIFFED])
        return FetchedPage(
            url=target.url,
            data=answer.data,
            content_type=answer.content_type,
            charset=charset[1] if charset else None,
            status=answer.status,
        )


def _coding(answer: _Answer) -> str:
    value: str = answer.headers.get("content-encoding", "")
    return value.strip().lower()


def _robots_body(answer: _Answer, chunks: Iterator[bytes]) -> bytes:
    """Return what of a robots.txt can be read: a broken one forbids nothing."""
    with suppress(TooLongError, BadBodyError):
        if (coding := _coding(answer)) in CODINGS:
            return read_body(chunks, coding, ROBOTS_BYTES, cut=True)
    return b""


def _looks_like_a_page(data: bytes, *, named: bool) -> bool:
    """Whether bytes of no type are a page: markup, or, where nothing was said at all, plain text."""
    start = data[:_SNIFFED]
    if binary_kind(start) is not None:
        return False
    return _MARKUP.search(start) is not None or (not named and b"\x00" not in start)


@contextmanager
def _explained(page: Target, terms: Terms) -> Iterator[None]:
    """Turn what goes wrong on the way into one sentence about the page."""
    try:
        yield
    except (TimeoutError, httpcore.TimeoutException) as error:
        what = f"it was not there after {terms.timeout_s:g} seconds: try again later, or raise timeout, --timeout"
        raise problem(page.url, what) from error
    except httpcore.ConnectError as error:
        what = "its server cannot be reached: check the address and your connection"
        raise problem(page.url, what) from error
    except NotSafeError as error:
        raise problem(page.url, f"{error}: check the address") from error
    except httpcore.ProtocolError as error:
        what = "its server does not answer as a web server should, or broke off in the middle: try again later"
        raise problem(page.url, what) from error
    except BadBodyError as error:
        raise problem(page.url, "what came is broken and cannot be unpacked: try again later") from error
    except (httpcore.NetworkError, OSError) as error:
        raise problem(page.url, "the connection broke off: try again later") from error


def _named(status: int) -> str:
    """A status with its name in the standard, not the server's words for it."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _advice(answer: _Answer) -> str:
    name = f"its server says {_named(answer.status)}"
    if answer.status in BUSY:
        pause = answer.headers.get("retry-after")
        when = f"in {pause_s(pause, 0):.0f} seconds" if pause else "later"
        return f"{name}: try again {when}"
    if answer.status in {401, 402, 403, 407, 451}:
        return f"{name}: open it in a browser, save the page and give the file"
    if answer.status in {404, 410}:
        return f"{name}: check the address"
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"{name}: try again later"
    return f"{name}, and sends no page: open it in a browser, save the page and give the file"
