"""A page with sound: the player, the times, and what the page allows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fixtures.allowed_html import faults_seen_by_html5lib
from fixtures.every_block import every_block

from a11ynews.render.audio import Options as AudioOptions
from a11ynews.render.audio import write_audio
from a11ynews.render.html import Options, Sound, render
from a11ynews.render.html.head import digest_of, template
from a11ynews.speech.timings import Timings

pytestmark = pytest.mark.sound


@pytest.fixture(scope="module")
def timings(tmp_path_factory: pytest.TempPathFactory) -> Timings:
    path: Path = tmp_path_factory.mktemp("sound") / "silence.wav"
    return write_audio(every_block(), path, AudioOptions(engine="silent"))


def page(sound: Sound, **options: object) -> str:
    return render(every_block(), Options(sound=sound, **options)).text  # type: ignore[arg-type]


def times(text: str) -> list[tuple[str, float, float, list[list[object]]]]:
    block = text.partition('id="story-times">')[2].partition("</script>")[0]
    return [tuple(row) for row in json.loads(block)]


def test_every_sentence_that_is_heard_is_on_the_page_once(timings: Timings) -> None:
    text = page(Sound(address="story.mp3", timings=timings))
    named = [segment.id for segment in timings.segments if segment.id and segment.kind != "row"]
    assert len(named) > 60
    assert [name for name in named if text.count(f' id="{name}"') != 1] == []


def test_the_times_are_those_of_the_recording_in_its_order(timings: Timings) -> None:
    rows = times(page(Sound(address="story.mp3", timings=timings)))
    starts = [start for _, start, _, _ in rows]
    assert starts == sorted(starts)
    title = next(row for row in rows if row[0] == "title-s1")
    assert [word for word, _, _ in title[3]][:3] == ["Rivers", "of", "the"]


def test_the_page_allows_its_own_script_by_its_hash_and_no_other(timings: Timings) -> None:
    text = page(Sound(address="story.mp3", timings=timings))
    allowed = text.partition("script-src ")[2].partition(";")[0].split()
    assert digest_of(template("player.js")) in allowed
    assert len(allowed) == text.count("<script") == 3
    assert "'unsafe" not in text


def test_chapters_lead_to_their_headings_and_tell_when_they_are_heard(timings: Timings) -> None:
    text = page(Sound(address="story.mp3", timings=timings))
    chapters = text.partition('<details class="chapters">')[2].partition("</details>")[0]
    assert '<a href="#s-b7">The numbers</a> <span>' in chapters
    assert chapters.count("<li>") == len(timings.chapters)


def test_a_recording_without_times_plays_and_needs_no_script() -> None:
    text = page(Sound(address="story.mp3"))
    assert '<audio controls preload="metadata" src="story.mp3"' in text
    assert "<script>" not in text
    assert faults_seen_by_html5lib(page(Sound(address="https://e.org/story.mp3"))) == []


def test_the_article_alone_brings_its_player_and_no_script(timings: Timings) -> None:
    text = page(Sound(address="story.mp3", timings=timings), document=False)
    assert "<audio controls" in text
    assert "<script" not in text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example/a.mp3", "ftp://x/a"])
def test_what_is_no_recording_is_no_player(address: str) -> None:
    rendering = render(every_block(), Options(sound=Sound(address=address)))
    assert 'class="player"' not in rendering.text
    assert "address-refused" in {notice.kind for notice in rendering.notices}


def test_two_articles_on_a_page_have_sentences_of_their_own(timings: Timings) -> None:
    text = page(Sound(address="story.mp3", timings=timings), document=False, id_prefix="a1-")
    assert ' id="a1-b3-s1"' in text
