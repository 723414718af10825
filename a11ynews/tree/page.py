"""A page as flat, pre-order arrays: what every parser fills and every reader walks.

Nodes are numbers, from 0 in document order. The subtree of node ``i`` is ``range(i, ends[i])``, so
"is inside", "comes before" and "skip this part" are comparisons of integers, and a sum over a
subtree is one backward pass. Once it is filled, a page is never edited: verdicts are written beside
it, and what stands where is looked up in indexes that are made when they are first asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from types import MappingProxyType

from a11ynews.model.findings import Notice

__all__ = ["NO_ATTRIBUTES", "TEXT", "Index", "Page"]

TEXT = ""
"""The tag of a text node."""

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


def _places() -> defaultdict[str, list[int]]:
    return defaultdict(list)


@dataclass(slots=True)
class Index:
    """The elements, in document order, of each tag, of each name of an attribute, and of each value of ``class``."""

    tags: defaultdict[str, list[int]] = field(default_factory=_places)
    attributes: defaultdict[str, list[int]] = field(default_factory=_places)
    classes: defaultdict[str, list[int]] = field(default_factory=_places)


@dataclass(slots=True, kw_only=True)
class Page:
    """The nodes of one page. Comments, doctypes and processing instructions are left out.

    Attributes:
        tags: Lower-case element name, or ``TEXT`` for a text node. Elements of SVG and MathML keep
            their local name.
        parents: Number of the parent, -1 for the root.
        ends: One past the last node of the subtree; ``i + 1`` for a leaf.
        texts: The characters of a text node, as decoded; "" for an element. Adjacent text nodes
            are one.
        attributes: Attributes of an element, names in lower case, a missing value as "".
        notices: What was odd about the source.
        url: Where the page came from, if known.
        index: What is where, for :meth:`find` and the like; a parser may note it down while it has the nodes at hand.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    attributes: list[Mapping[str, str]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    url: str | None = None
    index: Index | None = field(default=None, init=False, repr=False, compare=False)
    _jumps: list[int] | None = field(default=None, init=False, repr=False, compare=False)
    _class_names: str | None = field(default=None, init=False, repr=False, compare=False)
    _class_words: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    _places: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __len__(self) -> int:
        """The number of nodes."""
        return len(self.tags)

    def children(self, node: int) -> Iterator[int]:
        """Yield the children of a node, in order."""
        child, end = node + 1, self.ends[node]
        while child < end:
            yield child
            child = self.ends[child]

    def ancestors(self, node: int) -> Iterator[int]:
        """Yield the elements around a node, inside out."""
        while (node := self.parents[node]) >= 0:
            yield node

    def text(self, node: int) -> str:
        """Return all characters below a node, scripts and styles included."""
        return "".join(self.texts[node : self.ends[node]])

    def find(self, tag: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Return the elements with a tag, in document order."""
        found = (self.index or self._indexed()).tags.get(tag, [])
        if start > 0 or end is not None:
            found = found[bisect_left(found, start) : None if end is None else bisect_left(found, end)]
        return iter(found)

    def having(self, attribute: str) -> Sequence[int]:
        """Return the elements that have an attribute, in document order."""
        return (self.index or self._indexed()).attributes.get(attribute, ())

    def jumps(self) -> Sequence[int]:
        """Return the links to places in the page itself, in document order."""
        if self._jumps is None:
            attributes = self.attributes
            self._jumps = [node for node in self.find("a") if attributes[node].get("href", "")[:1] == "#"]
        return self._jumps

    def by_class(self) -> Mapping[str, Sequence[int]]:
        """Return the elements of each value of ``class``, in document order: the values are few."""
        return (self.index or self._indexed()).classes

    def _indexed(self) -> Index:
        """Make the index: each element is looked at once, as they lie far apart in memory."""
        self.index = index = Index()
        for node in compress(range(len(self)), self.tags):  # the tag of a text is false
            index.tags[self.tags[node]].append(node)
            if own := self.attributes[node]:
                for name in own:
                    index.attributes[name].append(node)
                if "class" in own:
                    index.classes[own["class"]].append(node)
        return index

    def called(self, words: Iterable[str]) -> list[int]:
        """Return the elements whose class has one of some words, in document order.

        Args:
            words: In lower case; in the page their case does not matter.

        Example:
            >>> from a11ynews.tree.parse import parse_page
            >>> parse_page("<p class='Lede big'>One<p class=leder>two").called(["lede"])
            [3]
        """
        wanted = self.class_words().intersection(words)
        if not wanted:
            return []
        by_class = self.by_class()
        named = [names for names in by_class if not wanted.isdisjoint(names.lower().split())]
        return sorted(node for names in named for node in by_class[names])

    def class_words(self) -> frozenset[str]:
        """Return the words of all classes in lower case; few of those that somebody asks for are on a page."""
        if self._class_words is None:
            self._class_words = frozenset(self.class_names().split())
        return self._class_words

    def class_names(self) -> str:
        """Return all values of ``class`` in lower case, as one text: a stem that is not in it is in none of them."""
        if self._class_names is None:
            self._class_names = " ".join(self.by_class()).lower()
        return self._class_names

    def cut(self, length: int) -> None:
        """Forget all nodes from number ``length`` on; only before anybody has read the page."""
        for column in (self.tags, self.parents, self.ends, self.texts, self.attributes):
            del column[length:]
        self.ends[:] = [min(end, length) for end in self.ends]
        self._forget()

    def rearrange(self, order: Sequence[int], parents: Sequence[int]) -> None:
        """Give the nodes another order; only before anybody has read the page. What is not in it is forgotten.

        Args:
            order: The numbers of the nodes, in the new order.
            parents: For each of them the new number of its parent.
        """
        self.tags[:] = [self.tags[node] for node in order]
        self.texts[:] = [self.texts[node] for node in order]
        self.attributes[:] = [self.attributes[node] for node in order]
        self.parents[:] = parents
        self.ends[:] = range(1, len(order) + 1)
        for node in range(len(order) - 1, 0, -1):
            parent = self.parents[node]
            self.ends[parent] = max(self.ends[parent], self.ends[node])
        self._forget()

    def _forget(self) -> None:
        self.index = self._jumps = self._class_names = self._class_words = None
        self._places = {}

    def where(self, node: int, depth: int = 3) -> str:
        """Return a node's place for people: its last ``depth`` ancestors-or-self, as selectors.

        Example:
            >>> page = Page(tags=["body", "p"], parents=[-1, 0], ends=[2, 2], texts=["", ""],
            ...             attributes=[{"id": "story"}, {"class": "lede big"}])
            >>> page.where(1)
            'body#story > p.lede'
        """
        steps: list[str] = []
        while node >= 0 and len(steps) < depth:
            if self.tags[node] != TEXT:
                steps.append(self._selector(node))
            node = self.parents[node]
        return " > ".join(reversed(steps))

    def place(self, node: int) -> str:
        """Return ``where(node)``; what siblings share of it is made once, for those who ask of many nodes.

        Example:
            >>> from a11ynews.tree.parse import parse_page
            >>> page = parse_page("<main><p class=lede>It <b>rains</b>.")
            >>> page.place(page.texts.index("rains"))
            'main > p.lede > b'
        """
        if self.tags[node] == TEXT:
            node = self.parents[node]
        parent = self.parents[node] if node >= 0 else -1
        if parent < 0:
            return self.where(node)
        above = self._places.get(parent)
        if above is None:
            above = self._places[parent] = f"{self.where(parent, 2)} > "
        return above + self._selector(node)

    def _selector(self, node: int) -> str:
        attributes = self.attributes[node]
        if not attributes:
            return self.tags[node]
        if name := attributes.get("id", "").split(maxsplit=1):
            return f"{self.tags[node]}#{name[0]}"
        if classes := attributes.get("class", "").split(maxsplit=1):
            return f"{self.tags[node]}.{classes[0]}"
        return self.tags[node]
