"""Blocks: lists, quotes, asides, figures, tables, recordings."""

import re

import html5lib
import pytest
from fixtures.every_block import cell, group, said, words

import a11ynews
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cell,
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
    Media,
    Note,
    Notes,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    Row,
    Table,
    Track,
)
from a11ynews.model.inlines import Link
from a11ynews.render.html import Options, render

ALONE = Options(document=False, aids=True, reading_time=False, contents=0)


def written(*body: Block, language: str = "en", options: Options = ALONE) -> str:
    article = Article(metadata=Metadata(title="x", language=language), body=body)
    return render(article, options).text.partition("</header>\n")[2].rpartition("</article>")[0]


PHOTO = "https://example.org/a.jpg"


def picture(alt: str | None, caption: str = "The mill in 1974.") -> str:
    text = written(Figure(images=(Image(src=PHOTO, alt=alt),), caption=words(caption) if caption else ()))
    return text.partition('alt="')[2].partition('"')[0]


def test_a_picture_is_described_in_the_words_of_the_page() -> None:
    assert picture("Two women carry saplings.") == "Two women carry saplings."


@pytest.mark.parametrize("alt", [None, "", "IMG_2041.JPG", "photo-1.webp", "The mill in 1974", "THE MILL IN 1974."])
def test_unknown_alt_file_names_and_repeated_captions_are_honest(alt: str | None) -> None:
    text = written(Figure(images=(Image(src=PHOTO, alt=alt),), caption=words("The mill in 1974.")))
    assert (
        '<span role="img" aria-label="Photo, described in the caption"><img src="https://example.org/a.jpg" alt=""'
        in text
    )


def test_a_picture_without_words_at_all_says_so_in_the_language_of_the_article() -> None:
    text = written(Figure(images=(Image(src=PHOTO),)), language="fr")
    assert '<span role="img" aria-label="Photo, sans description"><img' in text


def test_what_we_say_of_a_picture_is_never_its_alternative() -> None:
    assert picture(None, caption="") == picture(None) == ""


def test_a_decorative_picture_alone_keeps_its_empty_alternative() -> None:
    assert picture("", caption="") == ""


def test_the_first_picture_is_loaded_at_once_and_sizes_are_kept() -> None:
    image = Image(src=PHOTO, alt="a", width=640, height=360)
    first, second = written(Figure(images=(image,)), Figure(images=(image,))).splitlines()
    assert 'width="640" height="360"' in first
    assert "lazy" not in first
    assert 'loading="lazy"' in second


def test_a_wild_size_is_dropped() -> None:
    assert "width" not in written(Figure(images=(Image(src=PHOTO, alt="a", width=0, height=10**9),)))


@pytest.mark.parametrize(
    ("credit", "shown"),
    [
        ("B. Camera", "<span>Photo:</span> B. Camera"),
        ("Photo: B. Camera", "Photo: B. Camera"),
        ("© B. Camera", "© B. Camera"),
        ("(AP Photo/B. Camera)", "(AP Photo/B. Camera)"),
    ],
)
def test_a_credit_says_what_it_is(credit: str, shown: str) -> None:
    assert f'<span class="credit">{shown}</span></figcaption>' in written(Figure(credit=words(credit)))


def test_a_lost_picture_is_said_to_be_lost_and_an_archive_photo_to_be_one() -> None:
    text = written(Figure(caption=words("FILE - A ferry."), archive_photo=True))
    assert '<p class="added">The photo itself is not available here.</p>' in text
    assert '<span class="added">Archive photo.</span> FILE - A ferry.' in text


def test_a_quote_has_its_attribution_outside() -> None:
    assert written(Quote(blocks=(said("So.", 1),), attribution=words("A. Miller"))) == (
        '<figure class="quote"><blockquote>\n<p>So.</p>\n</blockquote><figcaption>A. Miller</figcaption></figure>\n'
    ).replace("<p>", '<p id="s-b1">')


