"""Formulas: MathML, and what KaTeX, MathJax, Temml and MediaWiki leave in a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from a11ynews.model.blocks import MathBlock
from a11ynews.model.inlines import Math
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.mathml import latex_of_mathml

__all__ = [
    "FORMULA_TAGS",
    "Formula",
    "formula_copies",
    "math_block",
    "math_inline",
    "pictured_formula",
    "read_formula",
    "unset_formula",
]

FORMULA_TAGS: Final = frozenset({"math", "mjx-container", "d-math", "tex-math"})
_SOURCE_TAGS: Final = frozenset({"d-math", "tex-math"})
_SOURCE_CLASSES: Final = frozenset({"js-render-math"})
"""Elements whose words are the source itself, until a script sets them: Distill, GitLab."""

_DISPLAY_CLASSES: Final = frozenset(
    {"katex-display", "mathjax_display", "mjx-chtml-display", "math-display", "display", "mwe-math-mathml-display"},
)
_SOURCE_NAMES: Final = ("data-latex", "alttext", "data-tex", "data-math", "data-expr", "data-entry")
_PICTURE_CLASSES: Final = frozenset(
    {"latex", "tex", "math", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "mathimage"},
)
_WRAPPED: Final = re.compile(r"\{\\(?:displaystyle|textstyle)\s?(.*)\}", re.DOTALL)

_VISIBLE_COPIES: Final = frozenset({"katex-html", "mathjax_preview", "mjx-chtml", "mjx-math"})


_SET: Final = re.compile("mathjax|mjx", re.IGNORECASE)
_EXPRESSION: Final = re.compile(r'"persistentExpression":"((?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}){1,4000})"')
_COMMANDS: Final = re.compile(
    r"\\(?:[a-zA-Z]{2,20}\{|begin|frac|sum|int|left|exp|log|sqrt|lambda|alpha|mathbb|operatorname)"
)


@dataclass(frozen=True, slots=True)
class Formula:
    """What a page knows of a formula."""

    text: str
    latex: str | None
    spoken: str | None
    is_display: bool


def read_formula(builder: Builder, node: int) -> Formula | None:
    """Return the formula that an element is, or None if there is nothing of it."""
    text = " ".join(builder.kept_text(node, builder.ends[node]).split())
    latex = _latex(builder, node) or _translated(builder, node)
    if not text and not latex:
        return None
    label = builder.attributes[node].get("aria-label", "").strip()
    spoken = label if label and "\\" not in label and label != latex else None
    return Formula(text, latex, spoken, _is_display(builder, node))


def unset_formula(builder: Builder, node: int) -> Formula | None:
    """Return the formula whose source an element without words keeps for a script that sets it beside it.

    MathJax 2 reads ``script type="math/tex"``, which Jekyll and others write; Substack keeps it in an attribute.
    What stands right before is what the script has set already, in a page saved from a browser.
    """
    attributes = builder.attributes[node]
    kind = attributes.get("type", "")
    if kind.startswith("math/tex"):
        if _SET.search(builder.attributes[_before(builder, node)].get("class", "")):
            return None
        latex = _clean(builder.page.text(node))
        return Formula("", latex, None, is_display="display" in kind) if latex else None
    said = _EXPRESSION.search(attributes.get("data-attrs", "")[:5000])
    latex = _clean(json.loads(f'"{said[1]}"')) if said else None
    return Formula("", latex, None, is_display=True) if latex else None


def _before(builder: Builder, node: int) -> int:
    """Return the element right before another, or around it."""
    around, before = builder.parents[node], node - 1
    while before > around and builder.parents[before] != around:
        before = builder.parents[before]
    return max(before, 0)


def _translated(builder: Builder, node: int) -> str | None:
    math = next(iter(builder.page.find("math", node, builder.ends[node])), None)
    return None if math is None else latex_of_mathml(builder, math)


def pictured_formula(attributes: Mapping[str, str]) -> Math | None:
    """Return the formula that a picture shows, if its class or its alternative in LaTeX says so."""
    alt = attributes.get("alt", "")
    if not alt:
        return None
    named = not _PICTURE_CLASSES.isdisjoint(attributes.get("class", "").lower().split())
    return Math(text="", latex=_clean(alt)) if named or _COMMANDS.search(alt[:500]) else None


def math_inline(formula: Formula) -> Math:
    """Return a formula as part of a line."""
    return Math(text=formula.text, latex=formula.latex, spoken=formula.spoken)


def math_block(builder: Builder, node: int, scope: Scope, formula: Formula) -> MathBlock:
    """Return a formula as a block."""
    common = builder.common(node, scope)
    return MathBlock(**common, text=formula.text, latex=formula.latex, spoken=formula.spoken)


def formula_copies(builder: Builder) -> Iterator[int]:
    """Yield elements that show a formula a second time, or hold its source."""
    yield from builder.find("annotation")
    yield from builder.find("annotation-xml")
    for math in builder.find("math"):
        if not builder.has_words(math):
            continue
        copy = _copy_beside(builder, math)
        if copy is not None:
            yield copy


def _copy_beside(builder: Builder, math: int) -> int | None:
    """Return the visible copy that stands beside MathML, or beside its wrapper."""
    node = math
    for _ in range(3):
        parent = builder.parents[node]
        if parent < 0:
            return None
        for sibling in _neighbours(builder, parent, node):
            classes = builder.attributes[sibling].get("class", "").lower().split()
            if not _VISIBLE_COPIES.isdisjoint(classes) or builder.tags[sibling] == "mjx-math":
                return sibling
        node = parent
    return None


def _neighbours(builder: Builder, parent: int, node: int) -> Iterator[int]:
    """Yield the first child of a parent and the two siblings after a node: copies stand nowhere else."""
    if parent + 1 != node:
        yield parent + 1
    following = builder.ends[node]
    for _ in range(2):
        if following >= builder.ends[parent]:
            return
        yield following
        following = builder.ends[following]


def _latex(builder: Builder, node: int) -> str | None:
    """Return the source of a formula from where the dialects keep it."""
    start, end = node, builder.ends[node]
    for i in range(start, end):
        attributes, tag = builder.attributes[i], builder.tags[i]
        if tag == "annotation" and "tex" in attributes.get("encoding", "").lower():
            return _clean(builder.page.text(i))
        if tag == "script" and attributes.get("type", "").startswith("math/tex"):
            return _clean(builder.page.text(i))
        if attributes:
            if value := _declared(attributes):
                return _clean(value)
            if tag == "img" and (value := attributes.get("alt", "")):
                return _clean(value)
    parent = builder.parents[node]
    if parent >= 0 and builder.ends[parent] == end and (value := _declared(builder.attributes[parent])):
        return _clean(value)
    return _latex_after(builder, node) or _own_source(builder, node)


def _own_source(builder: Builder, node: int) -> str | None:
    """Return the words of an element that a script makes a formula of: they are its source."""
    names = builder.attributes[node].get("class", "").split()
    is_source = builder.tags[node] in _SOURCE_TAGS or not _SOURCE_CLASSES.isdisjoint(names)
    return _clean(builder.kept_text(node, builder.ends[node])) if is_source else None


def _declared(attributes: Mapping[str, str]) -> str:
    return next((attributes[name] for name in _SOURCE_NAMES if attributes.get(name)), "")


def _latex_after(builder: Builder, node: int) -> str | None:
    """MathJax 2 leaves the source in a script right after what it shows."""
    parent = builder.parents[node]
    stop = builder.ends[parent] if parent >= 0 else len(builder.page)
    following = builder.ends[node]
    for _ in range(3):
        if following >= stop:
            return None
        if builder.tags[following] == "script":
            kind = builder.attributes[following].get("type", "")
            return _clean(builder.page.text(following)) if kind.startswith("math/tex") else None
        if builder.has_words(following):
            return None
        following = builder.ends[following]
    return None


def _clean(source: str) -> str | None:
    plain = " ".join(source.split()).strip("$ ")
    if found := _WRAPPED.fullmatch(plain):
        plain = found[1].strip()
    return plain or None


def _is_display(builder: Builder, node: int) -> bool:
    for i in (node, *range(node + 1, min(node + 6, builder.ends[node]))):
        attributes = builder.attributes[i]
        if not attributes:
            continue
        said = {attributes.get(name, "") for name in ("display", "mode", "data-math-style")}
        if not said.isdisjoint({"block", "true", "display"}) or (builder.tags[i] == "d-math" and "block" in attributes):
            return True
        if not _DISPLAY_CLASSES.isdisjoint(attributes.get("class", "").lower().split()):
            return True
    parent = builder.parents[node]
    classes = builder.attributes[parent].get("class", "").lower().split() if parent >= 0 else ()
    return not _DISPLAY_CLASSES.isdisjoint(classes)
