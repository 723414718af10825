"""``a11ynews convert`` to sound: formats, times beside it, and what makes no sense."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import wave
from pathlib import Path

import pytest
from fixtures.command import COMMAND, STORY, environment, run
from fixtures.tmux import wait_until

SILENT = ("--engine", "silent")
STARTS = {
    "wav": b"RIFF", "mp3": b"ID3", "flac": b"fLaC", "ogg": b"OggS", "opus": b"OggS",
    "m4b": b"\0\0\0\x1cftypM4",
}  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(STORY, encoding="utf-8")
    return path


def needs_formats() -> None:
    for package in ("soundfile", "lameenc", "mutagen", "av", "soxr"):
        pytest.importorskip(package, reason="this test needs: pip install '.[all]'")


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", STARTS)
def test_the_suffix_tells_the_format(page: Path, tmp_path: Path, name: str) -> None:
    needs_formats()
    result = run("convert", page, "-o", tmp_path / f"story.{name}", *SILENT)
    assert (result.returncode, result.stderr) == (0, b"")
    assert (tmp_path / f"story.{name}").read_bytes().startswith(STARTS[name])


def test_times_are_written_beside_it_in_each_form_that_is_named(page: Path, tmp_path: Path) -> None:
    names = ("story.json", "story.vtt", "story.chapters.json", "story.chapters.vtt")
    timings = [part for name in names for part in ("--timings", str(tmp_path / name))]
    result = run("convert", page, "--to", "audio", "-o", tmp_path / "story.wav", *timings, *SILENT)
    assert (result.returncode, result.stderr) == (0, b"")
    times = json.loads((tmp_path / "story.json").read_text(encoding="utf-8"))
    assert [word["text"] for word in times["words"]][:4] == ["Ferry", "returns", "to", "Skerra"]
    with wave.open(str(tmp_path / "story.wav")) as sound:
        assert times["words"][-1]["end"] <= sound.getnframes() / sound.getframerate() + 0.001
    assert (tmp_path / "story.vtt").read_text(encoding="utf-8").startswith("WEBVTT\n\ntitle-s1\n00:00:00.000 --> ")
    assert (
        json.loads((tmp_path / "story.chapters.json").read_text())["chapters"][0]["title"] == "Ferry returns to Skerra"
    )
    assert (tmp_path / "story.chapters.vtt").read_text().startswith("WEBVTT")


def test_rate_language_profile_and_skip_are_heeded(page: Path, tmp_path: Path) -> None:
    run("convert", page, "-o", tmp_path / "slow.wav", *SILENT)
    run("convert", page, "-o", tmp_path / "fast.wav", *SILENT, "--rate", "350", "--skip", "title", "--language", "de")
    assert (tmp_path / "slow.wav").stat().st_size > 2 * (tmp_path / "fast.wav").stat().st_size
    assert b"ILNG\x03\0\0\0de\0" in (tmp_path / "fast.wav").read_bytes()


def test_a_pipe_gets_the_format_that_is_named(page: Path) -> None:
    needs_formats()
    assert run("convert", page, "--to", "audio", *SILENT).stdout.startswith(b"RIFF")
    assert run("convert", page, "--to", "audio", "--audio-format", "flac", *SILENT).stdout.startswith(b"fLaC")


def test_a_folder_gets_the_format_that_is_named(page: Path, tmp_path: Path) -> None:
    needs_formats()
    result = run(
        "convert", page, "-", "-o", tmp_path / "out", "--to", "audio", "--audio-format", "ogg", *SILENT, stdin=STORY
    )
    assert result.returncode == 0
    assert files_in(tmp_path / "out") == ["Ferry-returns-to-Skerra.ogg", "page.ogg"]


def test_a_cover_that_is_named_is_in_the_file(page: Path, tmp_path: Path) -> None:
    needs_formats()
    (tmp_path / "pier.jpg").write_bytes(b"\xff\xd8\xff picture")
    run("convert", page, "-o", tmp_path / "story.mp3", "--cover", tmp_path / "pier.jpg", *SILENT)
    assert b"\xff\xd8\xff picture" in (tmp_path / "story.mp3").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--timings", "story.json"), 2, "add --to audio"),
        (("--to", "text", "--audio-format", "mp3"), 2, "add --to audio"),
        (("--to", "audio", "--timings", "story.json"), 2, "name it with -o"),
        (("-o", "story.wav", "--timings", "story.srt"), 2, ".chapters.json"),
        (("-o", "story.wav", "--timings", "none/story.json"), 2, "no folder 'none'"),
        (("-o", "story.wav", "--cover", "none.jpg"), 3, "none.jpg"),
        (("-o", "story.wav", "--cover", "page.html"), 2, "no JPEG and no PNG"),
        (("-o", "story.wav", "--rate", "9000"), 2, "silent has"),
        (("-o", "story.aiff"), 2, ".aiff"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_in_one_line_and_leaves_no_file(
    page: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = run("convert", page, *arguments, *SILENT, cwd=tmp_path)
    assert result.returncode == code
    assert len(result.stderr.decode().splitlines()) == 1
    assert words in result.stderr.decode()
    assert files_in(tmp_path) == ["page.html"]


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_midway_it_leaves_the_old_files_and_no_half_one(tmp_path: Path, number: signal.Signals) -> None:
    long = STORY.replace("</article>", "<p>It sails again on Monday, the company said.</p>" * 20_000 + "</article>")
    (tmp_path / "long.html").write_text(long, encoding="utf-8")
    (tmp_path / "story.wav").write_bytes(b"old")
    command = [*COMMAND, "convert", "long.html", "-o", "story.wav", "--timings", "story.json", *SILENT, "--rate", "80"]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL)
    assert wait_until(lambda: any(name.endswith(".tmp") for name in files_in(tmp_path)), seconds=60)
    process.send_signal(number)
    assert process.wait(timeout=30) in (130, 143)
    assert files_in(tmp_path) == ["long.html", "story.wav"]
    assert (tmp_path / "story.wav").read_bytes() == b"old"
