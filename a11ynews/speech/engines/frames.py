"""What a worker tells its parent: frames over a pipe.

A frame is a kind (one byte), a length (four bytes, big endian) and that many bytes:

- ``S``: samples; a job's number, the rate in Hz (four bytes each), then 16-bit PCM;
- ``T``: a job was said aloud; its number;
- ``E``: it failed; JSON with ``error`` (a class of :mod:`a11ynews.errors`) and ``message``;
- ``D``: all done.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

__all__ = ["DONE", "ERROR", "SAMPLES", "TOLD", "Frame", "read_frame", "write_frame"]

SAMPLES, TOLD, ERROR, DONE = b"S", b"T", b"E", b"D"
_HEAD = struct.Struct(">cI")


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    kind: bytes
    body: bytes


def write_frame(pipe: BinaryIO, kind: bytes, body: bytes = b"") -> None:
    r"""Send a message at once.

    Example:
        >>> import io
        >>> pipe = io.BytesIO()
        >>> write_frame(pipe, DONE)
        >>> pipe.getvalue()
        b'D\x00\x00\x00\x00'
    """
    pipe.write(_HEAD.pack(kind, len(body)) + body)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Frame | None:
    r"""Return the next message, or None if the other side is gone, also in the middle of one.

    Example:
        >>> import io
        >>> read_frame(io.BytesIO(b"D\x00\x00\x00\x00")), read_frame(io.BytesIO(b"D\x00"))
        (Frame(kind=b'D', body=b''), None)
    """
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    body = pipe.read(length)
    return Frame(kind, body) if len(body) == length else None
