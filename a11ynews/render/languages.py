"""What a rendering must know of a language: which way it runs, and how fast it is read."""

from __future__ import annotations

from a11ynews.model.inlines import Direction

__all__ = ["characters_a_minute", "direction_of", "joins_letters"]

# Languages written from right to left unless the tag names another script.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})
_SCRIPT_CHARS = 4
# Arabic, Syriac, Mongolian and N'Ko join their letters; Devanagari, Bengali and Gurmukhi share a line above them.
_JOINED = frozenset(
    {"ar", "arc", "as", "bn", "ckb", "fa", "hi", "ks", "mn", "mr", "ne", "nqo", "pa", "ps", "sa", "sd", "ug", "ur"}
)

# Characters a minute, spaces aside, of adults reading continuous text. Trauzettel-Klosinski and Dietz (2012),
# "Standardized assessment of reading performance: the new International Reading Speed Texts IReST", table 2.
_SPEEDS = {
    "ar": 612, "de": 920, "en": 987, "es": 1025, "fi": 1078, "fr": 998, "he": 833, "it": 950, "ja": 357,
    "nl": 978, "pl": 916, "pt": 913, "ru": 986, "sl": 885, "sv": 917, "tr": 1054, "zh": 255,
}  # fmt: skip
_LATIN_SPEED = 950  # the middle of the table's alphabets


def direction_of(language: str | None) -> Direction:
    """Return the direction that a language is written in.

    Args:
        language: BCP 47 tag; None counts as left to right.

    Example:
        >>> direction_of("fa"), direction_of("az-Arab"), direction_of("pt-BR")
        ('rtl', 'rtl', 'ltr')
    """
    primary, *rest = (language or "").lower().split("-")
    scripts = [part for part in rest if len(part) == _SCRIPT_CHARS and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in _RIGHT_TO_LEFT else "ltr"


def joins_letters(language: str | None) -> bool:
    """Return whether letters of the language's script hang together, so that space between them breaks words.

    Example:
        >>> joins_letters("fa-IR"), joins_letters("hi"), joins_letters("he")
        (True, True, False)

    Source:
        CSS Text 3, section 8.2: cursive scripts do not admit gaps between their letters.
    """
    return (language or "").partition("-")[0].lower() in _JOINED


def characters_a_minute(language: str | None) -> int:
    """Return how many characters, spaces aside, a reader takes in within a minute.

    Example:
        >>> characters_a_minute("zh-Hant"), characters_a_minute("en-GB")
        (255, 987)
    """
    return _SPEEDS.get((language or "").partition("-")[0].lower(), _LATIN_SPEED)
