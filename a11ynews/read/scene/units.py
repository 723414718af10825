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
from a11ynews.tree.page import NO_ATTRIBUTES, Page

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
_INLINE, _BLOCK, _SILENCE = range(3)
_OF_TAG = {
    tag: (TAG_FLAGS.get(tag, 0), _SILENCE if tag in _SILENT else _BLOCK if tag in BLOCK_TAGS else _INLINE)
    for tag in (*TAG_FLAGS, *BLOCK_TAGS, *_SILENT)
}
"""The flags of each tag, and what it does to the text around it."""
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
    runs = _runs(page, _hand_down(page, units), units)
    texts, parents, flags = page.texts, page.parents, units.node_flags
    units.start = starts = [run[0] for run in runs]
    units.stop = [run[-1] + 1 for run in runs]
    pieces = [texts[run[0]] if len(run) == 1 else _joined(page, run) for run in runs]
    units.text = [" ".join(piece.split()) for piece in pieces]
    units.flags = [flags[parents[start]] for start in starts]
    units.link_chars = [
        sum([len(texts[node]) for node in run if flags[parents[node]] & _LINK]) if len(run) > 1
        else len(piece) if around & _LINK else 0
        for run, piece, around in zip(runs, pieces, units.flags, strict=True)
    ]  # fmt: skip
    owner = units.owner
    for number, run in enumerate(runs):
        for node in run:
            owner[node] = number
    return units


def _runs(page: Page, boxes: list[int], units: Units) -> list[list[int]]:
    """Return the text nodes of each unit, and note down its box."""
    tags, parents = page.tags, page.parents
    runs: list[list[int]] = []
    last_box = last = -1
    for node in [node for node, text in enumerate(page.texts) if text and not text.isspace()]:
        parent = parents[node]
        box = boxes[parent]
        if box < 0 or parent < 0:
            continue
        if box == last_box and (node - last == 1 or not _is_cut(tags[last + 1 : node])):
            runs[-1].append(node)
        else:
            runs.append([node])
            units.box.append(box)
            last_box = box
        last = node
    return runs


def _is_cut(between: list[str]) -> bool:
    """Tell whether the tags between two texts of one box end a unit."""
    return not BLOCK_TAGS.isdisjoint(between) or between.count("br") >= PARAGRAPH_BREAKS


def _hand_down(page: Page, units: Units) -> list[int]:
    """Fill in the flags and depths of all elements; return the block element around each, -1 if nobody sees it.

    This loop runs once for each element of the page, so what it asks of attributes it asks once.
    """
    tags, parents, ends, attributes = page.tags, page.parents, page.ends, page.attributes
    size = len(tags)
    units.node_flags = flags = [0] * size
    units.depth = depth = [0] * size
    boxes = [-1] * size
    silent_until = 0
    of_tag, plain = _OF_TAG.get, (0, _INLINE)
    seen: dict[object, int] = {}
    for node, tag, parent, own in compress(zip(range(size), tags, parents, attributes, strict=True), tags):
        if node < silent_until:  # (the tag of a text is false)
            continue
        value, edge = of_tag(tag, plain)
        if own is not NO_ATTRIBUTES and tag not in _WHOLE_PAGE:
            names = tuple(map(own.get, _NAMING)) if "id" in own or "role" in own else own.get("class")
            if names:
                claimed = seen.get(names)
                if claimed is None:
                    said = names if isinstance(names, str) else " ".join(filter(None, names))
                    claimed = seen[names] = named_flags(said)
                value |= claimed
            if ("style" in own or "hidden" in own) and hidden_by(own):
                value |= _HIDDEN
        if parent >= 0:
            value |= flags[parent]
            depth[node] = depth[parent] + 1
        flags[node] = value
        if edge == _INLINE and parent >= 0:
            boxes[node] = boxes[parent]
        elif edge == _SILENCE:
            silent_until = ends[node]
        else:
            boxes[node] = node
    return boxes


def _joined(page: Page, run: list[int]) -> str:
    """Return the characters of a unit of several text nodes, a space for each line break and each blank between."""
    tags, texts = page.tags, page.texts
    pieces = [texts[run[0]]]
    last = run[0]
    for node in run[1:]:
        if node - last > 1 and ("br" in tags[last + 1 : node] or any(map(str.isspace, texts[last + 1 : node]))):
            pieces.append(" ")
        pieces.append(texts[node])
        last = node
    return "".join(pieces)
