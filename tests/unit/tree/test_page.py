"""A page's indexes: what stands where, also after a page was cut."""

from __future__ import annotations

from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

MARKUP = "<div class=a><p>One<p class=a>Two</div><p class='a b'>Three"


def page() -> Page:
    return parse_page(MARKUP)


def test_elements_are_found_by_tag_in_order_and_in_a_range() -> None:
    found = page()
    paragraphs = list(found.find("p"))
    assert [found.text(node) for node in paragraphs] == ["One", "Two", "Three"]
    assert list(found.find("p", paragraphs[1])) == paragraphs[1:]
    assert list(found.find("p", paragraphs[0] + 1, paragraphs[2])) == [paragraphs[1]]
    assert list(found.find("table")) == []


def test_elements_are_found_by_the_whole_value_of_class() -> None:
    found = page()
    assert {name: [found.tags[node] for node in nodes] for name, nodes in found.by_class().items()} == {
        "a": ["div", "p"],
        "a b": ["p"],
    }


def test_what_was_cut_off_is_found_no_more() -> None:
    found = page()
    last = list(found.find("p"))[-1]
    assert "a b" in found.by_class()
    found.cut(last)
    assert len(list(found.find("p"))) == 2
    assert "a b" not in found.by_class()
