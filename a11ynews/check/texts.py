"""Checks of words to follow: links, controls, lists, tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ynews.check.problem import Rule
from a11ynews.check.scene import Scene
from a11ynews.render.html.links import VAGUE
from a11ynews.tree.page import TEXT

__all__ = ["RULES"]

_NO_LABEL = frozenset({"hidden", "submit", "reset", "button", "image"})
_LISTS = frozenset({"ul", "ol", "menu"})
_LIST_ROLES = frozenset({"list", "directory", "group", "none", "presentation"})
_MIN_DATA_CELLS = 4


def _links(scene: Scene) -> Iterator[int]:
    return (node for node in scene.heard("a") if scene.has(node, "href"))


def _nameless_link(scene: Scene) -> Iterator[int]:
    return (node for node in _links(scene) if not scene.name(node))


def _vague_link(scene: Scene) -> Iterator[int]:
    return (node for node in _links(scene) if scene.name(node).casefold().strip(" .,:;…»>›→[]()") in VAGUE)


def _same_words(scene: Scene) -> Iterator[int]:
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for node in _links(scene):
        name, href = scene.name(node).casefold(), scene.get(node, "href")
        if name and targets[name] and href not in targets[name]:
            yield node
        targets[name].add(href)


def _dead_link(scene: Scene) -> Iterator[int]:
    page = scene.page
    names = {scene.get(node, "name") for node in page.find("a")}
    for node in _links(scene):
        href = scene.get(node, "href")
        inside = href.startswith("#") and len(href) > 1 and href.lower() != "#top"
        if inside and scene.place_of(href[1:]) is None and href[1:] not in names:
            yield node


def _script_link(scene: Scene) -> Iterator[int]:
    return (node for node in _links(scene) if scene.get(node, "href").lower().startswith("javascript:"))


def _new_window(scene: Scene) -> Iterator[int]:
    return (node for node in _links(scene) if scene.get(node, "target").lower() == "_blank")


def _nameless_button(scene: Scene) -> Iterator[int]:
    return (node for node in scene.heard("button", "summary") if not scene.name(node))


def _unlabelled(scene: Scene) -> Iterator[int]:
    for node in scene.heard("input", "select", "textarea"):
        if scene.page.tags[node] == "input" and scene.get(node, "type").lower() in _NO_LABEL:
            continue
        labelled = scene.get(node, "id") in scene.labelled or scene.within(node, "label") is not None
        named = labelled or scene.get(node, "aria-label") or scene.get(node, "title") or _points_to_words(scene, node)
        if not named:
            yield node


def _nameless_control(scene: Scene) -> Iterator[int]:
    return (node for node in _unlabelled(scene) if not scene.get(node, "placeholder"))


def _fleeting_label(scene: Scene) -> Iterator[int]:
    return (node for node in _unlabelled(scene) if scene.get(node, "placeholder"))


def _points_to_words(scene: Scene, node: int) -> bool:
    places = (scene.place_of(word) for word in scene.get(node, "aria-labelledby").split())
    return any(scene.text(place) for place in places if place is not None)


def _stray_item(scene: Scene) -> Iterator[int]:
    page = scene.page
    for node in scene.heard("li"):
        parent = page.parents[node]
        role = scene.get(parent, "role")
        in_list = role in _LIST_ROLES or (not role and page.tags[parent] in _LISTS)
        if not in_list and not scene.get(node, "role"):
            yield node
    for node in scene.heard("dt", "dd"):
        if scene.within(node, "dl") is None:
            yield node


def _headless_table(scene: Scene) -> Iterator[int]:
    page = scene.page
    for node in scene.heard("table"):
        cells = [at for at in page.find("td", node, page.ends[node]) if scene.text(at)]
        rows = list(page.find("tr", node, page.ends[node]))
        heads = next(page.find("th", node, page.ends[node]), None)
        is_layout = scene.get(node, "role") in ("presentation", "none") or scene.within(node, "table") is not None
        holds = any(
            next(page.find(tag, node + 1, page.ends[node]), None) is not None for tag in ("table", "h1", "form")
        )
        if heads is None and len(rows) > 1 and len(cells) >= _MIN_DATA_CELLS and not (is_layout or holds):
            yield node


def _headed_layout(scene: Scene) -> Iterator[int]:
    page = scene.page
    for node in scene.heard("table"):
        if scene.get(node, "role") in ("presentation", "none") and any(
            page.tags[at] in ("th", "caption") for at in range(node, page.ends[node]) if page.tags[at] != TEXT
        ):
            yield node


RULES: tuple[Rule, ...] = (
    Rule(
        id="link-name",
        clause="2.4.4 A",
        because="A link has no words: a screen reader says only “link”, or spells its address.",
        finds=_nameless_link,
    ),
    Rule(
        id="link-vague",
        clause="2.4.9 AAA",
        because="The words of a link do not say where it leads; in a list of links they stand alone.",
        finds=_vague_link,
    ),
    Rule(
        id="link-same-words",
        clause="2.4.9 AAA",
        because="Links with the same words lead to different places.",
        finds=_same_words,
    ),
    Rule(
        id="link-dead",
        clause="2.4.1 A",
        because="A link within the page leads to nothing.",
        finds=_dead_link,
    ),
    Rule(
        id="link-script",
        clause="2.1.1 A",
        because="A link is a script: it cannot be opened in another window, and does nothing where scripts are off.",
        finds=_script_link,
    ),
    Rule(
        id="link-new-window",
        clause="3.2.5 AAA",
        because="A link opens another window without being asked to, where going back does not work.",
        finds=_new_window,
    ),
    Rule(
        id="button-name",
        clause="4.1.2 A",
        because="A button has no words, so nobody who does not see it knows what it does.",
        finds=_nameless_button,
    ),
    Rule(
        id="control-label",
        clause="4.1.2 A",
        because="A field has no label, so nobody who does not see it knows what belongs there.",
        finds=_nameless_control,
    ),
    Rule(
        id="control-placeholder",
        clause="3.3.2 A",
        because="The only label of a field is its placeholder, which is gone as soon as somebody types.",
        finds=_fleeting_label,
    ),
    Rule(
        id="list-structure",
        clause="1.3.1 A",
        because="An item stands in no list, so its number and place are not said.",
        finds=_stray_item,
    ),
    Rule(
        id="table-headers",
        clause="1.3.1 A",
        because="A table of data has no header cells, so its figures are said without what they are of.",
        finds=_headless_table,
    ),
    Rule(
        id="table-layout",
        clause="1.3.1 A",
        because="A table is called layout and has headers all the same.",
        finds=_headed_layout,
    ),
)
"""Checks of links, controls, lists and tables."""
