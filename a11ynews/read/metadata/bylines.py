"""The visible byline: found among the lines around the headline, read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from a11ynews.read.metadata.authors import are_roles, is_name, names_in, person_in, unique, without_by
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold

__all__ = ["SeenByline", "seen_bylines"]

_MAX_CHARS = 220
_SEPARATORS = re.compile(r"\s*[|•·‧∙►»/]\s+|\s+[-–—]\s+|\n")
_NEAR_DATE = 3


@dataclass(slots=True)
class SeenByline:
    """Names in one line.

    Attributes:
        names: In order.
        line: Where they stand.
        is_said: The line says "by", or the label before it does.
        is_marked: Class, rel, itemprop or the link's address says author.
        is_all: The line has nothing but the byline.
    """

    names: list[str]
    line: Line
    is_said: bool
    is_marked: bool
    is_all: bool


def seen_bylines(found: Scan, lines: Sequence[Line], dated: Sequence[Line] = ()) -> list[SeenByline]:
    """Return the bylines among lines, in order.

    Args:
        found: The page's drawers.
        lines: Lines around the headline.
        dated: Those with a date: a bare name is a byline only next to one.
    """
    marked = set(found.marked["byline"]) | set(found.marked["rel-author"])
    marked |= {node for prop, node in found.props if prop.endswith("author")}
    places = {id(line): at for at, line in enumerate(lines)}
    near = [places[id(line)] for line in dated if id(line) in places]
    seen: list[SeenByline] = []
    labelled = False
    for at, line in enumerate(lines):
        text = fold(line.text).rstrip(": ")
        if text in words("bylines", "labels"):
            labelled = True
            continue
        is_marked = _is_marked(found, line, marked)
        is_near = any(abs(at - place) <= _NEAR_DATE for place in near)
        if len(line.text) <= _MAX_CHARS and (byline := _read(found, line, labelled=labelled, marked=is_marked, near=is_near)):
            seen.append(byline)
        labelled = False
    return seen


def _is_marked(found: Scan, line: Line, marked: set[int]) -> bool:
    page = found.page
    for piece in line.pieces:
        node = page.parents[piece]
        for _ in range(4):
            if node < 0 or page.ends[node] - node > 60:  # noqa: PLR2004 - larger than any byline
                break
            if node in marked or (page.tags[node] == "a" and _leads_to_person(page.attributes[node].get("href", ""))):
                return True
            node = page.parents[node]
    return False


def _leads_to_person(address: str) -> bool:
    folded = address[:300].lower()
    return any(path in folded for path in words("bylines", "paths"))


def _read(found: Scan, line: Line, *, labelled: bool, marked: bool, near: bool) -> SeenByline | None:
    names: list[str] = []
    said = reading = labelled
    reading = reading or marked
    whole = True
    for text in line.texts:
        for chunk in _SEPARATORS.split(text):
            folded = fold(chunk).strip(" :,.")
            if not folded:
                continue
            if folded in words("bylines", "labels"):
                said = reading = True
                continue
            if _is_other(folded):
                reading, whole = False, False
                continue
            rest = without_by(chunk)
            if rest != chunk and (marked or _is_by(chunk, rest)):
                said = reading = True
            if not reading and near and is_name(rest.strip(" ,.")) and _is_known(found, rest.strip(" ,."), line):
                names.append(rest.strip(" ,."))
                continue
            person = person_in(rest) if reading else ""
            whole = whole and person == rest.strip(" ,;:-–—|•·")
            if person and not are_roles(person) and (said or marked):
                names += names_in(person)
    names = unique(names)
    return SeenByline(names, line, said, marked, whole) if names else None


def _is_other(folded: str) -> bool:
    """Whether a chunk credits somebody else or gives a date, a category, a reading time."""
    others = words("bylines", "others")
    if folded in others or folded.rstrip(":") in others:
        return True
    start = folded.split(":")[0]
    first = " ".join(start.split()[:2])
    return start in others or first in others or " ".join(start.split()[:3]) in others


def _is_by(chunk: str, rest: str) -> bool:
    """Whether "de", "di", "by" in front begin a byline and not a sentence: a name must follow."""
    person = person_in(rest)
    if not person or len(rest.split()) > 14:  # noqa: PLR2004 - a sentence
        return False
    first = person.split()[0]
    return is_name(" ".join(person.split(",")[0].split()[:4])) or (len(person.split()) <= 4 and not first[:1].islower() or len(rest.split()) == 1)  # noqa: PLR2004


def _is_known(found: Scan, name: str, line: Line) -> bool:
    """Whether a bare name stands elsewhere too: on a portrait, in "Written by", in a biography."""
    page = found.page
    here = set(line.pieces)
    for node, text in enumerate(page.texts):
        if name in text and node not in here and len(text) > len(name) + 2:
            return True
    return any(name in page.attributes[node].get("alt", "") for node in page.find("img"))
