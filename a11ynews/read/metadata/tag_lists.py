"""The topic list that the page shows: links that lead to pages of topics, or that are called so.

At most one list is believed, and never links inside running text: those are the story's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import islice

from a11ynews.read.metadata.scan import Scan, is_shown, shown_text
from a11ynews.read.metadata.sections import own_entry
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import clean, fold

__all__ = ["TagList", "is_all_tags", "seen_tags"]

_MAX_TAG_CHARS = 60
_MAX_TAG_WORDS = 7
_MAX_TAGS = 30
_MAX_NODES = 170
_MAX_LEVELS = 4
_MAX_LISTS = 40
_MAX_LABEL_CHARS = 50
_LINK_SHARE = 0.6
_FEW = 8
_ELSEWHERE = frozenset({"nav", "header", "footer", "menu"})
_LABEL_LEVELS = 2
_LABEL_NODES = 6
_MENUS = frozenset({"nav", "menu"})
_RUNNING = frozenset({"p", "blockquote", "td", "figcaption", "h1", "h2", "h3", "h4", "em", "strong", "b", "i"})

TagList = tuple[int, list[str]]


def seen_tags(found: Scan, headline: int) -> TagList | None:
    """Return the container and the names of the topic list after the headline.

    The list that most signs speak for wins: what its class calls it, where its links lead, the word
    before it; of equals the first.
    """
    best: tuple[float, TagList] | None = None
    for count, (node, marked) in enumerate(_containers(found, max(headline, found.body))):
        if count == _MAX_LISTS:
            break
        if (names := _names(found, node)) and _is_in_story(found, node):
            score = _score(found, node, marked=marked)
            if score >= 1 and (best is None or score > best[0]):
                best = (score, (node, names))
    return best[1] if best else _posted_under(found, max(headline, found.body))


def _posted_under(found: Scan, start: int) -> TagList | None:
    """Return the topics in the line that says under what a story was posted, with the element around them.

    Its links say so by ``rel``, and stand between other words: "and tagged bells, bronze on 11 February".
    """
    page = found.page
    first, end = own_entry(found, start)
    links = [
        node
        for node in page.having("rel")
        if max(start, first) < node < end
        and (own := page.attributes[node])["rel"] == "tag"
        and _leads_to_topic(own.get("href", ""))
    ]
    around = page.parents[links[0]] if links else -1
    names = [clean(shown_text(page, link, 200)) for link in links if page.parents[link] == around]
    if around < 0 or len(names) > _MAX_TAGS or not _is_in_story(found, around, _ELSEWHERE - {"footer"}):
        return None
    return around, [name for name in names if 0 < len(name) <= _MAX_TAG_CHARS]


def _containers(found: Scan, start: int) -> Iterator[tuple[int, bool]]:
    """Yield elements that may be topic lists: by their class, or around links to topics' pages."""
    page = found.page
    ends = -1
    marked = set(found.tags)
    links = {link for link in page.find("a", start) if _leads_to_topic(page.attributes[link].get("href", ""))}
    own = own_entry(found, start)
    frame = [
        (node, page.ends[node])
        for tag in _ELSEWHERE
        for node in page.find(tag, start)
        if not _is_of_entry(found, node, own)
    ]
    for node in sorted({node for node in marked if node > start} | links):
        if node < ends or any(first <= node < last for first, last in frame):
            continue
        around = node if node in marked and node not in links else _list_around(found, node)
        if around >= 0 and page.ends[around] - around <= _MAX_NODES:
            ends = page.ends[around]
            yield around, any(near in marked for near in (around, page.parents[around], node))


def _is_of_entry(found: Scan, node: int, own: tuple[int, int]) -> bool:
    """Tell whether a header, footer or menu is the story's and not the page's: it is in its element, or of topics."""
    page = found.page
    if page.tags[node] in _MENUS or page.attributes[node].get("role") == "navigation":
        return _is_called_topics(page.attributes[node])
    return page.tags[own[0]] == "article" and own[0] < node < own[1]


