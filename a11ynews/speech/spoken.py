"""From written to spoken words: the one place that knows how."""

from __future__ import annotations

import re
import unicodedata

from a11ynews.speech.normalization import normalize

__all__ = ["spoken"]

# Characters that no voice has: controls (a NUL would end the text in espeak-ng) and lone surrogates.
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")


def spoken(text: str, language: str) -> str:
    """Return text as an engine should read it.

    Args:
        text: Written words in one language; any white space.
        language: BCP 47 tag.

    Returns:
        Words, with numbers, dates and signs in words; "" where there is nothing but punctuation, which
        engines turn into an empty pause.

    Example:
        >>> spoken("Mind   the 3rd gap.", "en"), spoken("* * *", "en")
        ('Mind the third gap.', '')
    """
    words = " ".join(_UNSPEAKABLE.sub(" ", text).split())
    return normalize(words, language) if any(map(_is_said, words)) else ""


def _is_said(character: str) -> bool:
    """Letters, digits and signs are; punctuation, spaces, marks and formats alone are not."""
    return unicodedata.category(character)[0] in "LNS"
