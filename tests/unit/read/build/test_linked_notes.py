"""Notes that marks in the story lead to."""

from __future__ import annotations

from a11ynews.read.build.linked_notes import find_linked_notes
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page


def _kept(page: Page, *words: str) -> bytearray:
    return bytearray(any(word in text for word in words) for text in page.texts)


def test_a_note_is_found_wherever_it_stands_and_others_are_not() -> None:
    page = parse_page(
        '<p>Rain<sup><a href="#n1" id="m1">[1]</a></sup> fell.</p><nav><a href="#n2">2</a></nav><footer><ol>'
        '<li id="n1"><a href="#m1">^</a> Much of it.</li><li id="n2">Little of it.</li></ol></footer>'
    )
    (note,) = find_linked_notes(page, _kept(page, "Rain", "[1]"))
    assert page.attributes[note]["id"] == "n1"


def test_marks_outside_the_story_count_for_nothing() -> None:
    page = parse_page('<p>Rain<sup><a href="#n1">1</a></sup></p><ol><li id="n1">Much.</li></ol>')
    assert find_linked_notes(page, _kept(page, "Rain")) == []


def test_links_with_words_lead_to_sections_and_not_to_notes() -> None:
    page = parse_page('<p>See <a href="#s">below</a>.</p><section id="s"><p>Here.</p></section>')
    assert find_linked_notes(page, _kept(page, "See", "below")) == []
