"""Laws of the script: sentences lose no character, and seen and spoken words lead to each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies import LAW, articles, inlines

from a11ynews.model import blocks as b
from a11ynews.model.article import Article, Metadata
from a11ynews.model.inlines import Inline, Text, inline_text
from a11ynews.speech.profile import PROFILES
from a11ynews.speech.script import write_script
from a11ynews.speech.sentence_ids import named_sentences
from a11ynews.speech.utterance import Run, Utterance

SENTENCES = (
    "The island ferry sails again on Monday after three months in the dock.",
    "Divers found the bell of the old lighthouse under four metres of sand.",
    "A baker from the harbour gave away six hundred loaves before noon.",
    "Nobody had counted the herons since the mill closed its gates.",
    "Children of the village school painted every bench along the pier.",
)
"""No two have four words in common, so that each is heard or not."""

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


def line(number: int) -> tuple[Inline, ...]:
    return (Text(text=SENTENCES[number]),)


_numbers = st.integers(0, len(SENTENCES) - 1)
_repeating = st.one_of(
    _numbers.map(lambda n: b.PullQuote(children=line(n))),
    _numbers.map(lambda n: b.Figure(caption=line(n))),
    _numbers.map(lambda n: b.Paragraph(children=line(n), role="standfirst")),
    _numbers.map(lambda n: b.Media(kind="video", title=SENTENCES[n])),
    _numbers.map(lambda n: b.Embed(kind="post", url=None, title=SENTENCES[n])),
    st.tuples(_numbers, _numbers, _numbers).map(
        lambda three: b.Figure(
            images=(b.Image(src="a.jpg", alt=SENTENCES[three[0]]),), caption=line(three[1]), credit=line(three[2])
        )
    ),
)
"""Blocks that pages use to say for the eye what the story says anyway."""


@LAW
@given(
    profile=st.sampled_from(sorted(PROFILES)),
    order=st.permutations(range(len(SENTENCES))),
    beside=st.lists(_repeating, max_size=6),
    joined=st.booleans(),
)
def test_nothing_is_said_twice(profile: str, order: list[int], beside: list[b.Block], *, joined: bool) -> None:
    """The headline opens the story again, and what stands beside the story has its sentences."""
    title, *others = order
    story = [line(title), *map(line, others)]
    if joined:
        story = [(Text(text=" ".join(SENTENCES[number] for number in others)),)]
    paragraphs: list[b.Block] = [b.Paragraph(children=children) for children in story]
    body = [block for pair in zip(beside, paragraphs, strict=False) for block in pair]
    body += beside[len(paragraphs) :] + paragraphs[len(beside) :]
    metadata = Metadata(title=SENTENCES[title].rstrip("."), kicker=SENTENCES[others[0]], language="en")
    script = write_script(Article(metadata=metadata, body=tuple(body)), profile)
    heard = " ".join(utterance.text for utterance in script)
    assert [heard.count(sentence.rstrip(".")) for sentence in SENTENCES] == [1] * len(SENTENCES)
