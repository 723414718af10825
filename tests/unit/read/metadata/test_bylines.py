"""Bylines that pages show: who is named by them, and who only stands near."""

from __future__ import annotations

import json

import pytest

from a11ynews.read.metadata import read_metadata
from a11ynews.tree.parse import parse_page

STORY = "<p>It has rained for three days, and nobody in the valley expects it to stop before the weekend comes.</p>" * 9
DATE = "<p>3 May 2024</p>"


def authors(body: str, head: str = "", lang: str = "en", url: str = "https://www.dailycloud.example/rain") -> list[str]:
    html = f"<!doctype html><html lang={lang}><head>{head}</head><body><h1>Rain again</h1>{body}</body></html>"
    return list(read_metadata(parse_page(html, url=url)).metadata.authors)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By <a href=/author/ada>Ada Lovell</a> <a href=/rivers>Rivers and Lakes</a></p>",
        "<p>by Ada Lovell · May 3, 2024 at 3:00 am · One comment so far</p>",
        "<p>by Ada Lovell | May 3, 2024 | Indoor Plants</p>",
        "<p>By <b>Ada Lovell</b> May 3, 2024 <b>training</b></p>",
        "<p>By Ada Lovell, 10+ Years on the River</p>",
        "<p>By: Ada Lovell, Senior Water Representative</p>",
        "<p>Contributions from: Cy Penn and Bo Lake</p><p>By Ada Lovell</p>",
        "<p>Hero image by Cy Penn</p><p>Written by Ada Lovell</p>",
        "<div>Fact checked by</div><div class=author>Cy Penn</div><div>Written by</div><div>Ada Lovell</div>",
        "<p>Posted on May 3, 2024 Posted by <a rel=author href=/a>Ada Lovell</a> 59 Comments</p>",
        "<div>By</div><div><a rel=tag href=/rain>Rain Lists</a></div><div class=author>Ada Lovell</div>",
    ],
)
def test_only_who_wrote_it_is_the_author(line: str) -> None:
    assert authors(line + STORY) == ["Ada Lovell"]


def test_a_list_goes_on_in_the_next_element_where_it_says_so() -> None:
    links = [f"<a href=/author/x>{name}</a>" for name in ("Ada Lovell", "Ben Scribe", "Cy Penn")]
    assert authors(f"<p>By {links[0]}, {links[1]} and {links[2]}</p>{STORY}") == ["Ada Lovell", "Ben Scribe", "Cy Penn"]
    assert authors(f"<p>By {' '.join(links)}</p>{STORY}") == ["Ada Lovell", "Ben Scribe", "Cy Penn"]
    assert authors(f"<p>By <b>Ada Lovell</b> &amp; <b>Ben Scribe</b></p>{STORY}") == ["Ada Lovell", "Ben Scribe"]


def test_given_name_and_surname_in_elements_of_their_own_are_one_name() -> None:
    line = "<p>By <a rel=author href=/a><span>Ada</span> <span>Lovell</span></a></p>"
    assert authors(line + STORY) == ["Ada Lovell"]


@pytest.mark.parametrize(
    ("line", "lang", "name"),
    [
        ("By the Daily Cloud team", "en", "the Daily Cloud team"),
        ("By <a href=/x>The Weather editors</a>", "en", "The Weather editors"),
        ("By Ask the Doctors", "en", "Ask the Doctors"),
        ("Von Redaktion Wetter", "de", "Redaktion Wetter"),
        ("Por Redacción Puerto", "es", "Redacción Puerto"),
    ],
)
def test_a_group_is_an_author_where_the_line_says_by(line: str, lang: str, name: str) -> None:
    assert authors(f"<p class=byline>{line}</p>{STORY}", lang=lang) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "<p>From Theory to Practice, The Ontology of Rivers</p>",
        "<p>From CloudWiki</p>",
        "<p>The weather editors</p>",
        "<p>By the team that won</p>",
        "<p>Rivers by Region</p>",
    ],
)
def test_what_only_looks_like_a_byline_names_nobody(line: str) -> None:
    assert authors(line + DATE + STORY) == []


