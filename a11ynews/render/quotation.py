"""The quotation marks of a language, for words that the source only marks up as quoted."""

from __future__ import annotations

__all__ = ["quoted"]

# Unicode CLDR 46, delimiters: outer pair, inner pair. Spaces inside guillemets do not break.
_ENGLISH = ("“", "”", "‘", "’")
_MARKS: dict[str, tuple[str, str, str, str]] = {
    "ar": ("”", "“", "’", "‘"),
    "bg": ("„", "“", "‘", "’"),
    "cs": ("„", "“", "‚", "‘"),
    "da": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "el": ("«", "»", "“", "”"),
    "en": _ENGLISH,
    "es": ("«", "»", "“", "”"),
    "fa": ("«", "»", "‹", "›"),
    "fi": ("”", "”", "’", "’"),
    "fr": ("«\u00a0", "\u00a0»", "«\u00a0", "\u00a0»"),
    "he": ("”", "”", "’", "’"),
    "hu": ("„", "”", "»", "«"),
    "it": ("«", "»", "“", "”"),
    "ja": ("「", "」", "『", "』"),
    "no": ("«", "»", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "sk": ("„", "“", "‚", "‘"),
    "sv": ("”", "”", "’", "’"),
    "uk": ("«", "»", "„", "“"),
}
_OPENING = tuple("\"'“‘«‹„‚”’「『")


def quoted(text: str, language: str | None, depth: int = 0) -> str:
    """Return text in the quotation marks of a language, or as it is where it has marks already.

    Args:
        text: The quoted words.
        language: BCP 47 tag; None, or one we have no marks for, gives the English ones.
        depth: How many quotations stand around this one.

    Example:
        >>> quoted("Wer da?", "de-AT"), quoted("why", "en", depth=1), quoted("“so”", "en")
        ('„Wer da?“', '‘why’', '“so”')
    """
    if not text.strip() or text.lstrip().startswith(_OPENING):
        return text
    marks = _MARKS.get((language or "").partition("-")[0].lower(), _ENGLISH)
    opening, closing = marks[2:] if depth % 2 else marks[:2]
    return f"{opening}{text}{closing}"
