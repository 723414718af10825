"""From any source to an article, and from the article to every form."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from bs4 import BeautifulSoup
from fixtures.command import STORY
from fixtures.pangea_page import demo_markup, fill

import a11ynews
from a11ynews.errors import SourceError, UsageError
from a11ynews.model import article as model
from a11ynews.model.blocks import Figure, Paragraph
from a11ynews.pipeline import Article, parse

SEED = Path(__file__).resolve().parents[2] / "../shared/corpora/seed/article.txt"
PARAGRAPHS = 3


def make_path(content: str, folder: Path) -> Path:
    path = folder / "page.html"
    path.write_text(content, encoding="utf-8")
    return path


SOURCES: dict[str, Callable[[str, Path], object]] = {
    "str": lambda content, _: content,
    "bytes": lambda content, _: content.encode(),
    "bytearray": lambda content, _: bytearray(content.encode()),
    "memoryview": lambda content, _: memoryview(content.encode()),
    "a path": make_path,
    "BeautifulSoup": lambda content, _: BeautifulSoup(content, "html.parser"),
    "an element of BeautifulSoup": lambda content, _: BeautifulSoup(content, "html5lib").html,
    "an lxml element": lambda content, _: lxml.html.fromstring(content),
    "an lxml tree": lambda content, _: lxml.html.fromstring(content).getroottree(),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_every_kind_of_source_gives_the_same_story(kind: str, tmp_path: Path) -> None:
    article = parse(SOURCES[kind](STORY, tmp_path))  # type: ignore[arg-type]
    assert article.title == "Ferry returns to Skerra"
    assert [type(block) for block in article.body] == [Paragraph] * PARAGRAPHS
    assert article.text == parse(STORY).text
    assert article.language == "en"


@pytest.mark.parametrize("parser", ["lexbor", "lxml", "html5lib"])
def test_every_parser_gives_the_same_story(parser: str) -> None:
    assert parse(STORY, parser=parser).text == parse(STORY).text  # type: ignore[arg-type]


def test_trees_of_others_are_left_as_they_are() -> None:
    soup, element = BeautifulSoup(STORY, "lxml"), lxml.html.fromstring(STORY)
    before = str(soup), lxml.html.tostring(element)
    parse(soup)
    parse(element)
    assert (str(soup), lxml.html.tostring(element)) == before


def test_plain_text_is_told_from_markup_by_looking() -> None:
    article = parse("Ferry returns\n\nPrices stay < 5 dollars a head, the company said in a statement on Friday.\n")
    assert "stay < 5 dollars" in article.text


def test_a_str_is_content_and_never_a_path(tmp_path: Path) -> None:
    path = make_path(STORY, tmp_path)
    assert "choir" not in parse(str(path)).text
    assert "choir" in parse(path).text


def test_what_the_caller_knows_of_the_encoding_is_used() -> None:
    data = "<h1>Łódź</h1><p>Łódź waits for the ferry, as does the island.</p>".encode("iso-8859-2")
    assert parse(data, encoding="iso-8859-2").title == "Łódź"


def test_bytes_that_are_no_characters_are_warned_of() -> None:
    data = STORY.encode().replace(b"<head>", b'<head><meta charset="utf-8">').replace(b"Friday", b"Fri\xffday")
    article = parse(data)
    assert "encoding-errors" in {notice.kind for notice in article.warnings}
    assert article.title == "Ferry returns to Skerra"


def test_the_given_address_is_the_articles_and_resolves_links() -> None:
    page = STORY.replace("the company said", '<a href="../company">the company</a> said')
    article = parse(page, "https://news.example/a/1")
    assert article.url == "https://news.example/a/1"
    assert "https://news.example/company" in article.to_html()


@pytest.mark.parametrize("source", ["", " \n\t", b"", "<html></html>", "<nav><a href='/'>Home</a></nav>", b"\x00\x00"])
def test_where_there_is_no_story_the_article_is_empty_and_says_so(source: str | bytes) -> None:
    article = parse(source)
    assert article.body == ()
    assert [notice.kind for notice in article.warnings].count("no-article") == 1


@pytest.mark.parametrize("source", ["\ud800", "<", "<!--", "\x00", "&", "a", "<p>a", b"\xff\xfe", b"\xef\xbb\xbf<"])
def test_no_content_however_odd_is_an_error(source: str | bytes) -> None:
    article = parse(source)
    article.to_html().encode()
    article.to_json().encode()


@pytest.mark.parametrize("source", [None, 3, ["<p>"], {"html": "<p>"}, object()])
def test_a_source_of_another_type_is_wrong_usage(source: object) -> None:
    with pytest.raises(UsageError, match=f"not {type(source).__name__}"):
        parse(source)  # type: ignore[arg-type]


def test_a_parser_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="one of lexbor, lxml, html5lib"):
        parse(STORY, parser="regex")  # type: ignore[arg-type]


def test_a_file_that_is_not_there_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        parse(tmp_path / "none.html")


@pytest.mark.parametrize("as_file", [False, True])
def test_what_is_no_text_is_a_source_error_that_names_it(tmp_path: Path, *, as_file: bool) -> None:
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    (tmp_path / "a.html").write_bytes(data)
    with pytest.raises(SourceError, match="looks like a PNG picture"):
        parse(tmp_path / "a.html" if as_file else data)


def test_an_article_is_a_model_article_that_never_changes() -> None:
    article = parse(STORY)
    assert isinstance(article, Article)
    assert isinstance(article, model.Article)
    assert not hasattr(article, "__dict__")
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
        article.body = ()  # type: ignore[misc]
    assert article == parse(STORY)
    assert dataclasses.replace(article, body=()).body == ()


def test_every_form_has_the_story() -> None:
    article = parse(STORY)
    page = article.to_html()
    assert page.startswith("<!DOCTYPE html>")
    part = article.to_html(document=False)
    assert part.lstrip().startswith("<article")
    assert "<html" not in part
    assert json.loads(article.to_json())["metadata"]["title"] == "Ferry returns to Skerra"
    assert article.to_ssml().startswith("<?xml")
    assert article.to_markdown().startswith("# Ferry returns to Skerra")
    for form in (page, part, article.to_text(), article.to_markdown(), article.to_json(), article.to_ssml()):
        assert "the school choir will sing" in " ".join(form.split())


def test_a_form_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no output form 'papyrus'"):
        parse(STORY).render("papyrus")


@pytest.mark.sound
def test_to_audio_writes_speech(tmp_path: Path) -> None:
    pytest.importorskip("pyttsx3", reason="needs the speech extra: pip install 'a11ynews[speech]'")
    parse("<h1>Ferry</h1><p>The ferry sails again on Monday.</p>").to_audio(tmp_path / "a.wav")
    assert (tmp_path / "a.wav").read_bytes()[:4] == b"RIFF"
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]


def test_the_public_names_are_those_of_the_package() -> None:
    assert a11ynews.parse is parse
    assert a11ynews.Article is Article


# -- the story that the project was founded on ----------------------------------------------------


def seed() -> list[str]:
    if not SEED.exists():
        pytest.skip(f"needs {SEED}: the corpora are not part of the project")
    return [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]


SEED_FORMS: dict[str, Callable[[list[str]], str | bytes]] = {
    "as it is": "\n\n".join,
    "with CRLF": "\r\n\r\n".join,
    "single-spaced": "\n".join,
    "in windows-1252": lambda lines: "\n\n".join(lines).encode("windows-1252"),
    "in a pre": lambda lines: "<html><body><pre>" + "\n\n".join(lines) + "</pre></body></html>",
    "in its page template": lambda lines: fill(lines[2], lines[3], lines[4:]),
}


@pytest.mark.corpus
@pytest.mark.parametrize("form", SEED_FORMS)
def test_the_seed_gives_headline_archive_figure_fifteen_paragraphs_and_nothing_else(form: str) -> None:
    lines = seed()
    article = parse(SEED_FORMS[form](lines))
    assert article.title == lines[2]
    figure, *paragraphs = article.body
    assert isinstance(figure, Figure)
    assert figure.archive_photo
    assert figure.text == lines[3]
    assert [type(block) for block in paragraphs] == [Paragraph] * 15
    assert [block.text for block in paragraphs] == lines[4:]
    assert (article.metadata.kicker, article.authors, article.published) == (None, (), None)


@pytest.mark.corpus
@pytest.mark.parametrize("form", SEED_FORMS)
def test_the_seeds_two_lines_of_residue_are_removed_and_named(form: str) -> None:
    lines = seed()
    removed = parse(SEED_FORMS[form](lines)).removed
    for line, kind in ((lines[0], "skip-links"), (lines[1], "ticker-label")):
        piece = next(piece for piece in removed if line in piece.text)
        assert piece.kind == kind
        assert piece.reason
    if form != "in its page template":
        assert len(removed) == 2


# -- the demo page -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo() -> Article:
    return parse(demo_markup(), "https://harbour.example/a/7340921.html")


def test_the_demo_gives_what_its_head_says(demo: Article) -> None:
    assert demo.title == "Electric Ferry Ends a Winter of Waiting on Skerra"
    assert demo.metadata.kicker == "Northern Isles"
    assert demo.authors in ((), ("Northern Wire",))
    assert demo.metadata.byline is not None
    assert demo.metadata.byline.text.startswith("By Northern Wire")
    assert demo.published is not None
    assert demo.published.isoformat() in ("2026-03-09T06:30:00+00:00", "2026-03-09T07:30:00+01:00")
    assert demo.site_name == "The Harbour Voice"


def test_the_demos_pictures_have_their_captions_once(demo: Article) -> None:
    figures = [block for block in demo.body if isinstance(block, Figure)]
    assert [figure.archive_photo for figure in figures] == [False, True, False]
    assert all(figure.images and figure.caption for figure in figures)
    for figure in figures:
        assert demo.to_text().count(figure.text) == 1
        assert " ".join(demo.to_html().split()).count(figure.text) == 1


def test_the_demo_is_read_from_the_dateline_to_the_last_word(demo: Article) -> None:
    assert "PORT AVERLY" in demo.text
    for words in (
        "The island of Skerra has its ferry back.",
        "People asked us whether it would work in the cold.",
        "A winter without bread",
        "You learn what you can do without",
        "What it costs",
        "A crossing costs $4.50 for a passenger",
        "to ask for flour.",
        "all the ships that a company owns",
    ):
        assert demo.text.count(words) == 1


FURNITURE = (
    "Accessibility links", "Skip to main", "Print Options", "copied to clipboard", "Breaking News", "Follow Us",
    "Show more", "The Morning Tide", "Latest Newscast", "Twitter", "Copy link", "No media source", "Pop-out",
    "Direct link", "See Also", "Download our app", "Facebook Forum", "Storm Breaks", "The Day in Photos", "Most Viewed",
    "Back to top", "About this site", "All rights reserved", "offensive or disturbing", "____",
)  # fmt: skip


@pytest.mark.parametrize("words", FURNITURE)
def test_the_demos_furniture_is_not_read_out_and_is_accounted_for(demo: Article, words: str) -> None:
    assert words not in demo.text
    assert words not in demo.to_ssml()
    if words != "All rights reserved":  # a copyright line is the licence, where it is not removed
        assert any(words in " ".join(piece.text.split()) for piece in demo.removed)


@pytest.mark.parametrize("name", ["a.html", "stories/a b.txt", r"C:\stories\a.htm", "https://news.example/story"])
def test_a_text_that_is_a_name_has_a_warning(name: str) -> None:
    assert "looks-like-a-name" in [notice.kind for notice in parse(name).warnings]


@pytest.mark.parametrize("text", ["The ferry sails on Monday.", "<p>a.html", "Ferry\n\nSee a.html", "a.html?", ""])
def test_a_text_that_is_none_has_no_such_warning(text: str) -> None:
    assert "looks-like-a-name" not in [notice.kind for notice in parse(text).warnings]


def test_bytes_and_paths_are_never_taken_for_names(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a.html", encoding="utf-8")
    assert "looks-like-a-name" not in [notice.kind for notice in parse(tmp_path / "a.html").warnings]
    assert "looks-like-a-name" not in [notice.kind for notice in parse(b"a.html").warnings]
