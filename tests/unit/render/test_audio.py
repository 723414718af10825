"""An article as sound, read back from the file."""

from __future__ import annotations

import io
import json
import os
import sys
import wave
from array import array
from collections.abc import Generator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import ClassVar

import pytest
from fixtures.every_block import every_block

from a11ynews.errors import NoVoiceError, SpeechError, UsageError
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, Image, Paragraph
from a11ynews.model.inlines import Span, Text
from a11ynews.render.audio import Options, render, speak, write_audio
from a11ynews.speech.engines.base import Clip, Delivery
from a11ynews.speech.engines.pyttsx3_engine import Pyttsx3Engine
from a11ynews.speech.engines.silent import SilentEngine, duration_s
from a11ynews.speech.lexicon import parse_lexicon
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.script import write_script
from a11ynews.speech.utterance import Utterance

LONG = "The island ferry sails again on Monday, four months after a storm broke the pier, the company said."
STORY = Article(
    metadata=Metadata(title="Ferry returns to the island", language="en"),
    body=(
        Paragraph(children=(Text(text=LONG),)),
        Heading(level=2, children=(Text(text="The pier"),)),
        Paragraph(children=(Text(text=LONG),)),
    ),
)
QUIET = 66


def needs_voice() -> None:
    pytest.importorskip("pyttsx3", reason="this test needs: pip install 'a11ynews[speech]'")


def samples_of(data: bytes) -> tuple[int, array[int]]:
    with wave.open(io.BytesIO(data)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getframerate(), array("h", sound.readframes(sound.getnframes()))


def silences_s(data: bytes, least_s: float = 0.3) -> list[float]:
    rate_hz, values = samples_of(data)
    runs = [(quiet, sum(1 for _ in run)) for quiet, run in groupby(values, lambda value: -QUIET < value < QUIET)]
    return [count / rate_hz for quiet, count in runs if quiet and count / rate_hz >= least_s]


# -- planning, without a voice -------------------------------------------------------------------


def test_the_length_is_that_of_the_words_and_the_pauses() -> None:
    rate_hz, values = samples_of(render(STORY, Options(engine="silent")).data)
    script = write_script(STORY)
    expected_s = sum(duration_s(utterance.spoken, 175) for utterance in script) + sum(gaps_s(script))
    assert len(values) / rate_hz == pytest.approx(expected_s, abs=0.01)


@pytest.mark.parametrize("profile", ["brief", "normal", "full"])
def test_every_kind_of_block_can_be_read_out(profile: str) -> None:
    assert render(every_block(), Options(engine="silent", profile=profile)).media_type == "audio/wav"


def test_an_article_without_words_is_an_error_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="no words"):
        write_audio(Article(), tmp_path / "story.wav", Options(engine="silent"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there are no device files here")
def test_a_device_gets_the_whole_bytes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    small = Article(metadata=Metadata(title="x"))
    write_audio(small, pipe, Options(engine="silent"))
    assert os.read(reader, 60_000) == render(small, Options(engine="silent")).data
    os.close(reader)


# -- with a voice --------------------------------------------------------------------------------


@pytest.mark.sound
def test_a_story_is_as_long_as_its_words_with_silence_where_its_structure_is(tmp_path: Path) -> None:
    needs_voice()
    write_audio(STORY, tmp_path / "story.wav")
    data = (tmp_path / "story.wav").read_bytes()
    rate_hz, values = samples_of(data)
    words = sum(len(utterance.spoken.split()) for utterance in write_script(STORY))
    assert 120 < words / (len(values) / rate_hz / 60) < 230
    after_head, before_heading, after_heading = sorted(silences_s(data, least_s=0.45))[::-1]
    assert after_head == pytest.approx(1.0, abs=0.05)
    assert before_heading == pytest.approx(0.9, abs=0.05)
    assert after_heading == pytest.approx(0.5, abs=0.05)


@pytest.mark.sound
def test_two_files_in_one_process_are_both_whole(tmp_path: Path) -> None:
    needs_voice()
    for name in ("one.wav", "two.wav"):
        write_audio(STORY, tmp_path / name)
    one, two = ((tmp_path / name).stat().st_size for name in ("one.wav", "two.wav"))
    assert one == pytest.approx(two, rel=0.01)  # espeak-ng's last bits differ from call to call
    assert one > 500_000


@pytest.mark.sound
def test_faster_speech_is_shorter_and_so_are_its_pauses() -> None:
    needs_voice()
    normal, fast = render(STORY).data, render(STORY, Options(rate_wpm=350)).data
    assert 1.8 < len(normal) / len(fast) < 2.6
    assert max(silences_s(fast)) == pytest.approx(0.5, abs=0.05)


@pytest.mark.sound
def test_an_engine_that_dies_midway_leaves_no_file(tmp_path: Path) -> None:
    needs_voice()
    engine = Pyttsx3Engine(voice_factory="fixtures.faulty_voices:Exiting")
    with pytest.raises(SpeechError, match="exit code 1"):
        write_audio(STORY, tmp_path / "story.wav", Options(engine=engine))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sound
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the desktop plays")
def test_speaking_without_a_sound_device_says_so_and_names_to_audio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_voice()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVoiceError, match="to_audio"):
        speak(STORY)


def test_speaking_with_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match="gramophone"):
        speak(STORY, Options(engine="gramophone"))


