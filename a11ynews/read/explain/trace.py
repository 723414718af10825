"""The trace of a reading: for each piece of the page, in its order, what became of it and why.

An article keeps its body, its header and what was removed apart. Whoever asks "why is this missing?"
looks at the page, from top to bottom: so ``explain`` puts them together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from a11ynews.model.article import Article
from a11ynews.model.describe import Kept, kept_blocks
from a11ynews.model.findings import HeaderText, Removed
from a11ynews.model.verdicts import Decision, Verdict
from a11ynews.read.build.refusals import Refusal
from a11ynews.read.explain.decisions import decisions_in, refusals_of
from a11ynews.read.explain.evidence import Evidence
from a11ynews.read.explain.reasons import reason_for
from a11ynews.read.scene.features import Surroundings

__all__ = ["Trace"]

_LOOK_AHEAD = 80
"""Blocks in which the words of the next piece are looked for: those of a large table or list."""
_PREVIEW = 40
_LINE = re.compile(r"lines? (\d+)")


@dataclass(slots=True)
class Trace:
    """What a reading notes down for its explanation, if it is asked to.

    Attributes:
        scene: The page's units; None for plain text.
        chosen: For each unit whether it is in the story.
        in_header: One byte a node, 1 for words that became metadata.
        refusals: What the build did not make of elements.
        likely: For each unit how likely it was found to be story.
        cut: How likely it had to be.
    """

    scene: Surroundings | None = None
    chosen: Sequence[bool] = field(default_factory=list)
    in_header: bytearray = field(default_factory=bytearray)
    refusals: list[Refusal] = field(default_factory=list)
    likely: Sequence[float] = field(default_factory=list)
    cut: float = 0.0

    def note(self, scene: Surroundings, chosen: Sequence[bool], in_header: bytearray) -> None:
        """Note down what was decided."""
        self.scene, self.chosen, self.in_header = scene, chosen, in_header

    def weigh(self, likely: Sequence[float], cut: float) -> None:
        """Note down what the decision rests on."""
        self.likely, self.cut = tuple(likely), cut

    def decisions(self, article: Article) -> tuple[Decision, ...]:
        """Return what was decided on the way: what was refused, then what stands inside the story's lines.

        Args:
            article: What the noted reading gave.
        """
        refused = () if self.scene is None else refusals_of(self.scene.page, self.refusals)
        return (*refused, *decisions_in(article))

    def verdicts(self, article: Article) -> tuple[Verdict, ...]:
        """Return the page's pieces in order, each with what became of it.

        Args:
            article: What the noted reading gave.
        """
        if self.scene is None:
            return tuple(_by_line(article))
        evidence = Evidence(self.scene, self.likely)
        return tuple(
            replace(verdict, evidence=evidence.sentence(unit, kept=self.chosen[unit], cut=self.cut))
            if verdict.outcome != "metadata"
            else verdict
            for unit, verdict in _by_unit(self.scene, self.chosen, self.in_header, article)
        )


def _by_unit(
    scene: Surroundings, chosen: Sequence[bool], in_header: bytearray, article: Article
) -> Iterator[tuple[int, Verdict]]:
    """Yield units with their verdicts. Header and removed records are in the page's order as well."""
    blocks = _Blocks(article)
    removed = ((line, piece) for piece in article.removed for line in piece.text.split("\n"))
    page, units = scene.page, scene.units
    instead = {piece.text: piece for piece in article.removed if piece.rule == "embedded-story"}
    for unit, keep in enumerate(chosen):
        own = [node for node in range(units.start[unit], units.stop[unit]) if units.owner[node] == unit]
        told = " ".join("".join(page.texts[node] for node in own if in_header[node]).split())
        rest = [page.texts[node] for node in own if not in_header[node]]
        where = page.where(units.box[unit])
        if told:
            yield unit, _as_metadata(told, article.header, where)
        if not any(text.strip() for text in rest):
            continue
        text = units.text[unit] if not told else " ".join("".join(rest).split())
        if keep and text in instead:
            yield unit, _as_removed(text, instead[text], where)
        elif keep:
            yield unit, blocks.verdict(text, where)
        else:
            _, piece = next(removed, ("", None))
            yield unit, _as_removed(text, piece, where)


def _as_metadata(text: str, header: Sequence[HeaderText], where: str) -> Verdict:
    role = next((one.role for one in header if text[:_PREVIEW] in " ".join(one.text.split())), "metadata")
    reason = "Its words are part of what is known about the story."
    return Verdict(text=text, outcome="metadata", what=role, reason=reason, where=where)


def _as_removed(text: str, piece: Removed | None, where: str) -> Verdict:
    if piece is None:
        return Verdict(text=text, outcome="removed", what="other", where=where)
    return Verdict(text=text, outcome="removed", what=piece.kind, reason=piece.reason, rule=piece.rule, where=where)


class _Blocks:
    """The blocks of the story in order, and how far the page has come in them."""

    def __init__(self, article: Article) -> None:
        self.blocks = list(kept_blocks(article.body))
        self.texts = ["".join(block.text.split()) for block in self.blocks]
        self.names = {block.number: block.what for block in self.blocks}
        self.at = 0

    def verdict(self, text: str, where: str) -> Verdict:
        """Return the verdict on a piece of the story, with the smallest block near by that has its words."""
        block = self._find("".join(text.split()))
        if block is None:
            return Verdict(text=text, outcome="kept", what="part of the story", where=where)
        what, reason = self._described(block), reason_for(block.rule, block.where)
        return Verdict(text=text, outcome="kept", what=what, reason=reason, rule=block.rule, where=where)

    def _described(self, block: Kept) -> str:
        """Return what a block is, and what it is in."""
        outer = self.names.get(block.number.rpartition(".")[0])
        return f"{block.what}, in a {outer}" if outer else block.what

    def _find(self, words: str) -> Kept | None:
        near = range(self.at, min(self.at + _LOOK_AHEAD, len(self.blocks)))
        having = [number for number in near if words in self.texts[number]]
        if not having:
            return None
        first = len(self.texts[having[0]])
        inner = [number for number in having if number - having[0] <= _LOOK_AHEAD and len(self.texts[number]) <= first]
        self.at = having[0]
        return self.blocks[min(inner, key=lambda number: len(self.texts[number]))]


def _by_line(article: Article) -> Iterator[Verdict]:
    """Yield verdicts for plain text: its pieces say on which line they stood."""
    found = [
        Verdict(
            text=block.text,
            outcome="kept",
            what=block.what,
            reason=reason_for(block.rule, block.where),
            rule=block.rule,
            where=block.where,
        )
        for block in kept_blocks(article.body)
        if block.text and block.where
    ]
    found += [_as_metadata(one.text, (one,), one.where) for one in article.header]
    found += [_as_removed(piece.text, piece, piece.where) for piece in article.removed]
    return iter(sorted(found, key=lambda verdict: _line_of(verdict.where)))


def _line_of(where: str) -> int:
    match = _LINE.search(where)
    return int(match[1]) if match else 0
