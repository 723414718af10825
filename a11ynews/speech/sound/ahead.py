"""Sound that is made in a thread of its own, a few sentences ahead of who listens."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.sound.loudness import Leveller
from a11ynews.speech.sound.track import Stretch, lay_track
from a11ynews.speech.utterance import Utterance

__all__ = ["Ahead"]

_STRETCHES = 4
"""How far ahead: some sentences, so that memory stays flat however long the story is."""

_LOOK_S = 0.02
"""How often the thread looks whether anybody still listens while its shelf is full."""


class Ahead:
    """The sound of a script from one of its sentences on.

    Args:
        engine: Who speaks; it must give samples.
        script: All of what is said.
        delivery: Rate and voice.
        first: Index of the utterance to begin with.
        leveller: Knows the loudness of the voices so far.
    """

    def __init__(
        self, engine: Engine, script: Sequence[Utterance], delivery: Delivery, *, first: int, leveller: Leveller
    ) -> None:
        """Begin to make sound."""
        self._shelf: queue.Queue[Stretch | Exception | None] = queue.Queue(maxsize=_STRETCHES)
        self._unwanted = threading.Event()
        self._first = first
        self._ended = False
        work = (engine, script[first:], delivery, leveller)
        self._thread = threading.Thread(target=self._make, args=work, daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether everything has been taken."""
        return self._ended

    def take(self, wait_s: float = 0.0) -> Stretch | None:
        """Return the next stretch; None if there is none yet, or no more.

        Args:
            wait_s: How long to wait for it, in seconds.

        Raises:
            A11yNewsError: What the engine raised.
        """
        if self._ended:
            return None
        try:
            item = self._shelf.get(timeout=wait_s) if wait_s else self._shelf.get_nowait()
        except queue.Empty:
            return None
        if isinstance(item, Exception):
            self._ended = True
            raise item
        self._ended = item is None
        return item

    def close(self, wait_s: float = 0.0) -> None:
        """Stop making sound; the engine is told at the next chance.

        Args:
            wait_s: How long to wait until it has stopped, so that the same worker can be used again.
        """
        self._unwanted.set()
        self._ended = True
        self._thread.join(timeout=wait_s)

    def _make(self, engine: Engine, script: Sequence[Utterance], delivery: Delivery, leveller: Leveller) -> None:
        try:
            with closing(engine.synthesize(script, delivery)) as clips:
                for stretch in lay_track(clips, script, delivery.rate_wpm, leveller=leveller):
                    if not self._put(replace(stretch, utterance=stretch.utterance + self._first)):
                        return
            self._put(None)
        except Exception as error:  # noqa: BLE001 - raised again where somebody can see it
            self._put(error)

    def _put(self, item: Stretch | Exception | None) -> bool:
        """Put something on the shelf; return False if nobody wants it any more."""
        while not self._unwanted.is_set():
            try:
                self._shelf.put(item, timeout=_LOOK_S)
            except queue.Full:
                continue
            return True
        return False
