"""Words within a line."""

import pytest
from fixtures.every_block import words

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Details, Heading, Note, Notes, Paragraph
from a11ynews.model.inlines import (
    Abbreviation,
    Deleted,
    Emphasis,
    Inline,
    InlineImage,
    InlineQuote,
    Link,
    Math,
    NoteReference,
    Ruby,
    Span,
    Strong,
    Text,
    Time,
)
from a11ynews.render.html import Options, render

ALONE = Options(document=False, aids=True, reading_time=False, contents=0)


def line(*children: Inline, language: str = "en") -> str:
    article = Article(metadata=Metadata(title="x", language=language), body=(Paragraph(children=children),))
    return render(article, ALONE).text.partition("</header>\n<p>")[2].rpartition("</p>\n</article>")[0]


def test_text_is_escaped_and_never_markup() -> None:
    assert line(Text(text='AT&T <b>"now"</b>')) == "AT&amp;T &lt;b&gt;&quot;now&quot;&lt;/b&gt;"


def test_elements_nest_as_the_model_does() -> None:
    assert line(Emphasis(children=(Strong(children=words("so")),))) == "<em><strong>so</strong></em>"


@pytest.mark.parametrize("href", ["https://example.org/", "mailto:desk@example.org", "tel:+44-20-7946-0000"])
def test_a_link_of_an_allowed_kind_is_a_link(href: str) -> None:
    assert line(Link(href=href, children=words("here it is"))) == f'<a href="{href}">here it is</a>'


@pytest.mark.parametrize("href", ["javascript:x", "ftp://example.org/", "//example.org", "#nowhere", "", "/a"])
def test_a_link_that_leads_nowhere_safe_keeps_its_words(href: str) -> None:
    assert line(Link(href=href, children=words("here it is"))) == "here it is"


def test_a_refused_address_is_reported() -> None:
    body = (Paragraph(children=(Link(href="javascript:x", children=words("here")),)),)
    rendering = render(Article(metadata=Metadata(language="en"), body=body))
    assert [notice.kind for notice in rendering.notices] == ["address-refused"]


def test_a_link_without_words_is_no_link() -> None:
    assert "<a" not in line(Text(text="x"), Link(href="https://example.org/", children=words(" ")))


def test_links_do_not_nest() -> None:
    inner = Link(href="https://example.org/in", children=words("in"))
    assert line(Link(href="https://example.org/", children=(*words("out "), inner))) == (
        '<a href="https://example.org/">out in</a>'
    )


def test_an_expansion_is_said_at_the_first_use_and_not_again() -> None:
    short = Abbreviation(children=words("RRT"), expansion="River Restoration Trust")
    assert line(short, Text(text=" and "), short) == (
        '<abbr title="River Restoration Trust">RRT</abbr> <span class="added">(River Restoration Trust)</span> and '
        '<abbr title="River Restoration Trust">RRT</abbr>'
    )


def test_an_expansion_that_the_text_has_just_given_is_not_repeated() -> None:
    short = Abbreviation(children=words("RRT"), expansion="River Restoration Trust")
    assert "added" not in line(Text(text="The River Restoration Trust ("), short, Text(text=")"))


def test_deleted_words_are_said_to_be_deleted() -> None:
    assert line(Deleted(children=words("four"))) == (
        '<del><span class="aside-word">deleted: </span>four<span class="aside-word"> end of deletion </span></del>'
    )


def test_words_in_another_language_carry_its_tag_and_direction() -> None:
    assert line(Span(lang="ar", children=words("نهر"))) == '<span lang="ar" dir="rtl">نهر</span>'
    assert line(Span(lang="<b>", children=words("x"))) == "<span>x</span>"


@pytest.mark.parametrize("value", ["2024-04-28", "2024-04", "2024", "09:30", "2024-04-28T09:30:00Z"])
def test_a_time_that_machines_can_read_is_marked(value: str) -> None:
    assert line(Time(datetime=value, children=words("then"))) == f'<time datetime="{value}">then</time>'


@pytest.mark.parametrize("value", ["2024-02-31", "soon", "24:60", "99999-01-01", "٢٠٢٤-٠٤-٢٨", ""])
def test_a_time_that_is_none_is_only_its_words(value: str) -> None:
    assert line(Time(datetime=value, children=words("then"))) == "then"


def test_a_reading_stands_beside_its_characters_with_brackets_for_those_who_need_them() -> None:
    assert line(Ruby(base="川", reading="かわ"), language="ja") == ("<ruby>川<rp>(</rp><rt>かわ</rt><rp>)</rp></ruby>")


def test_a_formula_brings_its_words_and_its_source() -> None:
    assert line(Math(text="a²", latex="a^2", spoken="a squared")) == (
        '<math data-latex="a^2" alttext="a squared"><mtext>a²</mtext></math>'
    )


def test_a_small_picture_has_its_words_and_without_address_is_its_words() -> None:
    assert line(InlineImage(src="https://example.org/s.png", alt="four stars")) == (
        '<img class="glyph" src="https://example.org/s.png" alt="four stars">'
    )
    assert line(InlineImage(src="data:text/html,x", alt="four stars")) == "four stars"


def test_a_quotation_names_its_source_only_where_it_is_a_web_address() -> None:
    assert line(InlineQuote(cite="https://example.org/", children=words("so"))) == (
        '<q cite="https://example.org/">so</q>'
    )
    assert line(InlineQuote(cite="javascript:x", children=words("so"))) == "<q>so</q>"


