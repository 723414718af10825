"""Claims from objects that scripts assign: ``utag_data``, ``dataLayer`` and the like.

They are read as text, by pairs of key and quoted value, and never run. They are often the richest
metadata on the page (``../shared/notes/voa-pangea-template.md``, row 2), and the least standardised:
so they are asked only for what the page does not declare otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.vocabulary import mapping
from a11ynews.read.metadata.wording import clean

__all__ = ["read_page_state"]

_MAX_CHARS = 20_000
_MAX_PAIRS = 400
_PAIR = re.compile(
    r"""["']?([A-Za-z][\w.-]{1,40})["']?\s{0,4}:\s{0,4}(?:"((?:[^"\\\n]|\\.){1,300})"|'((?:[^'\\\n]|\\.){1,300})')"""
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")


def read_page_state(scripts: Iterable[str], wanted: Iterable[str]) -> Iterator[Claim]:
    r"""Yield claims from assigned objects.

    Args:
        scripts: Texts of scripts.
        wanted: Fields that are missing.

    Example:
        >>> list(read_page_state(['var utag_data = {byline: "By A. Cloud", pub_date: "2024-04-28"}'], ["published"]))
        [Claim(field='published', value='2024-04-28', source='page state', node=-1)]
    """
    keys = _keys()
    fields = set(wanted)
    if not fields:
        return
    for script in scripts:
        start = min((at for name in _objects() if (at := script.find(name)) >= 0), default=-1)
        if start < 0:
            continue
        for count, match in enumerate(_PAIR.finditer(script, start, start + _MAX_CHARS)):
            if count == _MAX_PAIRS:
                break
            field = keys.get(match[1].lower())
            value = clean(_ESCAPE.sub(_character, match[2] or match[3] or ""))
            if field in fields and value:
                yield Claim(str(field), value, "page state")


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else match[3]


@cache
def _objects() -> tuple[str, ...]:
    names = mapping("meta_names", "page_state").get("objects")
    return tuple(names) if isinstance(names, list) else ()


@cache
def _keys() -> dict[str, str]:
    """Key, lower case, to field."""
    table = mapping("meta_names", "page_state")
    return {
        key: field for field, keys in table.items() if field != "objects" and isinstance(keys, list) for key in keys
    }
