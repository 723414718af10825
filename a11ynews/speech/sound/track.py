"""From clips to one stream of sound that knows when each of its words is heard.

Engines put silences of their own, of different lengths, around what they say. They are cut, so that
the pauses of the script are exact: that is how the ear tells a heading from a paragraph. The words'
times move along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from a11ynews.errors import SpeechError
from a11ynews.speech.engines.base import Clip, WordMark
from a11ynews.speech.pauses import NORMAL_RATE_WPM, gaps_s
from a11ynews.speech.sound.loudness import Leveller
from a11ynews.speech.sound.pcm import RUN_GAP_S, SAMPLE_BYTES, silence, sounding
from a11ynews.speech.utterance import Utterance

__all__ = ["Stretch", "lay_track"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the finished sound: a silence, then the words of one clip.

    Attributes:
        utterance: Index of the utterance in the script.
        run: Index of the run in the utterance's runs.
        rate_hz: Samples a second.
        samples: 16-bit mono PCM, the silence in front included.
        start_s: When its words begin, in seconds from the beginning of the track.
        end_s: When they have been heard; the next stretch begins here.
        words: When each word is heard, counted from the beginning of the track.
    """

    utterance: int
    run: int
    rate_hz: int
    samples: bytes
    start_s: float
    end_s: float
    words: tuple[WordMark, ...]


def lay_track(
    clips: Iterable[Clip],
    script: Sequence[Utterance],
    rate_wpm: int = NORMAL_RATE_WPM,
    *,
    leveller: Leveller | None = None,
) -> Iterator[Stretch]:
    """Yield the sound of a script as the clips come in: pauses exact, words in their places, loudness even.

    Args:
        clips: The sound of the runs, in order.
        script: What they say; its pauses are kept.
        rate_wpm: The speed they were made at: pauses shrink with it.
        leveller: Brings the voices to one loudness; None leaves them as they are.

    Raises:
        SpeechError: If the samples a second change on the way.
    """
    gaps = gaps_s(tuple(script), rate_wpm)
    rate_hz, frames, before, owed_s = 0, 0, -1, 0.0
    for clip in clips:
        rate_hz = rate_hz or clip.rate_hz
        if clip.rate_hz != rate_hz:
            message = f"the engine changed from {rate_hz} to {clip.rate_hz} samples a second in one script"
            raise SpeechError(message)
        owed_s = max(owed_s, RUN_GAP_S if clip.utterance == before else gaps[clip.utterance])
        first, last = sounding(clip.samples)
        if first == last:
            continue  # nothing to be heard, and one pause, not two
        quiet = silence(owed_s, rate_hz) if before >= 0 else b""
        loud = clip.samples[SAMPLE_BYTES * first : SAMPLE_BYTES * last]
        if leveller is not None:
            loud = leveller.level(loud, rate_hz, script[clip.utterance].runs[clip.run].lang)
        start = frames + len(quiet) // SAMPLE_BYTES
        frames = start + last - first
        yield Stretch(
            utterance=clip.utterance,
            run=clip.run,
            rate_hz=rate_hz,
            samples=quiet + loud,
            start_s=start / rate_hz,
            end_s=frames / rate_hz,
            words=_placed(clip.words, (start - first) / rate_hz, start / rate_hz, frames / rate_hz),
        )
        before, owed_s = clip.utterance, 0.0


def _placed(words: Sequence[WordMark], offset_s: float, start_s: float, end_s: float) -> tuple[WordMark, ...]:
    """Return words moved to their place in the track, none outside its stretch and none before the one before."""
    placed: list[WordMark] = []
    at_s = start_s
    for word in words:
        begins_s = min(max(word.start_s + offset_s, at_s), end_s)
        at_s = min(max(word.end_s + offset_s, begins_s), end_s)
        placed.append(replace(word, start_s=begins_s, end_s=at_s))
    return tuple(placed)