def test_notes_lead_there_and_back_for_each_mark() -> None:
    mark = NoteReference(label="1", note_id="n1")
    note = Note(id="n1", label="1", blocks=(Paragraph(children=words("Minutes.")),))
    body = (Paragraph(children=(*words("One"), mark, *words(" two"), mark)), Notes(items=(note,)))
    text = render(Article(metadata=Metadata(language="en"), body=body), ALONE).text
    first = '<a id="story-mark1" href="#s-n1" role="doc-noteref" aria-label="Note 1">1</a>'
    assert f'<sup class="note-mark">{first}</sup>' in text
    assert '<li id="s-n1"><p>Minutes. <a href="#story-mark1" role="doc-backlink"' in text
    assert 'href="#story-mark2" role="doc-backlink" aria-label="Back to the text (2), note 1">' in text


def test_a_mark_without_a_note_is_only_raised() -> None:
    assert line(Text(text="x"), NoteReference(label="7", note_id="lost")) == "x<sup>7</sup>"


def test_marks_that_are_no_numbers_are_printed_with_their_notes() -> None:
    note = Note(id="n1", label="*", blocks=(Paragraph(children=words("Not confirmed.")),))
    body = (Paragraph(children=(*words("x"), NoteReference(label="*", note_id="n1"))), Notes(items=(note,)))
    text = render(Article(metadata=Metadata(language="en"), body=body), ALONE).text
    assert '<ul>\n<li id="s-n1"><span class="note-label">*</span> ' in text


def test_no_link_stands_in_a_summary_or_in_the_contents() -> None:
    link = Link(href="https://example.org/", children=words("linked"))
    details = Details(summary=(link,), blocks=(Paragraph(children=words("x")),))
    heads = tuple(Heading(id=f"b{n}", level=2, children=(link,)) for n in range(3))
    article = Article(metadata=Metadata(language="en"), body=(details, *heads))
    text = render(article, Options(document=False, aids=True)).text
    assert "<summary>linked</summary>" in text
    assert '<li><a href="#s-b0">linked</a></li>' in text
    assert '<h2 id="s-b0"><a href="https://example.org/">linked</a></h2>' in text


def linked(text: str, href: str) -> Link:
    return Link(href=href, children=words(text))


def test_a_link_whose_words_say_nothing_is_named_by_where_it_leads() -> None:
    assert line(linked("Read more", "https://e.org/mills")) == (
        '<a href="https://e.org/mills" aria-label="Read more (e.org)">Read more</a>'
    )


def test_links_with_the_same_words_are_told_apart_by_name() -> None:
    shown = line(
        linked("Amazon", "https://a.example/1"),
        linked("Amazon", "https://b.example/2"),
        linked("Amazon", "https://b.example/3"),
        linked("amazon", "https://a.example/1"),
    )
    assert shown.count("aria-label") == 2
    assert 'aria-label="Amazon (b.example)"' in shown
    assert 'aria-label="Amazon (b.example, 3)"' in shown


def test_the_name_of_a_link_to_a_file_begins_with_its_label_and_kind() -> None:
    shown = line(linked("the original", "https://a.example/x.pdf"), linked("the original", "https://b.example/y.pdf"))
    assert 'aria-label="the original (PDF), b.example"' in shown  # WCAG 2.5.3, Label in Name
    assert 'aria-label="here (PDF), a.example"' in line(linked("here", "https://a.example/x.pdf"))


@pytest.mark.parametrize(
    ("href", "text", "mark"),
    [
        ("https://e.org/report.pdf", "the report", ' <span class="added">(PDF)</span>'),
        ("https://e.org/report.PDF?v=2", "the report", ' <span class="added">(PDF)</span>'),
        ("https://e.org/report.pdf", "the report (pdf, 2 MB)", ""),
        ("https://e.org/report.html", "the report", ""),
        ("https://e.org/?file=report.pdf.html", "the report", ""),
    ],
)
def test_a_link_to_a_file_says_what_it_is(href: str, text: str, mark: str) -> None:
    assert line(linked(text, href)) == f'<a href="{href}">{text}{mark}</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("חום: −5°C היום", 'חום: <bdi dir="ltr">−5°C</bdi> היום'),
        ("בטלפון +972-3-555-0142.", 'בטלפון <bdi dir="ltr">+972-3-555-0142</bdi>.'),
        ("شمارهٔ +98 21 5550 0142", 'شمارهٔ <bdi dir="ltr">+98 21 5550 0142</bdi>'),
        ("رشد −۱۲٫۵٪ بود", 'رشد <bdi dir="ltr">−۱۲٫۵٪</bdi> بود'),
        ("بين 1984–1990 و-5 أيام", "بين 1984–1990 و-5 أيام"),
        ("ב-5.4.2024 בשעה 9:00–17:00", "ב-5.4.2024 בשעה 9:00–17:00"),
        ("COVID-19, B-52 ו-F-16", "COVID-19, B-52 ו-F-16"),
    ],
)
def test_signed_and_telephone_numbers_run_from_left_to_right_within_words_that_do_not(text: str, shown: str) -> None:
    assert line(Text(text=text), language="he").partition("<p>")[0] == shown
    assert line(Text(text=text)) == text  # from left to right there is nothing to keep apart


def test_emphasis_of_words_in_another_language_is_one_element() -> None:
    span = Span(lang="no", children=words("Endelig"))
    assert line(Emphasis(children=(span,))) == '<em lang="no" dir="ltr">Endelig</em>'
    assert line(Emphasis(children=(*words("At last: "), span))).count("<span") == 1
