"""Reading plain text as a whole: layouts, no article, conservation, work."""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ynews.model.article import Article
from a11ynews.model.blocks import Figure, Paragraph
from a11ynews.model.inlines import Dateline
from a11ynews.read.plain import read_plain

SEED = Path(__file__).resolve().parents[4] / "../shared/corpora/seed/article.txt"

STORY = """\
Accessibility links

Breaking News

Ferry Runs Aground Off the Northern Islands

FILE - The ferry leaves the harbour of the main island, May 3, 2019.

The ferry ran aground on Monday with forty people on board, and all of them were brought to land by noon.

There was no word from the owner of the ferry, who was said to be travelling in the south of the country.

The crew had seen nothing, and the instruments showed deep water all around, the captain told the office."""

LAYOUTS = {
    "blank lines": STORY,
    "CR LF": STORY.replace("\n", "\r\n"),
    "CR": STORY.replace("\n", "\r"),
    "a line for each paragraph": STORY.replace("\n\n", "\n"),
    "broken at 72": "\n\n".join(textwrap.fill(part, 72) for part in STORY.split("\n\n")),
    "broken at 60, first lines indented": "\n".join(
        textwrap.fill(part, 60, initial_indent="    ") for part in STORY.split("\n\n")
    ),
    "lines of no-break spaces": STORY.replace("\n\n", "\n\u00a0\n"),
    "a byte order mark": f"\ufeff{STORY}",
    "all indented": "\n".join(f"   {line}" for line in STORY.split("\n")),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_article(layout: str) -> None:
    article = read_plain(LAYOUTS[layout])
    assert article.title == "Ferry Runs Aground Off the Northern Islands"
    assert [removed.kind for removed in article.removed] == ["skip-links", "ticker-label"]
    assert [type(block) for block in article.body] == [Figure, Paragraph, Paragraph, Paragraph]
    assert [block.text for block in article.body] == STORY.split("\n\n")[3:]
    assert [header.role for header in article.header] == ["headline"]


@pytest.mark.corpus
@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/corpora, which is not in this checkout")
@pytest.mark.parametrize(
    "change", [("\n\n", "\n\n"), ("\n", "\r\n"), ("\n", "\r"), ("\n\n", "\n"), ("\n\n", "\n\u00a0\n")]
)
def test_the_founding_article_gives_headline_figure_paragraphs_and_two_removals(change: tuple[str, str]) -> None:
    article = read_plain(SEED.read_text(encoding="utf-8").replace(*change))
    assert [(removed.kind, bool(removed.reason), bool(removed.rule)) for removed in article.removed] == [
        ("skip-links", True, True),
        ("ticker-label", True, True),
    ]
    assert [header.role for header in article.header] == ["headline"]
    figure, *paragraphs = article.body
    assert isinstance(figure, Figure)
    assert figure.archive_photo
    assert not figure.images
    assert figure.text.startswith("FILE - ")
    assert len(paragraphs) == 15
    assert all(isinstance(paragraph, Paragraph) for paragraph in paragraphs)
    assert article.warnings == ()
    metadata = article.metadata
    assert (metadata.kicker, metadata.byline, metadata.published, metadata.authors) == (None, None, None, ())


def test_places_are_told_as_lines_of_the_source() -> None:
    assert [removed.where for removed in read_plain(STORY).removed] == ["line 1", "line 3"]


@pytest.mark.parametrize(
    "text", ["", " \n\u00a0\n", "One line alone", "Share\nPrint\nXS\nSM", "Menu\n\nHome\n\nSearch"]
)
def test_a_text_without_a_story_is_no_article_and_all_of_it_is_accounted_for(text: str) -> None:
    article = read_plain(text)
    assert article.kind == "not-an-article"
    assert [notice.kind for notice in article.warnings] == ["no-article"]
    assert characters_of(article) == visible(text)


def test_the_dateline_is_marked_in_the_first_paragraph_and_stays_in_its_text() -> None:
    text = (
        "Ferry Runs Aground\n\nKABUL (Reuters) — The ferry ran aground on Monday with forty people on board, it said."
    )
    paragraph = read_plain(text).body[0]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.children[0], Dateline)
    assert paragraph.children[0].text == "KABUL (Reuters) —"
    assert paragraph.text == text.split("\n\n")[1]


