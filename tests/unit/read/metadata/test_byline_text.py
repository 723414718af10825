"""The byline as it is shown."""

from __future__ import annotations

from datetime import datetime

import pytest

from a11ynews.read.metadata.byline_text import spaced, without_dates

TOLD = [datetime(2025, 12, 17), datetime(2026, 1, 8)]  # noqa: DTZ001 - as printed


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("0 · by Ada Writer · Updated on 8 January 2026", "by Ada Writer"),
        ("by: Ada Writer, Dec 17, 2025", "by: Ada Writer"),
        ("by Ada Writer | December 17, 2025", "by Ada Writer"),
        ("Posted on December 17, 2025 Posted by Ada Writer 59 Comments", "Posted by Ada Writer"),
        ("By Ada Writer • December 17, 2025 • 11 min read", "By Ada Writer"),
        ("Written by:Ada Writer", "Written by: Ada Writer"),
        ("By Ada Writer ⋅ Chief Editor ⋅ Updated January 8, 2026", "By Ada Writer · Chief Editor"),
        ("by Ada Writer · Dec 17, 2025 at 3:00 am · No comments so far", "by Ada Writer"),
        ("Von Ada Writer, 17.12.2025, 10:00 Uhr · 3 Kommentare", "Von Ada Writer"),
        ("By Ada Writer Follow", "By Ada Writer"),
        ("Ada Writer 0", "Ada Writer"),
        ("Ada Writer@adawrites", "Ada Writer"),
        ("Author Posted by Ada Writer", "Posted by Ada Writer"),
        ("Ada Writer, Weather Editor &", "Ada Writer, Weather Editor"),
        ("Par Ada Writer – Publié le 17 décembre 2025 – 4 min de lecture", "Par Ada Writer"),
    ],
)
def test_dates_that_are_told_and_counters_are_not_shown(line: str, shown: str) -> None:
    assert without_dates(line, ["Ada Writer"], TOLD) == shown


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Writer, Reuters",
        "By Ada Writer – science correspondent",
        "By Ada Writer, 3 May 1990",  # a date that is not the story's
        "By Ada Writer for Route 66",
        "Ada Writer reads: 5",
        "By Ada Writer (with 3 students)",
        "Ada Writer | Reuters",
        "By Ada Writer ada@paper.example",
        "Author Ada Writer",
        "Ada Writer, who will follow",
    ],
)
def test_all_else_stays_as_printed(line: str) -> None:
    assert without_dates(line, ["Ada Writer"], TOLD) == line


def test_a_name_is_never_cut() -> None:
    assert without_dates("By Ada Read · 12 Views", ["12 Views"], TOLD) == "By Ada Read · 12 Views"
    assert without_dates("x" * 301 + " 0 · 17 December 2025", [], TOLD).endswith("2025")


def test_words_of_two_elements_do_not_meet_but_chinese_does() -> None:
    assert (
        spaced("ByAda WriterUpdated: 8 May", ["By", "Ada Writer", "Updated: 8 May"]) == "By Ada Writer Updated: 8 May"
    )
    assert spaced("记者王小明", ["记者", "王小明"]) == "记者王小明"
    assert spaced("Ada Writer, Reuters", ["Ada Writer", ", Reuters"]) == "Ada Writer, Reuters"
