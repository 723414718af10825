"""The columns of the classifier: one number a unit in each, computed in time linear in the page."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

import pytest
from fixtures.work import lines_run

from a11ynews.read.choice.columns import NAMES, columns_of
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

PROSE = "The ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday."
STORY = f"""<body><nav><a href=/>Home</a></nav><article><h1>Ferry returns</h1><p>{PROSE}</p><h2>Share</h2>
<ul><li>One?<li>two: <li><a href=/x>three</a></ul><blockquote><p>{PROSE}</p></blockquote></article>
<footer>© 2024 The Example. All rights reserved.</footer>"""


def scene_of(markup: str) -> Surroundings:
    page = parse_page(markup)
    return Surroundings(page, lay_out(page))


def column(name: str, markup: str, title: str = "") -> list[float]:
    return list(columns_of(scene_of(markup), title)[NAMES.index(name)])


def test_there_is_one_column_for_each_name() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert len(columns_of(scene_of(STORY), "Ferry returns")) == len(NAMES)


@pytest.mark.parametrize("markup", [STORY, "x", "<p>One<p>two", "<p>漢字</p>", f"<p>{PROSE}"])
def test_each_column_has_one_finite_number_for_each_unit(markup: str) -> None:
    scene = scene_of(markup)
    for values in columns_of(scene, "A title"):
        assert len(values) == len(scene.units)
        assert all(isfinite(value) for value in values)


# -- what some of them say ---------------------------------------------------------------------------


def test_wording_is_seen() -> None:
    markup = "<p>So it is.<p>is it so?<p>Namely:<p>© 2024<p>LOUD"
    assert column("ends_sentence", markup) == [1, 1, 0, 0, 0]
    assert column("ends_colon", markup) == [0, 0, 1, 0, 0]
    assert column("starts_small", markup) == [0, 1, 0, 0, 0]


def test_labels_of_furniture_are_seen_alone_and_before_a_colon() -> None:
    markup = "<p>Related</p><p>Read more: ferry sails</p><p>The ferry</p>"
    assert column("label", markup) == [1, 0, 0]
    assert column("starts_label", markup) == [0, 1, 0]


def test_distances_to_prose_count_units() -> None:
    markup = f"<p>{PROSE}<p>one<p>two<p>{PROSE}<p>three"
    assert column("since_prose", markup)[1:] == [1, 2, 3, 1]
    assert column("until_prose", markup)[:3] == [3, 2, 1]


def test_copies_are_counted_before_and_in_all() -> None:
    markup = "<p>Menu<p>Ferry<p>Menu<p>Menu"
    assert column("copies_before", markup) == [0, 0, 1, 2]
    assert column("copies", markup) == [3, 1, 3, 3]


def test_the_headline_is_known_again_by_its_words() -> None:
    markup = "<p>Ferry<p>FERRY  returns<p>It sails."
    assert column("equals_title", markup, "Ferry returns") == [0, 1, 0]
    assert column("title_share", markup, "Ferry returns") == [1, 1, 0]


def test_what_an_article_element_holds_is_told_to_its_units_only() -> None:
    markup = f"<p>One<article><p>{PROSE}</article><p>two"
    assert column("article_prose_share", markup) == [0, 1, 0]
    assert column("articles", markup) == [1, 1, 1]


# -- growth ------------------------------------------------------------------------------------------


def column_work(page: Page) -> int:
    return lines_run(lambda: columns_of(Surroundings(page, lay_out(page)), "Ferry"))


def article(paragraphs: int) -> str:
    return f"<main><h1>Ferry</h1>{f'<p>{PROSE}</p><ul><li><a href=/>x</a></ul>' * paragraphs}</main>"


def rows(count: int) -> str:
    return f"<table>{'<tr><td>One<td><a href=/>two</a>' * count}</table>"


def siblings(count: int) -> str:
    return f"<main>{f'<article><div><div><p>{PROSE}</p></div></div></article>' * count}</main>"


@pytest.mark.parametrize("shape", [article, rows, siblings])
def test_twice_the_page_is_about_twice_the_work(shape: Callable[[int], str]) -> None:
    pages = [parse_page(shape(size)) for size in (100, 200)]
    column_work(pages[0])  # the first call reads the vocabulary
    once, twice = map(column_work, pages)
    assert twice < 2.2 * once


def test_depth_costs_no_more_than_the_limit_on_depth_allows() -> None:
    shallow, deep = (parse_page("".join(f"<div><p>{PROSE}</p>" for _ in range(levels))) for levels in (100, 200))
    column_work(shallow)
    assert column_work(deep) < 3 * column_work(shallow)


CONTENTS = "<ul><li><a href=#a>One</a><li><a href=#b>Two</a><li><a href=#c>Three</a></ul>"


def test_a_section_that_the_contents_lead_to_is_told_from_one_that_they_do_not() -> None:
    sections = "".join(f"<h2 id={name}>About {name}</h2><p>{PROSE}</p>" for name in "abc")
    markup = f"{CONTENTS}{sections}<h3>Below c</h3><p>Within.</p><h2>About us</h2><p>The company.</p>"
    assert column("in_contents", markup) == [1, 1, 1, 3, 3, 3, 3, 3, 3, 2, 2, 1, 1]


def test_two_links_into_the_page_are_no_contents() -> None:
    assert set(column("in_contents", "<a href=#a>One</a><a href=#b>Two</a><h2 id=a>A</h2><h2 id=b>B</h2>")) == {0}


def test_a_link_leads_to_the_site_to_the_page_itself_or_elsewhere() -> None:
    links = "".join(
        f"<p><a href='{href}'>Somewhere</a></p>"
        for href in (
            "/a",
            "https://news.example/b",
            "#c",
            "https://other.example/d",
            "//other.example",
            "mailto:a@b.example",
        )
    )
    page = parse_page(f"<p>None</p>{links}<a href=/e><h2>Around</h2></a>", url="https://news.example/story")
    scene = Surroundings(page, lay_out(page))
    assert list(columns_of(scene, "")[NAMES.index("leads_to")]) == [0, 1, 1, 2, 3, 3, 1, 1]
