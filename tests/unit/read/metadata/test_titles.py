"""The vote for the headline."""

from __future__ import annotations

import pytest

from a11ynews.read.metadata import read_metadata
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.sites import SiteNames
from a11ynews.read.metadata.titles import Title, choose_title, likeness, without_site
from a11ynews.tree.parse import parse_page

SITE = SiteNames(["The Daily Cloud"], "www.dailycloud.example")


def vote(*said: tuple[str, str], glued: bool = False) -> Title | None:
    """Vote among (source, value) pairs; an h1 gets its place as its node."""
    claims = [
        Claim("title", value, source, at + 1 if source == "h1" else -1) for at, (source, value) in enumerate(said)
    ]
    return choose_title(claims, SITE, frozenset(range(99)) if glued else frozenset())


def text(*said: tuple[str, str], glued: bool = False) -> str | None:
    title = vote(*said, glued=glued)
    return title.text if title else None


def test_the_visible_headline_wins_over_the_wording_for_search_engines() -> None:
    assert (
        text(
            ("h1", "Rain again"),
            ("title", "Rain again in May 2024 - The Daily Cloud"),
            ("og:title", "Rain again in May 2024"),
        )
        == "Rain again"
    )


def test_of_several_h1_the_one_that_agrees_wins() -> None:
    title = vote(("h1", "Weather"), ("h1", "Rain again"), ("h1", "Related"), ("title", "Rain again | The Daily Cloud"))
    assert title is not None
    assert (title.text, title.node) == ("Rain again", 2)


def test_the_name_of_the_site_is_no_headline() -> None:
    assert text(("h1", "The Daily Cloud"), ("title", "Rain again – The Daily Cloud")) == "Rain again"


def test_what_stands_last_in_the_page_title_is_the_site() -> None:
    assert text(("h1", "Notes of Ada"), ("title", "Why it rains so much | Notes of Ada")) == "Why it rains so much"


def test_an_h1_of_the_frame_loses_to_what_the_declarations_agree_on() -> None:
    assert (
        text(("h1", "Contact us"), ("title", "Rain again in the north"), ("og:title", "Rain again in the north"))
        == "Rain again in the north"
    )


@pytest.mark.parametrize(
    ("h1", "kicker"),
    [("Weather: Rain again", "Weather"), ("Weather | Rain again", "Weather"), ("Weather – Rain again", "Weather")],
)
def test_a_kicker_in_front_is_cut_off(h1: str, kicker: str) -> None:
    title = vote(("h1", h1), ("og:title", "Rain again"), ("json-ld", h1))
    assert title is not None
    assert (title.text, title.kicker) == ("Rain again", kicker)


def test_a_kicker_glued_to_the_headline_is_cut_off() -> None:
    title = vote(("h1", "Weather Rain again"), ("og:title", "Rain again"), glued=True)
    assert title is not None
    assert (title.text, title.kicker) == ("Rain again", "Weather")


def test_an_article_in_front_is_no_kicker() -> None:
    assert text(("h1", "The rain again"), ("og:title", "rain again")) == "The rain again"


def test_two_kickers_before_one_headline_are_both_cut() -> None:
    assert (
        text(("h1", "Weather - It will rain all day"), ("og:title", "Storm over north: It will rain all day"))
        == "It will rain all day"
    )


def test_without_h1_the_declared_title_wins() -> None:
    assert (
        text(("title", "Rain again - News - The Daily Cloud"), ("og:title", "Rain again"), ("json-ld", "Rain again"))
        == "Rain again"
    )


def test_only_a_page_title_loses_the_site() -> None:
    assert text(("title", "Rain again | dailycloud.example")) == "Rain again"


def test_nothing_gives_nothing() -> None:
    assert text() is None
    assert text(("h1", "…")) is None


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Rain - The Daily Cloud", "Rain"),
        ("Rain | Weather | The Daily Cloud", "Rain | Weather"),
        ("The Daily Cloud: Rain", "Rain"),
        ("The Daily Cloud", "The Daily Cloud"),
        ("Rain: what now?", "Rain: what now?"),
        ("Well-known rain", "Well-known rain"),
        ("Rain | Daily Cloud", "Rain"),
    ],
)
def test_site_names_are_cut_at_both_ends(title: str, rest: str) -> None:
    assert without_site(title, SITE) == rest


def test_likeness_is_a_share() -> None:
    assert likeness("Rain in May", "rain in may!") == 1
    assert likeness("Rain", "Snow") == 0
    assert likeness("", "") == 0


@pytest.mark.parametrize("home", ["/", "https://dailycloud.example", "https://dailycloud.example/"])
def test_a_heading_that_leads_home_is_the_site_s_name_but_on_the_front_page(home: str) -> None:
    html = (
        f"<title>Cloud Blog: Rain again</title><h1><a href='{home}'>Cloud Blog</a></h1><h3>Rain again</h3><p>It rains."
    )
    story = read_metadata(parse_page(html, url="https://dailycloud.example/2026/rain"))
    assert story.metadata.title == "Rain again"
    assert story.metadata.site_name == "Cloud Blog"
    assert read_metadata(parse_page(html, url="https://dailycloud.example/")).metadata.title == "Cloud Blog"


def test_a_headline_that_links_to_its_story_stays() -> None:
    html = "<h1><a href='/2026/rain'>Rain again</a> <a href='/'>Home</a></h1><p>It rains."
    assert read_metadata(parse_page(html, url="https://dailycloud.example/x")).metadata.title == "Rain again Home"


