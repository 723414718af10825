"""What is said of a text, and the way back to what is seen."""

from __future__ import annotations

from a11ynews.speech.spoken import LONGEST_MAPPED, spoken, spoken_with_map


def test_each_word_leads_back_to_what_is_seen() -> None:
    said = spoken_with_map("  It cost $3. ", "en")
    at = said.text.index("three")
    assert said.text == spoken("  It cost $3. ", "en") == "It cost three dollars."
    assert said.written_span(at, at + 5) == (10, 12)


def test_a_text_that_no_paragraph_has_is_said_in_full_and_leads_back_as_a_whole() -> None:
    text = "$3 & " * (LONGEST_MAPPED // 4)
    said = spoken_with_map(text, "en")
    assert said.text.startswith("three dollars and three dollars and")
    assert len(said.stretches) == 1
    assert said.written_span(50, 60) == (0, len(text))


def test_punctuation_alone_is_not_said() -> None:
    assert spoken_with_map("* * *", "en").text == ""
