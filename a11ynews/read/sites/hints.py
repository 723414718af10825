"""What the rules for families of sites say of one page: which units are furniture, which may be the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from a11ynews.read.rules.furniture import Rule
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.sites import Family, Selector, families
from a11ynews.tree.page import Page

__all__ = ["SiteHints", "family_of", "site_hints"]

DOUBT = 0.85
"""What stands outside the place where a family puts its stories is less likely by this factor: a hint, no verdict.
On 266 pages of the corpora this raised the word F1 from 0.9772 to 0.9774; to favour what stands inside lowered it."""
MOST_PROSE = 0.5
"""Furniture does not hold more of a page's prose than this: a site that does so uses the name for something else."""


@dataclass(slots=True)
class SiteHints:
    """Hints for one page.

    Attributes:
        family: The family that the page is of.
        rules: Units that are furniture, with the rule that says why.
        story: Units in the place of the story.
    """

    family: Family
    rules: dict[int, Rule] = field(default_factory=dict)
    story: set[int] = field(default_factory=set)

    def bar(self, barred: list[bool]) -> None:
        """Bar the furniture from the story, in place."""
        for unit in self.rules:
            barred[unit] = True

    def doubt(self, likely: list[float]) -> None:
        """Make what stands outside the story's place less likely, in place."""
        if self.story:
            for unit in range(len(likely)):
                if unit not in self.story:
                    likely[unit] *= DOUBT


def site_hints(scene: Surroundings) -> SiteHints | None:
    """Return the hints for a page; None if it is of no known family."""
    page = scene.page
    family = family_of(page)
    if family is None:
        return None
    hints = SiteHints(family)
    prose = scene.totals(0).prose
    for node, rule in _matching(page, family):
        low, high = scene.range_of(node)
        if rule is None:
            hints.story.update(range(low, high))
        elif scene.totals(node).prose <= MOST_PROSE * prose:
            hints.rules.update((unit, rule) for unit in range(low, high) if unit not in hints.rules)
    hints.story -= hints.rules.keys()
    return hints


def family_of(page: Page) -> Family | None:
    """Return the family that a page is of, by what it says made it or by its marks.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> family_of(parse_page('<meta name="generator" content="WordPress 6.8">')).name
        'WordPress'
    """
    made_by = [
        page.attributes[node].get("content", "").strip().casefold()
        for node in page.find("meta")
        if page.attributes[node].get("name", "").lower() == "generator"
    ]
    for family in families():
        if any(made.startswith(family.generators) for made in made_by):
            return family
    return _by_markers(page)


def _by_markers(page: Page) -> Family | None:
    """Return the family of which a page has enough marks."""
    markers = _markers()
    seen = {marker for word in markers.keys() & page.class_words() for marker in markers[word]}
    return next((family for family in families() if family.markers and _has(family, seen)), None)


def _has(family: Family, seen: set[Selector]) -> bool:
    return sum(marker in seen for marker in family.markers) >= family.needs


@cache
def _markers() -> Mapping[str, tuple[Selector, ...]]:
    """The markers of all families by their class."""
    found: dict[str, tuple[Selector, ...]] = {}
    for family in families():
        for marker in family.markers:
            word = min(marker.classes).lower()
            found[word] = (*found.get(word, ()), marker)
    return found


def _matching(page: Page, family: Family) -> Iterator[tuple[int, Rule | None]]:
    """Yield the elements that a family's rules speak of, None as rule for the place of the story."""
    wanted: Sequence[tuple[Selector, Rule | None]] = (*family.furniture, *((one, None) for one in family.story))
    names = frozenset(word for selector, _ in wanted for word in selector.classes)
    ids = frozenset(selector.id for selector, _ in wanted if selector.id)
    found = set(page.called(map(str.lower, names)))
    if ids:
        found.update(node for node in page.having("id") if page.attributes[node]["id"] in ids)
    for node in sorted(found):
        own = page.attributes[node]
        classes = frozenset(own.get("class", "").split())
        for selector, rule in wanted:
            if selector.matches(page.tags[node], own, classes):
                yield node, rule
