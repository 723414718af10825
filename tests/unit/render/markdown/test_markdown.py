from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from markdown_it import MarkdownIt

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import (
    Block,
    Callout,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Details,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    Note,
    Notes,
    Paragraph,
    PullQuote,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from a11ynews.model.inlines import (
    Code,
    Deleted,
    Emphasis,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from a11ynews.render.markdown import Options, render


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def said(text: str) -> Paragraph:
    return Paragraph(children=line(text))


def written(*body: Block) -> str:
    return render(Article(metadata=Metadata(language="en"), body=body)).text


def inline(*children: Inline) -> str:
    return written(Paragraph(children=children)).rstrip("\n")


def kinds(*body: Block) -> list[str]:
    return [notice.kind for notice in render(Article(body=body)).notices]


def cells(*texts: str) -> Row:
    return Row(cells=tuple(Cell(blocks=(said(text),)) for text in texts))


def as_html(text: str) -> str:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    vars(reader)["validateLink"] = lambda _url: True
    return str(reader.render(text))


def test_headline_and_credits_stand_above_and_the_source_below() -> None:
    metadata = Metadata(
        title="Ferry *returns*",
        authors=("Ada Writer",),
        published=datetime(2024, 4, 28, tzinfo=UTC),
        site_name="The Quay",
        url="https://example.org/ferry",
    )
    assert render(Article(metadata=metadata, body=(said("It sails."),))).text == (
        "# Ferry \\*returns\\*\n\nBy Ada Writer\\\nPublished 28 April 2024\n\nIt sails.\n\n"
        "Source: [The Quay](<https://example.org/ferry>)\n"
    )


def test_front_matter_is_there_on_request_and_is_data() -> None:
    article = Article(metadata=Metadata(title='A "quoted"\n---\nx: y', authors=("Ada",)))
    lines = render(article, Options(front_matter=True, header=False)).text.splitlines()
    assert lines[0] == lines[-1] == "---"
    assert json.loads(lines[1].removeprefix("title: ")) == 'A "quoted"\n---\nx: y'
    assert lines[2] == 'authors: ["Ada"]'
    assert render(article, Options(header=False)).text == ""


@pytest.mark.parametrize(
    ("child", "text"),
    [
        (Emphasis(children=line("so")), "*so*"),
        (Strong(children=line("so")), "**so**"),
        (Deleted(children=line("so")), "~~so~~"),
        (Strong(children=(Emphasis(children=line("so")),)), "***so***"),
        (Emphasis(children=line(" so ")), "*so*"),
        (Emphasis(children=(Emphasis(children=line("so")),)), "*so*"),
        (Code(text="a`b"), "``a`b``"),
        (Link(href="https://example.org/", children=line("so")), "[so](<https://example.org/>)"),
        (Link(href="#b1", children=line("so")), "so"),
        (Link(href="https://example.org/", children=()), "[https://example.org/](<https://example.org/>)"),
        (InlineImage(src="https://example.org/s.png", alt="star"), "![star](<https://example.org/s.png>)"),
        (InlineImage(src="javascript:x", alt="star"), "star"),
    ],
)
def test_inlines_have_their_markup(child: Inline, text: str) -> None:
    assert inline(child) == text


def test_a_line_break_is_a_backslash_at_the_end_and_the_next_line_is_guarded() -> None:
    assert inline(Text(text="Ada"), LineBreak(), Text(text="- Bob"), LineBreak()) == "Ada\\\n\\- Bob"


def test_a_link_in_a_link_is_its_words() -> None:
    inner = Link(href="https://example.org/b", children=line("b"))
    assert inline(Link(href="https://example.org/a", children=(*line("a "), inner))) == "[a b](<https://example.org/a>)"


def test_lists_are_nested_and_keep_their_numbers() -> None:
    inner = List(items=(ListItem(blocks=(said("a"),)), ListItem(blocks=(said("b"),))), ordered=True, start=3)
    assert written(List(items=(ListItem(blocks=(said("one"), inner)),))) == "- one\n  3. a\n  4. b\n"


def test_numbers_that_markdown_cannot_count_are_text() -> None:
    items = (ListItem(blocks=(said("bronze"),)), ListItem(blocks=(said("silver"),)))
    block = List(items=items, ordered=True, reversed=True)
    assert written(block) == "- 2\\. bronze\n- 1\\. silver\n"
    assert kinds(block) == ["list-numbers"]


def test_two_lists_in_a_row_stay_two() -> None:
    one = List(items=(ListItem(blocks=(said("a"),)),))
    assert written(one, one, one) == "- a\n\n+ a\n\n- a\n"
    assert as_html(written(one, one)).count("<ul>") == 2


def test_a_definition_list_is_a_list_with_bold_terms() -> None:
    block = DefinitionList(items=(Definition(terms=(line("Quay"),), blocks=(said("A place."),)),))
    assert written(block) == "- **Quay**\n\n  A place.\n"
    assert kinds(block) == ["definition-lists"]


def test_quotes_asides_and_pull_quotes_are_block_quotes() -> None:
    assert written(Quote(blocks=(said("We sail."),), attribution=line("Ada"))) == "> We sail.\n>\n> — Ada\n"
    assert written(Callout(kind="update", blocks=(said("New."),))) == "> **Update**\n>\n> New.\n"
    assert written(Details(summary=line("More"), blocks=(said("Here."),))) == "> **More**\n>\n> Here.\n"
    assert written(PullQuote(children=line("So."))) == "> So.\n"


def test_a_figure_is_its_picture_and_its_caption_in_italics() -> None:
    image = Image(src="https://example.org/a.jpg", alt="A [ferry]")
    figure = Figure(
        images=(image,), caption=(Text(text="It "), Emphasis(children=line("sails"))), credit=line("J. Doe")
    )
    assert written(figure) == "![A \\[ferry\\]](<https://example.org/a.jpg>)\\\n*It sails*\\\nCredit: J. Doe\n"


def test_a_table_has_one_row_of_headers() -> None:
    table = Table(rows=(cells("Year", "a | b"), cells("2019")), header_rows=1)
    assert written(table) == "| Year | a \\| b |\n| --- | --- |\n| 2019 |\n"
    assert written(Table(rows=(cells("2019"),))) == "|  |\n| --- |\n| 2019 |\n"


def test_a_bar_in_code_does_not_cut_a_cell() -> None:
    cell = Cell(blocks=(Paragraph(children=(Code(text="a | b"),)),))
    html = as_html(written(Table(rows=(Row(cells=(cell,)),))))
    assert "<td>a | b</td>" in html


def test_what_a_table_loses_is_said() -> None:
    spanning = Cell(blocks=(List(items=(ListItem(blocks=(said("a"),)),)),), colspan=2)
    assert kinds(Table(rows=(Row(cells=(spanning,)),), header_rows=2)) == [
        "table-spans",
        "table-headers",
        "table-cells",
    ]


def test_code_blocks_and_breaks() -> None:
    assert written(CodeBlock(text="</script>\n```", language="html")) == "````html\n</script>\n```\n````\n"
    assert written(said("a"), ThematicBreak()) == "a\n\n***\n"


def test_an_embed_is_a_named_link_with_what_the_page_showed() -> None:
    embed = Embed(kind="post", url="https://example.org/1", provider="Chirp", blocks=(said("Hello."),))
    assert written(embed) == "[Post: Chirp](<https://example.org/1>)\n\n> Hello.\n"


def note(note_id: str, label: str, *blocks: Block) -> Note:
    return Note(id=note_id, label=label, blocks=blocks)


def reference(note_id: str, label: str = "1") -> Paragraph:
    return Paragraph(children=(Text(text="So they say."), NoteReference(label=label, note_id=note_id)))


def test_notes_are_footnotes_under_their_printed_label() -> None:
    notes = Notes(items=(note("n1", "[a]", said("See the minutes."), said("Page 3.")),))
    assert written(reference("n1", "[a]"), notes) == "So they say.[^a]\n\n[^a]: See the minutes.\n\n    Page 3.\n"


def test_a_label_that_can_be_no_name_gets_a_number_that_is_free() -> None:
    notes = Notes(items=(note("n1", "1", said("First of all.")), note("n2", "*", said("A second one."))))
    assert "[^2]: A second one." in written(reference("n1"), reference("n2", "*"), notes)


def test_a_note_that_nothing_leads_to_is_a_list_item_for_footnotes_would_hide_it() -> None:
    assert written(Notes(items=(note("n1", "*", said("Alone.")),))) == "## Notes\n\n- \\*: Alone.\n"


def test_of_two_notes_with_one_id_none_is_lost() -> None:
    twins = Notes(items=(note("n1", "1", said("The first one.")), note("n1", "2", said("The second one."))))
    text = written(reference("n1"), twins)
    assert text.endswith("[^1]: The first one.\n\n## Notes\n\n- 2: The second one.\n")


def test_a_mark_without_a_note_is_text() -> None:
    assert written(reference("n9")) == "So they say.\\[1\\]\n"


def test_a_mark_inside_a_link_follows_it() -> None:
    link = Link(href="https://example.org/", children=(Text(text="here"), NoteReference(label="1", note_id="n1")))
    text = written(Paragraph(children=(link,)), Notes(items=(note("n1", "1", said("See the minutes.")),)))
    assert text.startswith("[here](<https://example.org/>)[^1]\n")


@pytest.mark.parametrize("first", ["javascript:alert(1)", "javascript:alert(1) (x)", 'javascript:alert(1) "x"'])
def test_a_note_never_reads_as_an_address_where_footnotes_are_unknown(first: str) -> None:
    html = as_html(written(reference("n1"), Notes(items=(note("n1", "1", said(first)),))))
    assert "href" not in html
    assert "javascript:alert(1)" in html


def test_code_in_a_note_stays_code_where_footnotes_are_unknown() -> None:
    notes = Notes(items=(note("n1", "1", CodeBlock(text="x\n\n<script>alert(1)</script>")),))
    assert "<script" not in as_html(written(reference("n1"), notes))


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "<?php", "&lt;script&gt;",
        "&#60;script>",
        "[x](javascript:alert(1))", "![x](javascript:alert(1))", "<javascript:alert(1)>",
        "[x]: javascript:alert(1)",
        "```\n<script>\n```", "    <script>", "`<script>", "\\<script>",
        "</p><script>", "<\x00script>", "<\u202escript>",
    ],
)  # fmt: skip
def test_a_payload_is_text_wherever_it_stands(payload: str) -> None:
    text = line(payload)
    metadata = Metadata(
        title=payload, kicker=payload, summary=payload, authors=(payload,), site_name=payload, url=payload
    )
    figure = Figure(images=(Image(src=payload, alt=payload),), caption=text, credit=text)
    body = (
        Paragraph(children=text),
        Heading(level=2, children=text),
        Paragraph(children=(Code(text=payload), Link(href=payload, children=text))),
        Paragraph(children=(Link(href="https://example.org/", children=(Code(text=payload),)),)),
        figure,
        CodeBlock(text=payload, language=payload),
        Table(rows=(Row(cells=(Cell(blocks=(Paragraph(children=text),)),)),), caption=text),
        Embed(kind="video", url=payload, title=payload, provider=payload),
        reference("n1"),
        Notes(items=(note("n1", "1", Paragraph(children=text)), note(payload, payload, Paragraph(children=text)))),
    )
    html = as_html(render(Article(metadata=metadata, body=body)).text)
    for active in ("<script", "<img src=x", "<!--", "<?php", 'href="javascript', 'src="javascript'):
        assert active not in html
