"""The page as units: maximal runs of text that no block boundary cuts.

A unit is what the choice decides on: a paragraph, a list item's line, a caption, a button's label.
One forward walk makes them all; flags are handed down on the way. Subtrees of the page are ranges
of nodes and so ranges of units: whatever is asked of a subtree later is a difference of two sums.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from a11ynews.read.flags import TAG_FLAGS, bit, hidden_by, named_flags
from a11ynews.tree.page import NO_ATTRIBUTES, TEXT, Page

__all__ = ["BLOCK_TAGS", "Units", "lay_out"]

BLOCK_TAGS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
     "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
     "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav",
     "noscript", "ol", "optgroup", "option", "p", "picture", "pre", "search", "section", "select", "summary",
     "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "video", "audio", "iframe",
     "object", "svg", "canvas", "template")
)  # fmt: skip

_SILENT = frozenset(
    ("script", "style", "template", "head", "iframe", "noembed", "noframes", "title", "link", "meta", "rp")
)
"""Elements whose characters a reader never sees."""

_HIDDEN = bit("hidden")
_LINK = bit("link")
PARAGRAPH_BREAKS = 2


@dataclass(slots=True)
class Units:
    """Parallel lists, one entry a unit, in document order.

    Attributes:
        start: The first text node.
        stop: One past the last text node.
        box: The block element that the unit stands in.
        text: Its characters, white space folded.
        link_chars: Number of characters inside links.
        flags: Flags of the first text node: what is above it.
        node_flags: Flags of every node of the page, handed down.
        depth: Depth of every node of the page.
        owner: The unit of every text node, -1 for nodes that are in none.
    """

    start: list[int] = field(default_factory=list)
    stop: list[int] = field(default_factory=list)
    box: list[int] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    link_chars: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    node_flags: list[int] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        """The number of units."""
        return len(self.start)


def _own_flags(attributes: Mapping[str, str]) -> int:
    """Return the flags that an element's attributes claim."""
    names = attributes.get("class", "")
    if "id" in attributes:
        names = f"{names} {attributes['id']}"
    if "role" in attributes:
        names = f"{names} {attributes['role']}"
    flags = named_flags(names) if names else 0
    if ("style" in attributes or "hidden" in attributes) and hidden_by(attributes):
        flags |= _HIDDEN
    return flags


class _Run:
    """The unit being collected."""

    __slots__ = ("box", "linked", "pieces", "start", "stop", "units")

    def __init__(self, units: Units) -> None:
        self.units = units
        self.box = self.start = self.stop = -1
        self.pieces: list[str] = []
        self.linked = 0

    def close(self) -> None:
        """Write the unit down and start anew."""
        if not self.pieces:
            return
        units = self.units
        units.start.append(self.start)
        units.stop.append(self.stop)
        units.box.append(self.box)
        units.text.append(" ".join("".join(self.pieces).split()))
        units.link_chars.append(self.linked)
        units.flags.append(units.node_flags[self.start])
        self.pieces = []
        self.linked = 0

    def add(self, node: int, text: str, box: int) -> None:
        """Take in a text node that is not blank."""
        if box != self.box:
            self.close()
            self.box = box
        if not self.pieces:
            self.start = node
        self.pieces.append(text)
        self.stop = node + 1


class _Walk:
    """The state of the one forward walk."""

    __slots__ = ("boxes", "breaks", "page", "run", "silent_until", "units")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.units = Units()
        self.run = _Run(self.units)
        self.boxes: list[int] = []
        self.silent_until = 0
        self.breaks = 0

    def text(self, node: int, box: int, flags: int) -> None:
        """Take in a text node."""
        units, run = self.units, self.run
        units.owner.append(-1)
        if node < self.silent_until:
            return
        text = self.page.texts[node]
        if not text.isspace():
            self.breaks = 0
            run.add(node, text, box)
            if flags & _LINK:
                run.linked += len(text)
        elif run.pieces:
            run.pieces.append(" ")
            if box != run.box:
                return
        else:
            return
        units.owner[node] = len(units.start)

    def element(self, node: int, tag: str, box: int) -> None:
        """Take in an element: it may end the unit, or silence what is in it."""
        self.units.owner.append(-1)
        if tag in BLOCK_TAGS:
            self.boxes.append(node)
            self.run.close()
            return
        self.boxes.append(box)
        if tag == "br":
            self.line_break()
        elif tag in _SILENT:
            self.silent_until = max(self.silent_until, self.page.ends[node])

    def line_break(self) -> None:
        """Take in a ``br``: a space, and two of them in a row are the end of a paragraph."""
        self.breaks += 1
        if self.run.pieces:
            self.run.pieces.append(" ")
        if self.breaks == PARAGRAPH_BREAKS:
            self.run.close()


def lay_out(page: Page) -> Units:
    """Return the units of a page; each visible character that is not white space is in one.

    Two line breaks in a row end a unit, as the end of a paragraph does.
    """
    walk = _Walk(page)
    units, boxes = walk.units, walk.boxes
    parents, attributes, flags, depth = page.parents, page.attributes, units.node_flags, units.depth
    for node, tag in enumerate(page.tags):
        parent = parents[node]
        above, level, box = (flags[parent], depth[parent] + 1, boxes[parent]) if parent >= 0 else (0, 0, node)
        depth.append(level)
        if tag == TEXT:
            flags.append(above)
            boxes.append(box)
            walk.text(node, box, above)
            continue
        own = attributes[node]
        flags.append(above | TAG_FLAGS.get(tag, 0) | (_own_flags(own) if own is not NO_ATTRIBUTES else 0))
        walk.element(node, tag, box)
    walk.run.close()
    return units
