"""SSML as each service takes it: golden files, and nothing in them that the service's table lacks."""

from __future__ import annotations

import pytest
from fixtures.every_block import every_block
from fixtures.golden import Golden
from lxml import etree

from a11ynews.errors import UsageError
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import Span, Text
from a11ynews.pipeline import parse
from a11ynews.render.ssml import Options, render
from a11ynews.render.ssml_dialects import DIALECTS

NAMES = sorted(DIALECTS)
COMMON = {
    "speak": {"version", "lang"}, "p": set(), "s": set(), "break": {"time"}, "lang": {"lang"}, "prosody": {"pitch"},
    "mark": {"name"},
}  # fmt: skip
ALLOWED: dict[str, dict[str, set[str]]] = {
    "plain": {**COMMON, "p": {"lang"}, "s": {"lang"}},
    "azure": {
        **{tag: names for tag, names in COMMON.items() if tag != "mark"},
        "bookmark": {"mark"},
        "voice": {"name"},
    },
    "google": COMMON,
    "polly": {**COMMON, "prosody": {"rate"}},
}
"""Elements and attributes that each service documents, of those that we need."""


def bare(name: str) -> str:
    return etree.QName(name).localname


def article_in(*languages: str) -> Article:
    spans = tuple(Span(lang=language, children=(Text(text="bon voyage "),)) for language in languages)
    return Article(metadata=Metadata(language="en"), body=(Paragraph(id="b1", children=(Text(text="Go: "), *spans)),))


@pytest.mark.parametrize("dialect", NAMES)
def test_every_block_in_each_dialect(dialect: str, golden: Golden) -> None:
    golden(f"ssml/every-block.{dialect}.ssml", render(every_block(), Options(dialect=dialect, marks=True)).text)


@pytest.mark.parametrize("profile", ["brief", "normal", "full"])
@pytest.mark.parametrize("dialect", NAMES)
def test_a_dialect_has_only_what_its_service_takes(dialect: str, profile: str) -> None:
    options = Options(dialect=dialect, profile=profile, marks=True)
    root = etree.fromstring(render(every_block(), options).data)
    found = {(bare(str(element.tag)), bare(str(name))) for element in root.iter() for name in element.attrib}
    assert {bare(str(element.tag)) for element in root.iter()} <= ALLOWED[dialect].keys()
    assert all(attribute in ALLOWED[dialect][tag] for tag, attribute in found)


def test_marks_are_the_names_of_sentences_and_change_no_word() -> None:
    marked = etree.fromstring(render(every_block(), Options(marks=True)).data)
    plain = etree.fromstring(render(every_block()).data)
    assert str(marked.xpath("normalize-space()")).split() == str(plain.xpath("normalize-space()")).split()
    names = marked.xpath("//*[local-name()='mark']/@name")
    assert isinstance(names, list)
    assert "b2-s1" in names
    assert "title-s1" in names


def test_a_service_gets_languages_by_its_own_names() -> None:
    assert '<lang xml:lang="cmn-CN">' in render(article_in("zh"), Options(dialect="polly")).text
    assert '<lang xml:lang="fr-FR">' in render(article_in("fr"), Options(dialect="google")).text
    assert '<lang xml:lang="fr-CA">' in render(article_in("fr-CA"), Options(dialect="azure")).text


def test_a_language_that_a_service_lacks_is_said_once_and_its_words_stay() -> None:
    rendering = render(article_in("mi", "fr", "mi"), Options(dialect="polly"))
    assert rendering.text.count("bon voyage") == 3
    assert [notice.kind for notice in rendering.notices] == ["language-unknown"]


def test_a_text_too_long_for_one_request_is_told() -> None:
    long = Article(metadata=Metadata(language="en"), body=(Paragraph(children=(Text(text="It sails. " * 900),)),))
    assert [notice.kind for notice in render(long, Options(dialect="google")).notices] == ["too-long"]
    assert render(long).notices == ()


def test_a_voice_s_name_is_no_markup() -> None:
    text = render(article_in("fr"), Options(dialect="azure", voice='x"><y')).text
    assert etree.fromstring(text.encode()) is not None
    assert "<y" not in text


def test_an_unknown_dialect_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="plain, azure, google, polly"):
        render(Article(), Options(dialect="acme"))


def test_an_article_writes_a_dialect() -> None:
    article = parse("<h1>Ferry returns</h1><p>The island ferry sails again on Monday.</p>")
    assert article.to_ssml(dialect="azure", marks=True).count("<bookmark") == 2
