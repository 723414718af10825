"""The default parser: lexbor's tree, which is the browser's, walked straight into a page.

This loop is the hot path of reading. It makes one Python object a node; asking each node for its
parent, or letting selectolax's ``traverse`` bring them, took a fifth to a third longer.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Mapping
from typing import TypeAlias, cast

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from a11ynews.tree.fill import APART
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import NO_ATTRIBUTES, TEXT, Index, Page

__all__ = ["parse"]

_FOREIGN = ("math", "svg")
_Note: TypeAlias = Callable[[int], None]


def parse(data: bytes, limits: Limits) -> Page:
    """Parse UTF-8 with lexbor, scripting off: ``noscript`` is read as markup."""
    page = Page()
    # With its events, lexbor copies the chosen option into <selectedcontent>: the same text twice.
    tree = LexborHTMLParser(data, options=LexborDocumentOptions.WO_EVENTS)
    root = tree.root
    if root is None:
        return page
    page.index = index = Index()
    _fill(page, index, root, limits)
    if len(data) > limits.max_text:
        _cut_text(page, limits)
    for tag in _FOREIGN:
        _lower_foreign(page, index, tag)
    return page


def _fill(page: Page, index: Index, root: LexborNode, limits: Limits) -> None:  # noqa: C901, PLR0912, PLR0915 - no call a node
    tags, parents, ends, texts = page.tags, page.parents, page.ends, page.texts
    add_tag, add_parent, add_end, add_text = tags.append, parents.append, ends.append, texts.append
    add_attributes = cast("Callable[[Mapping[str, str | None]], None]", page.attributes.append)
    max_nodes, max_depth = limits.nodes, limits.max_depth
    by_tag, by_attribute, by_class = index.tags, index.attributes, index.classes
    note_class = by_attribute["class"].append
    kinds: dict[str, tuple[str, _Note]] = {}  # of each name: one string for all, where to note a node
    alone: dict[str, tuple[dict[str, str | None], _Note]] = {}  # the same of a class that is all an element has
    stack: list[tuple[LexborNode, int]] = []  # the open elements, each with its parent's number
    node, number, parent, flattened = root, 0, -1, 0
    apart, before = APART, ""  # the start or end tag right before; "" after text
    while number < max_nodes:
        tag = node.tag
        if tag == "-text":
            if before in apart and node.is_empty_text_node:
                pass
            elif tags[-1] or parents[-1] != parent:
                add_tag(TEXT)
                add_parent(parent)
                add_text(node.text_content or "")
                add_attributes(NO_ATTRIBUTES)
                before = ""
                number += 1
                add_end(number)
            else:  # beside a comment, or where depth was flattened
                texts[-1] += node.text_content or ""
        elif tag is not None and tag != "-comment":  # None is a processing instruction
            kind = kinds.get(tag)
            if kind is None:
                name = tag.lower()  # some names in SVG and MathML have capitals
                kind = kinds[tag] = name, by_tag[name].append
            tag, note = kind
            note(number)
            add_tag(tag)
            add_parent(parent)
            add_text("")
            found = node.attributes
            if not found:
                add_attributes(NO_ATTRIBUTES)
            elif len(found) == 1 and (names := found.get("class")):
                known = alone.get(names)
                if known is None:
                    known = alone[names] = found, by_class[names].append
                found, note = known
                add_attributes(found)
                note(number)
                note_class(number)
            else:
                for name, value in found.items():
                    by_attribute[name].append(number)
                    if value is None:
                        found[name] = ""
                if (names := found.get("class")) is not None:
                    by_class[names].append(number)
                add_attributes(found)
            before = tag
            if tag == "pre":
                apart = frozenset()
            child = node.first_child
            if child is not None:
                stack.append((node, parent))
                node = child
                if len(stack) <= max_depth:
                    parent = number
                else:
                    flattened += 1
                number += 1
                add_end(number)
                continue
            number += 1
            add_end(number)
        following = node.next
        while following is None and stack:
            ends[parent] = number
            before = tags[parent]
            node, parent = stack.pop()
            following = node.next if stack else None
        if following is None:
            break
        node = following
    else:
        _stop(page, limits)
    if flattened:
        message = f"{flattened:,} elements deeper than {max_depth} were laid flat; no text was lost."
        page.notices.append(limits.hit("depth", message))


def _stop(page: Page, limits: Limits) -> None:
    """End the elements that are open behind the last node that is read, and say so."""
    page.notices.append(limits.hit("nodes", f"Only the first {limits.nodes:,} nodes of the page were read."))
    end = len(page.tags)
    number = end - 1
    while (number := page.parents[number]) >= 0:
        page.ends[number] = end


def _cut_text(page: Page, limits: Limits) -> None:
    """Empty the text nodes behind the limit; only markup that is longer than it can hold so much."""
    room = limits.max_text
    for number, text in enumerate(page.texts):
        if len(text) > room:
            message = f"Only the first {limits.max_text:,} characters of the page's text were read."
            page.notices.append(limits.hit("text", message))
            page.texts[number] = text[:room]
            for later in range(number + 1, len(page.texts)):
                page.texts[later] = ""
            return
        room -= len(text)


def _lower_foreign(page: Page, index: Index, tag: str) -> None:
    """Give attributes in SVG and MathML lower-case names, as a page promises."""
    end = 0
    for root in page.find(tag):
        start, end = max(root, end), max(page.ends[root], end)  # one may stand in another
        for number in range(start, end):
            found = page.attributes[number]
            if found and not "".join(found).islower():
                page.attributes[number] = {name.lower(): value for name, value in found.items()}
                for name in found:
                    if not name.islower():
                        insort(index.attributes[name.lower()], number)
