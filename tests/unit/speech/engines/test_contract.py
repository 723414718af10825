"""What every engine promises; each of ours is held to it."""

from __future__ import annotations

from array import array

import pytest

from a11ynews.errors import UsageError
from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.engines.choose import ENGINES, choose_engine
from a11ynews.speech.utterance import Run, Utterance


@pytest.fixture(
    params=[pytest.param("silent"), *(pytest.param(name, marks=pytest.mark.sound) for name in ("espeak", "pyttsx3"))]
)
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param != "silent":
        pytest.importorskip("pyttsx3", reason="this engine needs: pip install 'a11ynews[speech]'")
    return choose_engine(str(request.param))


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
    assert all(max(array("h", clip.samples)) > 500 for clip in clips)
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
    with pytest.raises(UsageError, match="espeak, pyttsx3, silent"):
        choose_engine("gramophone")


def test_it_tells_its_voices_and_speaks_with_each_by_its_id(engine: Engine) -> None:
    voices = engine.voices()
    assert voices
    assert len({voice.id for voice in voices}) == len(voices)
    chosen = next((voice for voice in voices if voice.languages[:1] == ("fr",)), voices[-1])
    assert seconds(engine, [utterance("Bonjour.")], Delivery(voice=chosen.id)) > 0.3
