"""Runs the plain-text rule files beside it.

A case begins with a heading. Its ``text`` fence is the scraped text; its ``reading`` fence is what
becomes of it, one line each: ``- kind: words`` for what is removed, ``^ role: words`` for the
header, and the class and words of each block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from a11ynews.model.article import Article
from a11ynews.read.plain import read_plain

HERE = Path(__file__).parent
CASE = re.compile(r"^## ([^\n]+)\n[^`]*^```text\n(.*?)^```\n\n```reading\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    name: str
    text: str
    reading: str


def cases() -> Iterator[Case]:
    for path in sorted(HERE.glob("*.md")):
        for name, text, reading in CASE.findall(path.read_text(encoding="utf-8")):
            yield Case(f"{path.stem}: {name}", text, reading)


def outline(article: Article) -> Iterator[str]:
    yield from (f"- {removed.kind}: {removed.text}" for removed in article.removed)
    yield from (f"^ {header.role}: {header.text}" for header in article.header)
    yield from (f"{type(block).__name__}: {block.text}".replace("\n", " / ").rstrip() for block in article.body)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_a_scraped_text_is_read_as_the_rule_file_tells(case: Case) -> None:
    assert "\n".join(outline(read_plain(case.text))) == case.reading.rstrip("\n")
