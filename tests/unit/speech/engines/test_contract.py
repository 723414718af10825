"""What every engine promises; each of ours is held to it."""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.dispatcher import dispatcher

from a11ynews.errors import UsageError
from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.engines.choose import ENGINES, choose_engine
from a11ynews.speech.engines.piper_engine import PiperEngine
from a11ynews.speech.utterance import Run, Utterance

FILES = ("silent", "espeak", "pyttsx3", "piper")
LIVE = (*FILES, "speech-dispatcher")


def parameter(name: str) -> object:
    return pytest.param(name, marks=() if name in ("silent", "piper") else pytest.mark.sound)


def made(name: str, folder: Path) -> Engine:
    """Return an engine as its users have it; Piper's package is the fake one."""
    if name == "piper":
        voice = folder / "voice.onnx"
        voice.touch()
        voice.with_suffix(".onnx.json").write_text('{"dataset": "Ann", "espeak": {"voice": "en-us"}}')
        return PiperEngine(voice=str(voice), voice_factory="fixtures.fake_piper:voice", package="")
    if name in ("espeak", "pyttsx3"):
        pytest.importorskip("pyttsx3", reason="this engine needs: pip install 'a11ynews[speech]'")
    return choose_engine(name)


@pytest.fixture(params=[parameter(name) for name in FILES])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return made(str(request.param), tmp_path)


@pytest.fixture(params=[parameter(name) for name in LIVE])
def live_engine(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Engine, Path]]:
    """An engine, and the file that holds what was heard."""
    heard = tmp_path / "heard"
    if request.param == "speech-dispatcher":
        if shutil.which("speech-dispatcher") is None:
            pytest.skip("this test needs: apt-get install speech-dispatcher")
        with dispatcher(tmp_path / "speechd") as running:
            monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
            yield choose_engine("speech-dispatcher"), running.folder / "said"
        return
    player = tmp_path / "bin" / "aplay"
    player.parent.mkdir()
    player.write_text(f'#!/bin/sh\nexec /bin/cat > "{heard}"\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(player.parent))
    yield made(str(request.param), tmp_path), heard


def utterance(*words: str, lang: str = "en") -> Utterance:
    return Utterance(role="paragraph", runs=tuple(Run(text=text, spoken=text, lang=lang) for text in words))


def seconds(engine: Engine, script: list[Utterance], delivery: Delivery | None = None) -> float:
    return sum(len(clip.samples) / 2 / clip.rate_hz for clip in engine.synthesize(script, delivery or Delivery()))


def test_it_has_the_name_that_it_is_chosen_by(engine: Engine) -> None:
    assert ENGINES[engine.name]


def test_each_utterance_gives_sound_in_order(engine: Engine) -> None:
    script = [utterance("The ferry is back."), utterance("It sails", "on Monday."), utterance("That is all.")]
    clips = list(engine.synthesize(script, Delivery()))
    assert [clip.utterance for clip in clips] == [0, 1, 1, 2]
    assert all(500 < max(array("h", clip.samples)) < 32767 for clip in clips)
    assert len({clip.rate_hz for clip in clips}) == 1


def test_each_clip_says_which_run_it_is_and_when_each_word_is_heard(engine: Engine) -> None:
    script = [utterance("The old-fashioned ferry — it is back!"), utterance("It sails", "on Monday.")]
    clips = list(engine.synthesize(script, Delivery()))
    assert [(clip.utterance, clip.run) for clip in clips] == [(0, 0), (1, 0), (1, 1)]
    for clip in clips:
        spoken = script[clip.utterance].runs[clip.run].spoken
        said = [spoken[word.spoken_start : word.spoken_end] for word in clip.words]
        assert said == [word.strip("—!.") for word in spoken.split() if word != "—"]
        times = [time for word in clip.words for time in (word.start_s, word.end_s)]
        assert times == sorted(times)
        assert 0.0 <= times[0] < times[-1] <= len(clip.samples) / 2 / clip.rate_hz
        assert all(word.end_s - word.start_s > 0.02 for word in clip.words)


def test_words_of_a_very_long_run_stand_where_they_are_in_it(engine: Engine) -> None:
    text = "The ferry is back. " * 200
    words = [word for clip in engine.synthesize([utterance(text)], Delivery()) for word in clip.words]
    assert [text[word.spoken_start : word.spoken_end] for word in words] == text.replace(".", "").split()


def test_no_script_is_no_sound_and_no_error(engine: Engine) -> None:
    assert list(engine.synthesize([], Delivery())) == []


def test_more_words_take_longer(engine: Engine) -> None:
    assert seconds(engine, [utterance("The ferry is back. " * 8)]) > 5 * seconds(
        engine, [utterance("The ferry is back.")]
    )


def test_twice_the_rate_takes_about_half_the_time(engine: Engine) -> None:
    script = [utterance("The ferry sails again on Monday, four months after a storm broke the pier. " * 3)]
    ratio = seconds(engine, script) / seconds(engine, script, Delivery(rate_wpm=350))
    assert 1.8 < ratio < 2.6


def test_a_rate_that_it_has_not_is_refused_and_not_changed(engine: Engine) -> None:
    with pytest.raises(UsageError, match=rf"{engine.name} has \d+ to \d+"):
        seconds(engine, [utterance("Words.")], Delivery(rate_wpm=5))


def test_words_are_words_whatever_they_look_like(engine: Engine) -> None:
    script = [
        utterance("-v --help"),
        utterance("<speak><break/> & [[h@loU]]"),
        utterance("{}%s$(ls)"),
        utterance("; ls"),
    ]
    assert len(list(engine.synthesize(script, Delivery()))) == 4


def test_it_stops_when_the_listener_goes(engine: Engine) -> None:
    clips = engine.synthesize([utterance("One."), utterance("Two.")], Delivery())
    assert next(clips).utterance == 0
    clips.close()
    assert list(clips) == []


def test_an_unknown_engine_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="espeak, piper, pyttsx3, silent, speech-dispatcher"):
        choose_engine("gramophone")


