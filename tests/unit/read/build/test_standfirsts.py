"""A summary that is set as a heading is the standfirst, and no heading to move by."""

from __future__ import annotations

import pytest

from a11ynews.model.blocks import Heading, Paragraph
from a11ynews.read.build.conductor import build_body
from a11ynews.read.build.standfirsts import mark_standfirst
from a11ynews.tree.parse import parse_page

SUMMARY = "Sixty-four cars, no diesel, and forty minutes: the island has its ferry back after a long winter"
STORY = "<p>The island ferry sails again on Monday, four months after a storm broke the pier.</p>"


@pytest.mark.parametrize("before", ["", "<figure><img src=https://x.example/a.jpg alt='A boat'></figure>"])
@pytest.mark.parametrize("words", [SUMMARY, "The island of Skerra has its ferry back again."])
def test_a_heading_as_long_as_a_sentence_before_the_story_is_its_standfirst(words: str, before: str) -> None:
    page = parse_page(f"{before}<h2>{words}</h2>{STORY}")
    block = build_body(page, bytearray(b"\1") * len(page))[1 if before else 0]
    assert isinstance(block, Paragraph)
    assert (block.role, block.text) == ("standfirst", words)


@pytest.mark.parametrize("markup", [f"<h2>The crossing</h2>{STORY}", f"{STORY}<h2>{SUMMARY}</h2>{STORY}",
                                    f"<h2>1. {SUMMARY}</h2>{STORY}"])  # fmt: skip
def test_other_headings_stay(markup: str) -> None:
    page = parse_page(markup)
    assert any(isinstance(block, Heading) for block in build_body(page, bytearray(b"\1") * len(page)))


def test_a_line_under_the_standfirst_parts_nothing_and_one_in_the_story_does() -> None:
    page = parse_page(f"<p>{SUMMARY}</p><hr>{STORY}<hr><p>The pier was built anew.</p>")
    blocks = mark_standfirst(build_body(page, bytearray(b"\1") * len(page)), [SUMMARY])
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Paragraph", "ThematicBreak", "Paragraph"]
