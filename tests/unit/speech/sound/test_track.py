"""Clips and pauses as one stream, with the words in their places."""

from __future__ import annotations

from array import array

import pytest

from a11ynews.errors import SpeechError
from a11ynews.speech.engines.base import Clip, WordMark
from a11ynews.speech.sound.track import Stretch, lay_track
from a11ynews.speech.utterance import Role, Run, Utterance

RATE_HZ = 1000
RUN = Run(text="x", spoken="x", lang="en")


def utterance(role: Role, before_s: float, after_s: float, runs: int = 1) -> Utterance:
    return Utterance(role=role, runs=(RUN,) * runs, pause_before_s=before_s, pause_after_s=after_s)


def clip(index: int, values: list[int], *words: WordMark, rate_hz: int = RATE_HZ) -> Clip:
    return Clip(utterance=index, rate_hz=rate_hz, samples=array("h", values).tobytes(), words=words)


def track(clips: list[Clip], script: list[Utterance], rate_wpm: int = 175) -> list[Stretch]:
    return list(lay_track(clips, script, rate_wpm))


def quiet_lengths(stretches: list[Stretch]) -> list[int]:
    """Return the lengths of the silences, in samples, the ends included."""
    values = array("h", b"".join(stretch.samples for stretch in stretches))
    return [len(gap) for gap in "".join("." if value == 0 else "#" for value in values).split("#")]


PARAGRAPH, HEADING = utterance("paragraph", 0.0, 0.6), utterance("heading", 0.9, 0.5)


def test_the_longer_of_two_pauses_counts_and_the_engine_s_own_silence_does_not() -> None:
    clips = [clip(0, [0] * 300 + [9000] + [3] * 400), clip(1, [0] * 50 + [9000]), clip(2, [9000, 0])]
    assert quiet_lengths(track(clips, [PARAGRAPH, HEADING, PARAGRAPH])) == [0, 900, 500, 0]


def test_pauses_shrink_with_the_rate_to_no_less_than_can_be_heard() -> None:
    clips = [clip(0, [9000]), clip(1, [9000])]
    assert quiet_lengths(track(clips, [PARAGRAPH, HEADING], rate_wpm=350)) == [0, 450, 0]
    assert quiet_lengths(track(clips, [PARAGRAPH, HEADING], rate_wpm=1750)) == [0, 150, 0]


def test_between_two_runs_of_one_sentence_there_is_next_to_no_pause() -> None:
    stretches = track([clip(0, [9000]), clip(0, [9000])], [utterance("paragraph", 0, 0.6, runs=2)])
    assert quiet_lengths(stretches) == [0, 60, 0]


def test_an_utterance_without_a_sound_leaves_one_pause_and_not_two() -> None:
    clips = [clip(0, [9000]), clip(1, [0, 0]), clip(2, [9000])]
    assert quiet_lengths(track(clips, [PARAGRAPH, PARAGRAPH, PARAGRAPH])) == [0, 600, 0]


def test_words_move_with_their_clip_and_the_silence_that_was_cut() -> None:
    first = clip(0, [0] * 100 + [9000] * 400, WordMark(0.1, 0.5, 0, 3))
    second = clip(1, [0] * 50 + [9000] * 200, WordMark(0.05, 0.25, 0, 3))
    one, two = track([first, second], [PARAGRAPH, PARAGRAPH])
    assert (one.start_s, one.end_s, one.words[0].start_s, one.words[0].end_s) == (0, 0.4, 0, 0.4)
    assert two.start_s == pytest.approx(1.0)
    assert two.words[0].start_s == pytest.approx(1.0)
    assert two.words[0].end_s == pytest.approx(two.end_s) == pytest.approx(1.2)


def test_words_that_an_engine_puts_outside_their_clip_or_in_disorder_stay_inside_and_in_order() -> None:
    marks = (WordMark(-1, 0.2, 0, 1), WordMark(0.15, 0.1, 2, 3), WordMark(0.3, 9, 4, 5))
    (stretch,) = track([clip(0, [9000] * 400, *marks)], [PARAGRAPH])
    times = [time for word in stretch.words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert 0 <= times[0] <= times[-1] <= stretch.end_s


def test_a_change_of_the_sample_rate_is_an_error() -> None:
    clips = [clip(0, [9000]), clip(1, [9000], rate_hz=2000)]
    with pytest.raises(SpeechError, match="from 1000 to 2000"):
        track(clips, [PARAGRAPH, PARAGRAPH])