def test_a_pull_quote_that_repeats_the_body_is_for_the_eye_only_and_holds_no_link() -> None:
    link = Link(href="https://example.org/", children=words("So it goes."))
    repeated = written(said("So it goes.", 1), PullQuote(children=(link,), repeats="b1"))
    assert '<figure class="pull-quote" aria-hidden="true"><blockquote><p>So it goes.</p>' in repeated
    assert "aria-hidden" not in written(PullQuote(children=words("So it goes.")))


@pytest.mark.parametrize(
    ("kind", "label"),
    [("correction", "Correction"), ("note", "Note"), ("editors-note", "Editor’s note"), ("update", "Update")],
)
def test_a_callout_is_a_note_that_says_its_kind(kind: CalloutKind, label: str) -> None:
    text = written(Callout(kind=kind, blocks=(said("x", 1),)))
    assert f'<div class="callout" role="note"><p class="label"><span>{label}</span></p>' in text


@pytest.mark.parametrize(
    ("kind", "title", "label"),
    [
        ("note", "About the ferry", "About the ferry"),
        ("warning", "Danger", "Danger"),
        ("tip", "Helpful tip", "Helpful tip"),
        ("warning", "High water", "<span>Warning: </span>High water"),
    ],
)
def test_a_callout_says_its_kind_once_and_makes_no_heading(kind: CalloutKind, title: str, label: str) -> None:
    text = written(Callout(kind=kind, title=words(title), blocks=(said("x", 1),)))
    assert f'<p class="label">{label}</p>' in text
    assert "<h" not in text


def test_the_page_s_own_heading_over_notes_is_theirs() -> None:
    notes = Notes(items=(Note(id="n1", label="1", blocks=(said("x", 1),)),))
    headed = written(Heading(id="b9", level=2, children=words("Footnotes")), notes)
    # No section: the Nu checker wants the heading of one within it.
    assert '<div class="notes" role="doc-endnotes" aria-labelledby="s-b9"><ol>' in headed.replace("\n", "")
    assert '<h2 id="story-notes0">Notes</h2>' in written(notes)


def test_a_live_post_can_be_found_by_its_heading_even_without_a_title() -> None:
    assert '<h2 id="story-h1">9.12 am</h2>' in written(LivePost(time="9.12 am", blocks=(said("x", 1),)))
    titled = written(LivePost(time="9.12 am", datetime="2024-04-28T09:12", title=words("A trout"), blocks=()))
    assert 'A trout</h2>\n<p class="when"><time datetime="2024-04-28T09:12">9.12 am</time></p>' in titled


def test_a_live_post_is_headed_by_its_own_heading_behind_the_name_of_who_wrote_it() -> None:
    heading = Heading(id="b2", level=3, children=words("A trout"))
    page = written(LivePost(time="9.12 am", blocks=(said("Ada Writer", 1), heading, said("It is large.", 3))))
    assert '<h2 id="s-b2">A trout</h2>\n<p class="when">9.12 am</p>\n<p id="s-b1">Ada Writer</p>' in page


def test_a_short_item_is_written_without_a_paragraph_and_numbers_are_kept() -> None:
    items = (ListItem(blocks=(said("one", 1),)), ListItem(blocks=(said("two", 2),), value=7))
    assert written(List(items=items, ordered=True, start=3)) == (
        '<ol start="3">\n<li id="s-b1">one</li>\n<li id="s-b2" value="7">two</li>\n</ol>\n'
    )


def test_definitions_always_have_a_term() -> None:
    text = written(DefinitionList(items=(Definition(terms=(), blocks=(said("x", 1),)),)))
    assert text == "<dl>\n<dt>–</dt><dd>x</dd>\n</dl>\n"


def test_code_keeps_its_lines_and_names_its_language() -> None:
    assert written(CodeBlock(text="a\r\n  <b>", language="c++")) == (
        '<pre dir="ltr"><code class="language-c++">a\n  &lt;b&gt;</code></pre>\n'
    )
    assert "class" not in written(CodeBlock(text="a", language='"><b>'))


def test_an_embed_is_a_titled_link_with_its_kind_and_its_place() -> None:
    text = written(Embed(kind="video", url="https://www.example.org/v/1", title="The day the water cleared"))
    assert '<a href="https://www.example.org/v/1">Video: The day the water cleared (example.org)</a>' in text


