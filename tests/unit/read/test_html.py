"""From a page to an article: the stations together."""

from __future__ import annotations

import pytest

from a11ynews.model.article import Article
from a11ynews.model.blocks import Figure, Heading, List, Paragraph
from a11ynews.model.inlines import Link
from a11ynews.model.walk import iterate_blocks, iterate_inlines
from a11ynews.read.choice.trees import Classifier, classifier_from
from a11ynews.read.html import read_html
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

FIRST = "The island ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday."
SECOND = "A crossing takes 40 minutes and costs what it did, and the school choir will sing when the ramp comes down."
LAST = "The council thanked the crews that worked through the cold, and asked for patience while the road is mended."
SITE = """<html lang=en><head><title>Ferry returns to Skerra</title>{head}</head><body>
<nav><a href=/>Home</a> <a href=/weather>Weather</a></nav>
<article><h1>Ferry returns to Skerra</h1><p>{first}</p>{inside}<p>{second}</p><p>{last}</p></article>
<footer>About this site. Terms of use.</footer>"""


def page_of(inside: str = "", head: str = "", url: str | None = "https://news.example/2024/ferry") -> Page:
    return parse_page(SITE.format(head=head, first=FIRST, inside=inside, second=SECOND, last=LAST), url=url)


def read(markup: str) -> Article:
    return read_html(parse_page(markup))


def links(article: Article) -> list[str]:
    lines = (block.children for block in iterate_blocks(article.body) if isinstance(block, Paragraph))
    return [inline.href for line in lines for inline in iterate_inlines(line) if isinstance(inline, Link)]


# -- a whole page ------------------------------------------------------------------------------------


def test_a_page_becomes_its_story_its_header_and_the_rest() -> None:
    article = read_html(page_of())
    assert article.kind == "article"
    assert article.title == "Ferry returns to Skerra"
    assert [block.text for block in article.body] == [FIRST, SECOND, LAST]
    assert [header.role for header in article.header] == ["headline"]
    assert [removed.text for removed in article.removed] == ["Home Weather", "About this site. Terms of use."]


def test_pictures_captions_headings_and_lists_of_the_story_come_with_it() -> None:
    inside = """<figure><img src=pier.jpg alt="The new pier"><figcaption>The pier, mended</figcaption></figure>
    <h2>What it costs</h2><ul><li>A crossing by day costs two crowns<li>A crossing by night costs three crowns</ul>"""
    article = read_html(page_of(inside))
    assert [type(block) for block in article.body] == [Paragraph, Figure, Heading, List, Paragraph, Paragraph]


def test_the_page_is_left_as_it_was() -> None:
    page, untouched = page_of(), page_of()
    read_html(page)
    assert page == untouched


def test_reading_twice_gives_the_same() -> None:
    page = page_of()
    assert read_html(page) == read_html(page)


def test_what_was_odd_about_the_source_is_told() -> None:
    odd = parse_page("<div>" * 600 + f"<p>{FIRST}</p>")
    assert odd.notices
    assert set(odd.notices) <= set(read_html(odd).warnings)


def always(score: float) -> Classifier:
    stage = {"trees": [[[score]]], "low": -99.0, "high": 99.0}
    return classifier_from({"names": ["length"], "stages": [stage]})


def test_other_weights_give_another_story() -> None:
    markup = SITE.format(head="", first=FIRST, inside="", second=SECOND, last=LAST).replace("footer", "section")
    page = parse_page(f"{markup}<section>Tides</section>")
    assert "Tides" not in read_html(page).text
    everything = read_html(page, classifier=always(5.0))
    assert "Tides" in everything.text
    nothing = read_html(page_of(), classifier=always(-5.0))
    assert nothing.body == ()
    assert nothing.kind != "article"
    assert any(FIRST in removed.text for removed in nothing.removed)


# -- addresses ---------------------------------------------------------------------------------------

LINKED = f"<p>{LAST} There is <a href=map.html>a map</a> of it, and it is true to scale.</p>"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", "https://news.example/2024/map.html"),
        ("<base href=https://other.example/x/>", "https://other.example/x/map.html"),
        ("<base href=/archive/>", "https://news.example/archive/map.html"),
        ("<base target=_blank><base href=/archive/>", "https://news.example/archive/map.html"),
        ("<base href='  '>", "https://news.example/2024/map.html"),
        ("<base href=javascript:alert(1)//>", "https://news.example/2024/map.html"),
        ("<base href=data:text/html,x>", "https://news.example/2024/map.html"),
        ("<base href='http://[bad'>", "https://news.example/2024/map.html"),
    ],
)
def test_addresses_start_from_the_base_where_it_is_sane(head: str, expected: str) -> None:
    assert links(read_html(page_of(LINKED, head))) == [expected]


