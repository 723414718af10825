"""Who wrote it, by weighing what the page declares against the byline that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11ynews.read.metadata.authors import names_in, unique
from a11ynews.read.metadata.bylines import SeenByline
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.sites import SiteNames
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold

__all__ = ["Authors", "choose_authors", "is_nobody"]

_SAME_CARD = 6


@dataclass(frozen=True, slots=True)
class Authors:
    """The names that won.

    Attributes:
        names: In order.
        source: The source they come from, as in :class:`Claim`.
        seen: The visible lines that name them.
    """

    names: tuple[str, ...]
    source: str
    seen: tuple[SeenByline, ...]


@dataclass(slots=True)
class _Group:
    source: str
    names: list[str]


def choose_authors(claims: Sequence[Claim], seen: Sequence[SeenByline], sites: SiteNames) -> Authors:
    """Choose the authors.

    A visible byline that says "by" wins over declared names that differ from it altogether; where
    they share a name, the longer list wins. The site's own name, an account called "admin" and the
    like count only if nobody else is named.

    Args:
        claims: Claims of the field "authors" that nobody sees.
        seen: Visible bylines near the headline, the nearest first.
        sites: What the site calls itself.
    """
    said = _card([one for one in seen if one.is_said], sites) or _card([one for one in seen if one.is_marked], sites)
    bare = [] if said else _card(list(seen), sites)
    shown = unique(name for one in said for name in one.names)
    groups = _groups(claims)
    strong = [_Group(group.source, names) for group in groups if (names := _people(group.names, sites))]
    source, names = _weigh(strong, shown, is_said=any(one.is_said for one in said))
    if not names and bare:
        source, names = "byline", bare[0].names[:]
    if not names:
        source, names = next(((group.source, group.names) for group in groups if not _all_nobody(group.names)), ("", []))
    keys = {fold(name) for name in names}
    lines = tuple(one for one in seen if keys & {fold(name) for name in one.names})
    return Authors(tuple(names), source, lines)


def _weigh(strong: list[_Group], shown: list[str], *, is_said: bool) -> tuple[str, list[str]]:
    declared = next((group for group in strong if group.source.startswith("json-ld")), None) or next(iter(strong), None)
    if declared is None or not shown:
        return (declared.source, declared.names) if declared else ("byline", shown)
    ours, theirs = {fold(name) for name in shown}, {fold(name) for name in declared.names}
    if ours & theirs:
        return ("byline", shown) if ours > theirs else (declared.source, declared.names)
    if is_said or all(len(name.split()) == 1 for name in declared.names):
        return "byline", shown
    return declared.source, declared.names


def _groups(claims: Sequence[Claim]) -> list[_Group]:
    """Gather the names of each source; a source that repeats is one group."""
    groups: dict[str, _Group] = {}
    for claim in claims:
        names = names_in(claim.value)
        if names:
            group = groups.setdefault(claim.source, _Group(claim.source, []))
            group.names = unique([*group.names, *names])
    return list(groups.values())


def _card(seen: list[SeenByline], sites: SiteNames) -> list[SeenByline]:
    """Return the first byline with people, and those that stand right beside it."""
    people = [one for one in seen if _people(one.names, sites)]
    if not people:
        return []
    first = people[0]
    card = [first]
    for one in people[1:]:
        distance = one.line.pieces[0] - card[-1].line.pieces[-1]
        if first.is_said == one.is_said and 0 < distance <= 3 * _SAME_CARD:
            card.append(one)
    return card


def _people(names: list[str], sites: SiteNames) -> list[str]:
    return [name for name in names if not sites.is_name(name) and not is_nobody(name)]


def is_nobody(name: str) -> bool:
    """Return whether a name is an account's and not a person's.

    Example:
        >>> is_nobody("Admin"), is_nobody("Ada Writer")
        (True, False)
    """
    folded = fold(name)
    return folded in words("bylines", "nobody") or folded.isdigit() or ("." in folded and " " not in folded)


def _all_nobody(names: list[str]) -> bool:
    return all(name.isdigit() for name in names)
