"""The page as units: maximal runs of text that no block boundary cuts.

A unit is what the choice decides on: a paragraph, a list item's line, a caption, a button's label.
Flags are handed down in one forward walk over the elements; everything else is a few passes that
the interpreter runs in C. Subtrees of the page are ranges of nodes and so ranges of units:
whatever is asked of a subtree later is a difference of two sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

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

_WHOLE_PAGE = frozenset(("html", "body"))
"""Elements whose names speak of the kind of page, not of a part of it."""

_NAMELESS = (None, None, None)
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
        flags: Flags of the first text node's parent: what is above it.
        node_flags: Flags of every element of the page, handed down; 0 for text nodes.
        depth: Depth of every element of the page; 0 for text nodes.
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
    boxes = _hand_down(page, units)
    starts = list(accumulate(map(BLOCK_TAGS.__contains__, page.tags)))
    breaks = list(accumulate(map("br".__eq__, page.tags)))
    run: list[int] = []
    last_box = last = -1
    for node in _visible(page):
        box = boxes[page.parents[node]]
        if box != last_box or starts[node] != starts[last] or breaks[node] - breaks[last] >= PARAGRAPH_BREAKS:
            _close(page, units, run, last_box)
            run, last_box = [], box
        run.append(node)
        last = node
    _close(page, units, run, last_box)
    return units


def _hand_down(page: Page, units: Units) -> list[int]:
    """Fill in the flags and depths of all elements; return the block element around each."""
    flags, depth = units.node_flags, units.depth
    boxes: list[int] = []
    seen: dict[tuple[str | None, ...], int] = {}
    add_flags, add_depth, add_box = flags.append, depth.append, boxes.append
    for node, (tag, parent, own) in enumerate(zip(page.tags, page.parents, page.attributes, strict=True)):
        if tag == TEXT:
            add_flags(0)
            add_depth(0)
            add_box(0)
            continue
        value = TAG_FLAGS.get(tag, 0)
        if own is not NO_ATTRIBUTES and tag not in _WHOLE_PAGE:
            names = own.get("class"), own.get("id"), own.get("role")
            if names != _NAMELESS:
                claimed = seen.get(names)
                if claimed is None:
                    claimed = seen[names] = named_flags(" ".join(filter(None, names)))
                value |= claimed
            if ("style" in own or "hidden" in own) and hidden_by(own):
                value |= _HIDDEN
        if parent < 0:
            add_flags(value)
            add_depth(0)
            add_box(node)
            continue
        add_flags(flags[parent] | value)
        add_depth(depth[parent] + 1)
        add_box(node if tag in BLOCK_TAGS else boxes[parent])
    return boxes


def _visible(page: Page) -> Iterator[int]:
    """Yield the text nodes that a reader sees and that are not blank."""
    tags, parents, ends = page.tags, page.parents, page.ends
    silent_until = 0
    for node, text in enumerate(page.texts):
        if not text:
            if tags[node] in _SILENT and ends[node] > silent_until:
                silent_until = ends[node]
        elif node >= silent_until and not text.isspace() and parents[node] >= 0:
            yield node


def _close(page: Page, units: Units, run: list[int], box: int) -> None:
    """Write a unit down."""
    if not run:
        return
    texts, parents, flags = page.texts, page.parents, units.node_flags
    start, stop = run[0], run[-1] + 1
    number = len(units.start)
    if stop - start == 1:
        text = texts[start]
        units.owner[start] = number
        linked = len(text) if flags[parents[start]] & _LINK else 0
    else:
        linked = 0
        pieces: list[str] = []
        chosen = set(run)
        for node in range(start, stop):
            if node in chosen:
                pieces.append(texts[node])
                units.owner[node] = number
                if flags[parents[node]] & _LINK:
                    linked += len(texts[node])
            elif page.tags[node] == "br" or (page.tags[node] == TEXT and texts[node].isspace()):
                pieces.append(" ")
        text = "".join(pieces)
    units.start.append(start)
    units.stop.append(stop)
    units.box.append(box)
    units.text.append(" ".join(text.split()))
    units.link_chars.append(linked)
    units.flags.append(flags[parents[start]])
