"""Pages that came in pieces: React's streamed parts, put where their script would put them.

A server that streams sends the frame of a page first, with a ``<template id="B:0">`` for each part that is late, and
the parts at the end, each in a ``<div hidden id="S:0">``. A few lines of script put them in place as they come:
``$RC("B:0","S:0")`` a part with a border of its own, ``$RS("S:1","P:1")`` a part of a part (react-dom/server, the
instructions of ReactFizzConfigDOM). Scripts are not run here, so without this the story stands hidden behind the
footer. Of 923 pages of our corpora, saved in 2025, 16 hold such parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from a11ynews.tree.page import TEXT, Page

__all__ = ["put_in_place"]

_BORDER = re.compile(rb'\$RC\("(B:[0-9a-f]+)","(S:[0-9a-f]+)"')
_SEGMENT = re.compile(rb'\$RS\("(S:[0-9a-f]+)","(P:[0-9a-f]+)"')
_PLACE = re.compile(r"[BP]:([0-9a-f]+)")
_PART = re.compile(r"S:([0-9a-f]+)")


def put_in_place(page: Page, source: bytes = b"") -> None:
    """Move the parts that were streamed to their places; only before anybody has read the page.

    Args:
        page: The page; it is changed if it holds such parts.
        source: Its markup, whose scripts say which part goes where. A part without such a word goes where its own
            number stands: saved pages often lost their scripts.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page('<p>One<template id="B:0"></template></p><p>three</p><div hidden id="S:0"> two</div>')
        >>> page.text(0)
        'One twothree'
    """
    if next(page.find("template"), None) is None:
        return
    moves = _moves(page, source)
    if moves:
        _move(page, moves)


def _moves(page: Page, source: bytes) -> Mapping[int, int]:
    """Return for each place the part that goes there."""
    attributes = page.attributes
    parts = {
        found[1]: node
        for node in page.find("div")
        if "hidden" in attributes[node] and (found := _PART.fullmatch(attributes[node].get("id", "")))
    }
    if not parts:
        return {}
    told = {place.decode(): part.decode()[2:] for place, part in _BORDER.findall(source)}
    told |= {place.decode(): part.decode()[2:] for part, place in _SEGMENT.findall(source)}
    moves: dict[int, int] = {}
    for node in page.find("template", next(page.find("body"), 0)):  # what is put into the head is not seen
        found = _PLACE.fullmatch(attributes[node].get("id", ""))
        part = parts.pop(told.get(found[0], found[1]), None) if found else None
        if part is not None:
            moves[node] = part
    return moves


def _move(page: Page, moves: Mapping[int, int]) -> None:
    """Give the nodes their new order; nothing is moved if a part would have to stand within itself."""
    parts, placed = frozenset(moves.values()), 0
    order: list[int] = []
    parents: list[int] = []
    joined: list[tuple[int, str]] = []
    new = [-1] * len(page)
    waiting = [(0, len(page))]
    while waiting:
        node, end = waiting.pop()
        while node < end:
            above = page.parents[node]
            parent = new[above] if above >= 0 else -1
            if (part := moves.get(node)) is not None:
                placed += 1
                new[part] = parent  # what is below the part is now below the parent of its place
                waiting += [(page.ends[node], end), (part + 1, page.ends[part])]
                break
            if node in parts:
                node = page.ends[node]
                continue
            if order and page.tags[node] == page.tags[order[-1]] == TEXT and parents[-1] == parent:
                joined.append((len(order) - 1, page.texts[node]))
            else:
                new[node] = len(order)
                order.append(node)
                parents.append(parent)
            node += 1
    if placed == len(parts):
        page.rearrange(order, parents)
        for node, text in joined:
            page.texts[node] += text
