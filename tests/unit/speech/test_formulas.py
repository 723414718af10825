"""Formulas in English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.model.inlines import Math
from a11ynews.speech.formulas import formula_words
from a11ynews.speech.words import runs_of


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"x", "x"),
        (r"E = mc^2", "E equals m c squared"),
        (r"3.57 \times 10^{-3}", "3.57 times 10 to the power minus 3"),
        (r"90^\circ, f'' = g^\prime", "90 degrees, f ' ' equals g prime"),
        (r"\frac{1}{n^2}", "1 over n squared"),
        (
            r"\frac{-b \pm \sqrt{b^2-1}}{2a}",
            "the fraction minus b plus or minus the square root of b squared minus 1, end root, over 2 a, end fraction",
        ),
        (r"\sqrt[3]{x} + \sqrt[n]{x}", "the cube root of x plus the root n of x"),
        (r"a_{ij}^{n+1}", "a sub i j, end sub, to the power n plus 1, end power"),
        (r"\sum_{i=1}^n x_i", "the sum from i equals 1 to n of x sub i"),
        (r"\lim_{x\to 0} \sin x", "the limit as x goes to 0 of sine x"),
        (r"O(n \log n)", "O of n log n"),
        (r"2(a + b)", "2 open paren a plus b close paren"),
        (r"a(b + c)", "a open paren b plus c close paren"),
        (r"\lvert g\rvert \le 1", "bar g bar is at most 1"),
        (r"\hat{y} \in \mathbb{R}", "y hat in the real numbers"),
        (r"\binom{n}{k}", "n choose k"),
        (r"\text{if } p < 0.05", "if p is less than 0.05"),
        (
            r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
            "matrix, row 1: a, b; row 2: c, d, end matrix",
        ),
        (r"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}", "2 cases: 1, x is greater than 0; 0, else"),
    ],
)
def test_a_source_in_words(latex: str, words: str) -> None:
    assert formula_words(latex) == words


def test_what_nobody_could_follow_has_no_words() -> None:
    assert formula_words("x+" * 300) is None
    assert formula_words("x" * 3000) is None


@given(st.text(alphabet="\\{}^_&()frac sqrtαx12.,", max_size=200))
def test_any_source_gives_some_words_and_no_command(latex: str) -> None:
    words = formula_words(latex)
    assert words is None or "  " not in words


def said(formula: Math, lang: str) -> str:
    return " ".join(run.spoken for run in runs_of((formula,), lang))


def test_formulas_are_words_in_english_and_characters_elsewhere() -> None:
    half = Math(text="", latex=r"\frac{1}{x}")
    assert said(Math(text="1x", latex=r"\frac{1}{x}"), "en") == "one over x"
    assert "1/2" in said(Math(text="12", latex=r"\frac{1}{2}"), "xx")
    assert said(half, "en") == "one over x"


def test_the_pages_own_words_come_first() -> None:
    assert said(Math(text="12", latex=r"\frac{1}{2}", spoken="a half"), "en") == "a half"
