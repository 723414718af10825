"""Formulas that stand in the text as LaTeX, between the marks that MathJax and KaTeX look for."""

from __future__ import annotations

import re
from typing import Final

from a11ynews.model.inlines import Inline, Math, Text

__all__ = ["has_typed_math", "is_formula_number", "split_typed_math"]

_TYPED: Final = re.compile(
    r"\$\$([^$]{1,2000})\$\$|\\\(((?:[^\\]|\\(?!\))){1,2000})\\\)|\\\[((?:[^\\]|\\(?!\])){1,2000})\\\]"
    r"|(?<![\w$\\])\$(?=[^\s$])([^$\n]{1,400})(?<=[^\s\\])\$(?![\d$\w])",
)
_CERTAIN: Final = re.compile(r"\\[A-Za-z]+|[\^_]\{|[\^_]\w|\w\s?=\s?\w")
"""What sums of money have not: a command, a raised or lowered part, an equation."""


_NUMBER: Final = re.compile(r"\s*[(\[](?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:[.-]\d{1,3}){0,2}[a-z]?[)\]]\s*")


def is_formula_number(text: str) -> bool:
    """Say whether a text is the number of a formula and nothing else.

    Example:
        >>> is_formula_number("(1)"), is_formula_number(" (A.12b) "), is_formula_number("(see 1)")
        (True, True, False)
    """
    return _NUMBER.fullmatch(text) is not None


def has_typed_math(text: str) -> bool:
    """Say whether it is worth looking: nearly all text is not."""
    return "$" in text or "\\(" in text or "\\[" in text


def split_typed_math(text: str) -> tuple[Inline, ...]:
    r"""Return text with its typed formulas as formulas; their marks stay in what the page showed.

    Example:
        >>> [type(part).__name__ for part in split_typed_math(r"So $x^2$ costs $5 or $6.")]
        ['Text', 'Math', 'Text']
    """
    parts: list[Inline] = []
    done = 0
    for found in _TYPED.finditer(text):
        latex = next(group for group in found.groups() if group is not None).strip()
        if not latex or (found[4] is not None and not _CERTAIN.search(latex)):
            continue
        if found.start() > done:
            parts.append(Text(text=text[done : found.start()]))
        parts.append(Math(text=found[0], latex=latex))
        done = found.end()
    if done < len(text):
        parts.append(Text(text=text[done:]))
    return tuple(parts)
