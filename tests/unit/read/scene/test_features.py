"""What is known of a page's units, and what it costs to know it."""

from __future__ import annotations

import pytest

from a11ynews.read.scene.features import PROSE_LENGTH, Surroundings
from a11ynews.read.scene.flags import bit
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

PROSE = "The ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday."


def scene_of(markup: str) -> Surroundings:
    page = parse_page(markup)
    return Surroundings(page, lay_out(page))


def node(scene: Surroundings, tag: str, number: int = 0) -> int:
    return list(scene.page.find(tag))[number]


# -- prose -------------------------------------------------------------------------------------------


def test_a_long_run_of_sentences_is_prose() -> None:
    assert len(PROSE) >= PROSE_LENGTH
    assert scene_of(f"<p>{PROSE}</p>").prose == [len(PROSE)]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Short, but a sentence.</p>",
        f"<p><a href=/x>{PROSE}</a></p>",
        f"<p hidden>{PROSE}</p>",
        f"<body><noscript><p>{PROSE}</p></noscript>",
        f"<button>{PROSE}</button>",
        f"<p>{'word ' * 40}</p>",
    ],
    ids=["short", "linked", "hidden", "noscript", "control", "no marks of a sentence"],
)
def test_what_is_short_linked_unseen_or_no_sentence_is_no_prose(markup: str) -> None:
    assert scene_of(markup).prose == [0]


def test_prose_needs_no_latin_script() -> None:
    assert scene_of(f"<p>{'船は月曜日に出ます。' * 5}</p>").prose[0] > 0
    assert scene_of(f"<p>{'العبارة تبحر يوم الاثنين، ' * 5}</p>").prose[0] > 0


def test_the_share_of_links_lies_between_none_and_all() -> None:
    shares = scene_of("<p>One</p><p><a href=/>two</a></p><p>th<a href=/>ree!</a></p>").shares
    assert shares[:2] == [0.0, 1.0]
    assert 0 < shares[2] < 1


# -- sums over subtrees ------------------------------------------------------------------------------


def test_the_sums_of_a_subtree_are_those_of_its_units() -> None:
    scene = scene_of(f"<div><p>{PROSE}</p><p><a href=/>more</a></p></div><p>{PROSE}</p>")
    div = node(scene, "div")
    assert scene.range_of(div) == (0, 2)
    sums = scene.totals(div)
    assert (sums.units, sums.prose, sums.paragraphs) == (2, len(PROSE), 1)
    assert sums.length == len(PROSE) + len("more")
    assert sums.linked == pytest.approx(len("more"))
    assert scene.totals(0).prose == 2 * len(PROSE)


def test_a_subtree_without_text_sums_to_nothing() -> None:
    scene = scene_of("<p>One</p><div><img src=a.jpg></div><p>two</p>")
    assert tuple(scene.totals(node(scene, "div"))) == (0, 0, 0, 0, 0)


def test_wider_skips_wrappers_that_hold_no_more() -> None:
    scene = scene_of("<section><p>One</p><div><div><p>two</p></div></div></section>")
    assert scene.wider(node(scene, "p", 1)) == node(scene, "section")


def test_wider_ends_at_the_root() -> None:
    scene = scene_of("<p>One</p>")
    assert scene.wider(node(scene, "p")) == 0
    assert scene.wider(0) == 0


def test_prose_before_a_unit_is_the_sum_of_that_above() -> None:
    scene = scene_of(f"<p>{PROSE}</p><p>Short.</p><p>{PROSE}</p>")
    assert scene.prose_sums == [0, len(PROSE), len(PROSE), 2 * len(PROSE)]


# -- the core ----------------------------------------------------------------------------------------

SITE = f"""<body><div class=related><p>{PROSE}</p></div>
<main><article class=story>{f"<p>{PROSE}</p>" * 4}<aside class=share><a href=/>Share</a></aside></article></main>
<footer><p>Small print.</p></footer>"""


def test_the_core_is_the_element_with_the_densest_prose() -> None:
    scene = scene_of(SITE)
    assert scene.page.tags[scene.core] == "article"


def test_a_short_story_over_long_comments_is_the_core() -> None:
    comments = "".join(f"<div class=comment><p>{PROSE}</p></div>" for _ in range(6))
    scene = scene_of(f"<main><article>{f'<p>{PROSE}</p>' * 4}</article><div id=comments>{comments}</div></main>")
    assert scene.page.tags[scene.core] == "article"


def test_where_there_are_only_comments_they_are_the_core() -> None:
    scene = scene_of(
        f"<nav><a href=/>Home</a></nav><div id=comments>{f'<div><p>{PROSE}</p><p>{PROSE}</p></div>' * 3}</div>"
    )
    assert scene.page.attributes[scene.core].get("id") == "comments"


def test_flags_around_the_core_say_nothing_of_its_parts() -> None:
    scene = scene_of(SITE)
    flags = dict(zip(scene.units.text, scene.local_flags(), strict=True))
    assert not flags[PROSE] & bit("article")
    assert flags["Share"] & bit("share")
    assert flags["Small print."] & bit("footer")


def test_the_way_from_the_core_leads_down_into_it_and_up_out_of_it() -> None:
    scene = scene_of(SITE)
    ways = dict(zip(scene.units.text, zip(*scene.ways_from(scene.core, scene.units.box), strict=True), strict=True))
    assert ways["Share"] == (1.0, 0.0, 1.0)
    assert ways["Small print."] == (0.0, 2.0, 2.0)


def test_a_page_without_prose_has_its_root_for_a_core_and_an_empty_page_none() -> None:
    assert scene_of("<p>Hi</p>").core == 0
    assert Surroundings(Page(), lay_out(Page())).core == -1


def test_alike_elements_have_one_path() -> None:
    scene = scene_of("<div class=a><p class=b>One</p><p class=b>two</p><p>three</p></div>")
    paths, signatures = scene.paths
    assert paths[0] == paths[1] != paths[2]
    assert signatures[paths[0]][:2] == ("p", "b")
