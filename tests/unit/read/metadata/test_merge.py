"""Whole pages: what is found, where it stands, and what is left alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from a11ynews.read.metadata import Found, read_metadata
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

STORY = "<p>It has rained for three days, and nobody in the valley expects it to stop before the weekend comes.</p>" * 9
URL = "https://www.dailycloud.example/weather/rain"


def page_of(body: str, head: str = "", lang: str = "en") -> Page:
    return parse_page(f"<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>", url=URL)


def read(body: str, head: str = "", lang: str = "en") -> Found:
    return read_metadata(page_of(body, head, lang))


def header(body: str, head: str = "", lang: str = "en") -> list[tuple[str, str]]:
    """Role and words of each header node."""
    page = page_of(body, head, lang)
    return [(one.role, " ".join(page.text(one.node).split())) for one in read_metadata(page).header]


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_a_page_without_any_script_is_read_by_what_it_shows() -> None:
    body = f"""<main><p class=kicker><a href=/weather>Weather</a></p><h1>Rain again</h1>
        <p>By <a href="/author/ada">Ada Lovell</a> and Ben Scribe</p>
        <p>Published 3 May 2024, 10:15 BST</p>{STORY}</main>"""
    found = read(body, "<title>Rain again - The Daily Cloud</title>")
    assert found.metadata.title == "Rain again"
    assert found.metadata.kicker == "Weather"
    assert found.metadata.authors == ("Ada Lovell", "Ben Scribe")
    assert found.metadata.published == datetime(2024, 5, 3, 10, 15, tzinfo=timezone(timedelta(hours=1)))
    assert header(body) == [
        ("kicker", "Weather"),
        ("headline", "Rain again"),
        ("byline", "By Ada Lovell and Ben Scribe"),
        ("published", "Published 3 May 2024, 10:15 BST"),
    ]


def test_an_empty_page_has_no_metadata_and_invents_none() -> None:
    metadata = read("").metadata
    assert (metadata.title, metadata.authors, metadata.published, metadata.site_name) == (None, (), None, None)
    assert metadata.tags == ()


def test_the_host_is_never_the_name_of_the_site() -> None:
    assert read("<h1>Rain</h1>").metadata.site_name is None


def test_the_story_is_never_taken_for_a_header() -> None:
    box = f"<div class=author><p>Von Anfang an war klar, dass es regnet. {'So kam es. ' * 30}</p></div>"
    body = f"<h1>Rain again</h1>{box}{STORY}"
    assert [role for role, _ in header(body, lang="de")] == ["headline"]


def test_words_beside_the_names_keep_a_line_in_the_body() -> None:
    body = f"<h1>Rain again</h1><p>By Ada Lovell, who has seen worse</p>{STORY}"
    assert read(body).metadata.authors == ("Ada Lovell",)
    assert [role for role, _ in header(body)] == ["headline"]


def test_an_element_that_is_called_byline_and_says_so_is_all_byline() -> None:
    body = f"<h1>Rain again</h1><p class=byline>By Ada Lovell, weather correspondent</p>{STORY}"
    assert [role for role, _ in header(body)] == ["headline", "byline"]


def test_declared_names_and_the_visible_byline_are_weighed() -> None:
    seen = f"<h1>Rain again</h1><p>By Ada Lovell and Ben Scribe</p>{STORY}"
    assert read(seen, ld(author="Ada Lovell")).metadata.authors == ("Ada Lovell", "Ben Scribe")
    assert read(seen, ld(author="admin")).metadata.authors == ("Ada Lovell", "Ben Scribe")
    assert read(seen, ld(author=["Ada Lovell", "Ben Scribe", "Cy Penn"])).metadata.authors == (
        "Ada Lovell",
        "Ben Scribe",
        "Cy Penn",
    )


def test_who_reviewed_or_photographed_is_no_author() -> None:
    body = f"<h1>Rain again</h1><p>Written by <b>Ada Lovell</b> Medically reviewed by <b>Cy Penn</b></p>{STORY}"
    assert read(body).metadata.authors == ("Ada Lovell",)


def test_a_label_on_its_own_line_introduces_the_name() -> None:
    body = f"<h1>Regen</h1><div>Geschrieben von</div><div>Eva Klein</div>{STORY}"
    assert read(body, lang="de").metadata.authors == ("Eva Klein",)


def test_a_bare_name_needs_a_witness() -> None:
    line = "<h1>Rain again</h1><p>Ada Lovell</p><p>3 May 2024</p>"
    assert read(line + STORY).metadata.authors == ()
    assert read(f"{line}{STORY}<p>Ada Lovell is a writer in the valley.</p>").metadata.authors == ("Ada Lovell",)


def test_the_name_of_the_site_is_an_author_only_if_nobody_else_is() -> None:
    names = ld(author=["The Daily Cloud", "Ada Lovell"], publisher={"name": "The Daily Cloud"})
    assert read(f"<h1>Rain</h1>{STORY}", names).metadata.authors == ("Ada Lovell",)
    alone = ld(author="The Daily Cloud", publisher={"name": "The Daily Cloud"})
    assert read(f"<h1>Rain</h1>{STORY}", alone).metadata.authors == ("The Daily Cloud",)


def test_the_machine_form_of_a_date_is_believed() -> None:
    body = f'<h1>Rain again</h1><time datetime="2024-05-03T10:15:00+02:00">Friday</time>{STORY}'
    assert read(body).metadata.published == datetime(2024, 5, 3, 8, 15, tzinfo=UTC)


def test_publication_and_change_are_told_apart() -> None:
    body = f"<h1>Rain again</h1><p>Published May 3, 2024 | Updated May 5, 2024</p>{STORY}"
    metadata = read(body).metadata
    assert metadata.published == datetime(2024, 5, 3)  # noqa: DTZ001 - the page gives no offset
    assert metadata.modified == datetime(2024, 5, 5)  # noqa: DTZ001 - the page gives no offset


def test_a_declared_day_gets_its_time_from_another_source() -> None:
    head = (
        ld(datePublished="2024-05-03") + '<meta property="article:published_time" content="2024-05-03T10:15:00+02:00">'
    )
    assert read(f"<h1>Rain</h1>{STORY}", head).metadata.published == datetime(2024, 5, 3, 8, 15, tzinfo=UTC)


def test_an_earlier_printed_date_beats_a_declared_one() -> None:
    head = ld(datePublished="2025-06-24", dateModified="2025-06-24")
    published = read(f"<h1>Rain</h1><p>August 25, 2024</p>{STORY}", head).metadata.published
    assert published is not None
    assert published.year == 2024


def test_the_address_gives_the_day_if_nothing_else_does() -> None:
    page = parse_page(f"<h1>Rain</h1>{STORY}", url="https://dailycloud.example/2024/05/03/rain")
    assert read_metadata(page).metadata.published == datetime(2024, 5, 3)  # noqa: DTZ001 - an address has no offset


def test_impossible_dates_leave_the_field_empty() -> None:
    assert (
        read(f"<h1>Rain</h1>{STORY}", ld(datePublished="0000-00-00", dateModified="99999-99-99")).metadata.published
        is None
    )


def test_topics_come_from_declarations_and_from_the_list_that_is_shown() -> None:
    shown = '<div class="tags">Topics: <a href="/topic/rain">Rain</a> <a href="/topic/valley">The valley</a></div>'
    found = read(f"<h1>Rain again</h1>{STORY}{shown}", '<meta name=keywords content="rain, floods">')
    assert found.metadata.tags == ("Rain", "The valley", "floods")
    assert found.header[-1].role == "tags"


def test_a_date_above_the_headline_is_no_kicker_whatever_its_class_says() -> None:
    kicker = '<p class="kicker">{}</p><h1>Rain again</h1>' + STORY
    assert read(kicker.format("Weather")).metadata.kicker == "Weather"
    assert read(kicker.format("Apr 28, 2024 10:00 AM")).metadata.kicker is None


def test_of_keys_that_machines_write_only_those_of_topics_lead_to_one() -> None:
    keywords = (
        "category:Weather, 8f507083-bac4-423a-9015-2eb31e1bce50, region:US, sections/coast, Nier:Automata, Rain: a"
    )
    found = read(f"<h1>Rain again</h1>{STORY}", f'<meta name=keywords content="{keywords}">')
    assert found.metadata.tags == ("Weather", "coast", "Nier:Automata", "Rain: a")


def test_a_name_declared_in_small_letters_is_written_as_its_byline_prints_it() -> None:
    shown = f"<h1>Rain again</h1><p class=byline>By Ada Lovell</p>{STORY}"
    assert read(shown, ld(author={"@type": "Person", "name": "ada lovell"})).metadata.authors == ("Ada Lovell",)
    assert read(f"<h1>Rain</h1>{STORY}", ld(author="bell hooks")).metadata.authors == ("bell hooks",)


def test_links_to_topics_inside_the_story_are_its_words() -> None:
    links = '<p>The <a href="/topic/valley">valley</a> is wet.</p><p><a href="/topic/rain">Rain</a></p>'
    body = f"<h1>Rain again</h1>{links}{STORY}"
    assert [role for role, _ in header(body)] == ["headline"]


def test_menus_are_no_topics() -> None:
    menu = '<ul class=tags><li><a href="/topic/a">Aa</a><li><a href="/topic/b">Bb</a></ul>'
    body = f"<h1>Rain again</h1>{STORY}<footer>{menu}</footer>"
    assert read(body).metadata.tags == ()


def test_hidden_headlines_are_not_the_visible_one() -> None:
    body = f"<h1 hidden>Menu</h1><h1 style='display: none'>Search</h1><h1>Rain again</h1>{STORY}"
    assert header(body) == [("headline", "Rain again")]


def test_a_headline_in_a_lower_heading_is_found() -> None:
    body = f"<h1>The Daily Cloud</h1><h2>Rain again in the valley</h2>{STORY}"
    head = "<title>Rain again in the valley | The Daily Cloud</title>"
    assert read(body, head).metadata.title == "Rain again in the valley"
    assert header(body, head) == [("headline", "Rain again in the valley")]


def test_the_remaining_fields_are_read() -> None:
    head = """<link rel=canonical href="/weather/rain"><link rel=license href="https://license.example/by">
        <meta property="og:site_name" content="The Daily Cloud">
        <meta property="og:description" content="Wet &amp;amp; cold.">
        <meta property="og:image" content="/rain.jpg"><meta property="og:image:alt" content="A wet street">
        <meta property="article:section" content="Weather"><meta property="article:content_tier" content="locked">"""
    metadata = read(f"<h1>Rain</h1>{STORY}", head).metadata
    assert metadata.canonical_url == URL
    assert metadata.licence == "https://license.example/by"
    assert metadata.site_name == "The Daily Cloud"
    assert metadata.summary == "Wet & cold."
    assert metadata.lead_image is not None
    assert (metadata.lead_image.src, metadata.lead_image.alt) == (
        "https://www.dailycloud.example/rain.jpg",
        "A wet street",
    )
    assert metadata.section == "Weather"
    assert metadata.access == "metered"
    assert (metadata.language, metadata.direction) == ("en", "ltr")


def test_addresses_that_are_no_web_addresses_are_left_out() -> None:
    head = (
        '<link rel=canonical href="javascript:alert(1)"><meta property=og:image content="data:image/png;base64,AAAA">'
    )
    metadata = read("<h1>Rain</h1>", head).metadata
    assert (metadata.canonical_url, metadata.lead_image) == (None, None)


def test_arabic_runs_from_right_to_left_without_being_told() -> None:
    assert read("<h1>مطر</h1>", lang="ar").metadata.direction == "rtl"


def test_what_scripts_assign_is_read_and_not_run() -> None:
    script = "<script>var utag_data = {byline: 'Ada Lovell', pub_date: \"2024-05-03 10:15:00Z\", x: alert(1)};</script>"
    metadata = read(f"<h1>Rain</h1>{STORY}", script).metadata
    assert metadata.authors == ("Ada Lovell",)
    assert metadata.published == datetime(2024, 5, 3, 10, 15, tzinfo=UTC)


def test_every_claim_is_on_record_with_the_winner_marked() -> None:
    found = read(
        f"<h1>Rain again</h1>{STORY}", "<title>Rain again | Cloud</title>" + ld(headline="Rain", author="Ada Lovell")
    )
    titles = {claim.source: claim.chosen for claim in found.metadata.candidates if claim.field == "title"}
    assert titles == {"h1": True, "title": False, "json-ld": False}
    assert [claim.chosen for claim in found.metadata.candidates if claim.field == "authors"] == [True]


def test_a_winner_says_why_it_won_and_the_others_say_nothing() -> None:
    found = read(f"<h1>Rain again</h1><p>3 May 2024</p>{STORY}", "<title>Rain again</title>")
    claims = found.metadata.candidates
    assert all(bool(claim.why) == claim.chosen for claim in claims)
    dates = [claim for claim in claims if claim.field == "published"]
    assert [(claim.value, claim.source, claim.chosen) for claim in dates] == [("3 May 2024", "date line", True)]


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src=a.jpg><figcaption>Flooded lane in Averly, 1 May 2024</figcaption></figure>",
        "<div><img src=a.jpg alt='Flooded lane in Averly, 1 May 2024'><p>Flooded lane in Averly, 1 May 2024</p></div>",
        "<div class=media-caption>Flooded lane in Averly, 1 May 2024</div>",
    ],
)
def test_the_date_of_a_caption_is_not_the_date_of_the_story(caption: str) -> None:
    assert read(f"<h1>Rain again</h1>{caption}{STORY}").metadata.published is None
    shown = read(f"<h1>Rain again</h1>{caption}<p>3 May 2024</p>{STORY}").metadata.published
    assert shown == datetime(2024, 5, 3)  # noqa: DTZ001 - the page gives no offset


def test_header_nodes_are_disjoint_and_in_order() -> None:
    page = page_of(
        f"<header><div class=byline><p>By <b>Ada Lovell</b></p></div><h1>Rain</h1><p>3 May 2024</p></header>{STORY}"
    )
    nodes = [one.node for one in read_metadata(page).header]
    assert all(page.ends[one] <= other for one, other in pairwise(nodes))


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<p>By Ada Lovell",
        "<h1>Rain",
        "<time datetime=2024-05-03>",
        "<a href=/tag/x>x",
        "<meta name=author content=a>",
    ],
)
def test_large_pages_are_read_in_reasonable_time(unit: str) -> None:
    read(unit * 20_000)


@pytest.mark.parametrize(
    "value",
    ["<script>alert(1)</script>", "\x00\x1b[31m", "\u202eabc", "a" * 100_000, "{{ x }}", "http://[", "%s%n", "\ud800"],
)
def test_hostile_values_in_any_place_do_not_raise(value: str) -> None:
    names = (
        "og:title",
        "author",
        "article:published_time",
        "keywords",
        "og:url",
        "og:image",
        "og:locale",
        "article:section",
    )
    page = Page(
        tags=["html", "head", *["meta"] * len(names), "body", "h1", "", "p", "", "time", ""],
        parents=[-1, 0, *[1] * len(names), 0, 10, 11, 10, 13, 10, 15],
        ends=[17, 10, *range(3, 11), 17, 13, 13, 15, 15, 17, 17],
        texts=["", "", *[""] * len(names), "", "", value, "", f"By {value}", "", value],
        attributes=[
            {"lang": value},
            {},
            *({"property": name, "content": value} for name in names),
            {"dir": value},
            {},
            {},
            {"class": value},
            {},
            {"datetime": value},
            {},
        ],
        url=value,
    )
    read_metadata(page)


def test_a_headline_cut_into_keywords_and_words_for_nothing_are_no_topics() -> None:
    keywords = '<meta name={} content="{}">'.format
    head = keywords("keywords", "Four ferries, tested by islanders") + keywords("news_keywords", "Not Set, Ferries")
    found = read(f"<h1>Four ferries, tested by islanders</h1>{STORY}", head)
    assert found.metadata.tags == ("Ferries",)


def test_a_button_that_stands_alone_is_no_topic() -> None:
    assert read(f"<h1>Rain</h1>{STORY}<div class=tags><button>Summarize this for me</button></div>").metadata.tags == ()
    two = "<div class=tags><button>Rain</button> <button>Wind</button></div>"
    assert read(f"<h1>Rain again</h1>{STORY}{two}").metadata.tags == ("Rain", "Wind")


def test_a_licence_given_as_a_path_is_a_whole_address_or_none() -> None:
    said, path = f"<h1>Rain again</h1>{STORY}", ld(license="/licensing")
    assert read(said, path).metadata.licence == "https://www.dailycloud.example/licensing"
    assert read_metadata(parse_page(path + said)).metadata.licence is None
    assert read(said, ld(license="CC BY 4.0")).metadata.licence == "CC BY 4.0"
