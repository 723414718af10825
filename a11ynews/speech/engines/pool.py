"""Warm workers: one of each engine waits for the next call.

A start costs a tenth of a second or more, and the first sample of an article must not wait for it.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from a11ynews.errors import A11yNewsError
from a11ynews.speech.engines.frames import CANCEL
from a11ynews.speech.engines.process import Worker

__all__ = ["borrowed", "end_idle_workers"]

_idle: dict[str, Worker] = {}
_lock = threading.Lock()

_LAST_ANSWERS_S = 0.3
"""How long a call waits for what the one before had begun and not listened to; a new worker takes as long."""


@contextmanager
def borrowed(factory: str) -> Iterator[Worker]:
    """Lend the warm worker of an engine, or a new one if that is out or gone.

    It is taken back warm if all went well, or if the listener went early: the job that it is at is waited for
    by the next call, so that leaving takes no time. After any error it is ended, and the next call has a new one:
    no failure spoils another call.

    Args:
        factory: ``module:function`` that makes the voice.

    Raises:
        EngineError: If no worker can be started.
    """
    worker = _taken(factory)
    try:
        yield worker
    except GeneratorExit:
        worker.ask(CANCEL)
        _put_back(worker)
        raise
    except BaseException:
        worker.end()
        raise
    _put_back(worker)


def _taken(factory: str) -> Worker:
    with _lock:
        worker = _idle.pop(factory, None)
    if worker is not None and not _settled(worker):
        worker.end()
        worker = None
    return worker or Worker(factory)


def _settled(worker: Worker) -> bool:
    """Hear what nobody waits for any more; return whether the worker is free then.

    It is asked something first: one that died while it waited does not answer.
    """
    deadline = time.monotonic() + _LAST_ANSWERS_S
    worker.ask(CANCEL)
    try:
        while worker.owed:
            worker.answer(max(0.0, deadline - time.monotonic()))
    except A11yNewsError:
        return False
    except BaseException:
        worker.end()
        raise
    return worker.alive


def _put_back(worker: Worker) -> None:
    with _lock:
        if worker.factory not in _idle:
            _idle[worker.factory] = worker
            return
    worker.end()  # one too many


@atexit.register
def end_idle_workers() -> None:
    """End the workers that wait for a next call; it happens by itself at the end of the program."""
    with _lock:
        idle = list(_idle.values())
        _idle.clear()
    for worker in idle:
        worker.end()


def _forget_workers() -> None:
    """In a forked child: the workers are the parent's; holding their pipes open would keep them alive after it."""
    global _lock  # noqa: PLW0603 - the parent's may be locked for ever here
    _lock = threading.Lock()
    for worker in _idle.values():
        worker.forget()
    _idle.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_workers)
