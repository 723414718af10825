"""The process that an engine's library lives in.

Engines hang, crash and call ``exit(1)``; here that costs one process and not the caller's. The
order is a JSON file in a folder of our own: which engine, how fast, which voice, and the jobs (text
and language). The answers go to stdout as :mod:`frames <a11ynews.speech.engines.frames>`. stdin only
tells whether the parent lives: when it ends, the parent is gone, and so are we.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol

from a11ynews.speech.engines.frames import DONE, ERROR, SAMPLES, TOLD, write_frame

__all__ = ["Job", "Order", "Voice", "main"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Words in one language; ``pause_s`` is the silence before them when they are heard at once."""

    text: str
    lang: str
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done.

    Attributes:
        engine: ``module:function`` that makes the voice.
        live: Whether it is to be heard; otherwise samples are sent.
        rate_wpm: Words a minute.
        voice: As in :class:`~a11ynews.speech.engines.base.Delivery`.
        folder: An empty folder for scratch files; the parent removes it.
        jobs: What is to be said, in order.
    """

    engine: str
    live: bool
    rate_wpm: int
    voice: str | None
    folder: str
    jobs: tuple[Job, ...]

    def to_json(self) -> str:
        """Return the order as it is written to its file."""
        values = {name: getattr(self, name) for name in ("engine", "live", "rate_wpm", "voice", "folder")}
        jobs = [[job.text, job.lang, job.pause_s] for job in self.jobs]
        return json.dumps({**values, "jobs": jobs})

    @classmethod
    def from_json(cls, text: str) -> Order:
        """Return the order that a file holds.

        Example:
            >>> order = Order(engine="m:f", live=False, rate_wpm=175, voice=None, folder="/tmp", jobs=())
            >>> Order.from_json(order.to_json()) == order
            True
        """
        values = json.loads(text)
        jobs = tuple(Job(text=text, lang=lang, pause_s=pause_s) for text, lang, pause_s in values.pop("jobs"))
        return cls(**values, jobs=jobs)


class Voice(Protocol):
    """An engine inside the worker: one job at a time."""

    def samples(self, job: Job) -> tuple[int, bytes]:
        """Return the rate in Hz and 16-bit mono PCM."""
        ...

    def say(self, job: Job) -> None:
        """Say a job and wait until it has been heard."""
        ...


def main(order_file: str) -> None:
    """Carry out the order in a file; this never returns.

    Args:
        order_file: Path of the JSON.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it stops us
    answers = _take_stdout()
    threading.Thread(target=_end_with_parent, args=(Path(order_file).parent,), daemon=True).start()
    try:
        order = Order.from_json(Path(order_file).read_text(encoding="utf-8"))
        for kind, body in _carry_out(order):
            write_frame(answers, kind, body)
        write_frame(answers, DONE)
    except BrokenPipeError:
        pass  # the parent has heard enough
    except Exception as error:  # noqa: BLE001 - any failure of a library is reported, not printed
        write_frame(answers, ERROR, _as_json(error))
    answers.flush()
    os._exit(0)  # no destructors: espeak's and COM's hang or crash at exit


def _take_stdout() -> BinaryIO:
    """Keep stdout for frames, and send what libraries print to where nobody reads it."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _end_with_parent(scratch: Path) -> None:
    """Wait until the parent is gone, and leave nothing: no folder, no player, no process."""
    while sys.stdin.buffer.read(4096):
        pass
    shutil.rmtree(scratch, ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # a player that the engine started goes too
    os._exit(1)


def _carry_out(order: Order) -> Iterator[tuple[bytes, bytes]]:
    voice = _voice(order)
    for number, job in enumerate(order.jobs):
        if order.live:
            time.sleep(job.pause_s)
            voice.say(job)
            yield TOLD, struct.pack(">I", number)
        else:
            rate_hz, samples = voice.samples(job)
            yield SAMPLES, struct.pack(">II", number, rate_hz) + samples


def _voice(order: Order) -> Voice:
    module, _, function = order.engine.partition(":")
    make: Callable[[Order], Voice] = getattr(import_module(module), function)
    return make(order)


def _as_json(error: Exception) -> bytes:
    return json.dumps({"error": type(error).__name__, "message": str(error)}).encode()
