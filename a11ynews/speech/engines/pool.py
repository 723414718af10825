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
from a11ynews.speech.engines.process import Worker

__all__ = ["borrowed", "end_idle_workers"]

_idle: dict[str, Worker] = {}
_lock = threading.Lock()

_LAST_ANSWERS_S = 0.1
"""How long a listener who goes waits for what is under way. A worker that is slower is ended: Ctrl-C is prompt."""


@contextmanager
def borrowed(factory: str) -> Iterator[Worker]:
    """Lend the warm worker of an engine, or a new one if that is out or gone.

    It is taken back warm if all went well, or if the listener went early and it is done with what it
    had begun. After any error it is ended, and the next call has a new one: no failure spoils another call.

    Args:
        factory: ``module:function`` that makes the voice.

    Raises:
        EngineError: If no worker can be started.
    """
    worker = _taken(factory)
    try:
        yield worker
    except GeneratorExit:
        _settle(worker)
        raise
    except BaseException:
        worker.end()
        raise
    _settle(worker)


def _taken(factory: str) -> Worker:
    with _lock:
        worker = _idle.pop(factory, None)
    if worker is not None and not worker.alive:
        worker.end()
        worker = None
    return worker or Worker(factory)


def _settle(worker: Worker) -> None:
    """Put a worker back that owes nothing; end one that does not get there in time, or that is one too many."""
    deadline = time.monotonic() + _LAST_ANSWERS_S
    try:
        while worker.owed:
            worker.answer(max(0.0, deadline - time.monotonic()))
    except A11yNewsError:
        worker.end()
        return
    except BaseException:
        worker.end()
        raise
    with _lock:
        if worker.factory not in _idle:
            _idle[worker.factory] = worker
            return
    worker.end()


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
