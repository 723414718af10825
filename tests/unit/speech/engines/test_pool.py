"""One worker of each engine stays warm between calls, and none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from a11ynews.errors import EngineError
from a11ynews.speech.engines.base import Abilities, Delivery
from a11ynews.speech.engines.pool import end_idle_workers
from a11ynews.speech.engines.worker_engine import WorkerEngine
from a11ynews.speech.utterance import Run, Utterance

pytestmark = pytest.mark.skipif(os.name != "posix", reason="process ids are looked up the POSIX way")
TESTS = Path(__file__).resolve().parents[3]
SCRIPT = tuple(
    Utterance(role="paragraph", runs=(Run(text=word, spoken=word, lang="en"),)) for word in ("one", "two", "three")
)


def engine(voice: str = "Voice") -> WorkerEngine:
    return WorkerEngine(
        name="test", abilities=Abilities(files=True, live=True), voice_factory=f"fixtures.faulty_voices:{voice}"
    )


def worker_id(voice: str = "Voice") -> int:
    """Return the process id of an engine's worker, which the voice of these tests tells as its id."""
    return int(engine(voice).voices()[0].id)


def gone(process_id: int) -> bool:
    """Whether a process ends within some seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(process_id, 0)
            state = Path(f"/proc/{process_id}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.fixture(autouse=True)
def no_workers_from_before() -> None:
    end_idle_workers()


def test_calls_one_after_another_have_the_same_worker() -> None:
    first = worker_id()
    assert len(list(engine().synthesize(SCRIPT, Delivery()))) == 3
    assert worker_id() == first


def test_a_listener_who_leaves_early_leaves_the_worker_warm_and_the_next_call_hears_only_its_own_words() -> None:
    first = worker_id()
    for _ in range(3):
        clips = engine().synthesize(SCRIPT * 50, Delivery())
        next(clips)
        clips.close()
    assert worker_id() == first
    assert [clip.utterance for clip in engine().synthesize(SCRIPT, Delivery())] == [0, 1, 2]


def test_a_listener_who_leaves_a_worker_that_hangs_does_not_wait_for_it() -> None:
    first = worker_id("Hanging")
    clips = engine("Hanging").synthesize(SCRIPT, Delivery())
    next(clips)
    time.sleep(0.5)  # until it is at the second job
    clips.close()
    assert worker_id("Hanging") != first
    assert gone(first)


def test_a_worker_that_was_killed_while_it_waited_is_replaced() -> None:
    first = worker_id()
    os.kill(first, signal.SIGKILL)
    assert gone(first)
    assert len(list(engine().synthesize(SCRIPT, Delivery()))) == 3


def test_an_error_ends_the_worker_so_that_nothing_of_it_reaches_the_next_call() -> None:
    first = worker_id("Raising")
    with pytest.raises(EngineError):
        list(engine("Raising").synthesize(SCRIPT, Delivery()))
    assert gone(first)
    assert worker_id("Raising") != first


def test_calls_from_many_threads_each_get_all_their_words_and_leave_one_worker() -> None:
    def call(_: int) -> list[int]:
        return [clip.utterance for clip in engine().synthesize(SCRIPT, Delivery())]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(call, range(12))) == [[0, 1, 2]] * 12
    assert worker_id() == worker_id()


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(TESTS), str(TESTS.parent), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM + code, *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


_PROGRAM = """\
import os, sys
from a11ynews.speech.engines.base import Abilities, Delivery
from a11ynews.speech.engines.worker_engine import WorkerEngine
from a11ynews.speech.utterance import Run, Utterance
script = [Utterance(role="paragraph", runs=(Run(text=w, spoken=w, lang="en"),)) for w in ("one", "two")]
engine = WorkerEngine(
    name="test", abilities=Abilities(files=True, live=True), voice_factory="fixtures.faulty_voices:Voice"
)
"""


def test_the_end_of_the_program_is_the_end_of_its_workers() -> None:
    told = run("print(engine.voices()[0].id)")
    assert gone(int(told.stdout))
    assert told.stderr == ""


def test_a_forked_child_has_workers_of_its_own_and_those_of_the_parent_live_on() -> None:
    told = run(
        """
before = engine.voices()[0].id
child = os.fork()
if child == 0:
    own = engine.voices()[0].id
    assert own != before, "the parent's worker"
    assert len(list(engine.synthesize(script, Delivery()))) == 2
    os.write(1, f"{own}\\n".encode())
    sys.exit(0)
_, status = os.waitpid(child, 0)
assert status == 0, status
assert engine.voices()[0].id == before
print(before)
"""
    )
    workers = [int(line) for line in told.stdout.split()]
    assert len(set(workers)) == 2
    assert all(gone(worker) for worker in workers)


def test_memory_stays_flat_over_many_calls() -> None:
    told = run(
        """
import resource
def peak_kb(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(20):
    list(engine.synthesize(script * 5, Delivery()))
before = peak_kb()
for _ in range(150):
    list(engine.synthesize(script * 5, Delivery()))
print(peak_kb() - before)
"""
    )
    assert int(told.stdout) < 4000
