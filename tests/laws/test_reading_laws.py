"""Laws of reading: whatever comes in, nothing is raised but our own, and no character is lost or doubled."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import count

import pytest
from fixtures.conservation import SHAPELESS, visible_characters
from fixtures.work import lines_run
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from a11ynews.errors import A11yNewsError
from a11ynews.model import codec
from a11ynews.model.article import Article
from a11ynews.model.walk import visible_text
from a11ynews.pipeline import parse
from a11ynews.read.choice.trees import Classifier, classifier_from
from a11ynews.read.html import read_html
from a11ynews.read.scene.units import lay_out
from a11ynews.render import html, json, markdown, ssml, text
from a11ynews.tree.limits import Limits
from a11ynews.tree.parse import Parser, parse_page

pytestmark = pytest.mark.property

LAW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# -- soup --------------------------------------------------------------------------------------------

_TAGS = (
    *("p", "div", "section", "article", "main", "aside", "nav", "header", "footer", "h1", "h2", "h4", "blockquote"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "figure", "figcaption", "pre", "code"),
    *("a", "b", "em", "span", "sup", "sub", "ruby", "rt", "rp", "time", "q", "cite", "del", "mark", "kbd", "abbr"),
    *("script", "style", "template", "noscript", "iframe", "title", "svg", "math", "mi", "annotation", "object"),
    *("button", "select", "option", "textarea", "form", "label", "details", "summary", "video", "audio", "picture"),
    *("img", "br", "hr", "input", "wbr", "source", "base", "meta", "link", "body", "head", "html", "made-up"),
)
_NAMES = (
    *("related", "share-buttons", "article-body", "byline", "author", "date", "caption", "footnotes", "note", "ad"),
    *("comment", "tags", "pull-quote", "credit", "skip-link", "hidden", "MathJax", "highlight", "post-content", "x"),
)
_ADDRESSES = ("/x", "#a", "#b", "https://e.example/a.jpg", "javascript:alert(1)", "http://[", "mailto:a@e.example", "")
_WORDS = (
    *("The ferry sails on Monday.", "It costs 2 crowns, the company said.", "By Ada Reed", "3 May 2024", "1", "[1]"),
    *("Advertisement", "Read more: x", "Related", "Share", "* * *", "- one\n- two", "1. one", "a & b", "&amp;", "&#0;"),
    *(
        "漢字",
        "フェリー",
        "العبّارة",
        "é",
        "e\u0301",
        "\u00a0",
        "\u200b",
        "👩\u200d👧",
        "$x^2$",
        "\\(a\\)",
        "↩",
        "<",
        ">",
    ),
    *("PARIS, 3 May —", "“So,” he said.", "Photo: Ada", "FILE - The pier.", "--", "\x0c", "\x00", "\ufeff", "]]>"),
    "The island ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday. ",
)

words = st.one_of(st.sampled_from(_WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
attributes = st.one_of(
    st.just(""),
    st.sampled_from(_NAMES).map(lambda name: f' class="{name}"'),
    st.sampled_from(("a", "b", "story")).map(lambda name: f' id="{name}"'),
    st.sampled_from(_ADDRESSES).map(lambda address: f' href="{address}" src="{address}"'),
    st.sampled_from((" hidden", ' style="display:none"', ' lang="fr"', ' dir="rtl"', ' alt="A pier"', ' rel="author"')),
    st.sampled_from((' colspan="3" rowspan="2"', ' itemprop="author"', ' role="navigation"', " open", ' start="5"')),
)
starts = st.builds(lambda tag, own: f"<{tag}{own}>", st.sampled_from(_TAGS), attributes)
ends = st.sampled_from(_TAGS).map(lambda tag: f"</{tag}>")
soups = st.lists(st.one_of(starts, ends, words, words), max_size=24).map("".join)
"""Markup as it comes: tags that close what is not open, tables without rows, names that mean something."""


def _nest(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(parts, max_size=4).map("".join)
    return st.builds(lambda tag, own, held: f"<{tag}{own}>{held}</{tag}>", st.sampled_from(_TAGS), attributes, inner)


pages = st.one_of(soups, st.lists(st.recursive(words, _nest, max_leaves=12), max_size=6).map("".join))
parsers: st.SearchStrategy[Parser] = st.sampled_from(("lexbor", "lxml", "html5lib"))


EVERYTHING = classifier_from({"names": ["length"], "stages": [{"trees": [[[5.0]]], "low": -99.0, "high": 99.0}]})
"""Weights that take all of a page for story: so that all of it is built, however foul."""


def shaped(source: str) -> Counter[str]:
    """Count characters; white space, controls and what has no shape are ours to set or to leave out."""
    found = Counter(source)
    for one in [*found]:
        if one.isspace() or one in SHAPELESS or unicodedata.category(one) == "Cc":
            del found[one]
    return found


# -- nothing is raised -------------------------------------------------------------------------------


@LAW
@given(st.one_of(st.binary(max_size=400), pages.map(str.encode), pages.map(lambda page: page.encode("utf-16"))))
def test_bytes_raise_nothing_but_our_own_errors(data: bytes) -> None:
    try:
        article = parse(data)
    except A11yNewsError:
        return
    assert isinstance(article, Article)


@LAW
@given(st.one_of(st.text(max_size=300), pages), parsers)
def test_text_is_always_an_article(source: str, parser: Parser) -> None:
    assert isinstance(parse(source, "https://news.example/x", parser=parser), Article)


@LAW
@given(pages)
def test_every_form_of_it_can_be_written(source: str) -> None:
    article = parse(source)
    for renderer in (html, text, markdown, json, ssml):
        assert isinstance(renderer.render(article).content, bytes | str)


# -- nothing is lost, nothing is doubled -------------------------------------------------------------


@LAW
@given(pages, parsers, st.sampled_from((None, EVERYTHING)))
@example("<pre>\x1b", "lexbor", None)
@example("The ferry sails.<blockquote><svg>The ferry sails on Monday.</svg></blockquote>", "lexbor", EVERYTHING)
@example("<video>* * *", "lexbor", EVERYTHING)
@example("<details open><summary>All</summary><p>The ferry sails on Monday.</details>", "lexbor", EVERYTHING)
def test_each_visible_character_of_markup_is_accounted_for_once(
    source: str, parser: Parser, classifier: Classifier | None
) -> None:
    page = parse_page(source, parser=parser)
    seen = "".join(visible_characters(page).elements())
    assert shaped(visible_text(read_html(page, classifier=classifier))) == shaped(seen)


@LAW
@given(st.lists(words.filter(lambda word: "<" not in word), max_size=12), st.sampled_from(("\n", "\n\n", "\r\n", " ")))
def test_each_visible_character_of_plain_text_is_accounted_for_once(lines: list[str], joint: str) -> None:
    source = joint.join(lines)
    assert shaped(visible_text(parse(source))) == shaped(source)


# -- what is read is stable --------------------------------------------------------------------------


@LAW
@given(pages)
def test_reading_twice_gives_the_same(source: str) -> None:
    once, again = parse(source), parse(source)
    assert once == again
    assert json.render(once).text == json.render(again).text


@LAW
@given(pages)
def test_json_gives_back_the_same_article(source: str) -> None:
    article = read_html(parse_page(source))
    assert codec.decode(codec.encode(article)) == article


_LINES = st.sampled_from(
    (
        "The ferry sails on Monday, said number №.",
        "It costs <b>two</b> crowns by day, and № by night.",
        "“So it is,” <em>he</em> said, and left <a href=https://e.example/x>pier №</a>.",
        "フェリーは№月曜日に出ます、と会社は述べた。",
        "A &amp; B, or &lt;c&gt;: who knows, after № days?",
        "It ends <code>here()</code>, at x<sup>2</sup> and № degrees.",
    )
)
"""Each № becomes a number of its own: what stands there twice is no matter of these laws."""
_ITEMS = st.lists(_LINES.map("<li>{}</li>".format), min_size=2, max_size=4).map("".join)
_BLOCKS = st.one_of(
    _LINES.map("<p>{}</p>".format),
    st.sampled_from(("<h2>What № costs</h2>", "<h3>What comes after №</h3>", "<hr>")),
    _ITEMS.map("<ul>{}</ul>".format),
    _ITEMS.map("<ol start=3>{}</ol>".format),
    _LINES.map("<blockquote><p>{}</p></blockquote>".format),
    _LINES.map("<figure><img src=https://e.example/a.jpg alt=Pier><figcaption>{}</figcaption></figure>".format),
    _LINES.map("<table><tr><th>Day<th>Note</tr><tr><td>Monday<td>{}</tr></table>".format),
    _LINES.map("<pre><code>{}</code></pre>".format),
)
_OPENING = """<html lang=en><title>Ferry returns to Skerra</title><article><h1>Ferry returns to Skerra</h1>
<p>The island ferry sails again on Monday, four months after a storm broke the pier, the company said on Friday.
<p>“We have waited for this all winter long,” said Tomas Brek, who keeps the only shop on the island of Skerra.
<p>A crossing takes 40 minutes and costs what it did, and the school choir will sing when the ramp comes down."""
_CLOSING = "<p>On Sunday the milk trucks sounded their horns, and the baker walked on board to ask for some flour."
"""No story ends in a heading: one that has nothing under it is left out of a page that has a foot."""
_STORY_ALONE = html.Options(reading_time=False, contents=0, aids=False)
"""Without what our page adds to a story."""


@LAW
@given(st.lists(_BLOCKS, max_size=8).map("".join), st.booleans())
def test_our_own_page_is_read_back_block_by_block(blocks: str, document: bool) -> None:  # noqa: FBT001 - drawn
    number = count(100)
    article = parse(_OPENING + re.sub("№", lambda _: str(next(number)), blocks) + _CLOSING)
    again = parse(article.to_html(document=document, options=_STORY_ALONE))
    assert [(type(block), block.text) for block in again.body] == [(type(block), block.text) for block in article.body]
    assert again.title == article.title
    assert again.language == article.language or not document  # half of these stories are in two languages


# -- growth ------------------------------------------------------------------------------------------


def reading_work(source: str) -> int:
    """Return the lines run to read a page.

    The trees of the shipped weights are left out: what they ask of a unit has a bound of its own, and how
    soon they are sure of it is no matter of size. Depth costs, up to the limit, which is reached at once here.
    """
    page = parse_page(source, limits=Limits(max_depth=10))
    return lines_run(lambda: read_html(page, classifier=EVERYTHING))


@settings(LAW, max_examples=20)
@given(pages)
@example("Ø<blockquote>0")
@example("The ferry sails on Monday.<p><form>The ferry sails on Monday.</p>")
def test_twice_the_page_is_about_twice_the_work(source: str) -> None:
    assume(len(lay_out(parse_page(source))) > 1)
    once = "<body>" + source * 120  # what begins with some size (the search for a byline at the end) is little here
    reading_work(once + source * 120)  # the first call fills caches of names and labels
    assert reading_work(once + source * 120) < 2.5 * reading_work(once)
