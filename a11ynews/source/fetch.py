"""The door to the web: what can be asked for, and nothing that takes time to load."""

from __future__ import annotations

import math
import re

from a11ynews import __version__
from a11ynews.errors import MissingExtraError, UsageError
from a11ynews.source.fetched import FetchedPage

__all__ = ["MAX_BYTES", "MAX_REDIRECTS", "TIMEOUT_S", "USER_AGENT", "fetch"]

TIMEOUT_S = 30.0
MAX_BYTES = 16 * 1024 * 1024
MAX_REDIRECTS = 10
USER_AGENT = f"a11ynews/{__version__}"

_HEADER = re.compile(r"[!-~](?:[ -~]{0,254}[!-~])?")


def fetch(  # noqa: PLR0913 - all but the first by name, each with a default
    url: str,
    *,
    timeout: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    max_redirects: int = MAX_REDIRECTS,
    allow_private: bool = False,
    user_agent: str = USER_AGENT,
    ignore_robots: bool = False,
) -> FetchedPage:
    """Fetch a page from the web. Parsing never does; this is the one function that goes there.

    Only http and https, certificates checked, no cookies, no proxy from the environment. A host's
    name is looked up once, all its addresses are checked, and the connection goes to one of them;
    so for each redirect. A server that says 429 or 503 is asked again, up to twice, after the time
    it names.

    Args:
        url: The address of the page.
        timeout: Seconds for all of it: look-up, redirects, pauses, the last byte.
        max_bytes: How long the page may be, unpacked.
        max_redirects: How often it may lead to another address.
        allow_private: Also ask machines of private networks and this machine itself. Never for
            addresses that others give you: they could ask what only you may.
        user_agent: What servers are told who asks. robots.txt is read for its first word.
        ignore_robots: Fetch what the site's robots.txt asks programs to leave alone.

    Returns:
        The page, for :func:`a11ynews.parse`.

    Raises:
        MissingExtraError: If the ``fetch`` extra is not installed.
        UsageError: If an argument makes no sense.
        SourceError: If the page cannot be had; the message says why and what to do.
        LimitError: If it is longer than ``max_bytes``.

    Example:
        >>> fetch("http://localhost/")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        a11ynews.errors.SourceError: cannot fetch 'http://localhost/': 'localhost' is an address of this machine ...
    """
    _check(url, timeout, max_bytes, max_redirects, user_agent)
    try:
        from a11ynews.source.http import Terms, fetch_page  # noqa: PLC0415 - httpx is loaded for who fetches
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"httpx", "httpcore"}:
            raise
        purpose, extra = "fetching pages", "fetch"
        raise MissingExtraError(purpose, extra) from error
    terms = Terms(
        timeout_s=timeout,
        max_bytes=max_bytes,
        max_redirects=max_redirects,
        allow_private=allow_private,
        user_agent=user_agent,
        ignore_robots=ignore_robots,
    )
    return fetch_page(url, terms)


def _check(url: object, timeout: float, max_bytes: int, max_redirects: int, user_agent: str) -> None:
    if not isinstance(url, str):
        message = f"an address is a str, not {type(url).__name__}"
    elif not (0 < timeout < math.inf):
        message = f"timeout is {timeout}, and has to be a number of seconds above 0"
    elif max_bytes < 1:
        message = f"max_bytes is {max_bytes}, and has to be at least 1"
    elif max_redirects < 0:
        message = f"max_redirects is {max_redirects}, and has to be at least 0"
    elif not _HEADER.fullmatch(user_agent):
        message = "user_agent has to be 1 to 256 characters of ASCII, without a line break"
    else:
        return
    raise UsageError(message)
