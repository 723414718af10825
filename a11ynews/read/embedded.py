"""Stories that a page does not show but carries as data: read from there, never run.

A page that is drawn by script is an empty shell without it; a page behind a button shows the first
lines. Often the whole story is in the page all the same: as ``articleBody`` of its JSON-LD, or in
the data that its programs start from (``__NEXT_DATA__`` and the like). It is taken only where the
page shows no story or a small part of it, and a notice says so.

Its words are no visible text of the page. So the law that each visible character is in the article
once says nothing of them; what the page shows in their place is in ``removed`` like all the rest.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from a11ynews.model.article import Metadata
from a11ynews.model.blocks import Block
from a11ynews.model.findings import Notice, Removed
from a11ynews.read.build.conductor import build_body
from a11ynews.read.choice.pictures import mark_pictures
from a11ynews.read.metadata.json_text import Json
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.read.state import linked_data, page_data
from a11ynews.read.vocabulary import find_label, fold
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

__all__ = ["Embedded", "build_embedded", "find_embedded", "shown_instead"]

MIN_CHARS = 300
"""Characters of the shortest story that is worth it."""
TIMES_LONGER = 2.5
"""How many times longer than what is shown it must be. In the corpora ``articleBody`` is 0.7 to 1.3 times as long
as the story shown."""
LITTLE_SHOWN = 600
"""Characters: only a page that shows less than this is searched for the data of its programs."""
MUCH_SHOWN = 6_000
"""A page that shows this much of a story shows the story."""
PARAGRAPH = 60
"""Characters of a text that counts as a paragraph when bodies are compared."""
AHEAD = 2.0
"""How many times longer than the next body one must be that does not bear the page's headline."""

