"""Runs the rule files beside it: which lines stay for their company, whatever the classifier made of each alone.

A case begins with a heading and says the rule in prose. In its ``html`` fence, ``sure`` marks what the classifier
found likely; what its lines became is in the fence ``kept``, one a line, in the order of the page. ``undated`` in the
heading means a page without a date of publication, and ``title`` is the headline.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fixtures.rule_files import rule_cases

from a11ynews.read.choice.wholes import complete
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page


class Case(NamedTuple):
    name: str
    html: str
    kept: str


def cases() -> Iterator[Case]:
    for name, fences in rule_cases(Path(__file__).parent):
        yield Case(name, fences["html"], fences["kept"])


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_what_stands_with_the_story_is_kept_as_the_rule_file_tells(case: Case) -> None:
    page = parse_page(case.html, url="https://news.example/story")
    scene = Surroundings(page, lay_out(page))
    chosen = [any("sure" in page.attributes[node] for node in (box, *page.ancestors(box))) for box in scene.units.box]
    title = next((page.text(node) for node in page.find("title")), "")
    complete(scene, chosen, [False] * len(chosen), title, is_dated="undated" not in case.name)
    assert [text for text, keep in zip(scene.units.text, chosen, strict=True) if keep] == case.kept.splitlines()
