"""Figures: pictures, recordings, quotes and tables bound with their caption and credit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from a11ynews.model.blocks import Block, CodeBlock, Embed, Figure, Media, Paragraph, PullQuote, Quote, Table
from a11ynews.model.inlines import Inline, LineBreak, Text, inline_text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.captions import LONGEST_CREDIT, is_credit, names_photographer
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.read.build.images import is_file_name
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.roles import names_maker, role_of
from a11ynews.read.vocabulary import find_label, find_phrase, fold, words

__all__ = ["build_caption", "build_credit", "build_figure", "build_legend"]

LONGEST_CAPTION: Final = 400
"""Characters of loose text in a figure that may be its caption; longer text is a story of its own."""

_ONLY_FOR_EARS: Final = ("visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader")
"""What such elements are called, by their class or at its end: "bbc-visually-hidden"."""
_PARTS: Final = frozenset({"span", "small", "em", "i", "div", "p", "cite"})
"""Elements that part a caption into what is seen and who made it."""
_BUTTONS: Final = ("button", "a")
_BUTTON_KINDS: Final = frozenset({"player-fallback", "read-more", "share", "print"})
_IS_NUMBER: Final = re.compile(r"\s*[^\W\d]{1,12}\.?\s?(?:[A-Z]\.?)?\d{1,3}[a-z]?\s?[.:]?\s*")
"""The number of a figure: the sentence that stands elsewhere in the figure goes on from it."""
_MEDIA: Final = frozenset({"img", "picture", "video", "audio", "iframe", "embed", "object", "svg", "canvas"})


def build_figure(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a figure from ``figure``; around a quote, a table or code it gives them its caption."""
    captions = _captions(builder, node)
    common = builder.common(node, scope, "figure-element")
    made = [_caption_and_credit(builder, caption, scope) for caption in captions]
    for caption_node in captions:
        builder.set_apart(caption_node)
    blocks = _without_label(builder, node, blocks_of(builder, node, scope))
    caption = _joined([words for words, _ in made])
    credit = _joined([words for _, words in made])
    if not blocks:
        if not caption and not credit:
            return []
        if _MEDIA.isdisjoint(builder.tags[node : builder.ends[node]]):
            return [Paragraph(**common, children=_joined([caption, credit]))]
        return [Figure(**common, caption=caption, credit=credit)]
    return _bind(blocks, caption, credit, Paragraph(**common, children=caption or (Text(text=""),)))


