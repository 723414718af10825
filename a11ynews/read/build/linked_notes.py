"""Which elements of a page are notes that its story refers to: asked before the story is chosen for good."""

from __future__ import annotations

from a11ynews.read.build.addresses import in_page_name
from a11ynews.read.build.builder import Builder, Handlers
from a11ynews.read.build.in_page import find_links, find_places
from a11ynews.read.build.notes import find_notes
from a11ynews.tree.page import Page

__all__ = ["find_linked_notes"]

LONGEST_MARK = 12
"""Characters of a link that may be a note's mark, brackets included."""


def find_linked_notes(page: Page, kept: bytearray) -> list[int]:
    r"""Return the elements that are notes to which marks in the story lead.

    A list of notes looks like a list of links, and may stand far below the story. The marks know
    better: what they lead to belongs to the story.

    Args:
        page: The page.
        kept: One byte a node: 1 for the words of the story, as far as it is chosen.

    Returns:
        The notes' elements in document order, none inside another; empty for nearly all pages.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page('<p>Rain<sup><a href="#n">1</a></sup></p><ol><li id="n">Much of it.</ol>')
        >>> [page.tags[node] for node in find_linked_notes(page, bytearray(b"\1") * len(page))]
        ['li']
    """
    marks = [node for node in page.find("a") if _may_be_mark(page, kept, node)]
    if not marks:
        return []
    builder = Builder(page, _all_words(page), Handlers({}, {}), language=None, base_url=page.url)
    links = find_links(builder)
    graph = find_notes(builder, links, find_places(builder, set(links.values())))
    used = {graph.marks[mark] for mark in marks if mark in graph.marks}
    found: list[int] = []
    for node in sorted(node for node, note in graph.notes.items() if note in used):
        if not found or node >= page.ends[found[-1]]:
            found.append(node)
    return found


def _may_be_mark(page: Page, kept: bytearray, node: int) -> bool:
    address = page.attributes[node].get("href", "")
    if "#" not in address or not any(kept[node : page.ends[node]]) or len(page.text(node)) > LONGEST_MARK:
        return False
    return in_page_name(page.url, address) is not None


def _all_words(page: Page) -> bytearray:
    silent = {"script", "style", "template", "noscript", "title"}
    return bytearray(
        bool(text) and page.tags[parent] not in silent for text, parent in zip(page.texts, page.parents, strict=True)
    )
