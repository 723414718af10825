"""Clips and pauses as one stream."""

from __future__ import annotations

from array import array

import pytest

from a11ynews.errors import SpeechError
from a11ynews.speech.engines.base import Clip
from a11ynews.speech.sound.pcm import joined
from a11ynews.speech.utterance import Role, Run, Utterance

RATE_HZ = 1000
RUN = Run(text="x", spoken="x", lang="en")


def utterance(role: Role, before_s: float, after_s: float, runs: int = 1) -> Utterance:
    return Utterance(role=role, runs=(RUN,) * runs, pause_before_s=before_s, pause_after_s=after_s)


def clip(index: int, values: list[int], rate_hz: int = RATE_HZ) -> Clip:
    return Clip(utterance=index, rate_hz=rate_hz, samples=array("h", values).tobytes())


def quiet_lengths(clips: list[Clip], script: list[Utterance], rate_wpm: int = 175) -> list[int]:
    """Return the lengths of the silences, in samples, the ends included."""
    values = array("h", b"".join(samples for _, samples in joined(clips, script, rate_wpm)))
    return [len(gap) for gap in "".join("." if value == 0 else "#" for value in values).split("#")]


PARAGRAPH, HEADING = utterance("paragraph", 0.0, 0.6), utterance("heading", 0.9, 0.5)


def test_the_longer_of_two_pauses_counts_and_the_engine_s_own_silence_does_not() -> None:
    clips = [clip(0, [0] * 300 + [9000] + [3] * 400), clip(1, [0] * 50 + [9000]), clip(2, [9000, 0])]
    assert quiet_lengths(clips, [PARAGRAPH, HEADING, PARAGRAPH]) == [0, 900, 500, 0]


def test_pauses_shrink_with_the_rate_to_no_less_than_can_be_heard() -> None:
    clips = [clip(0, [9000]), clip(1, [9000])]
    assert quiet_lengths(clips, [PARAGRAPH, HEADING], rate_wpm=350) == [0, 450, 0]
    assert quiet_lengths(clips, [PARAGRAPH, HEADING], rate_wpm=1750) == [0, 150, 0]


def test_between_two_runs_of_one_sentence_there_is_next_to_no_pause() -> None:
    assert quiet_lengths([clip(0, [9000]), clip(0, [9000])], [utterance("paragraph", 0, 0.6, runs=2)]) == [0, 60, 0]


def test_an_utterance_without_a_sound_leaves_one_pause_and_not_two() -> None:
    clips = [clip(0, [9000]), clip(1, [0, 0]), clip(2, [9000])]
    assert quiet_lengths(clips, [PARAGRAPH, PARAGRAPH, PARAGRAPH]) == [0, 600, 0]


def test_a_change_of_the_sample_rate_is_an_error() -> None:
    clips = [clip(0, [9000]), clip(1, [9000], rate_hz=2000)]
    with pytest.raises(SpeechError, match="from 1000 to 2000"):
        list(joined(clips, [PARAGRAPH, PARAGRAPH]))
