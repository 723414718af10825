r"""Formulas in English words: "\frac{1}{2}" is "1 over 2", "x^2" is "x squared", "\sqrt{h}" is "the square root of h".

Part of a formula that has several signs is closed by a word ("end fraction"), or a listener could not tell where it
ends. Other languages hear the plain line, until somebody writes their words.

Source:
    After the brief form of MathSpeak (A. Nemeth; gh.mathspeak.com), in the words of a reader and not of a typesetter.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from a11ynews.model.latex import LONGEST, Node, parse_latex

__all__ = ["formula_words"]

_SAID: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in """
    =:equals +:plus -:minus −:minus ±:plus_or_minus ∓:minus_or_plus ×:times ·:times ∗:times ÷:divided_by /:over
    <:is_less_than >:is_greater_than ≤:is_at_most ≥:is_at_least ≠:is_not_equal_to ≈:is_about ≡:is_equivalent_to
    ∼:is_like ∝:is_proportional_to ≪:is_much_less_than ≫:is_much_greater_than ∈:in ∉:not_in ⊂:is_a_subset_of
    ⊆:is_a_subset_of ∪:union ∩:intersection ∖:without ∅:the_empty_set ∀:for_all ∃:there_is ¬:not ∧:and ∨:or →:to
    ↦:maps_to ⇒:implies ⇔:if_and_only_if ∞:infinity ∂:partial ∇:del ∑:the_sum ∏:the_product ∫:the_integral
    ∬:the_double_integral ∮:the_closed_integral ′:prime ∘:after °:degrees %:percent …:and_so_on ⋯:and_so_on ℓ:l
    ℏ:h_bar !:factorial ℝ:the_real_numbers ℤ:the_whole_numbers ℕ:the_natural_numbers ℚ:the_rational_numbers
    ℂ:the_complex_numbers α:alpha β:beta γ:gamma δ:delta ε:epsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu
    ν:nu ξ:xi π:pi ρ:rho σ:sigma τ:tau υ:upsilon φ:phi χ:chi ψ:psi ω:omega Γ:capital_gamma Δ:delta Θ:capital_theta
    Λ:capital_lambda Ξ:capital_xi Π:capital_pi Σ:capital_sigma Φ:capital_phi Ψ:capital_psi Ω:capital_omega sin:sine
    cos:cosine tan:tangent log:log ln:natural_log exp:exp lim:the_limit max:the_maximum min:the_minimum
    """.split()  # noqa: SIM905 - a list of a hundred strings reads worse
)
_OPERATORS: Final = frozenset("=+-−±∓<>≤≥≠≈|")
_LARGE: Final = frozenset({"∑", "∏", "∫", "∬", "∮", "lim", "max", "min", "sup", "inf"})
_BRACKETS: Final = {"(": "open paren", ")": "close paren", "[": "open bracket", "]": "close bracket",
                    "{": "open brace", "}": "close brace", "‖": "double bar", "|": "bar"}  # fmt: skip
_POWERS: Final = {"2": "squared", "3": "cubed", "′": "prime", "∘": "degrees", "∗": "star", "T": "transposed"}
_ROOTS: Final = {"": "the square root of", "2": "the square root of", "3": "the cube root of"}
_LIMIT_NODES: Final = 400
"""Parts of a formula that are said; a longer one is a table, and nobody can follow it by ear."""


@lru_cache(maxsize=256)
def formula_words(latex: str) -> str | None:
    r"""Return a formula in English words; None if it is too long to be followed.

    Args:
        latex: The source, as in ``Math.latex``.

    Example:
        >>> formula_words(r"E = mc^2"), formula_words(r"\frac{a+b}{2} \le \sqrt{h}")
        ('E equals m c squared', 'the fraction a plus b over 2, end fraction, is at most the square root of h')
        >>> formula_words(r"\sum_{i=1}^n x_i")
        'the sum from i equals 1 to n of x sub i'
    """
    if len(latex) > LONGEST:
        return None
    nodes = parse_latex(latex)
    if _size(nodes) > _LIMIT_NODES:
        return None
    words = " ".join(_run(nodes).split())
    return words.replace(" ,", ",").replace(" ;", ";").replace(",,", ",").strip(" ,")


def _size(nodes: tuple[Node, ...]) -> int:
    return len(nodes) + sum(_size(part) for node in nodes for part in node.parts)


def _run(nodes: tuple[Node, ...]) -> str:
    """Return the words of a run: digits stay one number, letters are said one by one."""
    parts: list[str] = []
    place = 0
    while place < len(nodes):
        node = nodes[place]
        place += 1
        if node.kind == "sign" and node.text.isdigit():
            digits = node.text
            while (
                place < len(nodes)
                and nodes[place].kind == "sign"
                and (nodes[place].text.isdigit() or _joins(nodes, place))
            ):
                digits += nodes[place].text
                place += 1
            parts.append(digits)
        elif node.kind in {"sign", "word"} and node.text in _LARGE:
            limits = []
            while place < len(nodes) and nodes[place].kind in {"up", "down", "space"}:
                limits += [] if nodes[place].kind == "space" else [nodes[place]]
                place += 1
            parts.append(_with_limits(node.text, limits))
        elif node.text == "(" and (end := _argument(nodes, place)):
            parts.append(f"of {_run(nodes[place:end])}")
            place = end + 1
        else:
            parts.append(_said(node))
    return " ".join(parts)


def _argument(nodes: tuple[Node, ...], place: int) -> int:
    """Return where the bracket closes that opens before a place, if it holds what a function is of; else 0."""
    before = nodes[place - 2].text if place > 1 else ""
    if not before[:1].isalpha():
        return 0
    end = place
    while end < len(nodes) and nodes[end].text not in {"(", ")", *_OPERATORS}:
        end += 1
    return end if end < len(nodes) and nodes[end].text == ")" and end > place else 0


def _joins(nodes: tuple[Node, ...], place: int) -> bool:
    """Say whether a sign stands between digits of one number: 3.57, 1,000."""
    following = nodes[place + 1] if place + 1 < len(nodes) else None
    return nodes[place].text in ".," and following is not None and following.kind == "sign" and following.text.isdigit()


def _with_limits(sign: str, limits: list[Node]) -> str:
    word = _SAID.get(sign, sign).replace("_", " ")
    below = next((_run(node.parts[0]) for node in limits if node.kind == "down"), "")
    above = next((_run(node.parts[0]) for node in limits if node.kind == "up"), "")
    if sign in {"lim", "max", "min", "sup", "inf"}:
        where = f"as {below.replace(' to ', ' goes to ')}" if sign == "lim" else f"over {below}"
        return f"{word} {where if below else ''} of"
    span = f"from {below} to {above}" if below and above else f"over {below}" if below else ""
    return f"{word} {span} of"


def _said(node: Node) -> str:  # noqa: PLR0911 - an arm for each kind
    inner = [_run(part) for part in node.parts] if node.kind != "rows" else []
    match node.kind:
        case "sign" | "word":
            return (_SAID.get(node.text) or _BRACKETS.get(node.text) or node.text).replace("_", " ")
        case "break":
            return ","
        case "fraction":
            return _closed(f"{inner[0]} over {inner[1]}", node.parts, "the fraction", "fraction")
        case "choice":
            return f"{inner[0]} choose {inner[1]}"
        case "root":
            return _closed(f"{_ROOTS.get(inner[1], f'the root {inner[1]} of')} {inner[0]}", node.parts[:1], "", "root")
        case "up":
            raised = "".join(part.text for part in node.parts[0] if part.kind != "space")
            return _POWERS.get(raised) or _closed(f"to the power {inner[0]}", node.parts, "", "power")
        case "down":
            return _closed(f"sub {inner[0]}", node.parts, "", "sub")
        case "accent":
            return f"{inner[0]} {node.text}"
        case "rows":
            return _rows(node)
        case _:
            return ""


def _closed(words: str, parts: tuple[tuple[Node, ...], ...], before: str, name: str) -> str:
    """Return words with their end said, if a part of them has an operator and could go on."""
    is_long = any(
        sum(n.kind not in {"space", "up", "down"} and not n.text.isdigit() for n in part) > 1 for part in parts
    )
    return f"{before} {words}, end {name}," if is_long else words


def _rows(node: Node) -> str:
    rows = [", ".join(_run(cell.parts[0]) for cell in row) for row in node.parts]
    if node.text == "cases":
        return f", {len(rows)} cases: {'; '.join(rows)},"
    return f", matrix, {'; '.join(f'row {n}: {row}' for n, row in enumerate(rows, 1))}, end matrix,"
