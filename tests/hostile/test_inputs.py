"""Whatever comes in, what comes out is an article or one of our own errors."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import a11ynews
from a11ynews.errors import A11yNewsError
from a11ynews.pipeline import Article, Parser
from a11ynews.tree.decode import decode

FOLDER = Path(__file__).resolve().parents[2] / "../shared/corpora/hostile-dev"
needs_inputs = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/corpora/hostile-dev is not there")

FORMS = ("html", "text", "markdown", "json", "ssml")
STORY = "<p>The island ferry sails again on Monday, four months after a storm broke the pier, the company said.</p>"


@cache
def inputs(name: str) -> tuple[dict[str, str], ...]:
    return tuple(json.loads((FOLDER / f"html5lib-{name}.json").read_text(encoding="utf-8")))


def written(article: Article) -> None:
    """Write all text forms; every one can be encoded."""
    for form in FORMS:
        article.render(form).text.encode()


def tried(source: str | bytes, parser: Parser = "lexbor") -> None:
    try:
        article = a11ynews.parse(source, parser=parser)
    except A11yNewsError:
        return
    written(article)


@pytest.mark.corpus
@needs_inputs
@pytest.mark.parametrize("name", ["tree", "tokenizer"])
def test_every_input_of_html5libs_tests_is_read_and_written(name: str) -> None:
    for entry in inputs(name):
        tried(entry["data"])
        tried(f"<article><h1>Ferry</h1>{STORY}{entry['data']}{STORY}")


@pytest.mark.corpus
@needs_inputs
def test_every_parser_takes_them() -> None:
    for entry in (*inputs("tree")[::11], *inputs("tokenizer")[::17]):
        tried(entry["data"], "lxml")
        tried(entry["data"], "html5lib")


@pytest.mark.corpus
@needs_inputs
def test_every_encoding_of_html5libs_tests_is_known() -> None:
    for entry in inputs("encoding"):
        data = base64.b64decode(entry["data_b64"])
        tried(data)
        decode(data)


_MARKS = """
<p> <p </p> <div> </div> <b> </b> <i> </i> <a href=x> </a> <table> </table> <tr> <td> <th scope=col> <ul> <li> </ul>
<h1> </h1> <h2> <blockquote> </blockquote> <figure> </figure> <img src=a alt=b> <figcaption> <pre> </pre> <code> <svg>
</svg> <math> </math> <mi> <script> </script> <style> </style> <template> </template> <select> <option> <title> </title>
<textarea> <plaintext> <noscript> </noscript> <iframe src=x> <object> <article> </article> <body> <html> <head>
<frameset> <dl> <dt> <dd> <details> <summary> <ruby> <rt> <sup> <time datetime=9999-99-99> <br> <hr> <video src=x>
<!-- --> <![CDATA[ ]]> &amp; &#0; &#x110000; &notit; " ' < > = / \x00 \ud800 \u202e word words. 1999-02-30 © “ ”
<p lang=zz-ZZ> <p dir=auto> <td colspan=9999999999> <ol start=-999999999999999999999> <li value=x> <a href="http://[">
<meta charset=utf-7> <meta name=author content=x> <base href="javascript:x"> <a href=#a id=a> <p itemprop=headline>
<script type="application/ld+json">
"""
_PIECES = re.findall(r"<[^<>\n]*>|\S+", _MARKS)
_MARKUP = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_MARKUP, st.sampled_from(("lexbor", "lxml", "html5lib")))
def test_no_markup_brings_anything_but_an_article(markup: str, parser: Parser) -> None:
    written(a11ynews.parse(f"<article><h1>Ferry</h1>{STORY}{markup}{STORY}", parser=parser))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from((b"", b"<p>", b"\xff\xfe", b"\xef\xbb\xbf", b"<meta charset=gbk>")))
def test_no_bytes_bring_anything_but_an_article_or_our_error(data: bytes, start: bytes) -> None:
    tried(start + data)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.just("2024-13-45T99:99+99:99"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
_NAMES = """
@type @graph @id headline author name publisher datePublished dateModified image url description keywords
articleSection inLanguage mainEntityOfPage isPartOf alternativeHeadline video caption
"""
_KEYS = _NAMES.split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_KEYS), _VALUES), max_size=8), st.sampled_from(("NewsArticle", "Person")))
def test_no_json_ld_brings_anything_but_an_article(pairs: list[tuple[str, object]], kind: str) -> None:
    data = json.dumps({"@type": kind, **dict(pairs)}).replace("<", "\\u003c")
    page = f'<script type="application/ld+json">{data}</script><article><h1>Ferry</h1>{STORY}'
    written(a11ynews.parse(page, "https://news.example/"))


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": ' + "9" * 5000 + "}",
        '{"@type": "NewsArticle", "author": ' + "[" * 100_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        '{"@graph": [{"@id": "#a", "author": {"@id": "#b"}}, {"@id": "#b", "author": {"@id": "#a"}}]}',
        '{"@type": "NewsArticle", "datePublished": NaN, "headline": Infinity}',
        '{"@type": ["NewsArticle", {}], "headline": {"@value": []}, "author": [[[[]]]]}',
        '{"@type": "NewsArticle", "headline": "\\ud800"}',
    ],
)
def test_json_ld_that_is_absurd_is_passed_over(text: str) -> None:
    page = f'<script type="application/ld+json">{text}</script><article><h1>Ferry</h1>{STORY}{STORY}</article>'
    article = a11ynews.parse(page)
    assert article.body
    written(article)


_DATES = cycle(["0000-00-00", "99999-01-01", "2024-01-01T24:60", "2024-01-01T00:00+99:99", "٢٠٢٤-٠١-٠١", "1-1-1", "-1"])


@pytest.mark.parametrize("date", [next(_DATES) for _ in range(7)])
@pytest.mark.parametrize(
    "place",
    [
        '<meta property="article:published_time" content="%s">',
        '<time datetime="%s">%s</time>',
        "<p>Published %s</p>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>',
    ],
)
def test_dates_that_never_were_are_passed_over(place: str, date: str) -> None:
    markup = place.replace("%s", date)
    written(a11ynews.parse(f"{markup}<article><h1>Ferry</h1>{markup}{STORY}{STORY}</article>"))


@pytest.mark.parametrize("label", ["zlib", "rot13", "hex", "idna", "unicode_escape", "utf-7", "undefined", "x" * 9999])
def test_an_encoding_that_is_none_of_the_web_is_never_used(label: str) -> None:
    page = f'<meta charset="{label}"><article><h1>Ferry +ADw-b+AD4-</h1>{STORY}{STORY}'.encode()
    for article in (a11ynews.parse(page), a11ynews.parse(page, encoding=label)):
        assert article.title == "Ferry +ADw-b+AD4-"


@pytest.mark.parametrize("data", [b"", b"\x00" * 1000, b"\xff" * 1000, b"\xfe\xff\xd8\x00" * 50, bytes(range(256)) * 9])
def test_bytes_that_are_no_page_are_read_as_far_as_they_go(data: bytes) -> None:
    tried(data)
    tried(b"<p>" + data)
