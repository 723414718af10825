from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from a11ynews.errors import LimitError
from a11ynews.tree.limits import Limits
from a11ynews.tree.parse import parse_page
from a11ynews.tree.soup import page_from_soup

MARKUP = "<title>t</title><p class='a b' hidden>one <b>two</b><!-- no --> three</p><script>var x</script>"


@pytest.mark.parametrize("builder", ["html.parser", "lxml", "html5lib"])
def test_a_soup_of_any_builder_gives_the_words_in_order(builder: str) -> None:
    page = page_from_soup(BeautifulSoup(MARKUP, builder), "https://news.example/")
    assert page.text(0) == parse_page(MARKUP).text(0)
    assert page.tags[0] == "html"
    assert page.attributes[next(page.find("p"))] == {"class": "a b", "hidden": ""}
    assert page.url == "https://news.example/"


def test_a_soup_by_html5lib_is_the_page_that_the_default_parser_makes() -> None:
    found, expected = page_from_soup(BeautifulSoup(MARKUP, "html5lib")), parse_page(MARKUP)
    assert (found.tags, found.parents, found.ends, found.texts) == (
        expected.tags, expected.parents, expected.ends, expected.texts,
    )  # fmt: skip


def test_one_tag_is_read_as_the_body_of_a_page() -> None:
    tag = BeautifulSoup("<div><p>one</p>two</div>", "html.parser").p
    assert isinstance(tag, Tag)
    assert page_from_soup(tag).tags == ["html", "body", "p", ""]


def test_text_beside_the_document_is_not_lost() -> None:
    page = page_from_soup(BeautifulSoup("<!doctype html>before<html><p>in</p></html>after", "html.parser"))
    assert page.text(0) == "beforeinafter"


def test_templates_are_empty_and_comments_no_text() -> None:
    page = page_from_soup(BeautifulSoup("<p>a<template>no</template><!-- no -->b</p>", "html.parser"))
    assert page.text(0) == "ab"


def test_the_callers_soup_is_not_changed() -> None:
    soup = BeautifulSoup(MARKUP, "html.parser")
    before = str(soup)
    page_from_soup(soup)
    assert str(soup) == before


def test_depth_is_no_matter() -> None:
    soup = BeautifulSoup("", "html.parser")
    current: Tag = soup
    for _ in range(3000):
        inner = soup.new_tag("div")
        current.append(inner)
        current = inner
    current.append("deep")
    page = page_from_soup(soup)
    assert page.text(0) == "deep"
    assert [notice.kind for notice in page.notices] == ["limit-depth"]
    with pytest.raises(LimitError):
        page_from_soup(soup, limits=Limits(strict=True))


def test_an_empty_soup_is_an_empty_page() -> None:
    assert page_from_soup(BeautifulSoup("", "html.parser")).tags == ["html", "body"]
