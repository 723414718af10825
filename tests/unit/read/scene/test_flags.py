"""What markup and names claim about a part of a page."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from a11ynews.read.scene.flags import CLASS_FLAGS, FLAG_NAMES, TAG_FLAGS, bit, hidden_by, named_flags
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page


def claims(names: str) -> set[str]:
    found = named_flags(names)
    return {name for name in FLAG_NAMES if found & bit(name)}


# -- names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "claimed"),
    [
        ("related-stories", "related"),
        ("RelatedStories__list", "related"),
        ("block block--related", "related"),
        ("relatedArticles", "related"),
        ("article-body", "story"),
        ("articleBody", "story"),
        ("share-buttons", "share"),
        ("site-footer", "page-foot"),
        ("cookieBanner", "consent"),
        ("ad", "advert"),
        ("image-caption", "caption"),
    ],
)
def test_words_are_found_however_a_site_joins_them(names: str, claimed: str) -> None:
    assert claimed in claims(names)


def test_two_words_that_mean_something_together_are_seen_together() -> None:
    assert "related" in claims("read-more")
    assert "related" in claims("readMore")
    assert "related" not in claims("read")


@pytest.mark.parametrize("about", ["tag-newsletter", "category-sponsored-stories", "tag-related"])
def test_what_a_post_is_about_is_not_what_its_element_is_for(about: str) -> None:
    assert claims(f"post-12 post type-post status-publish hentry {about}") == claims(
        "post-12 post type-post status-publish hentry"
    )
    assert claims(about)


def test_where_an_entry_of_a_menu_leads_is_not_what_it_is_for() -> None:
    assert "tags" not in claims("menu-item menu-item-type-taxonomy menu-item-object-category")


@pytest.mark.parametrize("names", ["", "x1 y2", "css-1q2w3e", "padding", "shadow", "gradient", "badly", "roads"])
def test_a_word_is_not_found_inside_another(names: str) -> None:
    assert "advert" not in claims(names)


def test_what_comes_after_the_first_hundreds_of_characters_is_not_read() -> None:
    assert claims("x " * 400 + "related") == set()


def test_names_claim_only_what_names_can() -> None:
    assert named_flags("nav footer related share story comment link heading") & ~CLASS_FLAGS == 0


def test_each_flag_is_a_bit_of_its_own() -> None:
    assert len({bit(name) for name in FLAG_NAMES}) == len(FLAG_NAMES)
    assert all(bit(name).bit_count() == 1 for name in FLAG_NAMES)


def test_a_flag_that_is_none_cannot_be_asked_for() -> None:
    with pytest.raises(KeyError):
        bit("no-such-flag")


def test_every_list_of_the_vocabulary_is_a_flag_and_has_plain_words() -> None:
    data = tomllib.loads(files("a11ynews.read").joinpath("vocabulary/classes.toml").read_text("utf-8"))["flags"]
    assert all(bit(name) & CLASS_FLAGS for name in data)
    for entries in data.values():
        assert len(set(entries)) == len(entries)
        assert all(entry.removesuffix("*").isalpha() and entry == entry.lower() for entry in entries)


def test_every_flag_of_names_has_words() -> None:
    data = tomllib.loads(files("a11ynews.read").joinpath("vocabulary/classes.toml").read_text("utf-8"))["flags"]
    assert {name for name in FLAG_NAMES if bit(name) & CLASS_FLAGS} == set(data)


# -- elements ----------------------------------------------------------------------------------------


def test_elements_claim_what_they_are() -> None:
    assert TAG_FLAGS["nav"] == bit("nav")
    assert TAG_FLAGS["h3"] == bit("heading")
    assert "div" not in TAG_FLAGS


@pytest.mark.parametrize("tag", ["html", "body"])
def test_names_of_the_whole_page_are_no_evidence_for_a_part_of_it(tag: str) -> None:
    page = parse_page(f"<{tag} class='comment-page related no-sidebar' id=share><p>One")
    assert lay_out(page).flags == [0]


def test_class_id_and_role_all_count() -> None:
    for attribute in ("class", "id", "role"):
        page = parse_page(f"<div {attribute}=related>One</div>")
        assert lay_out(page).flags[0] & bit("related")


# -- hiding ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attributes",
    [
        {"hidden": ""},
        {"style": "display:none"},
        {"style": "color: red; DISPLAY : none"},
        {"style": "visibility: hidden"},
    ],
)
def test_an_element_can_hide_itself(attributes: dict[str, str]) -> None:
    assert hidden_by(attributes)


@pytest.mark.parametrize(
    "attributes", [{}, {"style": ""}, {"style": "display: block"}, {"hidden": "until-found"}, {"class": "hidden"}]
)
def test_what_can_be_seen_or_found_is_not_hidden(attributes: dict[str, str]) -> None:
    assert not hidden_by(attributes)


def test_what_is_inside_a_hidden_element_is_hidden() -> None:
    assert lay_out(parse_page("<div hidden><p><b>One</b></p></div>")).flags[0] & bit("hidden")
