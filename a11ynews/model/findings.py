"""What reading found out beside the story: what was taken out, and what was odd.

Findings are values, not exceptions: a bad page is normal.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["HeaderText", "Notice", "Removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A piece of the page that is not the story.

    Attributes:
        text: Its words, whole.
        kind: A stable name, kebab-case ("skip-links", "related", "hidden").
        reason: One sentence for readers.
        where: The place in the source, for people ("div#content > aside.share", "line 3").
        rule: The id of the rule that decided.
    """

    text: str
    kind: str
    reason: str
    where: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderText:
    """Words of the page that became metadata and so are neither in the body nor removed.

    Attributes:
        role: What they are: "headline", "kicker", "byline", "published", "tags" ...
        text: As printed on the page.
        where: The place in the source, for people.
    """

    role: str
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about the input, or about a rendering, that the reader may want to know.

    Attributes:
        kind: A stable name for programs, kebab-case ("encoding-errors").
        message: One sentence for people.
        where: The place, if it has one.
    """

    kind: str
    message: str
    where: str = ""

    def __str__(self) -> str:
        """The message, with its place in brackets."""
        return f"{self.message} ({self.where})" if self.where else self.message
