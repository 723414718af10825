"""Where sound begins and ends: samples that the ear takes for silence."""

from __future__ import annotations

from array import array

__all__ = ["QUIET", "loud_from", "loud_until"]

QUIET = 66
"""Below -54 dB of full scale: no speech sound is that weak, espeak-ng's fade-out is."""

_STEP = 64
"""Samples looked at together, 3 ms: long silences are passed at the speed of C."""


def _is_quiet(values: array[int]) -> bool:
    return min(values) > -QUIET and max(values) < QUIET


def loud_from(values: array[int], start: int, end: int) -> int:
    """Return the first sample in a range that is not quiet; its end if all are.

    Example:
        >>> loud_from(array("h", [0, 3, 900, 0, -900, 1, 0]), 0, 7)
        2
    """
    while start + _STEP <= end and _is_quiet(values[start : start + _STEP]):
        start += _STEP
    while start < end and -QUIET < values[start] < QUIET:
        start += 1
    return start


def loud_until(values: array[int], start: int, end: int) -> int:
    """Return one past the last sample in a range that is not quiet; its start if all are.

    Example:
        >>> loud_until(array("h", [0, 3, 900, 0, -900, 1, 0]), 0, 7)
        5
    """
    while start + _STEP <= end and _is_quiet(values[end - _STEP : end]):
        end -= _STEP
    while start < end and -QUIET < values[end - 1] < QUIET:
        end -= 1
    return end
