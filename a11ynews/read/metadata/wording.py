"""Cleaning of values: entities, inline tags, white space, characters that are no text."""

from __future__ import annotations

import html
import re
import unicodedata

__all__ = ["clean", "fold", "words_of"]

_MARKUP = re.compile(
    r"</?(?:a|abbr|b|bdi|br|cite|em|font|i|mark|p|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\ufeff\ud800-\udfff]")
_PLAIN = str.maketrans("“”„‟«»‘’‚‛`´‐‑‒–—―−", "\"\"\"\"\"\"''''''-------")
_WORD = re.compile(r"\w+")


def clean(value: str) -> str:
    """Return a value as text: entities decoded once, inline tags cut, white space folded.

    Titles in metadata are often escaped twice, so one decoding more than the parser's is right; two
    would turn text about markup into markup (``../shared/notes/security.md``, "unescaping twice").

    Example:
        >>> clean(" Law &amp;  <em>order</em> ")
        'Law & order'
    """
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = _MARKUP.sub(" ", value) if "<br" in value or "<p" in value else _MARKUP.sub("", value)
    return " ".join(_NO_TEXT.sub("", value).split())


def fold(value: str) -> str:
    r"""Return a key for comparison: plain quotes and dashes, composed, no case, single spaces.

    Example:
        >>> fold("“Don’t  look”") == fold('"don\'t look"')
        True
    """
    if value.isascii():
        return " ".join(value.lower().split())
    return " ".join(unicodedata.normalize("NFKC", value).translate(_PLAIN).casefold().split())


def words_of(value: str) -> list[str]:
    """Return the folded words of a value, punctuation aside.

    Example:
        >>> words_of("It’s 5 o'clock")
        ['it', 's', '5', 'o', 'clock']
    """
    return _WORD.findall(fold(value))
