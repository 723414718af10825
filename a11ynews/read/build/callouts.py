"""Notes set apart, boxes beside the story, and what opens on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Details,
    Embed,
    Figure,
    Heading,
    Media,
    Paragraph,
    PullQuote,
    Quote,
    Sidebar,
    ThematicBreak,
)
from a11ynews.model.inlines import Inline, Link, Strong, inline_text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.read.build.headings import reads_as_heading
from a11ynews.read.build.labels import label_kind, title_kind
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.quotes import is_repeat, repeat_of
from a11ynews.read.build.tags import HEADING_TAGS

__all__ = ["build_callout", "build_details", "build_noted", "build_sidebar", "build_titled_box", "build_toggle"]

_WORDS: Final[dict[CalloutKind, str]] = {
    "note": """note info information abstract summary example question quote cite todo primary secondary seealso
        success check done noteclassic""",
    "tip": "tip hint faq help notetip",
    "important": "important key noteimportant",
    "warning": "warning warn caution danger error attention bug failure fail missing notewarning advisement",
    "correction": "correction corrections clarification",
    "editors-note": "editor editors editorsnote editornote",
    "update": "update updated",
}
_SIGNS: Final[dict[CalloutKind, str]] = {
    "warning": "⚠ ❗ ‼ 🚨 🚫 ⛔ 🛑 ☠ 🔥 ❌",
    "tip": "💡 👉 ✨ 🌟 💭",
    "important": "📌 🔑",
}
_BY_SIGN: Final[dict[str, CalloutKind]] = {sign: kind for kind, signs in _SIGNS.items() for sign in signs.split()}
"""What a sign says of a note whose class does not say it."""
_SAID: Final = ("data-callout", "data-callout-type", "data-type", "data-kind", "data-variant")
_KINDS: Final[dict[str, CalloutKind]] = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_OF_NEWSROOMS: Final = frozenset({"correction", "editors-note", "update"})

LONGEST_ICON: Final = 4
"""Characters of an emoji with its variants."""

_TITLES: Final = ("title", "heading", "header", "label")
_NOTED: Final = frozenset({"note", "warning", "attention", "important", "tip", "caution", "todo", "bug"})
_HEADS: Final = ("heading", "header", "control", "title", "summary", "toggle")
_NEED_TITLE: Final = frozenset({"topic", "sidebar", "panel", "textbox"})
"""Boxes that sites have as well for what is theirs: only what has a title is one of the author's."""
_KIND_FOR_EARS: Final = ("screen-reader-only", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text")


def build_callout(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a callout from an element that is named or typed as one."""
    if not builder.has_words(node) or _holds_notes(builder, node):
        return None
    common = builder.common(node, scope, "callout-class")
    title = _title(builder, node)
    inlines: tuple[Inline, ...] = ()
    if title is not None:
        _leave_out_kind(builder, title)
        inlines = inlines_of(builder, title, builder.scope_of(title, scope))
        builder.set_apart(title)
    blocks = _without_icon(builder, node, blocks_of(builder, node, scope))
    if not blocks and not inlines:
        return []
    if not inlines and (_only_leads_on(blocks) or all(isinstance(block, Figure | Media | Embed) for block in blocks)):
        return blocks
    kind = _kind(builder, node) or _kind_by_sign(builder, node) or "note"
    if kind == "note":
        kind = title_kind(inline_text(inlines)) or (label_kind(blocks[0].text[:120]) if blocks else None) or kind
    return [Callout(**common, kind=kind, blocks=tuple(blocks), title=inlines)]


def build_titled_box(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a callout from a box that is one only with a title of its own: an issue of a specification."""
    return build_callout(builder, node, scope) if _title(builder, node) is not None else None


def build_noted(builder: Builder, node: int, parts: Sequence[int], scope: Scope) -> list[Block] | None:
    """Build a callout from a list of one term that is called a note, as Doxygen writes it; None for other lists."""
    names = builder.attributes[node].get("class", "").lower().split()
    kind = next((_KINDS[name] for name in names if name in _KINDS and name in _NOTED), None)
    terms = [part for part in parts if builder.tags[part] == "dt" and builder.has_words(part)]
    if kind is None or len(terms) != 1 or parts[0] != terms[0]:
        return None
    common = builder.common(node, scope, "callout-class")
    title = inlines_of(builder, terms[0], builder.scope_of(terms[0], scope))
    blocks = [block for part in parts[1:] for block in blocks_of(builder, part, builder.scope_of(part, scope))]
    return [Callout(**common, kind=kind, blocks=tuple(blocks), title=title)]


def build_toggle(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build what opens on request from a box whose first part is its head, by their classes."""
    held = [child for child in builder.children(node) if builder.has_words(child)]
    if len(held) < 2 or not any(word in builder.attributes[held[0]].get("class", "").lower() for word in _HEADS):  # noqa: PLR2004 - a head and what it opens
        return None
    common = builder.common(node, scope, "toggle")
    summary = inlines_of(builder, held[0], builder.scope_of(held[0], scope))
    builder.set_apart(held[0])
    return [Details(**common, summary=summary, blocks=tuple(blocks_of(builder, node, scope)))]


def _leave_out_kind(builder: Builder, title: int) -> None:
    """Leave out the kind of a note that only ears get before its title, as Quarto writes it: the output says it."""
    for inside in range(title + 1, builder.ends[title]):
        names = builder.attributes[inside].get("class", "").lower().split() if builder.attributes[inside] else []
        said = builder.kept_text(inside, builder.ends[inside]).strip().lower() if names else ""
        if said in _KINDS and not set(names).isdisjoint(_KIND_FOR_EARS) and _says_more(builder, title, inside):
            builder.leave_unsaid(inside, "callout-kind")
            builder.set_apart(inside)
            return


def _says_more(builder: Builder, title: int, inside: int) -> bool:
    return builder.words_between(title, inside) or builder.words_between(builder.ends[inside], builder.ends[title])


def _only_leads_on(blocks: list[Block]) -> bool:
    """Say whether a note is one line that is mostly a link: "Main article: History of the ferry"."""
    only = blocks[0]
    if len(blocks) > 1 or not isinstance(only, Paragraph):
        return False
    linked = sum(len(child.text) for child in only.children if isinstance(child, Link))
    return 2 * linked > len(only.text)


def _holds_notes(builder: Builder, node: int) -> bool:
    return not builder.notes.keys().isdisjoint(range(node, builder.ends[node]))


def _without_icon(builder: Builder, node: int, blocks: list[Block]) -> list[Block]:
    """Return blocks without a first line of one mark that shows the kind of the callout."""
    first = blocks[0] if len(blocks) > 1 else None
    if not isinstance(first, Paragraph) or len(first.text) > LONGEST_ICON or any(map(str.isalnum, first.text)):
        return blocks
    if first.text:
        builder.left_out.append(LeftOut(node, first.text, "callout-icon"))
    return blocks[1:]


def build_sidebar(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a sidebar from ``aside`` or from a box of facts; one that holds only notes dissolves."""
    if not builder.has_words(node) or _holds_notes(builder, node):
        return None
    if is_repeat(builder, node):
        return repeat_of(builder, node, scope, "repeated-aside")
    first = next((child for child in builder.children(node) if builder.has_words(child)), node)
    title = first if builder.tags[first] in HEADING_TAGS else _title(builder, node)
    names = builder.attributes[node].get("class", "").lower().split()
    if "code" in names or (title is None and not _NEED_TITLE.isdisjoint(names)):
        return None
    common = builder.common(node, scope, "sidebar")
    inlines: tuple[Inline, ...] = ()
    if title is not None:
        inlines = inlines_of(builder, title, builder.scope_of(title, scope))
        builder.set_apart(title)
    blocks = _within_lines(blocks_of(builder, node, scope))
    if not inlines and len(blocks) > 1 and (heading := _first_line(blocks[0])):
        inlines, blocks = heading, blocks[1:]
    if not inlines and (not blocks or (len(blocks) == 1 and isinstance(blocks[0], Quote | PullQuote))):
        return blocks
    if inlines and len(blocks) == 1 and isinstance(quote := blocks[0], Quote) and not quote.attribution:
        return [replace(quote, attribution=inlines, why="titled-quote")]
    return [Sidebar(**common, blocks=tuple(blocks), title=inlines)]


def _first_line(block: Block) -> tuple[Inline, ...] | None:
    """Return the title that the first line of a box is: a heading, or one that is all bold and no sentence."""
    match block:
        case Heading():
            return block.children
        case Paragraph(children=(Strong() as only,)) if reads_as_heading(only.text.strip()):
            return only.children
        case _:
            return None


def _within_lines(blocks: list[Block]) -> list[Block]:
    """Return what a box holds without the lines drawn at its edges: they part nothing."""
    while blocks and isinstance(blocks[-1], ThematicBreak):
        blocks = blocks[:-1]
    while blocks and isinstance(blocks[0], ThematicBreak):
        blocks = blocks[1:]
    return blocks


def build_details(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build what opens on request from ``details``. An open one that holds most of the story is none."""
    children = builder.children(node)
    summary = next((child for child in children if builder.tags[child] == "summary"), None)
    if summary is None or not builder.has_words(summary):
        return None
    if "open" in builder.attributes[node] and builder.holds_most(node):
        builder.leave_unsaid(summary, "summary-of-all")
        builder.set_apart(summary)
        return blocks_of(builder, node, scope)
    common = builder.common(node, scope)
    inlines = inlines_of(builder, summary, builder.scope_of(summary, scope))
    builder.set_apart(summary)
    blocks = tuple(blocks_of(builder, node, scope))
    return [Details(**common, summary=inlines, blocks=blocks, is_open="open" in builder.attributes[node])]


def _title(builder: Builder, node: int) -> int | None:
    """Return the element among the first ones that is named as the title."""
    start, end = node + 1, builder.ends[node]
    for i in range(start, min(end, start + 16)):
        attributes = builder.attributes[i]
        if not attributes or not builder.has_words(i):
            continue
        names = attributes.get("class", "").lower()
        if any(name in names for name in _TITLES) and not builder.words_between(start, i):
            return i
    return None


def _kind(builder: Builder, node: int) -> CalloutKind | None:
    """Return the kind that a note says: by its attributes, its label, or the most special of its classes."""
    attributes = builder.attributes[node]
    for name in _SAID:
        if kind := _KINDS.get(attributes.get(name, "").lower()):
            return kind
    if kind := _KINDS.get(attributes.get("aria-label", "").strip().lower()):
        return kind
    names = attributes.get("class", "").lower().replace("_", "-").split()
    for name in sorted(names, key=lambda name: not _is_variant(name, names)):
        kinds = [kind for word in reversed(name.removeprefix("rmd").split("-")) if (kind := _KINDS.get(word))]
        if kinds:
            return next((kind for kind in kinds if kind in _OF_NEWSROOMS), kinds[0])
    return None


def _is_variant(name: str, names: Sequence[str]) -> bool:
    """Say whether a class adds a word to another one: "hint-info" beside "hint"."""
    return any(other != name and name.startswith(f"{other}-") for other in names)


def _kind_by_sign(builder: Builder, node: int) -> CalloutKind | None:
    """Return the kind that the first words of a note show, if they are a sign."""
    first = next((i for i in range(node, builder.ends[node]) if builder.inked[i]), node)
    return _BY_SIGN.get(builder.texts[first].strip(" \t\n\ufe0f"))
