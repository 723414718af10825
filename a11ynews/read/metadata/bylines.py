"""The visible byline: found among the lines around the headline, read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from a11ynews.read.metadata.authors import (
    are_roles,
    by_words,
    desk_in,
    ends_with_by,
    is_name,
    names_in,
    person_in,
    unique,
    without_by,
)
from a11ynews.read.metadata.dates import moments_in, month_names
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold
from a11ynews.tree.page import Page

__all__ = ["SeenByline", "names_author", "seen_bylines"]

_MAX_CHARS = 220
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_MAX_LINE_CHARS = 400
_MAX_CHARS_OF_HEADING = 80
_SEPARATORS = re.compile(r"\s*[|•·‧∙►»/]\s+|\s+[-–—]\s+|\n")
_DIGIT = re.compile(r"\d")
_NEAR_DATE = 3
_MAX_LEVELS = 4
_MAX_NODES = 45
_MAX_WORDS = 14
_MAX_LABEL_WORDS = 4
_MAX_CREDIT_WORDS = 6
_MAX_LABEL_CHARS = 40
_NO_NAMES = frozenset(("location", "place", "city", "role", "job", "title", "position", "org", "organization", "bio"))
_CLASS_WORD = re.compile(r"[a-z]+")
_EDGES = " ,;:-–—|•·."
_TOPICAL = frozenset(("tag", "category tag"))
_JOINTS = (",", "&", "＆", "、", ";", "+")
"""What stands between two names; a neighbour without any is a section, a tag, another story."""


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
    seen: list[SeenByline] = []
    labelled = credited = False
    for at, line in enumerate(lines):
        if is_author_label(line.text):
            labelled, credited = True, False
            continue
        if _is_path(line.text) or (labelled and _are_topics(found.page, line)):
            continue
        if credited:  # "Fact checked by" in a line of its own
            credited = False
            continue
        credited = len(line.text) <= _MAX_LABEL_CHARS and _is_credit(fold(line.text).rstrip(": "))
        if len(line.text) <= _MAX_LINE_CHARS and (labelled or at in near or _is_likely(found, line, language)):
            reader = _Reader(found, line, language, labelled, at in near)
            if (byline := reader.read()) and not _is_in_small_letters(found, byline):
                seen.append(byline)
        labelled = False
    return seen


def _is_in_small_letters(found: Scan, byline: SeenByline) -> bool:
    """Whether a heading only begins with a word for "by": "De vuelta" is Spanish for "Back"."""
    node, page = byline.line.node, found.page
    is_heading = page.tags[node] in _HEADINGS or page.tags[page.parents[node]] in _HEADINGS
    return is_heading and not byline.is_marked and all(name[:1].islower() for name in byline.names)


def is_author_label(text: str) -> bool:
    """Return whether a line is a label and the author's name is to follow: "Written by"."""
    return len(text) <= _longest_label() and fold(text).rstrip(": ") in words("bylines", "labels")


def names_author(text: str) -> bool:
    """Return whether a short line is a label of two words or more and a name: "Written by Ada Writer"."""
    if len(text) > _MAX_CHARS_OF_HEADING or is_author_label(text):
        return is_author_label(text)
    folded = fold(text)
    label = next((one for one in words("bylines", "labels") if " " in one and folded.startswith(f"{one} ")), "")
    return bool(label) and is_name(text[len(label) :].strip(_EDGES))


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
    if any(is_author_label(text) for text in line.texts[1:-1]):
        return True
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
    is_apart: bool = False
    names: list[str] = field(default_factory=list)

    def read(self) -> SeenByline | None:
        """Return the line's byline, None if there is none."""
        self.is_on = self.is_said
        for node, text in self._pieces():
            if len(text) > _MAX_CHARS:
                return None
            is_marked = _is_marked(self.found, node)
            for chunk in _SEPARATORS.split(text):
                if chunk.strip():
                    self._chunk(chunk.strip(), is_marked=is_marked)
        names = unique(self.names)
        return SeenByline(names, self.line, self.is_said, self.is_marked) if names else None

    def _pieces(self) -> Iterator[tuple[int, str]]:
        """Yield the line's texts; given name and surname in elements of one person are one."""
        page = self.found.page
        for around, group in groupby(
            zip(self.line.pieces, self.line.texts, strict=True), lambda piece: page.parents[page.parents[piece[0]]]
        ):
            pieces = list(group)
            whole = " ".join(text for _, text in pieces)
            is_one = len(pieces) > 1 and around >= 0 and self.found.is_person(around)
            if is_one and is_name(pieces[0][1]) and any(_is_other(fold(text)) for _, text in pieces[1:]):
                continue  # "Ada Example", and in an element behind it "Photo"
            if is_one and any(_says_where(page.attributes[page.parents[node]]) for node, _ in pieces[1:]):
                yield pieces[0]
                continue
            if is_one and is_name(whole):
                yield pieces[0][0], whole
            else:
                yield from pieces

    def _chunk(self, chunk: str, *, is_marked: bool) -> None:
        if self._is_switch(fold(chunk).strip(" :,."), chunk):
            return
        if (late := _after_date(chunk)) != chunk:
            self.is_on, chunk = False, late
            if self._is_switch(fold(chunk).strip(" :,."), chunk):
                return
        rest = _without_and(without_by(chunk, self.language)) if self.names else without_by(chunk, self.language)
        if rest != chunk and self.is_clean and (_is_by(rest) or desk_in(rest)):
            self.is_on = self.is_said = True
            self.is_off = False
        self.is_apart = self.is_apart and not _joins(chunk)
        if self.is_on and not self.names and (desk := desk_in(rest)):
            self.names, self.is_on = [desk], False
        elif not self._names(chunk, rest, is_marked=is_marked):
            self.is_clean = self.is_clean and len(chunk.split()) <= _MAX_LABEL_WORDS

    def _names(self, chunk: str, rest: str, *, is_marked: bool) -> bool:
        """Take the names of a chunk, ``rest`` without "by"; return whether it has any."""
        person = person_in(rest)
        first = person.partition(",")[0]
        is_all = person == rest.strip(_EDGES)
        if not person or are_roles(first):
            return False
        is_cut = not is_all and " " not in person and not _ends_there(rest[len(person) :])
        if self.is_on and not is_cut and (is_marked or not self.is_apart or rest != chunk):
            self.names += _people(names_in(person, self.language))
            self.is_on, self.is_apart = is_all, not _joins(chunk)
        elif is_marked and not self.is_off and is_name(first):
            self.is_marked = True
            self.names += [name for name in names_in(person, self.language) if is_name(name.partition(",")[0])]
        elif self.is_near and is_all and is_name(person) and _is_known(self.found, person, self.line):
            self.names.append(person)
        else:
            return False
        return True

    def _is_switch(self, folded: str, chunk: str) -> bool:
        """Take labels: "by" switches reading on, "reviewed by" and "in" off."""
        is_label = folded in words("bylines", "labels")
        is_label = is_label or (ends_with_by(chunk, self.language) and not _is_other(folded))
        if is_label and (self.is_clean or len(folded.split()) > 1):
            self.is_on = self.is_said = True
            self.is_off = self.is_apart = False
            return True
        if _is_other(folded):
            self.is_on, self.is_off = False, True
            return not _DIGIT.search(folded)
        if folded in words("bylines", "stop"):
            self.is_on, self.is_off = False, bool(self.names)
            return True
        return False


