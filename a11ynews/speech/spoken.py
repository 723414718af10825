"""From written to spoken words: the one place that knows how."""

from __future__ import annotations

__all__ = ["spoken"]


def spoken(text: str, language: str) -> str:
    """Return text as an engine should read it.

    Args:
        text: Written words in one language; any white space.
        language: BCP 47 tag.

    Example:
        >>> spoken("Mind   the gap.", "en")
        'Mind the gap.'
    """
    del language
    return " ".join(text.split())
