"""What looks like furniture by its container and is the story: it stays. Pages of our own writing."""

from __future__ import annotations

import pytest

from a11ynews.model.article import Article
from a11ynews.model.blocks import List, Table
from a11ynews.read.html import read_html
from a11ynews.tree.parse import parse_page

PARAGRAPHS = (
    "The island of Skerra has its ferry back, four months after a storm broke the pier, the company said on Friday.",
    "The boat carries sixty-four cars and needs forty minutes for the crossing, which the old one did in fifty-five.",
    "Its batteries are charged at night, when power is cheap, and the harbour master says that nobody hears it leave.",
    "Shops on the island had run short of fuel and flour in January, and two of them closed for good, owners said.",
    "A second boat is to follow in autumn, if the council agrees to pay a third of it, which it will vote on in May.",
)
MENU = "<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/sport>Sport</a></ul></nav>"
FOOT = "<footer><p>© 2026 The Harbour Voice. All rights reserved.</p><a href=/about>About us</a></footer>"
ASIDE = (
    "<aside class=related><h2>Most read</h2><ul><li><a href=/1>Bakery wins prize for the third year running</a>"
    "<li><a href=/2>Council votes on a new bridge over the river</a></ul></aside>"
)


def page(story: str) -> Article:
    markup = f"<html><body>{MENU}<h1>Ferry returns to Skerra</h1>{story}{ASIDE}{FOOT}"
    return read_html(parse_page(f"<!doctype html>{markup}", url="https://harbour.example/a"))


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "container",
    [
        "<div class=paywall>", "<form action=/vote>", "<div class='subscribe-wall premium'>",
        "<div id=newsletter-story>",
        "<section class=related-content>", "<div class=modal-body>", "<div class='share-story'>", "<div class=sidebar>",
        "<main><div class=comments-enabled>", "<div class='ad-layout'>",
    ],
)  # fmt: skip
def test_a_story_in_a_container_with_a_bad_name_is_whole(container: str) -> None:
    article = page(f"{container}{paragraphs(*PARAGRAPHS)}")
    assert [block.text for block in article.body] == list(PARAGRAPHS)


def test_the_rest_of_a_story_behind_the_mark_of_a_paywall_is_kept() -> None:
    article = page(
        f"<article>{paragraphs(*PARAGRAPHS[:2])}<div class=paywall>{paragraphs(*PARAGRAPHS[2:])}</div></article>"
    )
    assert [block.text for block in article.body] == list(PARAGRAPHS)


def test_panels_of_an_accordion_are_kept_with_what_opens_them() -> None:
    questions = ("When does it sail?", "What does it cost?", "May I bring a dog?")
    panels = "".join(
        f"<details><summary>{question}</summary><p>{text}</p></details>"
        for question, text in zip(questions, PARAGRAPHS[1:], strict=False)
    )
    text = page(f"<main>{paragraphs(*PARAGRAPHS[:2])}{panels}</main>").text
    assert all(question in text for question in questions)
    assert all(paragraph in text for paragraph in PARAGRAPHS[:4])


def test_panels_of_tabs_are_kept_though_all_but_one_are_out_of_sight() -> None:
    tabs = "".join(
        f"<div role=tabpanel class=tab-pane id=t{number}{' hidden' if number else ''}><p>{text}</p></div>"
        for number, text in enumerate(PARAGRAPHS[2:])
    )
    text = page(f"<article>{paragraphs(*PARAGRAPHS[:2])}<div class=tabs>{tabs}</div></article>").text
    assert sum(paragraph in text for paragraph in PARAGRAPHS) >= len(PARAGRAPHS) - 1


def test_a_table_that_is_the_story_is_a_table() -> None:
    rows = "".join(f"<tr><th scope=row>{day}<td>07:{minute}<td>18:{minute}" for day, minute in
                   zip(("Monday", "Tuesday", "Wednesday", "Thursday"), (10, 20, 30, 40), strict=True))  # fmt: skip
    article = page(
        f"<article>{paragraphs(*PARAGRAPHS[:2])}<table><tr><th>Day<th>Out<th>Back{rows}</table>"
        f"{paragraphs(*PARAGRAPHS[2:])}</article>"
    )
    (table,) = (block for block in article.body if isinstance(block, Table))
    assert "Wednesday" in table.text
    assert "18:40" in table.text


def test_a_list_that_is_the_story_is_a_list_with_all_its_items() -> None:
    items = ("Bring a warm coat", "Be there at 6:30", "Dogs travel free", "Bicycles cost two pounds")
    listed = "".join(f"<li>{item}" for item in items)
    article = page(f"<article>{paragraphs(*PARAGRAPHS[:2])}<ul>{listed}</ul>{paragraphs(*PARAGRAPHS[2:])}</article>")
    (found,) = (block for block in article.body if isinstance(block, List))
    assert found.text.split("\n") == list(items)


def test_a_post_from_elsewhere_inside_the_story_is_kept() -> None:
    post = (
        "<blockquote class=twitter-tweet><p>Nobody hears it leave. I woke up and it was gone.</p>"
        "&mdash; Bo Reed (@boreed) <a href=https://twitter.com/boreed/status/1>March 9, 2026</a></blockquote>"
    )
    article = page(f"<article>{paragraphs(*PARAGRAPHS[:3])}{post}{paragraphs(*PARAGRAPHS[3:])}</article>")
    assert "Nobody hears it leave" in article.text
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)


def test_code_and_short_lines_of_documentation_are_kept() -> None:
    story = (
        "<main><p>The timetable is also an interface for programs, which anybody may use without a key or a fee.</p>"
        "<h2>Get a day</h2><pre><code>GET /days/monday</code></pre><p>Returns the departures of that day.</p>"
        "<h2>Get a boat</h2><pre><code>GET /boats/kittiwake</code></pre><p>Returns what is known of that boat.</p>"
    )
    text = page(story).text
    for words in ("GET /days/monday", "Get a boat", "Returns what is known of that boat."):
        assert words in text


def test_what_is_beside_the_story_is_not_in_it() -> None:
    article = page(f"<article>{paragraphs(*PARAGRAPHS)}</article>")
    removed = "\n".join(piece.text for piece in article.removed)
    assert [block.text for block in article.body] == list(PARAGRAPHS)
    assert all(words in removed for words in ("Sport", "Bakery wins prize", "All rights reserved"))
