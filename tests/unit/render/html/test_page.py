"""The page around the story: head, landmarks, headline, contents, source."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import html5lib
import pytest
from fixtures.every_block import every_block, words

from a11ynews.model.article import Article, Byline, Metadata
from a11ynews.model.blocks import Block, Figure, Heading, Image, Notes, Paragraph, Sidebar
from a11ynews.model.findings import Removed
from a11ynews.model.inlines import Text
from a11ynews.render.html import Options, render


def page(*body: Block, **metadata: object) -> str:
    fields = {"title": "A headline", "language": "en", **metadata}
    return render(Article(metadata=Metadata(**fields), body=body)).text  # type: ignore[arg-type]


def headings(*levels: int) -> tuple[Heading, ...]:
    return tuple(
        Heading(id=f"b{number}", level=level, children=words(f"Part {number}")) for number, level in enumerate(levels)
    )


def written_levels(text: str) -> list[int]:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return [int(element.tag[1]) for element in tree.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]


def test_a_page_says_its_language_its_direction_and_its_title() -> None:
    text = page(language="ar", site_name="The Example Times")
    assert text.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">')
    assert "<title>A headline – The Example Times</title>" in text


def test_an_unknown_language_is_called_undetermined_and_our_words_are_marked() -> None:
    rendering = render(Article(metadata=Metadata(title="x")))
    assert '<html lang="und" dir="ltr">' in rendering.text
    assert 'lang="en" dir="ltr"><a href="#story-main">Skip to the article</a>' in rendering.text
    assert [notice.kind for notice in rendering.notices] == ["language-unknown"]


def test_the_language_is_never_anything_but_a_language_tag() -> None:
    assert '<html lang="und"' in page(language='en" onclick="x')


def test_the_direction_that_the_page_gives_wins() -> None:
    assert '<html lang="en" dir="rtl">' in page(direction="rtl")


def test_the_skip_link_comes_first_and_leads_to_the_main_part() -> None:
    body = page().partition("<body>")[2]
    assert body.index('href="#story-main"') < body.index('<main id="story-main" tabindex="-1">')
    assert body.index("<a ") == body.index('<a href="#story-main"')


def test_everything_stands_in_one_landmark_of_each_kind() -> None:
    tree = html5lib.parse(render(every_block()).text, namespaceHTMLElements=False)
    body = tree.find("body")
    assert body is not None
    assert [child.tag for child in body] == ["nav", "header", "main", "footer"]
    assert len(tree.findall(".//main")) == 1


def test_there_is_one_h1_and_it_is_the_headline() -> None:
    assert page(*headings(1, 2)).count("<h1") == 1
    assert '<h1 id="story-title">A headline</h1>' in page()


def test_without_a_headline_the_site_or_the_word_article_stands_in_its_place() -> None:
    assert ">The Example Times</h1>" in page(title=None, site_name="The Example Times")
    assert ">Artikel</h1>" in page(title=None, language="de")


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ((2, 3, 4), [2, 3, 4]),
        ((4, 4, 4), [2, 2, 2]),
        ((2, 4, 3, 2), [2, 3, 3, 2]),
        ((6, 2, 5), [2, 2, 3]),
        ((2, 3, 4, 5, 6, 6), [2, 3, 4, 5, 6, 6]),
    ],
)
def test_heading_levels_start_at_two_and_never_skip(source: tuple[int, ...], written: list[int]) -> None:
    text = render(
        Article(metadata=Metadata(title="x", language="en"), body=headings(*source)), Options(contents=0)
    ).text
    assert written_levels(text) == [1, *written]


def test_headings_in_a_sidebar_stay_below_the_heading_that_it_stands_under() -> None:
    sidebar = Sidebar(title=words("Aside"), blocks=headings(2))
    first, second = headings(2, 2)
    body = (first, sidebar, dataclasses.replace(second, id="b9", level=3))
    text = render(Article(metadata=Metadata(title="x", language="en"), body=body), Options(contents=0)).text
    assert written_levels(text) == [1, 2, 3, 4, 3]


def test_a_heading_without_words_is_left_out() -> None:
    assert written_levels(page(Heading(level=2, children=words("  ")))) == [1]


def test_contents_are_listed_from_three_headings_on() -> None:
    assert "Contents" not in page(*headings(2, 2))
    text = page(*headings(2, 3, 2))
    assert '<nav class="contents" aria-labelledby="story-contents">' in text
    assert '<li><a href="#s-b0">Part 0</a>\n<ul>\n<li><a href="#s-b1">Part 1</a></li>\n</ul></li>' in text


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_there_once() -> None:
    tree = html5lib.parse(render(every_block()).text, namespaceHTMLElements=False)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    links = [element.get("href", "") for element in tree.iter("a")]
    targets = [href[1:] for href in links if href.startswith("#")]
    labels = [name for element in tree.iter() for name in (element.get("aria-labelledby") or "").split()]
    assert len(ids) == len(set(ids))
    assert len(targets) > 10
    assert set(targets) | set(labels) <= set(ids)


def test_the_byline_is_printed_as_it_was_and_else_made_of_the_authors() -> None:
    assert '<p class="byline">Words: Ada Writer</p>' in page(byline=Byline(text="Words: Ada Writer"), authors=("x",))
    assert '<p class="byline">By Ada Writer, Bo Reporter</p>' in page(authors=("Ada Writer", "Bo Reporter"))


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2024, 4, 28, 9, 30, tzinfo=UTC), "2024-04-28T09:30:00+00:00"),
        (datetime(2024, 4, 28, tzinfo=UTC), "2024-04-28"),
        (datetime(2024, 4, 28, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))), "2024-04-28T09:30:00+05:30"),
        (datetime(1880, 4, 28, 9, 30, tzinfo=timezone(timedelta(seconds=1172))), "1880-04-28T09:30:00"),
    ],
)
def test_dates_are_written_for_people_and_for_machines(moment: datetime, written: str) -> None:
    assert f'<time datetime="{written}">28 April' in page(published=moment)


def test_a_date_that_could_not_be_read_is_still_shown() -> None:
    assert "Published last spring</p>" in page(published_text="last spring")


def test_reading_time_is_said_by_the_speed_of_the_language() -> None:
    body = Paragraph(children=words("a" * 987 * 7))
    assert "about 7 min" in page(body)
    assert "約28分" in page(Paragraph(children=words("川" * 357 * 28)), language="ja")


def test_the_page_says_where_it_came_from() -> None:
    text = page(url="https://example.org/a?b=1&c=2", licence="CC BY 4.0")
    assert 'Source: <a href="https://example.org/a?b=1&amp;c=2">the original article at example.org</a>' in text
    assert '<link rel="canonical" href="https://example.org/a?b=1&amp;c=2">' in text
    assert "Licence: CC BY 4.0" in text


def test_an_address_that_is_no_web_address_is_not_linked() -> None:
    assert "javascript" not in page(url="javascript:alert(1)", canonical_url="data:text/html,x")


def test_what_was_left_out_is_shown_on_request_only() -> None:
    article = Article(
        metadata=Metadata(title="x", language="fr"),
        removed=(Removed(text="Partager", kind="share", reason="Buttons for sharing."),),
    )
    assert "Partager" not in render(article).text
    text = render(article, Options(show_removed=True)).text
    assert "<summary>Ce qui a été laissé de côté (1)</summary>" in text
    assert '<li><span lang="en" dir="ltr">Buttons for sharing.</span><br>Partager</li>' in text


def test_the_article_alone_brings_its_language_and_no_style() -> None:
    text = render(every_block(), Options(document=False)).text
    assert text.startswith('<article lang="en" dir="ltr" aria-labelledby="story-title">')
    assert text.endswith("</article>\n")
    assert "style" not in text.replace("stylesheet", "")
    assert "Skip to" not in text


def test_two_articles_on_one_page_can_have_different_ids() -> None:
    text = render(every_block(), Options(document=False, id_prefix="a1-")).text
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert all(element.get("id", "a1-").startswith("a1-") for element in tree.iter())


def test_offline_no_request_is_made_and_pictures_are_described() -> None:
    text = render(every_block(), Options(offline=True)).text
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert not [element for element in tree.iter() if element.get("src") or element.get("poster")]
    assert "Photo: Two women in rubber boots carry saplings across shallow water." in text


def test_offline_a_picture_that_leads_somewhere_still_does() -> None:
    walk = Image(src="https://a.example/map.png", alt="A map of the walk", href="https://walks.example/skerra")
    again = dataclasses.replace(walk, href="https://walks.example/norrvik")
    article = Article(metadata=Metadata(language="en"), body=(Figure(id="b1", images=(walk, again)),))
    text = render(article, Options(offline=True)).text
    assert '<a href="https://walks.example/skerra">Photo: A map of the walk</a>' in text
    assert 'aria-label="Photo: A map of the walk (walks.example)"' in text


def test_our_own_words_in_a_page_of_another_language_are_marked_as_english() -> None:
    text = page(*headings(2, 2, 2), Notes(items=()), language="mi")
    assert '<h2 id="story-contents" lang="en" dir="ltr">Contents</h2>' in text


def texts(thing: object) -> Iterator[str]:
    """All runs of text in a part of the model, in order."""
    if isinstance(thing, Text):
        yield thing.text
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name))


def test_every_word_of_the_body_is_on_the_page() -> None:
    article = every_block()
    shown = "".join(html5lib.parse(render(article).text, namespaceHTMLElements=False).itertext())
    runs = list(texts(article.body))
    assert len(runs) > 100
    assert [run for run in runs if run not in shown] == []


def test_the_same_article_gives_the_same_page() -> None:
    assert render(every_block()) == render(every_block())
