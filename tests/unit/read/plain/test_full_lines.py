"""Where a sentence ends with a full line: whether its paragraph does."""

from __future__ import annotations

import textwrap

import pytest

from a11ynews.read.plain import read_plain

WIDTH = 60
SHORT = "The ferry was late again on Monday, and the harbour stayed closed."
STORY = [
    "The council of Skerra met on Monday and voted for a new ferry after a night of talks.",
    "Most of the forty islanders who came had waited for that since the old one was sold.",
    "The boat is to be built in the harbour itself, said the mayor, who had asked for it.",
    "It will carry twelve cars and sixty people and run twice a day for most of the year.",
    "The yard said that work could begin in March if the steel came before the spring ice.",
]


LONGER = [f"{paragraph} {SHORT}" for paragraph in STORY]


def read(*lines: str, around: list[str]) -> list[str]:
    text = "\n".join(textwrap.fill(line, WIDTH) for line in [*around, *lines, *around[::-1]])
    return [block.text for block in read_plain(text).body]


def full(opening: str, *, long: bool) -> tuple[str, str]:
    """Two sentences of which the first fills its last line, so that the second may go on or begin."""
    first = (
        f"{'The ferry sails on Monday and on Tuesday, as ' if long else ''}the islanders had asked for it when they met"
    )
    first = first[:1].upper() + first[1:]
    return (
        f"{first} {'x' * (WIDTH - 1 - len(textwrap.wrap(first, WIDTH)[-1]) - 2)}.",
        f"{opening} followed on the pier.",
    )


def test_a_paragraph_of_usual_length_ends_there() -> None:
    first, second = full("Shopkeepers", long=True)
    assert len(textwrap.wrap(first, WIDTH)[-1]) >= WIDTH - 2
    assert first in read(first, f"{second} {SHORT}", around=STORY)


def test_a_word_that_carries_a_sentence_on_keeps_the_paragraph_whole() -> None:
    first, second = full("They", long=False)
    assert f"{first} {second}" in read(f"{first} {second}", around=LONGER)


@pytest.mark.parametrize("gap", ["\n\n"])
def test_where_blank_lines_part_paragraphs_a_full_line_never_does(gap: str) -> None:
    first, second = full("Shopkeepers", long=True)
    text = gap.join(textwrap.fill(line, WIDTH) for line in [*STORY, f"{first} {second} {SHORT}"])
    assert f"{first} {second} {SHORT}" in [block.text for block in read_plain(text).body]


TITLE = "Council of Skerra Votes for a New Ferry After a Long Night"
ABOVE = "Advertisement\nFacebook Twitter Email\n"


def wrapped(lines: list[str]) -> str:
    return "\n".join(textwrap.fill(line, WIDTH) for line in lines)


def test_a_headline_that_fills_its_line_is_not_joined_to_the_story() -> None:
    assert len(TITLE) > WIDTH - len("The")
    article = read_plain(ABOVE + wrapped([TITLE, *STORY]))
    assert article.title == TITLE
    assert [block.text for block in article.body] == STORY
    assert [removed.kind for removed in article.removed] == ["advertisement", "share"]


def test_a_text_that_begins_with_its_story_has_no_headline_cut_out() -> None:
    story = ["The ferry of the forty islanders was sold on the Monday of Easter, and nobody wants it back."]
    first = textwrap.wrap(story[0], WIDTH)
    assert first[1][0].isupper()
    for text in (wrapped([*story, *STORY]), ABOVE + "Ferry Sold to the Mainland\n" + wrapped([*story, *STORY])):
        assert story[0] in [block.text for block in read_plain(text).body]


def test_a_row_of_labels_is_never_the_headline() -> None:
    assert read_plain(f"Facebook Twitter Email\n\n{STORY[0]} {SHORT}\n\n{STORY[1]} {SHORT}").title is None
    assert read_plain(f"Follow the Money\n\n{STORY[0]} {SHORT}\n\n{STORY[1]} {SHORT}").title == "Follow the Money"
