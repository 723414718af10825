"""Runs the rule files beside it: each case is prose, an HTML snippet, and what is made of it.

A case begins with a heading. Its ``html`` fence is the page; its ``model`` fence is the outline of
the blocks, one a line, indented by nesting, in the words of :func:`outline`. A ``left out`` fence
lists the characters that are in no block, with their rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from fixtures.rule_files import rule_cases

from a11ynews.model.blocks import Block
from a11ynews.model.inlines import Inline
from a11ynews.model.walk import visible_inline_text
from a11ynews.read.build.conductor import build_body
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.custom_elements import CUSTOM_ELEMENTS
from a11ynews.tree.parse import parse_page

MEDIA = frozenset(
    {"img", "picture", "video", "audio", "iframe", "embed", "object", "hr", "svg", "math", *CUSTOM_ELEMENTS}
)
SILENT = frozenset({"script", "style", "title", "rp"})
HIDDEN_FIELDS = frozenset({"id", "where", "alt_source"})


class Case(NamedTuple):
    name: str
    html: str
    model: str
    left_out: str


def cases() -> Iterator[Case]:
    for name, fences in rule_cases(Path(__file__).parent):
        yield Case(name, fences["html"], fences["model"], fences.get("left out", ""))


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_a_snippet_becomes_the_blocks_that_the_rule_file_tells(case: Case) -> None:
    page = parse_page(case.html, url="https://news.example/story")
    kept = bytearray(
        1 if (text and page.tags[page.parents[node]] not in SILENT) or tag in MEDIA else 0
        for node, (tag, text) in enumerate(zip(page.tags, page.texts, strict=True))
    )
    left_out: list[LeftOut] = []
    blocks = build_body(page, kept, language="en", left_out=left_out)
    assert "\n".join(outline(blocks)) == case.model.rstrip("\n")
    assert "".join(f"{left.text.strip()} ({left.rule})\n" for left in left_out) == case.left_out


def outline(blocks: Iterable[Block], depth: int = 0) -> Iterator[str]:
    """Write blocks as lines: class, what is not as usual, and its words in inline markup."""
    for block in blocks:
        yield from _part(block, depth)


def _part(part: object, depth: int) -> Iterator[str]:
    assert is_dataclass(part)
    facts: list[str] = []
    words: list[str] = []
    inner: list[tuple[str, tuple[object, ...]]] = []
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in HIDDEN_FIELDS or value in (None, "", ()) or value == field.default:
            continue
        if isinstance(value, tuple) and is_inline(value):
            label = "" if field.name == "children" else f"{field.name}: "
            words.append(f"{label}{said(value)}")
        elif field.name == "terms":
            words.append(f"terms: {' / '.join(said(term) for term in value)}")
        elif isinstance(value, tuple):
            inner.append((field.name, value))
        elif field.name == "text":
            words.append(repr(value))
        else:
            facts.append(f"{field.name}={value}")
    line = " ".join([type(part).__name__, *(f"[{fact}]" for fact in facts)])
    yield "  " * depth + " | ".join([line, *words])
    for _, parts in inner:
        for each in parts:
            yield from _part(each, depth + 1)


def is_inline(value: tuple[object, ...]) -> bool:
    return all(type(part).__module__.endswith("model.inlines") for part in value)


def said(inlines: Iterable[Inline]) -> str:
    """Write inlines as text, each element as ``name(...)``; no mark for plain text."""
    return "".join(_said(inline) for inline in inlines)


def _said(inline: Inline) -> str:
    name = type(inline).__name__
    if name == "Text":
        return visible_inline_text((inline,))
    if name == "LineBreak":
        return "⏎"
    parts = []
    for field in fields(inline):
        value = getattr(inline, field.name)
        if value is not None:
            parts.append(said(value) if isinstance(value, tuple) else str(value))
    return f"{name}({'; '.join(parts)})"