def test_behind_the_story_a_name_needs_a_label_or_a_portrait() -> None:
    labelled = f"{STORY}<h3>Author</h3><p>Ada Lovell</p>"
    assert authors(labelled) == ["Ada Lovell"]
    assert authors(f"{STORY}<h3>Written by Ada Lovell</h3><p>She knows rivers.</p>") == ["Ada Lovell"]
    assert authors(f"{STORY}<p class=author><img alt='Ada Lovell' src=a.png> Ada Lovell</p>") == ["Ada Lovell"]
    assert authors(f"{STORY}<p><a href='https://video.example/@cloud'>Tik Tok</a></p>") == []
    assert authors(f"{STORY}<h3>Rivers of the North</h3><p>Ada Lovell</p>") == []


def test_of_several_people_behind_the_story_the_first_decides() -> None:
    comments = "<p>Posted by David at May 3</p><p>Posted by Karl Sound at May 4</p>"
    assert authors(STORY + comments) == []


def test_an_address_is_no_list_of_people() -> None:
    head = '<meta name=author content="dailycloud.example, Berlin, Germany">'
    assert authors(STORY, head) == ["dailycloud.example"]
    ld = {"@type": "NewsArticle", "author": {"name": "Redaktion dailycloud.example"}}
    assert authors(STORY, f'{head}<script type="application/ld+json">{json.dumps(ld)}</script>') == [
        "Redaktion dailycloud.example"
    ]


def test_a_site_with_its_kind_behind_its_name_is_no_second_author() -> None:
    line = "<p class=byline><a rel=author href=/a>Ada Lovell</a> · <a rel=author href=/b>Abc News</a></p>"
    assert authors(line + STORY, url="https://www.abc.example/rain") == ["Ada Lovell"]


def test_who_sent_a_post_in_a_page_laid_out_by_tables_is_its_author() -> None:
    html = """<title>Rain again | Cloud Forum</title><table><tr><td><table>
        <tr><td><a href="https://far.example/rain">Rain again</a></td></tr>
        <tr><td>150 points by <a class=user href="user?id=ada_l">ada_l</a> 3 hours ago | 45 comments</td></tr>
        <tr><td>It has rained for three days, and nobody in the valley expects it to stop.</td></tr></table></table>"""
    page = parse_page(html, url="https://forum.example/item?id=1")
    assert read_metadata(page).metadata.authors == ("ada_l",)


def test_who_comments_behind_the_story_did_not_write_it() -> None:
    comment = "<p><img alt='Cy Penn' src=c.png> <a class=author href=/c>Cy Penn</a> said</p><p>It rains here, too.</p>"
    assert authors(f"{STORY}<div class='comments-area'>{comment}</div>") == []
    assert authors(f"{STORY}<div class='commented-code'><p>Written by</p><p>Ada Lovell</p></div>") == ["Ada Lovell"]


def test_a_path_through_the_site_is_no_byline() -> None:
    assert authors(f"<p class=author>Cloud Tales &gt; Rainy Days</p>{DATE}{STORY}") == []


def test_a_name_of_one_word_is_not_cut_out_of_a_sentence() -> None:
    declared = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "ada_l"}}</script>'
    assert authors(f"<p>Contributor</p><p>Issue body actions</p>{STORY}", declared) == ["ada_l"]


def test_a_catalogue_s_name_is_turned_round_but_a_list_is_none() -> None:
    one = '<meta name="citation_author" content="Jong, Michiel de"><meta name="citation_author" content="Penn, C.">'
    assert authors(STORY, one) == ["Michiel de Jong", "C. Penn"]
    assert authors(STORY, '<meta name="dc.creator" content="Ada Lovell, Ben Scribe">') == ["Ada Lovell", "Ben Scribe"]
    assert authors(STORY, '<meta name="author" content="{{ page.author }}">') == []


@pytest.mark.parametrize("account", ["admin", "Site Admin", "undefined", "Webmaster", "262588213843476"])
def test_what_a_system_writes_where_nobody_is_named_is_no_author(account: str) -> None:
    assert authors(STORY, f'<meta name="author" content="{account}">') == []


def test_a_desk_or_a_name_that_only_looks_like_an_account_is_one() -> None:
    assert authors(STORY, '<meta name="author" content="Redaktion">') == ["Redaktion"]
    assert authors(STORY, '<meta name="author" content="Adam Minn">') == ["Adam Minn"]


def test_who_made_the_site_or_answers_for_it_is_no_author() -> None:
    assert authors(f"{STORY}<p>Real Estate Website Design by Luxury Houses</p>") == []
    assert authors(f"{STORY}<p>Contact: Ada Lovell</p>") == []
    assert authors(f"<p>Get Started free</p>{DATE}{STORY}") == []
