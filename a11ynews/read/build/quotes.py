"""Words of others, and words of the story said again in large letters."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import Final

from a11ynews.model.base import blocks_text
from a11ynews.model.blocks import Block, Paragraph, PullQuote, Quote
from a11ynews.model.inlines import Inline, LineBreak
from a11ynews.read.build.addresses import MEDIA_SCHEMES, passes_on, resolve
from a11ynews.read.build.builder import Builder, Scope, letters_of
from a11ynews.read.build.flow import blocks_of, inlines_of
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.language import language_of_part

__all__ = ["bind_repeats", "build_pull_quote", "build_quote", "is_repeat", "repeat_of"]

LONGEST_SOURCE: Final = 120
"""Characters of a line that says who is quoted; what is longer is said by them."""

SHORTEST_CALLED: Final = 10
"""Letters of what is called a pull quote, from which it is one if the story has them, too."""

NEAR: Final = 5
"""Blocks between a paragraph and a quote that repeats it as display; an essay that comes back to a line is farther."""

LONGEST_REPEAT: Final = 300
"""Characters of a quote that may be words of the story in large letters."""

_SIGNS: Final = " \n\"'“”„‟«»‘’‚‹›「」『』❝❞"
_DASHES: Final = ("—", "–", "―", "-- ", "- ")
_SOURCE_CLASSES: Final = ("attribution", "cite", "author", "source", "credit", "byline", "speaker")


def build_quote(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a quote from ``blockquote``, who said it kept apart; one that the story says as well is a pull quote."""
    if is_repeat(builder, node):
        return repeat_of(builder, node, scope, "repeated-quote")
    common = builder.common(node, scope)
    attribution = _take_source(builder, node, scope)
    blocks = _without_signs(builder, node, blocks_of(builder, node, scope))
    if not blocks:
        return [Quote(**common, blocks=(), attribution=attribution)] if attribution else []
    if not attribution:
        blocks, attribution = _after_dash(blocks)
    cite = resolve(builder.attributes[node].get("cite", ""), builder.base_url, MEDIA_SCHEMES)
    if scope.lang is None and builder.language and not any(block.lang for block in blocks):
        common["lang"] = language_of_part(blocks_text(blocks), builder.language)
    return [Quote(**common, blocks=tuple(blocks), attribution=attribution, cite=cite)]


def _without_signs(builder: Builder, node: int, blocks: list[Block]) -> list[Block]:
    """Return the blocks of a quote without quotation marks that stand alone: they are drawn beside it."""
    are_signs = [isinstance(block, Paragraph) and not block.text.strip(_SIGNS) for block in blocks]
    if all(are_signs):
        return blocks
    builder.left_out.extend(LeftOut(node, block.text, "quote-sign") for block in compress(blocks, are_signs))
    return [block for block, is_sign in zip(blocks, are_signs, strict=True) if not is_sign]


def build_pull_quote(builder: Builder, node: int, scope: Scope) -> list[Block] | None:
    """Build a pull quote if its words stand in the story too; a quote if only the style is one's."""
    if not builder.has_words(node):
        return None
    source = _source(builder, node)
    words = builder.kept_text(node, source if source is not None else builder.ends[node])
    if builder.is_repeated(words, SHORTEST_CALLED):
        return repeat_of(builder, node, scope, "pull-quote-class")
    common = builder.common(node, scope, "pull-quote-class")
    attribution = _take_source(builder, node, scope)
    blocks = blocks_of(builder, node, scope._replace(depth=scope.depth + 1))
    if len(blocks) == 1 and isinstance(only := blocks[0], Quote) and not (attribution and only.attribution):
        return [replace(only, attribution=attribution or only.attribution, why=common["why"])]
    if not blocks and not attribution:
        return []
    return [Quote(**common, blocks=tuple(blocks), attribution=attribution)]


def repeat_of(builder: Builder, node: int, scope: Scope, why: str) -> list[Block]:
    """Return an element's words as a pull quote."""
    common = builder.common(node, scope, why)
    attribution = _take_source(builder, node, scope)
    return [PullQuote(**common, children=inlines_of(builder, node, scope, "lines"), attribution=attribution)]


