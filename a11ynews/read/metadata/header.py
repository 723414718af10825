"""The nodes of the visible page whose words became metadata, so that they are not read twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from a11ynews.read.metadata.authors import by_words
from a11ynews.read.metadata.dates import moments_in
from a11ynews.read.metadata.found import HeaderNode
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold
from a11ynews.read.vocabulary import find_label, find_phrase
from a11ynews.tree.page import Page

__all__ = ["disjoint", "is_used_up", "line_nodes"]

_PARTS = re.compile(r"\s+[·•|]\s+")
_BESIDE_BYLINES = frozenset(("comments", "advertisement", "print", "share", "skip-links", "follow", "read-more"))
_WORD = re.compile(r"[^\W_]+")


def is_used_up(line: Line, names: Iterable[str], language: str) -> bool:
    """Return whether a line says nothing but names, dates and the words that introduce them.

    Args:
        line: A line of the head.
        names: The authors' names.
        language: BCP 47 tag of the page.
    """
    text = " ".join(part for part in _PARTS.split(line.text) if not _is_furniture(part))
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    dated = list(moments_in(text))
    if dated:
        text = " ".join([before for before, _, _ in dated] + [dated[-1][2]])
    by = _words_of_by(language.partition("-")[0].lower())
    return all(word in by or _says_nothing(word) for word in _WORD.findall(fold(text)))


@cache
def _words_of_by(language: str) -> frozenset[str]:
    return frozenset(word for phrase in by_words(language) for word in phrase.split())


def _is_furniture(part: str) -> bool:
    """Whether a part of a line that marks cut off is a counter or a notice, such as "18 Comments"."""
    label = find_label(part) or find_phrase(part)
    return label is not None and label.kind in _BESIDE_BYLINES


def _says_nothing(word: str) -> bool:
    return word.isdigit() or word in _fillers()


@cache
def _fillers() -> frozenset[str]:
    labels = (words("dates", "labels", kind) for kind in ("filler", "published", "modified"))
    return frozenset().union(*labels, words("bylines", "and"), words("bylines", "fillers"))


def line_nodes(page: Page, line: Line, role: str) -> list[HeaderNode]:
    """Return the smallest set of nodes that hold a line and nothing else."""
    node = line.node
    inside = [at for at in range(node, page.ends[node]) if page.texts[at] and not page.texts[at].isspace()]
    if tuple(inside) == line.pieces:
        return [HeaderNode(node, role)]
    return [HeaderNode(piece, role) for piece in line.pieces]


def disjoint(page: Page, nodes: Sequence[HeaderNode]) -> tuple[HeaderNode, ...]:
    """Return nodes in document order, those inside another left out."""
    kept: list[HeaderNode] = []
    end = -1
    for one in sorted(nodes, key=lambda one: (one.node, -page.ends[one.node])):
        if one.node >= end:
            kept.append(one)
            end = page.ends[one.node]
    return tuple(kept)
