"""The source of a formula as a small tree: fractions, roots, scripts, accents, rows; all else are signs and words.

What is not known keeps its name, so that nothing is lost. Broken sources give some tree, hostile ones a flat one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

__all__ = ["LONGEST", "Kind", "Node", "parse_latex"]

LONGEST: Final = 2_000
"""Characters of a source that is read; a longer one is a page of them."""

DEEPEST: Final = 20
"""Groups in groups; what is deeper stays as it is."""

Kind: TypeAlias = Literal[
    "sign", "word", "space", "break", "cell", "fraction", "choice", "root", "up", "down", "accent", "rows"
]
"""``word`` is a name of several letters (``sin``), ``choice`` a binomial coefficient, ``break`` the end of a line."""


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula. ``parts`` are runs of nodes: of a fraction the two sides, of rows the rows of cells."""

    kind: Kind
    text: str = ""
    parts: tuple[tuple[Node, ...], ...] = ()


_TOKEN: Final = re.compile(r"\\([A-Za-z]+)\*?|\\(.)|([{}^_&])|(\s+)|([^\\{}^_&\s])", re.DOTALL)

_SIGNS: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in """
    alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:θ iota:ι kappa:κ lambda:λ
    mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ
    Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω cdot:· times:× div:÷ pm:± mp:∓ circ:∘ ast:∗ star:⋆
    le:≤ leq:≤ leqslant:≤ ge:≥ geq:≥ geqslant:≥ ne:≠ neq:≠ approx:≈ equiv:≡ sim:∼ simeq:≃ cong:≅ propto:∝ ll:≪ gg:≫
    in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅ varnothing:∅
    forall:∀ exists:∃ neg:¬ lnot:¬ land:∧ wedge:∧ lor:∨ vee:∨ oplus:⊕ otimes:⊗ to:→ rightarrow:→ longrightarrow:→
    leftarrow:← gets:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ implies:⇒ iff:⇔ mapsto:↦ infty:∞
    partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ iint:∬ oint:∮ langle:⟨ rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ ldots:…
    dots:… dotsc:… cdots:⋯ dotsb:⋯ vdots:⋮ ddots:⋱ prime:′ ell:ℓ hbar:ℏ Re:ℜ Im:ℑ aleph:ℵ angle:∠ perp:⊥ bot:⊥ top:⊤
    parallel:∥ mid:| vert:| lvert:| rvert:| Vert:‖ lVert:‖ rVert:‖ degree:° bullet:• dagger:† lbrace:{ rbrace:}
    lbrack:[ rbrack:] backslash:\\
    """.split()  # noqa: SIM905 - a list of a hundred strings reads worse
)
_SILENT: Final = frozenset(
    """left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle scriptstyle limits
    nolimits nonumber notag rm bf it boldmath hline""".split()  # noqa: SIM905 - as above
)
_OPENING: Final = frozenset({"lvert", "lVert", "langle", "lfloor", "lceil", "lbrace", "lbrack"})
_SPACES: Final = frozenset({"quad", "qquad", "enspace", "thinspace", "space"})
_PLAIN: Final = frozenset(
    """mathbf mathit mathsf mathtt mathcal mathfrak mathscr boldsymbol bm boxed underline underbrace overbrace
    mathrm operatorname text textbf textit textrm mathop""".split()  # noqa: SIM905 - as above
)
_TEXTS: Final = frozenset({"mathrm", "operatorname", "text", "textbf", "textit", "textrm", "mathop"})
_ACCENTS: Final = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde",
    "vec": "arrow", "overrightarrow": "arrow", "dot": "dot", "ddot": "double dot",
}  # fmt: skip
_FRACTIONS: Final = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
_CHOICES: Final = frozenset({"binom", "dbinom", "tbinom"})
_MATRICES: Final = frozenset({"matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "array"})
_DOUBLE: Final = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))


