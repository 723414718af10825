"""What sort of page it is: an article, or what stands in an article's place.

Only general signs count: what titles say of errors and consent in many languages, what a page calls
itself, how much story there is and how much else. A sign alone is never enough against a page that
shows a story: each of the hopeless kinds (an error page, a consent wall, an empty shell) asks for
next to no story as well, because a mistake here costs the reader all of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from a11ynews.model.article import Candidate, Metadata, PageKind
from a11ynews.model.blocks import Block, Figure, LivePost
from a11ynews.model.findings import Notice
from a11ynews.read.metadata.json_text import Json
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.state import linked_data
from a11ynews.read.vocabulary import fold, words
from a11ynews.tree.page import Page

__all__ = ["HOPELESS", "Kind", "kind_of", "kind_with_body"]

HOPELESS: frozenset[PageKind] = frozenset(("error-page", "consent-wall", "script-shell", "not-an-article"))
"""Kinds that hold no story at all: what looked like one is none."""

MUCH_STORY = 1_500
"""Characters of story from which a page is an article, whatever it calls itself. 96 % of the corpora's are longer."""
ERROR_STORY = 800
DATED_STORY = 200
"""A page that is dated like an article is an error page only if it shows less than this."""
SHELL_STORY = 300
SHELL_TEXT = 400
"""Characters of prose on an empty shell beside the sentence that asks for scripts."""
BARE_TEXT = 100
"""Characters of all text on a page that is bare without its scripts."""
STUB_STORY = 1_000
"""Characters of story up to which a page that says it is not free shows the beginning only."""
PROMPTED_STORY = 500
PROMPT_CHARS = 30
MEDIA_STORY = 800
"""Characters of story up to which a page with a recording of its own is about the recording."""
INDEX_STORY = 600
INDEX_LINKS = 15
HEADLINE_CHARS = 25
"""Characters from which a link is a headline and not a menu's entry."""
INDEX_SHARE = 0.5
CONSENT_PHRASES = 3
CONSENT_SHARE = 0.5
FEWEST_POSTS = 3
FEWEST_PICTURES = 6
GALLERY_CHARS = 80
"""Characters of text for each picture of a gallery, at most."""

_TEXT_CHARS = 30_000
_TITLE_CHARS = 200
_MAX_ITEMS = 200
_PART = re.compile(r"\s[-–—|·:»/]\s|[|:»]")
_PAYWALL, _NOSCRIPT = bit("paywall"), bit("noscript")

