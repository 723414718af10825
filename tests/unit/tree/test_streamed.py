"""Parts that a server streamed stand where the page's script would put them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from lxml import html as lxml_html

import a11ynews
from a11ynews.tree.parse import Parser, parse_page

PARSERS: tuple[Parser, ...] = ("lexbor", "lxml", "html5lib")


def words(markup: str, parser: Parser = "lexbor") -> str:
    page = parse_page(f"<body>{markup}</body>", parser=parser)
    assert all(page.parents[node] < node < page.ends[node] for node in range(len(page)))
    assert all(page.ends[node] <= page.ends[page.parents[node]] for node in range(1, len(page)))
    return page.text(0)


@pytest.mark.parametrize("parser", PARSERS)
def test_a_part_goes_to_the_place_of_its_number(parser: Parser) -> None:
    markup = '<p>one</p><template id="B:0"></template><p>three</p><div hidden id="S:0"><p>two</p></div>'
    assert words(markup, parser) == "onetwothree"


def test_the_script_says_where_if_the_numbers_do_not() -> None:
    markup = (
        '<template id="B:0"></template>-<template id="P:1"></template>'
        '<div hidden id="S:1">one</div><div hidden id="S:0">two</div>'
        '<script>$RC("B:0","S:1")</script><script>$RS("S:0","P:1")</script>'
    )
    assert words(markup).startswith("one-two")


def test_a_part_may_hold_places_of_others() -> None:
    markup = (
        '<template id="B:0"></template>'
        '<div hidden id="S:0">one <template id="P:1"></template> three</div><div hidden id="S:1">two</div>'
    )
    assert words(markup) == "one two three"


def test_texts_that_meet_are_one() -> None:
    page = parse_page('<p>Fer<template id="P:0"></template>ies</p><div hidden id="S:0">r</div>')
    assert "Ferries" in page.texts


@pytest.mark.parametrize(
    "markup",
    [
        '<div hidden id="S:0">one <template id="B:0"></template></div>',
        (
            '<div hidden id="S:0">one<template id="B:1"></template></div>'
            '<div hidden id="S:1">two<template id="B:0"></template></div>'
        ),
        '<template id="B:0"></template><div id="S:0">it is seen where it stands</div>',
        '<template id="B:0"></template><div hidden id="S:1">another</div>',
        '<div hidden id="S:0">one</div>',
    ],
    ids=["in-itself", "in-each-other", "not-hidden", "of-another-number", "without-a-place"],
)
def test_whatever_has_no_place_stays_where_it_is(markup: str) -> None:
    assert words(markup) == "".join(part for part in BeautifulSoup(markup, "html5lib").find_all(string=True))


def test_nothing_is_put_into_the_head_where_it_would_not_be_seen() -> None:
    page = parse_page('<head><template id="B:0"></template></head><body><div hidden id="S:0">one</div>')
    assert page.text(next(page.find("body"))) == "one"


def test_each_part_is_placed_once() -> None:
    markup = '<template id="B:0"></template><template id="B:0"></template><div hidden id="S:0">once</div>'
    assert words(markup) == "once"


def test_a_story_that_was_streamed_is_read_from_every_source() -> None:
    story = "<p>The ferry sails again on Monday, after a winter in which the islands had no way to the mainland.</p>"
    markup = f'<h1>Ferry returns</h1><main><template id="B:0"></template></main><div hidden id="S:0">{story}</div>'
    for source in (markup, markup.encode(), BeautifulSoup(markup, "html5lib"), lxml_html.document_fromstring(markup)):
        assert a11ynews.parse(source).text.startswith("The ferry sails again")
