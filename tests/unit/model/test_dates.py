"""What a reader is told of a story's dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from a11ynews.model.dates import change_after, is_day

MORNING = datetime(2024, 4, 28, 9, 30, 5, tzinfo=UTC)
DAY = datetime(2024, 4, 28)  # noqa: DTZ001 - as pages print it


@pytest.mark.parametrize(
    "modified",
    [
        MORNING,
        MORNING + timedelta(seconds=50),
        MORNING.astimezone(timezone(timedelta(hours=13))),
        MORNING - timedelta(days=3),
        DAY,
        datetime(2024, 4, 28, 21, 0),  # noqa: DTZ001 - without an offset nobody knows whether it is later
    ],
)
def test_a_change_that_says_no_more_than_the_publication_is_not_told(modified: datetime) -> None:
    assert change_after(MORNING, modified) is None


@pytest.mark.parametrize("modified", [MORNING + timedelta(minutes=1), datetime(2024, 4, 29)])  # noqa: DTZ001
def test_a_later_change_is_told(modified: datetime) -> None:
    assert change_after(MORNING, modified) == modified


def test_where_only_the_day_is_known_a_change_on_that_day_is_not_told() -> None:
    assert change_after(DAY, MORNING) is None
    assert change_after(DAY, MORNING + timedelta(days=1)) == MORNING + timedelta(days=1)


def test_a_change_without_a_publication_is_told() -> None:
    assert change_after(None, MORNING) == MORNING
    assert change_after(MORNING, None) is None


def test_a_day_is_a_moment_without_an_hour() -> None:
    assert is_day(DAY)
    assert not is_day(MORNING)
