"""Rules for families of sites: how they are written, how a family is known, and that they are only hints."""

from __future__ import annotations

import pytest
from fixtures.pangea_page import demo_markup

import a11ynews
from a11ynews.model.findings import Removed
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.read.sites import Selector, families, parse_selector
from a11ynews.read.sites.hints import family_of, site_hints
from a11ynews.tree.parse import parse_page

SENTENCE = "The ferry to the island sails again on Monday, the harbour said, and the crossing takes an hour. "
WORDPRESS = f"""<html lang=en><head><meta name="generator" content="WordPress 6.8"></head><body>
<main><h1>Ferry returns</h1><div class="entry-content"><p>{SENTENCE * 4}</p><p>{SENTENCE * 3}It is new.</p>
<div class="wp-block-jetpack-subscriptions">
<p>Type your address and we shall write to you whenever we have news.</p></div>
<p>{SENTENCE * 2}And more.</p></div></main></body></html>"""
NOTE = "Type your address and we shall write to you whenever we have news."


def removed_as(article: a11ynews.Article, words: str) -> Removed | None:
    return next((piece for piece in article.removed if words in piece.text), None)


@pytest.mark.parametrize("family", families(), ids=lambda family: family.id)
def test_every_family_can_be_recognised_and_says_something(family: object) -> None:
    assert family in families()
    known = next(one for one in families() if one is family)
    assert known.generators or 0 < known.needs <= len(known.markers)
    assert known.story
    assert known.first <= known.last
    assert all(rule.because.endswith(".") and rule.id.startswith(f"site:{known.id}:") for _, rule in known.furniture)


@pytest.mark.parametrize("text", ["", "div p", "div > p", "[hidden]", "p:first-child", "*", "a,b", "..x", "div."])
def test_a_selector_is_what_can_be_looked_up(text: str) -> None:
    with pytest.raises(ValueError, match="a selector is"):
        parse_selector(text)


def test_a_selector_asks_for_all_of_its_parts() -> None:
    selector = Selector(tag="p", id="first", classes=frozenset(("note", "big")))
    classes = frozenset(("note", "big", "red"))
    assert selector.matches("p", {"id": "first"}, classes)
    assert not selector.matches("div", {"id": "first"}, classes)
    assert not selector.matches("p", {"id": "second"}, classes)
    assert not selector.matches("p", {"id": "first"}, frozenset(("note",)))


def test_a_family_is_known_by_its_generator_or_by_enough_of_its_marks() -> None:
    names = {
        name: family_of(parse_page(markup))
        for name, markup in {
            "generator": WORDPRESS,
            "marks": demo_markup(),
            "one mark": '<div class="wsw"><p>A class by chance.</p></div>',
            "another": '<meta name="generator" content="Hugo">',
        }.items()
    }
    assert {name: family.name if family else None for name, family in names.items()} == {
        "generator": "WordPress",
        "marks": "Pangea",
        "one mark": None,
        "another": None,
    }


def test_furniture_goes_with_the_familys_reason() -> None:
    piece = removed_as(a11ynews.parse(WORDPRESS), NOTE)
    assert piece is not None
    assert (piece.kind, piece.rule) == ("newsletter", "site:wordpress:newsletter")


def test_the_rules_can_be_switched_off() -> None:
    piece = removed_as(a11ynews.parse(WORDPRESS, site_rules=False), NOTE)
    assert piece is None or not piece.rule.startswith("site:")


def test_the_paragraphs_of_a_story_are_the_same_without_them() -> None:
    on, off = (a11ynews.parse(demo_markup(), site_rules=switch) for switch in (True, False))
    long = [[block.text for block in article.body if len(block.text) > len(SENTENCE)] for article in (on, off)]
    assert long[0] == long[1]


def test_a_site_that_puts_its_story_where_furniture_should_be_keeps_it() -> None:
    odd = WORDPRESS.replace('class="entry-content"', 'class="wp-block-latest-posts"')
    assert SENTENCE.strip() in a11ynews.parse(odd).text


def test_the_storys_place_is_a_hint_and_no_verdict() -> None:
    page = parse_page(WORDPRESS)
    hints = site_hints(Surroundings(page, lay_out(page)))
    assert hints is not None
    likely = [0.8] * len(lay_out(page))
    hints.doubt(likely)
    assert likely == pytest.approx([0.68, 0.8, 0.8, 0.68, 0.8])  # the headline and the newsletter are outside
