"""What a rule is, and how a row of rules is applied to a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from a11ynews.speech.normalization.normalized import Edit, Stretch, compose

__all__ = ["ANY", "DIGITS", "WIDE", "Rule", "apply"]

DIGITS = frozenset("0123456789")
WIDE = frozenset("\x80")
"""Stands for any character beyond ASCII."""
ANY: frozenset[str] = frozenset()
"""For rules that are tried on every line."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing and how it is said.

    Attributes:
        name: What it catches, for tests and messages.
        needs: The rule is tried only on lines that have one of these characters; `ANY` for all lines.
        pattern: The written form. Every quantifier in it is bounded or cannot overlap its neighbour,
            so that no text takes more than linear time.
        say: Returns the spoken words of a match; the match unchanged where it is something else.
    """

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]


def apply(rules: Sequence[Rule], text: str, stretches: list[Stretch] | None = None) -> tuple[str, list[Stretch] | None]:
    """Return a line after each rule was tried once, in order.

    Args:
        rules: What to try.
        text: One line.
        stretches: The map of what was changed before; None if no map is wanted.

    Returns:
        The line, and the map of all changes if one was given.
    """
    present = _present(text)
    for rule in rules:
        if rule.needs and rule.needs.isdisjoint(present):
            continue
        if stretches is None:
            text = rule.pattern.sub(rule.say, text)
        elif edits := _edits(rule, text):
            text, stretches = _edited(text, edits), compose(stretches, edits)
    return text, stretches


def _present(text: str) -> set[str]:
    """Return the characters of a line; one stands for all that are not ASCII."""
    present = set(text)
    return present if text.isascii() else present | WIDE


def _edits(rule: Rule, text: str) -> list[Edit]:
    found = ((match, rule.say(match)) for match in rule.pattern.finditer(text))
    return [Edit(match.start(), match.end(), new) for match, new in found if new != match[0]]


def _edited(text: str, edits: list[Edit]) -> str:
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.new)
        done = edit.end
    return "".join((*pieces, text[done:]))
