"""What is left out has a kind and a reason: the rules, most certain first."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from a11ynews.read.rules.furniture import RULES, Rule, rule_for
from a11ynews.read.rules.region import Region
from a11ynews.read.scene.flags import bit
from a11ynews.read.vocabulary import reasons

# -- each kind ---------------------------------------------------------------------------------------

CASES: Mapping[str, Region] = {
    "noscript-fallback": Region(text="Please enable JavaScript.", flags=bit("noscript")),
    "skip-links": Region(text="Accessibility links", label="skip-links"),
    "skip-link-target": Region(text="To the story", flags=bit("reader-only"), in_page=True, before_headline=True),
    "tracking": Region(text="Counter", flags=bit("tracking") | bit("noscript")),
    "ticker-label": Region(text="Breaking News", label="ticker-label", before_headline=True),
    "ticker": Region(text="Council votes", flags=bit("ticker"), before_headline=True),
    "headline-copy": Region(text="Ferry returns", is_copy=True),
    "dialog": Region(text="Close", flags=bit("dialog")),
    "cookie-notice": Region(text="We use cookies.", flags=bit("consent")),
    "print-button": Region(text="Print", label="print"),
    "share-buttons": Region(text="Share", label="share"),
    "follow-us": Region(text="Follow us", label="follow"),
    "newsletter": Region(text="Your mail address", flags=bit("newsletter")),
    "paywall-prompt": Region(text="Log in to read on", flags=bit("paywall")),
    "app-promotion": Region(text="Get the app", label="app-promo"),
    "advertisement": Region(text="Buy now", flags=bit("advert")),
    "external-content": Region(text="To view this content, accept cookies.", label="external-content"),
    "player-fallback": Region(text="Your browser does not play this.", label="player-fallback"),
    "appeal": Region(text="Sign up for our newsletter.", label="appeal"),
    "syndication": Region(text="This article was originally published elsewhere.", label="syndication"),
    "comments": Region(text="Nice story!", flags=bit("comment")),
    "most-read": Region(text="Most read", label="most-read"),
    "read-more": Region(text="Read more", label="read-more"),
    "related-links": Region(text="Bridge planned", flags=bit("related")),
    "recommended-links": Region(text="Bridge planned", flags=bit("recommend")),
    "breadcrumbs": Region(text="News", flags=bit("breadcrumb")),
    "share-box": Region(text="12", flags=bit("share")),
    "contents": Region(text="Contents", label="contents"),
    "in-page-links": Region(text="How it works", flags=bit("reader-only"), in_page=True),
    "tag-list": Region(text="Shipping", flags=bit("tags")),
    "author-card": Region(text="Ada Reed covers the islands.", flags=bit("biography")),
    "pager": Region(text="Next", flags=bit("pager")),
    "developer-residue": Region(text="XS", label="dev-residue"),
    "back-to-top": Region(text="Back to top", label="back-to-top"),
    "caption-alone": Region(text="The bridge", flags=bit("caption-tag")),
    "hidden": Region(text="Loading", flags=bit("hidden")),
    "navigation": Region(text="Weather", flags=bit("nav")),
    "rights": Region(text="Copyright", label="rights"),
    "rights-line": Region(text="© 2024 The Daily Example"),
    "page-footer": Region(text="About us", flags=bit("footer")),
    "sidebar": Region(text="In numbers", flags=bit("aside")),
    "promotion": Region(text="Our calendar", flags=bit("promo")),
    "form": Region(text="Search", flags=bit("control")),
    "player": Region(text="0:00", flags=bit("player")),
    "page-details": Region(text="3 minutes", flags=bit("meta")),
    "widget": Region(text="14 °C", flags=bit("widget")),
    "page-header": Region(text="The Daily Example", flags=bit("header")),
    "link-list": Region(text="Bridge planned", tag="li", link_share=1.0),
    "not-the-story": Region(text="Lorem"),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_region_of_its_kind_is_caught_by_its_rule(rule: str) -> None:
    assert rule_for(CASES[rule]).id == rule


def test_what_follows_a_heading_of_links_is_under_it_and_what_follows_a_button_is_not() -> None:
    assert rule_for(Region(text="Bridge planned", section="most-read", link_share=1.0)).id == "most-read"
    assert rule_for(Region(text="Bridge planned", section="back-to-top", tag="li", link_share=1.0)).id == "link-list"


def test_every_rule_has_a_case() -> None:
    assert {rule.id for rule in RULES} == set(CASES)


# -- order and evidence ------------------------------------------------------------------------------


def test_the_more_certain_rule_comes_first() -> None:
    ad_in_footer = Region(text="Buy now", flags=bit("advert") | bit("footer"))
    assert rule_for(ad_in_footer).kind == "advertisement"
    share_in_nav = Region(text="Share", label="share", flags=bit("nav"))
    assert rule_for(share_in_nav).kind == "share"


def test_links_under_a_label_are_of_its_kind_and_prose_under_it_is_not() -> None:
    assert rule_for(Region(text="Bridge planned", section="related", link_share=1.0)).kind == "related"
    assert rule_for(Region(text="A bridge is planned.", section="related")).kind == "other"


def test_the_heading_above_makes_no_ticker_label_of_what_follows() -> None:
    assert rule_for(Region(text="Council votes", section="ticker-label", link_share=1.0)).kind != "ticker-label"


def test_latest_news_is_a_ticker_s_label_above_the_headline_and_a_list_s_below_it() -> None:
    assert rule_for(Region(text="Latest news", label="ticker-label")).kind == "related"


def test_a_ticker_inside_the_page_is_none_below_the_headline() -> None:
    assert rule_for(Region(text="Council votes", flags=bit("ticker"))).kind != "ticker"


def test_hidden_words_that_jump_nowhere_are_no_skip_link() -> None:
    assert rule_for(Region(text="opens in a new window", flags=bit("reader-only"))).kind != "skip-links"


@pytest.mark.parametrize("where", ["dialog", "tags"])
def test_an_entry_of_a_menu_is_navigation_whatever_the_menu_opens_in_or_leads_to(where: str) -> None:
    flags = bit(where) | bit("navigation")
    assert rule_for(Region(text="Travel", tag="li", flags=flags, link_share=1.0)).kind == "navigation"
    assert rule_for(Region(text="Close", flags=flags)).kind != "navigation"


def test_the_label_tags_makes_tags_of_links_in_what_is_named_a_menu() -> None:
    links = Region(text="Ferries", tag="li", section="tags", flags=bit("navigation"), link_share=1.0)
    assert rule_for(links).kind == "tags"


def test_a_link_among_words_is_no_menu() -> None:
    assert rule_for(Region(text="See the map", tag="li", link_share=0.5)).kind == "other"


def test_with_rules_of_one_s_own_the_first_that_applies_decides() -> None:
    mine = (
        Rule(id="loud", kind="loud", because="It shouts.", test=lambda region: region.text.isupper()),
        Rule(id="rest", kind="rest", because="It does not."),
    )
    assert rule_for(Region(text="SALE"), mine).id == "loud"
    assert rule_for(Region(text="Sale"), mine).id == "rest"


# -- the records themselves --------------------------------------------------------------------------


def test_the_last_rule_and_only_the_last_catches_everything() -> None:
    assert [rule.id for rule in RULES if not (rule.flags or rule.labels or rule.test or rule.says)] == [RULES[-1].id]


def test_ids_are_unique_and_ids_and_kinds_are_kebab_case() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.kind)


def test_each_reason_is_one_sentence() -> None:
    for rule in RULES:
        assert rule.because[0].isupper()
        assert rule.because.endswith(".")
        assert ". " not in rule.because


def test_every_kind_of_label_in_the_vocabulary_has_a_rule() -> None:
    assert {kind for kind in reasons() if rule_for(Region(text="x", label=kind)).id == "not-the-story"} == set()
