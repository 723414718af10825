"""As loud as other spoken programmes: voices differ by 6 dB and more, and listeners should not have to.

Each voice is measured on the first seconds that it speaks and from then on has one gain, so that
sound can leave while more is still being made. What would go over full scale is bent, not cut.

Source:
    ITU-R BS.1770-5, annex 1: K-weighting, blocks of 400 ms, gates at -70 LUFS and -10 LU.
    AES TD1008.1.21-9, table 1: speech at -18 LUFS; -19 for mono is the custom of podcast directories.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from a11ynews.speech.sound.pcm import SAMPLE_BYTES

__all__ = ["TARGET_LUFS", "Leveller", "loudness_lufs"]

TARGET_LUFS = -19.0
MEASURED_S = 8.0
"""Of each voice, from its first words on: more costs time and comes to the same."""

PAUSES_LU = 0.6
"""What pauses, added later, and bent peaks take away: 0.1 to 1.1 with five espeak-ng voices at three rates."""

MOST_GAIN_DB = 15.0
"""More would only lift noise: what is so quiet is no voice."""

STEP_DB = 0.25
"""Gains are multiples of it: nobody hears less, and tables are made once."""

KNEE, CEILING = 0.5, 0.891
"""Of full scale: from -6 dB on peaks are bent, none is over -1 dB, the room that lossy encoders need."""

_FULL = 32768.0
_BLOCK_S, _BLOCKS_EACH = 0.1, 4
_ABSOLUTE_GATE_LUFS, _RELATIVE_GATE_LU = -70.0, -10.0
_OFFSET_LUFS = -0.691


class Leveller:
    """Brings voices to one loudness, clip by clip."""

    def __init__(self, target_lufs: float = TARGET_LUFS) -> None:
        """Begin with voices unheard."""
        self._target_lufs = target_lufs
        self._heard: dict[Hashable, list[float]] = {}

    def level(self, samples: bytes, rate_hz: int, voice: Hashable) -> bytes:
        """Return 16-bit mono samples at the target loudness.

        Args:
            samples: A clip without silence around it.
            rate_hz: Samples a second.
            voice: Whose they are, as far as is known (a language): each has a gain of its own.
        """
        heard = self._heard.setdefault(voice, [])
        wanted = round((MEASURED_S - len(heard) * _BLOCK_S) * rate_hz)
        values = array("h", samples)
        if wanted > 0:
            heard.extend(_energies(values[:wanted], rate_hz))
        loudness = _gated(heard)
        if loudness is None:
            return samples
        gain_db = max(-MOST_GAIN_DB, min(MOST_GAIN_DB, self._target_lufs + PAUSES_LU - loudness))
        return _bent(samples, round(gain_db / STEP_DB) * STEP_DB)


def loudness_lufs(samples: bytes, rate_hz: int) -> float | None:
    """Return the integrated loudness of 16-bit mono samples, in LUFS; None for silence.

    Example:
        >>> rate_hz = 8000
        >>> tone = array("h", (round(3276.8 * math.sin(2 * math.pi * 997 * n / rate_hz)) for n in range(rate_hz)))
        >>> round(loudness_lufs(tone.tobytes(), rate_hz), 1)  # -20 dB of full scale, peak
        -23.0
    """
    return _gated(_energies(array("h", samples), rate_hz))


def _gated(energies: Sequence[float]) -> float | None:
    """Return the loudness of the blocks that are speech: loud enough, and not far below the others."""
    each = min(_BLOCKS_EACH, len(energies)) or 1
    sums = [0.0]
    for energy in energies:
        sums.append(sums[-1] + energy)
    blocks = [(sums[end] - sums[end - each]) / each for end in range(each, len(sums))]
    audible = [block for block in blocks if block > _energy(_ABSOLUTE_GATE_LUFS)]
    if not audible:
        return None
    gate = _energy(_lufs(sum(audible) / len(audible)) + _RELATIVE_GATE_LU)
    speech = [block for block in audible if block > gate]
    return _lufs(sum(speech) / len(speech))


def _lufs(energy: float) -> float:
    return _OFFSET_LUFS + 10 * math.log10(energy)


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET_LUFS) / 10))


def _energies(values: Sequence[int], rate_hz: int) -> list[float]:
    """Return the K-weighted mean square of each 100 ms; what is left at the end counts if nothing else is there."""
    size = round(_BLOCK_S * rate_hz)
    ends = range(0, len(values) + 1, size) if len(values) >= size else (0, len(values))
    squares = [value * value for value in _weighted(values, rate_hz)]
    return [sum(squares[start:end]) / (end - start) / _FULL**2 for start, end in pairwise(ends) if end > start]


def _weighted(values: Sequence[int], rate_hz: int) -> Iterator[float]:
    """Yield samples as the ear weighs them: a shelf for the head, then a high-pass.

    Plain Python, with both filters in one loop: a few seconds are measured, 0.5 s of CPU a minute.
    """
    (b0, b1, b2, a1, a2), (c0, c1, c2, d1, d2) = _shelf(rate_hz), _high_pass(rate_hz)
    x1 = x2 = y1 = y2 = z1 = z2 = 0.0
    for x in values:
        y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        z = c0 * y + c1 * y1 + c2 * y2 - d1 * z1 - d2 * z2
        x2, x1, y2, y1, z2, z1 = x1, x, y1, y, z1, z
        yield z


Biquad = tuple[float, float, float, float, float]


@lru_cache(maxsize=8)
def _shelf(rate_hz: int) -> Biquad:
    """Return BS.1770's first filter, whose table is for 48 kHz, for any rate.

    Source:
        De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement" (AES 145, 2018), section 2.
    """
    k, q = math.tan(math.pi * 1681.974450955533 / rate_hz), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    scale = 1 + k / q + k * k
    return (
        (high + middle * k / q + k * k) / scale,
        2 * (k * k - high) / scale,
        (high - middle * k / q + k * k) / scale,
        2 * (k * k - 1) / scale,
        (1 - k / q + k * k) / scale,
    )


@lru_cache(maxsize=8)
def _high_pass(rate_hz: int) -> Biquad:
    """Return BS.1770's second filter for any rate; as above."""
    k, q = math.tan(math.pi * 38.13547087602444 / rate_hz), 0.5003270373238773
    scale = 1 + k / q + k * k
    return 1.0, -2.0, 1.0, 2 * (k * k - 1) / scale, (1 - k / q + k * k) / scale


