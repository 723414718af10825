"""What the themes of blogs say below a story: when, by whom and under what it was posted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import a11ynews
from a11ynews.model.article import Article

STORY = (
    "<p>The ferry sails again on Monday, said the harbour office, after two winters in the dry dock of the town.</p>"
    * 9
)
POSTED = (
    '<footer class="entry-meta">This entry was posted in <a href="/c/i" rel="category tag">Islands</a> and tagged '
    '<a href="/tag/ferry/" rel="tag">ferry</a>, <a href="/tag/docks/" rel="tag">docks</a> on <a href="/f" '
    'rel="bookmark"><time datetime="2013-02-11T07:42:10+00:00">February 11, 2013</time></a> by '
    '<span class="author vcard"><a rel="author" href="/author/odile/">Odile Farrant</a></span>.</footer>'
)


def read(below: str) -> Article:
    return a11ynews.parse(f"<body><article><h1>The ferry returns</h1>{STORY}{below}</article></body>")


def test_the_line_below_a_story_says_when_and_by_whom_and_under_what() -> None:
    article = read(POSTED)
    assert article.authors == ("Odile Farrant",)
    assert article.published == datetime(2013, 2, 11, 7, 42, 10, tzinfo=UTC)
    assert article.tags == ("ferry", "docks")
    assert article.section == "Islands"


def test_it_is_no_part_of_the_story() -> None:
    assert "posted in" not in read(POSTED).text


NOT_OF_THE_STORY = {
    "another entry": f'</article><article class="teaser">{POSTED}',
    "a reader's": POSTED.replace("entry-meta", "comment-meta comment").replace(
        "<footer", '<div class="comments"><footer'
    ),
    "several people": POSTED.replace("</footer>", ' and <a rel="author" href="/author/bo">Bo Lind</a></footer>'),
}


@pytest.mark.parametrize("below", NOT_OF_THE_STORY.values(), ids=NOT_OF_THE_STORY)
def test_a_line_of_somebody_else_names_no_author(below: str) -> None:
    assert read(below).authors in ((), ("Odile Farrant", "Bo Lind"))


def test_a_place_or_a_job_behind_a_name_is_no_surname() -> None:
    for word in ("location", "role"):
        name = f'<span class="name">Rasheda Khatun</span><span class="author-{word}">Sirajganj</span>'
        card = f'<div class="story-author">{name}</div>'
        page = f"<body><article><h1>The ferry returns</h1>{card}{STORY}</article></body>"
        assert a11ynews.parse(page).authors == ("Rasheda Khatun",)


def test_rdfa_says_when_a_story_was_made() -> None:
    line = '<span property="dc:date dc:created" content="2016-09-14T17:22:00+02:00">Soumis le 14/09/2016</span>'
    found = read(line).published
    assert found is not None
    assert found.isoformat() == "2016-09-14T17:22:00+02:00"


def test_topics_may_be_a_list_without_links() -> None:
    assert read('<div class="tag-list"><ul class="tags"><li>أرشيف</li><li>تراث</li></ul></div>').tags == (
        "أرشيف",
        "تراث",
    )
    assert read('<ul class="facts"><li>Built in 1938</li><li>Closed in 2012</li></ul>').tags == ()


def test_topics_in_the_footer_of_the_story_are_its_own_and_those_in_the_site_s_are_not() -> None:
    footer = (
        '<footer class="entry-footer"><span class="tags-links"><a href="/tag/ferry" rel="tag">ferry</a></span></footer>'
    )
    assert read(footer).tags == ("ferry",)
    assert read(f"</article>{footer}<article>").tags == ()


def test_a_menu_called_topics_is_a_list_of_topics() -> None:
    menu = '<nav aria-label="tags"><ul><li><a href="/blog/tags/ferry">ferry</a></li></ul></nav>'
    assert read(menu).tags == ("ferry",)
    assert read(menu.replace('"tags"', '"Site"')).tags == ()


def test_a_date_may_be_the_title_of_an_abbreviation_as_old_blogs_have_it() -> None:
    time = '<abbr class="published" title="2011-07-18T20:41:00+07:00">20.41</abbr>'
    found = read(f'<div class="post-footer">Posted by Ratna at {time}</div>').published
    assert found is not None
    assert found.isoformat() == "2011-07-18T20:41:00+07:00"


def test_the_date_of_a_comment_is_not_the_story_s() -> None:
    assert read('<div class="comments"><p class="comment-footer">18 July 2011, 22:10</p></div>').published is None


# -- the site's name ---------------------------------------------------------------------------------


def name(title: str, home: str) -> str | None:
    return a11ynews.parse(f"<title>{title}</title><body>{home}<h1>The ferry returns</h1>{STORY}</body>").site_name


def test_what_the_title_ends_with_is_the_site_if_the_link_home_says_so() -> None:
    assert name("The ferry returns | Harbour Gazette", '<a href="/">Harbour Gazette</a>') == "Harbour Gazette"
    assert (
        name("The ferry returns - Harbour Gazette", '<a href="/"><img alt="Harbour Gazette"></a>') == "Harbour Gazette"
    )


def test_what_only_the_title_says_is_not_believed() -> None:
    assert name("The ferry returns | The second winter", '<a href="/">Home</a>') is None
