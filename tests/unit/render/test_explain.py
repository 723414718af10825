from __future__ import annotations

import html5lib

from a11ynews.model.article import Article, Candidate, Metadata
from a11ynews.model.findings import Notice
from a11ynews.model.verdicts import Verdict
from a11ynews.render.explain import render

VERDICTS = [
    Verdict(text="Home", outcome="removed", what="navigation", reason="A menu.", rule="navigation", where="nav"),
    Verdict(text="Weather", outcome="removed", what="navigation", reason="A menu.", rule="navigation", where="nav"),
    Verdict(text="By Ada", outcome="metadata", what="byline", reason="Known."),
    Verdict(text="It sails.", outcome="kept", what="paragraph", where="p"),
    Verdict(text="It sails on.", outcome="kept", what="paragraph", where="p"),
]
ARTICLE = Article(
    metadata=Metadata(
        language="ar",
        direction="rtl",
        candidates=(
            Candidate(field="title", value="Ferry <b>", source="json-ld", chosen=True),
            Candidate(field="site_name", value="Island", source="og:site_name"),
        ),
    ),
    warnings=(Notice(kind="odd", message="Something was odd.", where="line 3"),),
)


def drawn(article: Article = ARTICLE, verdicts: list[Verdict] = VERDICTS) -> str:
    return render(article, verdicts, "'a.html'").text


def test_it_is_valid_markup_without_script() -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(drawn())
    assert "<script" not in drawn()


def test_pieces_judged_alike_are_one_entry_and_paragraphs_of_the_story_are_one_each() -> None:
    page = drawn()
    assert page.count("<li class=") == 4
    assert "Home\nWeather</p>" in page


def test_each_entry_says_in_words_what_became_of_it_and_why() -> None:
    page = drawn()
    assert (
        "<strong>Removed: navigation</strong>. A menu. Rule: <code>navigation</code>. Place: <code>nav</code>" in page
    )
    assert "<strong>Kept: paragraph</strong>. Place: <code>p</code>" in page
    assert "<strong>Known about the story: byline</strong>. Known." in page


def test_the_pages_words_have_the_pages_language_and_direction() -> None:
    assert '<p class="said" lang="ar" dir="rtl">It sails.</p>' in drawn()


def test_every_claim_is_in_a_table_with_headers() -> None:
    page = drawn()
    assert '<th scope="row">site name</th>' in page
    assert "<td>json-ld</td><td>chosen</td>" in page
    assert "<td>og:site_name</td><td>not chosen</td>" in page


def test_text_of_a_page_never_becomes_markup() -> None:
    evil = "</p><script>alert(1)</script>"
    article = Article(
        metadata=Metadata(language='en" onclick="x', candidates=(Candidate(field=evil, value=evil, source=evil),))
    )
    page = render(
        article, [Verdict(text=evil, outcome="kept", what=evil, reason=evil, rule=evil, where=evil)], evil
    ).text
    assert "<script" not in page
    assert "onclick=" not in page


def test_an_empty_article_is_a_page_too() -> None:
    page = drawn(Article(), [])
    assert "<h1>How &#x27;a.html&#x27; was read</h1>" in page or "<h1>How 'a.html' was read</h1>" in page
    assert "<table" not in page
