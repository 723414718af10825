"""Sentences have names, the same for the page and for the ear."""

from __future__ import annotations

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Figure, Paragraph
from a11ynews.model.inlines import Emphasis, Inline, Link, NoteReference, Span, Text, inline_text
from a11ynews.speech.script import write_script
from a11ynews.speech.sentence_ids import named_sentences
from a11ynews.speech.utterance import Utterance


def cut(*children: Inline) -> list[tuple[str, str]]:
    return [(piece.id, inline_text(piece.children)) for piece in named_sentences(children, "en", "b3")]


def script_of(*children: Inline, profile: str = "normal") -> tuple[Utterance, ...]:
    body = (Paragraph(id="b3", children=children),)
    return write_script(Article(metadata=Metadata(language="en"), body=body), profile)


def text(words: str) -> Text:
    return Text(text=words)


def test_sentences_are_counted_in_their_block() -> None:
    assert cut(text("It sails. It costs $3.")) == [("b3-s1", "It sails."), ("", " "), ("b3-s2", "It costs $3.")]


def test_markup_that_goes_on_is_closed_and_opened_again() -> None:
    pieces = named_sentences((Emphasis(children=(text("One day. Two"),)), text(" days.")), "en", "b3")
    assert [piece.children for piece in pieces] == [
        (Emphasis(children=(text("One day."),)),),
        (Emphasis(children=(text(" "),)),),
        (Emphasis(children=(text("Two"),)), text(" days.")),
    ]


def test_a_link_is_never_cut_in_two() -> None:
    link = Link(href="https://example.org/", children=(text("It sails. It stops"),))
    assert cut(link, text(" there. Why?")) == [("b3-s1", "It sails. It stops there."), ("", " "), ("b3-s2", "Why?")]


def test_the_mark_of_a_note_does_not_hide_the_end() -> None:
    pieces = cut(text("It sails."), NoteReference(label="1", note_id="n1"), text(" It stops."))
    assert [name for name, _ in pieces] == ["b3-s1", "", "b3-s2"]


def test_other_lines_of_a_block_have_their_own_row() -> None:
    figure = Figure(id="b9", caption=(text("The pier. At dawn."),), credit=(text("C. Lens"),))
    script = write_script(Article(metadata=Metadata(title="Ferry", language="en"), body=(figure,)), "full")
    assert [[name for name, _, _ in utterance.sentences] for utterance in script] == [
        ["title-s1"], ["b9-s1", "b9-s2"], ["b9-credit-s1"],
    ]  # fmt: skip


def test_the_script_knows_which_characters_a_sentence_covers() -> None:
    (utterance,) = script_of(text("They say "), Span(lang="fr", children=(text("bon voyage"),)), text(". They go."))
    assert [(s.id, utterance.text[s.start : s.end]) for s in utterance.sentences] == [
        ("b3-s1", "They say bon voyage."), ("b3-s2", "They go."),
    ]  # fmt: skip


def test_a_run_says_where_its_sentences_are_in_the_spoken_words() -> None:
    (utterance,) = script_of(text("It cost $2.5m in May. No. 10 paid."))
    (run,) = utterance.runs
    assert [run.spoken[start:end] for _, start, end in run.spoken_sentences] == [
        "It cost two point five million dollars in May.", "Number ten paid.",
    ]  # fmt: skip


def test_each_word_is_seen_and_said() -> None:
    (utterance,) = script_of(text("Up  5% to $2.5m"), NoteReference(label="[1]", note_id="n1"), text(" then."))
    (run,) = utterance.runs
    assert [(run.text[a:b], run.spoken[c:d]) for a, b, c, d in run.tokens] == [
        ("Up", "Up"), ("5%", "five percent"), ("to", "to"), ("$2.5m[1]", "two point five million dollars"),
        ("then.", "then."),
    ]  # fmt: skip


def test_blocks_without_ids_have_sentences_of_different_names() -> None:
    body = tuple(Paragraph(children=(text(words),)) for words in ("One.", "Two."))
    names = [s.id for utterance in write_script(Article(body=body)) for s in utterance.sentences]
    assert len(names) == len(set(names)) == 2
