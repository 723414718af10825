"""What each sound format costs, and how loud the speech in it is.

    python tests/bench/bench_formats.py STORY

STORY is a page or a plain text. CPU times are of both processes, with warm engines, so that the load of the
machine counts little; loudness is measured by pyloudnorm in what libsndfile or FFmpeg decode.
"""

from __future__ import annotations

import math
import resource
import sys
import tempfile
from pathlib import Path

import av
import numpy as np
import pyloudnorm

import a11ynews
from a11ynews.render.audio import Options, write_audio
from a11ynews.speech.engines.pool import end_idle_workers
from a11ynews.speech.sound.formats import FORMATS

RATES_WPM = (88, 175, 350, 612)
"""Half to three and a half times the normal rate."""


def cpu_s() -> float:
    """Return the CPU seconds of this process and of its ended children."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def loudness(path: Path) -> tuple[float, float]:
    """Return integrated loudness in LUFS and the highest sample in dB of full scale."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray().ravel() for frame in container.decode(audio=0)]
        rate_hz = container.streams.audio[0].rate
    values = np.concatenate(frames)
    values = np.asarray(values, dtype=float) / (32768 if values.dtype == np.int16 else 1)
    peak = float(np.abs(values).max())
    return float(pyloudnorm.Meter(rate_hz).integrated_loudness(values)), 20 * math.log10(peak)


def main(story: str) -> None:
    """Print a line for each format, then one for each rate."""
    article = a11ynews.parse(Path(story))
    with tempfile.TemporaryDirectory() as folder:
        write_audio(article, Path(folder, "warm.wav"))
        end_idle_workers()
        for name, form in FORMATS.items():
            path = Path(folder, f"story{form.suffixes[0]}")
            before = cpu_s()
            length_s = write_audio(article, path, timings=path.with_suffix(".json")).duration_s
            end_idle_workers()
            spent_s = cpu_s() - before
            hour_mb = path.stat().st_size / length_s * 3600 / 1e6
            lufs, peak_db = loudness(path)
            print(
                f"{name:5} {length_s:6.1f} s of sound, {spent_s:5.2f} s of CPU ({spent_s / length_s:.4f}), "
                f"{hour_mb:4.0f} MB an hour, {lufs:6.1f} LUFS, peak {peak_db:5.1f} dB"
            )
        for rate_wpm in RATES_WPM:
            path = Path(folder, "rate.wav")
            write_audio(article, path, Options(rate_wpm=rate_wpm))
            print(f"{rate_wpm:5} words a minute: {loudness(path)[0]:6.1f} LUFS, peak {loudness(path)[1]:5.1f} dB")


if __name__ == "__main__":
    main(sys.argv[1])
