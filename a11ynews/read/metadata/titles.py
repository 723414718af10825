"""The headline by vote: the visible h1, Open Graph, JSON-LD and the ``title`` element.

The h1 that agrees best with the others wins, for it is what readers see. A declared title wins
where the h1 is no headline of this page (the site's name, a menu), or only adds a kicker in front
(``../shared/notes/reading-experiments.md``, "Title, authors, date").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.sites import SiteNames
from a11ynews.read.metadata.wording import words_of

__all__ = ["Title", "choose_title", "key_of", "likeness", "site_in", "without_site"]

_SEPARATOR = re.compile(r"\s[|\-–—:·•»«/]{1,2}\s|\s?[|｜]\s?|\s::\s|\s?»\s?|-{2}")
_FIRST_SEPARATOR = re.compile(_SEPARATOR.pattern + r"|(?<=\w):\s")
_BAR = re.compile(r"\s*[|｜]\s*")
_SECTION_WORDS = 5
"""Words of the longest part behind a bar that names a site or a section and is no part of the headline."""
_NUMBERED = re.compile(r"\[\d{4}\.\d{4,5}(?:v\d+)?\]\s+(?=\S)")
"""The number that a server of preprints puts in front."""
_KICKER_END = re.compile(r"[:|\-–—/·•]\s*$")
_KICKER = re.compile(r"([^:|–—-]{2,60}?)\s?(?::|\||\s[-–—])\s(.+)")
_TRAILER = re.compile(r"\s+(?:\([\w-]+(?:\.[\w-]+)+\))?\s*(?:\d{1,6})?")
"""What forums put behind a headline, in the heading: the host that it links to, the number of comments."""
_MIN_WORDS = 4
_KICKER_WORDS = 4
_MAX_CHARS = 160
_UNLIKE = 0.3
_DECLARED = ("og:title", "json-ld", "twitter:title")


@dataclass(frozen=True, slots=True)
class Title:
    """The headline that won.

    Attributes:
        text: The headline without site name and kicker.
        claim: Where it comes from.
        node: The visible heading that shows it, -1 if none does.
        kicker: What the heading puts in front, if that is a kicker.
    """

    text: str
    claim: Claim
    node: int = -1
    kicker: str | None = None


@dataclass(frozen=True, slots=True)
class _Try:
    """A claim with the site's name cut, and its key for comparison."""

    claim: Claim
    text: str
    key: str


def choose_title(claims: Sequence[Claim], sites: SiteNames, glued: frozenset[int] = frozenset()) -> Title | None:
    """Choose the headline among the title claims.

    Args:
        claims: Claims of the field "title"; those with a node are visible headings.
        sites: What the site calls itself.
        glued: Nodes whose parts stand without a space between them in the source.
    """
    sites = sites.plus(_repeated_sites(claims, sites))
    tries = [_try(claim, sites) for claim in claims]
    tries = [one for one in tries if one.key]
    others = [one for one in tries if one.claim.node < 0]
    best = _best_heading([one for one in tries if one.claim.node >= 0], others, sites)
    declared = _best_declared(others, tries)
    won = _choose(best, declared, others, sites, glued)
    return replace(won, text=_before_bar(won.text)) if won else None


def _choose(
    best: _Try | None, declared: _Try | None, others: list[_Try], sites: SiteNames, glued: frozenset[int]
) -> Title | None:
    """Choose between what is shown and what is declared, where there are both."""
    if best is None:
        return Title(declared.text, declared.claim) if declared else None
    if declared is None or declared.claim.source == "title" or _is_led_in(best, declared, sites):
        return Title(best.text, best.claim, best.claim.node)
    is_glued = best.claim.node in glued
    if is_glued and (first := _first_part_before(best.text, declared.claim.value)):
        return Title(first, declared.claim, best.claim.node)
    return _settle(best, declared, others, is_glued=is_glued)


def _before_bar(title: str) -> str:
    """Return a title without the short parts behind bars at its end: sections and sites.

    Example:
        >>> _before_bar("How sleep rewires the brain | Opinion | The Daily Cloud")
        'How sleep rewires the brain'
    """
    first, *parts = _BAR.split(title)
    while parts and len(parts[-1].split()) <= _SECTION_WORDS and len(first.split()) > 1:
        parts.pop()
    return " | ".join((first, *parts))


