"""The visible byline: found among the lines around the headline, read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from a11ynews.read.metadata.authors import are_roles, ends_with_by, is_name, names_in, person_in, unique, without_by
from a11ynews.read.metadata.dates import moments_in
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold

__all__ = ["SeenByline", "seen_bylines"]

_MAX_CHARS = 220
_MAX_LINE_CHARS = 400
_SEPARATORS = re.compile(r"\s*[|•·‧∙►»/]\s+|\s+[-–—]\s+|\n")
_DIGIT = re.compile(r"\d")
_NEAR_DATE = 3
_MAX_LEVELS = 4
_MAX_NODES = 45
_MAX_WORDS = 14
_MAX_LABEL_WORDS = 4
_MAX_LABEL_CHARS = 40
_EDGES = " ,;:-–—|•·."


@dataclass(slots=True)
class SeenByline:
    """Names in one line.

    Attributes:
        names: In order.
        line: Where they stand.
        is_said: The line says "by", or the label before it does.
        is_marked: Class, rel, itemprop or the link's address says author.
    """

    names: list[str]
    line: Line
    is_said: bool
    is_marked: bool


def seen_bylines(found: Scan, lines: Sequence[Line], dated: Sequence[Line], language: str) -> list[SeenByline]:
    """Return the bylines among lines, in order.

    Args:
        found: The page's drawers.
        lines: Lines around the headline.
        dated: Those with a date: a bare name is a byline only next to one.
        language: BCP 47 tag of the page.
    """
    places = {id(line): at for at, line in enumerate(lines)}
    dates = [places[id(line)] for line in dated if id(line) in places]
    near = {0, *(at + away for at in dates for away in range(-_NEAR_DATE, _NEAR_DATE + 1))}
    labels, longest = words("bylines", "labels"), _longest_label()
    seen: list[SeenByline] = []
    labelled = False
    for at, line in enumerate(lines):
        if len(line.text) <= longest and fold(line.text).rstrip(": ") in labels:
            labelled = True
            continue
        if len(line.text) <= _MAX_LINE_CHARS and (labelled or at in near or _is_likely(found, line, language)):
            reader = _Reader(found, line, language, labelled, at in near)
            if byline := reader.read():
                seen.append(byline)
        labelled = False
    return seen


@cache
def _longest_label() -> int:
    return max(map(len, words("bylines", "labels"))) + len(" : ")


def _is_likely(found: Scan, line: Line, language: str) -> bool:
    """Whether a line itself has any sign of a byline: most have none, and need no reading."""
    first = line.texts[0]
    if any(_is_marked(found, piece) for piece in line.pieces):
        return True
    if len(first) > _MAX_CHARS:
        return False
    return without_by(first, language) != first or (len(first) <= _MAX_LABEL_CHARS and ends_with_by(first, language))


def _is_marked(found: Scan, piece: int) -> bool:
    """Whether the page's markup says that a piece is the author."""
    page, is_person = found.page, found.is_person
    node = page.parents[piece]
    for _ in range(_MAX_LEVELS):
        if node < 0 or page.ends[node] - node > _MAX_NODES:
            return False
        if is_person(node):
            return True
        node = page.parents[node]
    return False


