"""The parts of a byline besides the names: what the author does, and which agency the story is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from a11ynews.model.article import Byline
from a11ynews.read.vocabulary import words

__all__ = ["byline_of"]

LONGEST: Final = 300
"""Characters of a byline that is taken apart; a longer one is a biography."""

MOST_WORDS: Final = 8
"""Words of a role; more are a sentence about somebody."""

_PARTS: Final = re.compile(r"\s*[,;|/•·()\[\]\n]\s*|\s+[–—-]\s+|\s+(?=\bfor\b)")
_WORD: Final = re.compile(r"[\w'’-]+")
_BETWEEN: Final = frozenset({"for", "and", "the", "with", "of", "at", "by", "in"})


def byline_of(line: str, names: Sequence[str]) -> Byline:
    """Return a byline as printed, with role and agency where it tells them.

    Args:
        line: The byline as printed.
        names: The authors' names, which are no role.

    Example:
        >>> byline_of("By Jane Doe, science correspondent", ["Jane Doe"]).role
        'science correspondent'
        >>> byline_of("Jane Doe and John Roe | Associated Press", ["Jane Doe", "John Roe"]).agency
        'Associated Press'
    """
    if len(line) > LONGEST:
        return Byline(text=line)
    rest = line
    for name in sorted(names, key=len, reverse=True):
        if not _is_agency(name):
            rest = re.sub(re.escape(name), "\n", rest, flags=re.IGNORECASE)
    parts = [part for part in (_bare(part) for part in _PARTS.split(rest)) if part]
    agency = next((found for part in parts if (found := _agency(part))), None)
    role = next((part for part in parts if _is_role(part)), None)
    return Byline(text=line, role=role, agency=agency)


def _bare(part: str) -> str:
    """Return a part without the words that lead to it."""
    found = part.strip(" \t.:")
    leads = words("bylines", "by.any") | words("bylines", "and") | _BETWEEN
    while (head := found.split(" ", 1)) and len(head) > 1 and head[0].casefold().strip(":") in leads:
        found = head[1].strip()
    return "" if found.casefold() in leads else found


def _agency(part: str) -> str | None:
    """Return the agency that a part is, or that stands in capitals at its end ("staff AFP")."""
    if _is_agency(part):
        return part
    last = part.rsplit(" ", 1)[-1]
    return last if last.isupper() and len(last) > 1 and _is_agency(last) else None


def _is_agency(name: str) -> bool:
    """Short names are agencies only in capitals or in their own spelling: "tt" and "sid" are other things too."""
    folded = name.casefold()
    if folded not in words("agencies", "names"):
        return False
    return " " in name or len(name) > 4 or name.isupper() or name == "dpa"  # noqa: PLR2004 - "SID", "AP"


def _is_role(part: str) -> bool:
    found = _WORD.findall(part)
    if not 0 < len(found) <= MOST_WORDS or any(map(str.isdigit, part)):
        return False
    jobs = words("bylines", "roles")
    return found[-1].casefold() in jobs or found[0].casefold() in jobs
