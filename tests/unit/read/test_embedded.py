"""Stories that a page carries as data and does not show."""

from __future__ import annotations

import html
import json

import pytest

import a11ynews
from a11ynews.model.blocks import Heading, List, Paragraph, Quote

PARAGRAPHS = [
    "The ferry to the island sails again on Monday, the harbour said, and the crossing takes an hour as before.",
    "It was in the yard all winter, where it got a new engine & a ramp that people in wheelchairs can use alone.",
    "Tickets cost the same as last year; those who live on the island pay half, and children travel free of charge.",
    "In summer there will be two more trips a day, if the weather allows, and one at night on Saturdays for visitors.",
]
TEXT = "\n\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{html.escape(text)}</p>" for text in PARAGRAPHS)
TITLE = "Ferry returns to Skerra"


def shell(script: str, body: str = '<div id="root"></div>') -> a11ynews.Article:
    return a11ynews.parse(
        f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body>{body}{script}</body></html>"
    )


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def state(data: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'


SLATE = [{"type": "paragraph", "children": [{"text": text[:20]}, {"text": text[20:]}]} for text in PARAGRAPHS]
ARC = [{"type": "text", "content": html.escape(text)} for text in PARAGRAPHS]
CONTENTFUL = [
    {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text, "marks": []}]} for text in PARAGRAPHS
]


@pytest.mark.parametrize(
    "script",
    [
        linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT}),
        linked({"@graph": [{"@type": "WebPage"}, {"@type": "Article", "articleBody": MARKUP}]}),
        linked({"@type": "NewsArticle", "articleBody": html.escape(MARKUP)}),
        state({"props": {"pageProps": {"article": {"title": TITLE, "body": MARKUP}}}}),
        state({"props": {"pageProps": {"article": {"title": TITLE, "paragraphs": PARAGRAPHS}}}}),
        state({"props": {"post": {"title": {"rendered": TITLE}, "content": {"rendered": MARKUP}}}}),
        state({"page": {"headline": TITLE, "body": SLATE}}),
        state({"page": {"headline": TITLE, "document": {"nodeType": "document", "content": CONTENTFUL}}}),
        f"<script>a.b={json.dumps({'headlines': {'basic': TITLE}, 'content_elements': ARC})};run()</script>",
    ],
)
def test_the_story_is_read_from_the_data_of_a_page_that_shows_none(script: str) -> None:
    found = shell(script)
    assert [block.text for block in found.body] == PARAGRAPHS
    assert all(isinstance(block, Paragraph) for block in found.body)
    assert "embedded-story" in [notice.kind for notice in found.warnings]
    assert found.kind == "article"


def test_what_the_page_shows_of_it_is_accounted_for() -> None:
    teaser = f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></article>"
    found = shell(linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT}), teaser)
    assert len(found.body) == len(PARAGRAPHS)
    assert [(piece.kind, piece.text) for piece in found.removed] == [("shown-instead", PARAGRAPHS[0])]


def test_a_page_that_shows_its_story_is_read_as_it_is_shown() -> None:
    shown = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2])
    found = shell(linked({"@type": "NewsArticle", "articleBody": TEXT}), f"<article>{shown}</article>")
    assert len(found.body) == 2
    assert "embedded-story" not in [notice.kind for notice in found.warnings]


def test_pieces_become_the_blocks_they_say_they_are() -> None:
    pieces = [
        {"type": "text", "content": PARAGRAPHS[0]},
        {"type": "header", "level": 2, "content": "What it costs"},
        {"type": "image", "caption": "Not text of the story", "url": "a.jpg"},
        {"type": "text", "content": PARAGRAPHS[1]},
        {"type": "list", "items": [{"type": "text", "content": "Adults: 20"}, {"type": "text", "content": "Bikes: 4"}]},
        {"type": "quote", "content": "It is good to be back."},
        {"type": "text", "content": PARAGRAPHS[2]},
        {"type": "interstitial_link", "content": "Read more about ferries", "url": "/x"},
    ]
    found = shell(state({"story": {"headline": TITLE, "content_elements": pieces}}))
    assert [type(block) for block in found.body] == [Paragraph, Heading, Paragraph, List, Quote, Paragraph]
    assert "Read more" not in found.text


def test_of_several_stories_in_the_data_the_one_under_the_pages_headline_is_taken() -> None:
    other = "".join(f"<p>Another story, longer than the one that was asked for. {text * 3}</p>" for text in PARAGRAPHS)
    data = {"stories": [{"title": "Something else", "body": other}, {"title": TITLE, "body": MARKUP}]}
    assert [block.text for block in shell(state(data)).body] == PARAGRAPHS


def test_of_several_stories_without_the_headline_none_is_guessed() -> None:
    stories = [{"title": f"Story {n}", "body": MARKUP.replace("ferry", f"ship {n}")} for n in "12"]
    data = {"stories": stories}
    found = shell(state(data))
    assert (found.body, found.kind) == ((), "script-shell")


def test_related_stories_and_comments_in_the_data_are_not_looked_at() -> None:
    data = {"related": [{"title": TITLE, "body": MARKUP}], "comments": {"content": MARKUP}}
    assert shell(state(data)).body == ()


def test_data_are_never_markup_that_acts() -> None:
    evil = MARKUP + "<script>alert(1)</script><img src=x onerror=alert(2)>"
    written = shell(state({"title": TITLE, "body": evil})).to_html()
    assert "alert(" not in written


@pytest.mark.parametrize(
    "script",
    [
        state({"body": {"content": [[[["x" * 400]]]]}}),
        '<script type="application/json">' + "[" * 5000 + "</script>",
        '<script type="application/json">' + '{"body":' * 900 + '"x"' + "}" * 900 + "</script>",
        "<script>a = {" + '"a": {' * 3000 + "</script>",
        linked({"articleBody": ["x", 1, None, {"@value": "y"}]}) + "<!-- " + "x" * 400 + " -->",
        linked({"articleBody": "\ud800" + TEXT}),
    ],
)
def test_odd_data_do_no_harm(script: str) -> None:
    assert shell(script).kind in ("script-shell", "article", "not-an-article")
