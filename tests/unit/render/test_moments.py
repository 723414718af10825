"""An age is told as a date; a date stays as it is printed."""

import pytest

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import NoteReference, Text, Time
from a11ynews.render.html import Options
from a11ynews.render.html import render as html
from a11ynews.render.markdown import render as markdown
from a11ynews.render.moments import told_date
from a11ynews.render.phrases import phrases_for
from a11ynews.render.text import render as text


def time(printed: str, machine: str = "2025-01-15T10:30:00Z") -> Time:
    return Time(datetime=machine, children=(Text(text=printed),))


@pytest.mark.parametrize("printed", ["2 hours ago", "5m", "vor 3 Stunden", "il y a 12 heures", "منذ 3 ساعات"])
def test_an_age_is_told_as_the_date(printed: str) -> None:
    assert told_date(time(printed), phrases_for("en")) == "15 January 2025"


@pytest.mark.parametrize(
    "printed",
    ["yesterday", "10:30", "15.1.2025", "Jan 14", "14 January", "2024", "15", "chapter 3 of a very long caption"],
)
def test_what_is_no_age_or_may_be_none_stays(printed: str) -> None:
    assert told_date(time(printed), phrases_for("en")) is None


@pytest.mark.parametrize("machine", ["10:30", "2025", "P2D", "2025-02-31T10:00Z"])
def test_without_a_day_nothing_can_be_told(machine: str) -> None:
    assert told_date(time("2 hours ago", machine), phrases_for("en")) is None


def test_a_note_s_mark_in_a_time_is_not_lost() -> None:
    marked = Time(datetime="2025-01-15", children=(Text(text="2 hours"), NoteReference(label="1", note_id="n1")))
    assert told_date(marked, phrases_for("en")) is None


def test_all_forms_tell_the_date() -> None:
    article = Article(metadata=Metadata(language="de"), body=(Paragraph(children=(time("vor 3 Stunden"),)),))
    assert '<time datetime="2025-01-15T10:30:00Z">15. Januar 2025</time>' in html(article, Options(document=False)).text
    assert "15. Januar 2025" in text(article).text
    assert "Januar 2025" in markdown(article).text
