"""16-bit mono sound: clips and silences put together as one stream.

Engines put silences of their own, of different lengths, around what they say. They are cut, so that
the pauses of the script are exact: that is how the ear tells a heading from a paragraph.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence

from a11ynews.errors import SpeechError
from a11ynews.speech.engines.base import Clip
from a11ynews.speech.pauses import NORMAL_RATE_WPM, gaps_s
from a11ynews.speech.sound.quiet import loud_from, loud_until
from a11ynews.speech.utterance import Utterance

__all__ = ["SAMPLE_BYTES", "joined", "silence", "sounding", "trimmed"]

SAMPLE_BYTES = 2
RUN_GAP_S = 0.06
"""Between two languages within a sentence: the length of a stop consonant, not heard as a pause."""


def silence(seconds: float, rate_hz: int) -> bytes:
    """Return silence.

    Example:
        >>> len(silence(0.5, 22050)) // SAMPLE_BYTES
        11025
    """
    return bytes(SAMPLE_BYTES * round(seconds * rate_hz))


def trimmed(samples: bytes) -> bytes:
    """Return samples without the quiet at both ends.

    Example:
        >>> from array import array
        >>> array("h", trimmed(array("h", [0, 3, 900, 0, -900, 1, 0]).tobytes())).tolist()
        [900, 0, -900]
    """
    first, last = sounding(samples)
    return samples[SAMPLE_BYTES * first : SAMPLE_BYTES * last]


def sounding(samples: bytes) -> tuple[int, int]:
    """Return where the sound is: the first frame that is not quiet, and one past the last.

    Example:
        >>> from array import array
        >>> sounding(array("h", [0, 3, 900, 0, -900, 1, 0]).tobytes())
        (2, 5)
    """
    values = _values(samples)
    last = loud_until(values, 0, len(values))
    return (loud_from(values, 0, last), last) if last else (0, 0)


def _values(samples: bytes) -> array[int]:
    values = array("h", samples[: len(samples) // SAMPLE_BYTES * SAMPLE_BYTES])
    if sys.byteorder == "big":
        values.byteswap()
    return values


def joined(
    clips: Iterable[Clip], script: Sequence[Utterance], rate_wpm: int = NORMAL_RATE_WPM
) -> Iterator[tuple[int, bytes]]:
    """Yield the rate in Hz and samples, pauses included, as the clips come in.

    Args:
        clips: The sound of the runs, in order.
        script: What they say; its pauses are kept.
        rate_wpm: The speed they were made at: pauses shrink with it.

    Raises:
        SpeechError: If the rate in Hz changes on the way.
    """
    gaps = gaps_s(tuple(script), rate_wpm)
    rate_hz, before, owed_s = 0, -1, 0.0
    for clip in clips:
        rate_hz = rate_hz or clip.rate_hz
        if clip.rate_hz != rate_hz:
            message = f"the engine changed from {rate_hz} to {clip.rate_hz} samples a second in one script"
            raise SpeechError(message)
        owed_s = max(owed_s, RUN_GAP_S if clip.utterance == before else gaps[clip.utterance])
        samples = trimmed(clip.samples)
        if samples:
            yield rate_hz, (silence(owed_s, rate_hz) if before >= 0 else b"") + samples
            before, owed_s = clip.utterance, 0.0
