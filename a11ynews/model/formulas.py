r"""LaTeX as a line of characters: "\frac{1}{2}" is 1/2, "\sqrt{h}" is √h, "\lambda \in \mathbb{R}" is λ ∈ ℝ.

For texts and for voices, which have no formulas. What is not known keeps its name, without the
backslash, so that nothing is lost and no source is read out. It is a reading aid and no typesetting:
the source stays in ``latex``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from a11ynews.model.blocks import MathBlock
from a11ynews.model.inlines import Math

__all__ = ["plain_formula", "shown_formula"]

LONGEST: Final = 2_000
"""Characters of a source that is rewritten; a longer one is a page of them."""

DEEPEST: Final = 20
"""Groups in groups; what is deeper stays as it is."""

_TOKEN: Final = re.compile(r"\\([A-Za-z]+)\*?|\\(.)|([{}^_&])|(\s+)|([^\\{}^_&\s])", re.DOTALL)

_SIGNS: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in """
    alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:θ iota:ι kappa:κ lambda:λ
    mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ
    Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω cdot:· times:× div:÷ pm:± mp:∓ circ:∘ ast:∗ star:⋆
    le:≤ leq:≤ ge:≥ geq:≥ ne:≠ neq:≠ approx:≈ equiv:≡ sim:∼ simeq:≃ cong:≅ propto:∝ ll:≪ gg:≫ in:∈ notin:∉ ni:∋
    subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅ varnothing:∅ forall:∀ exists:∃ neg:¬
    land:∧ wedge:∧ lor:∨ vee:∨ oplus:⊕ otimes:⊗ to:→ rightarrow:→ leftarrow:← leftrightarrow:↔ Rightarrow:⇒
    Leftarrow:⇐ Leftrightarrow:⇔ implies:⇒ iff:⇔ mapsto:↦ infty:∞ partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ oint:∮
    langle:⟨ rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ ldots:… dots:… cdots:⋯ vdots:⋮ ddots:⋱ prime:′ ell:ℓ
    hbar:ℏ Re:ℜ Im:ℑ aleph:ℵ angle:∠ perp:⊥ parallel:∥ mid:| vert:| Vert:‖ degree:° bullet:• dagger:† lbrace:{
    rbrace:} backslash:\\
    """.split()  # noqa: SIM905 - a list of a hundred strings reads worse
)
_SILENT: Final = frozenset(
    """left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle scriptstyle limits nolimits
    nonumber rm bf it""".split()  # noqa: SIM905 - as above
)
_SPACES: Final = frozenset({"quad", "qquad", "enspace", "thinspace", "space"})
_PLAIN: Final = frozenset(
    """mathrm mathbf mathit mathsf mathtt mathcal mathfrak mathscr operatorname text textbf textit textrm boldsymbol
    bm""".split()  # noqa: SIM905 - as above
)
_DOUBLE: Final = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
_RAISED: Final = str.maketrans("0123456789+-=()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ")
_LOWERED: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_LOSSY: Final = re.compile(r"\\(?:d|t|c)?frac|\\sqrt|\\binom|[\^_]")
_STRUCTURE: Final = re.compile(r"[/√^_⁰¹²³⁴-ⁿ₀-₎]")


class _Reader:
    """One walk over the tokens of a source."""

    def __init__(self, source: str) -> None:
        self.tokens = list(_TOKEN.finditer(source))
        self.place = 0

    def group(self, depth: int) -> str:
        """Return what the next token or group says."""
        while self.place < len(self.tokens) and self.tokens[self.place][4]:
            self.place += 1
        if self.place >= len(self.tokens):
            return ""
        if self.tokens[self.place][3] == "{":
            self.place += 1
            return self.until_close(depth + 1)
        return self.one(depth + 1)

    def until_close(self, depth: int) -> str:
        """Return what stands before the end of a group, or of the source."""
        parts: list[str] = []
        while self.place < len(self.tokens):
            if self.tokens[self.place][3] == "}":
                self.place += 1
                break
            parts.append(self.one(depth))
        return "".join(parts)

    def one(self, depth: int) -> str:
        token = self.tokens[self.place]
        self.place += 1
        if token[1]:
            return self.command(token[1], depth)
        if token[2]:
            return "; " if token[2] == "\\" else token[2] if token[2] in "{}%$#_&|" else " "
        if token[3] == "{":
            return self.until_close(depth + 1) if depth < DEEPEST else ""
        if token[3] in {"^", "_"}:
            return _script(token[3], self.group(depth + 1) if depth < DEEPEST else "")
        if token[3] == "&" or token[4]:
            return " "
        return token[5] or ""

    def command(self, name: str, depth: int) -> str:  # noqa: PLR0911 - an arm for each kind
        if name in _SIGNS:
            return _SIGNS[name]
        if name in _SILENT:
            return ""
        if name in _SPACES:
            return " "
        if depth >= DEEPEST:
            return f"{name} "
        if name in _PLAIN:
            return self.group(depth)
        if name in {"frac", "dfrac", "tfrac", "cfrac"}:
            return f"{_held(self.group(depth))}/{_held(self.group(depth))}"
        if name == "sqrt":
            return f"√{_held(self.group(depth))}"
        if name == "mathbb":
            return "".join(_DOUBLE.get(sign, sign) for sign in self.group(depth))
        if name in {"begin", "end"}:
            self.group(depth)
            return ""
        return f"{name} "


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
        >>> plain_formula(r"A^n \in \mathbb{R}^{n+1}, x_{ij}")
        'Aⁿ ∈ ℝⁿ⁺¹, x_ij'
    """
    if len(latex) > LONGEST:
        return latex
    return " ".join(_Reader(latex).until_close(0).split())


def shown_formula(formula: Math | MathBlock) -> str:
    r"""Return what a form without formulas shows: the page's characters, unless they lost what the source tells.

    A browser shows ½ for ``\frac{1}{2}``; the characters alone are "12".

    Example:
        >>> shown_formula(Math(text="12", latex=r"\frac{1}{2}")), shown_formula(Math(text="a+b", latex="a+b"))
        ('1/2', 'a+b')
    """
    latex = formula.latex or ""
    text = formula.text.strip()
    if latex and (
        not text or text.strip("$\\()[] ") in latex or (_LOSSY.search(latex) and not _STRUCTURE.search(text))
    ):
        return plain_formula(latex)
    return text or formula.spoken or ""