_MAX_DEPTH = 40
_MAX_VALUES = 60_000
_MAX_PIECES = 3_000
_MAX_MARKUP = 1_000_000
_PIECE_DEPTH = 10
_BLOCK_TAG = re.compile(r"<(?:p|div|h[1-6]|ul|ol|br|figure|blockquote|table|section|article)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_RUNS = frozenset(("", "text", "span", "leaf", "hyperlink", "link", "a"))
_NAME_JOINTS = re.compile(r"[-_\s:]")
_SHORTEST_STEM = 2
_NAMED_LEVELS = 3
"""The headline may stand this many levels above the body."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A story in the page's data.

    Attributes:
        markup: The story as HTML.
        length: Characters of its paragraphs.
        source: Where it stands, for people.
        named: Whether what bears the page's headline stands beside it.
    """

    markup: str
    length: int
    source: str
    named: bool

    @property
    def text(self) -> str:
        """Its words without markup, roughly: to know its language by."""
        return html.unescape(_TAG.sub(" ", self.markup))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader is told."""
        message = "The page does not show its story, or only the beginning; it was read from the data in the page."
        return (Notice(kind="embedded-story", message=message, where=self.source),)


def find_embedded(page: Page, metadata: Metadata, shown: int) -> Embedded | None:
    """Return the story that a page carries as data, if it shows far less of it; else None.

    Args:
        page: The page.
        metadata: Its metadata; the headline tells the story from others in the data.
        shown: Characters of the story that the page shows.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> body = "The ferry sails again on Monday, the harbour said, and twice on Sundays. " * 5
        >>> page = parse_page('<script type="application/ld+json">{"articleBody": "' + body + '"}</script>')
        >>> find_embedded(page, Metadata(), 0).source
        'articleBody of the JSON-LD'
    """
    if shown >= MUCH_SHOWN:
        return None
    wanted = max(MIN_CHARS, shown * TIMES_LONGER)
    if sum(len(page.texts[node + 1]) for node in page.find("script") if page.ends[node] > node + 1) < wanted:
        return None
    title = fold(metadata.title or "")
    found = _best(linked_data(page, "articleBody"), title, "articleBody of the JSON-LD", frozenset(("articlebody",)))
    if (found is None or found.length < wanted) and shown < LITTLE_SHOWN:
        found = _best(page_data(page), title, "data of the page's programs", frozenset(_names("story")))
    return found if found is not None and found.length >= wanted else None


def build_embedded(
    found: Embedded, page: Page, title: str, *, language: str | None, base_url: str | None
) -> tuple[Block, ...]:
    """Return the blocks of a story from data.

    Args:
        found: The story.
        page: The page that carries it.
        title: Its headline, which is not repeated.
        language: As for :func:`~a11ynews.read.build.conductor.build_body`.
        base_url: The same.
    """
    part = parse_page(found.markup, url=page.url)
    scene = Surroundings(part, lay_out(part))
    headline = fold(title)
    chosen = [find_label(text) is None and fold(text) != headline for text in scene.units.text]
    kept = bytearray(len(part))
    mark_pictures(scene, chosen, kept, None)
    for node, owner in enumerate(scene.units.owner):
        if (owner >= 0 and chosen[owner]) or part.texts[node].isspace():
            kept[node] = 1
    return build_body(part, kept, language=language, base_url=base_url)


def shown_instead(scene: Surroundings, kept: bytearray) -> tuple[Removed, ...]:
    """Return the account of what the page shows of a story that was read from its data.

    Args:
        scene: The page's units.
        kept: One byte a node, 1 for the words that would be the story.
    """
    page, units = scene.page, scene.units
    found = []
    for start, stop, box in zip(units.start, units.stop, units.box, strict=True):
        words = "".join(text for text, keep in zip(page.texts[start:stop], kept[start:stop], strict=True) if keep)
        if text := " ".join(words.split()):
            found.append(
                Removed(
                    text=text,
                    kind="shown-instead",
                    reason="Shown in place of the story, which was read whole from the data in the page.",
                    where=page.where(box),
                    rule="embedded-story",
                )
            )
    return tuple(found)


def _best(values: Iterator[Json], title: str, source: str, keys: frozenset[str]) -> Embedded | None:
    """Return the story among all bodies in some data: the longest beside the headline, else one far ahead."""
    found = [
        Embedded(markup, length, source, named)
        for value in values
        for markup, named in _bodies(value, title, keys)
        if (length := _prose(markup)) >= MIN_CHARS
    ]
    found.sort(key=lambda body: (body.named, body.length), reverse=True)
    if not found or found[0].named:
        return found[0] if found else None
    others = [body.length for body in found[1:] if body.markup != found[0].markup]
    return found[0] if not others or found[0].length >= AHEAD * max(others) else None


def _bodies(value: Json, title: str, keys: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the markup of everything in some data that may be a story, and whether the headline stands beside it."""
    stack: list[tuple[Json, int, int]] = [(value, 0, 0)]
    for _ in range(_MAX_VALUES):
        if not stack:
            return
        value, depth, named = stack.pop()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(value, list):
            stack += [(one, depth + 1, named) for one in value if isinstance(one, list | dict)]
        elif isinstance(value, dict):
            named = _NAMED_LEVELS if title and _has_title(value, title) else named - 1
            for key, inner in value.items():
                name = _key(key)
                if name in _names("foreign"):
                    continue
                if name in keys and isinstance(inner, str | list) and (markup := _markup(inner)):
                    yield markup, named > 0
                if isinstance(inner, list | dict):
                    stack.append((inner, depth + 1, named))


def _has_title(item: dict[str, Json], title: str) -> bool:
    """Tell whether an object bears a headline, itself or in an object of its own (``headlines.basic``)."""
    for key, value in item.items():
        if _key(key) in _names("titles"):
            inner = list(value.values())[:20] if isinstance(value, dict) else [value]
            if any(isinstance(one, str) and fold(html.unescape(one[:400])) == title for one in inner):
                return True
    return False


def _key(name: str) -> str:
    return _NAME_JOINTS.sub("", name[:60]).casefold()


def _prose(markup: str) -> int:
    """Return how many characters of paragraphs some markup holds."""
    lines = _TAG.sub("\n" if "<p" in markup else " ", markup).split("\n")
    folded = (" ".join(html.unescape(line).split()) for line in lines)
    return sum(len(line) for line in folded if len(line) >= PARAGRAPH)


def _markup(value: Json) -> str:
    """Return a body as markup: from text, from HTML or from a list of pieces."""
    if isinstance(value, str):
        return _from_text(value[:_MAX_MARKUP])
    pieces = value if isinstance(value, list) else []
    parts: list[str] = []
    room = _MAX_MARKUP
    for piece in pieces[:_MAX_PIECES]:
        part = _piece(piece, 0)
        room -= len(part)
        if room < 0:
            break
        parts.append(part)
    return "\n".join(filter(None, parts))


def _from_text(text: str) -> str:
    """Return text or HTML, escaped or not, as markup; each line of a text is a paragraph."""
    if "<" not in text and "&lt;" in text:
        text = html.unescape(text)
    if _BLOCK_TAG.search(text):
        return text
    if _TAG.search(text):
        return "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
    lines = (html.escape(html.unescape(line).strip()) for line in text.splitlines())
    return "".join(f"<p>{line}</p>\n" for line in lines if line)


def _piece(piece: Json, depth: int) -> str:
    """Return one piece of a body as markup; "" for what is no part of a story."""
    if isinstance(piece, str):
        return _from_text(piece)
    if not isinstance(piece, dict) or depth > _PIECE_DEPTH:
        return ""
    kind = _kind(piece)
    if _begins(kind, "skipped") or (not kind and any(_key(name) in _names("teaser") for name in piece)):
        return ""
    value = _words_of(piece)
    if isinstance(value, dict):
        return _piece(value, depth + 1)
    if isinstance(value, list):
        return _wrapped(kind, _joined(value, kind, depth))
    return _wrapped(kind, _from_text(value)) if isinstance(value, str) and value.strip() else ""


def _joined(values: Sequence[Json], kind: str, depth: int) -> str:
    """Return the parts of a piece: runs of words in one paragraph, or pieces of their own."""
    values = values[:_MAX_PIECES]
    if _begins(kind, "list"):
        return "".join(f"<li>{part}</li>" for one in values if (part := _piece(one, depth + 1)))
    runs = [run for one in values if (run := _run(one, depth))]
    if runs and len(runs) == len(values):
        return f"<p>{''.join(map(html.escape, runs))}</p>\n"
    return "".join(_piece(one, depth + 1) for one in values)


def _run(value: Json, depth: int) -> str:
    """Return the words of a run within a paragraph (``{"type": "text", "text": "..."}``), a link's words with it."""
    if not isinstance(value, dict) or depth > _PIECE_DEPTH or _kind(value) not in _RUNS:
        return ""
    said = _words_of(value)
    if isinstance(said, list):
        return "".join(_run(one, depth + 1) for one in said[:_MAX_PIECES])
    return said if isinstance(said, str) and not _TAG.search(said) else ""


def _wrapped(kind: str, markup: str) -> str:
    """Return markup in the element that its kind asks for."""
    if not markup:
        return ""
    if _begins(kind, "heading"):
        return f"<h2>{_TAG.sub('', markup).strip()}</h2>\n"
    if _begins(kind, "quote"):
        return f"<blockquote>{markup}</blockquote>\n"
    if _begins(kind, "list"):
        tag = "ol" if kind.startswith("ol") or ("order" in kind and "unorder" not in kind) else "ul"
        return f"<{tag}>{markup}</{tag}>\n"
    return markup


def _kind(piece: dict[str, Json]) -> str:
    for key, value in piece.items():
        if _key(key) in _names("types") and isinstance(value, str):
            return _key(value)
    return ""


def _begins(kind: str, group: str) -> bool:
    """Tell whether a kind of piece belongs to a group: by its beginning, or whole where that is two letters."""
    return any(kind == name or (len(name) > _SHORTEST_STEM and kind.startswith(name)) for name in _names(group))


@cache
def _names(group: str) -> tuple[str, ...]:
    """Return a list of ``vocabulary/embedded.toml``, in its order."""
    data = tomllib.loads(files("a11ynews.read").joinpath("vocabulary/embedded.toml").read_text("utf-8"))
    return tuple(data[group])


def _words_of(piece: dict[str, Json]) -> Json:
    keyed = {_key(key): value for key, value in piece.items()}
    return next((keyed[name] for name in _names("words") if keyed.get(name)), None)
