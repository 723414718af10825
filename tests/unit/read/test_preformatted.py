"""A page that is one piece of preformatted text is a text file, and is read as one."""

from __future__ import annotations

import pytest

from a11ynews.model.article import Article
from a11ynews.model.blocks import CodeBlock, Paragraph
from a11ynews.model.walk import visible_text
from a11ynews.read.html import read_html
from a11ynews.read.plain import read_plain
from a11ynews.read.preformatted import read_preformatted
from a11ynews.read.scene.features import Surroundings
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

TEXT = """Ferry returns to Skerra

The island ferry sails again on Monday, four months after a storm broke the pier, the
company said on Friday.

A crossing takes 40 minutes and costs what it did, and the school choir will sing when
the ramp comes down.
"""


def read(markup: str) -> Article | None:
    page = parse_page(markup, url="https://news.example/ferry.txt")
    return read_preformatted(page, Surroundings(page, lay_out(page)))


def test_a_text_file_as_a_browser_shows_it_is_read_as_the_file_would_be() -> None:
    found, plain = read(f"<html><body><pre>{TEXT}</pre></body></html>"), read_plain(TEXT)
    assert found is not None
    assert found.title == plain.title == "Ferry returns to Skerra"
    assert found.text == plain.text
    assert [type(block) for block in found.body] == [Paragraph, Paragraph]


def test_the_whole_reader_takes_this_way() -> None:
    assert read_html(parse_page(f"<pre>{TEXT}</pre>")).text == read_plain(TEXT).text


def test_a_little_beside_the_text_is_removed_with_a_reason() -> None:
    found = read(f"<body><div id=top><a href=/>Index</a></div><pre>{TEXT}</pre>")
    assert found is not None
    beside = found.removed[-1]
    assert (beside.text, beside.rule, beside.where) == ("Index", "beside-preformatted", "html > body > div#top")
    assert beside.reason
    assert sorted(visible_text(found).split()) == sorted(["Index", *TEXT.split()])


@pytest.mark.parametrize(
    "markup",
    [
        f"<pre class=language-python>{TEXT}</pre>",
        f"<pre><code>{TEXT}</code></pre>",
        f"<pre>{TEXT}<b>bold</b></pre>",
        f"<pre>{TEXT}</pre><pre>{TEXT}</pre>",
        f"<p>{TEXT * 2}</p><pre>{TEXT}</pre>",
        f"<p>{TEXT}</p>",
        "<pre></pre>",
        "<pre> </pre><p>Words.</p>",
        "",
    ],
    ids=["has a class", "has code", "has markup", "two of them", "half the page", "none", "empty", "blank", "no page"],
)
def test_code_and_mixed_pages_are_not_read_so(markup: str) -> None:
    assert read(markup) is None


def test_code_in_a_story_stays_code() -> None:
    story = "<p>The keeper of the shop wrote a program, and it fits on one line, as he likes to show.</p>" * 3
    found = read_html(parse_page(f"<article><h1>Ferry</h1>{story}<pre>print(6 * 7)</pre>{story}</article>"))
    assert [block.text for block in found.body if isinstance(block, CodeBlock)] == ["print(6 * 7)"]
