from __future__ import annotations

from a11ynews.render.plain.lines import display_width, hang, wrap


def test_wide_characters_take_two_columns_and_marks_none() -> None:
    assert display_width("日本") == 4
    assert display_width("e\u0301\u200d") == 1


def test_lines_break_at_spaces() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]


def test_runs_of_spaces_count_as_one() -> None:
    assert wrap("  one \t two  ", None) == ["one two"]


def test_breaks_that_mean_something_are_kept() -> None:
    assert wrap("12 Quay Street\nPort Ellen", 40) == ["12 Quay Street", "Port Ellen"]


def test_an_address_is_never_broken() -> None:
    url = "https://example.org/" + "a" * 60
    assert wrap(f"see {url} now", 20) == ["see", url, "now"]


def test_a_no_break_space_does_not_break() -> None:
    assert wrap("about 10\u00a0000 people", 10) == ["about", "10\u00a0000", "people"]


def test_text_without_spaces_breaks_between_its_characters() -> None:
    assert wrap("フェリーは月曜日に出る", 12) == ["フェリーは月", "曜日に出る"]


def test_closing_punctuation_does_not_begin_a_line_nor_an_opening_bracket_end_one() -> None:
    assert wrap("月曜日に出る。はい", 12) == ["月曜日に出", "る。はい"]
    assert wrap("月曜日に出「はい」", 12) == ["月曜日に出", "「はい」"]


def test_mixed_scripts_keep_their_words_whole() -> None:
    assert wrap("船はferryと言う", 8) == ["船は", "ferryと", "言う"]


def test_only_the_first_line_bears_the_mark() -> None:
    assert hang(["a", "", "b"], "1. ", "   ") == ["1. a", "", "   b"]
    assert hang(["a", "", "b"], "> ", "> ") == ["> a", ">", "> b"]
    assert hang([], "> ", "> ") == []