def build_caption(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a caption; the picture beside it takes it. An element that holds the picture too dissolves."""
    if (
        builder.has_media(node)
        or not builder.has_words(node)
        or len(builder.kept_text(node, builder.ends[node])) > 2 * LONGEST_CAPTION
    ):
        return None
    common = builder.common(node, scope, "caption-class")
    caption, credit = _caption_and_credit(builder, node, scope)
    if not caption:
        return [Paragraph(**(common | {"why": "credit-class"}), children=credit)] if credit else []
    made: list[Block] = [Paragraph(**common, children=caption)]
    if credit:
        made.append(Paragraph(**builder.common(node, scope, "credit-class"), children=credit))
    return made


def build_legend(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build what is said below the caption of a figure; the figure above takes it with the caption."""
    if not builder.has_words(node) or builder.has_media(node):
        return None
    return [
        Paragraph(**builder.common(node, scope, "legend-class"), children=inlines_of(builder, node, scope, "lines"))
    ]


def build_credit(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a picture credit; the picture before it takes it."""
    if not builder.has_words(node) or len(builder.kept_text(node, builder.ends[node])) > LONGEST_CAPTION:
        return None
    common = builder.common(node, scope, "credit-class")
    _leave_out_labels(builder, node)
    _leave_out_buttons(builder, node)
    return [Paragraph(**common, children=inlines_of(builder, node, scope))]


def _without_label(builder: Builder, node: int, blocks: list[Block]) -> list[Block]:
    """Return the blocks of a figure without a line that only says "Image", or is the name of the picture's file."""
    rules = [_rule_of_label(block.text) if isinstance(block, Paragraph) else "" for block in blocks]
    kept = [block for block, rule in zip(blocks, rules, strict=True) if not rule]
    if len(kept) == len(blocks) or not kept:
        return blocks
    builder.left_out.extend(LeftOut(node, block.text, rule) for block, rule in zip(blocks, rules, strict=True) if rule)
    return kept


def _rule_of_label(text: str) -> str:
    if _is_label(text):
        return "caption-label"
    return "file-name" if is_file_name(text) else ""


def _leave_out_labels(builder: Builder, node: int) -> None:
    """Leave out what only ears get, and says no more than that this is a caption: "Image caption, "."""
    for inside in range(node + 1, builder.ends[node]):
        classes = builder.attributes[inside].get("class", "") if builder.attributes[inside] else ""
        if inside in builder.apart or not any(one.endswith(_ONLY_FOR_EARS) for one in classes.lower().split()):
            continue
        if _is_label(builder.kept_text(inside, builder.ends[inside])):
            builder.leave_unsaid(inside, "caption-label")
            builder.set_apart(inside)


def _leave_out_buttons(builder: Builder, node: int) -> None:
    """Leave out the buttons of a page in a caption: "Enlarge", "Show all pictures". They do nothing here."""
    for inside in range(node + 1, builder.ends[node]):
        attributes = builder.attributes[inside]
        if builder.tags[inside] not in _BUTTONS and (not attributes or attributes.get("role") != "button"):
            continue
        if inside in builder.apart or not builder.has_words(inside):
            continue
        said = builder.kept_text(inside, builder.ends[inside]).strip()
        label = find_label(said) or find_phrase(said)
        if label is not None and label.kind in _BUTTON_KINDS:
            builder.leave_unsaid(inside, "caption-button")
            builder.set_apart(inside)


def _is_label(text: str) -> bool:
    said = fold(text)
    return said in words("captions", "photo") or said in words("captions", "label")


def _captions(builder: Builder, node: int) -> list[int]:
    """Return the captions of a figure, not those of figures inside it."""
    found: list[int] = []
    inside, end = node + 1, builder.ends[node]
    while inside < end:
        if builder.tags[inside] == "figcaption" and builder.has_words(inside):
            found.append(inside)
            inside = builder.ends[inside]
        elif builder.tags[inside] == "figure":
            inside = builder.ends[inside]
        else:
            inside += 1
    return found


def _caption_and_credit(builder: Builder, node: int, scope: Scope) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return the words of a caption, and of the credit that is marked in it."""
    if is_file_name(builder.kept_text(node, builder.ends[node])):
        builder.leave_unsaid(node, "file-name")
        return (), ()
    scope = builder.scope_of(node, scope)
    _leave_out_labels(builder, node)
    _leave_out_buttons(builder, node)
    said = builder.words_before
    credits_ = [
        inside
        for inside in range(node + 1, builder.ends[node])
        if (classes := builder.attributes[inside].get("class", ""))
        and (role_of(classes, "") == "credit" or (names_maker(classes) and said[inside] > said[node]))
        and builder.has_words(inside)
        and builder.parents[inside] not in builder.apart
    ]
    makers: list[tuple[Inline, ...]] = []
    end = node
    for inside in credits_ or _signed_last(builder, node):
        if inside >= end:
            makers.append(inlines_of(builder, inside, scope))
            builder.set_apart(inside)
            end = builder.ends[inside]
    return inlines_of(builder, node, scope, "lines"), _joined(makers)


def _signed_last(builder: Builder, node: int) -> list[int]:
    """Return the last element of a caption made of several, if it is a credit by its words or stands in capitals."""
    parts = [child for child in builder.children(node) if builder.has_words(child)]
    if len(parts) < 2 or any(builder.tags[part] not in _PARTS for part in parts):  # noqa: PLR2004 - what and who
        return []
    said, before = (builder.kept_text(part, builder.ends[part]).strip() for part in (parts[-1], parts[-2]))
    is_shouted = said.isupper() and not before.isupper() and len(said) <= LONGEST_CREDIT
    return [parts[-1]] if is_shouted or names_photographer(said) else []


def _joined(runs: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for run in filter(None, runs):
        if joined:
            joined.append(LineBreak())
        joined += run
    return tuple(joined)


def _bind(
    blocks: list[Block],
    caption: tuple[Inline, ...],
    credit: tuple[Inline, ...],
    fallback: Paragraph,
) -> list[Block]:
    """Give a figure's caption to what the figure holds."""
    figures = [block for block in blocks if isinstance(block, Figure)]
    if len(figures) > 1 and any(figure.caption for figure in figures) and len(figures) == len(blocks):
        words = _joined([caption, credit])
        return [*figures, replace(fallback, children=words, why="gallery-caption")] if words else blocks
    if figures and len(figures) + sum(_is_loose(block) for block in blocks) == len(blocks):
        return [_one_figure(figures, [b for b in blocks if not isinstance(b, Figure)], caption, credit)]
    if not caption and not credit:
        return blocks
    words = _joined([caption, credit])
    for place, block in enumerate(blocks):
        bound = _captioned(block, words)
        if bound is not None:
            return [*blocks[:place], bound, *blocks[place + 1 :]]
    return [*blocks, replace(fallback, children=words, why="figure-caption")]


def _captioned(block: Block, words: tuple[Inline, ...]) -> Block | None:
    match block:
        case Quote(attribution=()) | PullQuote(attribution=()):
            return replace(block, attribution=words)
        case Table(caption=()) | CodeBlock(caption=()) | Media(caption=()) | Embed(caption=()) | Figure(caption=()):
            return replace(block, caption=words)
        case _:
            return None


def _is_loose(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= LONGEST_CAPTION


def _one_figure(
    figures: list[Figure], loose: list[Block], caption: tuple[Inline, ...], credit: tuple[Inline, ...]
) -> Figure:
    """Return the pictures of a figure as one, with all words of it."""
    captions = [figure.caption for figure in figures]
    credit = _joined([*(figure.credit for figure in figures), credit])
    for block in loose:
        if isinstance(block, Paragraph):
            if is_credit(block.text):
                credit = _joined([credit, block.children])
            else:
                captions.append(block.children)
    images = tuple(image for figure in figures for image in figure.images)
    captions = [*captions, caption]
    if any(captions[:-1]) and _IS_NUMBER.fullmatch(inline_text(caption)):
        first = next(words for words in captions if words)
        captions = [(*caption, Text(text=" "), *first), *captions[captions.index(first) + 1 : -1]]
    return replace(figures[0], images=images, caption=_joined(captions), credit=credit)
