"""Who wrote it, by weighing what the page declares against the byline that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11ynews.read.metadata.authors import is_name, names_in, unique
from a11ynews.read.metadata.bylines import SeenByline
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.sites import SiteNames
from a11ynews.read.metadata.vocabulary import words
from a11ynews.read.metadata.wording import fold

__all__ = ["Authors", "choose_authors", "is_nobody"]

_SAME_CARD = 12
_CATALOGUES = frozenset(("citation_author", "dc.creator", "dcterms.creator"))
_MOST_GIVEN = 3
_ACCOUNTS = frozenset(("admin", "administrator", "webmaster"))


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


def choose_authors(claims: Sequence[Claim], seen: Sequence[SeenByline], sites: SiteNames, language: str) -> Authors:
    """Choose the authors.

    Where the visible byline and the declared names share somebody, the longer list of people wins.
    Where they share nobody, a byline that says "by" wins. The site's own name, a desk
    and the like count only if nobody else is named; an account called "admin" never does.

    Args:
        claims: Claims of the field "authors" that nobody sees.
        seen: Visible bylines near the headline, the nearest first.
        sites: What the site calls itself.
        language: BCP 47 tag of the page.
    """
    groups = _groups(claims, sites, language)
    strong = [_Group(group.source, names) for group in groups if (names := _people(group.names, sites))]
    declared = next((group for group in strong if group.source.startswith("json-ld")), None) or next(iter(strong), None)
    source, names = _weigh(declared, seen, sites)
    if not names:
        weak = [*groups, *(_Group("byline", one.names) for one in seen if one.is_said or one.is_marked)]
        source, names = next(
            ((group.source, group.names) for group in weak if not _are_accounts(group.names)), ("", [])
        )
    names = [_as_printed(name, seen) for name in names]
    keys = {fold(name) for name in names}
    lines = tuple(one for one in seen if keys & {fold(name) for name in one.names})
    return Authors(tuple(names), source, lines)


def _as_printed(name: str, seen: Sequence[SeenByline]) -> str:
    """Return a name that the page declares in small letters as its byline prints it; nobody's is changed by us."""
    if name.lower() != name:
        return name
    folded = fold(name)
    return next((shown for one in seen for shown in one.names if fold(shown) == folded), name)


def _weigh(declared: _Group | None, seen: Sequence[SeenByline], sites: SiteNames) -> tuple[str, list[str]]:
    """Decide between declared people and visible ones."""
    said = [one for one in seen if one.is_said]
    near = (
        _card(said, sites) if said else _card([one for one in seen if one.is_marked], sites) or _card(seen, sites)[:1]
    )
    shown = unique(name for one in near for name in one.names)
    shown = _people(shown, sites) or shown
    if declared is None:
        return ("byline", shown) if _people(shown, sites) else ("", [])
    theirs = {fold(name) for name in declared.names}
    if any(theirs & {fold(name) for name in one.names} for one in seen):
        ours = {fold(name) for name in shown}
        more = [name for name in shown if fold(name) not in theirs]
        is_one_line = any({fold(name) for name in one.names} > theirs for one in near)
        is_longer = (bool(said) or is_one_line) and ours > theirs and all(map(_is_somebody, more))
        return ("byline", shown) if is_longer else (declared.source, declared.names)
    is_handle = all(len(name.split()) == 1 for name in declared.names)
    if shown and (said or (is_handle and all(len(name.split()) > 1 for name in shown))):
        return "byline", shown
    return declared.source, declared.names


def _is_somebody(name: str) -> bool:
    return is_name(name) or name.casefold() in words("bylines", "agencies")


def _catalogued(claim: Claim) -> list[str]:
    """Return the name in a catalogue's form that a library's element has: "Jong, Michiel de", "Kooman, F."."""
    surname, comma, given = claim.value.partition(", ")
    is_name = claim.source in _CATALOGUES and comma and "," not in given and 0 < len(given.split()) <= _MOST_GIVEN
    return [f"{given.strip()} {surname.strip()}"] if is_name and len(surname.split()) == 1 else []


def _without_places(names: list[str], sites: SiteNames) -> list[str]:
    """Return only the site's name of its address: "dailycloud.example, Berlin, Germany"."""
    is_address = len(names) > 1 and sites.is_name(names[0]) and all(len(name.split()) == 1 for name in names[1:])
    return names[:1] if is_address else names


def _groups(claims: Sequence[Claim], sites: SiteNames, language: str) -> list[_Group]:
    """Gather the names of each source; a source that repeats is one group."""
    groups: dict[str, _Group] = {}
    for claim in claims:
        names = _catalogued(claim) or _without_places(names_in(claim.value, language), sites)
        if names:
            group = groups.setdefault(claim.source, _Group(claim.source, []))
            group.names = unique([*group.names, *names])
    return list(groups.values())


def _card(seen: Sequence[SeenByline], sites: SiteNames) -> list[SeenByline]:
    """Return the first byline with people, and those that stand right beside it."""
    people = [one for one in seen if _people(one.names, sites)]
    if not people:
        return []
    first = people[0]
    card = [first]
    for one in people[1:]:
        distance = one.line.pieces[0] - card[-1].line.pieces[-1]
        if (first.is_said == one.is_said or one.is_marked) and 0 < distance <= _SAME_CARD:
            card.append(one)
    return card


def _people(names: list[str], sites: SiteNames) -> list[str]:
    return [name for name in names if not sites.is_name(name) and not is_nobody(name)]


def is_nobody(name: str) -> bool:
    """Return whether a name is an account's and not a person's.

    Example:
        >>> is_nobody("Admin"), is_nobody("NOC Admin"), is_nobody("Ada Writer")
        (True, True, False)
    """
    folded = fold(name)
    parts = folded.split()
    if len(parts) > 1 and parts[-1] in _ACCOUNTS:
        return True
    return folded in words("bylines", "nobody") or folded.isdigit() or ("." in folded and " " not in folded)


def _are_accounts(names: list[str]) -> bool:
    """Whether names are what a system writes where nobody is named: numbers, "admin", "undefined"."""
    accounts = words("bylines", "accounts")
    return all(
        name.isdigit() or (folded := fold(name)) in accounts or folded.split()[-1] in _ACCOUNTS for name in names
    )
