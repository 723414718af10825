"""An article as sound, read back from the file."""

from __future__ import annotations

import io
import os
import sys
import wave
from array import array
from itertools import groupby
from pathlib import Path

import pytest
from fixtures.every_block import every_block

from a11ynews.errors import NoVoiceError, SpeechError, UsageError
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, Paragraph
from a11ynews.model.inlines import Text
from a11ynews.render.audio import Options, render, speak, write_audio
from a11ynews.speech.engines.pyttsx3_engine import Pyttsx3Engine
from a11ynews.speech.engines.silent import duration_s
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.script import write_script

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
