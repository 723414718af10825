"""Scraped Markdown: what marks within a line mean."""

from __future__ import annotations

import pytest

from a11ynews.model.blocks import Block, Figure, List, Paragraph
from a11ynews.model.inlines import Code, Emphasis, Inline, Link, Strong, Text
from a11ynews.read.plain import read_plain

STORY = "The ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday."


def first_of(line: str, url: str | None = None) -> Block:
    body = read_plain(f"# Ferry returns\n\n{STORY}\n\n{line}\n\n{STORY} Again.", url).body
    return body[1]


def children(line: str, url: str | None = None) -> tuple[Inline, ...]:
    block = first_of(line, url)
    assert isinstance(block, Paragraph)
    return block.children


@pytest.mark.parametrize(
    ("marked", "made"),
    [
        ("*soft*", Emphasis(children=(Text(text="soft"),))),
        ("_soft_", Emphasis(children=(Text(text="soft"),))),
        ("**loud**", Strong(children=(Text(text="loud"),))),
        ("`x = 1`", Code(text="x = 1")),
        ("[map](https://x.example/map)", Link(href="https://x.example/map", children=(Text(text="map"),))),
        ("<https://x.example/>", Link(href="https://x.example/", children=(Text(text="https://x.example/"),))),
    ],
)
def test_a_mark_becomes_what_it_means(marked: str, made: Inline) -> None:
    assert children(f"There is {marked} in the lines of this paragraph.")[1] == made


def test_marks_may_stand_in_marks() -> None:
    link = children("There is [a **loud** word](https://x.example/) in the lines of this paragraph.")[1]
    assert isinstance(link, Link)
    assert link.children[1] == Strong(children=(Text(text="loud"),))


@pytest.mark.parametrize("text", ["2*3*4 is twenty-four", "snake_case_name stays", r"\*no star\* here"])
def test_what_is_no_mark_stays(text: str) -> None:
    line = f"{text}, it says in the lines of this paragraph."
    assert first_of(line).text == line.replace("\\", "")


def test_relative_links_need_an_address_to_start_from() -> None:
    line = "There is [a map](/map) of it in the lines of this paragraph."
    assert not any(isinstance(child, Link) for child in children(line))
    (link,) = (child for child in children(line, "https://x.example/a") if isinstance(child, Link))
    assert link.href == "https://x.example/map"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_could_act_is_its_words(address: str) -> None:
    line = f"There is [a map]({address}) of it in the lines of this paragraph."
    assert not any(isinstance(child, Link) for child in children(line))


def test_a_picture_alone_in_its_line_is_a_picture() -> None:
    figure = first_of("![The ferry at the pier](https://x.example/a.jpg)")
    assert isinstance(figure, Figure)
    assert [(image.src, image.alt) for image in figure.images] == [("https://x.example/a.jpg", "The ferry at the pier")]


def test_items_of_lists_have_marks_too() -> None:
    listed = first_of("- one [map](https://x.example/map)\n- *two*")
    assert isinstance(listed, List)
    assert listed.text == "one map\ntwo"


def test_a_star_is_a_star_where_nothing_says_markdown() -> None:
    line = "*) The price of a ticket * not counted * is four pounds, the company said on Friday."
    assert read_plain(f"Ferry returns\n\n{STORY}\n\n{line}").body[1].text == line
