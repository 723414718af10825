"""A page with sound, played in a real Chromium: what is marked is what is said."""

from __future__ import annotations

import dataclasses
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fixtures.chromium import report_of
from fixtures.every_block import every_block

from a11ynews.pipeline import Article
from a11ynews.speech.timings import Timings

HERE = Path(__file__).resolve().parent
SPEEDS = (1, 2, 3.5)
INTO_WORD_S = 0.05
SENTENCE, NEXT = "b3-s1", "b3-s2"

pytestmark = [pytest.mark.browser, pytest.mark.sound]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("talk")


@pytest.fixture(scope="module")
def timings(folder: Path) -> Timings:
    pytest.importorskip("lameenc", reason="needs the mp3 extra: pip install 'a11ynews[mp3]'")
    pytest.importorskip("mutagen", reason="needs the mp3 extra: pip install 'a11ynews[mp3]'")
    story = every_block()
    article = Article(**{field.name: getattr(story, field.name) for field in dataclasses.fields(story)})
    times = article.to_audio(folder / "talk.mp3")
    page = article.to_html(audio="talk.mp3", timings=times)
    (folder / "talk.html").write_text(page, encoding="utf-8")
    return times


@pytest.fixture(scope="module")
def places(timings: Timings, folder: Path) -> list[tuple[float, str, str]]:
    """Five moments in the middle of words, from all over the recording: seconds, sentence, word."""
    page = (folder / "talk.html").read_text(encoding="utf-8")
    shown = [
        (word.start_s + INTO_WORD_S, timings.segments[word.segment].id, word.text)
        for word, after in pairwise(timings.words)
        if word.end_s - word.start_s > 0.3 and f'id="{timings.segments[word.segment].id}"' in page
    ]
    return shown[:: len(shown) // 5][:5]


@pytest.fixture(scope="module")
def report(places: list[tuple[float, str, str]], folder: Path) -> Any:  # noqa: ANN401 - JSON
    job = folder / "job.json"
    described = {
        "page": str(folder / "talk.html"),
        "sound": str(folder / "talk.mp3"),
        "places": [[seconds, identity] for seconds, identity, _ in places],
        "speeds": SPEEDS,
        "sentence": SENTENCE,
    }
    job.write_text(json.dumps(described), encoding="utf-8")
    return report_of("player.mjs", job)


def said_at(timings: Timings, time: float) -> set[str]:
    """The sentences that are said within a quarter of a second of a moment."""
    return {s.id for s in timings.segments if s.start_s - 0.25 <= time <= s.end_s + 0.4}


def words_at(timings: Timings, time: float, speed: float) -> set[str]:
    """The words that are said at a moment; a mark may be a frame late, and a frame is more of the sound at speed."""
    return {word.text for word in timings.words if word.start_s - 0.25 <= time <= word.end_s + 0.25 + 0.15 * speed}


def test_the_sentence_that_is_marked_is_said_at_five_places_and_three_speeds(report: Any, timings: Timings) -> None:  # noqa: ANN401
    assert [place["speed"] for place in report["places"]] == [speed for speed in SPEEDS for _ in range(5)]
    for place in report["places"]:
        assert place["rate"] == place["speed"]
        assert place["id"] in said_at(timings, place["time"]), place


def test_the_word_that_is_marked_is_said(report: Any, timings: Timings) -> None:  # noqa: ANN401
    marked = [place for place in report["places"] if place["word"]]
    assert len(marked) >= 12  # the picture that a sentence describes has no words to mark
    for place in marked:
        assert place["word"] in words_at(timings, place["time"], place["speed"]), place


def test_a_click_on_a_sentence_plays_from_it(report: Any, timings: Timings) -> None:  # noqa: ANN401
    start = next(segment.start_s for segment in timings.segments if segment.id == SENTENCE)
    assert report["clicked"]["time"] == pytest.approx(start, abs=0.5)
    assert not report["clicked"]["paused"]


def test_the_keyboard_chooses_a_sentence_and_enter_plays_from_it(report: Any, timings: Timings) -> None:  # noqa: ANN401
    keys = report["keys"]
    start = next(segment.start_s for segment in timings.segments if segment.id == NEXT)
    assert (keys["from"], keys["to"]) == (SENTENCE, NEXT)
    assert keys["entered"]["time"] == pytest.approx(start, abs=0.8)
    assert keys["paused"]
    assert keys["left"] == "BUTTON"


def test_the_place_is_kept_for_the_next_time(report: Any) -> None:  # noqa: ANN401
    assert report["kept"]["before"] > 1
    assert report["kept"]["after"] == pytest.approx(report["kept"]["before"], abs=0.1)


def test_without_scripts_the_page_reads_and_plays_and_shows_nothing_that_does_nothing(report: Any) -> None:  # noqa: ANN401
    assert report["plain"] == {"controls": False, "audio": True, "story": True}


def test_the_policy_lets_our_script_and_the_sound_in_and_nothing_fails(report: Any) -> None:  # noqa: ANN401
    assert [text for text in report["complaints"] if "ERR_FAILED" not in text] == []
