from __future__ import annotations

import pytest

from a11ynews.cli.explanation import describe_block, explain_data, explain_lines, kept_blocks
from a11ynews.model.article import Article, Candidate, Metadata
from a11ynews.model.blocks import (
    Block,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    Table,
)
from a11ynews.model.findings import HeaderText, Notice, Removed
from a11ynews.model.inlines import Text


def words(text: str) -> Paragraph:
    return Paragraph(children=(Text(text=text),), where="div > p", why="plain-paragraph")


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Heading(level=3, children=(), inferred=True), "heading, level 3, without a heading element"),
        (Paragraph(children=(), role="standfirst"), "standfirst"),
        (List(items=(ListItem(blocks=()),), ordered=True), "numbered list, 1 item"),
        (Figure(archive_photo=True), "figure, its picture lost, archive photo"),
        (Embed(kind="video", url=None, provider="YouTube"), "embed (video, YouTube)"),
        (Omitted(what="a game", reason="it needs scripts"), "left out: a game, it needs scripts"),
        (Table(rows=(), header_rows=1, notes=(words("So."),)), "table of data, 0 rows, 1 header row, with notes"),
        (
            Figure(caption=(Text(text="A mill."),), credit=(Text(text="B. Lens"),), images=(Image(src="a.jpg"),)),
            "figure, 1 picture, with caption and credit",
        ),
        (PullQuote(children=(Text(text="So."),)), "pull quote"),
        (PullQuote(children=(Text(text="So."),), repeats="b1"), "pull quote, not read out"),
    ],
)
def test_a_block_is_said_in_a_few_words(block: Block, said: str) -> None:
    assert describe_block(block) == said


def test_inner_blocks_are_numbered_after_the_block_they_are_in() -> None:
    glossary = DefinitionList(items=(Definition(terms=(), blocks=(words("x"), words("y"))),))
    kept = kept_blocks([words("a"), Quote(blocks=(glossary,))])
    assert [block.number for block in kept] == ["1", "2", "2.1", "2.1.1", "2.1.2"]


def test_what_has_no_words_is_known_by_its_picture_or_its_address() -> None:
    blocks: list[Block] = [
        Figure(images=(Image(src="https://e.example/mill.jpg", alt="A mill."),)),
        Figure(images=(Image(src="https://e.example/mill.jpg"),)),
        Embed(kind="map", url="https://maps.example/7"),
    ]
    assert [kept.text for kept in kept_blocks(blocks)] == [
        "A mill.",
        "https://e.example/mill.jpg",
        "https://maps.example/7",
    ]


ARTICLE = Article(
    metadata=Metadata(
        title="Ferry returns",
        authors=("Ada", "Bo"),
        candidates=(
            Candidate(field="title", value="Ferry returns ", source="json-ld", chosen=True),
            Candidate(field="title", value="Ferry returns", source="h1"),
            Candidate(field="title", value="Ferry", source="og:title"),
        ),
    ),
    body=(words("The ferry sails again. " * 9),),
    header=(HeaderText(role="headline", text="Ferry returns", where="h1"),),
    removed=(Removed(text="Home Weather", kind="navigation", reason="Links.", where="nav", rule="nav-element"),),
    warnings=(Notice(kind="odd", message="Something was odd.", where="line 3"),),
)


def test_the_lines_are_linear_and_complete() -> None:
    assert list(explain_lines(ARTICLE, "'a.html'")) == [
        "'a.html': article.",
        "1 block kept, 1 piece removed, 1 warning.",
        "",
        "About the story",
        "Title: Ferry returns (from json-ld, h1; og:title says “Ferry”)",
        "Authors: Ada; Bo",
        "",
        "Words of the page that became this",
        "headline: “Ferry returns”, at h1",
        "",
        "Kept, in reading order",
        "1. paragraph, at div > p, by the rule plain-paragraph",
        "   “The ferry sails again. The ferry sails again. The ferry sails again. The …”",
        "",
        "Removed",
        "1. navigation, at nav, by the rule nav-element: Links.",
        "   “Home Weather”",
        "",
        "Warnings",
        "odd: Something was odd. (line 3)",
    ]


def test_sections_without_content_are_left_out() -> None:
    assert list(explain_lines(Article(), "it")) == ["it: article.", "0 blocks kept, 0 pieces removed, 0 warnings."]


def test_programs_get_whole_texts() -> None:
    data = explain_data(ARTICLE)
    assert data["kept"] == [
        {
            "number": "1",
            "what": "paragraph",
            "text": "The ferry sails again. " * 9,
            "where": "div > p",
            "rule": "plain-paragraph",
            "reason": "",
        }
    ]
    assert data["title"] == "Ferry returns"
