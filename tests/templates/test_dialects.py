"""Pages in the manners of newsrooms, and of the tools for manuals and papers, and what must come out as what.

The pages are invented. Beside each ``*.html`` its ``*.txt`` has a line for each thing: a line of the outline, with
what it stands in before it (``LivePost > Heading | Back``); ``3 LivePost`` is how many of a kind there are; ``no ...``
is what there is none of; ``gone ...`` and ``kept ...`` are words that are not in the story, or are.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from fixtures.outline import holds, outline

import a11ynews
from a11ynews.model.article import Article
from a11ynews.model.walk import iterate_blocks

PAGES = Path(__file__).parent
CASES = [
    (f"{path.parent.name}/{path.stem}", line)
    for folder in ("manuals", "newsrooms")
    for path in sorted((PAGES / folder).glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line
]


@cache
def read(name: str) -> Article:
    return a11ynews.parse(PAGES / f"{name}.html", url="https://news.example/2026/story")


@pytest.mark.parametrize(("name", "line"), CASES, ids=[f"{name}: {line}" for name, line in CASES])
def test_a_page_comes_out_as_told(name: str, line: str) -> None:
    article = read(name)
    first, _, rest = line.partition(" ")
    if first.isdecimal():
        assert sum(type(block).__name__ == rest for block in iterate_blocks(article.body)) == int(first)
    elif first == "no":
        assert not holds(article.body, rest)
    elif first in ("gone", "kept"):
        assert (rest in "\n".join(outline(article.body))) is (first == "kept")
    else:
        assert holds(article.body, line)
