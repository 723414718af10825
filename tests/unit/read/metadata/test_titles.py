"""The vote for the headline."""

from __future__ import annotations

import pytest

from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.sites import SiteNames
from a11ynews.read.metadata.titles import Title, choose_title, likeness, without_site

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
