"""Texts as labels are compared: no case, no width, one space, no marks at the ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["begins_with_none_of", "first_words", "fold", "fold_all"]

_ASCII_EDGES = "".join(character for character in map(chr, range(128)) if not character.isalnum())
_EDGE_CATEGORIES = frozenset("PSZC")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return text as labels are compared: no case, no width, one space, no marks at the ends.

    Args:
        text: A line or an element's text.

    Returns:
        The NFKC form, case-folded, with single spaces, without punctuation, symbols and invisible
        characters at either end. Accents, vowel signs and inner marks stay.

    Example:
        >>> fold("  » READ  more: ")
        'read more'
    """
    if text.isascii():
        return " ".join(text.lower().split()).strip(_ASCII_EDGES)
    return _trimmed(" ".join(_lower(unicodedata.normalize("NFKC", text)).split()))


def _lower(text: str) -> str:
    """Return text without case. Turkish capitals have a dot or none where the small letters do: both become an i."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def _trimmed(folded: str) -> str:
    """Return a text without marks at its ends; nearly all begin and end in letters."""
    start, end = 0, len(folded)
    while start < end and not folded[start].isalnum() and _is_edge(folded[start]):
        start += 1
    while end > start and not folded[end - 1].isalnum() and _is_edge(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _is_edge(character: str) -> bool:
    return not character.isalnum() and unicodedata.category(character)[0] in _EDGE_CATEGORIES


def fold_all(texts: list[str]) -> list[str]:
    """Return texts folded, all at once: the file has 12,000, and most of the time goes into calls."""
    together = " ".join(_lower(unicodedata.normalize("NFKC", " | ".join(texts))).split())
    folded = together.split(" | ")
    return list(map(_trimmed, folded)) if len(folded) == len(texts) else list(map(fold, texts))


def first_words(labels: Iterable[str]) -> frozenset[str]:
    """Return the first word of each of some folded labels, for :func:`begins_with_none_of`."""
    return frozenset(found[0] for label in labels if (found := _WORD.search(label)))


def begins_with_none_of(text: str, openings: frozenset[str]) -> bool:
    """Tell quickly that a text is none of some labels; a text that is not plain ASCII may be, whatever it begins with.

    Example:
        >>> claims = frozenset({"claim"})
        >>> begins_with_none_of("The ferry", claims), begins_with_none_of("* Claim:", claims)
        (True, False)
    """
    if not text.isascii():
        return False
    found = _WORD.search(text)
    return found is None or found[0].lower() not in openings
