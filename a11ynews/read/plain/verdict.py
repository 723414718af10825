"""What was decided on a chunk, beside the chunk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from a11ynews.model.findings import HeaderText, Removed
from a11ynews.read.plain.chunks import Chunk
from a11ynews.read.vocabulary import reasons

__all__ = ["STORY", "Role", "Verdict", "as_header", "as_removed", "furniture", "header_words", "markup"]

Role: TypeAlias = Literal[
    "story", "standfirst", "furniture", "headline", "kicker", "byline", "published", "modified", "tags"
]

#: Kinds that no vocabulary names, because no label says them.
_OTHER_REASONS: Mapping[str, str] = {
    "ticker": "The news ticker at the top of the page: headlines of other stories.",
    "duplicate": "The headline again.",
    "author-card": "A note on the author, not part of the story.",
    "reading-time": "How long reading the page would take somebody who looks at it.",
    "markup": "Marks of lists, quotations, headings and rules, or of broken words: the story has the structure itself.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a chunk is.

    Attributes:
        role: Its part in the article; "furniture" goes to the removed.
        kind: The kind of furniture, for that role only.
        rule: The id of the rule that decided.
    """

    role: Role = "story"
    kind: str = ""
    rule: str = ""


#: The verdict on what nothing speaks against; compared by identity.
STORY = Verdict()


def furniture(kind: str, rule: str) -> Verdict:
    """Return the verdict on a chunk that is no part of the story."""
    return Verdict(role="furniture", kind=kind, rule=rule)


def as_removed(chunk: Chunk, verdict: Verdict) -> Removed:
    """Return the record of a chunk that is furniture."""
    reason = _OTHER_REASONS.get(verdict.kind) or reasons()[verdict.kind]
    return Removed(text=chunk.printed, kind=verdict.kind, reason=reason, where=chunk.where, rule=verdict.rule)


def as_header(chunk: Chunk, verdict: Verdict) -> HeaderText:
    """Return the record of a chunk that became metadata, without a heading's mark."""
    return HeaderText(role=verdict.role, text=header_words(chunk), where=chunk.where)


def header_words(chunk: Chunk) -> str:
    """The words of a header line: without the mark of a heading, with the hyphen that opens speech."""
    return chunk.text if chunk.mark.startswith("#") else chunk.printed


def markup(marks: Sequence[str]) -> Removed:
    """Return the record of the marks that became structure.

    Args:
        marks: Marks of lists, quotations, headings and rules, and hyphens at the ends of lines.
    """
    return Removed(text=" ".join(marks), kind="markup", reason=_OTHER_REASONS["markup"], rule="plain-text-marks")
