"""What a rule is, and how a row of rules is applied to a piece of text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from a11ynews.speech.normalization.normalized import Edit, Stretch, compose, edited

__all__ = ["ALWAYS", "FIGURES", "WIDE", "Needs", "Rule", "Rulebook", "signs"]

Needs = tuple[frozenset[str], ...]
"""A piece of text must have one character of each set, or a rule is not tried."""

_FIGURE = "0"
_TEN = frozenset("0123456789")
FIGURES: Needs = (frozenset(_FIGURE),)
WIDE: Needs = (frozenset("\x80"),)
"""Any character beyond ASCII."""
ALWAYS: Needs = ()

_CLOSING = ' \t\r\n.!?"”’)'
_LONG_WORD = re.compile(r"[a-z]{5}(?<!pprox)(?<!essrs)\Z")  # approx. and Messrs. are abbreviations
_LONG = 5
_MOST_KNOWN = 4096


def signs(characters: str) -> Needs:
    """Return the need of one of some characters.

    Example:
        >>> signs("$€") == (frozenset({"$", "€"}),)
        True
    """
    return (frozenset(characters),)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing and how it is said.

    Attributes:
        name: What it catches, for tests and messages.
        needs: Where the rule is tried; most rules are spared most of the text.
        pattern: The written form. Every quantifier in it is bounded or cannot overlap its neighbour,
            so that no text takes more than linear time.
        say: Returns the spoken words of a match; the match unchanged where it is something else.
    """

    name: str
    needs: Needs
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]


class Rulebook:
    """Rules in their order, and a memory of which of them to try for which characters."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        """Take the rules of a language."""
        self.rules = rules
        self._asked = frozenset().union(*(need for rule in rules for need in rule.needs))
        self._known: dict[frozenset[str], tuple[Rule, ...]] = {}

    def apply(self, text: str) -> str:
        """Return a piece of text after each rule was tried once, in order."""
        for rule in self._fitting(text):
            text = rule.pattern.sub(rule.say, text)
        return text

    def apply_with_map(self, text: str, stretches: list[Stretch]) -> tuple[str, list[Stretch]]:
        """Return what `apply` does, and the map of all changes so far.

        Args:
            text: A piece of text, perhaps changed before.
            stretches: What was changed before.
        """
        for rule in self._fitting(text):
            if edits := _edits(rule, text):
                text, stretches = edited(text, edits), compose(stretches, edits)
        return text, stretches

    def _fitting(self, text: str) -> tuple[Rule, ...]:
        present = self._asked & _present(text)
        fitting = self._known.get(present)
        if fitting is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            fitting = tuple(rule for rule in self.rules if not any(need.isdisjoint(present) for need in rule.needs))
            self._known[present] = fitting
        return fitting


def _present(text: str) -> set[str]:
    """Return the characters that rules may ask for; one figure stands for all ten.

    The full stop after a long word at the end is none that a rule for abbreviations has to look at.
    """
    inner = text.rstrip(_CLOSING)
    present = set(inner if _LONG_WORD.search(inner[-_LONG:]) else text)
    if not _TEN.isdisjoint(present):
        present.add(_FIGURE)
    if not text.isascii():
        present |= WIDE[0]
    return present


def _edits(rule: Rule, text: str) -> list[Edit]:
    found = ((match, rule.say(match)) for match in rule.pattern.finditer(text))
    return [Edit(match.start(), match.end(), new) for match, new in found if new != match[0]]