def test_a_post_is_quoted_in_full() -> None:
    text = written(Embed(kind="post", url="https://example.org/p", provider="Example Social", blocks=(said("Hi.", 1),)))
    assert '<blockquote cite="https://example.org/p">\n<p id="s-b1">Hi.</p>\n</blockquote>' in text
    assert ">Post (Example Social)</a>" in text


def test_an_embed_without_an_address_says_so() -> None:
    assert "Map</span>, <span>no address known</span>" in written(Embed(kind="map", url=None))


def test_a_recording_never_starts_by_itself_and_says_what_there_is_to_read() -> None:
    tracks = (
        Track(kind="captions", src="https://example.org/c.vtt", lang="en", label="English"),
        Track(kind="captions", src="https://elsewhere.example/c.vtt", lang="de"),
    )
    text = written(Media(kind="video", src="https://example.org/v.mp4", title="A film", duration_s=3725, tracks=tracks))
    assert '<video controls preload="none" src="https://example.org/v.mp4" aria-label="Video: A film">' in text
    assert "Video: A film (1 h 2 min)." in text
    assert text.count("<track") == 1
    assert "Captions (English)</a>" in text
    assert "Captions (de)</a>" in text


def test_a_recording_without_transcript_says_so_and_a_lost_one_too() -> None:
    assert "No transcript is known." in written(Media(kind="audio", src="https://example.org/a.mp3"))
    assert "The recording itself is not available here." in written(Media(kind="audio"))


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -1.0, 0.0, 1e12])
def test_a_length_that_is_none_is_not_said(seconds: float) -> None:
    assert "Audio. " in written(Media(kind="audio", src="https://example.org/a.mp3", duration_s=seconds)).replace(
        "</span>", ""
    )


def test_what_was_omitted_is_said() -> None:
    text = written(Omitted(what="a puzzle", reason="It needs the script of the page."))
    assert text == '<p class="added">Left out: a puzzle. It needs the script of the page.</p>\n'


def test_empty_blocks_leave_no_empty_elements() -> None:
    empty = (Paragraph(children=()), List(items=()), DefinitionList(items=()), Figure(), Table(rows=()))
    assert written(*empty) == ""


# -- tables --------------------------------------------------------------------------------------


