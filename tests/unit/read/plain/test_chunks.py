"""Where paragraphs end."""

from __future__ import annotations

import textwrap

import pytest

from a11ynews.read.plain.chunks import chunk_lines, wrap_width
from a11ynews.read.plain.lines import split_lines

FERRY = "The ferry ran aground on Monday with forty people on board, and all of them were brought to land by noon."
CREW = "The crew had seen nothing, and the instruments showed deep water all around, the captain told the office."


def texts(text: str) -> list[str]:
    return [chunk.text for chunk in chunk_lines(tuple(split_lines(text)))]


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_lines_broken_at_a_width_are_joined_and_paragraphs_kept(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (FERRY, CREW))
    assert texts(text) == [FERRY, CREW]


def test_without_blank_lines_a_short_line_ends_the_paragraph() -> None:
    assert texts("\n".join(textwrap.fill(part, 60) for part in (FERRY, CREW))) == [FERRY, CREW]


def full_line_then(following: str, sentences: int) -> list[str]:
    """A paragraph whose last line has no room for the next word, below paragraphs of some sentences each."""
    body = " ".join(["The crew saw deep water all around."] * sentences)
    lines = [line for _ in range(4) for line in textwrap.wrap(body, 60)]
    full = "All of them were brought to land by noon, the company said."
    return texts("\n".join([*lines, *textwrap.wrap(FERRY, 60)[:1], full, following]))


def test_where_paragraphs_are_single_sentences_a_full_line_that_ends_one_ends_the_paragraph() -> None:
    assert full_line_then("Divers are to look at it.", 1)[-1] == "Divers are to look at it."


def test_where_paragraphs_are_long_it_does_not() -> None:
    assert full_line_then("Divers are to look at it.", 6)[-1].endswith("the company said. Divers are to look at it.")


def test_lines_of_a_script_without_spaces_are_broken_after_the_same_number_of_characters() -> None:
    first = (
        "気象庁は十三日の午後九時過ぎ日向灘で震度五弱の地震があったと発表し震源の深さは約三十キロと説明した" * 2 + "。"
    )
    second = (
        "各地の自治体は職員を集めて被害の有無を調べており今のところ大きな被害の報告は入っていないという話だ" * 2 + "。"
    )
    wrapped = [textwrap.fill(part, 40) for part in (first, second)]
    assert texts("\n".join(["Share", *wrapped, "Print", "Contact", "About us", "Help"]))[1:3] == [first, second]


def test_one_sentence_paragraphs_of_like_length_are_no_broken_lines() -> None:
    assert texts(f"{FERRY}\n{CREW}\n{FERRY}\n{CREW}") == [FERRY, CREW, FERRY, CREW]


def test_a_list_of_headlines_is_no_broken_text() -> None:
    headlines = ["Mayor of the capital wins a second term", "Volcano wakes after ninety years of sleep"] * 4
    assert wrap_width(tuple(split_lines("\n".join(headlines)))) is None


def test_one_unbroken_address_does_not_hide_the_width() -> None:
    address = f"https://news.example/{'a' * 90}"
    lines = [*textwrap.wrap(" ".join([FERRY, CREW] * 6), 72), address]
    assert wrap_width(tuple(split_lines("\n".join(lines)))) in range(68, 73)


def test_indented_first_lines_begin_paragraphs_even_below_full_lines() -> None:
    parts = [FERRY, CREW, FERRY]
    assert texts("\n".join(textwrap.fill(part, 58, initial_indent="    ") for part in parts)) == parts


def test_a_hyphen_goes_only_if_the_text_has_the_whole_word_elsewhere() -> None:
    lines = [
        "The government said on Monday that it would wait, for the govern-",
        "ment had heard nothing of the ferry and of its long-",
        "standing owner, who had no part in it at all and was on the main-",
        "land when the ferry ran aground on the rock.",
    ]
    (chunk,) = chunk_lines(tuple(split_lines("\n".join(lines))))
    assert "for the government had heard" in chunk.text
    assert "long-standing" in chunk.text
    assert "main-land" in chunk.text
    assert chunk.dropped == ("-",)


def test_japanese_lines_are_joined_without_a_space() -> None:
    sentence = (
        "月曜日に四十人を乗せたフェリーが北の島の沖で座礁し、乗客は全員が正午までに救助されたと海上保安庁が発表した。"
        * 4
    )
    assert texts("\n".join(textwrap.wrap(sentence, 36))) == [sentence]


def test_items_quotations_and_drawn_lines_stand_alone_in_a_broken_text() -> None:
    paragraph = textwrap.fill(f"{FERRY} {CREW}", 60)
    text = f"{paragraph}\n- one\n- two\n> three\n=====\n{paragraph}"
    assert texts(text) == [f"{FERRY} {CREW}", "one", "two", "three", "=====", f"{FERRY} {CREW}"]


def test_a_number_at_the_beginning_of_a_broken_line_is_no_item() -> None:
    lines = [
        "The captain of the ferry had said that he would come home in May",
        "3. That was what the harbour office wrote in its long and",
    ]
    assert (
        len(texts("\n".join([*lines, "detailed account of what it had heard from all who were on the", "ferry."]))) == 1
    )
