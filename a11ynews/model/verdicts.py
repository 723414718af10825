"""What became of each piece of a page, in the page's order: the account as a reader of the page would check it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Decision", "Outcome", "Verdict"]

Outcome: TypeAlias = Literal["kept", "metadata", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One piece of the page.

    Attributes:
        text: Its words.
        outcome: Whether it is in the story, became metadata, or was removed.
        what: As what: the block ("heading, level 2"), the role ("byline"), the kind of furniture.
        reason: Why, as one sentence; "" where the piece is simply text of the story.
        rule: The rule that decided, if one did.
        where: The place in the source, for people.
        evidence: What the choice rests on, as one or two sentences; "" where nothing had to be weighed.
    """

    text: str
    outcome: Outcome
    what: str
    reason: str = ""
    rule: str = ""
    where: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something that was decided on the way: a refusal, or what stands inside a line.

    Attributes:
        what: What it was taken for ("no table", "mark of note n1").
        text: The words that it is about.
        reason: Why, as one sentence.
        rule: The rule that decided.
        where: The place in the source, for people.
    """

    what: str
    text: str
    reason: str
    rule: str
    where: str = ""
