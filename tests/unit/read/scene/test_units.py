"""A page as units: what a reader sees as one line or paragraph is one, and nothing seen is in none."""

from __future__ import annotations

import pytest

from a11ynews.read.scene.flags import bit
from a11ynews.read.scene.units import BLOCK_TAGS, Units, lay_out
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page


def units_of(markup: str) -> Units:
    return lay_out(parse_page(markup))


def texts(markup: str) -> list[str]:
    return units_of(markup).text


# -- what cuts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", sorted(BLOCK_TAGS & {"p", "div", "section", "blockquote", "h2", "figure", "button"}))
def test_a_block_element_is_a_unit_of_its_own(tag: str) -> None:
    assert texts(f"<div>before<{tag}>inside</{tag}>after</div>") == ["before", "inside", "after"]


@pytest.mark.parametrize("tag", ["b", "em", "a", "span", "sup", "time", "made-up"])
def test_an_inline_or_unknown_element_cuts_nothing(tag: str) -> None:
    assert texts(f"<p>It <{tag}>rains</{tag}> today.</p>") == ["It rains today."]


def test_each_cell_and_each_item_is_a_unit() -> None:
    assert texts("<table><tr><td>a<td>b</table><ul><li>c<li>d</ul>") == ["a", "b", "c", "d"]


def test_one_line_break_is_a_space_and_two_end_the_unit() -> None:
    assert texts("<p>One<br>two<br><br>three<br/> <br/>four</p>") == ["One two", "three", "four"]


def test_an_empty_element_with_a_line_of_its_own_still_cuts() -> None:
    assert texts("<div>One<hr>two<div></div>three</div>") == ["One", "two", "three"]


def test_comments_cut_nothing() -> None:
    assert texts("<p>One <!-- aside --> and one</p>") == ["One and one"]


# -- what is seen ------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["script", "style", "template", "noembed", "noframes", "iframe"])
def test_what_a_browser_never_shows_is_in_no_unit(tag: str) -> None:
    assert texts(f"<p>One</p><{tag}>unseen</{tag}><p>two</p>") == ["One", "two"]


def test_the_head_of_the_page_is_in_no_unit() -> None:
    assert texts("<head><title>Unseen</title></head><body>Seen") == ["Seen"]


def test_the_brackets_of_ruby_are_in_no_unit_and_the_reading_is() -> None:
    assert texts("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>") == ["漢字かんじ"]


def test_what_the_page_hides_is_a_unit_with_a_flag_so_that_it_is_accounted_for() -> None:
    units = units_of("<p hidden>One</p><p style='display: none'>two</p><p>three</p>")
    assert [bool(flags & bit("hidden")) for flags in units.flags] == [True, True, False]


def test_a_page_without_text_has_no_units() -> None:
    assert len(units_of("<div> \n <br> <img src=a.jpg></div>")) == 0
    assert len(lay_out(Page())) == 0


# -- what a unit knows -------------------------------------------------------------------------------


def test_white_space_is_folded_within_and_cut_at_the_ends() -> None:
    assert texts("<p>\n  One\t<b> two </b>\n\n three </p>") == ["One two three"]


def test_white_space_between_two_elements_is_kept_as_one_space() -> None:
    assert texts("<p><b>One</b> <i>two</i></p>") == ["One two"]


def test_the_owner_of_a_text_node_is_its_unit_and_other_nodes_have_none() -> None:
    page = parse_page("<p>One <b>two</b> <i>and</i></p> <p>three</p>")
    units = lay_out(page)
    owners = {text: units.owner[node] for node, text in enumerate(page.texts) if text}
    assert owners == {"One ": 0, "two": 0, " ": -1, "and": 0, "three": 1}
    assert all(units.owner[node] == -1 for node, tag in enumerate(page.tags) if tag)


def test_a_unit_spans_its_text_nodes_and_knows_the_block_around_them() -> None:
    page = parse_page("<div><p>One <b>two</b> three</p></div>")
    units = lay_out(page)
    assert "".join(page.texts[units.start[0] : units.stop[0]]) == "One two three"
    assert page.tags[units.box[0]] == "p"


def test_linked_characters_are_counted_and_others_are_not() -> None:
    assert units_of("<p>Read <a href=/x>this <b>now</b></a>.</p>").link_chars == [len("this now")]


def test_flags_are_handed_down_and_depth_counts_elements() -> None:
    page = parse_page("<nav><ul><li><a href=/>Home</a></li></ul></nav>")
    units = lay_out(page)
    for name in ("nav", "list", "link"):
        assert units.flags[0] & bit(name)
    nav, item = page.tags.index("nav"), page.tags.index("li")
    assert units.depth[item] == units.depth[nav] + 2
    assert not units.node_flags[nav] & bit("list")


# -- laws --------------------------------------------------------------------------------------------

TANGLE = """<body>loose<p>One<a href=#>two<div>three</a>four</div><table>stray<tr><td>cell</table>
<select><option>a<option>b</select><svg><text>drawn</text></svg><details><summary>s</summary>d</details>"""


def test_every_visible_text_node_has_one_owner_and_units_are_in_order() -> None:
    page = parse_page(TANGLE)
    units = lay_out(page)
    blank = {node for node, text in enumerate(page.texts) if not text.strip()}
    assert {node for node, owner in enumerate(units.owner) if owner < 0} == blank
    assert units.start == sorted(units.start)
    assert all(start < stop for start, stop in zip(units.start, units.stop, strict=True))


def test_all_lists_of_units_are_as_long_as_there_are_units() -> None:
    units = units_of(TANGLE)
    for name in ("start", "stop", "box", "text", "link_chars", "flags"):
        assert len(getattr(units, name)) == len(units)


# -- names -------------------------------------------------------------------------------------------


def flags_of(markup: str) -> int:
    return units_of(markup).flags[0]


def test_names_for_the_page_s_tests_say_what_an_element_is_where_classes_are_made_by_machines() -> None:
    assert flags_of('<section class="bbc-1s0j" data-e2e="most-read">One') & bit("recommend")
    assert flags_of('<div class="css-1x2y3z" data-testid="related-links">One') & bit("related")
    assert not flags_of('<div class="css-1x2y3z" data-id="related-links">One') & bit("related")


def test_what_has_the_role_of_a_heading_is_one() -> None:
    assert flags_of('<div role="heading" aria-level="2">One') & bit("heading")
    assert not flags_of('<div role="presentation">One') & bit("heading")


def test_a_prefix_that_all_components_of_a_system_have_says_nothing() -> None:
    assert not flags_of('<div class="cmp-text">One') & bit("consent")
    assert flags_of('<div class="cmpbox">One') & bit("consent")
