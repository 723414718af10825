"""File names made of words from a page: safe on Linux, macOS and Windows."""

from __future__ import annotations

import unicodedata

__all__ = ["safe_name"]

MAX_BYTES = 180
"""Room for a suffix, a number and ``.tmp`` within the 255 bytes that ext4, APFS and NTFS allow."""

_RESERVED = frozenset('<>:"/\\|?*')
"""What Windows forbids in names (Microsoft, "Naming Files, Paths, and Namespaces")."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever the suffix (same page)."""


def safe_name(title: str, suffix: str = "") -> str:
    """Return a file name for a title: no folder, no control or invisible character, no device.

    Spaces become hyphens, so that the name needs no quotes in a shell. A leading dot or hyphen goes:
    the file would be hidden, or taken for an option.

    Args:
        title: Any words, hostile ones included.
        suffix: Ours, with its dot; it is kept whole.

    Returns:
        A single path component of at most 180 bytes and the suffix; ``article`` when nothing is left.

    Example:
        >>> safe_name("Ferry: back after 3/4 of a year?", ".html")
        'Ferry-back-after-3-4-of-a-year.html'
        >>> safe_name("../../etc/passwd", ".txt")
        'etc-passwd.txt'
        >>> safe_name("CON", ".txt")
        'CON-article.txt'
    """
    text = unicodedata.normalize("NFC", title)
    words = "".join(_replacement(character) for character in text).split()
    name = _shortened("-".join(word for word in words if word.strip("-"))).strip(".- ")
    if name.partition(".")[0].rstrip().lower() in _DEVICES:
        stem, dot, rest = name.partition(".")
        name = f"{stem}-article{dot}{rest}"
    return (name or "article") + suffix


def _replacement(character: str) -> str:
    if character in _RESERVED or character.isspace():
        return " "
    category = unicodedata.category(character)
    return "" if category.startswith("C") else character


def _shortened(name: str) -> str:
    data = name.encode()
    return name if len(data) <= MAX_BYTES else data[:MAX_BYTES].decode(errors="ignore")
