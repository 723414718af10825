"""What the handlers of the build share: the page, what is kept of it, ids, languages, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypedDict

from a11ynews.model.inlines import Direction, Inline
from a11ynews.read.build.addresses import in_page_name, own_addresses, passes_on, resolve
from a11ynews.read.build.foreign import has_other_scripts, mark_scripts
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.line import BLANKS, Wrap
from a11ynews.read.build.refusals import Refusal
from a11ynews.read.build.values import read_direction, read_language
from a11ynews.read.language import direction_of_language
from a11ynews.tree.page import Page

if TYPE_CHECKING:
    from a11ynews.model.blocks import Block

__all__ = ["MAX_DEPTH", "Builder", "Common", "Handler", "Handlers", "Scope", "letters_of"]

MAX_DEPTH: Final = 40
"""Blocks nested deeper than this dissolve into their parent: renderers recurse over the model."""

SHORTEST_REPEAT: Final = 20
"""Letters that must recur in the story to be a repetition: fewer recur by chance."""


MAX_CHECKS: Final = 100
"""Repetitions looked for in one page: each look reads the whole story."""


_SCOPING: Final = frozenset(("lang", "xml:lang", "dir"))
_NO_LETTERS: Final = re.compile(r"[\W_]+")


def _counted(marks: bytearray, first: int, last: int) -> list[int]:
    """Return how many marks stand before each place; outside ``first`` to ``last`` there are none."""
    counts = [0] * first
    counts.extend(accumulate(marks[first:last], initial=0))
    counts.extend([counts[-1]] * (len(marks) - last))
    return counts


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case: what a repetition has in common."""
    return _NO_LETTERS.sub("", text.lower())


class Scope(NamedTuple):
    """What a part of the page inherits: language, direction, open inline elements, nesting."""

    lang: str | None = None
    dir: Direction | None = None
    wraps: tuple[Wrap | None, ...] = ()
    depth: int = 0


class Common(TypedDict):
    """The fields of every block."""

    id: str
    lang: str | None
    dir: Direction | None
    where: str
    why: str


Handler: TypeAlias = "Callable[[Builder, int, Scope], list[Block] | None]"
"""Makes blocks of an element; None says that it is not of that kind after all, and it dissolves."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who builds what: by tag, and by the role that an element's classes give it."""

    tags: Mapping[str, Handler]
    roles: Mapping[str, Handler]


