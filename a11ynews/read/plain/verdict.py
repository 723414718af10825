"""What was decided on a chunk, beside the chunk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from a11ynews.model.findings import HeaderText, Removed
from a11ynews.read.plain.chunks import Chunk
from a11ynews.read.vocabulary import reasons

__all__ = ["Role", "Verdict", "as_header", "as_removed"]

Role: TypeAlias = Literal["story", "standfirst", "furniture", "headline", "kicker", "byline", "published", "tags"]

#: Kinds that no vocabulary names, because no label says them.
_OTHER_REASONS: Mapping[str, str] = {
    "ticker": "The news ticker at the top of the page: headlines of other stories.",
    "duplicate": "The headline again.",
    "markup": "The marks that made lists, quotations, headings and rules; these are in the story as what they are.",
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


def as_removed(chunk: Chunk, verdict: Verdict) -> Removed:
    """Return the record of a chunk that is furniture."""
    reason = _OTHER_REASONS.get(verdict.kind) or reasons()[verdict.kind]
    return Removed(text=chunk.printed, kind=verdict.kind, reason=reason, where=chunk.where, rule=verdict.rule)


def as_header(chunk: Chunk, verdict: Verdict) -> HeaderText:
    """Return the record of a chunk that became metadata; a heading mark stays with the words."""
    return HeaderText(role=verdict.role, text=chunk.printed, where=chunk.where)
