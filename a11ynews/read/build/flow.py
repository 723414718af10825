"""The walk: containers dissolve, inline runs become paragraphs, handlers make the rest.

The walk is iterative over wrappers and inline elements, so the depth of a page costs no stack. It
recurses only where a block holds blocks, and no deeper than ``MAX_DEPTH``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, TypeAlias

from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.figures import Figure, Image
from a11ynews.model.inlines import Inline, InlineImage
from a11ynews.read.build.atoms import ATOMS
from a11ynews.read.build.builder import MAX_DEPTH, Builder, Handler, Scope
from a11ynews.read.build.code import is_block_code
from a11ynews.read.build.drawings import is_chart
from a11ynews.read.build.foreign import plain_of, whole_language
from a11ynews.read.build.formulas import (
    FORMULA_TAGS,
    math_block,
    math_inline,
    pictured_formula,
    read_formula,
    unset_formula,
)
from a11ynews.read.build.images import is_sign, is_small, lost_image, make_figure, read_image
from a11ynews.read.build.inlines import span_wrap, wrap_for
from a11ynews.read.build.joints import append_block, plain_leads
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.line import BLANKS, Line
from a11ynews.read.build.linked_pictures import leads_to, linked_player
from a11ynews.read.build.paragraphs import make_paragraphs
from a11ynews.read.build.roles import ANY_ROLE, ROLE_TAGS, ROLES_OF, declared_role, role_of
from a11ynews.read.build.same_picture import is_caption_again, is_figure_again
from a11ynews.read.build.tags import BLOCK_TAGS, HEADING_TAGS
from a11ynews.read.build.typed_lists import join_typed_items
from a11ynews.read.stand_ins import stand_in_address
from a11ynews.tree.page import TEXT

__all__ = ["Mode", "blocks_in", "blocks_of", "inlines_in", "inlines_of"]

Mode: TypeAlias = Literal["blocks", "lines", "words"]
"""What the edge of a block does: end a paragraph, break the line, or only part two words."""


def blocks_of(builder: Builder, node: int, scope: Scope) -> list[Block]:
    """Return what is inside an element, as blocks."""
    return join_typed_items(
        builder, plain_leads(_Flow(builder, node, scope, "blocks").run(node + 1, builder.ends[node]))
    )


def blocks_in(builder: Builder, start: int, end: int, scope: Scope) -> list[Block]:
    """Return what a range of sibling nodes holds, as blocks."""
    return _Flow(builder, max(builder.parents[start], 0), scope, "blocks").run(start, end)


def inlines_of(builder: Builder, node: int, scope: Scope, mode: Mode = "words") -> tuple[Inline, ...]:
    """Return what is inside an element as one run of inlines, whatever blocks it has."""
    return inlines_in(builder, node + 1, builder.ends[node], scope, mode)


def inlines_in(builder: Builder, start: int, end: int, scope: Scope, mode: Mode = "words") -> tuple[Inline, ...]:
    """Return what a range of sibling nodes holds as one run of inlines."""
    flow = _Flow(builder, start, scope, mode)
    flow.run(start, end)
    wide = flow.line.wide
    inlines = flow.line.take()
    return builder.in_scripts(inlines, scope) if wide else inlines


_Open: TypeAlias = tuple[int, int, Scope, int]
"""An element that the walk is inside of: its end; how many frames to close; what to restore."""


_DECLARING: Final = frozenset(("itemtype", "itemprop", "data-testid", "data-hook", "data-component-part"))
"""Attributes that may say what an element is, beside its class."""


_PARTS: Final = frozenset(("span", "time", "small", "strong", "b", "em", "i", "a", "label"))
"""Elements that may be set side by side, without a space in the source."""
_DIGITS: Final = dict.fromkeys(map(ord, "0123456789"))


class _Flow:
    """One walk over sibling nodes."""

    def __init__(self, builder: Builder, here: int, scope: Scope, mode: Mode) -> None:
        self.builder = builder
        self.here = here
        self.scope = scope
        self.mode: Final = mode
        self.line = Line(scope.wraps)
        self.out: list[Block] = []
        self._open: list[_Open] = []
        self._waiting: list[tuple[int, Image]] = []
        self._classed: dict[int, int] = {}
        """Elements with classes by where they end, the outermost of those that end there."""

    def run(self, node: int, end: int) -> list[Block]:
        """Walk from one node to before another and return the blocks."""
        builder, opened = self.builder, self._open
        tags, ends, texts, inked = builder.tags, builder.ends, builder.texts, builder.inked
        held_before, apart, line = builder.held_before, builder.apart, self.line
        while node < end:
            while opened and node >= opened[-1][0]:
                self._close(opened.pop())
            tag = tags[node]
            if tag == TEXT:
                if inked[node]:
                    if line.breaks > 1:
                        self._flush()
                    line.words(texts[node])
                elif not texts[node].strip(BLANKS):
                    line.space()
                node += 1
            elif held_before[ends[node]] > held_before[node]:
                node = self._element(node, tag) if node not in apart else ends[node]
            else:
                self._nothing(node, tag)
                node = ends[node]
        while opened:
            self._close(opened.pop())
        self._flush()
        return self.out

    def _nothing(self, node: int, tag: str) -> None:
        """Pass an element that holds nothing kept: only its edges count, and a space that is all it has."""
        if tag == "br":
            if self.mode == "words":
                self.line.space()
            else:
                self.line.line_break()
                if self.mode == "lines":
                    self.line.breaks = min(self.line.breaks, 1)
        elif tag == "script":
            self._unset(node)
        elif tag in BLOCK_TAGS:
            self._flush()
            if "data-attrs" in self.builder.attributes[node]:
                self._unset(node)
        elif tag == "wbr":
            self.line.glue()
        elif (inside := self.builder.texts[node + 1 : self.builder.ends[node]]) and "".join(inside).isspace():
            self.line.space()

    def _element(self, node: int, tag: str) -> int:
        builder = self.builder
        end = builder.ends[node]
        scope, role = self.scope, None
        if builder.attributes[node]:
            scope = builder.scope_of(node, scope)
            role = self._role(node, tag) if tag in ROLE_TAGS else None
        if (role == "formula" or tag in FORMULA_TAGS) and self._formula(node, scope):
            return end
        if self.mode == "blocks" and (handler := self._handler(node, tag, role)):
            if self.line.filled or self._waiting:
                self._flush()
            left_out = len(builder.left_out)
            made = handler(builder, node, Scope(scope.lang, scope.dir, self.line.wraps, self.scope.depth + 1))
            if made is None:
                del builder.left_out[left_out:]  # its parts come again below, and are told then
            else:
                for block in made:
                    self._add(block)
                return end
        if (atom := ATOMS.get(tag)) and self._atom(atom(builder, node, self.scope), node):
            return end
        self._enter(node, tag, scope)
        return node + 1

    def _add(self, block: Block) -> None:
        """Add a block to its siblings; what is said of a picture a second time is accounted for."""
        if isinstance(block, Paragraph) and self.out and is_caption_again(self.out[-1], block):
            self.builder.left_out.append(LeftOut(self.here, block.text, "caption-again"))
            return
        if isinstance(block, Figure) and block.text and self.out and is_figure_again(self.out[-1], block):
            self.builder.left_out.append(LeftOut(self.here, block.text, "picture-again"))
        append_block(self.out, block)

    def _role(self, node: int, tag: str) -> str | None:
        attributes = self.builder.attributes[node]
        if node in self.builder.captions:
            return "caption"
        if node in self.builder.levels and tag not in HEADING_TAGS:
            return "heading"
        if not _DECLARING.isdisjoint(attributes) and (declared := declared_role(tag, attributes)):
            return declared
        role = role_of(attributes.get("class", ""), attributes.get("role", ""))
        if role == "dateline" and self.line.filled:
            return None
        return role if role is None or role in ROLES_OF.get(tag, ANY_ROLE) else None

    def _formula(self, node: int, scope: Scope) -> bool:
        """Write a formula, as a block if it stands on its own line; say whether there was one."""
        formula = read_formula(self.builder, node)
        if formula is None:
            return False
        if formula.is_display and self.mode == "blocks":
            self._flush()
            self._add(math_block(self.builder, node, scope, formula))
        else:
            self.line.add(math_inline(formula))
        return True

    def _unset(self, node: int) -> None:
        """Write the formula whose source an element keeps for a script, if it does."""
        formula = unset_formula(self.builder, node)
        if formula is None:
            return
        if formula.is_display and self.mode == "blocks":
            self._flush()
            self._add(math_block(self.builder, node, self.scope, formula))
        else:
            self.line.add(math_inline(formula))

    def _handler(self, node: int, tag: str, role: str | None) -> Handler | None:
        handlers = self.builder.handlers
        if node in self.builder.tabs:
            return handlers.roles["tab-panel"]
        if self.scope.depth < MAX_DEPTH and self.builder.kept[node] and self._stands_in(node, tag, role):
            return handlers.roles["stand-in"]
        handler = handlers.tags.get(tag)
        if node in self.builder.notes:
            handler = handlers.roles["note"]
        elif node in self.builder.posts:
            handler = handlers.roles["live-post"]
        elif role:
            handler = handlers.roles.get(role, handler)
        if handler is None or self.scope.depth >= MAX_DEPTH:
            return None
        is_inline = (tag == "code" and not is_block_code(self.builder, node)) or (
            tag == "svg" and not is_chart(self.builder, node)
        )
        return None if is_inline else handler

    def _stands_in(self, node: int, tag: str, role: str | None) -> bool:
        """Say whether a kept element stands in for something of another site; a post with words is told by these."""
        if tag not in BLOCK_TAGS or (role == "post" and self.builder.has_words(node)):
            return False
        return stand_in_address(self.builder.attributes[node]) is not None

    def _atom(self, made: tuple[Inline, ...] | None, node: int) -> bool:
        """Write what an element that is one thing in the line became; say whether it is done with."""
        if made is None:
            return False
        for inline in made:
            if self.line.breaks > 1:
                self._flush()
            self.line.add(inline)
        if not made:
            self._picture(node)
        return True

    def _picture(self, node: int) -> None:
        """Place a picture: small ones in the line, others before the paragraph or after it."""
        formula = pictured_formula(self.builder.attributes[node])
        if formula is not None:
            self.line.add(formula)
            return
        image = read_image(self.builder, node)
        if image is None:
            image = lost_image(self.builder, node)
            self.builder.refuse(node, "picture-without-address" if image else "picture-shows-nothing")
        if image is None:
            return
        if self.mode != "blocks" or is_small(self.builder, node, image):
            if image.alt and not is_sign(image.alt):
                self.line.add(InlineImage(src=image.src, alt=image.alt))
        elif not self.line.filled and (player := linked_player(self.builder, node, self.scope, image)):
            self._add(player)
        else:
            self._stand_alone(node, replace(image, href=leads_to(self.builder, node, image.src)))

    def _stand_alone(self, node: int, image: Image) -> None:
        if self.line.filled:
            self._waiting.append((node, image))
        else:
            self._add(make_figure(self.builder, node, self.scope, (image,)))

    def _enter(self, node: int, tag: str, scope: Scope) -> None:
        if tag in BLOCK_TAGS:
            self._flush()
            self._open.append((self.builder.ends[node], 0, self.scope, self.here))
            self.scope = scope
            self.here = node
            return
        if tag in _PARTS and "class" in self.builder.attributes[node]:
            self._part(node)
        self.line.open(wrap_for(self.builder, node, tag))
        frames = 1
        if scope is not self.scope and (scope.lang, scope.dir) != (self.scope.lang, self.scope.dir):
            self.line.open(span_wrap(scope.lang, scope.dir))
            frames = 2
        self._open.append((self.builder.ends[node], frames, self.scope, self.here))

    def _part(self, node: int) -> None:
        """Part an element from the one before it, if nothing but their classes does: they are set side by side.

        Source:
            ``wcxb-dev`` and ``fundus-dev``: of some 350 pairs of elements that touch and have classes of different
            names, all are two things (a label and its value, a name and a date); with the same, or names that differ
            by their number, some are a word torn by a formatting program.
        """
        builder = self.builder
        before = self._classed.get(node, node)
        self._classed.setdefault(builder.ends[node], node)
        if before < node and builder.parents[before] == builder.parents[node]:
            names = [builder.attributes[one]["class"].translate(_DIGITS).split() for one in (before, node)]
            if names[0] != names[1] and all(names):
                self.line.part()

    def _close(self, element: _Open) -> None:
        _, frames, scope, here = element
        if frames:
            for _ in range(frames):
                self.line.close()
            return
        self._flush()
        self.scope = scope
        self.here = here

    def _flush(self) -> None:
        """End the paragraph, or what the edge of a block stands for in this mode."""
        if self.mode == "words":
            self.line.space()
            return
        if self.mode == "lines":
            self.line.breaks = max(self.line.breaks, 1) if self.line.filled else 0
            return
        if not self.line.filled and not self._waiting:
            self.line.breaks = 0
            return
        if self.line.filled:
            inlines, scope = self._taken()
            for block in make_paragraphs(self.builder, self.here, scope, inlines):
                self._add(block)
        self.line.breaks = 0
        waiting, self._waiting = self._waiting, []
        for node, image in waiting:
            self._add(make_figure(self.builder, node, self.scope, (image,)))

    def _taken(self) -> tuple[tuple[Inline, ...], Scope]:
        """Return the line's inlines with their scope; a line in one other script is in that script's language."""
        wide = self.line.wide
        inlines = self.line.take()
        if not wide:
            return inlines, self.scope
        inlines = self.builder.in_scripts(inlines, self.scope)
        whole = whole_language(inlines)
        if whole is None:
            return inlines, self.scope
        return plain_of(inlines, whole), self.scope._replace(lang=whole.lang, dir=whole.dir)
