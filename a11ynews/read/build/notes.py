"""Notes as a relation: marks that lead forward, notes that they lead to, and the ways back.

No dialect is asked for by name. A mark is a short link to a later place in the page; a place that
such links lead to is a note if something confirms it: a link back, a raised mark, or words like
"footnote" in the names around. Lists of contents and page numbers have none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.tags import HEADING_TAGS

__all__ = ["NoteGraph", "continue_notes", "find_notes"]

LONGEST_LABEL: Final = 12
"""Characters of a printed mark: "[note 12]" and the like."""

_LABEL: Final = re.compile(
    r"[\[(]?\s?(?:\d{1,4}|[a-z]{1,2}|[a-z]\d{1,3}|[ivx]{1,6}|[*†‡§¶#]{1,4}"
    r"|(?:note|n|nb|fn|web|ref)[. ]?\s?\d{1,3})\s?[\])]?[.:]?",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"[\s↩↵⏎↑^⇧⤴↖↰⮐⬆▲←<«\ufe0e\ufe0f\[\]():.,]*"
    r"(?:(?:jump (?:back )?up(?: to)?|back(?: to (?:text|content|top))?|return(?: to text)?"
    r"|(?<![^\W\d_])[a-z](?![^\W\d_])|\d{1,2}(?:\.\d{1,2})?)"
    r"[\s↩↵⏎↑^⇧⤴↖↰⮐⬆▲←<«\ufe0e\ufe0f\[\]():.,]*){0,26}",
    re.IGNORECASE,
)
_ARROW: Final = re.compile(r"[↩↵⏎↑^⇧⤴↖↰⮐⬆▲←]|jump|back|return", re.IGNORECASE)
_ARROW_ALONE: Final = re.compile(r"\s*[↩↵⏎⤴↖↰⮐][\ufe0e\ufe0f]?\s*")
_NAMES: Final = re.compile(r"foot|note|fn|endnote|cite|ref|sdfoot|ftn|reference|bib", re.IGNORECASE)
_REFERENCES: Final = re.compile(
    r"(?<![a-z])(?:ref(?:erence)?s?-?list|references|bibliography|biblist|foot-?notes|end-?notes)(?![a-z])",
    re.IGNORECASE,
)
_MARK_ROLES: Final = frozenset({"doc-noteref", "noteref"})
_CONTAINERS: Final = frozenset({"li", "p", "dd", "dt", "tr", "aside", "section"})
_NOTE_BOX: Final = re.compile(r"(?:^|[\s_-])(?:(?:foot|end|side)?note(?![a-z]*s\b)|fn(?![\w-]))", re.IGNORECASE)
"""The name of the box of one note; ``footnotes`` is that of all."""

_CONTINUED: Final = frozenset({"p", "ul", "ol", "blockquote", "pre", "dd"})


@dataclass(slots=True)
class NoteGraph:
    """What belongs to what.

    Attributes:
        marks: The note's id for each link that is a mark.
        labels: The mark as first printed, for each note's id.
        notes: The note's id for each element that is a note, or goes on with one.
        back_links: Elements that only lead back from a note to its mark.
    """

    marks: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    back_links: list[int] = field(default_factory=list)


def find_notes(builder: Builder, links: dict[int, str], places: dict[str, int]) -> NoteGraph:
    """Find marks, notes and ways back.

    Args:
        builder: The page.
        links: The in-page links of the story, with the names that they lead to.
        places: The elements that have these names.
    """
    graph = NoteGraph()
    pairs = _pairs(builder, links, places)
    returning = _returning(builder, links, places)
    pairs |= {link: container for link, (container, _) in returning.items()}
    confirmed = _confirmed(builder, links, places, pairs)
    for link, container in pairs.items():
        if container not in confirmed:
            continue
        if container not in graph.notes:
            graph.notes[container] = f"n{len(graph.notes) + 1}"
        note_id = graph.notes[container]
        graph.marks[link] = note_id
        graph.labels.setdefault(note_id, builder.kept_text(link, builder.ends[link]))
    graph.back_links.extend(_arrows(builder, graph))
    graph.back_links.extend(back for link, (_, back) in returning.items() if link in graph.marks)
    _find_back_links(builder, links, places, graph)
    continue_notes(builder, graph)
    return graph


def _pairs(builder: Builder, links: dict[int, str], places: dict[str, int]) -> dict[int, int]:
    """Return, for each link that may be a mark, the element that may be its note."""
    pairs: dict[int, int] = {}
    for link, name in links.items():
        place = places.get(name)
        if place is None or place < link:
            continue
        label = " ".join(builder.kept_text(link, builder.ends[link]).split())
        if not label or len(label) > LONGEST_LABEL or not _LABEL.fullmatch(label):
            continue
        container = _container(builder, place)
        if container is not None and not container <= link < builder.ends[container] and builder.has_words(container):
            pairs[link] = container
    return pairs


def _returning(builder: Builder, links: dict[int, str], places: dict[str, int]) -> dict[int, tuple[int, int]]:
    """Return, for marks that lead nowhere, the note and its way back, where the way back names the mark.

    Word writes ``#_ftn1`` at the mark and ``#_ftnref1`` at the note, and editors strip the ids.
    """
    lost = {
        _bare(name): link
        for link, name in links.items()
        if name not in places and name[-1:].isdigit() and "ref" not in name
    }
    if not lost:
        return {}
    found: dict[int, tuple[int, int]] = {}
    for node in builder.page.find("a", min(lost.values())):
        name = builder.attributes[node].get("href", "").partition("#")[2]
        link = lost.get(_bare(name)) if "ref" in name else None
        if link is None or link >= node or link in found or not builder.has_words(node):
            continue
        container = _container(builder, node)
        if container is not None and not container <= link < builder.ends[container]:
            found[link] = (container, node)
    return found


def _bare(name: str) -> str:
    return name.lower().replace("ref", "").strip("_-")


def _container(builder: Builder, place: int) -> int | None:
    """Return the element that holds the note at a place: its nearest block, not a heading."""
    node = place
    while node > 0:
        tag = builder.tags[node]
        if tag in HEADING_TAGS:
            return _below_mark(builder, node)
        if tag in {"body", "main", "article"}:
            return None
        if tag == "table" and node == place:
            return _only_row(builder, node)
        if tag in _CONTAINERS or (tag == "div" and (node == place or _only_words_of(builder, node, place))):
            return _whole_row(builder, node)
        node = builder.parents[node]
    return None


def _below_mark(builder: Builder, heading: int) -> int | None:
    """Return what stands below a heading that is only the mark of a note, as Texinfo sets notes."""
    said = builder.kept_text(heading, builder.ends[heading]).strip()
    if len(said) > LONGEST_LABEL or not _LABEL.fullmatch(said):
        return None
    following, stop = builder.ends[heading], builder.ends[builder.parents[heading]]
    while following < stop and not builder.has_words(following):
        following = builder.ends[following]
    return following if following < stop and builder.tags[following] in _CONTAINERS else None


def _only_words_of(builder: Builder, div: int, place: int) -> bool:
    """Say whether a named anchor stands at the start of a ``div`` that has no blocks of its own, or is named a note."""
    if builder.words_between(div, place):
        return False
    around = builder.parents[place]
    if builder.tags[around] == "sup":
        around = builder.parents[around]
    if around == div and _NOTE_BOX.search(builder.attributes[div].get("class", "")[:200]):
        return True
    return not any(builder.tags[i] in {"p", "li", "div", "h2", "h3"} for i in range(div + 1, builder.ends[div]))


def _only_row(builder: Builder, table: int) -> int | None:
    """Return the row of a table that is one note, as docutils wrote them until 2021."""
    rows = list(builder.page.find("tr", table, builder.ends[table]))
    return rows[0] if len(rows) == 1 else None


def _whole_row(builder: Builder, node: int) -> int:
    """A paragraph that is all of a list item, or of a note's own box, is not the note but part of it."""
    parent = builder.parents[node]
    while parent > 0 and builder.tags[parent] in {"li", "tr", "td", "dd"}:
        node, parent = parent, builder.parents[parent]
        if builder.tags[node] in {"li", "tr"}:
            break
    return node if builder.tags[node] != "td" else parent


