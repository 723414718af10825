"""The quotation marks of a language, for words that the source only marks up as quoted."""

from __future__ import annotations

__all__ = ["quotation_marks"]

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


def quotation_marks(text: str, language: str | None, depth: int = 0) -> tuple[str, str]:
    """Return the marks to put around quoted text; none where it has marks already.

    Args:
        text: The quoted words.
        language: BCP 47 tag; None, or one we have no marks for, gives the English ones.
        depth: How many quotations stand around this one.

    Example:
        >>> quotation_marks("Wer da?", "de-AT"), quotation_marks("why", "en", depth=1)
        (('„', '“'), ('‘', '’'))
        >>> quotation_marks("“so”", "en")
        ('', '')
    """
    if not text.strip() or text.lstrip().startswith(_OPENING):
        return "", ""
    marks = _MARKS.get((language or "").partition("-")[0].lower(), _ENGLISH)
    return (marks[2], marks[3]) if depth % 2 else (marks[0], marks[1])
