"""The standfirst is part of the story wherever the page's markup puts it. Pages of our own writing."""

from __future__ import annotations

import pytest

from a11ynews.model.article import Article
from a11ynews.model.blocks import Paragraph
from a11ynews.read.html import read_html
from a11ynews.tree.parse import parse_page

SUMMARY = "Sixty-four cars, no diesel and forty minutes: the island has its ferry back after a long winter."
STORY = (
    "<p>The island of Skerra has its ferry back, four months after a storm broke the pier, the company said.</p>"
    "<p>The boat carries sixty-four cars and needs forty minutes for the crossing, ten fewer than the old one.</p>"
    "<p>Its batteries are charged at night, when power is cheap, and nobody hears it leave, the master said.</p>"
)


def page(under_headline: str, *, description: str = "", story: str = STORY, title: str = "Ferry returns") -> Article:
    head = f"<title>{title}</title><meta name=description content='{description}'>"
    header = f"<header class=site-header><h1>{title}</h1>{under_headline}</header>"
    return read_html(
        parse_page(
            f"<!doctype html><head>{head}</head><body><nav><a href=/>Home</a></nav>{header}"
            f"<div class=article-body>{story}</div><footer>© The Harbour Voice</footer>"
        )
    )


def standfirsts(article: Article) -> list[str]:
    return [block.text for block in article.body if isinstance(block, Paragraph) and block.role == "standfirst"]


@pytest.mark.parametrize(
    "markup",
    ["<p class=dek>{}</p>", "<h2 class=article-subtitle>{}</h2>", "<div class='ArticleHero_dek__EqdkK'><p>{}</p></div>",
     "<div class=headline__lead>{}</div>", "<p class='LeadText_lead-text__wd_PA'>{}</p>",
     "<p class=vorspann>{}</p>", "<p class='ContentHeaderDek-bIqFFZ'>{}</p>"],
)  # fmt: skip
def test_a_line_under_the_headline_that_is_named_so_is_the_standfirst(markup: str) -> None:
    article = page(markup.format(SUMMARY))
    assert standfirsts(article) == [SUMMARY]
    assert article.body[0].text == SUMMARY


@pytest.mark.parametrize("description", [SUMMARY, SUMMARY[:70] + "...", SUMMARY + " Our reporter was on board."])
def test_so_is_one_whose_words_are_the_pages_description(description: str) -> None:
    assert standfirsts(page(f"<p class=x1>{SUMMARY}</p>", description=description)) == [SUMMARY]


def test_buttons_and_a_byline_may_stand_between() -> None:
    between = "<div class=share><a href=/s>Share</a></div><p class=byline>By Ada Marsh</p>"
    assert standfirsts(page(f"{between}<p class=dek>{SUMMARY}</p>")) == [SUMMARY]


@pytest.mark.parametrize(
    "markup",
    ["<p class=image-caption>{}</p>", "<div class=author-bio><p class=intro>{}</p></div>",
     "<form class=newsletter><p class=lead>{}</p></form>", "<p class='summary-buttons'>{}</p>",
     "<p class='with-excerpt'>{}</p>", "<p class=dek><a href=/x>{}</a></p>"],
)  # fmt: skip
def test_what_is_something_else_by_its_place_is_none(markup: str) -> None:
    assert standfirsts(page(markup.format(SUMMARY))) == []


def test_how_the_text_itself_begins_is_no_standfirst_though_the_page_is_described_with_it() -> None:
    first = "The island of Skerra has its ferry back, four months after a storm broke the pier, the company said."
    article = page("", description=first)
    assert standfirsts(article) == []
    assert article.body[0].text == first


def test_a_heading_over_the_text_that_the_page_is_described_with_is_its_standfirst() -> None:
    label = "The boat is back on Monday"
    described = page("", description=label, story=f"<h2>{label}</h2>{STORY}")
    assert standfirsts(described) == []  # too short to be more than a coincidence
    described = page("", description=SUMMARY[:-1], story=f"<h2>{SUMMARY[:-1]}</h2>{STORY}")
    assert standfirsts(described) == [SUMMARY[:-1]]
    assert described.body[0].text == SUMMARY[:-1]


def test_a_headline_that_describes_the_page_is_not_said_twice() -> None:
    title = "Ferry returns to the island of Skerra after four long months of winter"
    assert page(f"<p class=lead>{title}</p>", description=title, title=title).body[0].text != title


@pytest.mark.parametrize(
    "name", ["td-post-sub-title", "pw-subtitle-paragraph", "materia-linha-fina", "article__preamble", "intro-text"]
)
def test_a_name_in_two_words_or_with_an_ending_is_one_too(name: str) -> None:
    assert standfirsts(page(f"<p class='{name}'>{SUMMARY}</p>")) == [SUMMARY]


def test_a_short_line_in_a_script_without_alphabet_says_as_much_as_a_long_one() -> None:
    assert standfirsts(page("<h2 class=subtitle>섬마을 분교가 빵집이 되기까지</h2>")) == [
        "섬마을 분교가 빵집이 되기까지"
    ]


def test_a_line_that_goes_on_behind_the_page_s_description_is_the_standfirst() -> None:
    said = "Sixty-four cars, no diesel and forty minutes: that is new."
    article = page(f"<p class=text-xl>{said} The old boat had none of it.</p>", description=said)
    assert standfirsts(article) == [f"{said} The old boat had none of it."]


def test_what_the_headline_stands_in_too_says_nothing_of_a_line() -> None:
    grid = f"<div class=c-grid><h1>Ferry returns</h1><h2 class=subheadline>{SUMMARY}</h2></div>"
    markup = (
        f"<title>Ferry returns</title><body><nav><a href=/>Home</a></nav><main>{grid}<article>{STORY}</article></main>"
    )
    assert standfirsts(read_html(parse_page(markup))) == [SUMMARY]
