"""Links within an article lead to headings by the names that these get where Markdown is shown."""

from __future__ import annotations

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, LivePost, Paragraph
from a11ynews.model.inlines import Inline, Link, Text
from a11ynews.render.markdown import Options, render


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def linked(text: str, to: str) -> Paragraph:
    return Paragraph(children=(Link(href=f"#{to}", children=words(text)),))


def test_a_link_leads_to_the_heading_and_the_second_of_two_alike_is_numbered() -> None:
    story = Article(
        metadata=Metadata(title="The mill"),
        body=(
            linked("first", "b1"), linked("second", "b2"),
            Heading(id="b1", level=2, children=words("The mill")),
            Heading(id="b2", level=2, children=words("The mill")),
        ),
    )  # fmt: skip
    assert "[first](<#the-mill-1>)\n\n[second](<#the-mill-2>)" in render(story).text
    assert "[first](<#the-mill>)\n\n[second](<#the-mill-1>)" in render(story, Options(header=False)).text


def test_a_link_to_a_live_post_leads_to_its_heading_with_its_time() -> None:
    post = LivePost(time="9.12 am", blocks=(Heading(id="b1", level=2, children=words("A trout!")), linked("up", "b1")))
    assert "## 9.12 am A trout!\n\n[up](<#912-am-a-trout>)" in render(Article(body=(post,))).text


def test_a_link_to_a_place_that_is_no_heading_is_its_words_and_a_notice_says_so() -> None:
    told = render(Article(body=(linked("the table", "b9"),)))
    assert told.text == "the table\n"
    assert [notice.kind for notice in told.notices] == ["internal-links"]