def test_it_tells_its_voices_and_speaks_with_each_by_its_id(engine: Engine) -> None:
    voices = engine.voices()
    assert voices
    assert len({voice.id for voice in voices}) == len(voices)
    chosen = next((voice for voice in voices if voice.languages[:1] == ("fr",)), voices[-1])
    assert seconds(engine, [utterance("Bonjour.")], Delivery(voice=chosen.id)) > 0.3


def test_what_nobody_can_say_is_quiet_and_no_error(engine: Engine) -> None:
    script = [utterance("***", "\0\ud800\x1b"), utterance("Back."), utterance("— … —"), utterance("\ufffe")]
    clips = list(engine.synthesize(script, Delivery()))
    assert [word.spoken_end for clip in clips if clip.utterance == 1 for word in clip.words] == [4]
    assert all(clip.words == () for clip in clips if clip.utterance != 1)


@pytest.mark.parametrize("rate_wpm", [88, 175, 350, 450, 500])
def test_at_each_rate_times_run_forward_inside_the_sound(engine: Engine, rate_wpm: int) -> None:
    script = [utterance("The island ferry, it is said, sails again; on Monday. " * 3, "“The first” — at 9:30.")]
    for clip in engine.synthesize(script, Delivery(rate_wpm=rate_wpm)):
        times = [time for word in clip.words for time in (word.start_s, word.end_s)]
        assert times == sorted(times)
        assert 0.0 <= times[0] < times[-1] <= len(clip.samples) / 2 / clip.rate_hz
        assert len(set(times[::2])) == len(clip.words)


def test_calls_at_the_same_time_do_not_mix(engine: Engine) -> None:
    one = engine.synthesize([utterance("The first call.")] * 6, Delivery())
    two = engine.synthesize([utterance("Two.")] * 6, Delivery(rate_wpm=350))
    lengths = [(len(first.samples), len(second.samples)) for first, second in zip(one, two, strict=True)]
    assert len(lengths) == 6
    assert all(first > 2 * second for first, second in lengths)


def test_it_is_heard_and_returns_then(live_engine: tuple[Engine, Path]) -> None:
    engine, heard = live_engine
    if engine.name == "silent":
        engine.say([utterance("Nobody hears this.")], Delivery())
        return
    engine.say([utterance("The ferry is back."), utterance("It sails on Monday.")], Delivery())
    assert heard.stat().st_size > 30
    engine.say([], Delivery())


def test_live_speech_at_a_rate_that_it_has_not_is_refused(live_engine: tuple[Engine, Path]) -> None:
    engine, _ = live_engine
    with pytest.raises(UsageError, match=rf"{engine.name} has \d+ to \d+"):
        engine.say([utterance("Words.")], Delivery(rate_wpm=5))


def test_what_it_declares_is_so(live_engine: tuple[Engine, Path]) -> None:
    engine, _ = live_engine
    able = engine.abilities
    assert able.live
    assert able.offline
    assert able.rate_min_wpm <= 88  # half the normal rate
    if able.files:
        assert able.rate_max_wpm >= 500
        (clip,) = engine.synthesize([utterance("Word")], Delivery(rate_wpm=able.rate_max_wpm))
        assert len(clip.words) == 1
