"""Lists and definition lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, Definition, DefinitionList, Details, Figure, Heading, List, ListItem, Paragraph
from a11ynews.model.inlines import Inline
from a11ynews.model.numbering import Numbering
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.callouts import build_noted
from a11ynews.read.build.flow import blocks_in, blocks_of, inlines_of
from a11ynews.read.build.footnotes import build_note_list
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.roles import role_of
from a11ynews.read.build.tasks import mark_tasks, strip_bullets
from a11ynews.read.build.values import read_number
from a11ynews.tree.page import TEXT

__all__ = ["build_definitions", "build_list", "build_role_list"]

_CODE_LISTS: Final = frozenset({"code", "file"})
_FAR = 1_000_000_000
_FEWEST_ENTRIES: Final = 2

_TYPES: Final[dict[str, Numbering]] = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_STYLES: Final[dict[str, Numbering]] = {
    **{kind: kind for kind in _TYPES.values()},
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}
_CLASSES: Final[dict[str, Numbering]] = {kind.replace("-", ""): kind for kind in _TYPES.values()}
"""What docutils and Asciidoctor call such lists: ``lowerroman``."""
_STYLE: Final = re.compile(rf"list-style(?:-type)?\s*:[\w\s]{{0,40}}?\b({'|'.join(_STYLES)})\b", re.IGNORECASE)


def build_list(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a list from ``ul``, ``ol`` or ``menu``. What stands between items becomes an item, or joins one."""
    children = [
        child
        for child in builder.children(node)
        if child not in builder.apart and (builder.tags[child] != TEXT or builder.has_words(child))
    ]
    if not any(builder.tags[child] == "li" for child in children):
        return None
    if _are_comments(builder, children) or not builder.posts.keys().isdisjoint(children):
        return None
    if builder.notes and not builder.notes.keys().isdisjoint(children):
        return build_note_list(builder, node, scope)
    common = builder.common(node, scope, "one-item-list" if _goes_on_below(builder, node, children) else "")
    items: list[ListItem] = []
    entries: list[int] = []
    for child in children:
        _add_item(builder, child, scope, items)
        entries.extend([child] * (len(items) - len(entries)))
    if not items:
        return []
    if _is_gallery(items) or _only_opens(items) or _is_a_section(items):
        return [block for item in items for block in item.blocks]
    attributes = builder.attributes[node]
    ordered = builder.tags[node] == "ol"
    return [
        List(
            **common,
            items=mark_tasks(builder, node, entries, strip_bullets(builder, entries, items)),
            ordered=ordered,
            start=read_number(attributes.get("start"), 1, -_FAR, _FAR) if ordered else 1,
            reversed=ordered and "reversed" in attributes,
            numbering=_numbering(attributes) if ordered else "decimal",
        ),
    ]


def _goes_on_below(builder: Builder, node: int, children: Sequence[int]) -> bool:
    """Say whether a list of one item is followed by another list of its class: an editor wrote a list for each item."""
    classes = builder.attributes[node].get("class", "")
    if len(children) != 1 or not classes or builder.tags[node] != "ul":
        return False
    following, stop = builder.ends[node], builder.ends[builder.parents[node]]
    while following < stop and builder.texts[following].isspace():
        following += 1
    return (
        following < stop and builder.tags[following] == "ul" and builder.attributes[following].get("class") == classes
    )


def _is_a_section(items: Sequence[ListItem]) -> bool:
    """Say whether the only item is a section under its heading: nobody counts one, and javadoc sets each so."""
    return len(items) == 1 and len(items[0].blocks) > 1 and isinstance(items[0].blocks[0], Heading)


def _only_opens(items: Sequence[ListItem]) -> bool:
    """Say whether each item is a part that opens, and nothing else: a toggle of Notion, an accordion."""
    return all(len(item.blocks) == 1 and isinstance(item.blocks[0], Details) for item in items)


def _is_gallery(items: Sequence[ListItem]) -> bool:
    """Say whether each item is a picture alone, and each another one: a gallery, whose pictures stand in a row.

    A carousel of one picture is a list of one item, and that picture.
    """
    figures = [block for item in items for block in item.blocks if len(item.blocks) == 1 and isinstance(block, Figure)]
    sources = {image.src for figure in figures for image in figure.images}
    return len(sources) == len(figures) == len(items)


def _numbering(attributes: Mapping[str, str]) -> Numbering:
    """Return the kind of numbers from ``type``, the style or the class of the element."""
    if (kind := _TYPES.get(attributes.get("type", "").strip())) is not None:
        return kind
    if found := _STYLE.search(attributes.get("style", "")[:500]):
        return _STYLES[found[1].lower()]
    names = attributes.get("class", "").split()
    return next((_CLASSES[name] for name in names if name in _CLASSES), "decimal")


