"""A loudspeaker that can be asked what has been heard, and silenced at once.

:func:`~a11ynews.speech.sound.player.play` hands all the sound over and waits. Who listens with a
hand on the keys needs more: sound goes out only a moment ahead of what is heard, so that a pause is
a pause, and the place where it stopped is known.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from a11ynews.errors import NoVoiceError
from a11ynews.speech.sound.pcm import SAMPLE_BYTES
from a11ynews.speech.sound.player import WAY_OUT

__all__ = ["Speaker"]

LEAD_S = 0.3
"""How far the sound is ahead of the ear: enough for a busy machine, little enough to be dropped unheard."""

_ALSA_BUFFER = "--buffer-time=200000"
"""Microseconds. ALSA's default of half a second would be heard after it was said to be."""


class Speaker:
    """A player process that is fed no faster than it plays.

    Args:
        command: As :func:`~a11ynews.speech.sound.player.find_player` gives it.
        rate_hz: Samples a second, 16-bit mono.
    """

    def __init__(self, command: tuple[str, ...], rate_hz: int) -> None:
        """Start the player; it is silent until something is written."""
        extra = (_ALSA_BUFFER,) if Path(command[0]).name == "aplay" else ()
        self.rate_hz = rate_hz
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop
        self._process = subprocess.Popen(  # noqa: S603 - a command of ours with a number in it
            [command[0], *extra, *(part.format(rate=rate_hz) for part in command[1:])],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._complaints,
            bufsize=0,
            start_new_session=True,  # Ctrl-C is ours: we stop it
        )
        self._pipe = self._process.stdin
        if self._pipe is not None:
            os.set_blocking(self._pipe.fileno(), False)
        self._written = 0
        self._heard = 0.0
        self._looked_s = time.monotonic()

    @property
    def heard_s(self) -> float:
        """How much of what was written has been heard, in seconds."""
        now_s = time.monotonic()
        self._heard = min(self._written / self.rate_hz, self._heard + now_s - self._looked_s)
        self._looked_s = now_s
        return self._heard

    @property
    def idle(self) -> bool:
        """Whether all that was written has been heard."""
        return self.heard_s >= self._written / self.rate_hz

    def write(self, samples: bytes) -> int:
        """Take as many samples as can go out now.

        Returns:
            How many bytes were taken; 0 if it is too early for more.

        Raises:
            NoVoiceError: If the player has ended: there is no sound device that works.
        """
        ahead_s = LEAD_S - (self._written / self.rate_hz - self.heard_s)
        size = min(len(samples), SAMPLE_BYTES * max(0, int(ahead_s * self.rate_hz)))
        if not size or self._pipe is None:
            return 0
        try:
            taken = self._pipe.write(samples[:size]) or 0
        except BrokenPipeError:
            raise self._trouble() from None
        if taken % SAMPLE_BYTES:
            taken += self._finish_sample(samples[taken : taken + 1])
        self._written += taken // SAMPLE_BYTES
        return taken

    def _finish_sample(self, half: bytes) -> int:
        """Write the other byte of a sample that a full pipe has cut in two."""
        if self._pipe is None:
            return 0
        os.set_blocking(self._pipe.fileno(), True)
        with suppress(BrokenPipeError):
            self._pipe.write(half)
        os.set_blocking(self._pipe.fileno(), False)
        return 1

    def drained(self) -> bool:
        """Close the player's input, and tell whether it has played everything and ended.

        Raises:
            NoVoiceError: If it ended with an error.
        """
        if self._pipe is not None:
            with suppress(BrokenPipeError):
                self._pipe.close()
            self._pipe = None
        code = self._process.poll()
        if code:
            raise self._trouble()
        return code == 0

    def stop(self) -> None:
        """Be silent at once; what has not been heard is dropped."""
        if self._process.poll() is None:
            self._process.kill()
        if self._pipe is not None:
            with suppress(BrokenPipeError):
                self._pipe.close()
            self._pipe = None
        self._process.wait()
        self._complaints.close()

    def _trouble(self) -> NoVoiceError:
        code = self._process.wait()
        self._complaints.seek(0)
        said = self._complaints.read(400).decode(errors="replace").strip().splitlines()
        why = said[0] if said else f"the player ended with exit code {code}"
        return NoVoiceError(f"no sound device that works ({why}): {WAY_OUT}")
