"""JSON as the wild has it: comments, trailing commas, CDATA, several values in one script."""

from __future__ import annotations

import html
import json
import re
from typing import TypeAlias

__all__ = ["MAX_CHARS", "Json", "loads"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_CHARS = 2_000_000
"""Longest script that is read, in characters. The longest honest one in the corpora has 0.4 million."""

_MAX_VALUES = 100
# Each alternative that opens also ends at the end of the text, so that no position is read twice. No possessive
# groups here: before Python 3.11.5 they fail where what they repeat has a choice (CPython issue 106052).
_TOKENS = re.compile(
    r'("(?:[^"\\]|\\(?:.|\Z))*(?:"|\Z))|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)|//[^\n]*|,(?=\s*+[}\]])', re.DOTALL
)
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*/)?|(?://|/\*)?\s{0,9}\]\]>(?:\s{0,9}\*/)?")
_SPACE_OR_END = " \t\r\n\f\v\xa0\ufeff;,"


def loads(text: str) -> list[Json]:
    """Return the JSON values in a script's text, small faults repaired; nothing for what is beyond that.

    Args:
        text: The characters of the script, at most :data:`MAX_CHARS` are read.

    Returns:
        The values in order: usually one.

    Example:
        >>> loads('/* made by hand */ {"headline": "Rain", "tags": ["sky",],}')
        [{'headline': 'Rain', 'tags': ['sky']}]
        >>> loads('{"headline": "Rain" "author": "Ada')
        [{'headline': 'Rain'}]
        >>> loads("broken")
        []
    """
    text = text[:MAX_CHARS].strip(_SPACE_OR_END)
    values = _values(text)
    if values is not None:
        return values
    repaired = _repaired(text)
    values = _values(repaired)
    if values is None:
        mended = _mended(repaired)
        values = _values(mended) or _values(_closed(mended)) or []
    return [value for value in values if value not in ({}, [])]


def _values(text: str) -> list[Json] | None:
    """Return the values, None where the text is no JSON."""
    found: list[Json] = []
    decoder = json.JSONDecoder(strict=False, parse_int=_whole)
    at, end = 0, len(text)
    while at < end and len(found) < _MAX_VALUES:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        found.append(value)
        while at < end and text[at] in _SPACE_OR_END:
            at += 1
    return found


def _whole(digits: str) -> int:
    """Return a number, 0 for one so long that Python refuses to convert it."""
    return int(digits) if len(digits) <= 18 else 0  # noqa: PLR2004 - what fits in 64 bits


def _repaired(text: str) -> str:
    text = _WRAPPING.sub(" ", text)
    return _TOKENS.sub(lambda match: match.group(1) or "", text).strip(_SPACE_OR_END)


_NO_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_PIECE = re.compile(r'"(?:[^"\\]|\\(?:.|\Z))*(?:"|\Z)|[\[\]{},:]', re.DOTALL)
_CLOSERS = {"{": "}", "[": "]"}


def _mended(text: str) -> str:
    """Return a text with its quotes as characters, backslashes that escape nothing gone, and commas where they lack."""
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    text = _NO_ESCAPE.sub("", text)
    parts: list[str] = []
    end, is_value = 0, False
    for piece in _PIECE.finditer(text):
        between = text[end : piece.start()]
        sign = piece[0][0]
        if is_value and sign in '"{[' and not between.strip():
            parts.append(",")
        parts += (between, piece[0])
        end, is_value = piece.end(), sign in '"}]'
    return "".join(parts) + text[end:]


def _closed(text: str) -> str:
    """Return a text that was cut off, without its unfinished end and with its brackets closed."""
    open_brackets: list[str] = []
    whole = 0
    for piece in _PIECE.finditer(text):
        sign = piece[0]
        if sign in _CLOSERS:
            open_brackets.append(_CLOSERS[sign])
            whole = piece.end()
        elif sign == ",":
            whole = piece.start()
        elif sign in "]}":
            if not open_brackets or open_brackets[-1] != sign:
                break
            open_brackets.pop()
            whole = piece.end()
    return text[:whole] + "".join(reversed(open_brackets))