def _are_comments(builder: Builder, children: list[int]) -> bool:
    """Say whether the first item is a comment: then no list is read, but one comment after the other."""
    names = builder.attributes[children[0]].get("class", "")
    return bool(names) and role_of(names, "") == "comment"


def _add_item(builder: Builder, child: int, scope: Scope, items: list[ListItem]) -> None:
    if builder.tags[child] == "li":
        value = builder.attributes[child].get("value")
        number = read_number(value, 0, -_FAR, _FAR) if value else None
        if blocks := blocks_of(builder, child, builder.scope_of(child, scope)):
            items.append(ListItem(blocks=tuple(blocks), value=number))
        return
    blocks = blocks_in(builder, child, builder.ends[child], scope)
    if items and builder.tags[child] in {"ul", "ol", "menu"}:
        last = items.pop()
        items.append(replace(last, blocks=(*last.blocks, *blocks)))
    elif blocks:
        items.append(ListItem(blocks=tuple(blocks)))


def build_role_list(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a list that only its roles make one (WAI-ARIA 1.2, ``listitem``), its numbers in front."""
    entries = builder.children(node)
    is_list = all(builder.attributes[entry].get("role") == "listitem" for entry in entries)
    if len(entries) < _FEWEST_ENTRIES or not is_list or not builder.notes.keys().isdisjoint(entries):
        return None
    common = builder.common(node, scope)
    made = [blocks_of(builder, entry, builder.scope_of(entry, scope)) for entry in entries]
    ordered = [_printed_number(blocks) for blocks in made] == list(range(1, len(made) + 1))
    if ordered:
        builder.left_out += [
            LeftOut(entry, blocks[0].text, "typed-list-marker") for entry, blocks in zip(entries, made, strict=True)
        ]
        made = [blocks[1:] for blocks in made]
    items = [ListItem(blocks=tuple(blocks)) for blocks in made]
    return [List(**common, items=tuple(items), ordered=ordered)]


def _printed_number(blocks: Sequence[Block]) -> int | None:
    """Return the number that stands alone before the rest of an item."""
    text = blocks[0].text.strip().rstrip(".)") if len(blocks) > 1 and isinstance(blocks[0], Paragraph) else ""
    return read_number(text, 0, 0, _FAR) if text.isascii() and text.isdecimal() else None


def build_definitions(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a definition list from ``dl``; groups may be wrapped in ``div``."""
    parts = _definition_parts(builder, node)
    if not any(
        builder.tags[part] == "dt" and builder.has_words(part) for part in parts
    ) or not builder.notes.keys().isdisjoint(parts):
        return None
    if (noted := build_noted(builder, node, parts, scope)) is not None:
        return noted
    if not _CODE_LISTS.isdisjoint(builder.attributes[node].get("class", "").split()) and _titles_code(builder, parts):
        return [block for part in parts for block in _title_or_code(builder, part, scope)]
    common = builder.common(node, scope)
    items: list[Definition] = []
    terms: list[tuple[Inline, ...]] = []
    blocks: list[Block] = []
    for part in parts:
        inner = builder.scope_of(part, scope)
        if builder.tags[part] == "dt":
            if blocks:
                items.append(Definition(terms=tuple(terms), blocks=tuple(blocks)))
                terms, blocks = [], []
            terms.append(inlines_of(builder, part, inner))
        elif builder.tags[part] == "dd":
            blocks.extend(blocks_of(builder, part, inner))
        else:
            blocks.extend(blocks_in(builder, part, builder.ends[part], scope))
    if terms or blocks:
        items.append(Definition(terms=tuple(terms), blocks=tuple(blocks)))
    return [DefinitionList(**common, items=tuple(items))]


def _titles_code(builder: Builder, parts: Sequence[int]) -> bool:
    """Say whether a list of definitions is of code, each under the name of its file: DokuWiki writes it so."""
    said = [part for part in parts if builder.tags[part] == "dd"]
    return bool(said) and all("pre" in builder.tags[part : builder.ends[part]] for part in said)


def _title_or_code(builder: Builder, part: int, scope: Scope) -> list[Block]:
    inner = builder.scope_of(part, scope)
    if builder.tags[part] != "dt":
        return blocks_of(builder, part, inner)
    return [Paragraph(**builder.common(part, inner, "code-title"), children=inlines_of(builder, part, inner))]


def _definition_parts(builder: Builder, node: int) -> list[int]:
    parts: list[int] = []
    for child in builder.children(node):
        if builder.tags[child] == "div" and "dt" in builder.tags[child : builder.ends[child]]:
            parts.extend(builder.children(child))
        else:
            parts.append(child)
    return parts