def _is_led_in(best: _Try, declared: _Try, sites: SiteNames) -> bool:
    """Tell whether a declared title is the heading with the site or a section before it."""
    at = declared.text.rfind(best.text)
    before = declared.text[:at].rstrip() if at > 0 and declared.text.endswith(best.text) else ""
    is_site = before.endswith((":", "-", "–", "—")) and sites.is_name(before[:-1])
    return len(best.text.split()) >= _MIN_WORDS and (before.endswith("|") or is_site)


def _settle(best: _Try, declared: _Try, others: list[_Try], *, is_glued: bool) -> Title:
    """Decide between the best visible heading and the best declared title."""
    shown = Title(best.text, best.claim, best.claim.node)
    candidates = (one for one in others if one.claim.source in _DECLARED)
    if cut := next(filter(None, (_without_ends(best, one, is_glued=is_glued) for one in candidates)), None):
        return cut
    if best.key == declared.key:
        is_same = declared.text.replace("*", "") == best.text  # the stars of Markdown
        return Title(declared.text, declared.claim, best.claim.node) if is_glued and not is_same else shown
    if declared.key.endswith(best.key) and _votes(declared, others) >= 2 and not _votes(best, others):  # noqa: PLR2004
        return Title(declared.text, declared.claim, best.claim.node)
    is_other = likeness(best.text, declared.text) < _UNLIKE or len(best.text) > max(_MAX_CHARS, 2 * len(declared.text))
    if is_other and not _votes(best, others) and _votes(declared, others) >= 2:  # noqa: PLR2004
        return Title(declared.text, declared.claim)
    return shown


def _without_ends(best: _Try, one: _Try, *, is_glued: bool) -> Title | None:
    """Return the headline in a heading that has a kicker before it or a source behind it, as a declared title tells."""
    if best.text != one.text and _TRAILER.fullmatch(best.text.removeprefix(one.text)):
        return Title(one.text, one.claim, best.claim.node)
    if best.key == one.key:
        return None
    if best.key.endswith(one.key) and (kicker := _kicker(best.text, one.text, is_glued=is_glued)):
        return Title(one.text, one.claim, best.claim.node, kicker)
    if cut := _two_kickers(best.text, one.text):
        return Title(cut[1], best.claim, best.claim.node, cut[0])
    return None


def _first_part_before(heading: str, title: str) -> str | None:
    """Return the first part of a declared title, if the heading is that and then something in an element of its own."""
    first = _BAR.split(title, maxsplit=1)[0].strip()
    return first if len(first.split()) > 1 and heading.startswith(f"{first} ") and first != title else None


def _kicker(heading: str, title: str, *, is_glued: bool) -> str | None:
    """Return what stands before the title in a heading, if it is set apart by more than a space."""
    at = heading.rfind(title)
    before = heading[:at] if at > 0 else ""
    if not before.strip() or not (_KICKER_END.search(before) or is_glued):
        return None
    return _KICKER_END.sub("", before).strip() or None


def _two_kickers(heading: str, title: str) -> tuple[str, str] | None:
    """Split a heading that has another kicker than a declared title, before the same headline."""
    one, other = _KICKER.match(heading), _KICKER.match(title)
    if not one or not other or key_of(one[1]) == key_of(other[1]) or len(one[1].split()) > _KICKER_WORDS:
        return None
    same = key_of(one[2]) == key_of(other[2]) and len(words_of(one[2])) >= _MIN_WORDS
    return (one[1], one[2]) if same else None


def _votes(one: _Try, others: list[_Try]) -> int:
    return sum(one.key == other.key for other in others)


def _best_heading(headings: list[_Try], others: list[_Try], sites: SiteNames) -> _Try | None:
    """Return the heading that agrees best with the declared titles; the site's name is none."""
    fit = [one for one in headings if not (others and sites.is_name(one.text)) or _opens_title(one, others, sites)]
    if not fit:
        return None
    scores = {id(one): max((_agreement(one, other) for other in others), default=0.0) for one in fit}
    return max(fit, key=lambda one: scores[id(one)])


