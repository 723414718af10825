"""Three parsers, one page: what html5lib, the Standard's algorithm in Python, says, the others have to say, too."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from a11ynews.read.scene.units import lay_out
from a11ynews.tree.page import TEXT, Page
from a11ynews.tree.parse import Parser, parse_page

PARSERS: tuple[Parser, ...] = ("lexbor", "lxml", "html5lib")
SHARED = Path(__file__).resolve().parents[3] / "../shared/corpora"
TREE_CASES = SHARED / "hostile-dev/html5lib-tree.json"

SNIPPETS = [
    "<p>One<p>Two <b>bold <i>both</b> italic</i> plain",
    "<p>a<section>b</section>c<aside>d</aside>",
    "<picture><source srcset=a><source srcset=b><img src=c></picture>after",
    "long<wbr>word <video><track src=a><source src=b>no video</video> end",
    "<ul><li>one<li>two<ul><li>deep</ul>tail</ul>rest",
    "<table><tr><td>a<td>b<tr><td>c</table>after",
    "<dl><dt>t<dd>d<dt>u<dd>e</dl>",
    "<p>a<!-- comment -->b<?php echo ?>c",
    "<title>A &amp; B</title><p>caf&eacute; &notit; &#x41;&#0;",
    "<script>var a = '<p>no</p>' && b</script><style>p > a {}</style><p>x",
    "<noscript><p>no script</p></noscript><p>x",
    "<textarea><b>raw</b></textarea><p>x",
    "<div>x<template><b>not shown</b></template>y</div>",
    "<figure><img alt=a><figcaption>caption</figcaption></figure>",
    "<h1>a<h2>b</h1>c",
    "<a href=1>one<a href=2>two</a>",
    "<html><body><p>in</body></html><p>after the end",
    "a\x00b<p>c\x00",
    "<details><summary>s</summary>d</details>",
    "<pre>\nfirst line\nsecond</pre>",
    "",
    " ",
    "<!-- only a comment -->",
    "just text",
]


def shape(page: Page) -> list[str]:
    """Elements and words in document order, white space aside."""
    found = []
    for tag, text in zip(page.tags, page.texts, strict=True):
        if tag != TEXT:
            found.append(f"<{tag}>")
        elif text.strip():
            found.append(" ".join(text.split()))
    return found


def characters(page: Page) -> str:
    """All characters but white space."""
    return "".join("".join(page.texts).split())


def is_sound(page: Page) -> bool:
    """Whether the arrays are those of a tree in pre-order, with no two text nodes side by side."""
    count = len(page)
    columns = (page.tags, page.parents, page.ends, page.texts, page.attributes)
    if any(len(column) != count for column in columns):
        return False
    open_nodes = [-1]
    for node, (parent, end) in enumerate(zip(page.parents, page.ends, strict=True)):
        while open_nodes[-1] >= 0 and page.ends[open_nodes[-1]] <= node:
            open_nodes.pop()
        inside = page.ends[parent] if parent >= 0 else count
        if parent != open_nodes[-1] or not node < end <= inside:
            return False
        if node and page.tags[node] == page.tags[node - 1] == TEXT and parent == page.parents[node - 1]:
            return False
        open_nodes.append(node)
    return page.parents.count(-1) == 1


@pytest.mark.parametrize("markup", SNIPPETS)
def test_the_default_parser_gives_the_tree_of_the_standard(markup: str) -> None:
    assert shape(parse_page(markup)) == shape(parse_page(markup, parser="html5lib"))


@pytest.mark.parametrize("markup", SNIPPETS)
def test_lxml_gives_the_same_words_in_the_same_order(markup: str) -> None:
    words = "".join(parse_page(markup, parser="html5lib").texts).split()
    assert "".join(parse_page(markup, parser="lxml").texts).split() == words


@pytest.mark.parametrize("markup", SNIPPETS)
@pytest.mark.parametrize("parser", PARSERS)
def test_the_arrays_are_those_of_a_tree(markup: str, parser: Parser) -> None:
    page = parse_page(markup, parser=parser, url="https://news.example/")
    assert is_sound(page)
    assert page.tags[0] == "html"
    assert page.url == "https://news.example/"
    assert page.notices == []


@pytest.mark.parametrize("parser", PARSERS)
def test_void_elements_hold_nothing(parser: Parser) -> None:
    page = parse_page("<picture><source><source><img></picture>a<wbr>b<embed>c<video><track>d</video>", parser=parser)
    for tag in ("source", "img", "wbr", "embed", "track"):
        assert [page.ends[node] - node for node in page.find(tag)] in ([1], [1, 1])
    picture = next(page.find("picture"))
    assert [page.tags[child] for child in page.children(picture)] == ["source", "source", "img"]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_block_ends_an_open_paragraph(parser: Parser) -> None:
    page = parse_page("<p>a<section>b</section>c", parser=parser)
    assert page.text(next(page.find("p"))) == "a"
    assert page.parents[next(page.find("section"))] == next(page.find("body"))


@pytest.mark.parametrize("parser", PARSERS)
def test_attributes_have_lower_case_names_and_strings_for_values(parser: Parser) -> None:
    page = parse_page("<a HREF='/X' Hidden data-a=1>y</a><svg viewBox='0 0 1 1'><clipPath></svg>", parser=parser)
    assert page.attributes[next(page.find("a"))] == {"href": "/X", "hidden": "", "data-a": "1"}
    assert page.attributes[next(page.find("svg"))] == {"viewbox": "0 0 1 1"}
    assert "clippath" in page.tags


@pytest.mark.parametrize("parser", PARSERS)
def test_text_beside_a_comment_is_one_node(parser: Parser) -> None:
    page = parse_page("<p>a<!-- -->b<!-- -->c<b>d</b></p>", parser=parser)
    assert [text for text in page.texts if text] == ["abc", "d"]


@pytest.mark.parametrize("parser", PARSERS)
def test_lone_surrogates_become_replacement_characters_and_pairs_their_character(parser: Parser) -> None:
    assert parse_page("a\ud800b\ud83d\ude00c", parser=parser).text(0) == "a\ufffdb\U0001f600c"


@pytest.mark.parametrize("parser", PARSERS)
def test_white_space_beside_blocks_is_no_node_and_between_words_it_is_one(parser: Parser) -> None:
    page = parse_page("<ul>\n <li> <b>One</b> <i>two</i>\n</li>\n</ul> <p>three", parser=parser)
    assert [text for text in page.texts if text] == ["One", " ", "two", "\n", "three"]


@pytest.mark.parametrize("parser", PARSERS)
def test_white_space_in_preformatted_text_is_kept(parser: Parser) -> None:
    page = parse_page("<pre>  <b>a</b>\n<div>  <i>b</i></div></pre>", parser=parser)
    assert page.text(0) == "  a\n  b"


@pytest.mark.parametrize("parser", PARSERS)
def test_the_content_of_scripts_is_there_for_readers_of_metadata(parser: Parser) -> None:
    page = parse_page('<script type="application/ld+json">{"a": "<b>"}</script>', parser=parser)
    assert page.text(next(page.find("script"))) == '{"a": "<b>"}'


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><template><li><a>Hidden</template><ul><li>Shown</ul></nav><p>After",
        "<template><template>a</template>b</template><p>Shown",
        "<p>One</br>two<p>three<br></br>four",
        "<script>x = '<template>'</script><p>Shown<!-- <template> --><p>After",
        "<p>Shown</template><p>After",
    ],
)
def test_lxml_sees_templates_and_breaks_as_browsers_do(markup: str) -> None:
    pages = [parse_page(markup, parser=parser) for parser in ("lexbor", "lxml")]
    assert pages[0].tags.count("br") == pages[1].tags.count("br")
    shown = [lay_out(page).text for page in pages]
    assert shown[0] == shown[1]
    assert not any("Hidden" in text for text in shown[0])


def test_a_chosen_option_is_not_there_twice() -> None:
    markup = "<select><button><selectedcontent></selectedcontent></button><option>once</option></select>"
    assert parse_page(markup).text(0) == "once"


@pytest.mark.corpus
@pytest.mark.skipif(not TREE_CASES.exists(), reason="../shared/corpora/hostile-dev is not here")
def test_the_inputs_of_html5lib_tests_give_html5libs_tree() -> None:
    cases = [case["data"] for case in json.loads(TREE_CASES.read_text())]
    other_text, other_tree, other_lxml = [], [], []
    for markup in cases:
        pages = {parser: parse_page(markup, parser=parser) for parser in PARSERS}
        assert all(is_sound(page) for page in pages.values()), markup
        expected = pages["html5lib"]
        if characters(pages["lexbor"]) != characters(expected):
            other_text.append(markup)
        if shape(pages["lexbor"]) != shape(expected):
            other_tree.append(markup)
        if characters(pages["lxml"]) != characters(expected):
            other_lxml.append(markup)
    # html5lib 1.1 is of 2020: it knows no template, and <isindex> and <select> as they were then.
    assert len(other_text) <= 4, other_text
    assert len(other_tree) <= 36, other_tree
    assert len(other_lxml) <= 24, other_lxml


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/corpora is not here")
def test_real_pages_have_html5libs_text_and_elements_with_every_parser() -> None:
    # All 1,255 pages, tried once: lexbor has html5lib's text and blocks on 1,254, and shows less of the other, of
    # whose templates html5lib 1.1 knows nothing; lxml has lexbor's on all. This is a small part of them.
    files = sorted(SHARED.glob("wcxb-dev/html/*.gz"))[::50] + sorted(SHARED.glob("fundus-dev/html/*.gz"))[::50]
    assert files
    for file in files:
        markup = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        found, expected = parse_page(markup), parse_page(markup, parser="html5lib")
        assert is_sound(found), file.name
        assert shape(found) == shape(expected), file.name
        assert parse_page(markup, parser="lxml").text(0).split() == expected.text(0).split(), file.name
