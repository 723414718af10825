"""When each word is heard."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from fixtures.every_block import every_block

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Figure, Heading, Image, Paragraph
from a11ynews.model.inlines import NoteReference, Text
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.engines.base import Delivery, WordMark
from a11ynews.speech.engines.silent import SilentEngine
from a11ynews.speech.normalization import Stretch as Changed
from a11ynews.speech.script import write_script
from a11ynews.speech.sound.track import lay_track
from a11ynews.speech.timings import Timekeeper, Timings, seen_words
from a11ynews.speech.utterance import Run
from a11ynews.speech.webvtt import chapters_vtt, sentences_vtt

STORY = Article(
    metadata=Metadata(title="Ferry returns", language="en"),
    body=(
        Paragraph(
            id="b1",
            children=(
                Text(text="It cost $2.5m. Safe & <sound>"),
                NoteReference(label=" [1]", note_id="n"),
                Text(text=" it was."),
            ),
        ),
        Heading(id="b2", level=2, children=(Text(text="The pier"),)),
        Paragraph(id="b3", children=(Text(text="On July 16, 2021, it broke."),)),
        Figure(id="b4", images=(Image(src="a.jpg", alt="A pier"),)),
    ),
)


def timed(article: Article, rate_wpm: int = 175, profile: str = "normal") -> Timings:
    script = by_sentence(write_script(article, profile))
    keeper = Timekeeper(script)
    clips = SilentEngine(rate_hz=1000).synthesize(script, Delivery(rate_wpm=rate_wpm))
    for _ in keeper.noted(lay_track(clips, script, rate_wpm)):
        pass
    return keeper.timings


def test_words_are_those_that_readers_see_and_no_announcements_or_marks_of_notes() -> None:
    words = " ".join(word.text for word in timed(STORY).words)
    assert words == "Ferry returns It cost $2.5m. Safe & <sound> it was. The pier On July 16, 2021, it broke. A pier"


def test_a_segment_is_a_sentence_with_its_kind_and_its_name_in_the_html() -> None:
    found = [(segment.kind, segment.id, segment.text) for segment in timed(STORY).segments]
    assert found[:4] == [
        ("title", "title-s1", "Ferry returns"),
        ("paragraph", "b1-s1", "It cost $2.5m."),
        ("paragraph", "b1-s2", "Safe & <sound> [1] it was."),
        ("heading", "b2-s1", "The pier"),
    ]


@pytest.mark.parametrize("rate_wpm", [88, 175, 350, 612])
@pytest.mark.parametrize("profile", ["brief", "full"])
def test_times_never_run_backwards_and_stay_inside_the_sound_and_their_sentence(rate_wpm: int, profile: str) -> None:
    times = timed(every_block(), rate_wpm, profile)
    assert len(times.words) > 100
    for items in (times.words, times.segments):
        edges = [edge for item in items for edge in (item.start_s, item.end_s)]
        assert edges == sorted(edges)
        assert 0 <= edges[0] < edges[-1] <= times.duration_s
    for word in times.words:
        segment = times.segments[word.segment]
        assert segment.start_s <= word.start_s <= word.end_s <= segment.end_s + 1e-9


def test_every_word_that_is_seen_and_said_is_timed() -> None:
    times = timed(every_block(), profile="full")
    words = [word.text for word in times.words]
    script = by_sentence(write_script(every_block(), "full"))
    tokens = [
        run.text[token.visible_start : token.visible_end]
        for utterance in script
        for run in utterance.runs
        if not run.ours
        for token in run.tokens
    ]
    assert [word for word in " ".join(words).split() if is_word(word)] == [
        token for token in " ".join(tokens).split() if is_word(token)
    ]


def is_word(text: str) -> bool:
    return any(map(str.isalnum, text))


# -- words that are said differently from what is seen ---------------------------------------------


def marks(spoken: str) -> tuple[WordMark, ...]:
    """Return a mark for each spoken word, a second each."""
    found, at = [], 0
    for number, word in enumerate(spoken.split()):
        at = spoken.index(word, at)
        found.append(WordMark(float(number), number + 1.0, at, at + len(word)))
        at += len(word)
    return tuple(found)


def seen(text: str, spoken: str, *changed: tuple[int, int, int, int]) -> list[tuple[float, float, str]]:
    run = Run(text=text, spoken=spoken, lang="en", stretches=tuple(Changed(*each) for each in changed))
    return list(seen_words(run, marks(spoken)))


def test_one_word_seen_has_the_time_of_all_that_is_said_for_it() -> None:
    assert seen("pay $3 now", "pay three dollars now", (4, 6, 4, 17)) == [(0, 1, "pay"), (1, 3, "$3"), (3, 4, "now")]


def test_of_words_heard_together_those_that_are_alike_keep_their_own_time() -> None:
    text, spoken = "July 16, 2021 broke", "July sixteenth, twenty twenty one broke"
    found = seen(text, spoken, (0, 13, 0, 33))
    assert [word for _, _, word in found] == ["July", "16,", "2021", "broke"]
    assert found[0][:2] == (0, 1)
    assert found[3][:2] == (5, 6)
    assert 1 == found[1][0] < found[1][1] == found[2][0] < found[2][1] == 5


def test_punctuation_that_stands_alone_goes_with_the_word_before_it() -> None:
    assert [word for _, _, word in seen("KABUL — He", "Kabul. He", (0, 7, 0, 6))] == ["KABUL —", "He"]


def test_a_mark_over_two_words_is_shared_by_their_length() -> None:
    run = Run(text="of the pier", spoken="of the pier", lang="en")
    found = list(seen_words(run, (WordMark(0.0, 1.2, 0, 6), WordMark(1.2, 2.0, 7, 11))))
    assert found == [(0, pytest.approx(0.4), "of"), (pytest.approx(0.6), 1.2, "the"), (1.2, 2.0, "pier")]


def test_words_without_a_mark_are_not_invented() -> None:
    run = Run(text="one two", spoken="one two", lang="en")
    assert list(seen_words(run, (WordMark(0, 1, 4, 7),))) == [(0, 1, "two")]


# -- files ------------------------------------------------------------------------------------------


def test_the_json_has_words_and_segments_in_seconds() -> None:
    data = json.loads(timed(STORY).to_json())
    assert data.keys() == {"words", "segments"}
    assert data["words"][0].keys() == {"start", "end", "text", "segment"}
    assert {"kind", "start", "end", "text"} <= data["segments"][0].keys()
    assert data["segments"][data["words"][-1]["segment"]]["text"] == "A pier"


def test_chapters_begin_at_headings_and_the_first_at_the_beginning() -> None:
    times = timed(STORY)
    heading = next(segment for segment in times.segments if segment.kind == "heading")
    found = [(chapter.start_s, chapter.end_s, chapter.title) for chapter in times.chapters]
    assert found == [(0, heading.start_s, "Ferry returns"), (heading.start_s, times.duration_s, "The pier")]


def test_a_heading_of_two_sentences_is_one_chapter_and_two_headings_are_two() -> None:
    body = tuple(
        Heading(id=name, level=2, children=(Text(text=text),))
        for name, text in (("b1", "Why? Because."), ("b2", "So."))
    )
    assert [chapter.title for chapter in timed(replace(STORY, body=body)).chapters] == [
        "Ferry returns", "Why? Because.", "So.",
    ]  # fmt: skip


def test_chapters_are_json_chapters_1_2() -> None:
    data = json.loads(timed(STORY).chapters_json())
    assert data["version"] == "1.2.0"
    assert data["chapters"][0] == {"startTime": 0, "title": "Ferry returns"}
    assert [chapter["title"] for chapter in data["chapters"]] == ["Ferry returns", "The pier"]


def test_captions_are_webvtt_with_the_words_times_in_order_and_inside_the_cue() -> None:
    blocks = sentences_vtt(timed(STORY)).strip().split("\n\n")
    assert blocks[0] == "WEBVTT"
    name, line, text = blocks[3].split("\n")
    assert name == "b1-s2"
    start, _, end = line.split(" ")
    assert "&lt;sound&gt; " in text
    assert "&amp;" in text
    inside = [part.split(">")[0] for part in text.split("<")[1:]]
    assert [start, *inside, end] == sorted({start, *inside, end})


def test_in_captions_a_sentence_is_as_on_the_page_also_where_no_spaces_are_between_words() -> None:
    body = (Paragraph(id="b1", children=(Text(text="列車は来た。"), NoteReference(label="[1]", note_id="n"))),)
    cue = sentences_vtt(timed(Article(metadata=Metadata(language="ja"), body=body))).split("\n\n")[1]
    assert re.sub(r"<[\d:.]+>", "", cue.splitlines()[-1]) == "列車は来た。[1]"


def test_chapters_are_webvtt_too() -> None:
    assert chapters_vtt(timed(STORY)).startswith("WEBVTT\n\n00:00:00.000 --> 00:00:")


def test_what_is_too_short_for_a_cue_is_left_out() -> None:
    times = timed(STORY)
    none = tuple(replace(segment, end_s=segment.start_s) for segment in times.segments)
    assert sentences_vtt(replace(times, segments=none)) == "WEBVTT\n"
