"""Is it a page at all? The first bytes of what is often given in place of one."""

from __future__ import annotations

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
    return _CONTAINERS.get(data[:4], {}).get(data[8:12])


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
