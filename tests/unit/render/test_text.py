from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from a11ynews.model.article import Article, Byline, Metadata
from a11ynews.model.blocks import (
    Block,
    Callout,
    CodeBlock,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    LivePost,
    MathBlock,
    Media,
    Note,
    Notes,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    ThematicBreak,
)
from a11ynews.model.inlines import (
    Abbreviation,
    Deleted,
    Emphasis,
    Inline,
    InlineQuote,
    LineBreak,
    Link,
    NoteReference,
    Ruby,
    Superscript,
    Text,
)
from a11ynews.render.text import Options, render


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def said(text: str) -> Paragraph:
    return Paragraph(children=line(text))


def written(*body: Block, language: str | None = "en", options: Options | None = None) -> str:
    return render(Article(metadata=Metadata(language=language), body=body), options).text


def inline(*children: Inline, language: str | None = "en", options: Options | None = None) -> str:
    return written(Paragraph(children=children), language=language, options=options).rstrip("\n")


def test_the_story_stands_between_who_and_when_and_where_it_came_from() -> None:
    metadata = Metadata(
        kicker="Islands",
        title="Ferry returns",
        summary="After a year in dock.",
        byline=Byline(text="By Ada Writer, Reuters"),
        published=datetime(2024, 4, 28, 9, 30, tzinfo=UTC),
        modified=datetime(2024, 4, 29, tzinfo=UTC),
        site_name="The Quay",
        canonical_url="https://example.org/ferry",
    )
    assert render(Article(metadata=metadata, body=(said("It sails on Monday."),))).text == (
        "Islands\n\nFerry returns\n\n"
        "By Ada Writer, Reuters\nPublished 28 April 2024, 09:30 UTC\nUpdated 29 April 2024\n\n"
        "It sails on Monday.\n\n"
        "Source: The Quay, https://example.org/ferry\n"
    )


def test_the_header_can_be_left_away() -> None:
    article = Article(metadata=Metadata(title="Ferry returns"), body=(said("It sails."),))
    assert render(article, Options(header=False)).text == "It sails.\n"


def test_an_article_without_anything_is_an_empty_text() -> None:
    assert render(Article()).text == ""


def test_our_own_words_are_in_the_language_of_the_article() -> None:
    figure = Figure(images=(Image(src="https://example.org/a.jpg", alt="Eine Fähre"),), caption=line("Die Fähre."))
    assert "Bildunterschrift: Die Fähre." in written(figure, language="de")


def test_headings_can_be_searched_for_by_their_mark() -> None:
    then = Heading(level=3, children=line("Then")), Heading(level=4, children=line("There")), said("It sails.")
    assert written(*then) == "## Then\n\n### There\n\nIt sails.\n"  # as in HTML, no level is skipped


def test_lists_are_nested_by_indentation_and_keep_their_numbers() -> None:
    inner = List(items=(ListItem(blocks=(said("a"),)), ListItem(blocks=(said("b"),), value=7)), ordered=True, start=3)
    outer = List(items=(ListItem(blocks=(said("one"), inner)), ListItem(blocks=(said("two"),))))
    assert written(outer) == "- one\n  3. a\n  7. b\n- two\n"


def test_a_reversed_list_counts_down_to_one() -> None:
    items = (ListItem(blocks=(said("bronze"),)), ListItem(blocks=(said("silver"),)))
    assert written(List(items=items, ordered=True, reversed=True)) == "2. bronze\n1. silver\n"


def test_items_of_several_paragraphs_stand_apart() -> None:
    items = (ListItem(blocks=(said("a"), said("b"))), ListItem(blocks=(said("c"),)))
    assert written(List(items=items)) == "- a\n\n  b\n\n- c\n"


def test_a_definition_follows_its_terms() -> None:
    one = Definition(terms=(line("Quay"), line("Wharf")), blocks=(said("A place to land."),))
    assert written(DefinitionList(items=(one,))) == "Quay, Wharf: A place to land.\n"


def test_a_quote_is_marked_on_every_line_and_attributed() -> None:
    quote = Quote(blocks=(said("We sail."), said("Soon.")), attribution=line("Ada"))
    assert written(quote) == "> We sail.\n>\n> Soon.\n> — Ada\n"


def test_a_pull_quote_is_left_out_with_a_notice_if_the_story_says_it() -> None:
    story = Paragraph(id="b1", children=line("“We sail,” she said."))
    article = Article(body=(story, PullQuote(children=line("We sail,"), repeats="b1")))
    rendering = render(article)
    assert rendering.text == "“We sail,” she said.\n"
    assert [notice.kind for notice in rendering.notices] == ["pull-quotes"]


def test_what_is_set_apart_has_its_name_in_brackets() -> None:
    correction = Callout(kind="correction", blocks=(said("It sails on Monday."),))
    assert written(correction) == "[Correction]\n  It sails on Monday.\n"


def test_a_live_post_begins_with_its_time() -> None:
    post = LivePost(time="14:05", title=line("In sight"), blocks=(said("It comes."),))
    assert written(post) == "## 14:05 In sight\n\nIt comes.\n"
    headed = LivePost(
        time="14:05", blocks=(said("Ada Writer"), Heading(level=3, children=line("In sight")), said("Ah."))
    )
    assert written(headed) == "## 14:05 In sight\n\nAda Writer\n\nAh.\n"


def test_a_picture_is_said_in_words_with_its_caption_and_credit() -> None:
    figure = Figure(
        images=(Image(src="https://example.org/a.jpg", alt="A ferry at a pier"),),
        caption=line("The ferry in 2019."),
        credit=line("J. Doe"),
        archive_photo=True,
    )
    assert written(figure) == (
        "[Archive photo. Photo: A ferry at a pier]\nCaption: The ferry in 2019.\nCredit: J. Doe\n"
    )


