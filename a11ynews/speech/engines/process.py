"""The parent's side of a worker: start it, ask, wait with a deadline, and never leave it behind."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import a11ynews
from a11ynews.errors import A11yNewsError, EngineError, MissingExtraError, NoVoiceError, SpeechError
from a11ynews.speech.engines.frames import ERROR, Frame, read_frame, write_frame

__all__ = ["Worker"]

# -P keeps the current folder out of the import path: a wave.py among downloads must not run.
_BOOT = (
    "import sys; factory, folder, *paths = sys.argv[1:]; "
    "sys.path.extend(path for path in paths if path not in sys.path); "
    "from a11ynews.speech.engines.worker import main; main(factory, folder)"
)
_SLICE_S = 0.1
"""How often a wait comes up for a Ctrl-C where a lock cannot be interrupted (Windows)."""

_GOING_S = 1.0
"""How long a process that has closed its pipe may take to be gone."""


class Worker:
    """A process with an engine's library in it.

    Args:
        factory: ``module:function`` that makes the voice.

    Raises:
        EngineError: If no process can be started.
    """

    def __init__(self, factory: str) -> None:
        """Start it; it is of use at once, as requests wait in the pipe."""
        self.factory = factory
        self._folder = tempfile.mkdtemp(prefix="a11ynews-speech-")
        self._inbox: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._process = _start(factory, self._folder)
        self._reader = threading.Thread(target=_read_all, args=(self._process.stdout, self._inbox), daemon=True)
        self._reader.start()
        self._owed = 0

    @property
    def owed(self) -> int:
        """How many requests it has not answered yet."""
        return self._owed

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, kind: bytes, body: bytes = b"") -> None:
        """Send a request. That it has gone is found out by waiting for the answer."""
        self._owed += 1
        with suppress(OSError):
            write_frame(cast("BinaryIO", self._process.stdin), kind, body)

    def answer(self, wait_s: float) -> Frame:
        """Return the next answer.

        Args:
            wait_s: How long to wait for it, in seconds.

        Raises:
            EngineError: If it failed, ended, or has not answered in time.
            A11yNewsError: An error of ours that was raised in it.
        """
        frame = self._next(wait_s)
        self._owed -= 1
        if frame is None:
            message = f"the speech engine ended by itself ({self._exit()}); try again, or another engine or voice"
            raise EngineError(message)
        if frame.kind == ERROR:
            raise _error(frame.body)
        return frame

    def _next(self, wait_s: float) -> Frame | None:
        deadline = time.monotonic() + wait_s
        while True:
            left_s = deadline - time.monotonic()
            try:
                return self._inbox.get(timeout=max(0.0, min(left_s, _SLICE_S)))
            except queue.Empty:
                if left_s <= 0:
                    message = (
                        f"the speech engine has not answered for {wait_s:.1f} seconds and was ended; "
                        "try again, or a shorter text"
                    )
                    raise EngineError(message) from None

    def _exit(self) -> str:
        try:
            return f"exit code {self._process.wait(timeout=_GOING_S)}"
        except subprocess.TimeoutExpired:
            return "it closed its pipe"

    def end(self) -> None:
        """End it and everything that it started, at once, and remove its scratch folder."""
        _kill(self._process)
        self._process.wait()
        self._reader.join(timeout=_GOING_S)
        self.forget()
        shutil.rmtree(self._folder, ignore_errors=True)

    def forget(self) -> None:
        """Close our ends of its pipes; in a forked child that is all, as the worker is the parent's."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _start(factory: str, folder: str) -> subprocess.Popen[bytes]:
    home = str(Path(a11ynews.__file__).resolve().parent.parent)
    paths = [path for path in (home, *sys.path) if path and Path(path).is_absolute()]
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter; the words of the page go through the pipe
            [sys.executable, "-P", "-c", _BOOT, factory, folder, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            bufsize=0,  # no lock that a fork could copy while the reader holds it
        )
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = f"no process for the speech engine can be started ({error})"
        raise EngineError(message) from error


def _read_all(pipe: BinaryIO, inbox: queue.SimpleQueue[Frame | None]) -> None:
    """Take answers in until the worker has gone; then say so."""
    frame: Frame | None = Frame(b"", b"")
    while frame is not None:
        try:
            frame = read_frame(pipe)
        except (OSError, ValueError):
            frame = None
        inbox.put(frame)


def _error(body: bytes) -> A11yNewsError:
    told = json.loads(body)
    name, message = str(told["error"]), str(told["message"])
    if name == MissingExtraError.__name__:
        return MissingExtraError("speech", str(told["extra"]))
    for ours in (NoVoiceError, EngineError, SpeechError):
        if name == ours.__name__:
            return ours(message)
    return EngineError(f"the speech engine failed: {name}: {message}")


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the worker and what it started, also if it has ended itself: it led a process group of its own."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
