"""Laws of text, Markdown and JSON: they never fail, lose no word, and let nothing of the page act."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from laws.strategies import LAW, articles, hostile_addresses, texts, words
from markdown_it import MarkdownIt
from markdown_it.token import Token

from a11ynews.model.ages import dated_age
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Block, Paragraph
from a11ynews.model.inlines import (
    Code,
    Deleted,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Ruby,
    Span,
    Strong,
    Text,
    Time,
)
from a11ynews.model.walk import child_inlines, contents, iterate_blocks, iterate_inlines, visible_inline_text
from a11ynews.render import json as json_form
from a11ynews.render import markdown, text
from a11ynews.render.plain.safety import strip_controls

pytestmark = pytest.mark.property

_ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def _reader() -> MarkdownIt:
    """The most permissive reader: raw HTML passes, and every address is a link."""
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 200}).enable(["table", "strikethrough"])
    vars(reader)["validateLink"] = lambda _url: True
    return reader


def _tokens(written: str) -> Iterator[Token]:
    for token in _reader().parse(written):
        yield token
        yield from _below(token)


def _below(token: Token) -> Iterator[Token]:
    for child in token.children or ():
        yield child
        yield from _below(child)


def _shown(written: str) -> str:
    """What a reader of the rendered Markdown sees, alternatives of pictures included."""
    leaves = ("text", "code_inline", "code_block", "fence", "html_inline", "html_block")
    return " ".join(token.content for token in _tokens(written) if token.type in leaves)


def _letters(text_: str) -> str:
    """All characters that a person reads, without space, joiners and what the last filter takes.

    Of joiners in a row the filter leaves one, and in a row they are in one string and not in two with a mark between.
    """
    return re.sub("[\u200b-\u200d]", "", "".join(strip_controls(text_).split()))


def _words(blocks: Iterable[Block], *, marks: bool = True) -> set[str]:
    """The words of each string of the model by itself: a reading is no part of the word that it belongs to."""
    strings: list[str] = []
    for block in iterate_blocks(blocks):
        for part in contents(block):
            if isinstance(part, str):
                strings.append(part)
            elif isinstance(part, tuple):
                strings += _leaf_strings(part, marks=marks)
    return {word for string in strings for word in re.findall(r"\w+", strip_controls(string))}


def _leaf_strings(line: tuple[Inline, ...], *, marks: bool) -> Iterator[str]:
    # "2 hours ago" is told as its date.
    ages = {
        id(child)
        for inline in iterate_inlines(line)
        if isinstance(inline, Time) and dated_age(inline, ()) is not None
        for child in inline.children
    }
    for inline in iterate_inlines(line):
        if id(inline) in ages:
            continue
        if not child_inlines(inline) and (marks or not isinstance(inline, NoteReference)):
            yield inline.text
        if isinstance(inline, Ruby):
            yield inline.reading


# -- all three ---------------------------------------------------------------------------------------


@LAW
@given(articles(links=hostile_addresses, sources=hostile_addresses))
@pytest.mark.parametrize("form", [text, markdown, json_form])
def test_no_renderer_fails_and_no_terminal_is_addressed(form: object, article: Article) -> None:
    written = form.render(article).text  # type: ignore[attr-defined]
    assert not _ACTIVE.search(written)
    assert written == "" or written.endswith("\n")


@LAW
@given(texts)
def test_json_holds_any_text_even_lone_surrogates(line: str) -> None:
    title = f"{line}\ud800"
    data = json.loads(json_form.render(Article(metadata=Metadata(title=title))).text)
    assert data["metadata"]["title"] == f"{line}\ufffd"


# -- text --------------------------------------------------------------------------------------------


@LAW
@given(articles())
@pytest.mark.parametrize("width", [None, 30])
def test_every_visible_word_of_the_body_is_in_the_text(width: int | None, article: Article) -> None:
    written = text.render(article, text.Options(width=width)).text
    unbroken = re.sub(r"\s+", "", re.sub(r"\n[> ]*", "", written))  # a long word may go on behind a quote's mark
    missing = {word for word in _words(article.body) if word not in unbroken}
    assert not missing


@LAW
@given(articles())
def test_the_words_of_the_header_are_in_the_text(article: Article) -> None:
    written = text.render(article).text
    for part in (article.title, article.metadata.kicker):
        assert " ".join(strip_controls(part or "").split()) in " ".join(written.split())


# -- Markdown ----------------------------------------------------------------------------------------


@LAW
@given(articles(links=hostile_addresses, sources=hostile_addresses))
def test_markdown_read_with_raw_html_on_has_no_html(article: Article) -> None:
    options = markdown.Options(front_matter=False)
    found = [token for token in _tokens(markdown.render(article, options).text) if token.type.startswith("html_")]
    assert not found


@LAW
@given(articles(links=hostile_addresses, sources=hostile_addresses))
def test_markdown_leads_only_to_allowed_addresses(article: Article) -> None:
    for token in _tokens(markdown.render(article).text):
        for name in ("href", "src"):
            address = token.attrGet(name)
            assert address is None or str(address).startswith(_SCHEMES)


@LAW
@given(articles())
def test_every_visible_word_of_the_body_is_in_the_rendered_markdown(article: Article) -> None:
    shown = re.sub(r"\s+", "", _shown(markdown.render(article).text))
    # Where a mark leads to a note, Markdown calls both by the note's label.
    missing = {word for word in _words(article.body, marks=False) if word not in shown}
    assert not missing


def _marked_lines(depth: int) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Lines made of what Markdown has marks for, whose marks must not spoil each other."""
    entries: st.SearchStrategy[Inline] = st.one_of(
        st.builds(Text, text=words), st.builds(Text, text=texts), st.builds(LineBreak), st.builds(Code, text=words)
    )
    if depth:
        inner = _marked_lines(depth - 1)
        linked = inner.map(lambda line: (Text(text="x"), *line))
        entries |= st.one_of(
            *(st.builds(made, children=inner) for made in (Emphasis, Strong, Deleted, Span)),
            st.builds(Link, children=linked, href=st.just("https://e.example/")),
        )
    return st.lists(entries, max_size=4).map(tuple)


@settings(LAW, max_examples=300)
@given(_marked_lines(3))
@example((Text(text="\u200b"), Code(text="\u200b")))
def test_a_paragraph_of_markdown_reads_back_as_the_same_characters(line: tuple[Inline, ...]) -> None:
    written = markdown.render(Article(body=(Paragraph(children=line),))).text
    assert _letters(_shown(written)) == _letters(visible_inline_text(line))


@LAW
@given(texts)
def test_a_headline_reads_back_as_one_heading_with_the_same_characters(title: str) -> None:
    tokens = list(_tokens(markdown.render(Article(metadata=Metadata(title=title))).text))
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    # A headline of joiners alone may be one: nothing is seen or heard of it.
    assert headings == ["h1"] or (headings == [] and not _letters(title))
    assert _letters("".join(token.content for token in tokens if token.type == "text")) == _letters(title)
