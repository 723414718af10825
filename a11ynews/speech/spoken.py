"""From written to spoken words: the one place that knows how."""

from __future__ import annotations

import re
import unicodedata

from a11ynews.speech.normalization import Normalized, Stretch, normalize, normalize_with_map
from a11ynews.speech.normalization.normalized import Edit, compose

__all__ = ["LONGEST_MAPPED", "spoken", "spoken_with_map"]

LONGEST_MAPPED = 100_000
"""Characters of one run that are mapped word by word. No honest paragraph is longer; the map of a hostile one, with
a sign to be said in every word, takes 200 times its size."""

# White space as browsers and people write it, and characters that no voice has: controls (a NUL would
# end the text in espeak-ng) and lone surrogates.
_NO_SOUND = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


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
    return spoken_with_map(text, language).text


def spoken_with_map(text: str, language: str, changed: tuple[Stretch, ...] = ()) -> Normalized:
    """Return what `spoken` does, with a map back to the text.

    Args:
        text: Written words in one language.
        language: BCP 47 tag.
        changed: How ``text`` came from what is seen; the map then leads back to that.

    Example:
        >>> spoken_with_map(" at  3", "en").stretches[-1]
        Stretch(written_start=5, written_end=6, spoken_start=3, spoken_end=8)
    """
    if not any(map(_is_said, text)):
        return Normalized("")
    edits = [
        Edit(gap.start(), gap.end(), "" if gap.start() == 0 or gap.end() == len(text) else " ")
        for gap in _NO_SOUND.finditer(text)
        if gap[0] != " " or gap.start() == 0 or gap.end() == len(text)
    ]
    words = _NO_SOUND.sub(" ", text).strip(" ")
    if len(text) > LONGEST_MAPPED:
        whole = normalize(words, language)
        return Normalized(whole, (Stretch(0, len(text), 0, len(whole)),))
    said = normalize_with_map(words, language)
    stretches = compose(list(changed), edits)
    rules = [Edit(s.written_start, s.written_end, said.text[s.spoken_start : s.spoken_end]) for s in said.stretches]
    return Normalized(said.text, tuple(compose(stretches, rules)))


def _is_said(character: str) -> bool:
    """Letters, digits and signs are; punctuation, spaces, marks and formats alone are not."""
    return unicodedata.category(character)[0] in "LNS"
