"""Dates: careless ISO, mail dates, words in many languages, and nonsense that must not raise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.read.metadata.dates import find_moment, moments_in, parse_moment


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-04-28", "2024-04-28T00:00:00"),
        ("2024-04-28T07:00:00Z", "2024-04-28T07:00:00+00:00"),
        ("2024-04-28 07:00:00Z", "2024-04-28T07:00:00+00:00"),
        ("2024-04-28T07:00:00.123456789+0200", "2024-04-28T07:00:00.123456+02:00"),
        ("2024-04-28T07:00+02", "2024-04-28T07:00:00+02:00"),
        ("20240428T070000Z", "2024-04-28T07:00:00+00:00"),
        ("20240428", "2024-04-28T00:00:00"),
        ("2024-04-28, 07:00", "2024-04-28T07:00:00"),
        ("Sun, 28 Apr 2024 07:00:00 GMT", "2024-04-28T07:00:00+00:00"),
        ("Sun Apr 28 07:00:00 CEST 2024", "2024-04-28T07:00:00+02:00"),
        ("1714287600", "2024-04-28T07:00:00+00:00"),
        ("1714287600000", "2024-04-28T07:00:00+00:00"),
        ("April 28, 2024", "2024-04-28T00:00:00"),
        ("28/04/2024", "2024-04-28T00:00:00"),
        ("٢٠٢٤-٠٤-٢٨", "2024-04-28T00:00:00"),
    ],
)
def test_metadata_values_are_understood(text: str, iso: str) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert moment.when.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Published on 3 May 2024 at 4:05 pm", "2024-05-03T16:05:00"),
        ("May 3rd, 2024, 12:30 AM", "2024-05-03T00:30:00"),
        ("Fri., Sept. 5, 2025 9:05 a.m. EDT", "2025-09-05T09:05:00-04:00"),
        ("3. März 2021, 09:30 Uhr", "2021-03-03T09:30:00"),
        ("03.05.2024, 10:15 Uhr", "2024-05-03T10:15:00"),
        ("Publié le 1er février 2023 à 18h05", "2023-02-01T18:05:00"),
        ("3 de mayo de 2024", "2024-05-03T00:00:00"),
        ("3 de março de 2024", "2024-03-03T00:00:00"),
        ("3 maggio 2024", "2024-05-03T00:00:00"),
        ("3 mei 2024", "2024-05-03T00:00:00"),
        ("3. maj 2024 kl. 10.15", "2024-05-03T10:15:00"),
        ("3. toukokuuta 2024", "2024-05-03T00:00:00"),
        ("3 września 2024", "2024-09-03T00:00:00"),
        ("3. září 2024", "2024-09-03T00:00:00"),
        ("2024. május 3.", "2024-05-03T00:00:00"),
        ("3 Mayıs 2024", "2024-05-03T00:00:00"),
        ("3 мая 2024, 10:15", "2024-05-03T10:15:00"),
        ("3 травня 2024", "2024-05-03T00:00:00"),
        ("3 Μαΐου 2024", "2024-05-03T00:00:00"),
        ("3 مايو 2024", "2024-05-03T00:00:00"),
        ("3 במאי 2024", "2024-05-03T00:00:00"),
        ("3 मई 2024", "2024-05-03T00:00:00"),
        ("2024年5月3日 10:15", "2024-05-03T10:15:00"),
        ("2024년 5월 3일", "2024-05-03T00:00:00"),
        ("03.05.2024 - 10:15", "2024-05-03T10:15:00"),
        ("3. 5. 2024", "2024-05-03T00:00:00"),
        ("2024/05/03", "2024-05-03T00:00:00"),
        ("10:15, 3 May 2024", "2024-05-03T10:15:00"),
    ],
)
def test_printed_dates_are_understood_in_many_languages(text: str, iso: str) -> None:
    moment = find_moment(text)
    assert moment is not None
    assert moment.when.isoformat() == iso


def test_the_language_decides_the_order_of_day_and_month() -> None:
    american, british = find_moment("3/4/2025", "en-US"), find_moment("3/4/2025", "en-GB")
    assert american is not None
    assert british is not None
    assert (american.when.month, british.when.month) == (3, 4)


def test_a_number_over_twelve_is_the_day_in_any_language() -> None:
    moment = find_moment("3/14/2025", "de")
    assert moment is not None
    assert (moment.when.month, moment.when.day) == (3, 14)


def test_whether_there_is_a_time_of_day_is_known() -> None:
    assert [moment.has_time for text in ("3 May 2024", "3 May 2024 10:15") if (moment := find_moment(text))] == [
        False,
        True,
    ]


def test_several_dates_in_a_line_come_with_the_words_between_them() -> None:
    found = list(moments_in("Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 9, 2024"))
    assert [(before.strip(" |"), moment.when.day) for before, moment, _ in found] == [
        ("Posted:", 8),
        ("Last Updated:", 9),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "0000-00-00", "0000-01-01T00:00:00Z", "99999-01-01", "2024-13-01", "2024-02-30",
        "2024-04-28T24:60:00Z", "1970-01-01T00:00:00Z", "-0001-11-30T00:00:00+00:00", "9.8 / 10",
        "May the force be with you", "1.2.3", "{{ date }}", "99/99/9999",
    ],
)  # fmt: skip
def test_nonsense_is_no_date(text: str) -> None:
    assert parse_moment(text) is None


def test_an_impossible_offset_is_left_out() -> None:
    moment = parse_moment("2024-04-28T07:00:00+99:99")
    assert moment is not None
    assert moment.when.tzinfo is None


@pytest.mark.property
@given(st.text(alphabet="0123456789-/.:TZ+ ,maiMAYприl年月日٢", max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_moment(text)
    list(moments_in(text))


def test_long_runs_take_linear_time() -> None:
    for unit in ("1", "1.", "1:", "may ", "2024-", "年"):
        parse_moment(unit * 100_000)


def test_a_raised_digit_beside_a_month_is_no_day() -> None:
    assert find_moment("PARIS, 3 May —²") is None
