"""The process that an engine's library lives in.

Engines hang, crash and call ``exit(1)``; here that costs one process and not the caller's. It lives
on from call to call, so that only the first one waits for the interpreter and the library to start.
Requests come over stdin and answers go to stdout, as :mod:`frames <a11ynews.speech.engines.frames>`.
When stdin ends, the parent is gone, and so are we.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from importlib import import_module
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO, cast

from a11ynews.speech.engines.frames import (
    CANCEL,
    ERROR,
    JOB,
    ORDER,
    READY,
    SOUND,
    TOLD,
    VOICES,
    Frame,
    read_frame,
    write_frame,
)
from a11ynews.speech.engines.orders import Job, Settings, Voice

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["main"]

_CANCELLED_JOB = b"-"


def main(factory: str, folder: str) -> None:
    """Answer until the parent is gone; this never returns.

    Args:
        factory: ``module:function`` that makes the voice, given the folder.
        folder: An empty folder for scratch files; the parent removes it, or we do if it is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it ends us
    answers = _take_stdout()
    inbox = _Inbox()
    threading.Thread(target=_listen, args=(inbox, folder), daemon=True).start()
    desk = _Desk(factory, folder)
    while True:
        try:
            write_frame(answers, *_answered(desk, inbox.next()))
        except OSError:
            os._exit(1)  # the parent hears us no more; no destructors: espeak's and COM's hang or crash at exit


class _Inbox:
    """Requests in order; a job from before the last cancelling is a request for nothing."""

    def __init__(self) -> None:
        self.frames: SimpleQueue[tuple[int, Frame]] = SimpleQueue()
        self.cancelled = 0

    def put(self, frame: Frame) -> None:
        self.cancelled += frame.kind == CANCEL
        self.frames.put((self.cancelled, frame))

    def next(self) -> Frame:
        when, frame = self.frames.get()
        return Frame(_CANCELLED_JOB, b"") if frame.kind == JOB and when < self.cancelled else frame


class _Desk:
    """Where requests are worked off, by a voice that is made at the first."""

    def __init__(self, factory: str, folder: str) -> None:
        self.factory = factory
        self.folder = folder
        self.live = False
        self.made: Voice | None = None

    def voice(self) -> Voice:
        if self.made is None:
            module, _, function = self.factory.partition(":")
            make = cast("Callable[[str], Voice]", getattr(import_module(module), function))
            self.made = make(self.folder)
        return self.made

    def answer(self, frame: Frame) -> tuple[bytes, bytes]:
        if frame.kind == ORDER:
            settings = Settings.from_bytes(frame.body)
            self.live = settings.live
            self.voice().begin(settings)
            return READY, b""
        if frame.kind == VOICES:
            return VOICES, json.dumps(self.voice().voices()).encode()
        if frame.kind == CANCEL:
            return READY, b""
        if frame.kind == _CANCELLED_JOB:
            return TOLD, b""
        if frame.kind == JOB:
            return self.done(Job.from_bytes(frame.body))
        message = f"an unknown request: {frame.kind!r}"
        raise ValueError(message)

    def done(self, job: Job) -> tuple[bytes, bytes]:
        if not self.live:
            return SOUND, self.voice().samples(job).to_bytes()
        time.sleep(job.pause_s)
        self.voice().say(job)
        return TOLD, b""


def _answered(desk: _Desk, frame: Frame) -> tuple[bytes, bytes]:
    try:
        return desk.answer(frame)
    except Exception as error:  # noqa: BLE001 - any failure of a library is reported, not printed
        extra = getattr(error, "extra", "")
        told = {"error": type(error).__name__, "message": str(error), "extra": extra}
        return ERROR, json.dumps(told, default=str).encode()


def _take_stdout() -> BinaryIO:
    """Keep stdout for frames, and send what libraries print to where nobody reads it."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _listen(inbox: _Inbox, folder: str) -> None:
    """Take requests in, also while the voice is busy or hangs: that is how the end of the parent is seen."""
    frame = read_frame(sys.stdin.buffer)
    while frame is not None:
        inbox.put(frame)
        frame = read_frame(sys.stdin.buffer)
    _end_with_parent(folder)


def _end_with_parent(folder: str) -> None:
    """Leave nothing: no scratch folder, no player, no process."""
    import shutil  # noqa: PLC0415 - costs a start 10 ms, and most never need it

    shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # a player that the engine started goes too
    os._exit(1)
