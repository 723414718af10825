"""Kept characters that the blocks say in another way: the marks of the page's own mechanics.

A way back from a note, the second copy of a formula, the numbers beside lines of code: a reader
who is read to must not hear them, and no renderer can tell them from words. They are named here,
so that they are accounted for with a reason instead of vanishing.
"""

from __future__ import annotations

from typing import Final

from a11ynews.read.build.builder import Builder, Handlers
from a11ynews.read.build.in_page import find_links, find_places
from a11ynews.read.build.notes import find_notes
from a11ynews.tree.page import Page

__all__ = ["REASONS", "set_aside"]

REASONS: Final = {
    "note-back-link": "It only leads back from a note to its mark; the output makes its own.",
    "formula-copy": "The formula is there twice, once for the eye and once for machines.",
    "line-number": "It numbers a line of code and is not part of the code.",
    "ruby-bracket": "It brackets a reading where ruby cannot be shown.",
}
"""For each rule, one sentence for readers."""


def set_aside(page: Page, kept: bytearray) -> dict[int, str]:
    r"""Return the kept text nodes that the blocks replace, each with the rule that says so.

    Nothing is changed: the caller clears ``kept`` for them and accounts for them as removed, with
    the sentence in ``REASONS``, before it builds.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page('<p>So<sup id=r><a href="#n">1</a></sup>.<ol><li id=n>Why. <a href="#r">↩</a></ol>')
        >>> [(page.texts[node], rule) for node, rule in set_aside(page, bytearray(b"\\x01") * len(page)).items()]
        [('↩', 'note-back-link')]
    """
    builder = Builder(page, kept, Handlers({}, {}), language=None, base_url=None)
    found: dict[int, str] = {}
    if links := find_links(builder):
        graph = find_notes(builder, links, find_places(builder, set(links.values())))
        for node in graph.back_links:
            _put_aside(builder, node, "note-back-link", found)
    for node in page.find("rp"):
        _put_aside(builder, node, "ruby-bracket", found)
    return found


def _put_aside(builder: Builder, node: int, rule: str, found: dict[int, str]) -> None:
    for inside in range(node, builder.ends[node]):
        if builder.kept[inside] and builder.texts[inside]:
            found[inside] = rule
