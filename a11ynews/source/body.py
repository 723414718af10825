"""The body of an answer: counted while it comes, after it is unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

__all__ = ["CODINGS", "BadBodyError", "TooLongError", "read_body"]

CODINGS = frozenset({"", "identity", "gzip", "x-gzip"})
"""What is unpacked; only gzip is asked for. One level: nobody honest packs twice."""

_PIECE = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


class TooLongError(Exception):
    """The body is longer than allowed."""


class BadBodyError(Exception):
    """The body is not packed as the server says, or ends in the middle."""


def read_body(chunks: Iterable[bytes], coding: str, max_bytes: int, *, cut: bool = False) -> bytes:
    """Return a body.

    No more than 64 KiB is unpacked at a time, so that a bomb (a megabyte that unpacks to a
    gigabyte) is seen before it is in memory.

    Args:
        chunks: What comes over the wire.
        coding: One of :data:`CODINGS`.
        max_bytes: How long the unpacked body may be.
        cut: Return the first ``max_bytes`` of a longer one.

    Raises:
        TooLongError: If it is longer, and not to be cut.
        BadBodyError: If it cannot be unpacked.

    Example:
        >>> read_body([b"Wor", b"ds."], "", 100)
        b'Words.'
    """
    body = bytearray()
    counted = _counted(chunks, max_bytes)
    for piece in _unpacked(counted) if coding.endswith("gzip") else chunks:
        body += piece
        if len(body) > max_bytes:
            if cut:
                break
            raise TooLongError
    return bytes(body[:max_bytes])


def _counted(chunks: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """Bound what comes over the wire, too: packed nothings unpack to nothing for ever."""
    left = max_bytes + _PIECE
    for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise TooLongError
        yield chunk


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what gzip holds, all its members. What comes after them is padding."""
    inflate = zlib.decompressobj(_GZIP)
    try:
        for chunk in chunks:
            data = chunk
            while data:
                if inflate.eof:
                    if not data.startswith(_GZIP_MAGIC[: len(data)]):
                        return
                    inflate = zlib.decompressobj(_GZIP)
                yield inflate.decompress(data, _PIECE)
                data = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        while not inflate.eof and (piece := inflate.decompress(b"", _PIECE)):
            yield piece
    except zlib.error as error:
        raise BadBodyError from error
    if not inflate.eof:
        raise BadBodyError