def _says_where(attributes: Mapping[str, str]) -> bool:
    """Whether a class calls what stands behind a name the author's place or job: no surname."""
    return not _NO_NAMES.isdisjoint(_CLASS_WORD.findall(attributes.get("class", "").lower()))


def _joins(chunk: str) -> bool:
    """Whether a chunk ends or begins as a list of names does that goes on in the next element."""
    first, last = chunk.split(" ", 1)[0], chunk.rsplit(" ", 1)[-1]
    return chunk.endswith(_JOINTS) or chunk.startswith(_JOINTS) or not words("bylines", "and").isdisjoint((first, last))


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
    if any(" ".join(start[:count]) in others for count in range(1, 4)):
        return True
    credited = set(start[1:-1]) if 1 < len(start) <= _MAX_CREDIT_WORDS else ()
    return bool(credited) and start[-1] in by_words("") and not others.isdisjoint(credited)


def _is_path(text: str) -> bool:
    """Whether a line tells where on the site one is: "Home > Tales > Aesop"."""
    return " > " in text or " › " in text or " » " in text


def _are_topics(page: Page, line: Line) -> bool:
    """Whether a line is a list of links to topics: a label before it means the line after."""
    return all(page.attributes[page.parents[piece]].get("rel", "") in _TOPICAL for piece in line.pieces)


def _is_credit(folded: str) -> bool:
    """Whether a line is a label that credits somebody else, such as "Medically reviewed by"."""
    return folded.rsplit(" ", maxsplit=1)[-1] in by_words("") and _is_other(folded)


def _is_by(rest: str) -> bool:
    """Whether "by" in front begins a byline and not a sentence: something like a name must follow."""
    person = person_in(rest)
    if not person or len(rest.split()) > _MAX_WORDS:
        return False
    first = next(iter(names_in(person)), "").partition(",")[0]
    if is_name(first) or len(rest.split()) == 1:
        return True
    return len(first.split()) <= 4 and not first[:1].islower() and _ends_there(rest[len(person) :])  # noqa: PLR2004


def _ends_there(after: str) -> bool:
    """Whether what follows a single word after "by" lets it be a name: not "From Theory to Practice"."""
    word = after.strip(_EDGES).split(" ", 1)[0].casefold()
    return (
        not word.isalpha() or after[:1] in _EDGES.strip() or word in words("bylines", "stop") or word in month_names()
    )


def _is_known(found: Scan, name: str, line: Line) -> bool:
    """Whether a bare name is a person's elsewhere: on a portrait, in "Written by", in a biography."""
    page = found.page
    here = set(line.pieces)
    for node, text in enumerate(page.texts):
        if name in text and node not in here and (_is_said_of(name, " ".join(text.split())) or _is_boxed(found, node)):
            return True
    return is_portrayed(found, name)


def is_portrayed(found: Scan, name: str) -> bool:
    """Return whether a picture's description is a person's name, and little more: a portrait."""
    page = found.page
    alts = (page.attributes[node].get("alt", "").strip() for node in page.find("img"))
    return any(alt.startswith(name) and len(alt.split()) - len(name.split()) <= _MAX_LABEL_WORDS for alt in alts)


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