def _confirmed(builder: Builder, links: dict[int, str], places: dict[str, int], pairs: dict[int, int]) -> set[int]:
    """Return the elements that are notes for certain."""
    leads_back = {place for link, name in links.items() if (place := places.get(name)) is not None and place <= link}
    confirmed: set[int] = set()
    for link, container in pairs.items():
        if (
            _is_marked(builder, link)
            or _is_led_back_to(builder, link, leads_back)
            or (_is_bracketed(builder, link) and _is_in_references(builder, container))
        ):
            confirmed.add(container)
    shared = {builder.parents[container] for container in confirmed}
    confirmed.update(container for container in pairs.values() if builder.parents[container] in shared)
    return confirmed


def _is_marked(builder: Builder, link: int) -> bool:
    """Say whether a link looks like a note's mark: raised, or named so."""
    said = {builder.attributes[link].get(name, "").lower() for name in ("role", "data-type", "epub:type")}
    if not said.isdisjoint(_MARK_ROLES) or "sup" in builder.tags[link : builder.ends[link]]:
        return True
    node = link
    for _ in range(3):
        attributes = builder.attributes[node]
        if builder.tags[node] in {"sup", "cite"}:
            return True
        if attributes and _NAMES.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:200]):
            return True
        node = builder.parents[node]
        if node < 0:
            break
    return False


