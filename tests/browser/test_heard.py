"""What readers by ear get of a page: golden like the page itself, in a real Chromium."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fixtures.chromium import report_of
from fixtures.every_block import every_block, in_arabic, in_chinese
from fixtures.golden import Golden

import a11ynews
from a11ynews.model.article import Article
from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import Abbreviation, Deleted, InlineImage, InlineQuote, Inserted, Math, Ruby
from a11ynews.model.walk import iterate_inlines
from a11ynews.render.html import Options, render

HERE = Path(__file__).resolve().parent
STORY = HERE.parents[0] / "golden" / "news-story" / "source.html"
ARTICLES: dict[str, Article] = {
    "every-block": every_block(),
    "arabic": in_arabic(),
    "chinese": in_chinese(),
    "news-story": a11ynews.parse(STORY, url="https://news.example/news-story"),
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - JSON
    folder = tmp_path_factory.mktemp("heard")
    for name, article in ARTICLES.items():
        (folder / f"{name}.html").write_bytes(render(article, Options(show_removed=name == "every-block")).data)
    job = folder / "job.json"
    pages = {name: str(folder / f"{name}.html") for name in ARTICLES}
    job.write_text(json.dumps({"pages": pages}), encoding="utf-8")
    return report_of("heard.mjs", job)


@pytest.mark.parametrize("name", ARTICLES)
def test_what_a_screen_reader_says_from_top_to_bottom(report: Any, name: str, golden: Golden) -> None:  # noqa: ANN401
    golden(f"heard/{name}.lines.txt", "\n".join(report[name]["lines"]) + "\n")


@pytest.mark.parametrize("name", ARTICLES)
def test_what_the_browser_hands_to_assistive_technology(report: Any, name: str, golden: Golden) -> None:  # noqa: ANN401
    golden(f"heard/{name}.tree.txt", "\n".join(report[name]["tree"]) + "\n")


@pytest.mark.parametrize("name", ARTICLES)
def test_a_reader_mode_finds_the_whole_story_in_its_order(report: Any, name: str) -> None:  # noqa: ANN401
    article, found = ARTICLES[name], report[name]["reader"]
    assert found["title"] == article.title
    assert found["lang"] == (article.language or "und")
    text = bare(found["text"])
    places = [text.find(bare(block.text)) for block in article.body if isinstance(block, Paragraph) and plain(block)]
    assert places
    assert -1 not in places
    assert all(one < other for one, other in pairwise(places))


def bare(text: str) -> str:
    return "".join(text.split())


def plain(block: Paragraph) -> bool:
    """A paragraph to which the page adds nothing: no expansion, no word on a deletion, no reading."""
    adding = (Abbreviation, Deleted, Inserted, InlineImage, InlineQuote, Math, Ruby)
    return not any(isinstance(child, adding) for child in iterate_inlines(block.children))
