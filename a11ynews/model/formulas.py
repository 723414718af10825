r"""LaTeX as a line of characters: "\frac{1}{2}" is 1/2, "\sqrt{h}" is √h, "\lambda \in \mathbb{R}" is λ ∈ ℝ.

For texts, which have no formulas. It is a reading aid and no typesetting: the source stays in ``latex``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

from a11ynews.model.blocks import MathBlock
from a11ynews.model.inlines import Math
from a11ynews.model.latex import LONGEST, Node, parse_latex

__all__ = ["plain_formula", "says_all", "shown_formula"]

_RAISED: Final = str.maketrans("0123456789+-=()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ")
_LOWERED: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_ROOTS: Final = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_MARKS: Final = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "arrow": "\u20d7", "dot": "\u0307",
                 "double dot": "\u0308"}  # fmt: skip
_FENCES: Final = {"pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖"}
_LOSSY: Final = re.compile(r"\\(?:d|t|c)?frac|\\sqrt|\\binom|\\begin|[\^_]")
_LOOSE: Final = re.compile(r"(?<=[(\[]) | (?=[)\],_^])")
_STRUCTURE: Final = re.compile(r"[/√⁰¹²³⁴-ⁿ₀-₎]")


def _line(nodes: tuple[Node, ...]) -> str:
    return "".join(map(_shown, nodes))


def _shown(node: Node) -> str:  # noqa: PLR0911 - an arm for each kind
    inner = [_line(part) for part in node.parts] if node.kind != "rows" else []
    match node.kind:
        case "sign":
            return node.text
        case "word":
            return f" {node.text} "
        case "break":
            return "; "
        case "fraction":
            return f"{_held(inner[0])}/{_held(inner[1])}"
        case "choice":
            return f"({inner[0].strip()} choose {inner[1].strip()})"
        case "root":
            index = inner[1].strip()
            sign = _ROOTS.get(index) or (
                f"{index.translate(_RAISED)}√"
                if all(ord(letter) in _RAISED for letter in index)
                else f"root {index} of "
            )
            return f"{sign}{_held(inner[0])}"
        case "up" | "down":
            return _script("^" if node.kind == "up" else "_", inner[0])
        case "accent":
            return _accented(inner[0].strip(), node.text)
        case "rows":
            return _rows(node)
        case _:
            return " "


def _rows(node: Node) -> str:
    fences = _FENCES.get(node.text, "  ")
    rows = (", ".join(_line(cell.parts[0]).strip() for cell in row) for row in node.parts)
    return f"{fences[0]}{'; '.join(rows)}{fences[1]}"


def _accented(text: str, accent: str) -> str:
    if len(text) == 1 or (accent == "bar" and text.isalpha()):
        return unicodedata.normalize("NFC", "".join(letter + _MARKS[accent] for letter in text))
    return f"{accent}({text})" if text else accent


def _held(text: str) -> str:
    """Return a part in brackets if it has several."""
    text = text.strip()
    return (
        text
        if len(text) <= 1 or text.isalnum() or (text[0] == "(" and text.find(")") == len(text) - 1)
        else f"({text})"
    )


def _script(mark: str, text: str) -> str:
    table = _RAISED if mark == "^" else _LOWERED
    plain = text.strip()
    if plain == "∘" and mark == "^":
        return "°"
    if plain in {"′", "∗"}:
        return plain
    if plain and all(ord(sign) in table for sign in plain):
        return plain.translate(table)
    return f"{mark}{_held(plain)}" if plain else ""


@lru_cache(maxsize=512)
def plain_formula(latex: str) -> str:
    r"""Return a formula's source as a line of characters.

    Args:
        latex: The source, as in ``Math.latex``.

    Example:
        >>> plain_formula(r"d \approx 3.57\sqrt{h}"), plain_formula(r"\eta = \dfrac{-1 + \sqrt{-7}}{2}")
        ('d ≈ 3.57√h', 'η = (-1 + √(-7))/2')
        >>> plain_formula(r"A^n \in \mathbb{R}^{n+1}, x_{ij}"), plain_formula(r"\lvert g\rvert")
        ('Aⁿ ∈ ℝⁿ⁺¹, x_ij', '|g|')
    """
    if len(latex) > LONGEST:
        return latex
    return _LOOSE.sub("", " ".join(_line(parse_latex(latex)).split()))


def shown_formula(formula: Math | MathBlock) -> str:
    r"""Return what a form without formulas shows: the page's characters, unless they lost what the source tells.

    A browser shows ½ for ``\frac{1}{2}``; the characters alone are "12". Words that the source does not have are
    never given up for it.

    Example:
        >>> shown_formula(Math(text="12", latex=r"\frac{1}{2}")), shown_formula(Math(text="a+b", latex="a+b"))
        ('1/2', 'a+b')
    """
    latex = formula.latex or ""
    text = formula.text.strip()
    if not latex or (text and not says_all(latex, text)):
        return text or formula.spoken or ""
    if not text or text.strip("$\\()[] ") in latex or (_LOSSY.search(latex) and not _STRUCTURE.search(text)):
        return plain_formula(latex) or text
    return text


def says_all(latex: str, text: str) -> bool:
    r"""Say whether a source has all letters and digits of the page's characters, as commands or as they are.

    Example:
        >>> says_all(r"\lambda_2", "λ2"), says_all("^6", "The ferry")
        (True, False)
    """
    said = Counter(filter(str.isalnum, latex)) + Counter(filter(str.isalnum, plain_formula(latex)))
    return not Counter(filter(str.isalnum, text)) - said
