"""Exact times are exact: an aligner that knows nothing of espeak-ng finds the words where it says they are."""

from __future__ import annotations

from statistics import median

import pytest

from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.choose import choose_engine
from a11ynews.speech.utterance import Run, Utterance

pytestmark = pytest.mark.sound
pytest.importorskip("espeakng_loader", reason="speech tests need: pip install 'a11ynews[speech]'")
pytest.importorskip("pocketsphinx", reason="this test needs: pip install --group test")
pytest.importorskip("soxr", reason="this test needs: pip install 'a11ynews[audio]'")

SENTENCES = (
    "The island ferry sails again on Monday, four months after a winter storm broke the old pier.",
    "Engineers said on Friday that the repair had cost eleven million dollars, twice what was planned.",
    "“We never doubted it,” the mayor said; her brother, who runs the bakery, had left in March.",
    "Three schools, a clinic and two hundred houses had been without power since the first of February.",
)


@pytest.mark.parametrize(("rate_wpm", "frames_per_s"), [(175, 200), (350, 200), (612, 300)])
def test_words_are_within_50_ms_of_a_forced_alignment(rate_wpm: int, frames_per_s: int) -> None:
    from fixtures.aligner import Aligner  # noqa: PLC0415 - after the checks for what it needs

    aligner = Aligner(frames_per_s)
    script = [Utterance(role="paragraph", runs=(Run(text=text, spoken=text, lang="en-us"),)) for text in SENTENCES]
    starts, ends, words = [], [], 0
    for clip in choose_engine("espeak").synthesize(script, Delivery(rate_wpm=rate_wpm)):
        words += len(clip.words)
        for mark, start_s, end_s in aligner.aligned(clip, script[clip.utterance].spoken):
            starts.append(abs(mark.start_s - start_s))
            ends.append(abs(mark.end_s - end_s))
    assert words == len(" ".join(SENTENCES).split())
    assert len(starts) > words // 2
    assert median(starts) < 0.05
    assert median(ends) < 0.05
