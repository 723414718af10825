"""A script cut into sentences says what the script says."""

from __future__ import annotations

import pytest
from fixtures.every_block import every_block

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import Span, Text
from a11ynews.speech.by_sentence import by_sentence, sentence_id
from a11ynews.speech.pauses import SENTENCE_S
from a11ynews.speech.script import write_script
from a11ynews.speech.utterance import Utterance


def paragraph(*children: Text | Span) -> tuple[Utterance, ...]:
    body = (Paragraph(id="b1", children=children),)
    return by_sentence(write_script(Article(metadata=Metadata(language="en"), body=body)))


@pytest.mark.parametrize("profile", ["brief", "normal", "full"])
def test_nothing_is_lost_doubled_or_moved(profile: str) -> None:
    script = write_script(every_block(), profile)
    pieces = by_sentence(script)
    assert " ".join(piece.spoken for piece in pieces).split() == " ".join(part.spoken for part in script).split()
    assert "".join(piece.text for piece in pieces) == "".join(part.text for part in script)
    sentences = [sentence.id for part in script if part.role != "row" for sentence in part.sentences]
    assert [name for piece in pieces if piece.role != "row" and (name := sentence_id(piece))] == sentences


def test_a_row_of_a_table_is_one_sentence_whatever_is_in_its_cells() -> None:
    script = write_script(every_block(), "full")
    rows = [part for part in script if part.role == "row"]
    assert rows
    assert [piece for piece in by_sentence(script) if piece.role == "row"] == rows


def test_each_sentence_has_its_words_seen_and_said_with_their_map() -> None:
    first, second = paragraph(Text(text="It cost $3. On July 16, 2021, it cost $4."))
    assert (first.spoken, second.spoken[:26]) == ("It cost three dollars.", "On July sixteenth, twenty ")
    (run,) = second.runs
    seen = [run.text[token.visible_start : token.visible_end] for token in run.tokens]
    said = [run.spoken[token.spoken_start : token.spoken_end] for token in run.tokens]
    assert " ".join(seen) == "On July 16, 2021, it cost $4."
    assert said[-1] == "four dollars."


def test_a_sentence_in_two_languages_is_one() -> None:
    first, second = paragraph(
        Text(text="They said "), Span(lang="fr", children=(Text(text="bon voyage"),)), Text(text=". Then they left.")
    )
    assert [run.lang for run in first.runs] == ["en", "fr"]
    assert second.spoken == "Then they left."


def test_between_sentences_is_a_short_pause_and_around_them_the_utterance_s_own() -> None:
    first, second = paragraph(Text(text="One. Two."))
    assert (first.pause_before_s, first.pause_after_s) == (0.0, SENTENCE_S)
    assert (second.pause_before_s, second.pause_after_s) == (0.0, 0.6)