_MESSAGES: dict[PageKind, str] = {
    "error-page": "The page only says that something was not found or may not be seen: check its address.",
    "consent-wall": "The page asks for consent instead of showing a story: answer in a browser, then save the page.",
    "script-shell": "The page is empty until its scripts have run: open it in a browser and save the page from there.",
    "paywall-stub": "The page shows only the beginning of the story: the rest is for those who have subscribed.",
    "not-an-article": "This is not the page of a story: open a story and save that page.",
    "index": "The page is a list of stories, not one story: open one of them and save that page.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page, and what says so.

    Attributes:
        name: The kind.
        evidence: The signs, as words for people; empty for an article.
    """

    name: PageKind = "article"
    evidence: tuple[str, ...] = ()

    @property
    def is_hopeless(self) -> bool:
        """Whether there is no story on such a page."""
        return self.name in HOPELESS

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader is told: one plain sentence, for kinds that are not what people came for."""
        message = _MESSAGES.get(self.name)
        return (Notice(kind="page-kind", message=message, where="; ".join(self.evidence)),) if message else ()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The signs as claims, for ``explain``."""
        return tuple(Candidate(field="kind", value=self.name, source=sign, chosen=True) for sign in self.evidence)


class _Seen:
    """What the signs are looked for in; each part is made only if somebody asks."""

    def __init__(self, page: Page, scene: Surroundings, chosen: Sequence[bool], metadata: Metadata) -> None:
        self.page = page
        self.scene = scene
        self.chosen = chosen
        self.metadata = metadata
        self.story = sum(
            length
            for length, share, keep in zip(scene.lengths, scene.shares, chosen, strict=True)
            if keep and share <= MOSTLY_LINKS  # an index keeps its links, and is no story for them
        )

    @cached_property
    def text(self) -> str:
        """The page's text, folded, the words for browsers without scripts with it."""
        return " ".join(self.scene.units.text).casefold()[:_TEXT_CHARS]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The page's titles and their parts, folded."""
        page = self.page
        found = [self.metadata.title or ""]
        found += [page.text(node) for node in islice(page.find("title"), 1)]
        found += [page.text(node) for node in islice(chain(page.find("h1"), page.find("h2")), 1)]
        parts = [part for title in found for part in (title, *_PART.split(title[:_TITLE_CHARS]))]
        return tuple(dict.fromkeys(fold(part) for part in parts if part.strip()))

    @cached_property
    def types(self) -> dict[str, str]:
        """What the page calls itself: the type, case-folded, and where it says so."""
        found: dict[str, str] = {}
        for node in self.page.find("meta"):
            attributes = self.page.attributes[node]
            if attributes.get("property", "").lower() == "og:type":
                found.setdefault(attributes.get("content", "").strip().casefold(), "og:type")
        for value in linked_data(self.page, "@type"):
            for name in _types_in(value):
                found.setdefault(name, "JSON-LD")
        return found

    def calls_itself(self, group: str) -> str:
        """Return the first of a group of types that the page claims, with its source; "" if none."""
        known = words("kinds", group)
        return next((f"{source} {name}" for name, source in self.types.items() if name in known), "")

    def titled(self, group: str) -> str:
        """Return the first title, or part of one, that is of a group of the vocabulary; "" if none."""
        known = words("kinds", group)
        return next((title for title in self.titles if title in known), "")

    @property
    def asks_for_password(self) -> bool:
        """Whether a field of the page is for a password."""
        page = self.page
        return any(page.attributes[node].get("type", "").lower() == "password" for node in page.find("input"))

    def mentions(self, word: str) -> bool:
        """Tell whether a word stands in any of the page's scripts: a quick look before they are parsed."""
        page = self.page
        return any(word in page.texts[node + 1] for node in page.find("script") if page.ends[node] > node + 1)

    def phrases(self, group: str) -> list[str]:
        """Return the phrases of a group that stand in the text."""
        return [phrase for phrase in words("kinds", group) if phrase in self.text]

    def prose_with(self, phrases: Sequence[str]) -> tuple[int, int]:
        """Return the characters of prose in texts with one of some phrases, and of all prose."""
        with_phrase = everything = 0
        for text, length, share in zip(self.scene.units.text, self.scene.lengths, self.scene.shares, strict=True):
            if share < INDEX_SHARE and length >= HEADLINE_CHARS:
                everything += length
                folded = text.casefold()
                with_phrase += length if any(phrase in folded for phrase in phrases) else 0
        return with_phrase, everything


def kind_of(
    page: Page, scene: Surroundings, chosen: Sequence[bool], metadata: Metadata, *, embedded: bool = False
) -> Kind:
    """Tell what sort of page it is, before its body is built.

    Args:
        page: The page.
        scene: Its units.
        chosen: For each unit whether it is in the story.
        metadata: What the page says about itself.
        embedded: Whether a story was found in the page's data.

    Example:
        >>> from a11ynews.read.scene.units import lay_out
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page("<title>404 Not Found</title><h1>Not Found</h1><p>nginx")
        >>> kind_of(page, Surroundings(page, lay_out(page)), [False, False], Metadata()).evidence
        ('the title says "404 not found"',)
    """
    seen = _Seen(page, scene, chosen, metadata)
    if seen.mentions("LiveBlogPosting") and (sign := seen.calls_itself("live_types")):
        return Kind(name="live-blog", evidence=(sign,))
    if embedded or seen.story >= MUCH_STORY:
        return Kind()
    for name, test in _TESTS:
        if evidence := test(seen):
            return Kind(name=name, evidence=evidence)
    return Kind() if any(chosen) else Kind(name="not-an-article", evidence=("no text that could be a story",))


def kind_with_body(kind: Kind, body: Sequence[Block]) -> Kind:
    """Return the kind that shows only in the blocks: a running report, a gallery; else the kind given."""
    if kind.name != "article":
        return kind
    posts = sum(isinstance(block, LivePost) for block in body)
    if posts >= FEWEST_POSTS:
        return Kind(name="live-blog", evidence=(f"{posts} entries with a time each",))
    pictures = sum(len(block.images) or 1 for block in body if isinstance(block, Figure))
    if pictures >= FEWEST_PICTURES:
        text = sum(len(block.text) for block in body if not isinstance(block, Figure))
        if text < pictures * GALLERY_CHARS:
            return Kind(name="gallery", evidence=(f"{pictures} pictures with little text between them",))
    return kind


def _error_page(seen: _Seen) -> tuple[str, ...]:
    sign = seen.titled("error_titles")
    limit = DATED_STORY if seen.metadata.published else ERROR_STORY
    return (f'the title says "{sign}"',) if sign and seen.story < limit else ()


def _consent_wall(seen: _Seen) -> tuple[str, ...]:
    phrases = seen.phrases("consent_phrases")
    if seen.metadata.published or not phrases:
        return ()
    if sign := seen.titled("consent_titles"):
        return (f'the title says "{sign}"', f'the text says "{min(phrases)}"')
    with_phrase, everything = seen.prose_with(phrases)
    if len(phrases) >= CONSENT_PHRASES and with_phrase > CONSENT_SHARE * everything:
        return tuple(f'the text says "{phrase}"' for phrase in sorted(phrases)[:CONSENT_PHRASES])
    return ()


def _no_article(seen: _Seen) -> tuple[str, ...]:
    if seen.metadata.published or seen.story >= DATED_STORY:
        return ()
    if sign := seen.titled("search_titles"):
        return (f'the title says "{sign}"',)
    sign = seen.titled("login_titles")
    return (f'the title says "{sign}"', "it asks for a password") if sign and seen.asks_for_password else ()


def _script_shell(seen: _Seen) -> tuple[str, ...]:
    if seen.story >= SHELL_STORY:
        return ()
    phrases = seen.phrases("script_phrases")
    if phrases:
        asking, prose = seen.prose_with(phrases)
        if prose - asking < SHELL_TEXT:
            return (f'the text says "{max(phrases, key=len)}"',)
    shown = sum(
        length
        for length, flags in zip(seen.scene.lengths, seen.scene.units.flags, strict=True)
        if not flags & _NOSCRIPT
    )
    scripts = sum(1 for _ in seen.page.find("script"))
    return (f"{shown} characters of text and {scripts} scripts",) if scripts and shown < BARE_TEXT else ()


def _paywall_stub(seen: _Seen) -> tuple[str, ...]:
    if not 0 < seen.story < STUB_STORY:
        return ()
    if seen.metadata.access == "metered":
        return ("the page says that it is not free",)
    if seen.metadata.access == "free" or seen.story >= PROMPTED_STORY:
        return ()
    units = seen.scene.units
    for text, flags, keep in zip(units.text, units.flags, seen.chosen, strict=True):
        if flags & _PAYWALL and not keep and len(text) >= PROMPT_CHARS:
            return (f'a prompt says "{text[:60]}"',)
    return ()


def _index(seen: _Seen) -> tuple[str, ...]:
    if seen.story >= INDEX_STORY or seen.metadata.published or seen.calls_itself("article_types"):
        return ()
    scene = seen.scene
    headlines = linked = 0
    for length, share in zip(scene.lengths, scene.shares, strict=True):
        linked += int(length * share)
        headlines += share > INDEX_SHARE and length >= HEADLINE_CHARS
    if headlines < INDEX_LINKS or linked < INDEX_SHARE * sum(scene.lengths):
        return ()
    sign = seen.calls_itself("index_types")
    return (f"{headlines} linked headlines", *filter(None, (sign,)))


def _gallery(seen: _Seen) -> tuple[str, ...]:
    return tuple(filter(None, (seen.calls_itself("gallery_types"),)))


def _media(seen: _Seen) -> tuple[str, ...]:
    sign = seen.calls_itself("media_types") if seen.story < MEDIA_STORY else ""
    return (sign,) if sign and (sign.startswith("og:type") or not seen.calls_itself("article_types")) else ()


_TESTS: tuple[tuple[PageKind, Callable[[_Seen], tuple[str, ...]]], ...] = (
    ("error-page", _error_page),
    ("consent-wall", _consent_wall),
    ("script-shell", _script_shell),
    ("not-an-article", _no_article),
    ("paywall-stub", _paywall_stub),
    ("gallery", _gallery),
    ("media", _media),
    ("index", _index),
)
"""Signs in order: what leaves no hope first, because an error page may well be full of links."""


def _types_in(value: Json) -> Iterator[str]:
    """Yield the types of what stands at the top of some JSON-LD, in its graph, or as its main entity."""
    stack = [value]
    for _ in range(_MAX_ITEMS):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:_MAX_ITEMS]
        elif isinstance(item, dict):
            declared = item.get("@type")
            for name in declared if isinstance(declared, list) else [declared]:
                if isinstance(name, str):
                    yield name.rpartition("/")[2].casefold()
            stack += [item[key] for key in ("@graph", "mainEntity") if key in item]
