"""What a note is called where the page prints nothing at it."""

from __future__ import annotations

from a11ynews.model.article import Article
from a11ynews.model.blocks import Block, Note, Notes, Paragraph
from a11ynews.model.inlines import NoteReference, Strong, Text
from a11ynews.model.notes import label_notes
from a11ynews.render import html, markdown, text
from a11ynews.speech.script import write_script


def _story(*notes: Note) -> tuple[Block, ...]:
    marks = (
        Text(text="It rained."),
        Strong(children=(NoteReference(label="[7]", note_id="a"),)),
        NoteReference(label="8", note_id="a"),
    )
    return (Paragraph(id="b1", children=marks), Notes(id="b2", items=notes))


def _note(name: str, label: str = "") -> Note:
    return Note(id=name, label=label, blocks=(Paragraph(children=(Text(text=f"Of {name}."),)),))


def _labels(blocks: tuple[Block, ...]) -> list[str]:
    return [note.label for block in blocks if isinstance(block, Notes) for note in block.items]


def test_a_note_is_called_as_its_first_mark_calls_it() -> None:
    assert _labels(label_notes(_story(_note("a")))) == ["7"]


def test_a_note_without_a_mark_gets_a_number_that_is_free() -> None:
    assert _labels(label_notes(_story(_note("x"), _note("y", "2"), _note("z"), _note("a")))) == ["1", "2", "3", "7"]


def test_printed_labels_stay_and_then_nothing_is_made_anew() -> None:
    story = _story(_note("a", "*"))
    assert label_notes(story) is story


def test_html_numbers_such_notes_and_names_the_way_back() -> None:
    page = html.render(Article(body=_story(_note("a"))), html.Options(document=False)).text
    assert "<ol>" in page
    assert '<li id="s-a" value="7">' in page
    assert 'aria-label="Back to the text (1), note 7"' in page


def test_text_markdown_and_speech_call_the_note_as_its_mark_does() -> None:
    article = Article(body=_story(_note("a")))
    assert "[7] Of a." in text.render(article).text
    assert "[^7]: Of a." in markdown.render(article).text
    assert any("seven" in utterance.spoken for utterance in write_script(article) if utterance.role == "note")
