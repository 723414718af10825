"""What a check finds, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from a11ynews.check.scene import Scene

__all__ = ["Problem", "Rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something on a page that stands in somebody's way.

    Attributes:
        rule: The id of the rule ("image-alt").
        clause: The success criterion of WCAG 2.2 with its level ("1.1.1 A"), or the standard's name.
        message: One sentence: what is wrong and whom it hinders.
        where: The place in the page, as selectors ("main > figure > img").
        words: What stands there, shortened.
    """

    rule: str
    clause: str
    message: str
    where: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check: it gives the nodes that offend, each with a few words of what stands there.

    Attributes:
        id: Stable, kebab-case.
        clause: The success criterion of WCAG 2.2 with its level.
        because: One sentence for people.
        finds: Yields the nodes that offend it; -1 is the page as a whole.
    """

    id: str
    clause: str
    because: str
    finds: Callable[[Scene], Iterator[int]]
