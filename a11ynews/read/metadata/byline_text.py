"""The byline as it is shown: without the dates and counters of its line that are told elsewhere or say nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from a11ynews.read.metadata.authors import without_by
from a11ynews.read.metadata.dates import moments_in
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold
from a11ynews.read.vocabulary import find_label

__all__ = ["spaced", "without_dates"]

_LONGEST = 300
_MAX_DATES = 4
_DAY = timedelta(days=1)
_PARTS = re.compile(r"\s*[|•·‧∙⋅\n]\s*|\s+[–—-]\s+")
_WORD = re.compile(r"[^\W_]+")
_GLUED_COLON = re.compile(r"(?<=[^\W\d_]):(?=[^\W\d_])")
_LAST_WORD = re.compile(r"[\s,;:(]*([^\W_]+)[.,;:(]*\s*$")
_COUNTER = re.compile(r"\s+\d[\d.,]*\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?$")
_BUTTONS = frozenset(("follow", "share", "newsletter", "comments", "print"))
_HANDLE = re.compile(r"(?<=\w)\s*@[A-Za-z]\w{1,30}(?![\w.@])")
"""An account after a name: "Ada Writer@adawrites". What a dot follows is an address of mail."""
_EDGES = " ,;:()/●–—-"


def spaced(line: str, texts: Sequence[str]) -> str:
    """Return a line with a space where the words of two of its elements would meet.

    Example:
        >>> spaced("By Ada WriterUpdated: 8 May", ["By", "Ada Writer", "Updated: 8 May"])
        'By Ada Writer Updated: 8 May'
    """
    done, rest = "", line
    for text in texts:
        before, found, after = rest.partition(text)
        if not found:
            break
        meets = not before and done[-1:].isalnum() and text[:1].isalnum()
        done += (" " if meets and not _is_scripta_continua(done[-1] + text[0]) else before) + text
        rest = after
    return done + rest


def _is_scripta_continua(pair: str) -> bool:
    """Whether two letters are of a script that writes words without spaces."""
    return all(unicodedata.category(letter) == "Lo" for letter in pair)


def without_dates(line: str, names: Sequence[str], told: Sequence[datetime], language: str = "") -> str:
    """Return a byline without what became other metadata, and without counters.

    Args:
        line: The byline as printed; one of more than 300 characters stays as it is.
        names: The authors, who stay.
        told: The dates that the metadata tell; others are not cut.
        language: BCP 47 tag of the page.

    Returns:
        Names, roles and agency; the line as printed if nothing else is in it.

    Example:
        >>> without_dates("0 · by Ada Writer · Updated on 8 January 2026", ["Ada Writer"], [datetime(2026, 1, 8)])
        'by Ada Writer'
        >>> without_dates("By Ada Writer, Reuters", ["Ada Writer"], [datetime(2026, 1, 8)])
        'By Ada Writer, Reuters'
        >>> without_dates("Author Posted by Ada Writer @adawrites", ["Ada Writer"], [])
        'Posted by Ada Writer'
    """
    if len(line) > _LONGEST:
        return line
    line = _GLUED_COLON.sub(": ", line)
    cut = _cut_dates(line, told, language)
    trimmed = (_without_counter(_without_button(_trimmed(part, language), names)) for part in _PARTS.split(cut))
    parts = [part for part in trimmed if part and not _is_counter(part)]
    if cut == line and parts == [part.strip(_EDGES) for part in _PARTS.split(line)]:
        return line
    shown = " · ".join(parts)
    folded = fold(shown)
    return shown if all(fold(name) in folded or fold(name) not in fold(line) for name in names) and shown else line


def _cut_dates(line: str, told: Sequence[datetime], language: str) -> str:
    """Return a line with a line break for each date that is told, and its label."""
    done = ""
    for _ in range(_MAX_DATES):
        found = next(moments_in(line, language), None)
        if found is None or not (line.startswith(found[0]) and line.endswith(found[2])):
            break
        before, moment, after = found
        day = moment.when.replace(tzinfo=None)
        if any(abs(day - one.replace(tzinfo=None)) <= _DAY * 2 for one in told):
            done += _without_label(before) + "\n"
            after = _without_zone(after)
        else:
            done += line[: len(line) - len(after)]
        line = after
    return done + line


def _without_label(before: str) -> str:
    """Return what stands before a date without "Updated on" at its end."""
    while (match := _LAST_WORD.search(before)) and match[1].casefold() in _labels():
        before = before[: match.start()]
    return before


def _without_zone(after: str) -> str:
    """Return what follows a date without "Uhr" or "GMT"."""
    word, _, rest = after.lstrip(" ,").partition(" ")
    return f" {rest}" if word.casefold().strip(".,)") in words("dates", "labels", "filler") else after


@cache
def _labels() -> frozenset[str]:
    """The words before a date, without those that lead to a name."""
    phrases = frozenset().union(*(words("dates", "labels", kind) for kind in ("published", "modified", "filler")))
    return frozenset(word for phrase in phrases for word in phrase.split()) - words("bylines", "by", "any") - {"by"}


def _trimmed(part: str, language: str) -> str:
    """Return a part without accounts after a name, and with one label where the page has one for each reader."""
    part = _HANDLE.sub("", part).rstrip(" &")
    label, _, rest = part.strip().partition(" ")
    if fold(label).rstrip(": ") in words("bylines", "labels") and without_by(rest, language) != rest:
        return rest
    return part


def _without_button(part: str, names: Sequence[str]) -> str:
    """Return a part without what stands right after a name at its end: "Follow", a number."""
    rest, _, word = part.rpartition(" ")
    if not rest or not any(fold(rest).endswith(fold(name)) for name in names):
        return part
    label = find_label(word)
    is_button = word.isdigit() or (label is not None and label.kind in _BUTTONS)
    return rest if is_button else part


def _without_counter(part: str) -> str:
    """Return a part without "59 Comments" at its end."""
    part = part.strip(_EDGES)
    counters = words("bylines", "counters")
    match = _COUNTER.search(part)
    if match and all(word is None or word.casefold() in counters for word in match.groups()):
        return part[: match.start()].strip(_EDGES)
    return part


def _is_counter(part: str) -> bool:
    """Whether a part is a number, or counts something: "5 min read", "No comments"."""
    found = _WORD.findall(fold(part))
    if all(word.isdigit() for word in found):
        return True
    counters, small = words("bylines", "counters"), words("bylines", "counts")
    return any(word in counters for word in found) and all(
        word.isdigit() or word in counters or word in small for word in found
    )