def test_a_base_is_enough_where_the_page_s_address_is_unknown() -> None:
    page = page_of(LINKED, "<base href=https://other.example/>", url=None)
    assert links(read_html(page)) == ["https://other.example/map.html"]


# -- little and nothing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fragment", "texts"),
    [
        ("<p>It rains.", ["It rains."]),
        ("It rains.", ["It rains."]),
        ("<b>It rains.</b>", ["It rains."]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<h2>Then</h2><p>It rains.</p>", ["Then", "It rains."]),
        ("<ul><li>a<li>b</ul>", ["a\nb"]),
        ("<blockquote>To be</blockquote>", ["To be"]),
        ("<table><tr><td>a<td>b</table>", ["a\tb"]),
        ("<section><div>A</div><div>B</div></section>", ["A", "B"]),
        ("<p>漢字", ["漢字"]),
    ],
)
def test_a_tiny_fragment_keeps_all_its_text(fragment: str, texts: list[str]) -> None:
    article = read(fragment)
    assert [block.text for block in article.body] == texts
    assert (article.kind, article.removed, article.header) == ("article", (), ())


@pytest.mark.parametrize(
    "markup", ["", " ", "<title>Ferry</title>", "<img src=a.jpg>", "<script>x = 1</script>", "<!-- x -->"]
)
def test_a_page_without_words_is_no_article(markup: str) -> None:
    article = read(markup)
    assert article.kind != "article"
    assert (article.body, article.removed) == ((), ())


def test_a_page_of_nothing_but_a_menu_is_no_article_and_its_words_are_accounted_for() -> None:
    article = read("<nav><ul><li><a href=/>Home</a><li><a href=/w>Weather</a></ul></nav>")
    assert article.kind != "article"
    assert article.body == ()
    assert [removed.text for removed in article.removed] == ["Home\nWeather"]


@pytest.mark.parametrize("menu", ["<nav><a href=/>Home</a> <a href=/w>Weather</a></nav>", "<footer>Site</footer>"])
def test_a_lone_short_paragraph_beside_a_menu_is_the_story(menu: str) -> None:
    article = read(f"{menu}<p>It rains.</p>")
    assert [block.text for block in article.body] == ["It rains."]
    assert article.kind == "article"
    assert len(article.removed) == 1


def test_a_button_beside_a_menu_is_no_story() -> None:
    article = read("<nav><a href=/>Home</a></nav><div>Menu</div><p>Loading</p><p>2 items</p>")
    assert (article.body, article.kind) == ((), "not-an-article")


def test_a_headline_alone_is_a_title_and_no_article() -> None:
    article = read("<h1>Ferry returns</h1>")
    assert article.kind != "article"
    assert (article.title, article.body) == ("Ferry returns", ())


# -- what can never be story -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [f"<noscript><p>{LAST}</p></noscript>", f"<button>{LAST}</button>", f"<textarea>{LAST}</textarea>",
     f"<select><option>{LAST}</select>"],
    ids=["noscript", "button", "textarea", "option"],
)  # fmt: skip
def test_controls_and_fallbacks_are_never_story(inside: str) -> None:
    own = inside.replace("council", "mayor")
    article = read_html(page_of(own), classifier=always(5.0))
    assert "The mayor thanked" not in article.text
    assert any("The mayor thanked" in removed.text for removed in article.removed)


def test_a_story_in_a_container_with_a_foul_name_is_still_a_story() -> None:
    page = page_of()
    body = page.tags.index("article")
    page.attributes[body] = {"class": "paywall comment-box advert"}
    assert [block.text for block in read_html(page).body] == [FIRST, SECOND, LAST]


def test_the_language_is_told_by_the_words_and_not_by_the_programs() -> None:
    words = (
        "Kapal itu akan berlayar lagi pada hari Senin dari pelabuhan di pulau utara, dan para penumpang sudah menunggu "
        "sejak pagi karena mereka tidak bisa pergi ke kota untuk bekerja atau untuk sekolah. "
    )
    program = "# if the ship is not in the port and there is no wind then wait for it to be the time of the tide\n" * 20
    page = f"<html lang=en><article><h1>Kapal</h1><pre><code>{program}</code></pre><p>{words}</p><p>{words * 2}</p>"
    article = read_html(parse_page(page))
    assert article.language == "id"
    assert [notice.kind for notice in article.warnings] == ["language-mismatch"]
