"""Sound to the loudspeaker, through whichever player the machine has.

pyttsx3 runs ``aplay`` on Linux too, but does not look whether it is there or what it says: without
a sound device nothing is heard and nothing is raised. Here both are looked at.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO

from a11ynews.errors import NoVoiceError

__all__ = ["WAY_OUT", "find_player", "play"]

_PLAYERS: tuple[tuple[str, ...], ...] = (
    ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", "{rate}", "-"),
    ("pw-cat", "--playback", "--raw", "--format", "s16", "--channels", "1", "--rate", "{rate}", "-"),
    ("paplay", "--raw", "--format=s16le", "--channels=1", "--rate={rate}"),
)
"""ALSA's, PipeWire's and PulseAudio's; each takes raw samples from stdin and ends when they are heard."""

WAY_OUT = "write a file with to_audio instead ('a11ynews convert --to audio' on the command line)"


def find_player() -> tuple[str, ...]:
    """Return the command of the first player there is, with ``{rate}`` for the samples a second.

    Raises:
        NoVoiceError: If there is none; the message says what to do.
    """
    for command in _PLAYERS:
        path = shutil.which(command[0])
        if path is not None:
            return (path, *command[1:])
    names = ", ".join(command[0] for command in _PLAYERS)
    message = f"no sound player on this machine ({names}; aplay is in the package alsa-utils): {WAY_OUT}"
    raise NoVoiceError(message)


def play(sound: Iterable[tuple[int, bytes]], command: tuple[str, ...] | None = None) -> None:
    """Play 16-bit mono sound as it comes in; return when it has been heard.

    Args:
        sound: Rates in Hz, all the same, with samples.
        command: A player, as :func:`find_player` gives it, which is the default.

    Raises:
        NoVoiceError: If there is no player, or it finds no sound device.
    """
    chosen = command or find_player()
    with tempfile.TemporaryFile() as complaints:
        player: subprocess.Popen[bytes] | None = None
        try:
            for rate_hz, samples in sound:
                player = player or _start(chosen, rate_hz, complaints)
                if not _feed(player, samples):
                    break
            if player is not None:
                _wait(player, complaints)
        finally:
            if player is not None:
                _end(player)


def _start(command: tuple[str, ...], rate_hz: int, complaints: BinaryIO) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - a command of ours with a number in it; the sound goes to stdin
        [part.format(rate=rate_hz) for part in command],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
    )


def _feed(player: subprocess.Popen[bytes], samples: bytes) -> bool:
    """Write to the player; return False if it has gone."""
    try:
        if player.stdin is not None:
            player.stdin.write(samples)
    except BrokenPipeError:
        return False
    return True


def _end(player: subprocess.Popen[bytes]) -> None:
    """Silence a player at once, if it still plays; what it has not taken yet is dropped."""
    if player.poll() is None:
        player.kill()
    if player.stdin is not None:
        with suppress(BrokenPipeError):
            player.stdin.close()
    player.wait()


def _wait(player: subprocess.Popen[bytes], complaints: BinaryIO) -> None:
    if player.stdin is not None:
        with suppress(BrokenPipeError):
            player.stdin.close()
    if player.wait():
        complaints.seek(0)
        said = complaints.read(400).decode(errors="replace").strip().splitlines()
        why = said[0] if said else f"exit code {player.returncode}"
        message = f"no sound device that works ({why}): {WAY_OUT}"
        raise NoVoiceError(message)
