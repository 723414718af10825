"""A page to an article: features, choice, build, account. Each station is a module of its own.

The page is read, never edited. What is decided is written beside it: one verdict a unit, one byte
a node. So a second look needs no second parse, and "why was this left out?" is already answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, takewhile
from urllib.parse import urljoin

from a11ynews.model.article import Article, Candidate, Metadata
from a11ynews.model.blocks import Block, Figure, Paragraph
from a11ynews.model.findings import Removed
from a11ynews.read.account import header_texts, header_words, mechanics, removed_texts
from a11ynews.read.build.conductor import build_body
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.standfirsts import mark_standfirst
from a11ynews.read.choice.biographies import drop_biographies
from a11ynews.read.choice.checklists import checklist_labels
from a11ynews.read.choice.choose import (
    UNDATED_CUT,
    choose,
    cut_for,
    is_fragment,
    probabilities,
    title_of,
    whole_fragment,
)
from a11ynews.read.choice.dialogs import choose_in_dialog
from a11ynews.read.choice.headings import drop_empty_headings
from a11ynews.read.choice.pictures import mark_pictures
from a11ynews.read.choice.rendered import complete_rendered
from a11ynews.read.choice.second import second_stories
from a11ynews.read.choice.small_pages import complete_small_page
from a11ynews.read.choice.standfirst import find_standfirst
from a11ynews.read.choice.trees import Classifier
from a11ynews.read.choice.wholes import complete
from a11ynews.read.embedded import Embedded, build_embedded, find_embedded, shown_instead
from a11ynews.read.explain.trace import Trace
from a11ynews.read.kinds import kind_of, kind_with_body
from a11ynews.read.language import SAMPLE_CHARS, with_language
from a11ynews.read.metadata import Found, read_metadata
from a11ynews.read.preformatted import read_preformatted
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.scene.units import lay_out
from a11ynews.read.sites.hints import site_hints
from a11ynews.tree.page import TEXT, Page

__all__ = ["read_html"]

SURELY_STORY = 0.6
"""How likely a unit is whose words are the story's before they are metadata."""
RUNNING_TEXT = 30
"""Characters beside a header's words that make the whole a paragraph of the story."""
FEWEST_ENTRIES = 3
"""Dates on a page from which they are those of its entries."""
_CODE = bit("code")
_NEVER_STORY = bit("noscript") | bit("control")


def read_html(
    page: Page, *, classifier: Classifier | None = None, site_rules: bool = True, trace: Trace | None = None
) -> Article:
    """Read the story out of a page.

    Args:
        page: The page, from any parser; it is not changed.
        classifier: Other weights than those of the package, for training.
        site_rules: Whether the rules for families of sites may give hints.
        trace: Takes down what was decided on each piece of the page, for an explanation.

    Returns:
        The article; with an empty body where the page has no story.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> read_html(parse_page("<h1>Ferry returns</h1><p>It sails again on Monday.</p>")).text
        'It sails again on Monday.'
    """
    scene = Surroundings(page, lay_out(page))
    if (plain := read_preformatted(page, scene)) is not None:
        return plain
    found = read_metadata(page)
    title = title_of(found.metadata)
    in_header = header_words(page, found.header)
    likely = _weighed(scene, found, in_header, classifier)
    barred = _barred(scene, in_header, _headline(found))
    hints = site_hints(scene) if site_rules else None
    if hints:
        hints.bar(barred)
        hints.doubt(likely)
    cut = cut_for(found.metadata)
    chosen = _choose(scene, likely, title, barred, cut, _headline(found))
    drop_biographies(scene, chosen, found.metadata)
    standfirst = find_standfirst(scene, chosen, barred, found.metadata, _headline(found))
    embedded = find_embedded(page, found.metadata, _length_of(scene, chosen))
    kind = kind_of(page, scene, chosen, found.metadata, embedded=embedded is not None)
    if kind.is_hopeless:
        chosen, standfirst = [False] * len(chosen), []
    metadata, relabelled = with_language(found.metadata, embedded.text if embedded else _sample(scene, chosen))
    kept = _keep(scene, chosen, in_header, _headline(found), standfirst)
    body, left_out = _build(scene, kept, embedded, metadata, _base_url(page, found), trace)
    body = mark_standfirst(body, [scene.units.text[unit] for unit in standfirst])
    kind = kind_with_body(kind, body)
    metadata = _with_lead(metadata, body)
    if trace is not None:
        trace.note(scene, chosen, in_header)
        trace.weigh(likely, cut)
    return Article(
        metadata=replace(metadata, candidates=(*metadata.candidates, *kind.candidates)),
        body=body,
        header=header_texts(page, scene, found.header, in_header),
        removed=(
            *removed_texts(page, scene, chosen, in_header, title, hints.rules if hints else None),
            *left_out,
        ),
        warnings=(*page.notices, *found.notices, *relabelled, *kind.notices, *(embedded.notices if embedded else ())),
        kind=kind.name,
    )


def _weighed(scene: Surroundings, found: Found, in_header: bytearray, classifier: Classifier | None) -> list[float]:
    """Return how likely each unit is to be the story; what is its words more than metadata is given back to it."""
    likely = probabilities(scene, title_of(found.metadata), classifier)
    _give_back(scene, likely, in_header)
    _give_back_times(scene.page, found, in_header)
    return likely


def _with_lead(metadata: Metadata, body: Sequence[Block]) -> Metadata:
    """Return metadata with the picture that stands above the story's first words, where the page declares none."""
    if metadata.lead_image is not None:
        return metadata
    opening = takewhile(lambda block: not block.text or isinstance(block, Figure) or _is_standfirst(block), body)
    lead = next((block.images[0] for block in opening if isinstance(block, Figure) and block.images), None)
    if lead is None or not lead.src:
        return metadata
    told = Candidate(
        field="lead_image", value=lead.src, source="first picture", chosen=True, why="it stands above the first words"
    )
    return replace(metadata, lead_image=replace(lead, href=None), candidates=(*metadata.candidates, told))


