"""The page as units: maximal runs of text that no block boundary cuts.

A unit is what the choice decides on: a paragraph, a list item's line, a caption, a button's label.
Flags are handed down in one forward walk over the elements; everything else is a few passes that
the interpreter runs in C. Subtrees of the page are ranges of nodes and so ranges of units:
whatever is asked of a subtree later is a difference of two sums.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress

from a11ynews.read.scene.flags import TAG_FLAGS, bit, hidden_by, named_flags
from a11ynews.tree.page import Page

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

_WHOLE_PAGE = frozenset(("html", "body"))
"""Elements whose names speak of the kind of page, not of a part of it."""

_NAMING = ("class", "id", "role")
_TEST_NAMES = (
    "data-testid",
    "data-component",
    "data-e2e",
    "data-qa",
    "data-test",
    "data-test-tag",
    "data-module",
    "data-hook",
)
"""Names for the page's own tests and scripts: all that says what an element is where classes are made by machines."""
_INLINE, _BLOCK, _SILENCE = range(3)
_OF_TAG = {
    tag: (TAG_FLAGS.get(tag, 0), _SILENCE if tag in _SILENT else _BLOCK if tag in BLOCK_TAGS else _INLINE)
    for tag in (*TAG_FLAGS, *BLOCK_TAGS, *_SILENT)
}
"""The flags of each tag, and what it does to the text around it."""
_HIDDEN = bit("hidden")
_HEADING = bit("heading")
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
        flags: Flags of the first text node's parent: what is above it.
        node_flags: Flags of every element that can be seen, handed down; 0 for other nodes.
        depth: Depth of every element; 0 for texts and below elements that nobody sees.
        owner: The unit of every text node that is not blank, -1 for all other nodes.
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


def lay_out(page: Page) -> Units:
    """Return the units of a page; each visible character that is not white space is in one.

    Two line breaks in a row end a unit, as the end of a paragraph does.
    """
    units = Units(owner=[-1] * len(page))
    raw = _gather(page, _hand_down(page, units), units)
    units.text = [" ".join(text.split()) for text in raw]
    return units


def _gather(page: Page, boxes: list[int], units: Units) -> list[str]:
    """Put the text nodes into units; return the characters of each, a space for each line break and blank between."""
    tags, parents, texts, flags, owner = page.tags, page.parents, page.texts, units.node_flags, units.owner
    raw: list[str] = []
    pieces: list[str] = []
    last_box = last = unit = -1
    for node in [node for node, text in enumerate(texts) if text and not text.isspace()]:
        parent, text = parents[node], texts[node]
        box = boxes[parent]
        if box < 0 or parent < 0:
            continue
        if box == last_box and (node - last == 1 or not _is_cut(tags[last + 1 : node])):
            if node - last > 1 and ("br" in tags[last + 1 : node] or any(map(str.isspace, texts[last + 1 : node]))):
                pieces.append(" ")
            pieces.append(text)
            units.stop[unit] = node + 1
            if flags[parent] & _LINK:
                units.link_chars[unit] += len(text)
        else:
            if pieces:
                raw.append("".join(pieces))
            pieces = [text]
            around = flags[parent]
            units.start.append(node)
            units.stop.append(node + 1)
            units.box.append(box)
            units.flags.append(around)
            units.link_chars.append(len(text) if around & _LINK else 0)
            last_box = box
            unit += 1
        owner[node] = unit
        last = node
    if pieces:
        raw.append("".join(pieces))
    return raw


def _is_cut(between: list[str]) -> bool:
    """Tell whether the tags between two texts of one box end a unit."""
    return not BLOCK_TAGS.isdisjoint(between) or between.count("br") >= PARAGRAPH_BREAKS


def _hand_down(page: Page, units: Units) -> list[int]:
    """Fill in the flags and depths of all elements; return the block element around each, -1 if nobody sees it.

    This loop runs once for each element of the page; what attributes say was looked up before, once for all that
    are called alike.
    """
    tags, parents, ends = page.tags, page.parents, page.ends
    size = len(tags)
    units.node_flags = flags = [0] * size
    units.depth = depth = [0] * size
    boxes = [-1] * size
    silent_until = 0
    of_tag, plain = _OF_TAG.get, (0, _INLINE)
    for node, tag, parent, own in compress(zip(range(size), tags, parents, _claimed(page), strict=True), tags):
        if node < silent_until:  # (the tag of a text is false)
            continue
        value, edge = of_tag(tag, plain)
        if parent >= 0:
            flags[node] = value | own | flags[parent]
            depth[node] = depth[parent] + 1
            if edge == _INLINE:
                boxes[node] = boxes[parent]
                continue
        else:
            flags[node] = value | own
        if edge == _SILENCE:
            silent_until = ends[node]
        else:
            boxes[node] = node
    return boxes


def _claimed(page: Page) -> list[int]:
    """Return for each node the flags that its own attributes claim."""
    attributes = page.attributes
    claimed = [0] * len(page)
    for names, nodes in page.by_class().items():
        if flags := named_flags(names):
            for node in nodes:
                claimed[node] = flags
    for node in {*page.having("id"), *page.having("role")}:
        own = attributes[node]
        claimed[node] = named_flags(" ".join(filter(None, map(own.get, _NAMING))))
        if own.get("role") == "heading":
            claimed[node] |= _HEADING
    _claim_by_test_names(page, claimed)
    for tag in _WHOLE_PAGE:
        for node in page.find(tag):
            claimed[node] = 0
    for node in {*page.having("style"), *page.having("hidden")}:
        if hidden_by(attributes[node]) and page.tags[node] not in _WHOLE_PAGE:
            claimed[node] |= _HIDDEN
    return claimed


def _claim_by_test_names(page: Page, claimed: list[int]) -> None:
    for name in _TEST_NAMES:
        for node in page.having(name):
            claimed[node] |= named_flags(page.attributes[node][name])