@dataclass(slots=True)
class _Reader:
    """Reads one line piece by piece: labels switch the reading on and off."""

    found: Scan
    line: Line
    language: str
    is_said: bool
    is_near: bool
    is_on: bool = False
    is_off: bool = False
    is_clean: bool = True
    is_marked: bool = False
    names: list[str] = field(default_factory=list)

    def read(self) -> SeenByline | None:
        """Return the line's byline, None if there is none."""
        self.is_on = self.is_said
        for node, text in zip(self.line.pieces, self.line.texts, strict=True):
            if len(text) > _MAX_CHARS:
                return None
            is_marked = _is_marked(self.found, node)
            for chunk in _SEPARATORS.split(text):
                if chunk.strip():
                    self._chunk(chunk.strip(), is_marked=is_marked)
        names = unique(self.names)
        return SeenByline(names, self.line, self.is_said, self.is_marked) if names else None

    def _chunk(self, chunk: str, *, is_marked: bool) -> None:
        if self._is_switch(fold(chunk).strip(" :,."), chunk):
            return
        chunk = _after_date(chunk)
        rest = _without_and(without_by(chunk, self.language)) if self.names else without_by(chunk, self.language)
        if rest != chunk and self.is_clean and _is_by(rest):
            self.is_on = self.is_said = True
            self.is_off = False
        person = person_in(rest)
        if not person or are_roles(person.partition(",")[0]):
            self.is_clean = self.is_clean and len(chunk.split()) <= _MAX_LABEL_WORDS
        elif self.is_on:
            self.names += _people(names_in(person, self.language))
            self.is_on = person == rest.strip(_EDGES)
        elif is_marked and not self.is_off and is_name(person.partition(",")[0]):
            self.is_marked = True
            self.names += [name for name in names_in(person, self.language) if is_name(name.partition(",")[0])]
        elif (
            self.is_near
            and person == rest.strip(_EDGES)
            and is_name(person)
            and _is_known(self.found, person, self.line)
        ):
            self.names.append(person)
        else:
            self.is_clean = self.is_clean and len(chunk.split()) <= _MAX_LABEL_WORDS

    def _is_switch(self, folded: str, chunk: str) -> bool:
        """Take labels: "by" switches reading on, "reviewed by" and "in" off."""
        is_label = folded in words("bylines", "labels") or ends_with_by(chunk, self.language)
        if is_label and self.is_clean and not _is_other(folded):
            self.is_on = self.is_said = True
            self.is_off = False
            return True
        if _is_other(folded):
            self.is_on, self.is_off = False, True
            return not _DIGIT.search(folded)
        if folded in words("bylines", "stop"):
            self.is_on, self.is_off = False, bool(self.names)
            return True
        return False


def _without_and(chunk: str) -> str:
    """Return "Ben Scribe" of "and Ben Scribe", as the text after a linked name often is."""
    first, _, rest = chunk.partition(" ")
    return rest if rest and first.casefold() in words("bylines", "and") else chunk


def _after_date(chunk: str) -> str:
    """Return "by Ada Writer" of "On 12 May 2025 by Ada Writer", and a chunk without date as it is."""
    dated = list(moments_in(chunk)) if _DIGIT.search(chunk) else []
    return (dated[-1][2].strip(" ,") or dated[0][0].strip(" ,")) if dated else chunk


def _people(names: list[str]) -> list[str]:
    """Drop the place at the end of "Ada Writer, Berlin": one word after full names, unless an agency."""
    kept = names[:1]
    for name in names[1:]:
        if len(name.split()) > 1 or len(names[0].split()) == 1 or name.casefold() in words("bylines", "agencies"):
            kept.append(name)
    return [name for name in kept if not are_roles(name)]


def _is_other(folded: str) -> bool:
    """Whether a chunk credits somebody else or gives a category, a reading time."""
    others = words("bylines", "others")
    start = folded.partition(":")[0].split()
    return any(" ".join(start[:count]) in others for count in range(1, 4))


def _is_by(rest: str) -> bool:
    """Whether "by" in front begins a byline and not a sentence: something like a name must follow."""
    person = person_in(rest)
    if not person or len(rest.split()) > _MAX_WORDS:
        return False
    first = next(iter(names_in(person)), "").partition(",")[0]
    return is_name(first) or (len(first.split()) <= 4 and not first[:1].islower()) or len(rest.split()) == 1  # noqa: PLR2004


def _is_known(found: Scan, name: str, line: Line) -> bool:
    """Whether a bare name is a person's elsewhere: on a portrait, in "Written by", in a biography."""
    page = found.page
    here = set(line.pieces)
    for node, text in enumerate(page.texts):
        if name in text and node not in here and (_is_said_of(name, " ".join(text.split())) or _is_boxed(found, node)):
            return True
    return any(page.attributes[node].get("alt", "").strip().startswith(name) for node in page.find("img"))


def _is_boxed(found: Scan, node: int) -> bool:
    """Whether a text stands in something called an author's box."""
    return any(found.has_role(around, "byline") for around in found.around(node, _MAX_LEVELS, _MAX_NODES))


def _is_said_of(name: str, text: str) -> bool:
    before, _, after = text.partition(name)
    label = fold(before).strip(" :,")
    if (
        label
        and not after.strip(" .,:")
        and (label in words("bylines", "labels") or label in words("bylines", "credits"))
    ):
        return True
    first = after.split()[:1]
    return not label and bool(first) and first[0].casefold() in words("bylines", "being")
