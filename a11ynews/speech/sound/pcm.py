"""16-bit mono sound as numbers: silence, and where the sound in a clip is."""

from __future__ import annotations

import sys
from array import array

from a11ynews.speech.sound.quiet import loud_from, loud_until

__all__ = ["RUN_GAP_S", "SAMPLE_BYTES", "silence", "sounding"]

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
