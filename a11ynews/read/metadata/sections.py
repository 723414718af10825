"""The section that readers see, where the page declares none: the path to the page, or the category of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.scan import Scan, is_shown, shown_text
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import clean, fold
from a11ynews.read.vocabulary import find_label

__all__ = ["own_entry", "section_named", "seen_section"]

_MAX_CHARS = 60
_MAX_WORDS = 6
_MAX_DECLARED_CHARS = 120
"""Some pages declare several sections at once; what is longer is a summary in the wrong field."""
_MAX_CRUMBS = 9
_MAX_PATH_NODES = 120
_PATH_STEMS = ("crumb", "brotk", "kruimel")
"""Parts of what classes call a path."""
_BUTTONS = frozenset(
    (
        "rights",
        "share",
        "print",
        "follow",
        "comments",
        "newsletter",
        "paywall-prompt",
        "back-to-top",
        "skip-links",
        "read-more",
        "cookie",
    )
)
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
_ELSEWHERE = frozenset(("nav", "aside", "figure"))
"""Where a link to a category belongs to a menu or to another story."""


def section_named(declared: str) -> str:
    """Return the section in what a page declares as one; "" if it declares none.

    The front page is no section, nor is the lack of one; an address or a summary in the wrong field is none either.

    Example:
        >>> section_named("Home, Stuff We Love, Reviews"), section_named("Uncategorized"), section_named("Arts, Books")
        ('Stuff We Love, Reviews', '', 'Arts, Books')
    """
    if len(declared) > _MAX_DECLARED_CHARS or "://" in declared or declared.startswith("/"):
        return ""
    none = words("class_words", "home") | words("tags", "nothing")
    names = declared.split(", ")
    named = [name for name in names if fold(name) not in none]
    return declared if len(named) == len(names) else ", ".join(named)


def seen_section(found: Scan, headline: int, title: str, declared: Sequence[Claim]) -> Claim | None:
    """Return the section as a claim; None if nothing says it.

    The last step of the path to the page ("Home > News > Sport") that is neither the front page nor the page itself;
    or else the first category that the page is filed under.

    Args:
        found: The page's drawers.
        headline: The headline's node, -1 without one.
        title: The headline.
        declared: The steps of the path in JSON-LD.
    """
    for source, steps in (
        ("json-ld breadcrumb", [claim.value for claim in declared if claim.field == "crumb"]),
        ("breadcrumb", _seen_path(found, headline)),
    ):
        if step := _last_step(steps, title):
            return Claim("section", step, source)
    return _category(found, headline)


def _last_step(steps: Sequence[str], title: str) -> str:
    """Return the last step that names a section; the first of all is the front page, whatever it is called."""
    own = fold(title)
    inner = [step for step in steps if fold(step) != own and not (own and own.startswith(fold(step).rstrip(" .…")))]
    inner = [step for step in inner if fold(step) not in words("class_words", "home")]
    return inner[-1] if inner and _may_be_section(inner[-1]) else ""


def _may_be_section(text: str) -> bool:
    """Tell whether words name a section: no number, no button, no way back, no other language of the page."""
    if len(text) > _MAX_CHARS or len(text.split()) > _MAX_WORDS or not any(map(str.isalpha, text)):
        return False
    if (
        not text[0].isalnum()
        or fold(text).startswith(("back to ", "edit "))
        or fold(text) in words("class_words", "languages")
    ):
        return False
    if not section_named(text):
        return False
    label = find_label(text)
    return label is None or label.kind not in _BUTTONS


def _seen_path(found: Scan, headline: int) -> list[str]:
    """Return the steps of the path that the page shows: its links that do not lead to the front page."""
    page = found.page
    for node in _paths(found):
        links = list(page.find("a", node, page.ends[node]))
        if not 0 < len(links) <= _MAX_CRUMBS or page.ends[node] - node > _MAX_PATH_NODES or not is_shown(page, node):
            continue
        if headline >= 0 and node <= headline < page.ends[node]:
            continue
        return [clean(shown_text(page, link, 200)) for link in links if not _leads_home(page.attributes[link])]
    return []


def _paths(found: Scan) -> Iterator[int]:
    """Yield the elements that are called a path by class, id, label or type, in document order."""
    page = found.page
    stems = [stem for stem in _PATH_STEMS if stem in page.class_names()]
    named = {
        node
        for names, nodes in (page.by_class().items() if stems else ())
        if any(stem in names.lower() for stem in stems)
        for node in nodes
        if found.has_role(node, "section")
    }
    named |= {node for node in page.having("itemtype") if "BreadcrumbList" in page.attributes[node]["itemtype"]}
    named |= {node for node in page.find("nav") if _is_called_path(page.attributes[node].get("aria-label", ""))}
    yield from sorted(named)


def _is_called_path(label: str) -> bool:
    return bool(label) and fold(label).replace(" ", "") in words("class_words", "section")


def _leads_home(attributes: Mapping[str, str]) -> bool:
    """Tell whether a link leads to the front page, of a language perhaps."""
    try:
        path = urlsplit(attributes.get("href", "").strip()).path.strip("/")
    except ValueError:
        return True
    return not path or _LANGUAGE.fullmatch(path) is not None or path.startswith("index.")


def _category(found: Scan, headline: int) -> Claim | None:
    """Return the first category of the page's own: a link that says so by ``rel``, as blogs have it."""
    page = found.page
    around = own_entry(found, headline)
    for node in page.having("rel"):
        if not around[0] <= node < around[1] or not _says_category(page.attributes[node]):
            continue
        if _is_elsewhere(found, node, around[0]):
            continue
        text = clean(shown_text(page, node, 200))
        if text and _may_be_section(text) and is_shown(page, node):
            return Claim("section", text, "rel category", node)
    return None


def _says_category(attributes: Mapping[str, str]) -> bool:
    """Tell whether a link is to a category by ``rel``, or to a topic whose address is a category's."""
    said = attributes["rel"].split()
    return "category" in said or ("tag" in said and "category" in attributes.get("href", "").lower().split("/"))


def own_entry(found: Scan, headline: int) -> tuple[int, int]:
    """Return the first and one past the last node of the ``article`` around the headline, or of the page."""
    page = found.page
    for node in page.ancestors(headline) if headline >= 0 else ():
        if page.tags[node] == "article":
            return node, page.ends[node]
    return found.body, len(page)


def _is_elsewhere(found: Scan, node: int, start: int) -> bool:
    """Tell whether a link stands in a menu or beside the story."""
    page = found.page
    for above in page.ancestors(node):
        if above <= start:
            return False
        if page.tags[above] in _ELSEWHERE:
            return True
    return False
