from __future__ import annotations

import pytest
from lxml import etree, html

from a11ynews.errors import LimitError
from a11ynews.tree.limits import Limits
from a11ynews.tree.lxml_element import page_from_lxml


def test_a_document_is_read_as_it_is() -> None:
    root = html.document_fromstring("<title>t</title><p class='a b'>one <b>two</b> three</p>tail")
    page = page_from_lxml(root, "https://news.example/")
    assert page.tags == ["html", "head", "title", "", "body", "p", "", "b", "", "", ""]
    assert page.text(0) == "tone two threetail"
    assert page.attributes[5] == {"class": "a b"}
    assert page.url == "https://news.example/"


def test_a_part_is_read_as_the_body_of_a_page_without_what_follows_it() -> None:
    root = html.document_fromstring("<div><p>one</p>tail of the paragraph</div>")
    page = page_from_lxml(root[0][0][0])
    assert page.tags == ["html", "body", "p", ""]
    assert page.text(0) == "one"


def test_comments_and_instructions_are_left_out_and_what_follows_them_is_not() -> None:
    root = etree.fromstring("<p>a<!-- no -->b<?no no?>c<b/>d</p>")
    assert [text for text in page_from_lxml(root).texts if text] == ["abc", "d"]


def test_names_in_a_namespace_are_read_by_their_local_part() -> None:
    root = etree.fromstring(
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><body><P xmlns="">x</P></body></html>',
    )
    page = page_from_lxml(root)
    assert page.tags == ["html", "body", "p", ""]
    assert page.attributes[0] == {"xml:lang": "de"}


def test_void_elements_that_lxml_nests_are_set_side_by_side() -> None:
    page = page_from_lxml(html.fromstring("<picture><source><source><img>after</picture>"))
    picture = next(page.find("picture"))
    assert [page.tags[child] for child in page.children(picture)] == ["source", "source", "img", ""]


def test_the_callers_tree_is_not_changed() -> None:
    root = html.document_fromstring("<p>a<wbr>b<section>c</section>d<!-- e --></p><picture><source><img></picture>")
    before = etree.tostring(root)
    page_from_lxml(root)
    assert etree.tostring(root) == before


def test_the_callers_paragraphs_stay_as_the_caller_has_them() -> None:
    root = etree.fromstring("<div><p>a<section>b</section>c</p></div>")
    page = page_from_lxml(root)
    assert page.text(next(page.find("p"))) == "abc"


def test_depth_is_no_matter() -> None:
    root = current = etree.Element("div")
    for _ in range(20_000):
        current = etree.SubElement(current, "div")
    current.text = "deep"
    page = page_from_lxml(root)
    assert page.text(0) == "deep"
    assert [notice.kind for notice in page.notices] == ["limit-depth"]
    with pytest.raises(LimitError):
        page_from_lxml(root, limits=Limits(strict=True))


def test_a_comment_alone_is_an_empty_page() -> None:
    page = page_from_lxml(etree.Comment("x"))
    assert page.tags == ["html", "body"]
