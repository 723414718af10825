"""Which text nodes are the page's own mechanics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from a11ynews.read.build.builder import Builder
from a11ynews.read.build.formulas import formula_copies
from a11ynews.read.build.left_out import LeftOut

__all__ = ["find_mechanics"]

_CODE: Final = frozenset({"pre", "code", "table", "figure"})

_NUMBER_CLASSES: Final = frozenset(
    {
        "gutter",
        "lineno",
        "linenos",
        "linenum",
        "line-number",
        "line-numbers",
        "line-numbers-rows",
        "linenumber",
        "linenumbers",
        "linenodiv",
        "ln",
        "lnt",
        "hljs-ln-numbers",
        "hljs-ln-n",
        "react-syntax-highlighter-line-number",
        "rouge-gutter",
        "blob-num",
        "code-line-number",
        "token-line-number",
    },
)


def find_mechanics(builder: Builder, back_links: Iterable[int]) -> list[LeftOut]:
    """Return the kept text nodes that are mechanics.

    Args:
        builder: The page.
        back_links: Elements that only lead back from notes.
    """
    found: dict[int, LeftOut] = {}
    for rule, nodes in (
        ("note-back-link", back_links),
        ("formula-copy", formula_copies(builder)),
        ("line-number", _line_numbers(builder)),
        ("ruby-bracket", builder.page.find("rp")),
    ):
        for node in nodes:
            for i in range(node, builder.ends[node]):
                if builder.texts[i] and builder.kept[i]:
                    found.setdefault(i, LeftOut(i, builder.texts[i], rule))
    return list(found.values())


def _line_numbers(builder: Builder) -> Iterator[int]:
    """Yield elements of or beside code that hold only line numbers."""
    if "pre" not in builder.tags and "code" not in builder.tags:
        return
    for node, attributes in enumerate(builder.attributes):
        if not attributes or "class" not in attributes:
            continue
        if _NUMBER_CLASSES.isdisjoint(attributes["class"].split()) or not builder.has_words(node):
            continue
        text = builder.kept_text(node, builder.ends[node])
        if "".join(text.split()).isdecimal() and _is_near_code(builder, node):
            yield node


def _is_near_code(builder: Builder, node: int) -> bool:
    around = builder.parents[node]
    for _ in range(6):
        if around < 0:
            return False
        if builder.tags[around] in {"pre", "code"} or "pre" in builder.tags[around : builder.ends[around]]:
            return True
        around = builder.parents[around]
    return False
