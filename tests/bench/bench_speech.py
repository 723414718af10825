"""What speech costs: time to the first sample, real-time factor, how prompt a stop is, and a thousand articles.

    python tests/bench/bench_speech.py STORY [--articles N] [--alignment]

STORY is a page or a plain text in English. Times are of warm engines; the load of the machine is told beside
them. ``--articles`` writes so many WAV files in one process, one after another, and watches the memory of both
processes; ``--alignment`` compares the times of words with a forced alignment (PocketSphinx, soxr).
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Iterator, Sequence
from pathlib import Path

import a11ynews
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.choose import choose_engine
from a11ynews.speech.utterance import Utterance

ROOT = Path(__file__).resolve().parents[2]
TRIES = 5
SHORT = """<html lang="en"><article><h1>Notice {0}</h1>
<p>Ferry number {0} sails on Monday at {1}. It carries {2} bicycles, the harbour master said.</p>
<p>« Bienvenue », said a visitor. Tickets are $5.</p></article></html>"""


def sentences_of(story: a11ynews.Article) -> tuple[Utterance, ...]:
    """Return the story's script by sentence, as files and players have it."""
    return by_sentence(story.to_speech())


def first_sample_ms(engine: str, script: Sequence[Utterance]) -> list[float]:
    """Return how long a warm engine takes to its first samples, several times."""
    times = []
    for _ in range(TRIES + 1):
        start = time.perf_counter()
        clips = choose_engine(engine).synthesize(script, Delivery())
        next(clip for clip in clips if clip.samples)
        times.append((time.perf_counter() - start) * 1000)
        clips.close()
    return times[1:]


def synthesis(engine: str, script: Sequence[Utterance]) -> tuple[float, float]:
    """Return the seconds that a warm engine takes for a script, and those of its sound."""
    start = time.perf_counter()
    sound_s = sum(len(clip.samples) / 2 / clip.rate_hz for clip in choose_engine(engine).synthesize(script, Delivery()))
    return time.perf_counter() - start, sound_s


def whole_process(story: Path, target: Path) -> tuple[float, float, float]:
    """Return wall and CPU seconds of the command that makes a file, and the seconds of sound in it."""
    before = os.times()
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "a11ynews", "convert", story, "-o", target], check=True, cwd=ROOT)
    wall_s = time.perf_counter() - start
    after = os.times()
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    with wave.open(str(target)) as file:
        return wall_s, cpu_s, file.getnframes() / file.getframerate()


def stop_ms(story: Path, folder: Path) -> tuple[float, list[str], int]:
    """Return how long Ctrl-C takes in the midst of a long file, what is left in its folder, and workers left."""
    long_story = folder.parent / "long.txt"
    long_story.write_text(story.read_text(encoding="utf-8") * 20, encoding="utf-8")
    command = [sys.executable, "-m", "a11ynews", "convert", str(long_story), "-o", str(folder / "half.wav")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        while not any(entry.stat().st_size > 100_000 for entry in folder.iterdir()):
            time.sleep(0.01)
        workers = children_of(process.pid)
        start = time.perf_counter()
        process.send_signal(signal.SIGINT)
        process.wait()
    took_ms = (time.perf_counter() - start) * 1000
    return (
        took_ms,
        [entry.name for entry in folder.iterdir()],
        sum(Path(f"/proc/{worker}").exists() for worker in workers),
    )


def children_of(process_id: int) -> list[int]:
    """Return the processes that a process has started (Linux)."""
    return [int(child) for child in Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()]


def resident_kb(process_id: int) -> int:
    """Return the memory of a process (Linux)."""
    lines = Path(f"/proc/{process_id}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def many(engine: str, count: int, folder: Path) -> Iterator[str]:
    """Yield what happened while so many short articles were made into files, all in this process."""
    start = time.perf_counter()
    slowest = 0.0
    for number in range(count):
        begun = time.perf_counter()
        path = folder / f"{engine}-{number}.wav"
        a11ynews.parse(SHORT.format(number, "9:30", number % 7)).to_audio(path, engine=engine)
        slowest = max(slowest, time.perf_counter() - begun)
        if path.stat().st_size < 200_000:
            yield f"{path.name} has only {path.stat().st_size} bytes"
        path.unlink()
        if number in (count // 10, count // 2, count - 1):
            memory = " + ".join(f"{resident_kb(child) / 1024:.1f}" for child in children_of(os.getpid()))
            yield f"after {number + 1}: {resident_kb(os.getpid()) / 1024:.1f} MB here, {memory} MB in the worker"
    yield f"{count} files in {time.perf_counter() - start:.0f} s, the slowest {slowest:.2f} s"


def alignment(script: Sequence[Utterance], rate_wpm: int, frames_per_s: int) -> str:
    """Return how far the times of words are from a forced alignment."""
    sys.path.insert(0, str(ROOT / "tests"))
    from fixtures.aligner import Aligner  # noqa: PLC0415 - needs packages that the rest does not

    aligner = Aligner(frames_per_s)
    starts: list[float] = []
    words = 0
    for clip in choose_engine("espeak").synthesize(script, Delivery(rate_wpm=rate_wpm)):
        words += len(clip.words)
        spoken = script[clip.utterance].runs[clip.run].spoken
        starts += [mark.start_s - start_s for mark, start_s, _ in aligner.aligned(clip, spoken)]
    off = sorted(abs(start) * 1000 for start in starts)
    signed = statistics.median(starts) * 1000
    return (
        f"{rate_wpm} wpm: {len(starts)} of {words} words aligned; they start {statistics.median(off):.1f} ms off "
        f"at the median, {off[len(off) * 9 // 10]:.0f} ms at nine of ten, {signed:+.1f} ms signed"
    )


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", type=Path)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--alignment", action="store_true")
    arguments = parser.parse_args()
    script = sentences_of(a11ynews.parse(arguments.story))
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for engine in ("espeak", "pyttsx3"):
            first = first_sample_ms(engine, script * 20)
            took_s, sound_s = synthesis(engine, script)
            print(f"{engine}: first sample after {statistics.median(first):.0f} ms (worst {max(first):.0f}), ", end="")
            print(f"{sound_s:.0f} s of sound in {took_s:.2f} s, RTF {took_s / sound_s:.4f}")
        wall_s, cpu_s, sound_s = whole_process(arguments.story.resolve(), folder / "story.wav")
        print(f"whole process: {sound_s:.0f} s of sound in {wall_s:.2f} s, RTF {wall_s / sound_s:.4f}; ", end="")
        print(f"{cpu_s:.2f} s of CPU, {cpu_s / sound_s:.4f}")
        stops = folder / "stop"
        stops.mkdir()
        took_ms, left, workers = stop_ms(arguments.story.resolve(), stops)
        print(f"Ctrl-C: {took_ms:.0f} ms to the end of the process; files left: {left}; workers left: {workers}")
        for engine in ("espeak", "pyttsx3") if arguments.articles else ():
            for line in many(engine, arguments.articles, folder):
                print(f"{engine}: {line}", flush=True)
    for rate_wpm, frames_per_s in ((88, 200), (175, 200), (350, 200), (612, 300)) if arguments.alignment else ():
        print(alignment(script, rate_wpm, frames_per_s), flush=True)


if __name__ == "__main__":
    main()
