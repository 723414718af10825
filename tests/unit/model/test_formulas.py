"""A formula's source becomes a line that a voice can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.model.formulas import plain_formula, shown_formula
from a11ynews.model.inlines import Math


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"h = h_0 + A \cos(\omega t)", "h = h₀ + A cos (ω t)"),
        (r"{\displaystyle d\approx 3.57{\sqrt {h}}}", "d≈ 3.57√h"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"x^2 + y^{10} - z_{ij}", "x² + y¹⁰ - z_ij"),
        (r"\lambda, \mu \in \mathbb{R}", "λ, μ ∈ ℝ"),
        (r"\text{if } n \le 3", "if n ≤ 3"),
        (r"\begin{matrix} a & b \\ c & d \end{matrix}", "a, b; c, d"),
        (r"90^\circ", "90°"),
        (r"\unknown{x}", "unknown x"),
        (r"\lvert g\rvert + \left\lVert v \right\rVert + \|w\|", "|g| + ‖v ‖ + ‖w‖"),
        (r"\hat{x} + \bar{AB} + \vec v + \dot{x} + \hat{x+1}", "x̂ + ĀB̄ + v⃗ + ẋ + hat(x+1)"),
        (r"\sqrt[3]{x} + \sqrt[n]{ab} + \sqrt[k+1]{2}", "∛x + ⁿ√ab + root k+1 of 2"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)"),
        (r"\begin{array}{cc} a & b \end{array}", "a, b"),
        (r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}", "f(x) = 1, x > 0; 0, else"),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b ; = c"),
        (r"a \end{x} b \begin{pmatrix} c", "a b (c)"),
    ],
)
def test_a_source_becomes_a_line(latex: str, plain: str) -> None:
    assert plain_formula(latex) == plain


@pytest.mark.parametrize("latex", ["{" * 1999, r"\frac" * 399, "^" * 1999, "}" * 99, "\\", "_" * 3 + "{"])
def test_a_broken_or_hostile_source_gives_some_line(latex: str) -> None:
    assert isinstance(plain_formula(latex), str)


@given(st.text(alphabet="\\{}^_&frac sqrtαx12", max_size=200))
def test_any_source_gives_a_line(latex: str) -> None:
    assert "\n" not in plain_formula(latex)


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (Math(text="12", latex=r"\frac{1}{2}"), "1/2"),
        (Math(text="x²", latex="x^2"), "x²"),
        (Math(text="", latex=r"\alpha"), "α"),
        (Math(text=r"\(x^2\)", latex="x^2"), "x²"),
        (Math(text="a + b", latex=None), "a + b"),
        (Math(text="The ferry", latex="^6"), "The ferry"),
        (Math(text="The ferry", latex="_"), "The ferry"),
        (Math(text="λ2", latex=r"\lambda_2"), "λ₂"),
        (Math(text="", spoken="a half"), "a half"),
    ],
)
def test_the_pages_characters_are_shown_unless_they_lost_the_structure(formula: Math, shown: str) -> None:
    assert shown_formula(formula) == shown
