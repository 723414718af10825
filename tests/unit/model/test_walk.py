from __future__ import annotations

from a11ynews.model.article import Article
from a11ynews.model.blocks import (
    Cell,
    ClaimReview,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Image,
    List,
    ListItem,
    LivePost,
    Note,
    Notes,
    Omitted,
    Paragraph,
    Quote,
    Row,
    Table,
)
from a11ynews.model.findings import HeaderText, Removed
from a11ynews.model.inlines import Emphasis, Inline, InlineImage, Link, Ruby, Text
from a11ynews.model.walk import contents, iterate_blocks, iterate_inlines, visible_text


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def said(text: str) -> Paragraph:
    return Paragraph(children=line(text))


def test_blocks_are_met_in_reading_order_at_any_depth() -> None:
    table = Table(rows=(Row(cells=(Cell(blocks=(said("cell"),)),)),))
    body = (Quote(blocks=(List(items=(ListItem(blocks=(said("item"),)),)),)), table, said("end"))
    found = [type(block).__name__ for block in iterate_blocks(body)]
    assert found == ["Quote", "List", "Paragraph", "Table", "Paragraph", "Paragraph"]


def test_inlines_are_met_before_what_they_hold() -> None:
    link = Link(href="#b1", children=(Emphasis(children=line("up")),))
    assert [type(inline).__name__ for inline in iterate_inlines((link,))] == ["Link", "Emphasis", "Text"]


def test_what_is_not_of_the_page_is_not_visible() -> None:
    image = Image(src="https://example.org/a.jpg", alt="A ferry")
    glyph = Paragraph(children=(InlineImage(src="https://example.org/s.png", alt="star"),))
    embed = Embed(kind="video", url="https://example.org/v", title="A film", provider="Tube")
    assert (
        visible_text(Article(body=(Figure(images=(image,)), glyph, embed, Omitted(what="a map", reason="empty")))) == ""
    )


def test_every_place_where_a_page_shows_words_is_visible() -> None:
    body = (
        Paragraph(children=(Ruby(base="漢字", reading="かんじ"),)),
        Figure(caption=line("caption"), credit=line("credit")),
        DefinitionList(items=(Definition(terms=(line("term"),), blocks=(said("meaning"),)),)),
        Quote(blocks=(said("quoted"),), attribution=line("who")),
        LivePost(time="14:05", title=line("title"), blocks=(said("post"),)),
        ClaimReview(claim=line("claim"), claimant="claimant", source="source", verdict="verdict"),
        Table(rows=(Row(cells=(Cell(blocks=(said("cell"),)),)),), caption=line("table")),
        Notes(items=(Note(id="n1", label="1", blocks=(said("note"),)),)),
    )
    header = (HeaderText(role="headline", text="headline"),)
    removed = (Removed(text="menu", kind="navigation", reason="A menu."),)
    assert visible_text(Article(body=body, header=header, removed=removed)).split() == [
        "headline",
        "漢字かんじ",
        "caption",
        "credit",
        "term",
        "meaning",
        "quoted",
        "who",
        "14:05",
        "title",
        "post",
        "claimant",
        "claim",
        "source",
        "verdict",
        "table",
        "cell",
        "1",
        "note",
        "menu",
    ]


def test_contents_leaves_out_what_is_empty() -> None:
    assert contents(LivePost(blocks=(), time=None, title=())) == ()
