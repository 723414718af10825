from __future__ import annotations

from datetime import UTC, datetime

import pytest

from a11ynews.source.retry import pause_s

NOW = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Thu, 01 Jan 2026 12:00:30 GMT", 30.0),
        ("Thu, 01 Jan 2026 12:00:30 -0000", 30.0),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0.0),
    ],
)
def test_what_the_server_says_counts(header: str, seconds: float) -> None:
    assert pause_s(header, 1, NOW) == seconds


@pytest.mark.parametrize(
    "header", [None, "", "soon", "-5", "1.5", "٣", "9" * 5000, "Thu, 99 Jan 99999 99:99:99 GMT", "\x00", "a" * 10_000]
)
def test_where_it_says_nothing_the_pause_doubles(header: str | None) -> None:
    assert [pause_s(header, attempt, NOW) for attempt in range(3)] == [0.5, 1.0, 2.0]
