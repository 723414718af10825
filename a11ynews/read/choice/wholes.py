"""Things that are kept whole or not at all: lists, tables, code, sections, comments, and the notes of the story.

The classifier judges line by line. A list of which it keeps most is a list of the story; the notes
that the story's own marks lead to are the story's, however much they look like a list of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress

from a11ynews.read.build.addresses import in_page_name, own_addresses
from a11ynews.read.build.roles import elements_called, role_of
from a11ynews.read.choice.accordions import heads_of_chosen
from a11ynews.read.choice.answers import answered_questions
from a11ynews.read.choice.boxes import halves_of_verdict, key_points, notes_on_text, opened_on_request
from a11ynews.read.choice.cards import drop_last_cards, front_cards
from a11ynews.read.choice.chapters import chapters_of_a_kind
from a11ynews.read.choice.choose import is_furniture
from a11ynews.read.choice.ingredients import ingredients
from a11ynews.read.choice.lists import drop_scraps, lists_among_text
from a11ynews.read.choice.live_entries import live_entries
from a11ynews.read.choice.remarks import drop_remarks
from a11ynews.read.choice.sections import sections_of_sources, verdicts
from a11ynews.read.choice.sign_ups import drop_sign_ups
from a11ynews.read.choice.tabs import labels_of_chosen
from a11ynews.read.datelines import is_dateline
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings, Totals
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import find_label
from a11ynews.tree.page import Page

__all__ = ["complete"]

_WHOLES = ("ul", "ol", "dl", "table", "pre")
_MOST = 0.65
"""Share of the characters of a list from which all of it is kept."""
_MOST_OF_DATA = 0.4
"""The same for tables of data, where cells are short and each belongs to others, and for plain lists that are not of
links."""
_LINKED_TABLE = 0.8
"""A table with a larger share of linked characters is a list of links."""
_NEAR, _FAR = 3, 50
"""Units beside a table in which text of the story must stand; units before it in which there is none if it opens it."""
_TITLE = "code-title"
_NEAR_CODE = 4
"""Units on each side of code in which text of the story stands: a button to copy it may be nearer."""
_NOT_IN_DATA = frozenset(("h1", "h2", "table", "form", "fieldset", "nav", "article"))
"""What cells of a table of data do not hold: a table that has it lays out a page."""
_CARDS = frozenset(("h1", "h2", "h3", "h4", "article"))
"""What items of a list hold that is made of cards."""
_CONTROL = bit("control")
_BUTTONS = 4
"""Words of buttons between a heading and what stands under it: "US" and "Metric" beside "Ingredients"."""
_QUOTED = 0.4
"""Share of the characters of a quote from which all of it is kept: who said it may be as long as what was said."""
_LABEL_CHARS = 6
"""A mark that leads to a note is short: "1", "[12]", "†"."""
_NOTE_NAME = re.compile(r"_?(?:foot-?note|end-?note|note|fn|ftn)[-_:.]?(\d{1,3})", re.IGNORECASE)
_FOREIGN = bit("nav") | bit("footer") | bit("comment") | bit("advert") | bit("share") | bit("related") | bit("control")
_OF_THE_SITE = _FOREIGN | sum(
    map(bit, ("recommend", "promo", "newsletter", "hidden", "aside", "sidebar", "biography", "dialog", "form"))
)
_DATELINE_CHARS = 60
"""A place, a day and an agency."""
_SMALLEST_GROUP = 2
_COMMENT = bit("comment")
_BOXES = frozenset({"claim-review", "callout", "post", "pull-quote", "sidebar", "table-notes"})
_LARGEST_BOX = 12
"""Units of a note, a claim or a post: what holds more is a part of the page."""
_HEAD_CHARS = 120
"""Characters over the words of a comment: a name, a time, points."""
_LISTS = frozenset(("ul", "ol", "dl"))
_OVER_LISTS = frozenset(("related", "read-more"))
"""Kinds whose labels head a list that was kept for other reasons than its heading."""
_CROSSHEADS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def complete(scene: Surroundings, chosen: list[bool], barred: list[bool], title: str, *, is_dated: bool = True) -> None:
    """Complete what is begun: choose the rest of lists, tables and notes, in place; comments go first.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story.
        barred: Units that can never be story.
        title: The headline, which is no heading of a section.
        is_dated: Whether the page has a date of publication.
    """
    drop_remarks(scene, chosen)
    drop_scraps(scene, chosen)
    if is_dated:
        drop_last_cards(scene, chosen)
    begun = [
        *_wholes(scene, chosen), *lists_among_text(scene, chosen, is_dated=is_dated), *front_cards(scene, chosen),
        *_code_in_story(scene, chosen), *_quotes_in_story(scene, chosen),
        *_quotes(scene, chosen), *_labelled(scene, chosen),
        *live_entries(scene, chosen),
        *_comment_heads(scene, chosen), *_datelines(scene, chosen), *sections_of_sources(scene, chosen),
        *verdicts(scene, chosen),
        *notes_on_text(scene, chosen), *(opened_on_request(scene, chosen) if is_dated else ()),
        *key_points(scene, chosen),
        *halves_of_verdict(scene, chosen), *answered_questions(scene, chosen, title),
        *chapters_of_a_kind(scene, chosen), *ingredients(scene, chosen),
    ]  # fmt: skip
    _choose(chosen, begun, barred)
    # Marks may stand in what was added just now.
    _choose(chosen, [*_notes(scene, chosen), *_numbered_notes(scene, chosen)], barred)
    for unit in (*heads_of_chosen(scene, chosen), *labels_of_chosen(scene, chosen), *_code_titles(scene, chosen)):
        chosen[unit] = True
    drop_sign_ups(scene, chosen)
    _keep_headings(scene, chosen, barred, title.casefold())


def _choose(chosen: list[bool], ranges: Iterable[tuple[int, int]], barred: list[bool]) -> None:
    for low, high in ranges:
        for unit in range(low, high):
            if not barred[unit]:
                chosen[unit] = True


def _keep_headings(scene: Surroundings, chosen: list[bool], barred: list[bool], headline: str) -> None:
    """Keep a heading if the text or the list right under it is kept: it goes only when its section goes.

    Source:
        Over lists that were kept, 43 headings on 20 of 923 pages were lost: the gold has 34 of them, and five more
        name what their list is ("References", "Specs:", "In brief").
    """
    tags, boxes = scene.page.tags, scene.units.box
    for unit in range(len(chosen) - 2, -1, -1):
        if tags[boxes[unit]] not in _CROSSHEADS or barred[unit] or chosen[unit]:
            continue
        under = _first_under(scene, unit)
        if not chosen[under]:
            continue
        together = scene.wider(boxes[unit]) == scene.wider(boxes[under])
        below = tags[boxes[under]] not in _CROSSHEADS
        text = scene.units.text[unit]
        label = find_label(text)
        if label is not None and label.kind in _OVER_LISTS:
            chosen[unit] = _heads_whole_list(scene, chosen, unit)
            continue
        together = together or _heads_whole_list(scene, chosen, unit)
        is_said_twice = text.casefold() == headline
        own = label is None and not is_furniture(text, scene.shares[unit])
        chosen[unit] = together and below and own and not is_said_twice


def _heads_whole_list(scene: Surroundings, chosen: Sequence[bool], heading: int) -> bool:
    """Tell whether a list begins right under a heading, beside it, and is all in the story."""
    page, boxes = scene.page, scene.units.box
    for node in page.ancestors(boxes[heading + 1]):
        low, high = scene.range_of(node)
        if low != heading + 1:
            return False
        if page.tags[node] in _LISTS:
            return all(chosen[low:high]) and scene.wider(node) == scene.wider(boxes[heading])
    return False


def _first_under(scene: Surroundings, heading: int) -> int:
    """Return the first unit under a heading, past the words of buttons beside it; the heading if there is none."""
    flags, texts = scene.units.flags, scene.units.text
    stop = min(heading + 1 + _BUTTONS, len(texts))
    return next(
        (unit for unit in range(heading + 1, stop) if not (flags[unit] & _CONTROL or find_label(texts[unit]))), heading
    )


def _wholes(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each list, table or piece of code of which most is chosen."""
    page = scene.page
    for tag in _WHOLES:
        for node in page.find(tag):
            low, high = scene.range_of(node)
            if high - low < _SMALLEST_GROUP or scene.units.node_flags[node] & ~scene.shared_flags & _FOREIGN:
                continue
            if tag == "table" and _lays_out(page, node):
                continue
            kept = sum(scene.lengths[unit] for unit in range(low, high) if chosen[unit])
            totals = scene.totals(node)
            most = kept >= (_MOST_OF_DATA if tag == "table" or _is_plain(page, node, totals) else _MOST) * totals.length
            if most or (tag == "table" and _stands_in_story(scene, chosen, node)):
                yield low, high


