"""Datelines: where, when and by which agency a story was filed, at the head of its first paragraph."""

from __future__ import annotations

import re

from a11ynews.read.vocabulary import words

__all__ = ["dateline_end"]

#: AP style: place, date, agency in brackets, dash. 80 characters hold the longest seen, two places and a date.
_WESTERN = re.compile(r"(?P<head>[^!?\n–—]{2,80}?)\s?(?:[–—]\s?|--\s?|-\s)(?=\S)")
_BRACKET = re.compile(r"(?P<place>[^()]{0,60})\((?P<agency>[^()]{2,40})\)\s*$")
_CHINESE = re.compile(r"[^\s。，,]{2,24}?\d{1,2}月\d{1,2}日(?:电|電|讯|訊)")
_JAPANESE = re.compile(r"【[^】]{1,24}[=＝][^】]{1,16}】")
_KOREAN = re.compile(r"[(\[][^)\]=]{1,24}[=＝][^)\]]{1,24}[)\]]")
_AGENCY_PARTS = re.compile(r"\s*[/,;]\s*")
_FEWEST_LETTERS = 3


def dateline_end(text: str) -> int:
    """Return how many characters of a paragraph are its dateline; 0 if it has none.

    A dateline is an agency of ``agencies.toml`` in brackets before a dash, a place in capitals
    before a dash, or one of the forms of East Asian agencies.

    Args:
        text: The first paragraph of a story.

    Returns:
        The length of the dateline with its dash, without the space after it.

    Example:
        >>> text = "KABUL (Reuters) — The border is closed."
        >>> text[:dateline_end(text)]
        'KABUL (Reuters) —'
        >>> dateline_end("The border — closed on Monday — is open again.")
        0
    """
    for pattern in (_CHINESE, _JAPANESE, _KOREAN):
        if match := pattern.match(text):
            return match.end()
    match = _WESTERN.match(text)
    if match is None or not _files(match["head"]):
        return 0
    return len(match[0].rstrip())


def _files(head: str) -> bool:
    bracket = _BRACKET.match(head)
    if bracket is not None:
        return any(
            part.casefold() in words("agencies", "names") for part in _AGENCY_PARTS.split(bracket["agency"].strip())
        )
    place, *rest = head.split(",")
    letters = [character for character in place if character.isalpha()]
    return (
        len(letters) >= _FEWEST_LETTERS
        and all(map(str.isupper, letters))
        and all(any(map(str.isdigit, part)) or part.strip()[:1].isupper() for part in rest)
    )
