"""Pages as the world's publishing systems write them, and what must come out of each.

The pages are invented, and their stories are ours; class names, declarations and furniture are those
that such systems have. Beside each ``*.html`` its ``*.toml`` says what a person sees on it: whose
story it is, how it begins and ends, what its lead picture shows, and what is no part of it.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import a11ynews
from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, Figure, Heading, Paragraph
from a11ynews.model.inlines import inline_text
from a11ynews.model.walk import iterate_blocks

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))

Wanted = Mapping[str, Any]
"""What the file beside a page says."""


@cache
def read(name: str) -> Article:
    return a11ynews.parse(PAGES / f"{name}.html")


@cache
def wanted(name: str) -> Wanted:
    return tomllib.loads((PAGES / f"{name}.toml").read_text("utf-8"))


def plain(text: str | None) -> str:
    """Return words without what typesetters differ in."""
    return " ".join((text or "").replace("’", "'").replace("“", '"').replace("”", '"').split())


def is_standfirst(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "standfirst"


def words_of(article: Article) -> str:
    blocks = [*iterate_blocks(article.body)]
    captions = [block.text for block in blocks if isinstance(block, Figure)]
    return plain("\n".join([*(block.text for block in article.body), *captions]))


@pytest.mark.parametrize("name", NAMES)
def test_whose_story_it_is_and_of_when(name: str) -> None:
    article, page = read(name), wanted(name)
    assert plain(article.title) == plain(page["title"])
    assert [*article.authors] == page.get("authors", [])
    assert plain(article.site_name) == plain(page["site"])
    for field in ("published", "modified"):
        if field in page:
            found, said = getattr(article, field), datetime.fromisoformat(page[field])
            assert found is not None
            assert found.replace(second=0, microsecond=0) == said.replace(second=0, microsecond=0)


@pytest.mark.parametrize("name", NAMES)
def test_what_it_is_about(name: str) -> None:
    article, page = read(name), wanted(name)
    assert {tag.casefold() for tag in page.get("tags", ())} <= {tag.casefold() for tag in article.tags}
    assert (article.language or "").partition("-")[0] == page["language"].partition("-")[0]
    if "section" in page:
        assert article.section == page["section"]
    if "kicker" in page:
        assert article.metadata.kicker == page["kicker"]
    if "direction" in page:
        assert article.direction == page["direction"]
    if "standfirst" in page:
        assert [plain(block.text) for block in article.body if is_standfirst(block)] == [plain(page["standfirst"])]


@pytest.mark.parametrize("name", NAMES)
def test_the_story_is_whole_and_begins_and_ends_where_it_does(name: str) -> None:
    article, story = read(name), wanted(name)["story"]
    texts = [
        plain(block.text)
        for block in article.body
        if block.text and not isinstance(block, Figure) and not is_standfirst(block)
    ]
    assert texts[0].startswith(plain(story.get("first", "")))
    assert texts[-1].endswith(plain(story.get("last", "")))
    everything = words_of(article)
    assert [part for part in story.get("has", ()) if plain(part) not in everything] == []
    if "headings" in story:
        headings = [plain(block.text) for block in iterate_blocks(article.body) if isinstance(block, Heading)]
        assert headings == [plain(heading) for heading in story["headings"]]


@pytest.mark.parametrize("name", NAMES)
def test_its_parts_are_what_they_are(name: str) -> None:
    article, blocks = read(name), wanted(name).get("blocks", {})
    counts = Counter(type(block).__name__ for block in iterate_blocks(article.body))
    assert {kind: counts[kind] for kind in blocks} == blocks


@pytest.mark.parametrize("name", [name for name in NAMES if "lead" in wanted(name)])
def test_the_lead_picture_has_its_words(name: str) -> None:
    article, lead = read(name), wanted(name)["lead"]
    figure = next(block for block in iterate_blocks(article.body) if isinstance(block, Figure))
    assert (figure.images[0].alt if figure.images else None) == lead.get("alt")
    assert plain(inline_text(figure.caption)) == plain(lead.get("caption"))
    assert plain(lead.get("credit")) in plain(inline_text(figure.credit))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_part_of_it_is_left_out_and_named(name: str) -> None:
    article, removed = read(name), wanted(name)["removed"]
    everything = words_of(article)
    assert [text for text in removed if plain(text) in everything] == []
    header = plain(" ".join(piece.text for piece in article.header))
    for text, kinds in removed.items():
        found = {piece.kind for piece in article.removed if plain(text) in plain(piece.text)}
        assert not kinds or found & set(kinds) or plain(text) in header, (text, found)
