"""Twice the page, about twice the work: counted in lines of Python run, so no machine or load matters.

What C does in one call is not in the count; ``test_size.py`` would never end if that grew faster.
"""

from __future__ import annotations

import pytest
from fixtures.hostile_sizes import COLLECTION, SHAPES, Recipe, collected
from fixtures.work import lines_run

from a11ynews.plugins import load_renderer
from a11ynews.read.choice.trees import classifier_from
from a11ynews.read.html import read_html
from a11ynews.read.plain import read_plain
from a11ynews.tree.decode import decode
from a11ynews.tree.limits import Limits
from a11ynews.tree.parse import parse_page
from a11ynews.tree.sniff import looks_like_html

FORMS = ("html", "text", "markdown", "json", "ssml")
CHARACTERS = 4_000
"""Enough that what is done once for a page weighs little."""
MOST = 2.1
SHALLOW = Limits(max_depth=32)
"""Work per node may grow with its depth, up to the limit; here the limit is reached at once."""
EVERYTHING = classifier_from({"names": ["length"], "stages": [{"trees": [[[5.0]]], "low": -99.0, "high": 99.0}]})
"""Weights that take all of a page for story: how soon trees are sure is no matter of size."""


def work(page: str) -> int:
    """Return the lines of Python run from a page to all its forms."""
    return lines_run(lambda: through(page))


def through(page: str) -> None:
    text = decode(page.encode("utf-8", "surrogatepass")).text
    story = read_html(parse_page(text, limits=SHALLOW), classifier=EVERYTHING) if looks_like_html(text) else None
    for form in FORMS:
        load_renderer(form)(story or read_plain(text, None))


def growth(recipe: Recipe) -> float:
    times = CHARACTERS // len(recipe.piece)
    pages = [recipe.page(times), recipe.page(2 * times)]
    through(pages[1])  # what is loaded once is loaded now
    once, twice = map(work, pages)
    return twice / once


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_with_the_page_and_not_faster(name: str) -> None:
    assert growth(SHAPES[name]) < MOST


@pytest.mark.corpus
@pytest.mark.skipif(not COLLECTION.exists(), reason="../shared/corpora/hostile-dev is not there")
def test_work_grows_with_each_page_of_the_collection_and_not_faster() -> None:
    assert {name: found for name, recipe in collected().items() if (found := growth(recipe)) >= MOST} == {}
