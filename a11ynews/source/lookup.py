"""From a host's name to addresses that may be connected to: one look-up, checked, and never asked again."""

from __future__ import annotations

import queue
import socket
import threading
from ipaddress import ip_address
from typing import TypeAlias

from a11ynews.source.addresses import Target, problem
from a11ynews.source.deadline import Deadline
from a11ynews.source.public_addresses import is_public

__all__ = ["look_up"]

_Found: TypeAlias = "list[str] | OSError | UnicodeError"


def look_up(target: Target, deadline: Deadline, *, allow_private: bool) -> tuple[str, ...]:
    """Return the numbers of a host, all of them checked.

    Args:
        target: Whose host is looked up.
        deadline: When to give up; resolvers keep no time of their own that one could set.
        allow_private: Take addresses of this machine and of private networks, too.

    Raises:
        SourceError: If the host is not known, or if *any* of its addresses is not public. A name
            with one of each is how a check is slipped past.
        TimeoutError: If the resolver takes too long.
    """
    found = _ask(target, deadline)
    if not isinstance(found, list) or not found:
        raise problem(target.url, f"no host {target.host!r} was found: check its spelling and your connection")
    if not allow_private and not all(map(is_public, found)):
        what = (
            f"{target.host!r} is an address of this machine or of a private or reserved network; "
            "if you trust it, allow private addresses (allow_private, --allow-private)"
        )
        raise problem(target.url, what)
    return tuple(dict.fromkeys(found))


def _ask(target: Target, deadline: Deadline) -> _Found:
    """Ask in a thread that may be left behind: a look-up cannot be stopped."""
    try:
        return [str(ip_address(target.host))]
    except ValueError:
        answers: queue.SimpleQueue[_Found] = queue.SimpleQueue()
        threading.Thread(target=_resolve, args=(target, answers), daemon=True).start()
        try:
            return answers.get(timeout=deadline.left())
        except queue.Empty:
            raise TimeoutError from None


def _resolve(target: Target, answers: queue.SimpleQueue[_Found]) -> None:
    try:
        # As bytes, past Python's own IDNA: the name is in ASCII, and was checked.
        found = socket.getaddrinfo(target.host.encode("ascii"), target.port, type=socket.SOCK_STREAM)
        answers.put([str(address[0]) for *_, address in found])
    except (OSError, UnicodeError) as error:
        answers.put(error)
