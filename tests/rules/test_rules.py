"""Runs the rule files beside it: each case is prose, an HTML snippet, and what is made of it.

A case begins with a heading. Its ``html`` fence is the page; its ``model`` fence is the outline of
the blocks, one a line, indented by nesting, in the words of :func:`fixtures.outline.outline`. A ``left out`` fence
lists the characters that are in no block, with their rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fixtures.outline import outline
from fixtures.rule_files import rule_cases

from a11ynews.read.build.conductor import build_body
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.custom_elements import CUSTOM_ELEMENTS
from a11ynews.tree.parse import parse_page

MEDIA = frozenset(
    {"img", "picture", "video", "audio", "iframe", "embed", "object", "hr", "svg", "math", *CUSTOM_ELEMENTS}
)
SILENT = frozenset({"script", "style", "title", "rp"})


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
