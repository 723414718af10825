"""Checks of what is around the words: language, title, zoom, landmarks, headings, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ynews.check.problem import Rule
from a11ynews.check.scene import Scene
from a11ynews.tree.page import TEXT

__all__ = ["RULES"]

_WHOLE = -1
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*|x-[A-Za-z0-9-]+")
_NO_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:1(?:\.[0-9]*)?|0?\.[0-9]+)(?![0-9.])")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LANDMARKS = frozenset({"main", "nav", "header", "footer", "aside", "search"})
_LANDMARK_ROLES = frozenset(
    {"banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"}
)
_FOCUSABLE = ("a", "button", "input", "select", "textarea", "summary")
_MENU = 5  # links before the story from which on they are a block worth skipping


def _language(scene: Scene) -> Iterator[int]:
    root = next(scene.page.find("html"), None)
    if root is None or not _TAG.fullmatch(scene.get(root, "lang")):
        yield _WHOLE


def _languages_of_parts(scene: Scene) -> Iterator[int]:
    for node, own in enumerate(scene.page.attributes):
        if own.get("lang") and scene.page.tags[node] != "html" and not _TAG.fullmatch(own["lang"].strip()):
            yield node


def _title(scene: Scene) -> Iterator[int]:
    page = scene.page
    titles = [node for node in page.find("title") if scene.within(node, "svg") is None]
    if not any(page.text(node).strip() for node in titles):
        yield _WHOLE


def _zoom(scene: Scene) -> Iterator[int]:
    for node in scene.page.find("meta"):
        if scene.get(node, "name").lower() == "viewport" and _NO_ZOOM.search(scene.get(node, "content").lower()):
            yield node


def _refresh(scene: Scene) -> Iterator[int]:
    for node in scene.page.find("meta"):
        if scene.get(node, "http-equiv").lower() == "refresh":
            yield node


def _is_main(scene: Scene, node: int) -> bool:
    return scene.page.tags[node] == "main" or scene.get(node, "role") == "main"


def _main(scene: Scene) -> Iterator[int]:
    mains = [node for node in range(len(scene.page)) if _is_main(scene, node) and not scene.hidden[node]]
    if not mains:
        yield _WHOLE
    yield from mains[1:]


def _skip_link(scene: Scene) -> Iterator[int]:
    page = scene.page
    stops = [node for node in scene.all(*_FOCUSABLE) if page.tags[node] != "a" or scene.has(node, "href")]
    start = next((node for node in range(len(page)) if _is_main(scene, node)), None)
    start = next(scene.all("h1"), None) if start is None else start
    before = [node for node in stops if start is not None and node < start]
    if len(before) >= _MENU and not any(_leads_inside(scene, node) for node in before[:3]):
        yield _WHOLE


def _leads_inside(scene: Scene, node: int) -> bool:
    href = scene.get(node, "href")
    return len(href) > 1 and href[0] == "#" and scene.place_of(href[1:]) is not None


def _outside_landmarks(scene: Scene) -> Iterator[int]:
    """Give the largest parts with words that no landmark holds; of a page without landmarks, its body alone."""
    page = scene.page
    holds, says = _holding_landmarks(scene), _saying(scene)
    waiting = [next(page.find("body"), 0)]
    while waiting:
        node = waiting.pop()
        if _is_landmark(scene, node) or not says[node]:
            continue
        children = [at for at in page.children(node) if page.tags[at] != TEXT]
        own = any(page.tags[at] == TEXT and page.texts[at].strip() for at in page.children(node))
        if own or not holds[node]:
            yield node
        if holds[node]:
            waiting.extend(reversed(children))


def _is_landmark(scene: Scene, node: int) -> bool:
    return scene.page.tags[node] in _LANDMARKS or scene.get(node, "role") in _LANDMARK_ROLES


def _holding_landmarks(scene: Scene) -> bytearray:
    """For each node whether a landmark is in it."""
    holds = bytearray(len(scene.page))
    for node in range(len(holds) - 1, 0, -1):
        parent = scene.page.parents[node]
        if parent >= 0 and (holds[node] or _is_landmark(scene, node)):
            holds[parent] = 1
    return holds


def _saying(scene: Scene) -> bytearray:
    """For each node whether there are words in it that a screen reader says."""
    page = scene.page
    says = bytearray(len(page))
    for node in range(len(page) - 1, -1, -1):
        if page.tags[node] == TEXT and page.texts[node].strip() and not scene.silent[node]:
            says[node] = 1
        if says[node] and page.parents[node] >= 0:
            says[page.parents[node]] = 1
    return says


def _headline(scene: Scene) -> Iterator[int]:
    if not any(scene.name(node) for node in scene.heard("h1")):
        yield _WHOLE


def _skipped_level(scene: Scene) -> Iterator[int]:
    level = 0
    for node in scene.heard(*_HEADINGS):
        own = int(scene.page.tags[node][1])
        if level and own > level + 1:
            yield node
        level = own


def _empty_heading(scene: Scene) -> Iterator[int]:
    return (node for node in scene.heard(*_HEADINGS) if not scene.name(node))


def _same_id(scene: Scene) -> Iterator[int]:
    seen: set[str] = set()
    for node, own in enumerate(scene.page.attributes):
        identity = own.get("id", "")
        if identity and identity in seen:
            yield node
        seen.add(identity)


def _tab_order(scene: Scene) -> Iterator[int]:
    for node, own in enumerate(scene.page.attributes):
        if own.get("tabindex", "").strip().isdecimal() and int(own["tabindex"].strip()[:9]) > 0:
            yield node


def _focus_in_silence(scene: Scene) -> Iterator[int]:
    """Give each part that screen readers are told to pass by and that the keyboard stops in, once."""
    page, last = scene.page, -1
    for node in scene.all(*_FOCUSABLE):
        takes_focus = page.tags[node] != "a" or scene.has(node, "href")
        if not takes_focus or not scene.silent[node] or scene.get(node, "tabindex") == "-1" or node < last:
            continue
        around = [at for at in (node, *page.ancestors(node)) if scene.get(at, "aria-hidden") == "true"]
        last = page.ends[around[-1]] if around else node
        yield around[-1] if around else node


RULES: tuple[Rule, ...] = (
    Rule(
        id="page-language",
        clause="3.1.1 A",
        because="The page does not say which language it is in, so a screen reader takes a wrong voice.",
        finds=_language,
    ),
    Rule(
        id="part-language",
        clause="3.1.2 AA",
        because="The language of a part is no language tag, so its words are said in a wrong voice.",
        finds=_languages_of_parts,
    ),
    Rule(
        id="page-title",
        clause="2.4.2 A",
        because="The page has no title, so nobody can tell its window from others.",
        finds=_title,
    ),
    Rule(
        id="zoom-blocked",
        clause="1.4.4 AA",
        because="The page forbids enlarging, which readers with low vision need.",
        finds=_zoom,
    ),
    Rule(
        id="page-refresh",
        clause="2.2.1 A",
        because="The page loads itself anew or goes elsewhere while somebody reads.",
        finds=_refresh,
    ),
    Rule(
        id="main-landmark",
        clause="1.3.1 A",
        because="There is not one main part, so nobody can jump to the story.",
        finds=_main,
    ),
    Rule(
        id="skip-link",
        clause="2.4.1 A",
        because="Many links stand before the story, and none of the first ones leads past them.",
        finds=_skip_link,
    ),
    Rule(
        id="outside-landmarks",
        clause="1.3.1 A",
        because="Words stand outside of all landmarks, where those who go from landmark to landmark miss them.",
        finds=_outside_landmarks,
    ),
    Rule(
        id="headline",
        clause="1.3.1 A",
        because="There is no first-level heading with words, so nobody can jump to where the story begins.",
        finds=_headline,
    ),
    Rule(
        id="heading-order",
        clause="1.3.1 A",
        because="A heading is more than one level below the one before it, as if something were missing.",
        finds=_skipped_level,
    ),
    Rule(
        id="heading-empty",
        clause="2.4.6 AA",
        because="A heading without words is a stop that says nothing.",
        finds=_empty_heading,
    ),
    Rule(
        id="id-twice",
        clause="HTML id",
        because="Two elements have one id, so links and labels may lead to the wrong one.",
        finds=_same_id,
    ),
    Rule(
        id="tab-order",
        clause="2.4.3 A",
        because="A positive tabindex makes the keyboard jump about the page.",
        finds=_tab_order,
    ),
    Rule(
        id="focus-hidden",
        clause="4.1.2 A",
        because="The keyboard stops at something that screen readers are told to pass by.",
        finds=_focus_in_silence,
    ),
)
"""Checks of the frame."""