def _is_standfirst(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "standfirst"


def _build(
    scene: Surroundings,
    kept: bytearray,
    embedded: Embedded | None,
    metadata: Metadata,
    base_url: str | None,
    trace: Trace | None,
) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """Return the blocks of the story, and what was left out while they were built."""
    page = scene.page
    if embedded:
        title = title_of(metadata)
        body = build_embedded(embedded, page, title, language=metadata.language, base_url=base_url)
        return body, shown_instead(scene, kept)
    left_out: list[LeftOut] = []
    body = build_body(
        page,
        kept,
        language=metadata.language,
        base_url=base_url,
        title=title_of(metadata),
        authors=metadata.authors,
        left_out=left_out,
        refusals=None if trace is None else trace.refusals,
    )
    return body, mechanics(page, left_out)


def _choose(
    scene: Surroundings, likely: Sequence[float], title: str, barred: list[bool], cut: float, headline: int | None
) -> list[bool]:
    """Return for each unit whether it is in the story, with what is begun completed."""
    chosen = choose(scene, likely, title, barred, cut)
    if not any(chosen) or is_fragment(scene, chosen):
        chosen = whole_fragment(scene, title, barred)
    choose_in_dialog(scene, chosen, barred, headline)
    is_dated = cut > UNDATED_CUT
    complete(scene, chosen, barred, title, is_dated=is_dated)
    complete_rendered(scene, chosen, barred, title)
    if not is_dated:
        complete_small_page(scene, chosen, barred, title)
    return chosen


def _give_back(scene: Surroundings, likely: Sequence[float], in_header: bytearray) -> None:
    """Clear the header marks inside running text: a linked name in a paragraph is a name, not a topic list."""
    units, page = scene.units, scene.page
    for unit in {units.owner[node] for node in compress(range(len(page)), in_header)} - {-1}:
        if likely[unit] < SURELY_STORY:
            continue
        start, stop = units.start[unit], units.stop[unit]
        if sum(len(page.texts[node]) for node in range(start, stop) if not in_header[node]) > RUNNING_TEXT:
            for node in range(start, stop):
                if page.tags[node] == TEXT:
                    in_header[node] = 0


def _give_back_times(page: Page, found: Found, in_header: bytearray) -> None:
    """Clear the header marks on the times of a live page: each belongs to its entry, and none is the page's."""
    times = [place.node for place in found.header if place.role == "published"]
    if len(times) >= FEWEST_ENTRIES:
        for time in times:
            in_header[time : page.ends[time]] = bytes(page.ends[time] - time)


def _barred(scene: Surroundings, in_header: bytearray, headline: int | None) -> list[bool]:
    """Return the units that cannot be story: metadata, the words of form controls, further stories."""
    units = scene.units
    tags, owner = scene.page.tags, units.owner
    barred = [flags & _NEVER_STORY != 0 for flags in units.flags]
    for low, high in checklist_labels(scene):
        barred[low:high] = [False] * (high - low)
    for unit in {owner[node] for node in compress(range(len(owner)), in_header)} - {-1}:
        nodes = range(units.start[unit], units.stop[unit])
        if all(in_header[node] for node in nodes if tags[node] == TEXT and owner[node] >= 0):
            barred[unit] = True
    for low, high in second_stories(scene, headline):
        barred[low:high] = [True] * (high - low)
    return barred


def _length_of(scene: Surroundings, chosen: Sequence[bool]) -> int:
    return sum(length for length, keep in zip(scene.lengths, chosen, strict=True) if keep)


def _sample(scene: Surroundings, chosen: Sequence[bool]) -> str:
    """Return the beginning of the story, to know its language by: programs are in English everywhere."""
    parts: list[str] = []
    size = 0
    for text, flags, keep in zip(scene.units.text, scene.units.flags, chosen, strict=True):
        if keep and not flags & _CODE and size < SAMPLE_CHARS:
            parts.append(text)
            size += len(text)
    return " ".join(parts)


def _keep(
    scene: Surroundings, chosen: list[bool], in_header: bytearray, headline: int | None, standfirst: Sequence[int]
) -> bytearray:
    """Return one byte a node: 1 for the words and pictures of the story.

    Captions are added to ``chosen``, and then the standfirst: where it stands says nothing of where the pictures do.
    """
    kept = bytearray(len(scene.page))
    mark_pictures(scene, chosen, kept, headline)
    drop_empty_headings(scene, chosen, kept, in_header)
    for unit in standfirst:
        chosen[unit] = True
    units, texts = scene.units, scene.page.texts
    for unit, keep in enumerate(chosen):
        if keep:
            for node in range(units.start[unit], units.stop[unit]):
                if (units.owner[node] == unit and not in_header[node]) or texts[node].isspace():
                    kept[node] = 1
    return kept


def _headline(found: Found) -> int | None:
    return next((place.node for place in found.header if place.role == "headline"), None)


def _base_url(page: Page, found: Found) -> str | None:
    """Return what relative addresses start from: ``base href`` where it is sane, else the page's address.

    A saved page does not know its address, but nearly always says it.
    """
    own = page.url or found.metadata.canonical_url
    for node in page.find("base"):
        href = page.attributes[node].get("href", "").strip()
        if not href:
            continue
        try:
            base = urljoin(own or "", href)
        except ValueError:
            break
        return base if base.lower().startswith(("http://", "https://")) else own
    return own
