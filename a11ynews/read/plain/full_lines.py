"""Full lines that end with a sentence, in text broken at a width without blank lines: does a paragraph end there?

A break after which the next word had room is the end of a paragraph. Where it had none, layout says nothing: of the
sentences of fundus-dev that end with a full line, two in five end their paragraph (188 of 452 at 72 characters).
A reader of the layout alone joins them all and reaches a paragraph F1 of 0.875 at 72 characters, 0.98 with each of them
right. The weights below are of a logistic regression over the texts broken at 56, 64, 72, 80 and 90 characters, which
has 73 to 77 of 100 such ends right and reaches 0.914 at 72 on stories that it did not see (five folds).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from a11ynews.read.plain.lines import Line
from a11ynews.read.plain.signs import ends_sentence, starts_lowercase, weight
from a11ynews.read.vocabulary import words

__all__ = ["Habits", "may_part"]

_ODDS, _SPAN, _OPENS_QUOTE, _CLOSES_QUOTE, _CARRIES_ON, _BIAS = 1.2, 1.35, 0.7, 1.6, -1.3, -0.75
_LEAST_ODDS, _MOST_ODDS = 0.05, 20.0
_USUAL, _USUAL_COUNTS = 5.4, 4
"""The logarithm of a paragraph's usual weight (220 letters), which counts as so many paragraphs of the text."""

_OPENING_QUOTES = '"“„«»‘「『'
_CLOSING_QUOTES = '"”“»’」』'
_SENTENCE_STARTS = re.compile(
    r"""[.!?…][”"“»’)]{0,2} +["“„«»‘(¿¡]{0,2}(?=[^\W\d_a-z])|[。．！？।॥۔؟][」』）]?(?=\s*\w)"""
)
_FIRST_WORD = re.compile(r"\W*(\w+)")


class Habits:
    """How long the paragraphs of a text are, and how often a sentence of it ends one.

    Whether the next word has room is as likely at the end of a paragraph as at any other: so the ends that layout
    shows tell of those that it hides.
    """

    def __init__(self, lines: Sequence[Line], ends: Sequence[bool]) -> None:
        """Count.

        Args:
            lines: The non-blank lines of a text, in order.
            ends: For each line, whether a paragraph surely ends with it and no blank line follows.
        """
        inside = sum(len(_SENTENCE_STARTS.findall(line.text)) for line in lines)
        parting = sum(end and may_part(a, b) for (a, b), end in zip(pairwise(lines), ends, strict=False))
        gaps = sum(line.after_gap for line in lines)
        odds = parting / max(inside, 1)
        self.are_unmarked = parting > gaps
        """Whether most paragraphs end without a blank line; else those that do are the exception."""
        self._log_odds = math.log(max(_LEAST_ODDS, min(_MOST_ODDS, odds)))
        self._log_weight = _usual_weight(lines, ends)

    def parts(self, lines: Sequence[Line], at: int, weight_around: int) -> bool:
        """Return whether a paragraph begins with a line, where layout does not say it.

        Args:
            lines: All lines.
            at: The line's place.
            weight_around: Letters from the last end of a paragraph to the next that layout shows.
        """
        opening, before = lines[at].text, lines[at - 1].text
        first = _FIRST_WORD.match(opening)
        carries_on = first is not None and first[1].casefold() in words("openings", "carry_on")
        return (
            _BIAS
            + _ODDS * self._log_odds
            + _SPAN * (math.log(max(weight_around, 1)) - self._log_weight)
            + _OPENS_QUOTE * (opening[0] in _OPENING_QUOTES)
            + _CLOSES_QUOTE * (before[-1] in _CLOSING_QUOTES)
            + _CARRIES_ON * carries_on
        ) > 0


def _usual_weight(lines: Sequence[Line], ends: Sequence[bool]) -> float:
    """Return the mean logarithm of the weights of the paragraphs in which no end can be hidden."""
    total, count = _USUAL * _USUAL_COUNTS, _USUAL_COUNTS
    size, is_sure = 0, True
    for at, line in enumerate(lines):
        size += weight(line.text) + 1
        if at + 1 == len(lines) or ends[at] or lines[at + 1].after_gap:
            if is_sure and ends_sentence(line.text):
                total, count = total + math.log(size), count + 1
            size, is_sure = 0, True
        elif may_part(line, lines[at + 1]):
            is_sure = False
    return total / count


def may_part(line: Line, following: Line) -> bool:
    """Return whether a sentence ends at a line's end and the next line begins another."""
    return ends_sentence(line.text) and not starts_lowercase(following.text.lstrip(_OPENING_QUOTES))
