"""A run of inlines that ended: a paragraph, or what only looks like one."""

from __future__ import annotations

from typing import Final

from a11ynews.model.blocks import Block, Callout, Embed, MathBlock, Paragraph, ThematicBreak
from a11ynews.model.inlines import Inline, LineBreak, Math, Text
from a11ynews.read.build.abbreviations import explain, may_explain
from a11ynews.read.build.addresses import MEDIA_SCHEMES, resolve
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.labels import label_kind
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.line import BLANKS
from a11ynews.read.build.providers import provider_of
from a11ynews.read.build.typed_lists import looks_typed, typed_list
from a11ynews.read.build.typed_math import has_typed_math, is_formula_number, split_typed_math

__all__ = ["make_paragraphs"]


LONGEST_LINE: Final = 200
FEWEST_MARKS: Final = 3

_JOINERS: Final = BLANKS + "\u200c\u200d"
"""Joiners change the letters beside them; alone they are what Webflow writes into an empty paragraph."""

_DRAWN: Final = frozenset("_-–—―=~*·•+#⁂❦❧✻✽☙◆◇■□●○⸻")
_ORNAMENTS: Final = frozenset("⁂❦❧✻✽☙⸻")
"""One of these alone parts two scenes."""


def make_paragraphs(builder: Builder, node: int, scope: Scope, inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the blocks that a run of inlines stands for."""
    return (
        [] if len(inlines) == 1 and _joins_nothing(builder, node, inlines[0]) else _made(builder, node, scope, inlines)
    )


def _made(builder: Builder, node: int, scope: Scope, inlines: tuple[Inline, ...]) -> list[Block]:
    breaks = formulas = shorts = False
    for inline in inlines:
        if isinstance(inline, Text):
            formulas = formulas or has_typed_math(inline.text)
            shorts = shorts or may_explain(inline.text)
        elif isinstance(inline, LineBreak):
            breaks = True
    if formulas:
        inlines = _with_formulas(inlines)
    if shorts:
        inlines = _with_expansions(inlines, builder.explained)
    if (formula := _formula_alone(inlines)) is not None:
        only, label = formula
        common = builder.common(node, scope)
        return [MathBlock(**common, text=only.text, latex=only.latex, spoken=only.spoken, label=label)]
    if len(inlines) == 1 and (alone := _alone(builder, node, scope, inlines[0])):
        return [alone]
    if breaks and looks_typed(inlines):
        return typed_list(builder, node, scope, inlines)
    kind = label_kind("".join([inline.text for inline in inlines[:3]])) if scope.depth == 0 else None
    if kind is None:
        return [Paragraph(**builder.common(node, scope), children=inlines)]
    common = builder.common(node, scope, f"{kind}-label")
    paragraph = Paragraph(**builder.common(node, scope), children=inlines)
    return [Callout(**common, kind=kind, blocks=(paragraph,))]


def _formula_alone(inlines: tuple[Inline, ...]) -> tuple[Math, str | None] | None:
    """Return the formula that is all of a paragraph, with its number: on the right, or before it in docutils."""
    if Math not in map(type, inlines):
        return None
    said = [
        inline
        for inline in inlines
        if not isinstance(inline, LineBreak) and (isinstance(inline, Math) or inline.text.strip())
    ]
    match said:
        case [Math() as only]:
            return only, None
        case [Math() as only, Text(text=text)] | [Text(text=text), Math() as only] if is_formula_number(text):
            return only, text.strip()
        case _:
            return None


def _joins_nothing(builder: Builder, node: int, only: Inline) -> bool:
    """Say whether a paragraph is a joiner without letters, and note it down then."""
    if not isinstance(only, Text) or only.text.strip(_JOINERS):
        return False
    builder.left_out.append(LeftOut(node, only.text, "joiner-alone"))
    return True


def _alone(builder: Builder, node: int, scope: Scope, only: Inline) -> Block | None:
    """Return what a paragraph of one text stands for, if that is no text: a line between parts, something embedded."""
    if drawn := _drawn_line(only):
        builder.left_out.append(LeftOut(node, drawn, "drawn-line"))
        return ThematicBreak(**builder.common(node, scope, "drawn-line"))
    return _bare_address(builder, node, scope, only)


def _bare_address(builder: Builder, node: int, scope: Scope, only: Inline) -> Embed | None:
    """Return what a paragraph embeds that is nothing but the address of a recording, a post, a map or a chart.

    Source:
        WordPress, "Embeds": the address goes on a line of its own.
    """
    address = only.text.strip() if isinstance(only, Text) else ""
    if not address.startswith(("https://", "http://")) or any(map(str.isspace, address)):
        return None
    url = resolve(address, None, MEDIA_SCHEMES)
    provider, kind = provider_of(url) if url else (None, "other")
    if url is None or kind == "other":
        return None
    builder.left_out.append(LeftOut(node, address, "address-alone"))
    return Embed(**builder.common(node, scope, "address-alone"), kind=kind, url=url, provider=provider)


def _drawn_line(inline: Inline) -> str | None:
    """Return the characters of a line that is drawn with one mark again and again."""
    text = inline.text
    if text[:1] not in _DRAWN or len(text) > LONGEST_LINE:
        return None
    marks = "".join(text.split())
    drawn = len(marks) >= FEWEST_MARKS or text in _ORNAMENTS
    return text if drawn and len(set(marks)) == 1 else None


def _with_expansions(inlines: tuple[Inline, ...], known: set[str]) -> tuple[Inline, ...]:
    explained: list[Inline] = []
    for inline in inlines:
        explained.extend(explain(inline.text, known) if isinstance(inline, Text) else (inline,))
    return tuple(explained)


def _with_formulas(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    split: list[Inline] = []
    for inline in inlines:
        split.extend(split_typed_math(inline.text) if isinstance(inline, Text) else (inline,))
    return tuple(split)