def _bent(samples: bytes, gain_db: float) -> bytes:
    """Return samples with a gain, through a table: one look-up each, which C does."""
    if len(samples) % SAMPLE_BYTES:
        samples = samples[:-1]
    return array("h", map(_table(gain_db).__getitem__, memoryview(samples).cast("H"))).tobytes()


@lru_cache(maxsize=24)
def _table(gain_db: float) -> list[int]:
    """Return what becomes of each of the 65,536 samples, found by its bits without the sign."""
    gain = 10 ** (gain_db / 20)
    straight = min(int(KNEE * _FULL / gain), int(_FULL))
    positive = [int(gain * value + 0.5) for value in range(straight + 1)]
    positive += [int(_FULL * _soft(gain * value / _FULL)) for value in range(straight + 1, int(_FULL) + 1)]
    negative = [-value for value in reversed(positive[1:])]
    return positive[:-1] + negative


def _soft(value: float) -> float:
    """Return a value of 0 and more, bent above the knee so that it stays under the ceiling.

    Example:
        >>> _soft(0.4), round(_soft(0.8), 2), round(_soft(3), 2)
        (0.4, 0.75, 0.89)
    """
    room = CEILING - KNEE
    return value if value <= KNEE else KNEE + room * math.tanh((value - KNEE) / room)
