"""Loudness, checked against an independent meter."""

from __future__ import annotations

import random
from array import array

import pytest
from fixtures.sounds import RATE_HZ, tone

from a11ynews.speech.sound.loudness import CEILING, TARGET_LUFS, Leveller, loudness_lufs

pyloudnorm = pytest.importorskip("pyloudnorm", reason="the independent meter: pip install --group test")
np = pytest.importorskip("numpy")


def meter(samples: bytes, rate_hz: int = RATE_HZ) -> float:
    values = np.frombuffer(samples, dtype="<i2") / 32768
    return float(pyloudnorm.Meter(rate_hz, filter_class="DeMan").integrated_loudness(values))


def speech_like(seconds: float, peak: float, seed: int = 1) -> bytes:
    """Return bursts of tones and noise with gaps, as syllables have them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    parts: list[bytes] = []
    while sum(len(part) for part in parts) < seconds * RATE_HZ * 2:
        parts.append(tone(chance.uniform(0.1, 0.3), hz=chance.uniform(120, 3000), peak=peak * chance.uniform(0.3, 1)))
        parts.append(bytes(2 * round(chance.uniform(0.0, 0.1) * RATE_HZ)))
    return b"".join(parts)


@pytest.mark.parametrize("rate_hz", [8000, 16000, 22050, 24000, 44100, 48000])
def test_a_tone_has_the_loudness_that_another_meter_finds(rate_hz: int) -> None:
    samples = tone(2.0, hz=997, peak=0.1, rate_hz=rate_hz)
    assert loudness_lufs(samples, rate_hz) == pytest.approx(meter(samples, rate_hz), abs=0.1)


def test_the_gates_are_those_of_the_standard() -> None:
    samples = speech_like(4, 0.3) + bytes(RATE_HZ * 6) + speech_like(2, 0.01)
    assert loudness_lufs(samples, RATE_HZ) == pytest.approx(meter(samples), abs=0.15)


def test_silence_has_no_loudness_and_stays_silence() -> None:
    assert loudness_lufs(bytes(RATE_HZ), RATE_HZ) is None
    assert Leveller().level(bytes(RATE_HZ), RATE_HZ, "en") == bytes(RATE_HZ)
    assert loudness_lufs(b"", RATE_HZ) is None


@pytest.mark.parametrize("peak", [0.06, 0.2, 0.9])
def test_quiet_and_loud_voices_come_out_alike(peak: float) -> None:
    leveller = Leveller()
    out = b"".join(leveller.level(speech_like(2, peak, seed), RATE_HZ, "en") for seed in range(6))
    assert meter(out) == pytest.approx(TARGET_LUFS, abs=1.5)


def test_each_voice_has_its_own_gain() -> None:
    leveller = Leveller()
    quiet, loud = speech_like(3, 0.1), speech_like(3, 0.8)
    out = [leveller.level(samples, RATE_HZ, voice) for samples, voice in ((quiet, "en"), (loud, "fr"), (quiet, "en"))]
    assert meter(out[0]) == pytest.approx(meter(out[1]), abs=1)
    assert meter(out[2]) == pytest.approx(meter(out[0]), abs=0.3)


def test_nothing_goes_over_the_ceiling_and_nothing_turns_over() -> None:
    leveller = Leveller(target_lufs=-3)
    samples = array("h", [-32768, 32767, -20000, 20000, 0, 1, -1] * 4000)
    out = array("h", leveller.level(samples.tobytes(), RATE_HZ, "en"))
    assert max(map(abs, out)) <= CEILING * 32768
    assert all((before < 0) == (after < 0) for before, after in zip(samples, out, strict=True) if after)


def test_what_is_almost_nothing_is_not_blown_up() -> None:
    hiss = array("h", [3, -3] * RATE_HZ).tobytes()
    assert max(map(abs, array("h", Leveller().level(hiss, RATE_HZ, "en")))) < 20
