"""Words that only plain text and Markdown need, beside those of :mod:`a11ynews.render.phrases`.

What a page shows by its look (this line is a caption, that one a pulled quotation) must be said in words
where there is no look.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["plain_word"]


def plain_word(key: str, language: str | None) -> str:
    """Return one word in a language, or in English where we do not have it.

    Args:
        key: "caption", "credit", "link", "links" or "quote".
        language: BCP 47 tag; None is English.

    Raises:
        KeyError: If there is no such word: a mistake in our code.

    Example:
        >>> plain_word("caption", "de-CH"), plain_word("links", "mi")
        ('Bildunterschrift', 'Links')
    """
    words = _words()
    return words.get((language or "en").partition("-")[0].lower(), words["en"])[key]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = files("a11ynews.render.plain").joinpath("words.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = json.loads(text)
    return loaded