def test_metadata_comes_from_the_lines_around_the_headline() -> None:
    metadata = read_plain(
        "Ferry Runs Aground Off Islands\nForty people wait on a rock\nBy Ada Writer, Reuters\nUpdated 3 May 2024\n"
        "The ferry ran aground on Monday with forty people on board, and all of them were brought to land by noon.",
        url="https://news.example/ferry",
    ).metadata
    assert metadata.authors == ("Ada Writer",)
    assert metadata.byline is not None
    assert metadata.byline.text == "By Ada Writer, Reuters"
    assert metadata.published is None
    assert metadata.modified is not None
    assert metadata.modified.date().isoformat() == "2024-05-03"
    assert metadata.summary == "Forty people wait on a rock"
    assert metadata.url == "https://news.example/ferry"


@pytest.mark.parametrize(
    ("text", "direction"), [("كان يا ما كان في قديم الزمان", "rtl"), ("Once upon", "ltr"), ("12", None)]
)
def test_the_direction_is_that_of_most_letters(text: str, direction: str | None) -> None:
    assert read_plain(text).direction == direction


def test_blocks_are_numbered_in_order() -> None:
    assert [block.id for block in read_plain(STORY).body] == ["b1", "b2", "b3", "b4"]


def test_lone_surrogates_become_replacement_characters() -> None:
    assert "\ufffd" in read_plain("A \ud800 B").text


LINES = st.sampled_from(
    [
        "Breaking News", "Share", "Related", "XS", "# Head", "## Sub",
        "- item", "* item", "• item", "  - inner", "1. one", "2. two",
        "> quoted", ">", "***", "---", "Photo: Ada", "FILE - A ship.",
        "By Ada Writer", "3 May 2024", "Tags: a, b", "4 min read",
        "KABUL (AP) - The ferry ran aground on Monday with forty people on board, and they were all saved.",
        "The ferry ran aground on Monday with forty people on board, and all of them were brought to land.",
        "A short line", "", "long-", "standing co-", "operation", "longstanding",
        "    indented", "\u200b", "\u00a0",
        "A [linked *word*](https://x.example/a_(b) 'c') and **bold `code` __words__** of ***all*** kinds.",
        "![A boat](https://x.example/boat.png 'a boat')", "![](/boat.png)",
        "![ ](https://x.example/b.png)", "[Share](#s)",
        "\\*no star\\* <https://x.example/> [x](javascript:alert(1)) _soft_ 2*3*4 a_b_c",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(LINES, max_size=40).map("\n".join),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400),
    st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=30).map("\n".join),
)


@pytest.mark.property
@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_visible_character_is_in_the_body_the_header_or_the_removed_once(text: str) -> None:
    assert characters_of(read_plain(text)) == visible(text)


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_is_deterministic_and_ids_are_unique(text: str) -> None:
    article = read_plain(text)
    assert article == read_plain(text)
    assert len({block.id for block in article.body}) == len(article.body)


@pytest.mark.parametrize(
    "part",
    [
        STORY, "word " * 30 + "\n", "- a\n", "> q\n", "Share\n", "Related\nA headline of six short words\n", "A: ",
        "(" * 40, "1. ", "FILE - ", "Fill lines up to seventy characters so that they look like broken ones\n",
        "\n", "> ", "| ", "東京", "“", "-\n", "12:30 ",
    ],
)  # fmt: skip
def test_twice_the_text_is_about_twice_the_work(part: str) -> None:
    once, twice = (calls_for(part * count) for count in (200, 400))
    assert twice <= once * 2.3 + 2_000


def calls_for(text: str) -> int:
    """The number of function calls, which unlike time does not depend on the machine."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    read_plain(text[:1000])
    sys.setprofile(count)
    try:
        read_plain(text)
    finally:
        sys.setprofile(None)
    return calls


def visible(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def characters_of(article: Article) -> Counter[str]:
    texts = [*(b.text for b in article.body), *(h.text for h in article.header), *(r.text for r in article.removed)]
    return visible("".join(texts))


def test_the_language_is_that_of_the_words() -> None:
    assert read_plain(STORY).language == "en"
    russian = "Паром снова ходит в понедельник, сообщили в порту, где его ждали четыре месяца после шторма."
    article = read_plain(f"Паром вернулся\n\n{russian}\n\n{russian[::-1]}")
    assert article.language is not None
    assert article.language.startswith(("ru", "und-Cyrl"))
    assert [claim.field for claim in article.metadata.candidates] == ["language"]


def test_a_text_that_is_too_short_has_no_language() -> None:
    assert read_plain("Ferry\n\nIt sails.").language is None
