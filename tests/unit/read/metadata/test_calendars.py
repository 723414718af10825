"""Dates in other calendars and scripts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from a11ynews.read.metadata.calendars import from_persian
from a11ynews.read.metadata.dates import find_moment

PRINTED = {
    "3 กรกฎาคม 2562 เวลา 08:00 น.": "2019-07-03T08:00",
    "03/07/2562": "2019-07-03T00:00",
    "۲۸ بهمن ۱۴۰۲": "2024-02-17T00:00",
    "30 اسفند 1399": "2021-03-20T00:00",
    "08 नवंबर 2024, 9:00 AM": "2024-11-08T09:00",
    "22 جنوری 2025": "2025-01-22T00:00",
    "১২ মার্চ ২০২৪": "2024-03-12T00:00",
    "2 ஜனவரி 2024": "2024-01-02T00:00",
}


@pytest.mark.parametrize("text", PRINTED)
def test_a_date_is_read_as_its_country_prints_it(text: str) -> None:
    moment = find_moment(text)
    assert moment is not None
    assert moment.when.isoformat(timespec="minutes") == PRINTED[text]


def test_persian_days_follow_each_other_without_a_gap() -> None:
    last = None
    for year in range(1380, 1420):
        for month in range(1, 13):
            days = 31 if month <= 6 else 30 if month < 12 else 29
            for day in range(1, days + 1):
                found = from_persian(year, month, day)
                assert found is not None
                now = date(*found)
                gap = now - last if last else timedelta(days=1)
                assert gap == timedelta(days=1) or ((month, day) == (1, 1) and gap == timedelta(days=2))  # a leap day
                last = now


@pytest.mark.parametrize("text", ["2562 boats", "28 mars", "Room 1402, Bahman Street 28"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert find_moment(text) is None