def _is_called_topics(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element's label for ears is one of a list of topics."""
    label = attributes.get("aria-label", "")
    return bool(label) and fold(label).strip(" :#") in words("class_words", "tag_labels")


def _leads_to_topic(address: str) -> bool:
    path, _, query = address[:200].lower().partition("?")
    return not words("class_words", "tag_paths").isdisjoint(path.split("/")) or query.startswith(("tag=", "topic="))


def _list_around(found: Scan, link: int) -> int:
    """Return the largest element around a link in which nearly all text is links; -1 inside running text."""
    page = found.page
    best = -1
    node = link
    for _ in range(_MAX_LEVELS):
        node = page.parents[node]
        if node < 0 or page.ends[node] - node > _MAX_NODES or page.tags[node] in ("body", "main", "article"):
            break
        if _link_share(found, node) < _LINK_SHARE:
            break
        best = node
    return best


def _link_share(found: Scan, node: int) -> float:
    """Return the share of an element's characters, white space aside, that are in links or buttons."""
    page = found.page
    total = _chars(found, node) - _label_chars(found, node)
    if total <= 0:
        return 0.0
    linked = 0
    for tag in ("a", "button"):
        linked += sum(_chars(found, link) for link in page.find(tag, node, page.ends[node]))
    return linked / total


def _label_chars(found: Scan, node: int) -> int:
    """Return how long the word for topics is that stands in front of a list, inside it."""
    first = next((text for text in found.page.texts[node : node + _LABEL_NODES] if text and not text.isspace()), "")
    return len("".join(first.split())) if fold(first).strip(" :#") in words("class_words", "tag_labels") else 0


def _chars(found: Scan, node: int) -> int:
    return len("".join(found.page.text(node).split()))


def _is_in_story(found: Scan, node: int, elsewhere: AbstractSet[str] = _ELSEWHERE) -> bool:
    """Whether a list is shown, and neither in the page's frame nor in a sentence."""
    page = found.page
    around = node
    while around >= 0:
        if page.tags[around] in elsewhere or page.attributes[around].get("role") == "navigation":
            return _is_of_entry(found, around, own_entry(found, node))
        around = page.parents[around]
    return is_shown(page, node)


def _score(found: Scan, node: int, *, marked: bool) -> float:
    """Weigh the signs; where the links lead is not enough alone in what may be a paragraph."""
    page = found.page
    links = list(page.find("a", node, page.ends[node]))
    leading = len(_leading(found, links))
    share = leading / len(links) if links and len(links) > 1 and page.tags[node] not in _RUNNING else 0.0
    return 2 * marked + share + 2 * _is_labelled(found, node)


def _leading(found: Scan, links: list[int]) -> list[int]:
    return [link for link in links if _leads_to_topic(found.page.attributes[link].get("href", ""))]


def _is_labelled(found: Scan, node: int) -> bool:
    """Whether "Topics:" or the like stands in the list or right before it."""
    page = found.page
    if any(_is_called_topics(page.attributes[near]) for near in (node, *islice(page.ancestors(node), _LABEL_LEVELS))):
        return True
    for text in [*page.texts[max(node - 6, 0) : node], *page.texts[node : node + 6]]:
        if text and len(text) < _MAX_TAG_CHARS and fold(text).strip(" :#") in words("class_words", "tag_labels"):
            return True
    return False


def _names(found: Scan, node: int) -> list[str]:
    """Return the links' words; nothing if some are too long for topics."""
    page = found.page
    if _link_share(found, node) < _LINK_SHARE and not _is_bare_list(found, node):
        return []
    tags = page.tags[node : page.ends[node]]
    tag = next((tag for tag in ("a", "button") if tag in tags), "li")
    links = list(page.find(tag, node, page.ends[node]))
    if tag == "button" and len(links) == 1:
        return []  # it does something: "Summarize this article for me"
    names: list[str] = []
    for link in _leading(found, links) or links:
        text = clean(shown_text(page, link, 200)).lstrip("# ")
        if len(text) > _MAX_TAG_CHARS or len(text.split()) > _MAX_TAG_WORDS:
            return []
        if text and fold(text) not in words("class_words", "no_tags"):
            names.append(text)
    return names if len(names) <= _MAX_TAGS else []


def _is_bare_list(found: Scan, node: int) -> bool:
    """Whether an element that is called topics is a list without links: a few words in each entry."""
    page = found.page
    return (
        found.has_role(node, "tags")
        and _chars(found, node) <= _MAX_TAG_CHARS * _FEW
        and len(list(page.find("li", node, page.ends[node]))) > 1
        and next(page.find("a", node, page.ends[node]), -1) < 0
    )


def is_all_tags(found: Scan, seen: TagList) -> bool:
    """Return whether a topic list has nothing but its topics and a short label."""
    text = shown_text(found.page, seen[0])
    return len(text) - sum(map(len, seen[1])) <= _MAX_LABEL_CHARS + 3 * len(seen[1])
