"""One end for everything that a call does, however many steps it takes."""

from __future__ import annotations

import time

__all__ = ["Deadline"]


class Deadline:
    """A moment after which nothing more is waited for.

    Each step may wait for as long as is left, so that a server that sends a byte now and then
    cannot stretch the whole.
    """

    def __init__(self, seconds: float) -> None:
        """Set it so many seconds from now."""
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left, more than none.

        Raises:
            TimeoutError: If the moment has come.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def sleep(self, seconds: float) -> bool:
        """Sleep, if there will be time after it; say whether there is."""
        if seconds >= self._end - time.monotonic():
            return False
        time.sleep(seconds)
        return True