class Builder:
    """One build of one page.

    Attributes:
        handlers: Who builds what.
        language: The article's language, if known.
        direction: The article's direction.
        base_url: What relative addresses start from.
        authors: Who wrote the article.
        levels: For each heading element that holds kept words, its level in the article.
        own_urls: The page's own addresses, before the "#" of links within it.
        targets: Nodes that links of the story lead to, by their name in the page.
        marks: For each link that is a note's mark, the id of its note.
        notes: For each element that is a note, or goes on with one, the note's id.
        inline_notes: For each element in a line that is a note, the note's id.
        depths: For each comment's id, how far it stands in.
        note_labels: For each note's id, its mark as printed where it was first referred to.
        made: For each element that became a block, the block's id.
        story: From the first node that holds something kept to the last. Elements around the first one are
            before it; ``find`` and ``around`` know them.
        inked: For each node, 1 if it is a kept text that leaves ink.
        words_before: How many of those stand before each place.
        held_before: The same for all that is kept, pictures and the like too.
        posts: Elements that are timed entries of a live page, each with the element of its time, or -1.
        explained: Short forms whose long form the text gave.
        words_beside_code: For each element around code whether it has words in a line with it, once it was asked for.
        tabs: For each panel of tabs the element that is its label.
        further_panels: For each of those the other panels that the same label opens.
        captions: Elements that a picture names as its description.
        apart: Nodes that a handler takes for itself; the walk passes them.
        left_out: Kept characters that no block is to have, with the reason.
        refusals: What elements were not made into, if anybody asks.
    """

    def __init__(
        self,
        page: Page,
        kept: bytearray,
        handlers: Handlers,
        *,
        language: str | None,
        base_url: str | None,
        title: str | None = None,
    ) -> None:
        """Count what is kept, once, so that each later question is a subtraction."""
        self.page = page
        self.kept = kept
        self.tags, self.texts, self.attributes = page.tags, page.texts, page.attributes
        self.parents, self.ends = page.parents, page.ends
        self.handlers = handlers
        self.base_url = base_url
        self._title = letters_of(title or "")
        self.authors: Sequence[str] = ()
        root = page.attributes[0] if len(page) else {}
        self.language = read_language(language or root.get("lang", ""))
        label = read_language(root.get("lang", ""))
        self._refuted = label if label and self.language and self.foreign(label) else None
        declared = None if self._refuted else read_direction(root.get("dir", ""))
        self.direction: Direction = declared or direction_of_language(self.language or "en")
        self._all_letters: str | None = None
        self.left_out: list[LeftOut] = []
        self.refusals: list[Refusal] | None = None
        self._count()
        self._next_id = 0
        self._addresses: dict[str, str | None] = {}
        self._others: dict[str, bool] = {}
        self.levels: dict[int, int] = {}
        self.targets: dict[str, int] = {}
        self.own_urls = own_addresses(page)
        self.marks: dict[int, str] = {}
        self.notes: dict[int, str] = {}
        self.inline_notes: dict[int, str] = {}
        self.note_labels: dict[str, str] = {}
        self.made: dict[int, str] = {}
        self.captions: set[int] = set()
        self.posts: dict[int, int] = {}
        self.tabs: dict[int, int] = {}
        self.further_panels: dict[int, list[int]] = {}
        self.depths: dict[str, int] = {}
        self.explained: set[str] = set()
        self.words_beside_code: dict[int, bool] = {}
        self.apart: set[int] = set()
        self._apart_in_order: list[int] = []
        self._checks = MAX_CHECKS

    def _count(self) -> None:
        """Note which nodes hold something, and how many do before each: only the story's part is looked at."""
        kept, texts, tags = self.kept, self.texts, self.tags
        size = len(kept)
        inked, held = bytearray(size), bytearray(size)
        for node in compress(range(size), kept):
            text = texts[node]
            if text:
                if not text.isspace() and text.strip(BLANKS):
                    inked[node] = held[node] = 1
            elif (tag := tags[node]) and tag != "br":
                held[node] = 1
        self.inked = inked
        first, last = max(held.find(1), 0), held.rfind(1) + 1
        self.story = range(first, last)
        self.words_before = _counted(inked, first, last)
        self.held_before = _counted(held, first, last)

    def leave_out(self, found: list[LeftOut]) -> None:
        """Take nodes out of the story, each with its reason."""
        if not found:
            return
        self.kept = bytearray(self.kept)
        for left in found:
            self.kept[left.node] = 0
        self.left_out.extend(found)
        self._count()

    def refuse(self, node: int, rule: str) -> None:
        """Note what an element was not made into."""
        if self.refusals is not None:
            self.refusals.append(Refusal(node, rule))

    def leave_unsaid(self, node: int, rule: str) -> None:
        """Note the kept characters below a node as said in another way; the caller makes no block of them."""
        inside = range(node, self.ends[node])
        self.left_out.extend(LeftOut(i, self.texts[i], rule) for i in inside if self.kept[i] and self.inked[i])

    # -- what is there ---------------------------------------------------------------------------

    def holds(self, node: int) -> bool:
        """Say whether anything below a node, itself included, is kept."""
        return self.held_before[self.ends[node]] > self.held_before[node]

    def has_words(self, node: int) -> bool:
        """Say whether any kept character with ink is below a node."""
        return self.words_before[self.ends[node]] > self.words_before[node]

    def words_between(self, start: int, end: int) -> bool:
        """Say whether any kept character with ink is in a range of nodes."""
        return self.words_before[end] > self.words_before[start]

    def has_media(self, node: int) -> bool:
        """Say whether a picture, a recording or the like below a node is kept."""
        end = self.ends[node]
        return self.held_before[end] - self.held_before[node] > self.words_before[end] - self.words_before[node]

    def is_title(self, text: str) -> bool:
        """Say whether a text has the letters of the headline, and no others."""
        return bool(self._title) and letters_of(text) == self._title

    def is_repeated(self, text: str, shortest: int = SHORTEST_REPEAT) -> bool:
        """Say whether the story has the letters of a text more than once; of a text with too few nobody can say."""
        if self._all_letters is None:
            self._all_letters = letters_of(self.kept_text(0, len(self.page)))
        wanted = letters_of(text)
        self._checks -= 1
        return self._checks >= 0 and len(wanted) >= shortest and self._all_letters.count(wanted) > 1

    def kept_text(self, start: int, end: int) -> str:
        """Return the kept characters of a range of nodes, without what is set apart inside it.

        White space between kept characters counts as kept: choosing the story need not look at it.
        """
        if not self.words_between(start, end):
            return ""
        first = bisect_right(self._apart_in_order, start)
        parts: list[str] = []
        for node in self._apart_in_order[first : bisect_right(self._apart_in_order, end - 1)]:
            if node >= start:
                parts.append(self._kept_run(start, node))
                start = self.ends[node]
        parts.append(self._kept_run(start, end))
        return "".join(parts)

    def _kept_run(self, start: int, end: int) -> str:
        kept = self.kept
        return "".join(
            [text for i, text in enumerate(self.texts[start:end], start) if text and (kept[i] or text.isspace())]
        )

    def set_apart(self, node: int) -> None:
        """Take an element out of the walk: a handler has its words already."""
        if node not in self.apart:
            self.apart.add(node)
            insort(self._apart_in_order, node)

    def around(self) -> list[int]:
        """Return the elements around the first kept node, from the outside in."""
        found: list[int] = []
        node = self.parents[self.story.start] if self.story else -1
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        return found[::-1]

    def find(self, tag: str) -> Iterator[int]:
        """Yield the nodes with a tag that may hold something of the story, in order."""
        yield from (node for node in self.around() if self.tags[node] == tag)
        yield from self.page.find(tag, self.story.start, self.story.stop)

    def find_held(self, tags: frozenset[str], start: int, end: int) -> list[int]:
        """Return the nodes of a range that have one of the tags and hold something kept."""
        return [i for i in range(start, end) if self.tags[i] in tags and self.holds(i)]

    def children(self, node: int) -> list[int]:
        """Return the children of a node that hold something kept."""
        return [child for child in self.page.children(node) if self.holds(child)]

    # -- what blocks need ------------------------------------------------------------------------

    def common(self, node: int, scope: Scope, why: str = "") -> Common:
        """Return the fields that every block has; uses up an id."""
        self._next_id += 1
        made = f"b{self._next_id}"
        self.made.setdefault(node, made)
        return {
            "id": made,
            "lang": scope.lang,
            "dir": scope.dir,
            "where": self.page.place(node),
            "why": why,
        }

    def scope_of(self, node: int, scope: Scope) -> Scope:
        """Return a scope with the language and direction that an element itself declares."""
        attributes = self.attributes[node]
        if _SCOPING.isdisjoint(attributes):
            return scope
        if declared := attributes.get("lang") or attributes.get("xml:lang"):
            lang = read_language(declared)
            if lang is None or lang != self._refuted or not self.holds_most(node):
                scope = scope._replace(lang=self.foreign(lang))
        if declared := attributes.get("dir"):
            direction = read_direction(declared)
            if direction is None or not self._refuted or not self.holds_most(node):
                scope = scope._replace(dir=direction if direction != self.direction else None)
        return scope

    def holds_most(self, node: int) -> bool:
        """Say whether a node has most words of the story: the label of the page that the text refutes is there."""
        return 2 * (self.words_before[self.ends[node]] - self.words_before[node]) > self.words_before[-1]

    def in_scripts(self, inlines: tuple[Inline, ...], scope: Scope) -> tuple[Inline, ...]:
        """Return inlines with the words of scripts that their language is not written in marked as such."""
        language = scope.lang or self.language
        if not language or not self._has_others(language):
            return inlines
        return mark_scripts(inlines, language, scope.dir or self.direction)

    def _has_others(self, language: str) -> bool:
        """Say whether the story has any letter of a script that a language is not written in: hardly any story has."""
        found = self._others.get(language)
        if found is None:
            text = "".join([text for text in compress(self.texts, self.kept) if not text.isascii()])
            found = self._others[language] = has_other_scripts(text, language)
        return found

    def foreign(self, lang: str | None) -> str | None:
        """Return a language if it says more than the article's own does, else None."""
        if lang is None or self.language is None:
            return lang
        ours, theirs = self.language.lower(), lang.lower()
        return None if theirs == ours or ours.startswith(f"{theirs}-") else lang

    def href(self, node: int) -> str | None:
        """Return where a link leads: an absolute address, ``#name`` in the page, or None."""
        address = self.attributes[node].get("href")
        if address is None:
            return None
        if address not in self._addresses:
            self._addresses[address] = self._leads_to(address.strip())
        return self._addresses[address]

    def _leads_to(self, address: str) -> str | None:
        name = in_page_name(self.own_urls, address)
        if name is not None:
            return f"#{name}" if name in self.targets else None
        return None if address.startswith("#") or passes_on(address) else resolve(address, self.base_url)
