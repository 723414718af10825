"""Connections that go to checked addresses only, and keep one deadline for all they do."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Sequence

import httpcore

from a11ynews.source.deadline import Deadline

__all__ = ["NotSafeError", "PinnedBackend"]

_CONNECT_S = 5.0
"""How long one of several addresses may take, so that a dead one does not use up the time of the others."""


class NotSafeError(Exception):
    """No encrypted connection came about; the message says why."""


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to addresses that are given, whatever host it is asked for.

    The host's name still goes into the ``Host`` header and is what the certificate has to fit;
    but nobody looks it up a second time, so that an answer that changed meanwhile changes nothing
    (DNS rebinding).

    """

    def __init__(self, addresses: Sequence[str], deadline: Deadline) -> None:
        """Take the numbers of the host, tried in turn, and when everything on the connections ends."""
        self._addresses = addresses
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - the point: it counts for nothing
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection to the first address that answers."""
        *firsts, last = self._addresses
        for address in firsts:
            seconds = min(self._deadline.left(), _CONNECT_S)
            try:
                stream = self._plain.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _Stream(stream, self._deadline)
        seconds = _shorter(timeout, self._deadline)
        return _Stream(self._plain.connect_tcp(last, port, seconds, local_address, socket_options), self._deadline)


class _Stream(httpcore.NetworkStream):
    """A connection on which no step outlives the deadline, a slow drip of bytes included."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _shorter(timeout, self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _shorter(timeout, self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        seconds = _shorter(timeout, self._deadline)
        try:
            return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)
        except httpcore.ConnectError as error:
            # Said here, where the cause is still known: httpcore's pool drops it.
            raise NotSafeError(_reason(error.__cause__)) from error

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _shorter(timeout: float | None, deadline: Deadline) -> float:
    return deadline.left() if timeout is None else min(timeout, deadline.left())


def _reason(cause: BaseException | None) -> str:
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted ({cause.verify_message})"
    return "no encrypted connection could be made"
