"""Laws of the script: sentences lose no character, and seen and spoken words lead to each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from laws.strategies import LAW, articles, inlines

from a11ynews.model.article import Article
from a11ynews.model.inlines import Inline, inline_text
from a11ynews.speech.script import write_script
from a11ynews.speech.sentence_ids import named_sentences
from a11ynews.speech.utterance import Run, Utterance

pytestmark = pytest.mark.property


def check_run(run: Run) -> None:
    """Between the stretches both texts are equal, and nothing is out of order or out of bounds."""
    seen_at = said_at = 0
    for seen_start, seen_end, said_start, said_end in run.stretches:
        assert seen_at <= seen_start <= seen_end
        assert said_at <= said_start <= said_end
        assert run.text[seen_at:seen_start] == run.spoken[said_at:said_start]
        seen_at, said_at = seen_end, said_end
    assert run.text[seen_at:] == run.spoken[said_at:]


def check_tokens(run: Run) -> None:
    for before, after in pairwise(run.tokens):
        assert before.visible_end <= after.visible_start
        assert before.spoken_end <= after.spoken_start
    for token in run.tokens:
        assert run.text[token.visible_start : token.visible_end].strip()
        assert run.spoken[token.spoken_start : token.spoken_end].strip()


def check_sentences(utterance: Utterance) -> None:
    for before, after in pairwise(utterance.sentences):
        assert before.end <= after.start
    assert all(0 <= start < end <= len(utterance.text) for _, start, end in utterance.sentences)


@LAW
@given(articles())
def test_seen_and_spoken_words_lead_to_each_other(article: Article) -> None:
    for utterance in write_script(article, "full"):
        for run in utterance.runs:
            check_run(run)
            check_tokens(run)
        check_sentences(utterance)


@LAW
@given(inlines(max_size=6))
def test_a_line_cut_into_sentences_is_the_line(line: tuple[Inline, ...]) -> None:
    pieces = named_sentences(line, "en", "b1")
    assert "".join(inline_text(piece.children) for piece in pieces) == inline_text(line)
    names = [piece.id for piece in pieces if piece.id]
    assert names == [f"b1-s{number}" for number in range(1, len(names) + 1)]
