"""pyttsx3 for real: its known faults, each met and cured."""

from __future__ import annotations

import importlib.util
import io
import sys
import wave
from array import array
from pathlib import Path

import pytest

from a11ynews.errors import MissingExtraError, NoVoiceError
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.pool import end_idle_workers
from a11ynews.speech.engines.pyttsx3_engine import Pyttsx3Engine
from a11ynews.speech.sound.pcm import sounding
from a11ynews.speech.sound.track import lay_track
from a11ynews.speech.sound.wav import write_wav
from a11ynews.speech.utterance import Run, Utterance

pytestmark = pytest.mark.sound
pytest.importorskip("pyttsx3", reason="speech tests need: pip install 'a11ynews[speech]'")


def utterance(text: str, lang: str = "en") -> Utterance:
    return Utterance(role="paragraph", runs=(Run(text=text, spoken=text, lang=lang),), pause_after_s=0.6)


def loud(samples: bytes) -> bytes:
    first, last = sounding(samples)
    return samples[2 * first : 2 * last]


def track(script: list[Utterance]) -> list[tuple[int, bytes]]:
    """Return the finished sound of a script."""
    stretches = lay_track(Pyttsx3Engine().synthesize(script, Delivery()), script)
    return [(stretch.rate_hz, stretch.samples) for stretch in stretches]


def sounds(*script: Utterance, voice: str | None = None) -> list[bytes]:
    return [loud(clip.samples) for clip in Pyttsx3Engine().synthesize(script, Delivery(voice=voice))]


def test_of_several_utterances_each_is_said_and_not_only_the_last() -> None:
    first, second = sounds(utterance("One."), utterance("A much longer sentence than the first one was."))
    assert len(second) > 3 * len(first) > 0


def alike(one: bytes, other: bytes) -> bool:
    """Whether two sounds are the same words in the same voice: espeak-ng's last bits differ from call to call."""
    return len(one) == pytest.approx(len(other), rel=0.02)


def test_it_speaks_again_and_again_in_one_process_and_the_same() -> None:
    first, *others = (sounds(utterance("The ferry is back."))[0] for _ in range(5))
    assert first
    assert all(alike(first, other) for other in others)


def test_a_change_of_voice_right_before_an_utterance_does_not_cancel_it() -> None:
    for _ in range(6):
        script = [utterance("Bon voyage.", lang) for lang in ("en", "fr", "de", "en", "es", "fr")]
        assert min(len(samples) for samples in sounds(*script)) > 10_000


def test_speech_is_as_long_as_people_would_take_for_the_words() -> None:
    words = "The island ferry sails again on Monday, four months after a storm broke the pier. " * 5
    (samples,) = sounds(utterance(words))
    minutes = len(samples) / 2 / 22050 / 60
    assert 120 < len(words.split()) / minutes < 230


def test_the_language_chooses_the_voice_and_is_switched_back() -> None:
    english, french, again = sounds(
        utterance("Bon voyage, mes amis."), utterance("Bon voyage, mes amis.", "fr"), utterance("Bon voyage, mes amis.")
    )
    assert not alike(english, french)
    assert alike(english, again)


def test_a_language_without_a_voice_is_said_by_the_voice_of_the_story() -> None:
    before, unknown = sounds(utterance("Nothing is lost."), utterance("Nothing is lost.", "xx"))
    assert alike(before, unknown)


def test_a_voice_can_be_chosen_by_id_name_or_language() -> None:
    by_id, by_name, by_language = (
        sounds(utterance("Good day."), voice=voice)[0]
        for voice in ("gmw/en-gb-scotland", "English (Scotland)", "en-gb-scotland")
    )
    assert alike(by_id, by_name)
    assert alike(by_id, by_language)
    assert not alike(by_id, sounds(utterance("Good day."))[0])


def test_a_voice_that_is_not_there_is_named_with_some_that_are() -> None:
    with pytest.raises(NoVoiceError, match=r"'Scottland'.*there are for instance: .*English \(Scotland\)"):
        sounds(utterance("Good day."), voice="Scottland")


def test_a_nul_or_a_megabyte_of_one_paragraph_loses_no_words() -> None:
    sentence = "The ferry sails again on Monday. "
    script = [utterance(sentence * 400)]
    clips = list(Pyttsx3Engine().synthesize(script, Delivery()))
    (one,) = sounds(utterance(sentence))
    assert len(clips) > 5
    assert sum(len(clip.samples) for clip in clips) > 380 * len(one)
    assert max(len(clip.samples) for clip in clips) < 10_000_000


def test_the_pause_between_two_paragraphs_is_silence_of_its_length_in_the_file() -> None:
    script = [utterance("One paragraph."), utterance("Another one.")]
    file = io.BytesIO()
    write_wav(file, track(script))
    file.seek(0)
    with wave.open(file) as sound:
        rate_hz, values = sound.getframerate(), array("h", sound.readframes(sound.getnframes()))
    assert _longest_quiet(values) / rate_hz == pytest.approx(0.6, abs=0.05)


def _longest_quiet(values: array[int]) -> int:
    longest = run = 0
    for value in values:
        run = run + 1 if -66 < value < 66 else 0
        longest = max(longest, run)
    return longest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the desktop plays")
def test_without_a_sound_player_speaking_says_so_and_names_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVoiceError, match=r"aplay.*to_audio"):
        Pyttsx3Engine().say([utterance("Can you hear me?")], Delivery())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the desktop plays")
def test_speaking_sends_all_the_sound_to_the_player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\nexec /bin/cat > "{tmp_path}/heard"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    script = [utterance("Can you hear me?"), utterance("I can.")]
    Pyttsx3Engine().say(script, Delivery())
    monkeypatch.undo()
    expected = b"".join(samples for _, samples in track(script))
    assert alike((tmp_path / "heard").read_bytes(), expected)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is no aplay")
def test_live_speech_after_a_file_does_not_overwrite_it_and_a_file_after_live_speech_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pyttsx3 itself plays here, as on other systems: its driver remembers the last file and the last text."""
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\n/bin/cat "$1" >> "{tmp_path}/heard"; echo "$@" >> "{tmp_path}/calls"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    engine = Pyttsx3Engine(plays_itself=True)
    end_idle_workers()
    (before,) = engine.synthesize([utterance("A first sentence, for a file.")], Delivery())
    engine.say([utterance("Said."), utterance("And said again.")], Delivery())
    (after,) = engine.synthesize([utterance("A first sentence, for a file.")], Delivery())
    end_idle_workers()  # it had the path of the player of this test
    assert alike(before.samples, after.samples)
    assert len((tmp_path / "calls").read_text().splitlines()) == 2
    assert (tmp_path / "heard").stat().st_size > 20_000


def test_without_pyttsx3_the_message_has_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'a11ynews\[speech\]'"):
        sounds(utterance("Good day."))