def _is_bracketed(builder: Builder, link: int) -> bool:
    """Say whether a bracket stands right before a link, or it has one: "[12]"; "Table 1" has none."""
    label = builder.kept_text(link, builder.ends[link]).lstrip()
    return label[:1] == "[" or builder.texts[link - 1].rstrip()[-1:] in ("[", ",") or label[:1] == "("


def _is_in_references(builder: Builder, container: int) -> bool:
    """Say whether an item stands in a list that is called one of references or of notes."""
    node = builder.parents[container]
    for _ in range(2):
        if node < 0:
            return False
        attributes = builder.attributes[node]
        if attributes and _REFERENCES.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:200]):
            return True
        node = builder.parents[node]
    return False


def _is_led_back_to(builder: Builder, link: int, leads_back: set[int]) -> bool:
    """Say whether a later link leads to a link, to what is around it, or to an anchor just before it."""
    parent = builder.parents[link]
    near = {link, parent, link - 1, *range(link, builder.ends[link])}
    if builder.tags[parent] in {"sup", "span"}:
        near.add(builder.parents[parent])
    return not near.isdisjoint(leads_back)


def _find_back_links(builder: Builder, links: dict[int, str], places: dict[str, int], graph: NoteGraph) -> None:
    """Note the elements in notes that only lead back, with the marks and brackets around them."""
    for link, name in links.items():
        place = places.get(name, -1)
        if place > link or link in graph.marks:
            continue
        container = _note_around(builder, link, graph)
        if container is None:
            continue
        text = builder.kept_text(link, builder.ends[link])
        leads_off = builder.words_between(container, link)
        if not _BACK.fullmatch(text) or not (_ARROW.search(text) or (leads_off and place >= 0)):
            continue
        node = link
        while (parent := builder.parents[node]) != container and _BACK.fullmatch(
            builder.kept_text(parent, builder.ends[parent])
        ):
            node = parent
        if not graph.back_links or graph.back_links[-1] != node:
            graph.back_links.append(node)


def _arrows(builder: Builder, graph: NoteGraph) -> Iterator[int]:
    """Yield the arrows that end notes, whatever file they led back to, and the headings that are marks of notes."""
    for note in graph.notes:
        if (heading := _mark_above(builder, note)) is not None:
            yield heading
        links = [i for i in builder.page.find("a", note, builder.ends[note]) if builder.has_words(i)]
        if links and _ARROW_ALONE.fullmatch(builder.kept_text(links[-1], builder.ends[links[-1]])):
            yield links[-1]


def _mark_above(builder: Builder, note: int) -> int | None:
    """Return the heading right before a note that is only its mark."""
    around, before = builder.parents[note], note - 1
    while before > around and (builder.texts[before].isspace() or builder.parents[before] != around):
        before = before - 1 if builder.parents[before] == around else builder.parents[before]
    is_mark = before > around and builder.tags[before] in HEADING_TAGS and _below_mark(builder, before) == note
    return before if is_mark else None


def _note_around(builder: Builder, node: int, graph: NoteGraph) -> int | None:
    for _ in range(12):
        if node in graph.notes:
            return node
        node = builder.parents[node]
        if node < 0:
            return None
    return None


def _definitions_of(builder: Builder, term: int) -> list[int]:
    """Return what is said of a term: docutils wrote notes as lists of definitions until 2022."""
    found: list[int] = []
    sibling, stop = builder.ends[term], builder.ends[builder.parents[term]]
    while sibling < stop and builder.tags[sibling] != "dt":
        if builder.tags[sibling] == "dd":
            found.append(sibling)
        sibling = builder.ends[sibling]
    return found


def continue_notes(builder: Builder, graph: NoteGraph) -> None:
    """Give a note the paragraphs that stand between it and the next note of the same parent."""
    ordered = sorted(graph.notes.items())
    for node, note_id in ordered:
        if builder.tags[node] == "dt":
            graph.notes.update(dict.fromkeys(_definitions_of(builder, node), note_id))
    for (node, note_id), (following, _) in pairwise(ordered):
        if builder.parents[node] != builder.parents[following] or builder.tags[node] in {"li", "tr"}:
            continue
        between = []
        sibling = builder.ends[node]
        while sibling < following:
            between.append(sibling)
            sibling = builder.ends[sibling]
        held = [i for i in between if builder.holds(i)]
        if all(builder.tags[i] in _CONTINUED for i in held):
            graph.notes.update(dict.fromkeys(held, note_id))
