"""What a worker and its parent tell each other: frames over pipes.

A frame is a kind (one byte), a length (four bytes, big endian) and that many bytes. The parent asks:

- ``O``: an order: how the jobs that follow are to be said, JSON of :class:`~.orders.Settings`;
- ``J``: a job, JSON of :class:`~.orders.Job`;
- ``V``: which voices there are;
- ``C``: nobody listens any more: jobs from before are not done, though answered.

The worker answers each with one frame, in order:

- ``R``: ready; an order was taken, or that nobody listens;
- ``S``: a job's sound, packed by :class:`~.orders.Sound`;
- ``T``: a job was said aloud, or not done as nobody listens;
- ``V``: the voices, JSON: a list of id, name and language tags;
- ``E``: it failed; JSON with ``error`` (a class of :mod:`a11ynews.errors`), ``message`` and ``extra``.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, NamedTuple

__all__ = ["CANCEL", "ERROR", "JOB", "ORDER", "READY", "SOUND", "TOLD", "VOICES", "Frame", "read_frame", "write_frame"]

ORDER, JOB, VOICES, CANCEL = b"O", b"J", b"V", b"C"
READY, SOUND, TOLD, ERROR = b"R", b"S", b"T", b"E"
_HEAD = struct.Struct(">cI")


class Frame(NamedTuple):
    """One message."""

    kind: bytes
    body: bytes


def write_frame(pipe: BinaryIO, kind: bytes, body: bytes = b"") -> None:
    r"""Send a message at once.

    Example:
        >>> import io
        >>> pipe = io.BytesIO()
        >>> write_frame(pipe, READY)
        >>> pipe.getvalue()
        b'R\x00\x00\x00\x00'
    """
    left = memoryview(_HEAD.pack(kind, len(body)) + body)
    while left:
        left = left[pipe.write(left) or 0 :]
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Frame | None:
    r"""Return the next message, or None if the other side is gone, also in the middle of one.

    Example:
        >>> import io
        >>> read_frame(io.BytesIO(b"R\x00\x00\x00\x00")), read_frame(io.BytesIO(b"R\x00"))
        (Frame(kind=b'R', body=b''), None)
    """
    head = _exactly(pipe, _HEAD.size)
    if head is None:
        return None
    kind, length = _HEAD.unpack(head)
    body = _exactly(pipe, length)
    return None if body is None else Frame(kind, body)


def _exactly(pipe: BinaryIO, size: int) -> bytes | None:
    """Return so many bytes, or None if fewer come; a pipe without a buffer gives them bit by bit."""
    parts: list[bytes] = []
    while size:
        part = pipe.read(size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