def rows(*lines: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(Row(cells=tuple(cell(text) for text in line)) for line in lines)


def test_a_table_has_a_caption_headers_with_scope_and_a_list_form() -> None:
    table = Table(rows=rows(("Year", "Trout"), ("2001", "0")), header_rows=1, header_columns=1, caption=words("Fish"))
    assert written(table) == (
        '<div class="scroll"><table><caption>Fish</caption>\n'
        '<thead>\n<tr><th scope="col">Year</th><th scope="col">Trout</th></tr>\n</thead>\n'
        '<tbody>\n<tr><th scope="row">2001</th><td>0</td></tr>\n</tbody>\n</table>\n'
        "<details><summary>Table 1 as a list</summary><ul>\n"
        "<li><strong>2001</strong>: Trout: 0.</li>\n</ul></details>\n</div>\n"
    )


def test_a_table_without_caption_is_numbered_and_without_headers_its_columns_are() -> None:
    text = written(
        Table(
            rows=rows(
                ("oak", "alder"),
            )
        )
    )
    assert "<caption><span>Table 1</span></caption>" in text
    assert '<th scope="col">Column 1</th><th scope="col">Column 2</th>' in text
    assert "<li>oak; alder.</li>" in text


def test_a_table_with_two_levels_of_headers_names_them_for_each_cell() -> None:
    table = Table(
        header_rows=2,
        header_columns=1,
        rows=(
            Row(cells=(cell("Mill", rowspan=2), cell("Width", colspan=2))),
            *rows(("before", "after"), ("Upper", "4", "9")),
        ),
    )
    tree = html5lib.parse(written(table), namespaceHTMLElements=False)
    names = {element.get("id"): "".join(element.itertext()) for element in tree.iter("th")}
    heads = [[names[name] for name in element.get("headers", "").split()] for element in tree.iter("td")]
    assert heads == [["Width", "before", "Upper"], ["Width", "after", "Upper"]]
    assert "<strong>Upper</strong>: Width, before: 4; Width, after: 9." in written(table)


def test_a_row_header_that_spans_rows_is_said_in_each() -> None:
    table = Table(
        header_rows=1,
        header_columns=1,
        rows=(
            *rows(("Mill", "Year", "Width")),
            Row(cells=(cell("Upper", rowspan=2), cell("1990"), cell("4"))),
            *rows(("2020", "9")),
        ),
    )
    text = written(table)
    assert "<li><strong>Upper</strong>: Year: 1990; Width: 4.</li>" in text
    assert "<li><strong>Upper</strong>: Year: 2020; Width: 9.</li>" in text


def test_spans_never_leave_the_table() -> None:
    table = Table(rows=(Row(cells=(cell("a", colspan=10**9, rowspan=10**9),)), *rows(("b",))))
    text = written(table)
    assert 'rowspan="2"' in text
    assert len(text) < 10**6


def test_a_huge_table_of_spans_is_linear() -> None:
    def length(count: int) -> int:
        line = Row(cells=tuple(cell("x", head=True, colspan=900, rowspan=900) for _ in range(count)))
        return len(written(Table(rows=(line,) * count, header_rows=count // 2)))

    assert length(32) / length(16) < 5  # four times the cells


def test_an_empty_header_cell_heads_nothing() -> None:
    table = Table(rows=rows(("", "Trout"), ("2001", "0")), header_rows=1, header_columns=1)
    assert '<tr><td></td><th scope="col">Trout</th></tr>' in written(table)


def test_the_name_of_a_group_opens_a_body_of_its_own_in_the_first_column() -> None:
    table = Table(
        header_rows=1,
        rows=(
            *rows(("Mill", "Width")),
            group("Open", 2),
            *rows(("Upper", "4")),
            group("Closed", 2),
            *rows(("Low", "5")),
        ),
    )
    text = written(table)
    assert text.count("<tbody>") == 2
    assert '<tbody>\n<tr><th scope="rowgroup">Closed</th><td></td></tr>\n<tr><td>Low</td>' in text
    assert "<li><strong>Closed</strong></li>\n<li>Mill: Low; Width: 5.</li>" in text


def test_the_name_of_a_group_heads_the_cells_beside_it_where_columns_have_no_heads() -> None:
    text = written(
        Table(header_columns=1, rows=(*rows(("Built", "1810")), group("Owners", 2), *rows(("1810", "Reed"))))
    )
    assert '<tr><th scope="row">Owners</th><td></td></tr>' in text


def test_where_cells_name_their_headers_and_the_first_column_has_values_a_group_is_a_plain_cell() -> None:
    head = Row(cells=(cell("Mill", rowspan=2), cell("Width", colspan=2)))
    table = Table(header_rows=2, rows=(head, *rows(("before", "after")), group("Open", 3), *rows(("Upper", "4", "9"))))
    assert '<td headers="story-t1r0c0 story-t1r0c1 story-t1r1c1 story-t1r1c2" colspan="3">Open</td>' in written(table)


def test_header_cells_among_values_are_plain_cells() -> None:
    odd = Row(cells=(cell("Upper", head=True), cell("4"), cell("Lower", head=True), cell("5")))
    table = Table(rows=(odd, *rows(("x", "6", "y", "7"))))
    text = written(table)
    assert "<td>Lower</td>" in text
    assert '<th scope="col">Column 1</th>' in text


def test_a_column_that_nothing_heads_is_named_by_its_number() -> None:
    text = written(Table(header_rows=1, rows=rows(("Mill", ""), ("Upper", "4"))))
    assert '<th scope="col">Mill</th><th scope="col">Column 2</th>' in text
    short = written(Table(header_rows=1, rows=rows(("Mill",), ("Upper", "4"))))
    assert '<th scope="col">Mill</th><th scope="col">Column 2</th>' in short


def test_what_is_noted_of_a_table_stands_below_it() -> None:
    text = written(Table(header_rows=1, rows=rows(("Mill",), ("Upper",)), notes=(said("Source: the trust.", 1),)))
    assert text.endswith('</div>\n<p id="s-b1">Source: the trust.</p>\n')


def posts(*moments: str | None) -> tuple[LivePost, ...]:
    return tuple(LivePost(datetime=moment, time=moment or "", blocks=(said("Words.", 1),)) for moment in moments)


@pytest.mark.parametrize(
    ("moments", "told"),
    [
        (("2024-04-28T10:00Z", "2024-04-28T09:00Z"), "2 posts, the newest first"),
        (("2024-04-28T09:00Z", "2024-04-28T10:00Z"), "2 posts, the oldest first"),
        (("2024-04-28T09:00Z", "2024-04-28T10:00Z", "2024-04-28T08:00Z"), ""),
        (("2024-04-28T09:00Z", None), ""),
        (("2024-04-28T09:00Z", "2024-04-28T10:00"), ""),
        (("2024-04-28T09:00Z",), ""),
    ],
)
def test_a_live_page_says_in_which_order_its_posts_stand(moments: tuple[str | None, ...], told: str) -> None:
    text = render(Article(metadata=Metadata(title="x", language="en"), body=posts(*moments))).text
    assert ("posts, the" in text) == bool(told)
    assert told in text


def test_the_pictures_of_a_gallery_are_counted() -> None:
    images = tuple(Image(src=f"https://e.org/{n}.jpg", alt=f"Picture of {n}") for n in "abc")
    text = render(Article(metadata=Metadata(title="x", language="en"), body=(Figure(images=images),))).text
    assert [f"Picture {n} of 3" in text for n in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize(("count", "told"), [(1, False), (2, False), (3, True), (4, True)])
def test_figures_in_a_row_are_counted_from_three_on(count: int, told: bool) -> None:  # noqa: FBT001 - parametrized
    row = tuple(Figure(images=(Image(src=f"https://e.org/{n}.jpg", alt=f"Mill {n}"),)) for n in range(count))
    text = render(Article(metadata=Metadata(title="x", language="en"), body=(*row, said("Words.", 1)))).text
    assert (f"Picture {count} of {count}" in text) == told
    assert ("Picture 1 of" in text) == told


def test_a_table_of_header_cells_alone_has_a_list_that_takes_the_focus() -> None:
    table = Table(header_rows=1, rows=(Row(cells=(cell("Mill"), cell("Width"))),))
    text = render(Article(metadata=Metadata(title="x", language="en"), body=(table,))).text
    assert "<summary>Table 1 as a list</summary><ul>\n<li>Mill, Width</li>" in text


def test_a_heading_within_a_header_cell_is_a_line_in_bold() -> None:
    title = Heading(id="b3", level=3, children=words("Trout"))
    head = Cell(is_header=True, scope="col", blocks=(title, said("in tonnes", 4)))
    plain = Cell(blocks=(Heading(id="b6", level=3, children=words("Perch")), said("in boxes", 7)))
    table = Table(rows=(Row(cells=(head, plain)), Row(cells=(Cell(blocks=(said("412", 8),)), plain))), header_rows=1)
    shown = written(table, options=Options(document=False))
    assert '<p id="s-b3"><strong>Trout</strong></p>' in shown  # HTML allows no heading within "th"
    assert "<h2" in shown.partition("<tbody>")[2]


def test_code_has_one_direction_and_no_language_of_people() -> None:
    shown = written(CodeBlock(id="b1", lang="cpp", text="int x;"))
    assert shown == '<pre id="s-b1" dir="ltr"><code>int x;</code></pre>\n'


def test_a_cell_that_names_its_headers_keeps_its_direction() -> None:
    article = a11ynews.parse(
        "<p>It sails on Monday.</p><table><tr><th>A<th colspan=2>B<tr><th>C<th>D<th>E"
        "<tr><td><p dir=rtl>12<td>2<td>3<tr><td>4<td>5<td>6</table>"
    )
    assert re.search('<td headers="[^"]+" dir="rtl">12</td>', article.to_html(document=False))