@pytest.mark.parametrize("behind", ["Opinion", "Rust Blog", "Patient Education | The Children's Hospital"])
def test_short_parts_behind_bars_are_sections_and_sites(behind: str) -> None:
    assert text(("title", f"How sleep rewires the brain | {behind}")) == "How sleep rewires the brain"
    assert text(("h1", f"How sleep rewires the brain | {behind}")) == "How sleep rewires the brain"


def test_a_long_part_behind_a_bar_is_the_headlines() -> None:
    title = "Ten boats of the year | The best boats for families with small children"
    assert text(("title", title)) == title


@pytest.mark.parametrize("before", ["Leadmill | ", "Winter sports | ", "Daily Cloud Blog: "])
def test_a_site_or_section_before_the_shown_headline_does_not_come_back(before: str) -> None:
    said = ("h1", "State of the harbour in May"), ("og:title", f"{before}State of the harbour in May")
    assert text(*said, ("twitter:title", said[1][1])) == "State of the harbour in May"


def test_a_heading_is_no_site_name_if_the_page_title_begins_with_it() -> None:
    title = vote(
        ("h1", "Daily cloud watching for beginners"), ("title", "Daily cloud watching for beginners | Ada Marsh")
    )
    assert title is not None
    assert title.node == 1


def test_what_stands_in_an_element_of_its_own_behind_the_headline_is_not_part_of_it() -> None:
    said = ("h1", "Access overview Save this page for later."), ("og:title", "Access overview | The Daily Cloud Docs")
    assert text(*said, glued=True) == "Access overview"


def test_the_number_of_a_preprint_is_no_part_of_its_title() -> None:
    assert text(("title", "[2511.01234] Rain in simple models")) == "Rain in simple models"


def test_two_wordings_of_a_sentence_are_no_kickers() -> None:
    shown = "The town has failed its traders: there is a way out of it"
    declared = "Averly has failed its traders: there is a way out of it"
    assert text(("h1", shown), ("og:title", declared), ("json-ld", declared)) == shown


@pytest.mark.parametrize("behind", ["(rivers.example) 87", "87", "(rivers.example)"])
def test_the_source_and_the_count_of_comments_in_a_heading_are_not_the_headlines(behind: str) -> None:
    head = "<title>Rain falls on Monday - Cloud</title><meta property=og:title content='Rain falls on Monday'>"
    html = f"{head}<h1><a href=/r>Rain falls on Monday</a> <span>{behind}</span></h1>"
    assert read_metadata(parse_page(html, url="https://cloud.example/x")).metadata.title == "Rain falls on Monday"


def test_words_in_brackets_at_the_end_of_a_headline_stay() -> None:
    html = "<meta property=og:title content='Rain falls on Monday'><h1>Rain falls on Monday (and Tuesday)</h1>"
    assert read_metadata(parse_page(html)).metadata.title == "Rain falls on Monday (and Tuesday)"


def test_a_host_or_a_blog_s_name_in_front_is_the_site() -> None:
    sites = SiteNames([], "www.garden.example")
    assert without_site("garden.example Planting trees", SiteNames([], "garden.example")) == "Planting trees"
    assert without_site("Garden Blog: Planting trees", sites) == "Planting trees"
    assert without_site("Node.js explained", sites) == "Node.js explained"
    assert without_site("Garden news: Planting trees", sites) == "Garden news: Planting trees"


def test_a_heading_inside_a_post_is_not_its_title() -> None:
    html = """<title>Cloud Data Blog: Small steps with rain</title>
        <meta property=og:title content='Small steps with rain'>
        <h1><a href='https://cloud.example/'>Cloud Data Blog</a></h1><h3>Small steps with rain</h3><p>It rains.</p>
        <h1>Many clouds!</h1><p>They are grey.</p>"""
    assert read_metadata(parse_page(html, url="https://cloud.example/2026/x")).metadata.title == "Small steps with rain"


def test_a_part_of_the_address_behind_the_page_s_title_is_a_section() -> None:
    page = parse_page(
        "<title>Rain again : gardening</title><p>It rains.", url="https://cloud.example/f/gardening/12/rain"
    )
    assert read_metadata(page).metadata.title == "Rain again"
    other = parse_page("<title>Rain again : gardening</title><p>It rains.", url="https://cloud.example/12/gardening")
    assert read_metadata(other).metadata.title == "Rain again : gardening"


def test_a_site_that_declares_no_name_is_called_as_the_page_s_title_and_its_host_say() -> None:
    page = parse_page("<title>Skerra - Islandpedia</title><h1>Skerra</h1>", url="https://en.islandpedia.example/Skerra")
    assert read_metadata(page).metadata.site_name == "Islandpedia"
    other = parse_page("<title>Skerra - A short history</title><h1>Skerra</h1>", url="https://cloud.example/a")
    assert read_metadata(other).metadata.site_name is None


def test_what_a_template_left_in_its_place_is_no_value() -> None:
    head = '<meta property=og:site_name content="{{site.name}}"><meta property=og:title content="${title}">'
    page = parse_page(f"{head}<h1>Rain again</h1><p>It rains.", url="https://cloud.example/a")
    assert (read_metadata(page).metadata.site_name, read_metadata(page).metadata.title) == (None, "Rain again")


def test_a_short_headline_with_the_hosts_name_is_one_if_the_sites_whole_name_stands_behind_it() -> None:
    site = SiteNames([], "docs.harbour.example")

    def title(heading: str, page: str) -> str:
        won = choose_title([Claim("title", heading, "h1", 1), Claim("title", page, "title")], site)
        return won.text if won else ""

    assert title("Harbour maps", "Harbour maps — Harbour Community Documentation") == "Harbour maps"
    assert title("Harbour", "Rain again — Harbour") == "Rain again"