# -- loudness, pauses, times ----------------------------------------------------------------------

FRENCH = Span(lang="fr", children=(Text(text=" Bon voyage, mes amis."),))
NEWS = Article(
    metadata=Metadata(
        title="Ferry returns to the island", language="en", authors=("Ann Lee",), site_name="Skerra Post",
        url="https://news.example/a/1",
    ),
    body=(
        Paragraph(id="b1", children=(Text(text=f"{LONG} It cost $2.5m. {LONG}"),)),
        Paragraph(id="b2", children=(Text(text=LONG), FRENCH)),
        Heading(id="b3", level=2, children=(Text(text="The pier"),)),
        Paragraph(id="b4", children=(Text(text=f"{LONG} {LONG}"),)),
        Paragraph(id="b5", children=(Text(text=LONG),)),
    ),
)  # fmt: skip


@pytest.mark.sound
@pytest.mark.parametrize("rate_wpm", [88, 175, 350, 612])
def test_at_half_to_three_and_a_half_times_the_speed_it_is_as_loud_as_podcasts_and_never_clips(rate_wpm: int) -> None:
    needs_voice()
    pyloudnorm = pytest.importorskip("pyloudnorm", reason="the independent meter: pip install --group test")
    numpy = pytest.importorskip("numpy")
    rate_hz, values = samples_of(render(NEWS, Options(rate_wpm=rate_wpm)).data)
    meter = pyloudnorm.Meter(rate_hz, filter_class="DeMan")
    assert meter.integrated_loudness(numpy.array(values) / 32768) == pytest.approx(-19, abs=2)
    assert max(map(abs, values)) < 0.9 * 32768


@pytest.mark.sound
@pytest.mark.parametrize("rate_wpm", [88, 175, 350, 612])
def test_times_are_in_order_inside_the_sound_and_of_the_words_that_are_seen(tmp_path: Path, rate_wpm: int) -> None:
    needs_voice()
    write_audio(NEWS, tmp_path / "story.wav", Options(rate_wpm=rate_wpm), timings=tmp_path / "story.json")
    times = json.loads((tmp_path / "story.json").read_text(encoding="utf-8"))
    rate_hz, values = samples_of((tmp_path / "story.wav").read_bytes())
    edges = [edge for word in times["words"] for edge in (word["start"], word["end"])]
    assert edges == sorted(edges)
    assert 0 <= edges[0] < edges[-1] <= len(values) / rate_hz
    words = " ".join(word["text"] for word in times["words"])
    assert "It cost $2.5m. The island" in words
    assert "said. Bon voyage, mes amis. The pier" in words


@pytest.mark.sound
@pytest.mark.parametrize("rate_wpm", [88, 175, 350, 612])
def test_silence_at_headings_is_longer_than_at_paragraphs_than_at_sentences(tmp_path: Path, rate_wpm: int) -> None:
    needs_voice()
    write_audio(NEWS, tmp_path / "story.wav", Options(rate_wpm=rate_wpm), timings=tmp_path / "story.json")
    segments = json.loads((tmp_path / "story.json").read_text(encoding="utf-8"))["segments"]
    rate_hz, values = samples_of((tmp_path / "story.wav").read_bytes())
    at = {segment["id"]: quiet_before_s(values, rate_hz, segment["start"]) for segment in segments}
    assert at["b3-s1"] > 1.2 * at["b2-s1"]
    assert at["b5-s1"] == pytest.approx(at["b2-s1"], abs=0.02)
    assert at["b2-s1"] > 1.1 * at["b4-s2"] > 0.1


def quiet_before_s(values: array[int], rate_hz: int, start_s: float) -> float:
    """Return how long the samples are quiet before a time."""
    end = begin = round((start_s - 0.003) * rate_hz)  # times are told to the millisecond
    while begin and -QUIET < values[begin - 1] < QUIET:
        begin -= 1
    return (end - begin) / rate_hz


# -- files ----------------------------------------------------------------------------------------