def test_what_caption_and_credit_say_together_is_not_said_a_third_time() -> None:
    figure = Figure(
        images=(Image(src="https://example.org/a.jpg", alt="The ferry in 2019. — Picture by J. Doe"),),
        caption=line("The ferry in 2019."),
        credit=line("— Picture by J. Doe"),
    )
    assert written(figure).startswith("[Photo, described in the caption]\nCaption: The ferry in 2019.")
    told_more = replace(figure, images=(Image(src="https://example.org/a.jpg", alt="The ferry in 2019 at a pier"),))
    assert written(told_more).startswith("[Photo: The ferry in 2019 at a pier]")


def test_a_credit_that_says_so_itself_gets_no_second_label() -> None:
    figure = Figure(images=(Image(src="https://example.org/a.jpg", alt="A"),), credit=line("Credit: J. Doe"))
    assert written(figure) == "[Photo: A]\nCredit: J. Doe\n"


def test_a_picture_without_a_description_is_said_to_have_none_and_a_decoration_is_passed_over() -> None:
    assert written(Figure(images=(Image(src="https://example.org/a.jpg"),))) == "[Photo, no description given]\n"
    assert written(Figure(images=(Image(src="https://example.org/a.jpg", alt=""),))) == ""


def test_a_picture_that_the_source_lost_is_said_to_be_lost() -> None:
    lost = Figure(caption=line("FILE - The ferry."), archive_photo=True)
    assert written(lost).startswith("[Archive photo. The photo itself is not available here.]\nCaption: FILE")


def test_recordings_and_embeds_are_named_with_their_address() -> None:
    media = Media(kind="video", src="https://example.org/v.mp4", title="Landing", duration_s=125.2)
    assert written(media) == "[Video: Landing, 2 min 5 s] <https://example.org/v.mp4>\n"
    embed = Embed(kind="post", url="https://example.org/1", provider="Chirp", blocks=(said("Hello."),))
    assert written(embed) == "[Post: Chirp] <https://example.org/1>\n  Hello.\n"


def test_an_address_beyond_the_allow_list_is_not_printed() -> None:
    assert "javascript" not in written(Embed(kind="video", url="javascript:alert(1)", title="Film"))
    link = Link(href="javascript:alert(1)", children=line("x"))
    assert inline(link, options=Options(links="inline")) == "x"


def test_what_was_left_out_is_said() -> None:
    assert written(Omitted(what="a map", reason="It needs a script.")) == "[Left out: a map. It needs a script.]\n"


def test_code_keeps_its_lines_and_spaces() -> None:
    assert written(CodeBlock(text="if x:\n    y"), options=Options(width=5)) == "    if x:\n        y\n"


def test_a_formula_is_its_characters_or_else_its_source_as_a_line() -> None:
    assert written(MathBlock(text="x²", latex="x^2")) == "x²\n"
    assert written(MathBlock(text="", latex="x^2")) == "x²\n"


def test_notes_stand_at_the_end_whatever_their_place() -> None:
    notes = Notes(items=(Note(id="n1", label="1", blocks=(said("See the minutes."),)),))
    mark = Paragraph(children=(Text(text="So they say."), NoteReference(label="[1]", note_id="n1")))
    assert written(notes, mark, ThematicBreak()) == "So they say.[1]\n\n* * *\n\n## Notes\n\n[1] See the minutes.\n"


def test_lines_break_at_the_width_also_inside_quotes_and_lists() -> None:
    text = written(Quote(blocks=(said("The ferry sails again on Monday morning."),)), options=Options(width=24))
    assert text == "> The ferry sails again\n> on Monday morning.\n"


def test_addresses_of_links_stand_nowhere_in_the_line_or_at_the_end() -> None:
    link = Link(href="https://example.org/a", children=line("here"))
    assert inline(link) == "here"
    assert inline(link, options=Options(links="inline")) == "here <https://example.org/a>"
    twice = inline(link, Text(text=", "), link, options=Options(links="end"))
    assert twice == "here [link 1], here [link 1]\n\n## Links\n\nlink 1: https://example.org/a"


@pytest.mark.parametrize(
    ("child", "text"),
    [
        (Superscript(children=line("6")), "^6"),
        (Superscript(children=line("me")), "me"),
        (Deleted(children=line("old")), "[deleted: old]"),
        (InlineQuote(children=(Text(text="so "), InlineQuote(children=line("it is")))), "“so ‘it is’”"),
        (Ruby(base="漢字", reading="かんじ"), "漢字(かんじ)"),
        (Ruby(base="漢字", reading=""), "漢字"),
        (Emphasis(children=(Text(text="a"), LineBreak(), Text(text="b"))), "a\nb"),
    ],
)
def test_what_a_look_says_is_said_with_characters(child: Inline, text: str) -> None:
    assert inline(child) == text


def test_an_abbreviation_is_expanded_once_and_not_where_the_story_does_it() -> None:
    who = Abbreviation(children=line("WHO"), expansion="World Health Organization")
    assert inline(who, Text(text=" and "), who) == "WHO (World Health Organization) and WHO"
    assert inline(Text(text="The World Health Organization ("), who, Text(text=")")).endswith("(WHO)")


def test_what_plain_text_cannot_show_is_in_the_notices_once() -> None:
    body = (Paragraph(children=(Emphasis(children=line("a")), Emphasis(children=line("b")))),)
    assert [notice.kind for notice in render(Article(body=body)).notices] == ["emphasis"]
