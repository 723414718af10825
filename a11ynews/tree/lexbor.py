"""The default parser: lexbor's tree, which is the browser's, walked straight into a page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from a11ynews.tree.limits import Limits
from a11ynews.tree.page import NO_ATTRIBUTES, TEXT, Page

__all__ = ["parse"]


def parse(markup: str, limits: Limits) -> Page:
    """Parse with lexbor. ``markup`` has no lone surrogates."""
    page = Page()
    _fill(page, LexborHTMLParser(markup))
    return page


def _fill(page: Page, tree: LexborHTMLParser) -> None:
    tags, parents, ends, texts, attributes = page.tags, page.parents, page.ends, page.texts, page.attributes
    node = tree.root
    stack = []
    parent = -1
    while node is not None:
        tag = node.tag
        child = None
        if tag == "-text":
            text = node.text_content or ""
            if tags[-1] == TEXT and parents[-1] == parent:
                texts[-1] += text
            else:
                tags.append(TEXT)
                parents.append(parent)
                ends.append(len(tags))
                texts.append(text)
                attributes.append(NO_ATTRIBUTES)
        elif tag is not None and tag != "-comment":
            number = len(tags)
            tags.append(tag)
            parents.append(parent)
            ends.append(number + 1)
            texts.append("")
            found = node.attributes
            if found:
                attributes.append({name: value or "" for name, value in found.items()})
            else:
                attributes.append(NO_ATTRIBUTES)
            child = node.first_child
            if child is not None:
                stack.append(node)
                parent = number
                node = child
                continue
        following = node.next
        while following is None:
            if not stack:
                break
            node = stack.pop()
            ends[parent] = len(tags)
            parent = parents[parent]
            following = node.next if stack else None
        node = following
