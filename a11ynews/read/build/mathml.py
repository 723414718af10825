r"""MathML without a source, as LaTeX: the characters alone ("12") lose what stands over, under and beside what.

Source:
    MathML Core, section 3 "Presentation MathML". What has no counterpart gives its content.
"""

from __future__ import annotations

from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.tree.page import TEXT

__all__ = ["latex_of_mathml"]

LARGEST: Final = 1_000
"""Nodes of a formula that is translated; a larger one is a table, and its characters do."""

DEEPEST: Final = 40
"""Elements in elements; what is deeper gives its characters."""

_SILENT: Final = frozenset(
    {"annotation", "annotation-xml", "mphantom", "maligngroup", "malignmark", "mprescripts", "none"}
)
_ESCAPED: Final = str.maketrans({sign: f"\\{sign}" for sign in "{}%$#_&"} | {"\\": r"\backslash "})
_ACCENTS: Final = {"^": "hat", "ˆ": "hat", "¯": "bar", "‾": "bar", "_": "bar", "―": "bar", "~": "tilde", "˜": "tilde",
                   "→": "vec", "⃗": "vec", "˙": "dot", ".": "dot", "¨": "ddot"}  # fmt: skip


_FORMS: Final = {
    "mfrac": "\\frac{{{0}}}{{{1}}}",
    "mroot": "\\sqrt[{1}]{{{0}}}",
    "msup": "{0}^{{{1}}}",
    "msub": "{0}_{{{1}}}",
    "munder": "{0}_{{{1}}}",
    "msubsup": "{0}_{{{1}}}^{{{2}}}",
    "munderover": "{0}_{{{1}}}^{{{2}}}",
}
_STRUCTURE: Final = frozenset(
    {"mfrac", "msqrt", "mroot", "msup", "msub", "msubsup", "munder", "mover", "munderover", "mtable", "mmultiscripts"}
)


def latex_of_mathml(builder: Builder, node: int) -> str | None:
    """Return the source that a formula in MathML could have had; None if it is too large or has no structure."""
    end = builder.ends[node]
    if end - node > LARGEST or _STRUCTURE.isdisjoint(builder.tags[node:end]):
        return None
    return " ".join(_source(builder, node, 0).split()) or None


def _source(builder: Builder, node: int, depth: int) -> str:
    tag = builder.tags[node]
    if tag in _SILENT:
        return ""
    parts = [child for child in builder.page.children(node) if builder.tags[child] != TEXT]
    if depth >= DEEPEST or not parts:
        return _token(builder, node, tag)
    if tag == "mfenced":
        return _fenced(builder, node, [_source(builder, part, depth + 1) for part in parts])
    inner = [_source(builder, part, depth + 1) for part in parts]
    return _built(tag, inner)


def _token(builder: Builder, node: int, tag: str) -> str:
    text = " ".join(builder.page.text(node).split())
    escaped = text.translate(_ESCAPED)
    if tag == "mtext" and text:
        return f"\\text{{{escaped}}}"
    return f"\\operatorname{{{escaped}}}" if tag == "mi" and len(text) > 1 and text.isalpha() else f"{escaped} "


def _built(tag: str, inner: list[str]) -> str:  # noqa: PLR0911 - an arm for each kind
    if form := _FORMS.get(tag):
        return form.format(*(part.strip() for part in [*inner, "", "", ""][:3]))
    match tag:
        case "msqrt":
            return "\\sqrt{" + "".join(inner) + "}"
        case "mover":
            base, over = [*inner, "", ""][:2]
            accent = _ACCENTS.get(over.strip())
            return f"\\{accent}{{{base}}}" if accent else f"{base.strip()}^{{{over}}}"
        case "mtable":
            return "\\begin{matrix}" + " \\\\ ".join(inner) + "\\end{matrix}"
        case "mtr" | "mlabeledtr":
            return " & ".join(inner)
        case "mmultiscripts":
            scripts = (f"{'_^'[place % 2]}{{{part}}}" for place, part in enumerate(inner[1:]) if part)
            return inner[0].strip() + "".join(scripts)
        case _:
            return "".join(inner)


def _fenced(builder: Builder, node: int, inner: list[str]) -> str:
    """MathML 2, 3.3.8: brackets and commas that are attributes."""
    attributes = builder.attributes[node]
    opened, closed = attributes.get("open", "("), attributes.get("close", ")")
    separators = attributes.get("separators", ",").strip() or " "
    joined = "".join(
        part + (separators[min(place, len(separators) - 1)] if place + 1 < len(inner) else "")
        for place, part in enumerate(inner)
    )
    return f"{opened.translate(_ESCAPED)}{joined}{closed.translate(_ESCAPED)}"
