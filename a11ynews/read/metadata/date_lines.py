"""The visible dates: lines around the headline that are a date, and what their label calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from a11ynews.read.lengths import length_of
from a11ynews.read.metadata.dates import Moment, moments_in, parse_moment
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold

__all__ = ["SeenDate", "seen_dates"]

_MAX_CHARS = 200
_MAX_OTHER_WORDS = 7
_CHARS_OF_WORD = 6
_CAPTION_LEVELS = 3
_PICTURE_NODES = 6
"""A caption follows its picture within so many nodes."""
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date in a line.

    Attributes:
        moment: The date.
        kind: What the words before it say; "plain" where they say nothing.
        line: Where it stands.
        is_all: Nothing else but labels is in the line.
    """

    moment: Moment
    kind: Literal["published", "modified", "plain"]
    line: Line
    is_all: bool


def seen_dates(
    found: Scan, lines: Sequence[Line], language: str, *, most_words: int = _MAX_OTHER_WORDS
) -> list[SeenDate]:
    """Return the dates in lines, in order; a line with more other words than ``most_words`` is no date line."""
    seen: list[SeenDate] = []
    label = ""
    has_times = bool(found.page.having("datetime")) or next(found.page.find("time"), None) is not None
    for line in lines:
        text = " ".join(line.texts)
        if len(text) > max(_MAX_CHARS, 10 * most_words):
            label = ""
            continue
        may_have_date = _DIGIT.search(text) is not None or (has_times and _time(found, line) is not None)
        dates = (
            list(_in_line(found, line, label, language, most_words))
            if may_have_date and not _is_caption(found, line)
            else []
        )
        seen += dates
        label = text if not dates and len(text.split()) <= 4 else ""  # noqa: PLR2004 - longer is no label
    return seen


def _in_line(found: Scan, line: Line, label: str, language: str, most_words: int) -> Iterator[SeenDate]:
    declared = _time(found, line)
    text = " ".join(line.texts)
    dates = list(moments_in(text, language))
    left = " ".join([before for before, _, _ in dates] + [after for _, _, after in dates[-1:]]) if dates else text
    others = [word for word in _WORD.findall(left) if not _is_label(word)]
    if sum(map(_words_in, others)) > most_words or (not dates and declared is None):
        return
    if declared and (not dates or len(dates) == 1):
        before = dates[0][0] if dates else text
        yield SeenDate(declared, _kind(before, label), line, not others)
        return
    for before, moment, _ in dates:
        yield SeenDate(moment, _kind(before, label), line, not others)


def _words_in(run: str) -> int:
    """Return how many words a run of letters is: Chinese and Japanese have no spaces between theirs."""
    return 1 if run.isascii() or length_of(run) == len(run) else -(-length_of(run) // _CHARS_OF_WORD)


def _is_caption(found: Scan, line: Line) -> bool:
    """Tell whether a line is the caption of a picture: in markup or class, or the words of the picture just above."""
    page = found.page
    node = page.parents[line.pieces[0]]
    for _ in range(_CAPTION_LEVELS):
        if node < 0:
            break
        if page.tags[node] in ("figure", "figcaption") or "caption" in page.attributes[node].get("class", "").lower():
            return True
        node = page.parents[node]
    near = range(max(0, line.pieces[0] - _PICTURE_NODES), line.pieces[0])
    return any(page.tags[above] == "img" and line.text in _words_of(page.attributes[above]) for above in near)


def _words_of(picture: Mapping[str, str]) -> tuple[str, str]:
    """Return what a picture says of itself, white space folded."""
    return " ".join(picture.get("alt", "").split()), " ".join(picture.get("title", "").split())


def _time(found: Scan, line: Line) -> Moment | None:
    """Return the machine form of the ``time`` element that a line is in or holds."""
    page = found.page
    for piece in line.pieces:
        node = page.parents[piece]
        for _ in range(3):
            if (node >= 0 and page.tags[node] == "time") or "datetime" in page.attributes[node]:
                value = page.attributes[node].get("datetime", "")
                return parse_moment(value) if value else None
            if (
                node >= 0
                and page.tags[node] == "abbr"
                and (value := page.attributes[node].get("title", ""))[:4].isdigit()
            ):
                return parse_moment(value)  # as hAtom has it
            node = page.parents[node]
            if node < 0:
                break
    return None


def _is_label(word: str) -> bool:
    return word.casefold() in _known_words()


@cache
def _known_words() -> frozenset[str]:
    """Words that do not make a date line anything else."""
    return frozenset().union(*(words("dates", "labels", kind) for kind in ("modified", "published", "filler")))


def _kind(before: str, label: str) -> Literal["published", "modified", "plain"]:
    """Return what the words just before a date call it; the nearest word decides."""
    said = fold(before if any(map(str.isalpha, before)) else label)
    ends = {kind: _last(said, words("dates", "labels", kind)) for kind in ("published", "modified")}
    if ends["modified"] > ends["published"]:
        return "modified"
    return "published" if ends["published"] >= 0 else "plain"


def _last(text: str, labels: frozenset[str]) -> int:
    """Return where the last of the labels begins in a text, -1 for none. Labels are whole words."""
    padded = f" {' '.join(_WORDS.findall(text))} "
    at = max((padded.rfind(f" {label} ") for label in labels), default=-1)
    if at < 0 and not text.isascii():
        at = max((text.rfind(label) for label in labels if not label.isascii()), default=-1)
    return at
