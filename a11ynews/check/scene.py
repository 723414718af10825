"""A page as the checks see it: what is hidden, what things are called, which ids there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from a11ynews.tree.page import TEXT, Page

__all__ = ["Scene"]

_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "svg", "datalist"})
_MAX_WORDS = 80


class Scene:
    """One page, looked up in many ways. Each answer is made once, when it is first asked for.

    Args:
        page: The parsed page.
    """

    def __init__(self, page: Page) -> None:
        """Keep the page; nothing is computed yet."""
        self.page = page

    @cached_property
    def hidden(self) -> bytearray:
        """For each node whether nobody is shown it: within the head, a script, ``hidden``, ``display: none``."""
        page = self.page
        hidden = bytearray(len(page))
        for node, tag in enumerate(page.tags):
            parent = page.parents[node]
            style = page.attributes[node].get("style", "").replace(" ", "").lower()
            if (
                (parent >= 0 and hidden[parent])
                or tag in _UNSEEN
                or "hidden" in page.attributes[node]
                or "display:none" in style
                or "visibility:hidden" in style
            ):
                hidden[node] = 1
        return hidden

    @cached_property
    def silent(self) -> bytearray:
        """For each node whether a screen reader is told to pass it by (``aria-hidden="true"``), or it is hidden."""
        page = self.page
        silent = bytearray(self.hidden)
        for node in range(len(page)):
            parent = page.parents[node]
            if (parent >= 0 and silent[parent]) or page.attributes[node].get("aria-hidden") == "true":
                silent[node] = 1
        return silent

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id is there."""
        return Counter(own["id"] for own in self.page.attributes if own.get("id"))

    @cached_property
    def labelled(self) -> frozenset[str]:
        """The ids that a ``label`` is for."""
        page = self.page
        return frozenset(page.attributes[node].get("for", "") for node in page.find("label")) - {""}

    def all(self, *tags: str) -> Iterator[int]:
        """Yield the elements of these names that are shown, in document order."""
        found = sorted(node for tag in tags for node in self.page.find(tag))
        return (node for node in found if not self.hidden[node])

    def heard(self, *tags: str) -> Iterator[int]:
        """Yield the elements of these names that a screen reader comes by, in document order."""
        return (node for node in self.all(*tags) if not self.silent[node])

    def get(self, node: int, name: str) -> str:
        """Return an attribute without white space at its ends; "" if it is missing."""
        return self.page.attributes[node].get(name, "").strip()

    def has(self, node: int, name: str) -> bool:
        """Return whether an attribute is there."""
        return name in self.page.attributes[node]

    def text(self, node: int) -> str:
        """Return the shown words below a node, white space in order."""
        page, hidden = self.page, self.hidden
        parts = (page.texts[at] for at in range(node, page.ends[node]) if page.tags[at] == TEXT and not hidden[at])
        return " ".join(" ".join(parts).split())

    def words(self, node: int) -> str:
        """Return what tells a person which element is meant: its words, else its address."""
        # A lazy picture has its address elsewhere, and a preview in its place.
        addresses = (self.get(node, name) for name in ("src", "data-src", "data-lazy-src", "href", "placeholder"))
        words = self.text(node) or next((found for found in addresses if found and found[:5] != "data:"), "")
        return words if len(words) <= _MAX_WORDS else words[: _MAX_WORDS - 1].rstrip() + "…"

    def name(self, node: int) -> str:
        """Return what a screen reader calls an element: the steps of the accessible name that markup shows.

        Source:
            Accessible Name and Description Computation 1.2: labelledby, label, alternatives, content, title.
        """
        named = self.get(node, "aria-labelledby")
        if named:
            parts = [self.text(place) for word in named.split() if (place := self.place_of(word)) is not None]
            if any(parts):
                return " ".join(filter(None, parts))
        page = self.page
        own = self.get(node, "aria-label") or self.get(node, "alt")
        inside = self.text(node) or " ".join(
            self.get(at, "alt") or self.get(at, "aria-label")
            for at in range(node + 1, page.ends[node])
            if page.tags[at] != TEXT and not self.silent[at]
        )
        return (own or inside.strip() or self._title_in(node)).strip()

    def _title_in(self, node: int) -> str:
        page = self.page
        titles = (self.get(at, "title") for at in range(node, page.ends[node]) if page.tags[at] != TEXT)
        drawn = (page.text(at).strip() for at in page.find("title", node, page.ends[node]))
        return next(filter(None, (*titles, *drawn)), "")

    def place_of(self, identity: str) -> int | None:
        """Return the first element with an id."""
        return self._places.get(identity)

    @cached_property
    def _places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for node, own in enumerate(self.page.attributes):
            if own.get("id"):
                places.setdefault(own["id"], node)
        return places

    def within(self, node: int, *tags: str) -> int | None:
        """Return the nearest element of these names around a node."""
        return next((at for at in self.page.ancestors(node) if self.page.tags[at] in tags), None)
