"""Tabs: panels of which a page shows one at a time, each called by the label that opens it.

In the output all panels stand one after the other. Without its label nobody would know that "apt install" is for
one system and "brew install" for another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.inlines import Strong
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.read.build.roles import role_of
from a11ynews.tree.page import TEXT, Page

__all__ = ["build_tab_panel", "find_tabs", "tabs_of"]

_POINTERS: Final = ("aria-controls", "href", "data-bs-target", "data-target")
_PLAIN: Final = frozenset({"html", "body", "main", "article", "section", "div"})
"""What may stand around a panel: in a heading or a caption it would be no block."""
_LABELS: Final = frozenset({"a", "button", "label", "li", "div", "span", "p", "h2", "h3", "h4", "h5", "h6"})
_LABEL_CLASSES: Final = frozenset({"sd-tab-label", "tabbed-label"})
_ROW, _PANELS_OF_ROW = "tabbed-labels", "tabbed-content"
"""The class of a row of labels, and that of the element beside it, which holds a panel for each."""


def tabs_of(page: Page) -> dict[int, int]:
    """Return for each panel of tabs the element that is its label.

    Source:
        WAI-ARIA 1.2, roles ``tab`` and ``tabpanel``; and, for pages without these roles, the output of Material for
        MkDocs (``tabbed-labels``) and of Sphinx Design (``sd-tab-label``).
    """
    found = dict(_by_role(page))
    for panel, label in _by_class(page):
        found.setdefault(panel, label)
    return found


def find_tabs(builder: Builder) -> dict[int, int]:
    """Return for each panel with kept words its kept label, and take the labels out of the walk; each is said once."""
    found: dict[int, int] = {}
    first: dict[int, int] = {}
    stop = 0
    for panel, label in sorted(tabs_of(builder.page).items()):
        if panel < stop or not builder.has_words(panel) or not builder.has_words(label):
            continue
        if panel in builder.notes or panel in builder.posts or not _is_block(builder, panel):
            continue
        if (
            builder.tags[label] not in _LABELS
            or (label in builder.apart and label not in first)
            or not (builder.ends[label] <= panel or label >= builder.ends[panel])
        ):
            continue
        if label in first:
            builder.further_panels.setdefault(first[label], []).append(panel)
            builder.set_apart(panel)
        else:
            found[panel], first[label] = label, panel
            builder.set_apart(label)
        stop = builder.ends[panel]
    return found


def build_tab_panel(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a panel under its label, and after it the others that the same label opens."""
    label = builder.tabs[node]
    said = inlines_of(builder, label, builder.scope_of(label, scope))
    lead = Paragraph(**builder.common(label, scope, "tab-label"), children=(Strong(children=said),))
    panels = (node, *builder.further_panels.get(node, ()))
    return [lead, *(block for panel in panels for block in blocks_of(builder, panel, scope))]


def _is_block(builder: Builder, panel: int) -> bool:
    """Say whether nothing around a panel makes a line of it."""
    node = panel
    while node >= 0:
        attributes = builder.attributes[node]
        if builder.tags[node] not in _PLAIN or (attributes and role_of(attributes.get("class", ""), "")):
            return False
        node = builder.parents[node]
    return True


def _by_role(page: Page) -> Iterator[tuple[int, int]]:
    roles: dict[str, list[int]] = {"tab": [], "tabpanel": [], "tablist": []}
    for node in page.having("role"):
        if (role := page.attributes[node]["role"].strip().lower()) in roles:
            roles[role].append(node)
    if not roles["tab"] or not roles["tabpanel"]:
        return
    panels = {page.attributes[panel].get("id", ""): panel for panel in roles["tabpanel"]}
    labels = {page.attributes[tab].get("id", ""): tab for tab in roles["tab"]}
    named: set[int] = set()
    for tab in roles["tab"]:
        pointers = (page.attributes[tab].get(name, "").lstrip("#") for name in _POINTERS)
        panel = next((panels[pointer] for pointer in pointers if pointer and pointer in panels), None)
        if panel is not None and panel not in named:
            named.add(panel)
            yield panel, tab
    for panel in roles["tabpanel"]:
        label = page.attributes[panel].get("aria-labelledby", "")
        if panel not in named and label and label in labels:
            named.add(panel)
            yield panel, labels[label]
    yield from _by_order(page, roles, named)


def _by_order(page: Page, roles: Mapping[str, list[int]], named: set[int]) -> Iterator[tuple[int, int]]:
    """Yield panels that nothing names: the first of a list of tabs opens the first panel beside the list."""
    every_tab, unnamed = roles["tab"], [panel for panel in roles["tabpanel"] if panel not in named]
    for row in roles["tablist"]:
        tabs = every_tab[bisect_right(every_tab, row) : bisect_left(every_tab, page.ends[row])]
        around = page.parents[row]
        stop = page.ends[around] if around >= 0 else len(page.tags)
        first = bisect_left(unnamed, page.ends[row])
        panels = [panel for panel in unnamed[first : first + len(tabs) + 1] if panel < stop]
        if tabs and len(tabs) == len(panels) and named.isdisjoint(panels):
            named.update(panels)
            yield from zip(panels, tabs, strict=True)


def _by_class(page: Page) -> Iterator[tuple[int, int]]:
    for row in page.called({_ROW}):
        beside = _next_element(page, row)
        if beside is None or _PANELS_OF_ROW not in page.attributes[beside].get("class", "").split():
            continue
        labels = [child for child in page.children(row) if page.tags[child] == "label"]
        panels = [child for child in page.children(beside) if page.tags[child] == "div"]
        if labels and len(labels) == len(panels):
            yield from zip(panels, labels, strict=True)
    for label in page.called(set(_LABEL_CLASSES)):
        panel = _next_element(page, label)
        if panel is not None and page.tags[panel] == "div":
            yield panel, label


def _next_element(page: Page, node: int) -> int | None:
    """Return the element right after one, white space between them aside; None if text or nothing comes first."""
    following, around = page.ends[node], page.parents[node]
    stop = page.ends[around] if around >= 0 else len(page.tags)
    while following < stop and page.texts[following].isspace():
        following = page.ends[following]
    return following if following < stop and page.tags[following] != TEXT else None
