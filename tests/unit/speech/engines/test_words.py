"""Where words stand, and when they are heard if nobody knows better."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from a11ynews.speech.engines.spans import word_spans
from a11ynews.speech.engines.words import spread


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


def test_a_vowel_sign_at_the_end_of_a_word_is_part_of_it() -> None:
    assert words("«हिन्दी», कहा।") == ["हिन्दी", "कहा"]


def test_what_has_no_letter_or_digit_is_no_word() -> None:
    assert words("One — 🙂 ... two _ *") == ["One", "two"]


@given(st.text(), st.floats(0, 10), st.floats(0, 100))
def test_spread_times_never_run_backwards_nor_leave_the_sound(text: str, start_s: float, more: float) -> None:
    marks = spread(tuple(word_spans(text)), len(text), start_s, start_s + more)
    times = [time for mark in marks for time in (mark.start_s, mark.end_s)]
    assert times == sorted(times)
    assert all(start_s <= time <= start_s + more for time in times)
