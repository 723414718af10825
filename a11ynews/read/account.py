"""The account of a page: what became of every character that is not in the body.

The law: each visible character is in the body, in the header or in the removed, once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, islice

from a11ynews.model.findings import HeaderText, Removed
from a11ynews.read.build.left_out import REASONS, LeftOut
from a11ynews.read.choice.sign_ups import sign_up_boxes
from a11ynews.read.metadata import HeaderNode
from a11ynews.read.rules.furniture import Rule, rule_for
from a11ynews.read.rules.region import Region
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import POINTERS, Label, find_label, find_placeholder, find_pointer
from a11ynews.tree.page import TEXT, Page

__all__ = ["header_texts", "header_words", "mechanics", "removed_texts"]


def header_words(page: Page, header: Sequence[HeaderNode]) -> bytearray:
    """Return one byte a node: 1 for text nodes whose words became metadata."""
    marks = bytearray(len(page))
    for found in header:
        for node in range(found.node, page.ends[found.node]):
            if page.tags[node] == TEXT:
                marks[node] = 1
    return marks


def header_texts(
    page: Page, scene: Surroundings, header: Sequence[HeaderNode], in_header: bytearray
) -> tuple[HeaderText, ...]:
    """Return the words of the page that became metadata, in order; those given back to the story are not in it."""
    found = []
    for place in header:
        inside = range(place.node, page.ends[place.node])
        text = _words(page, scene, (node for node in inside if in_header[node] or page.tags[node]))
        if text:
            found.append(HeaderText(role=place.role, text=text, where=page.place(place.node)))
    return tuple(found)


def _words(page: Page, scene: Surroundings, nodes: Iterable[int]) -> str:
    """Return the words of text nodes, white space folded, a space between two units and for a line break."""
    owner = scene.units.owner
    parts: list[str] = []
    last = -1
    for node in nodes:
        unit = owner[node]
        if unit < 0:
            if page.tags[node] == "br" or page.texts[node].isspace():
                parts.append(" ")
            continue
        if unit != last and parts:
            parts.append(" ")
        parts.append(page.texts[node])
        last = unit
    return " ".join("".join(parts).split())


def removed_texts(
    page: Page,
    scene: Surroundings,
    chosen: Sequence[bool],
    in_header: bytearray,
    title: str,
    known: Mapping[int, Rule] | None = None,
) -> tuple[Removed, ...]:
    """Return what is neither in the body nor in the header, with kind and reason.

    Neighbours of one kind are one record, until something of the story stands between them.

    Args:
        page: The page.
        scene: Its units.
        chosen: For each unit whether it is in the story.
        in_header: One byte a node, 1 for words that became metadata.
        title: The headline.
        known: Units whose rule the rules for families of sites give; a label that the unit consists
            of is more certain than they are.
    """
    ledger = _Ledger(page, scene)
    judge = _Judge(page, scene, chosen, title)
    units = scene.units
    last_in_header = in_header.rfind(1)
    for unit, keep in enumerate(chosen):
        if keep:
            judge.pass_story()
            ledger.close()
            continue
        text, start, stop = units.text[unit], units.start[unit], units.stop[unit]
        if start <= last_in_header and in_header.find(1, start, stop) >= 0:
            judge.pass_story()
            text = _words(page, scene, (node for node in range(start, stop) if not in_header[node]))
        if text:
            rule = judge.rule_for(unit, text)
            family = known.get(unit) if known else None
            ledger.add(unit, text, rule if family is None or find_label(text) or judge.is_headed(rule) else family)
    ledger.close()
    return tuple(ledger.records)


def mechanics(page: Page, left_out: Iterable[LeftOut]) -> tuple[Removed, ...]:
    """Return what the blocks say in another way: ways back from notes, second copies of formulas."""
    return tuple(
        Removed(
            text=" ".join(found.text.split()),
            kind="mechanics",
            reason=REASONS[found.rule],
            where=page.place(found.node),
            rule=found.rule,
        )
        for found in left_out
        if found.text.strip()
    )


class _Judge:
    """Finds the rule for each unit that was left out, with the last label above it in mind."""

    def __init__(self, page: Page, scene: Surroundings, chosen: Sequence[bool], title: str) -> None:
        self.page = page
        self.scene = scene
        self.known = {text.casefold() for text in compress(scene.units.text, chosen)}
        self.known.add(title.casefold().strip())
        self.section = ""
        self.headline = next(page.find("h1"), 0)
        around_headline = scene.units.node_flags[page.parents[self.headline]] if self.headline else 0
        self.around_story = scene.shared_flags | (around_headline & _OF_CARDS)
        self.sign_ups = {unit for low, high in sign_up_boxes(scene) for unit in range(low, high)}
        self.jumps = page.jumps()

    def pass_story(self) -> None:
        """Forget the label above: the story goes on below it."""
        self.section = ""

    def is_headed(self, rule: Rule) -> bool:
        """Tell whether a rule says what the label above says, as that of a list does."""
        return bool(self.section) and rule.kind == self.section

    def rule_for(self, unit: int, text: str) -> Rule:
        """Return the rule that says what a unit is."""
        units = self.scene.units
        label = find_label(text) or find_pointer(text) or self._first_of_row(unit)
        if label is None and self.scene.prose[unit]:
            label = find_placeholder(text)
        tag, flags = self.page.tags[units.box[unit]], units.flags[unit] & ~self.around_story
        if unit in self.sign_ups:
            flags |= _NEWSLETTER
        if label is None and tag in _HEADINGS:
            self.section = ""
        may_jump = label is not None or self.section != "" or flags & _JUMPING != 0
        region = Region(  # without names: a page has 190 of them
            text,
            tag,
            flags,
            label.kind if label else "",
            self.section,
            self.scene.shares[unit],
            may_jump and self._leads_into_page(unit),
            len(text) > 1 and text.casefold() in self.known,
            units.start[unit] < self.headline,
        )
        if label is not None and (tag in _HEADINGS or region.link_share <= _ALL_LINK):
            self.section = label.kind
        return rule_for(region)

    def _first_of_row(self, unit: int) -> Label | None:
        """Return the first label of a row of links in one line ("Jump to recipe", "Print"), or before a link."""
        units = self.scene.units
        if self.scene.shares[unit] <= MOSTLY_LINKS or units.stop[unit] - units.start[unit] == 1:
            return None
        parts = (node for node in range(units.start[unit], units.stop[unit]) if units.owner[node] == unit)
        label = next(filter(None, (find_label(self.page.texts[node]) for node in islice(parts, _LONGEST_ROW))), None)
        is_row = label is not None and (label.kind in POINTERS or self.scene.shares[unit] > _ALL_LINK)
        return label if is_row else None

    def _leads_into_page(self, unit: int) -> bool:
        """Tell whether the unit is a link to a place in this page, or begins with one; "#" alone is a button's."""
        start = self.scene.units.start[unit]
        last = bisect_right(self.jumps, start) - 1
        if last < 0 or start >= self.page.ends[self.jumps[last]]:
            return False
        return len(self.page.attributes[self.jumps[last]]["href"]) > 1


