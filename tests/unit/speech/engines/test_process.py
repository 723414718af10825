"""A worker may hang, crash or end by itself: its caller gets an error, and the next call works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from a11ynews.errors import A11yNewsError, MissingExtraError, NoVoiceError, SpeechError
from a11ynews.speech.engines.base import Clip, Delivery
from a11ynews.speech.engines.pyttsx3_engine import Pyttsx3Engine
from a11ynews.speech.utterance import Run, Utterance

pytest.importorskip("pyttsx3", reason="speech tests need: pip install 'a11ynews[speech]'")
TESTS = Path(__file__).resolve().parents[3]
SCRIPT = tuple(
    Utterance(role="paragraph", runs=(Run(text=word, spoken=word, lang="en"),)) for word in ("one", "two", "three")
)


def engine(voice: str, start_s: float = 20.0) -> Pyttsx3Engine:
    return Pyttsx3Engine(start_s=start_s, voice_factory=f"fixtures.faulty_voices:{voice}")


def clips_of(voice: str, start_s: float = 20.0) -> list[Clip]:
    return list(engine(voice, start_s).synthesize(SCRIPT, Delivery()))


def alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process_id}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_until_gone(process_id: int) -> bool:
    deadline = time.monotonic() + 10
    while alive(process_id) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(process_id)


def test_each_utterance_comes_with_its_place_in_the_script() -> None:
    clips = clips_of("Voice")
    assert [(clip.utterance, clip.rate_hz, len(clip.samples)) for clip in clips] == [
        (0, 8000, 16000), (1, 8000, 16000), (2, 8000, 16000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("voice", "why"),
    [("Exiting", "exit code 1"), ("Aborting", "exit code -6"), ("Raising", "RuntimeError: cannot say two")],
)
def test_an_engine_that_dies_is_an_error_that_says_how_and_the_next_call_works(voice: str, why: str) -> None:
    if voice == "Aborting" and os.name != "posix":
        pytest.skip("exit codes of signals are POSIX's")
    with pytest.raises(SpeechError, match=why):
        clips_of(voice)
    assert len(clips_of("Voice")) == 3


def test_an_engine_that_hangs_is_ended_at_its_deadline() -> None:
    begun = time.monotonic()
    with pytest.raises(SpeechError, match="has not answered for"):
        clips_of("Hanging", start_s=2.0)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("voice", "error", "message"),
    [("Unvoiced", NoVoiceError, "no voice for that"), ("Uninstalled", MissingExtraError, r"a11ynews\[speech\]")],
)
def test_errors_of_ours_come_through_as_they_are(voice: str, error: type[A11yNewsError], message: str) -> None:
    with pytest.raises(error, match=message):
        clips_of(voice)


def test_where_the_desktop_plays_it_pauses_as_the_script_does_and_waits_to_the_end() -> None:
    script = [replace(utterance, pause_after_s=0.4) for utterance in SCRIPT]
    begun = time.monotonic()
    live("Voice").say(script, Delivery())
    assert time.monotonic() - begun > 0.8
    with pytest.raises(SpeechError, match="exit code 1"):
        live("Exiting").say(script, Delivery())


def live(voice: str) -> Pyttsx3Engine:
    return replace(engine(voice), plays_itself=True)


def test_what_comes_before_the_fault_is_heard() -> None:
    clips = engine("Raising").synthesize(SCRIPT, Delivery())
    assert next(clips).utterance == 0
    with pytest.raises(SpeechError):
        next(clips)


def test_what_an_engine_prints_does_not_get_among_the_sound(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(clips_of("Chatty")) == 3
    assert capfd.readouterr().out == ""


def test_a_process_of_its_own_costs_a_call_little_time() -> None:
    clips_of("Voice")
    best_s = min(_timed_call() for _ in range(3))
    assert best_s < 1.5  # 0.1 s measured; a busy machine gets room


def _timed_call() -> float:
    begun = time.perf_counter()
    clips_of("Voice")
    return time.perf_counter() - begun


def _ids(note: Path) -> tuple[int, int, Path]:
    deadline = time.monotonic() + 20
    while not note.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    worker, child, folder = note.read_text().split(maxsplit=2)
    return int(worker), int(child), Path(folder)


_CALLER = """\
from fixtures.faulty_voices import Voice
from a11ynews.speech.engines.base import Delivery
from a11ynews.speech.engines.pyttsx3_engine import Pyttsx3Engine
from a11ynews.speech.utterance import Run, Utterance
from a11ynews.speech.sound.track import lay_track
from a11ynews.speech.sound.wav import write_wav
from a11ynews.sink import new_file
script = [Utterance(role="paragraph", runs=(Run(text=w, spoken=w, lang="en"),)) for w in ("one", "two")]
engine = Pyttsx3Engine(voice_factory="fixtures.faulty_voices:WithChild")
with new_file("half.wav") as file:
    track = lay_track(engine.synthesize(script, Delivery()), script)
    write_wav(file, ((stretch.rate_hz, stretch.samples) for stretch in track))
"""


def _caller(folder: Path) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(TESTS), str(TESTS.parent), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": paths, "A11YNEWS_TEST_PIDS": str(folder / "pids")}
    return subprocess.Popen([sys.executable, "-c", _CALLER], cwd=folder, env=environment, stderr=subprocess.DEVNULL)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_ctrl_c_leaves_no_worker_no_player_no_scratch_folder_and_no_half_file(tmp_path: Path) -> None:
    caller = _caller(tmp_path)
    worker, child, folder = _ids(tmp_path / "pids")
    begun = time.monotonic()
    caller.send_signal(signal.SIGINT)
    caller.wait(timeout=10)
    assert time.monotonic() - begun < 5
    assert wait_until_gone(worker)
    assert wait_until_gone(child)
    assert not folder.exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["pids"]


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_caller_that_is_killed_takes_its_worker_along(tmp_path: Path) -> None:
    caller = _caller(tmp_path)
    worker, child, folder = _ids(tmp_path / "pids")
    caller.kill()
    caller.wait(timeout=10)
    assert wait_until_gone(worker)
    assert wait_until_gone(child)
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_worker_that_is_killed_midway_is_an_error_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "pids"
    monkeypatch.setenv("A11YNEWS_TEST_PIDS", str(note))
    clips = engine("WithChild").synthesize(SCRIPT, Delivery())
    next(clips)
    worker, child, folder = _ids(note)
    os.kill(worker, signal.SIGKILL)
    with pytest.raises(SpeechError, match="ended by itself"):
        next(clips)
    assert not folder.exists()
    assert wait_until_gone(child)


def test_a_module_in_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "struct.py").write_text("raise SystemExit('run from the current folder')")
    (tmp_path / "json.py").write_text("raise SystemExit('run from the current folder')")
    monkeypatch.chdir(tmp_path)
    assert len(clips_of("Voice")) == 3
