"""A story in sound, from the page to the samples: structure is heard as silence, and times are true at every rate."""

from __future__ import annotations

import json
import wave
from array import array
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import a11ynews

pytestmark = pytest.mark.sound
pytest.importorskip("espeakng_loader", reason="speech tests need: pip install 'a11ynews[speech]'")

PAGE = """<html lang="en"><title>Ferry</title><article><h1>Ferry sails again</h1>
<p>The island ferry sails again on Monday. It had been away for four months. A storm broke the pier.</p>
<p>The repair cost eleven million dollars. Half of that was paid by the state.</p>
<h2>What comes next</h2>
<p>Two more boats are being built. They will be ready in spring, the mayor said. Nobody has seen them yet.</p>
<p>Tickets cost as much as before. Bicycles go free.</p></article>"""
RATES = (88, 175, 350, 612)
QUIET = 66


class Reading(NamedTuple):
    """A story read out: its samples, and what its timings say."""

    rate_hz: int
    values: array[int]
    segments: list[dict[str, object]]
    words: list[dict[str, object]]

    @property
    def length_s(self) -> float:
        return len(self.values) / self.rate_hz


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Reading]:
    folder = tmp_path_factory.mktemp("story")
    article = a11ynews.parse(PAGE)
    return {rate: _reading(article, folder / f"{rate}.wav", rate) for rate in RATES}


def _reading(article: a11ynews.Article, path: Path, rate: int) -> Reading:
    article.to_audio(path, rate=rate, timings=path.with_suffix(".json"))
    times = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    with wave.open(str(path)) as file:
        values = array("h", file.readframes(file.getnframes()))
        return Reading(file.getframerate(), values, times["segments"], times["words"])


def silence_after(reading: Reading, segment: int) -> float:
    """Return the seconds of silence between a segment and the next, as they are in the samples."""
    until = _second(reading.segments[segment]["end"])
    at = round((until + _second(reading.segments[segment + 1]["start"])) / 2 * reading.rate_hz)
    start = end = at
    while start > 0 and abs(reading.values[start - 1]) < QUIET:
        start -= 1
    while end < len(reading.values) and abs(reading.values[end]) < QUIET:
        end += 1
    return (end - start) / reading.rate_hz


def _second(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


def pauses(reading: Reading) -> dict[str, list[float]]:
    """Return the silences between sentences of one paragraph, between paragraphs, and before the heading."""
    texts = [str(segment["text"]) for segment in reading.segments]
    found: dict[str, list[float]] = {"sentence": [], "paragraph": [], "heading": []}
    for number, (before, after) in enumerate(pairwise(texts)):
        if after.startswith("What comes"):
            found["heading"].append(silence_after(reading, number))
        elif after.startswith(("The repair", "Tickets")):
            found["paragraph"].append(silence_after(reading, number))
        elif "ferry" not in after.lower() and "What comes" not in before:
            found["sentence"].append(silence_after(reading, number))
    return found


@pytest.mark.parametrize("rate", RATES)
def test_it_is_quiet_longest_before_a_heading_then_at_a_paragraph_then_at_a_sentence(
    readings: dict[int, Reading], rate: int
) -> None:
    found = pauses(readings[rate])
    assert [len(silences) for silences in found.values()] == [6, 2, 1]
    assert min(found["heading"]) > max(found["paragraph"])
    assert min(found["paragraph"]) > max(found["sentence"])
    assert min(found["sentence"]) > 0.05


def test_pauses_shrink_with_the_rate(readings: dict[int, Reading]) -> None:
    slow, normal, fast = (pauses(readings[rate]) for rate in (88, 175, 350))
    for kind in ("sentence", "paragraph", "heading"):
        assert min(slow[kind]) > 1.5 * max(normal[kind])
        assert min(normal[kind]) > 1.2 * max(fast[kind])


@pytest.mark.parametrize("rate", RATES)
def test_every_word_is_timed_forward_and_inside_the_sound(readings: dict[int, Reading], rate: int) -> None:
    reading = readings[rate]
    times = [_second(word[end]) for word in reading.words for end in ("start", "end")]
    assert times == sorted(times)
    assert 0.0 <= times[0] < times[-1] <= reading.length_s + 0.001
    assert [word["text"] for word in reading.words][:3] == ["Ferry", "sails", "again"]


@pytest.mark.parametrize("rate", RATES)
def test_where_a_word_is_said_it_is_loud(readings: dict[int, Reading], rate: int) -> None:
    reading = readings[rate]
    for word in reading.words:
        start, end = (round(_second(word[name]) * reading.rate_hz) for name in ("start", "end"))
        assert max(map(abs, reading.values[start:end]), default=0) > 1000, word


@pytest.mark.parametrize("rate", RATES)
def test_nothing_is_clipped(readings: dict[int, Reading], rate: int) -> None:
    loudest = max(map(abs, readings[rate].values))
    assert 3000 < loudest < 32767


def test_the_length_follows_the_rate(readings: dict[int, Reading]) -> None:
    lengths = [readings[rate].length_s for rate in RATES]
    for (slower, faster), (slow_rate, fast_rate) in zip(pairwise(lengths), pairwise(RATES), strict=True):
        assert slower / faster == pytest.approx(fast_rate / slow_rate, rel=0.35)