def _opens_title(one: _Try, others: list[_Try], sites: SiteNames) -> bool:
    """Tell whether a heading of some words is what the page's title begins with: the site's name stands at its end.

    One of few words may be the site's name, unless what stands at the end has that in it.
    """
    cuts = [cut for other in others if other.claim.source == "title" and (cut := _last_part(other.claim.value))]
    is_long = len(one.text.split()) >= _MIN_WORDS
    return any(key_of(cut[0]) == one.key and (is_long or any(map(sites.is_name, cut[1].split()))) for cut in cuts)


def _agreement(one: _Try, other: _Try) -> float:
    return 2.0 if one.key == other.key else likeness(one.text, other.text)


def _repeated_sites(claims: Sequence[Claim], sites: SiteNames) -> list[str]:
    """Return headings that repeat the last part of the page title, where others have the site's name."""
    cuts = [cut for claim in claims if claim.source == "title" and (cut := _last_part(claim.value))]
    declared = {key_of(claim.value) for claim in claims if claim.source in _DECLARED}
    names = {key_of(cut[1]) for cut in cuts if not sites.is_name(cut[0]) and len(cut[0].split()) > 1} - declared
    return [claim.value for claim in claims if claim.node >= 0 and key_of(claim.value) in names]


def _best_declared(others: list[_Try], tries: list[_Try]) -> _Try | None:
    """Return the declared title most sources agree on; earlier sources win a tie."""
    ranked = [
        one
        for source in (*_DECLARED, "")
        for one in others
        if (one.claim.source == source if source else one.claim.source not in _DECLARED)
    ]
    return max(ranked, key=lambda one: sum(one.key == other.key for other in tries), default=None)


def _try(claim: Claim, sites: SiteNames) -> _Try:
    text = without_site(claim.value, sites)
    if claim.source == "title" and (cut := _last_part(text)) and sites.is_section(cut[1]):
        text = cut[0].rstrip()
    return _Try(claim, text, key_of(text))


def key_of(title: str) -> str:
    """Return a title's letters and digits only, folded.

    Example:
        >>> key_of("Rain, again!") == key_of("RAIN AGAIN")
        True
    """
    return "".join(words_of(title))


def without_site(title: str, sites: SiteNames) -> str:
    """Return a title without the parts at its ends that name the site.

    Example:
        >>> without_site("Rain in May - The Daily Cloud", SiteNames(["The Daily Cloud"]))
        'Rain in May'
    """
    title = _NUMBERED.sub("", title, count=1) if title.startswith("[") else title
    while (cut := _last_part(title)) and sites.is_name(cut[1]):
        title = cut[0].rstrip()
    first = _FIRST_SEPARATOR.search(title)
    host, _, rest = title.partition(" ")
    if "." in host and rest and sites.is_declared(host):
        title = rest
    if first and _is_site(title[: first.start()], sites) and title[first.end() :].strip():
        title = title[first.end() :]
    return title.strip()


def site_in(title: str, sites: SiteNames) -> str | None:
    """Return the site's name at the end of a page's title, if its host is called like it; else None.

    Example:
        >>> site_in("Skerra - Islandpedia", SiteNames([], "en.islandpedia.example"))
        'Islandpedia'
    """
    cut = _last_part(title)
    return cut[1].strip() if cut and sites.is_name(cut[1]) and "." not in cut[1] else None


def _is_site(before: str, sites: SiteNames) -> bool:
    """Whether what stands before a headline is the site: declared, or its host's name with "blog" behind."""
    return sites.is_declared(before) or (before.endswith(("Blog", "blog")) and sites.is_kind_of_site(before))


def _last_part(title: str) -> tuple[str, str] | None:
    """Split a title at its last separator."""
    matches = list(_SEPARATOR.finditer(title))
    if not matches or not title[: matches[-1].start()].strip():
        return None
    return title[: matches[-1].start()], title[matches[-1].end() :]


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, 0 to 1: shared words over all words (Dice).

    Example:
        >>> likeness("Rain in May", "Rain in June") > likeness("Rain in May", "Snow")
        True
    """
    a, b = set(words_of(one)), set(words_of(other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