class _Parser:
    """One walk over the tokens of a source."""

    def __init__(self, source: str) -> None:
        self.tokens = list(_TOKEN.finditer(source))
        self.place = 0

    def more(self) -> bool:
        return self.place < len(self.tokens)

    def run(self, depth: int, end: str = "") -> tuple[Node, ...]:
        """Return what stands before the end of a group, of a bracket or of the source."""
        nodes: list[Node] = []
        while self.more():
            token = self.tokens[self.place]
            if end and (token[3] or token[5]) == end:
                self.place += 1
                break
            if token[1] == "end":
                break
            nodes += self.one(depth)
        return tuple(nodes)

    def group(self, depth: int) -> tuple[Node, ...]:
        """Return the next token or group: what belongs to a command or a script."""
        self.skip_space()
        if not self.more() or depth >= DEEPEST:
            return ()
        if self.tokens[self.place][3] == "{":
            self.place += 1
            return self.run(depth + 1, "}")
        return self.one(depth + 1)

    def bracket(self, depth: int) -> tuple[Node, ...]:
        """Return what is in square brackets, if they come next."""
        if self.more() and self.tokens[self.place][5] == "[" and depth < DEEPEST:
            self.place += 1
            return self.run(depth + 1, "]")
        return ()

    def name(self) -> str:
        """Return the letters of the next group: the name of an environment."""
        self.skip_space()
        if not self.more() or self.tokens[self.place][3] != "{":
            return ""
        start = self.place
        while self.more() and self.tokens[self.place][3] != "}":
            self.place += 1
        letters = "".join(token[0] for token in self.tokens[start + 1 : self.place])
        self.place += 1
        return letters

    def skip_space(self) -> None:
        while self.more() and self.tokens[self.place][4]:
            self.place += 1

    def one(self, depth: int) -> tuple[Node, ...]:
        token = self.tokens[self.place]
        self.place += 1
        if token[1]:
            return self.leaf(token[1]) or self.command(token[1], depth)
        if token[2]:
            return (_escaped(token[2]),)
        if token[3]:
            return self.mark(token[3], depth)
        return (Node("space"),) if token[4] else (Node("sign", token[5]),)

    def mark(self, sign: str, depth: int) -> tuple[Node, ...]:
        if sign == "{":
            return self.run(depth + 1, "}") if depth < DEEPEST else ()
        if sign in {"^", "_"}:
            inner = self.group(depth + 1)
            return (Node("up" if sign == "^" else "down", parts=(inner,)),) if inner else ()
        return (Node("cell"),) if sign == "&" else ()

    def leaf(self, name: str) -> tuple[Node, ...]:
        """Return the sign that a command stands for; nothing if it is none."""
        if name in _OPENING:
            self.skip_space()
        if name in _SIGNS:
            return (Node("sign", _SIGNS[name]),)
        return (Node("space"),) if name in _SPACES else ()

    def command(self, name: str, depth: int) -> tuple[Node, ...]:  # noqa: PLR0911 - an arm for each kind
        if name in _SILENT:
            return ()
        if name in _PLAIN:
            nodes = self.group(depth)
            return (_word(nodes) if name in _TEXTS else nodes) or (Node("word", name),)
        if name in _FRACTIONS or name in _CHOICES:
            kind: Kind = "fraction" if name in _FRACTIONS else "choice"
            return (Node(kind, parts=(self.group(depth), self.group(depth))),)
        if name == "sqrt":
            index = self.bracket(depth)
            return (Node("root", parts=(self.group(depth), index)),)
        if name in _ACCENTS:
            return (Node("accent", _ACCENTS[name], (self.group(depth),)),)
        if name == "mathbb":
            return tuple(Node("sign", _DOUBLE.get(node.text, node.text)) for node in self.group(depth))
        if name == "begin":
            return self.environment(depth)
        if name == "end":
            self.name()
            return ()
        return (Node("word", name),)

    def environment(self, depth: int) -> tuple[Node, ...]:
        name = self.name().rstrip("*")
        if name == "array":
            self.name()
        inner = self.run(depth + 1) if depth < DEEPEST else ()
        if self.more():
            self.place += 1  # the "end"
            self.name()
        is_table = name in _MATRICES or name == "cases"
        return (Node("rows", name, _rows(inner)),) if is_table else tuple(node for node in inner if node.kind != "cell")


def _word(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a run of letters as one word, for voices that would spell it."""
    if len(nodes) == 1 or any(node.kind not in {"sign", "space"} for node in nodes):
        return nodes
    return (Node("word", " ".join("".join(node.text or " " for node in nodes).split())),)


def _escaped(sign: str) -> Node:
    if sign == "\\":
        return Node("break")
    if sign == "|":
        return Node("sign", "‖")
    return Node("sign", sign) if sign in "{}%$#_&" else Node("space")


def _rows(nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], ...]:
    """Return the rows of a matrix, each a run of cells."""
    rows: list[list[list[Node]]] = [[[]]]
    for node in nodes:
        if node.kind == "break":
            rows.append([[]])
        elif node.kind == "cell":
            rows[-1].append([])
        else:
            rows[-1][-1].append(node)
    cells = (tuple(Node("cell", parts=(tuple(cell),)) for cell in row) for row in rows)
    return tuple(row for row in cells if any(node.kind != "space" for cell in row for node in cell.parts[0]))


def parse_latex(source: str) -> tuple[Node, ...]:
    r"""Return a source as a run of nodes.

    Args:
        source: At most `LONGEST` characters are read.

    Example:
        >>> [node.kind for node in parse_latex(r"\frac{1}{2} x^2")]
        ['fraction', 'space', 'sign', 'up']
    """
    parser = _Parser(source[:LONGEST])
    nodes: list[Node] = []
    while parser.more():
        nodes += parser.run(0)
        if parser.more():
            nodes += parser.one(0)  # an end without a beginning
    return tuple(nodes)
