"""espeak-ng through its C interface: each of its traps, met and cured."""

from __future__ import annotations

import subprocess
import sys
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from a11ynews.errors import EngineError, NoVoiceError
from a11ynews.speech.engines.base import Clip, Delivery
from a11ynews.speech.engines.espeak_engine import EspeakEngine
from a11ynews.speech.engines.espeak_library import MARK, WORD, Event
from a11ynews.speech.engines.espeak_voice import marked, starts_of
from a11ynews.speech.engines.spans import words_in
from a11ynews.speech.engines.word_marks import word_marks
from a11ynews.speech.utterance import Run, Utterance

pytestmark = pytest.mark.sound
espeakng_loader = pytest.importorskip("espeakng_loader", reason="this engine needs: pip install 'a11ynews[speech]'")
ENGINE = EspeakEngine()


def utterance(*texts: str, lang: str = "en") -> Utterance:
    return Utterance(role="paragraph", runs=tuple(Run(text=text, spoken=text, lang=lang) for text in texts))


def clips(*script: Utterance, rate_wpm: int = 175, voice: str | None = None) -> list[Clip]:
    return list(ENGINE.synthesize(script, Delivery(rate_wpm=rate_wpm, voice=voice)))


def length_s(clip: Clip) -> float:
    return len(clip.samples) / 2 / clip.rate_hz


def alike(one: Clip, other: Clip) -> bool:
    """Whether two clips are the same words in the same voice: espeak-ng adds a period or none, from call to call."""
    return length_s(one) == pytest.approx(length_s(other), rel=0.02)


def words_of(text: str, clip: Clip) -> list[str]:
    return [text[word.spoken_start : word.spoken_end] for word in clip.words]


def test_each_word_has_a_time_where_the_library_s_own_events_would_not_match() -> None:
    text = 'He said: "3-2, old-fashioned" — (U.S. officials) paid $1,600.50; \'twas 50% & more…'
    (clip,) = clips(utterance(text))
    assert words_of(text, clip) == [
        "He", "said", "3-2", "old-fashioned", "U.S", "officials", "paid", "1,600.50", "twas", "50", "more",
    ]  # fmt: skip
    starts = [word.start_s for word in clip.words]
    assert starts == sorted(set(starts))


def pitch_hz(clip: Clip) -> float:
    """The fundamental frequency of a voice: the median over the sound, by autocorrelation (60 to 300 Hz)."""
    np = pytest.importorskip("numpy")
    sound = np.frombuffer(clip.samples, np.int16).astype(float)
    shortest, longest, window = clip.rate_hz // 300, clip.rate_hz // 60, 2048
    found = []
    for at in range(0, len(sound) - window, window):
        piece = sound[at : at + window] - sound[at : at + window].mean()
        likeness = np.correlate(piece, piece, "full")[window - 1 :]
        period = shortest + int(np.argmax(likeness[shortest:longest]))
        if likeness[period] > likeness[0] / 2:
            found.append(clip.rate_hz / period)
    return float(np.median(found))


def test_the_words_of_others_are_said_a_tenth_lower_and_ours_as_before() -> None:
    ours = utterance("We waited for it the whole long winter, and nobody came to see us.")
    before, theirs, after = clips(ours, replace(ours, voice="quote"), ours)
    assert pitch_hz(theirs) == pytest.approx(0.9 * pitch_hz(before), rel=0.05)
    assert pitch_hz(after) == pytest.approx(pitch_hz(before), rel=0.05)


def test_markup_in_a_text_is_words_and_neither_markup_nor_phonemes() -> None:
    for text in ("a < b & c > d", '<mark name="7"/> is written', "[[h@loU]] there", "&lt; and &amp;lt;", "]]> end"):
        (clip,) = clips(utterance(text))
        assert length_s(clip) > 0.3, text
        assert words_of(text, clip) == [text[word.start : word.end] for word in words_in(text)]
    plain, marked_up = clips(utterance("hello"), utterance("<emphasis>hello</emphasis>"))
    assert length_s(marked_up) > 2 * length_s(plain)


def test_a_voice_of_each_language_run_is_taken_and_switched_back() -> None:
    english, french, again = clips(
        utterance("Bon voyage.", lang="en"), utterance("Bon voyage.", lang="fr"), utterance("Bon voyage.")
    )
    assert not alike(english, french)
    assert alike(english, again)


def test_runs_of_two_languages_in_one_sentence_are_two_calls() -> None:
    runs = (Run(text="He said", spoken="He said", lang="en"), Run(text="bonjour", spoken="bonjour", lang="fr"))
    (_, french), (alone,) = clips(Utterance(role="paragraph", runs=runs)), clips(utterance("bonjour", lang="fr"))
    assert (french.utterance, french.run) == (0, 1)
    assert alike(french, alone)


@pytest.mark.parametrize("lang", ["zh", "zh-Hans", "cmn", "ar", "hi", "ru", "no", "pt-BR", "en-AU", "iw"])
def test_languages_have_voices_by_the_tags_that_pages_use(lang: str) -> None:
    text = {
        "zh": "你好世界",
        "cm": "你好世界",
        "ar": "مرحبا بالعالم",
        "hi": "नमस्ते दुनिया",
        "ru": "Привет, мир",
        "iw": "שלום",
    }.get(lang[:2], "Hallo")
    (clip,) = clips(utterance(text, lang=lang))
    assert length_s(clip) > 0.2
    assert words_of(text, clip) == text.replace(",", "").split()


