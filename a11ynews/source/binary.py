"""Is it a page at all? The first bytes of what is often given in place of one."""

from __future__ import annotations

from typing import Final

from a11ynews.errors import SourceError

__all__ = ["binary_kind", "refuse_binary"]

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (an EPUB or an office document is one too)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"SQLite format 3\x00", "a database"),
    (b"bplist00", "a binary property list (a Safari web archive is one)"),
)
"""Signatures as the WHATWG MIME Sniffing standard (section 6) and the formats themselves give them."""

_CONTAINERS = {b"RIFF": {b"WAVE": "a WAV recording", b"AVI ": "an AVI film", b"WEBP": "a WebP picture"}}


def binary_kind(data: bytes) -> str | None:
    """Say what the bytes are if they are surely no text, else None.

    Args:
        data: The whole file or at least its first 16 bytes.

    Returns:
        A noun phrase for people, for instance ``"a PDF file"``.

    Example:
        >>> binary_kind(b"%PDF-1.7 ...")
        'a PDF file'
        >>> binary_kind(b"<!doctype html>") is None
        True
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[4:8] == b"ftyp":
        return "an MP4 film or a HEIF picture"
    return _CONTAINERS.get(data[:4], {}).get(data[8:12]) or _unknown(data[:SNIFFED])


SNIFFED: Final = 4096
_FEWEST: Final = 64
_MOST_CONTROLS: Final = 0.05
_MOST_ALIKE: Final = 0.3
_CONTROLS: Final = bytes({*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)})
"""What no text holds, but for the escape character of ISO-2022-JP and old terminals."""


def _unknown(head: bytes) -> str | None:
    """Say "binary data" of bytes without a known signature, one in twenty of which is a control character.

    In UTF-16 and UTF-32 such bytes are halves of letters: every second byte names the script, and is mostly the same.
    """
    if len(head) < _FEWEST:
        return None
    places = (head[::2], head[1::2])
    if not all(_controls(every) > _MOST_CONTROLS * len(every) for every in places):
        return None
    is_script = any(max(map(every.count, set(every))) > _MOST_ALIKE * len(every) for every in places)
    return None if is_script else "binary data"


def _controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROLS))


def refuse_binary(data: bytes, name: str) -> None:
    """Raise if the bytes are surely no text.

    Args:
        data: The whole input.
        name: What to call it in the message: a file's name, "the input".

    Raises:
        SourceError: Names what the input looks like.
    """
    if kind := binary_kind(data):
        message = f"{name} looks like {kind}, not a web page or plain text: give the page's HTML or its text"
        raise SourceError(message)