def _take_source(builder: Builder, node: int, scope: Scope) -> tuple[Inline, ...]:
    """Return who is quoted, set apart, if the markup says so."""
    source = _source(builder, node)
    if source is None:
        return ()
    attribution = inlines_of(builder, source, builder.scope_of(source, scope))
    builder.set_apart(source)
    return attribution


def is_repeat(builder: Builder, node: int) -> bool:
    """Say whether a quote is short, without pictures or links, and said in the running text as well."""
    if builder.has_media(node) or any(
        not passes_on(builder.attributes[link].get("href", ""))
        for link in builder.page.find("a", node, builder.ends[node])
    ):
        return False
    source = _source(builder, node)
    words = builder.kept_text(node, source if source is not None else builder.ends[node])
    return len(words) <= LONGEST_REPEAT and builder.is_repeated(words)


def bind_repeats(blocks: list[Block]) -> list[Block]:
    """Give each pull quote the id of the paragraph whose words it repeats."""
    if not any(isinstance(block, PullQuote) for block in blocks):
        return blocks
    paragraphs = {place: letters_of(block.text) for place, block in enumerate(blocks) if isinstance(block, Paragraph)}
    return [
        _bound(block, place, paragraphs, blocks) if isinstance(block, PullQuote) else block
        for place, block in enumerate(blocks)
    ]


def _bound(pull: PullQuote, place: int, paragraphs: dict[int, str], blocks: list[Block]) -> Block:
    """Bind a pull quote; one that only its words made one is a quote again if no paragraph near by has them."""
    wanted = letters_of("".join(child.text for child in pull.children))
    repeats = next((other for other, words in paragraphs.items() if wanted and wanted in words), None)
    if pull.why != "pull-quote-class" and (repeats is None or abs(repeats - place) > NEAR):
        return _as_quote(pull)
    return pull if repeats is None else replace(pull, repeats=blocks[repeats].id)


def _as_quote(pull: PullQuote) -> Quote:
    """Return the quote that was taken for a repeat, and is not one of a paragraph: two quotes alike."""
    words = Paragraph(id=f"{pull.id}-text", where=pull.where, children=pull.children)
    return Quote(
        id=pull.id, lang=pull.lang, dir=pull.dir, where=pull.where, blocks=(words,), attribution=pull.attribution
    )


def _source(builder: Builder, node: int) -> int | None:
    """Return the last element with words, at any depth, if it is marked as the source of the quote."""
    last, end = node, builder.ends[node]
    for _ in range(6):
        held = [child for child in builder.page.children(last) if builder.has_words(child)]
        if not held or builder.texts[held[-1]]:
            return None
        last = held[-1]
        if last in builder.apart:
            return None
        if _is_source(builder, last) and builder.words_between(node, last) and builder.ends[last] <= end:
            return last
    return None


def _is_source(builder: Builder, node: int) -> bool:
    tag = builder.tags[node]
    if tag in {"footer", "cite", "figcaption"}:
        return True
    names = builder.attributes[node].get("class", "").lower()
    return bool(names) and tag in {"p", "div", "span"} and any(name in names for name in _SOURCE_CLASSES)


def _after_dash(blocks: list[Block]) -> tuple[list[Block], tuple[Inline, ...]]:
    """Cut off a last line that starts with a dash: who said it."""
    last = blocks[-1]
    if not isinstance(last, Paragraph):
        return blocks, ()
    if len(blocks) > 1 and len(last.text) <= LONGEST_SOURCE and last.text.startswith(_DASHES):
        return blocks[:-1], last.children
    breaks = [place for place, child in enumerate(last.children) if isinstance(child, LineBreak)]
    if breaks:
        tail = last.children[breaks[-1] + 1 :]
        said = "".join(child.text for child in tail)
        if 0 < len(said) <= LONGEST_SOURCE and said.startswith(_DASHES) and breaks[-1] > 0:
            rest = Paragraph(
                id=last.id, lang=last.lang, dir=last.dir, where=last.where, children=last.children[: breaks[-1]]
            )
            return [*blocks[:-1], rest], tail
    return blocks, ()
