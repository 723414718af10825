"""The parent's side of a worker: start it, wait with a deadline, and never leave it behind."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import a11ynews
from a11ynews.errors import A11yNewsError, EngineError, MissingExtraError, NoVoiceError, SpeechError
from a11ynews.speech.engines.frames import DONE, ERROR, Frame, read_frame
from a11ynews.speech.engines.worker import Job, Order

__all__ = ["answers"]

ORDER_FILE = "order.json"

# -P keeps the current folder out of the import path: a wave.py among downloads must not run.
_BOOT = (
    "import sys; order, *paths = sys.argv[1:]; sys.path.extend(path for path in paths if path not in sys.path); "
    "from a11ynews.speech.engines.worker import main; main(order)"
)
_QUEUED_FRAMES = 4
"""How far the worker may run ahead of who listens: a few paragraphs, so that memory stays flat."""


def answers(
    make_order: Callable[[str], Order], patience_s: Callable[[Job], float], first_s: float
) -> Generator[Frame, None, None]:
    """Start a worker, and yield what it answers until it is done.

    Closing the iterator, or an error on the way, ends the worker and everything that it started.

    Args:
        make_order: Makes the order, given a scratch folder that is gone afterwards.
        patience_s: How long a job may take, in seconds.
        first_s: How much longer the first may take: the interpreter and the engine start.

    Raises:
        EngineError: If the worker fails, ends early or is not heard of in time.
    """
    with tempfile.TemporaryDirectory(prefix="a11ynews-speech-", ignore_cleanup_errors=True) as folder:
        order = make_order(folder)
        file = Path(folder, ORDER_FILE)
        file.write_text(order.to_json(), encoding="utf-8")
        process = _start(file)
        try:
            yield from _heard(process, [patience_s(job) for job in order.jobs], first_s)
        finally:
            _end(process)


def _start(order_file: Path) -> subprocess.Popen[bytes]:
    home = str(Path(a11ynews.__file__).resolve().parent.parent)
    paths = [path for path in (home, *sys.path) if path and Path(path).is_absolute()]
    return subprocess.Popen(  # noqa: S603 - our own interpreter; the words of the page are in a file
        [sys.executable, "-P", "-c", _BOOT, os.fspath(order_file), *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _heard(process: subprocess.Popen[bytes], patience: list[float], first_s: float) -> Generator[Frame, None, None]:
    """Yield frames; each job has its own deadline, counted from the frame before."""
    inbox: queue.Queue[Frame | None] = queue.Queue(maxsize=_QUEUED_FRAMES)
    reader = threading.Thread(target=_read_all, args=(_pipe(process), inbox), daemon=True)
    reader.start()
    try:
        for number in range(len(patience) + 1):
            wait_s = (patience[number] if number < len(patience) else 0.0) + first_s
            frame = _next(inbox, process, wait_s)
            if frame.kind == DONE:
                return
            yield frame
    finally:
        _kill(process)
        while reader.is_alive():
            with suppress(queue.Empty):
                inbox.get(timeout=0.05)


def _pipe(process: subprocess.Popen[bytes]) -> BinaryIO:
    if process.stdout is None:
        message = "the speech worker has no output"
        raise EngineError(message)
    return process.stdout  # type: ignore[return-value]


def _read_all(pipe: BinaryIO, inbox: queue.Queue[Frame | None]) -> None:
    frame = read_frame(pipe)
    while frame is not None:
        inbox.put(frame)
        frame = read_frame(pipe)
    inbox.put(None)


def _next(inbox: queue.Queue[Frame | None], process: subprocess.Popen[bytes], wait_s: float) -> Frame:
    try:
        frame = inbox.get(timeout=wait_s)
    except queue.Empty:
        message = (
            f"the speech engine has not answered for {wait_s:.0f} seconds and was ended; try again, or a shorter text"
        )
        raise EngineError(message) from None
    if frame is None:
        code = process.wait()
        message = f"the speech engine ended by itself (exit code {code}); try again, or another engine or voice"
        raise EngineError(message)
    if frame.kind == ERROR:
        raise _error(frame.body)
    return frame


def _error(body: bytes) -> A11yNewsError:
    told = json.loads(body)
    if told["error"] == MissingExtraError.__name__:
        return MissingExtraError("speech", "speech")
    if told["error"] == NoVoiceError.__name__:
        return NoVoiceError(told["message"])
    if told["error"] == SpeechError.__name__:
        return SpeechError(told["message"])
    return EngineError(f"the speech engine failed: {told['error']}: {told['message']}")


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the worker and what it started, also if it has ended itself: it led a process group of its own."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.wait()