def test_english_without_a_region_is_american_and_of_other_regions_british() -> None:
    tags = ("en", "en-us", "en-029", "en-AU", "en-GB")
    bare, american, caribbean, australian, british = clips(*(utterance("Nothing is lost.", lang=tag) for tag in tags))
    assert alike(bare, american)
    assert not alike(bare, caribbean)
    assert alike(australian, british)


def test_a_language_without_a_voice_is_said_by_the_voice_of_the_story() -> None:
    before, unknown = clips(utterance("Nothing is lost."), utterance("Nothing is lost.", lang="xx"))
    assert alike(before, unknown)
    (first,) = clips(utterance("Nothing is lost.", lang="xx-x-nobody"))
    assert alike(first, before)


def test_a_voice_is_chosen_by_id_name_language_or_variant_and_an_unknown_one_is_refused() -> None:
    by_id, by_name, by_language = (
        clips(utterance("Good day."), voice=voice)[0]
        for voice in ("gmw/en-GB-scotland", "English (Scotland)", "en-gb-scotland")
    )
    assert alike(by_id, by_name)
    assert alike(by_id, by_language)
    assert clips(utterance("Good day."), voice="en-us+f3")[0].samples
    with pytest.raises(NoVoiceError, match=r"'Scottland'.*there are for instance: .*English \(Scotland\)"):
        clips(utterance("Good day."), voice="Scottland")
    assert clips(utterance("The next call works."))


@pytest.mark.parametrize("rate_wpm", [80, 449, 450, 612, 900])
def test_times_run_forward_also_where_the_library_s_run_backwards(rate_wpm: int) -> None:
    text = (
        "Bilateral relations hit a new low, earlier in the month; when (it is said) “they” recalled all the staff. " * 4
    )
    (clip,) = clips(utterance(text), rate_wpm=rate_wpm)
    times = [time for word in clip.words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert times[-1] <= length_s(clip)
    assert len(clip.words) == len(text.split())
    assert len(set(times[::2])) == len(clip.words)


def test_speech_gets_faster_all_the_way_to_the_fastest_rate() -> None:
    script = [utterance("The island ferry sails again on Monday, four months after a storm broke the pier.")]
    lengths = [length_s(clips(*script, rate_wpm=rate)[0]) for rate in (80, 175, 350, 612, 900)]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[1] / lengths[3] > 2.4


def test_nothing_is_clipped_and_nothing_is_cut_off() -> None:
    for rate_wpm in (88, 175, 350, 612):
        for clip in clips(
            utterance("WHAT! Thousands shouted “Encore!” — again, and again, and again."), rate_wpm=rate_wpm
        ):
            assert max(map(abs, array("h", clip.samples))) < 32767
            assert clip.words[-1].end_s > length_s(clip) - 1.0


def test_a_lost_mark_is_made_up_for_by_the_library_s_own_event_of_that_word() -> None:
    text = "One two three"
    words = tuple(words_in(text))
    _, positions = marked(text, words)
    events = [Event(MARK, 0, 0, "0"), Event(WORD, 500, positions[1] + 1, ""), Event(MARK, 900, 0, "2")]
    assert starts_of(events, positions) == {0: 0, 1: 500, 2: 900}


def test_a_word_that_nobody_timed_shares_the_time_of_the_word_before() -> None:
    words = tuple(words_in("One two three"))
    marks = word_marks(words, {0: 0, 2: 600}, array("h", [900] * 900).tobytes())
    assert [mark[:2] for mark in marks] == [(0, 300), (300, 600), (600, 900)]


def test_a_word_ends_where_it_gets_quiet_and_not_where_the_next_begins() -> None:
    words = tuple(words_in("One, two"))
    marks = word_marks(words, {0: 0, 1: 600}, array("h", [900] * 200 + [0] * 400 + [900] * 100).tobytes())
    assert [mark[:2] for mark in marks] == [(0, 200), (600, 700)]


_ALONE = """\
import espeakng_loader, sys
espeakng_loader.get_data_path = lambda: sys.argv[1]
from a11ynews.speech.engines.espeak_voice import EspeakVoice
from a11ynews.speech.engines.orders import Job, Settings
voice = EspeakVoice("")
voice.begin(Settings())
print(len(voice.samples(Job("Good day.", "en")).samples))
"""


def alone(data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _ALONE, data], capture_output=True, text=True, check=False)


def test_data_deeper_than_160_bytes_of_path_are_found(tmp_path: Path) -> None:
    deep = tmp_path / ("environment" * 8) / ("packages" * 9)
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(espeakng_loader.get_data_path())
    assert len(str(deep)) > 160
    result = alone(deep / "espeak-ng-data")
    assert int(result.stdout) > 10_000, result.stderr


def test_without_data_the_library_does_not_end_the_process_but_says_so(tmp_path: Path) -> None:
    empty = tmp_path / "espeak-ng-data"
    empty.mkdir()
    result = alone(empty)
    assert result.returncode == 1
    assert "NoVoiceError: espeak-ng finds no voices in" in result.stderr
    assert "force-reinstall espeakng-loader" in result.stderr


def test_a_crash_of_the_library_is_an_error_and_the_next_call_works() -> None:
    broken = EspeakEngine(voice_factory="fixtures.broken_espeak:voice")
    with pytest.raises(EngineError, match=r"ended by itself \(exit code -?\d+\)"):
        list(broken.synthesize([utterance("Good day.")], Delivery()))
    assert clips(utterance("The next call works."))