def test_title_authors_site_language_and_chapters_are_in_the_file(tmp_path: Path) -> None:
    av = pytest.importorskip("av", reason="reading it back needs: pip install '.[all]'")
    write_audio(NEWS, tmp_path / "story.m4b", Options(engine="silent"))
    with av.open(str(tmp_path / "story.m4b")) as file:
        assert file.metadata["title"] == "Ferry returns to the island"
        assert (file.metadata["artist"], file.metadata["album"]) == ("Ann Lee", "Skerra Post")
        assert file.streams.audio[0].metadata["language"] == "eng"
        assert [each["metadata"]["title"] for each in file.chapters()] == ["Ferry returns to the island", "The pier"]


def test_times_of_an_mp3_are_those_that_listeners_hear(tmp_path: Path) -> None:
    pytest.importorskip("lameenc", reason="this test needs: pip install '.[mp3]'")
    options = Options(engine="silent")
    exact = write_audio(NEWS, tmp_path / "story.wav", options)
    later = write_audio(NEWS, tmp_path / "story.mp3", options)
    assert later.words[3].start_s - exact.words[3].start_s == pytest.approx(1105 / 8000)


def test_only_a_picture_that_the_page_itself_holds_becomes_the_cover(tmp_path: Path) -> None:
    mutagen = pytest.importorskip("mutagen", reason="this test needs: pip install '.[mp3]'")
    pytest.importorskip("lameenc", reason="this test needs: pip install '.[mp3]'")

    def covers(address: str) -> list[bytes]:
        story = replace(NEWS, metadata=replace(NEWS.metadata, lead_image=Image(src=address)))
        write_audio(story, tmp_path / "story.mp3", Options(engine="silent"))
        return [frame.data for frame in mutagen.File(tmp_path / "story.mp3").tags.getall("APIC")]

    (tmp_path / "pier.jpg").write_bytes(b"\xff\xd8\xff")
    assert covers("data:image/jpeg;base64,/9j/4AAQ") == [b"\xff\xd8\xff\xe0\x00\x10"]
    here = (tmp_path / "pier.jpg").as_uri()
    for address in ("https://news.example/pier.jpg", "pier.jpg", here, "data:image/png;base64,AA=="):
        assert covers(address) == []


def test_sound_and_times_take_their_places_together_or_not_at_all(tmp_path: Path) -> None:
    for name in ("story.wav", "story.json"):
        (tmp_path / name).write_bytes(b"old")
    with pytest.raises(SpeechError, match="no words"):
        write_audio(Article(), tmp_path / "story.wav", Options(engine="silent"), timings=tmp_path / "story.json")
    assert [(tmp_path / name).read_bytes() for name in ("story.wav", "story.json")] == [b"old", b"old"]
    assert len(list(tmp_path.iterdir())) == 2


class Watching(SilentEngine):
    """An engine that looks how much of what it has said is on the disk already."""

    sizes: ClassVar[list[int]] = []

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        for clip in super().synthesize(script, delivery):
            self.sizes.append(sum(path.stat().st_size for path in Path().glob(".*.tmp")))
            yield clip


@pytest.mark.parametrize("name", ["wav", "mp3", "m4b"])
def test_sound_is_on_the_disk_while_more_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    pytest.importorskip("av", reason="this test needs: pip install '.[all]'")
    monkeypatch.chdir(tmp_path)
    story = Article(body=tuple(Paragraph(id=f"b{n}", children=(Text(text=LONG),)) for n in range(60)))
    Watching.sizes.clear()
    write_audio(story, f"story.{name}", Options(engine=Watching(), rate_wpm=100))
    assert len(Watching.sizes) == 60
    assert Watching.sizes[30] > 0.4 * Path(f"story.{name}").stat().st_size


def test_a_file_without_a_suffix_is_wav_and_one_with_a_strange_suffix_is_refused(tmp_path: Path) -> None:
    write_audio(STORY, tmp_path / "story", Options(engine="silent"))
    assert (tmp_path / "story").read_bytes().startswith(b"RIFF")
    with pytest.raises(UsageError, match=r"\.aiff"):
        write_audio(STORY, tmp_path / "story.aiff", Options(engine="silent"))


def test_who_waits_is_told_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_audio(STORY, tmp_path / "story.wav", Options(engine="silent"), progress=lambda *far: told.append(far))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_lexicon_changes_what_is_said_and_not_what_is_seen(tmp_path: Path) -> None:
    story = Article(metadata=Metadata(title="Nguyen", language="en"))
    lexicon = parse_lexicon("Nguyen\tWin win win win win win")
    plain = write_audio(story, tmp_path / "plain.wav", Options(engine="silent"))
    changed = write_audio(story, tmp_path / "changed.wav", Options(engine="silent", lexicon=lexicon))
    assert changed.duration_s > 2 * plain.duration_s
    assert [word.text for word in changed.words] == [word.text for word in plain.words] == ["Nguyen"]