class _Ledger:
    """Collects neighbours of one kind into one record."""

    def __init__(self, page: Page, scene: Surroundings) -> None:
        self.page = page
        self.scene = scene
        self.records: list[Removed] = []
        self.rule: Rule | None = None
        self.units: list[int] = []
        self.texts: list[str] = []

    def add(self, unit: int, text: str, rule: Rule) -> None:
        """Take in a unit."""
        if self.rule is None or rule.kind != self.rule.kind:
            self.close()
            self.rule = rule
        self.units.append(unit)
        self.texts.append(text)

    def close(self) -> None:
        """Write the record down."""
        if self.rule is None:
            return
        rule, self.rule = self.rule, None
        self.records.append(
            Removed(text="\n".join(self.texts), kind=rule.kind, reason=rule.because, where=self._where(), rule=rule.id)
        )
        self.units, self.texts = [], []

    def _where(self) -> str:
        """Return the place of the smallest element that holds all of the record."""
        units = self.scene.units
        node, stop = units.box[self.units[0]], units.stop[self.units[-1]]
        while node > 0 and self.page.ends[node] < stop:
            node = self.page.parents[node]
        return self.page.place(node)


_JUMPING = bit("skip") | bit("reader-only")
"""Flags under which it matters whether a link leads to a place in the page, as under a label."""
_OF_CARDS = sum(map(bit, ("related", "recommend", "promo", "sidebar", "widget", "dialog")))
"""Flags that say nothing where the headline stands in the same element: a page may be laid out as a grid of cards."""
_NEWSLETTER = bit("newsletter")
_ALL_LINK = 0.8
"""Share of linked characters from which a label is an entry of a menu ("Comments"), and heads nothing."""
_LONGEST_ROW = 8
"""Links of a row that are looked at."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