def _code_in_story(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield each piece of code between two things of the story: the line before it leads up to it.

    A command is a line or two without a sentence, and looks like a button by itself.
    """
    page = scene.page
    for node in page.find("pre"):
        low, high = scene.range_of(node)
        if low < high and not any(chosen[low:high]):
            before, after = chosen[max(0, low - _NEAR_CODE) : low], chosen[high : high + _NEAR_CODE]
            if any(before) and any(after):
                yield low, high


def _code_titles(scene: Surroundings, chosen: list[bool]) -> Iterator[int]:
    """Yield the line over each piece of code of the story that is called its title: the name of a file, mostly."""
    page, boxes = scene.page, scene.units.box
    for node in page.find("pre"):
        low, high = scene.range_of(node)
        if 0 < low < high and chosen[low] and role_of(page.attributes[boxes[low - 1]].get("class", ""), "") == _TITLE:
            yield low - 1


def _quotes_in_story(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield each quotation between two things of the story, in no container of the site's: somebody in it speaks.

    Words set large are short, and look like a teaser's headline by themselves. Those that the story has already are
    only shown again.
    """
    page, flags = scene.page, scene.units.node_flags
    story = ""
    for node in page.find("blockquote"):
        low, high = scene.range_of(node)
        if low == high or any(chosen[low:high]) or flags[node] & ~scene.shared_flags & _OF_THE_SITE:
            continue
        totals = scene.totals(node)
        before, after = chosen[max(0, low - _NEAR) : low], chosen[high : high + _NEAR]
        if totals.linked < MOSTLY_LINKS * totals.length and any(before) and any(after):
            story = story or _letters(compress(scene.units.text, chosen))
            if _letters(scene.units.text[low : low + 1]) not in story:
                yield low, high


def _letters(texts: Iterable[str]) -> str:
    """Return texts without what a copy may differ in: case, marks and spaces."""
    return "".join(filter(str.isalnum, "".join(texts).casefold()))


def _is_plain(page: Page, node: int, totals: Totals) -> bool:
    """Tell whether a list is one of text: neither of links nor of cards, each with a heading."""
    of_links = totals.linked > MOSTLY_LINKS * totals.length
    return not of_links and _CARDS.isdisjoint(page.tags[node + 1 : page.ends[node]])


def _stands_in_story(scene: Surroundings, chosen: list[bool], table: int) -> bool:
    """Tell whether a table with header cells or of which cells are chosen stands between text of the story.

    Its cells are short, and look like furniture one by one; nobody sets a table between two paragraphs for furniture.
    """
    page, totals = scene.page, scene.totals(table)
    if totals.linked > _LINKED_TABLE * totals.length:
        return False
    low, high = scene.range_of(table)
    begun = any(chosen[low:high])
    if not begun and not any(True for _ in page.find("th", table, page.ends[table])):
        return False
    first, last = scene.range_of(scene.wider(table))
    before = any(chosen[max(first, low - _NEAR) : low]) or not any(chosen[max(first, low - _FAR) : low])
    return before and (any(chosen[high : min(last, high + _NEAR)]) or (begun and high == last))


def _lays_out(page: Page, table: int) -> bool:
    """Tell whether a table holds parts of a page and not data: what is chosen of it says nothing of the rest."""
    is_said = page.attributes[table].get("role", "") in ("presentation", "none")
    return is_said or not _NOT_IN_DATA.isdisjoint(page.tags[table + 1 : page.ends[table]])


def _quotes(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each quote that is begun: its ``footer`` says who is quoted, and is not the page's."""
    for node in scene.page.find("blockquote"):
        low, high = scene.range_of(node)
        if high - low < _SMALLEST_GROUP:
            continue
        kept = sum(scene.lengths[unit] for unit in range(low, high) if chosen[unit])
        if kept >= _QUOTED * scene.totals(node).length:
            yield low, high


def _labelled(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield what belongs to a box of which a part is chosen: the summary that opens it, its title, a claim's parts.

    A post of a social network that stands right after a chosen line, in the same element, is quoted by the story.
    """
    tags = scene.page.tags
    for node in scene.page.find("summary"):
        low, high = scene.range_of(node)
        if high < scene.range_of(max(scene.page.parents[node], 0))[1] and chosen[high]:
            yield low, high
    told = -1
    for node, role in elements_called(scene.page, *_BOXES):
        if role == "post" and tags[node] != "blockquote":
            continue
        low, high = scene.range_of(node)
        if not 0 < high - low <= _LARGEST_BOX:
            continue
        if role == "post":
            beside = scene.range_of(scene.page.parents[node])[0] < low
            if beside and (chosen[low - 1] or told == low):
                told = high
                yield low, high
        elif any(chosen[low:high]) or (role == "table-notes" and low > 0 and chosen[low - 1]):
            yield from ((unit, unit + 1) for unit in range(low, high) if _is_in_box(scene, node, role, unit))


def _is_in_box(scene: Surroundings, node: int, role: str, unit: int) -> bool:
    """Tell whether a line of a box is none of the site's: what is called a sidebar may hold its lists beside a fact.

    "See also" and "Details" are titles of notes in manuals.
    """
    if role != "callout" and find_label(scene.units.text[unit]):
        return False
    of_the_site = scene.units.flags[unit] & ~scene.units.node_flags[node] & _OF_THE_SITE
    return role != "sidebar" or not (of_the_site or scene.shares[unit] > MOSTLY_LINKS)


def _datelines(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield a dateline that stands by itself right before a paragraph of the story: it is how the paragraph begins."""
    for unit in range(1, len(chosen)):
        if chosen[unit] and not chosen[unit - 1] and scene.prose[unit]:
            before = scene.units.text[unit - 1]
            # A place alone may as well be a section's name in capitals.
            if len(before) <= _DATELINE_CHARS and before[-1] in "–—-)" and is_dateline(before):
                yield unit - 1, unit


def _comment_heads(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units at the start of each comment of which words are chosen: who says it, and when."""
    flags = scene.units.flags
    if not any(keep and flag & _COMMENT for keep, flag in zip(chosen, flags, strict=True)):
        return
    comments = [node for node, _ in elements_called(scene.page, "comment")]
    if not comments:
        return
    starts = [scene.range_of(node)[0] for node in comments]
    for node, low, stop in zip(comments, starts, [*starts[1:], len(chosen)], strict=True):
        high = min(scene.range_of(node)[1], stop)
        first = next((unit for unit in range(low, high) if chosen[unit]), low)
        if sum(scene.lengths[low:first]) <= _HEAD_CHARS:
            yield low, first


def _notes(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each note that a mark in the story leads to, further down the page."""
    page = scene.page
    targets: dict[str, int] = {}
    attributes, own = page.attributes, own_addresses(page)
    for node in page.find("a"):
        mark = _mark_of(scene, chosen, node, own) if "#" in attributes[node].get("href", "") else ""
        if not mark:
            continue
        if not targets:
            targets = {attributes[place]["id"]: place for place in page.having("id")}
        place = targets.get(mark, -1)
        if place > node:
            yield scene.range_of(_note_around(scene, place))


def _numbered_notes(scene: Surroundings, chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the units of each note that a raised number in the story means by its name, without a link."""
    page = scene.page
    marks: set[str] = set()
    for node in page.find("sup"):
        label = page.text(node).strip()
        unit = next((scene.units.owner[place] for place in range(node, page.ends[node]) if page.texts[place]), -1)
        if label.isdecimal() and len(label) <= _LABEL_CHARS and unit >= 0 and chosen[unit]:
            marks.add(label)
    if not marks:
        return
    for place in page.having("id"):
        named = _NOTE_NAME.fullmatch(page.attributes[place]["id"])
        if named and named[1] in marks:
            yield scene.range_of(_note_around(scene, place))


def _mark_of(scene: Surroundings, chosen: list[bool], node: int, own: AbstractSet[str]) -> str:
    """Return the name of the place that a note mark of the story leads to; "" for other links."""
    page = scene.page
    name = in_page_name(own, page.attributes[node]["href"])
    if name is None:
        return ""
    words = [place for place in range(node, page.ends[node]) if scene.units.owner[place] >= 0]
    if not words or not chosen[scene.units.owner[words[0]]]:
        return ""
    label = "".join(page.texts[place] for place in words).strip()
    is_mark = len(label) <= _LABEL_CHARS and not label.strip("[]() ").isalpha()
    return name if is_mark else ""


def _note_around(scene: Surroundings, node: int) -> int:
    """Return the item that holds a note: the place itself, or the list item or paragraph around a mere anchor."""
    page = scene.page
    low, high = scene.range_of(node)
    while node > 0 and (low == high or page.tags[node] in ("a", "sup", "span", "b", "cite")):
        node = page.parents[node]
        low, high = scene.range_of(node)
    return node
