"""SSML 1.1 that any service takes: valid, plain, and safe."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures.every_block import every_block
from lxml import etree

from a11ynews.errors import UsageError
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, Paragraph, Quote
from a11ynews.model.inlines import Span, Text
from a11ynews.render.ssml import Options, render

SCHEMA = Path(__file__).resolve().parents[3] / "../shared/eval/ssml11.rng"
PROFILES = ("brief", "normal", "full")
NAMESPACE = "{http://www.w3.org/2001/10/synthesis}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def paragraph(text: str) -> Paragraph:
    return Paragraph(children=(Text(text=text),))


def tree(article: Article, profile: str = "normal") -> etree._Element:
    return etree.fromstring(render(article, Options(profile=profile)).data)


def shape(element: etree._Element) -> list[tuple[str, str | None]]:
    return [(str(child.tag).removeprefix(NAMESPACE), child.text or child.get("time")) for child in element]


@pytest.mark.corpus
@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is in ../shared/eval, which is not here")
@pytest.mark.parametrize("profile", PROFILES)
def test_every_kind_of_block_is_valid_by_the_schema(profile: str) -> None:
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    schema.assertValid(tree(every_block(), profile))


@pytest.mark.corpus
@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is in ../shared/eval, which is not here")
def test_hostile_words_and_tags_are_valid_too() -> None:
    body = (
        Paragraph(
            lang='en" x="', children=(Span(lang="<fr>", children=(Text(text="]]> \x00 \ud800 \uffff <break/>"),)),)
        ),
        Paragraph(lang="a_b", children=(Text(text="&amp; ' \""),)),
    )
    article = Article(metadata=Metadata(title="<speak>", language="not a tag"), body=body)
    etree.RelaxNG(etree.parse(str(SCHEMA))).assertValid(tree(article))


def test_words_of_the_page_never_become_markup() -> None:
    root = tree(Article(body=(paragraph("<break time='9s'/> & <evil>"),)))
    assert [child.tag for child in root] == [f"{NAMESPACE}p"]
    assert "<break" in str(root.xpath("string()"))


def test_pauses_are_breaks_between_sentences_and_paragraphs() -> None:
    body = (paragraph("It sails."), Heading(level=2, children=(Text(text="The pier"),)), paragraph("It stands."))
    assert shape(tree(Article(body=body))) == [
        ("p", "It sails."), ("break", "900ms"), ("s", "The pier"), ("break", "500ms"), ("p", "It stands."),
    ]  # fmt: skip


def test_languages_are_marked_where_they_change() -> None:
    french = Span(lang="fr", children=(Text(text="bon voyage"),))
    body = (
        Paragraph(children=(Text(text="They say "), french)),
        Paragraph(lang="de", children=(Text(text="Gute Reise."),)),
    )
    root = tree(Article(metadata=Metadata(language="en-GB"), body=body))
    assert root.get(XML_LANG) == "en-GB"
    marked = [
        (str(element.tag).removeprefix(NAMESPACE), element.get(XML_LANG))
        for element in root.iter()
        if element.get(XML_LANG)
    ]
    assert marked == [("speak", "en-GB"), ("lang", "fr"), ("p", "de")]


def test_a_quote_is_said_lower() -> None:
    root = tree(Article(body=(Quote(blocks=(paragraph("We had spades."),)),)))
    assert [element.get("pitch") for element in root.iter(f"{NAMESPACE}prosody")] == ["-10%"]


def test_an_article_without_words_is_still_a_document() -> None:
    assert len(tree(Article())) == 0


def test_the_type_is_the_registered_one() -> None:
    assert render(Article()).media_type == "application/ssml+xml"


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(UsageError):
        render(Article(), Options(profile="chatty"))
