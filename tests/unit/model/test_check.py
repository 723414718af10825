from __future__ import annotations

from a11ynews.model.article import Article
from a11ynews.model.blocks import (
    Block,
    Figure,
    Heading,
    List,
    Note,
    Notes,
    Paragraph,
    PullQuote,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from a11ynews.model.check import check
from a11ynews.model.inlines import InlineImage, Link, NoteReference, Text


def kinds(*body: Block) -> list[str]:
    return [notice.kind for notice in check(Article(body=body))]


def said(text: str, block_id: str = "") -> Paragraph:
    return Paragraph(id=block_id, children=(Text(text=text),))


def heading(level: int) -> Heading:
    return Heading(level=level, children=(Text(text="Then"),))


def test_a_sound_article_has_nothing_to_report() -> None:
    note = Note(id="n1", label="1", blocks=(said("See the minutes."),))
    mark = Paragraph(
        id="b2", children=(Link(href="#b1", children=(Text(text="up"),)), NoteReference(label="1", note_id="n1"))
    )
    assert kinds(said("The ferry sails.", "b1"), heading(2), heading(3), heading(2), mark, Notes(items=(note,))) == []


def test_headings_go_down_one_level_at_a_time_and_up_freely() -> None:
    assert kinds(heading(2), heading(4)) == ["heading-skip"]
    assert kinds(heading(2), heading(3), heading(4), heading(2)) == []


def test_headings_inside_other_blocks_count_in_reading_order() -> None:
    assert kinds(heading(2), Quote(blocks=(heading(3),)), heading(4)) == []


def test_a_level_outside_two_to_six_is_reported() -> None:
    assert kinds(heading(1)) == ["heading-range"]
    assert kinds(heading(7)) == ["heading-range"]


def test_an_id_stands_once_among_blocks_and_notes() -> None:
    note = Note(id="b1", label="1", blocks=(said("Twice."),))
    assert kinds(said("Once.", "b1"), Notes(items=(note,))) == ["same-id"]


def test_blocks_that_say_nothing_are_reported() -> None:
    assert kinds(said(" \u00a0"), List(items=()), Quote(blocks=()), Table(rows=(Row(cells=()),))) == ["empty-block"] * 4


def test_a_picture_or_a_break_is_not_empty() -> None:
    glyph = Paragraph(children=(InlineImage(src="https://example.org/a.png", alt="five stars"),))
    assert kinds(Figure(), ThematicBreak(), glyph) == []


def test_links_marks_and_pull_quotes_must_lead_somewhere() -> None:
    lost = Paragraph(children=(Link(href="#b9", children=(Text(text="up"),)), NoteReference(label="1", note_id="n9")))
    pulled = PullQuote(children=(Text(text="So."),), repeats="b8")
    assert kinds(lost, pulled) == ["lost-target"] * 3


def test_a_notice_names_the_place_in_the_source_or_the_id() -> None:
    placed = Heading(level=5, id="b1", where="div > h5", children=(Text(text="Then"),))
    assert check(Article(body=(placed,)))[0].where == "div > h5"
