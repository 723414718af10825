"""Speech Dispatcher's protocol, SSIP, over its socket: as much of it as reading out needs.

Source: Speech Dispatcher 0.11, "SSIP: Speech Synthesis Interface Protocol". A command is a line; its answer
is lines of a three-digit code, "-" while more follow, a space on the last. Codes 7xx are events, that
come at any time.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from a11ynews.errors import EngineError, NoVoiceError

__all__ = ["Reply", "SsipClient", "address"]

_ANSWER_S = 5.0
"""How long the daemon may take to answer a command; it does nothing but note it down."""
_SPAWN_S = 5.0
"""How long the daemon may take to start."""

Address = str | tuple[str, int]
"""A Unix socket's path, or host and port."""


class Reply(NamedTuple):
    """An answer or an event: its code, the values before its last line, and that line's words."""

    code: int
    values: tuple[str, ...]
    message: str


def address(environment: dict[str, str] | None = None) -> Address:
    """Return where the daemon listens, by ``SPEECHD_ADDRESS``, else in the user's runtime folder.

    Raises:
        NoVoiceError: If the variable makes no sense, or there is neither.

    Example:
        >>> address({"SPEECHD_ADDRESS": "inet_socket:127.0.0.1:6560"})
        ('127.0.0.1', 6560)
        >>> address({"XDG_RUNTIME_DIR": "/run/user/1000"})
        '/run/user/1000/speech-dispatcher/speechd.sock'
    """
    variables = os.environ if environment is None else environment
    given = variables.get("SPEECHD_ADDRESS", "")
    method, _, place = given.partition(":")
    host, _, port = place.partition(":")
    if method == "inet_socket":
        return (host or "127.0.0.1", int(port) if port.isdecimal() else 6560)
    if method == "unix_socket" and place:
        return place
    runtime = variables.get("XDG_RUNTIME_DIR")
    if given or not runtime:
        what = f"SPEECHD_ADDRESS is {given!r}" if given else "neither SPEECHD_ADDRESS nor XDG_RUNTIME_DIR is set"
        message = f"no way to Speech Dispatcher: {what}; a desktop session sets them"
        raise NoVoiceError(message)
    return str(Path(runtime, "speech-dispatcher", "speechd.sock"))


class SsipClient:
    """A connection to the daemon, which is started if it is not there.

    Raises:
        NoVoiceError: If there is no daemon and none can be started.
    """

    def __init__(self) -> None:
        """Connect."""
        self._socket = _connected(address())
        self._socket.settimeout(_ANSWER_S)
        self._unread = b""
        self._events: list[Reply] = []

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take back what is not said yet, and go."""
        with suppress(OSError):
            self._socket.sendall(b"CANCEL self\r\nQUIT\r\n")
        self._socket.close()

    def command(self, line: str) -> Reply:
        """Send a command; return its answer.

        Raises:
            EngineError: If it is refused, or the daemon is gone or silent.
        """
        self._send(line + "\r\n")
        return self._answer(line)

    def speak(self, text: str) -> None:
        """Send a message to be said; its events follow.

        Raises:
            EngineError: As :meth:`command`.
        """
        self.command("SPEAK")
        lines = ["." + line if line.startswith(".") else line for line in text.splitlines()]
        self._send("\r\n".join([*lines, ".", ""]))
        self._answer("a message")

    def event(self, wait_s: float) -> Reply | None:
        """Return the next event; None if none comes in so many seconds.

        Raises:
            EngineError: If the daemon is gone.
        """
        if self._events:
            return self._events.pop(0)
        self._socket.settimeout(max(wait_s, 0.001))
        try:
            return self._reply()
        except TimeoutError:
            return None
        finally:
            self._socket.settimeout(_ANSWER_S)

    def _answer(self, what: str) -> Reply:
        try:
            reply = self._reply()
            while reply.code >= _FIRST_EVENT:
                self._events.append(reply)
                reply = self._reply()
        except TimeoutError:
            message = f"Speech Dispatcher has not answered for {_ANSWER_S:.0f} seconds"
            raise EngineError(message) from None
        if reply.code >= _FIRST_ERROR:
            message = f"Speech Dispatcher refused {what!r}: {reply.code} {reply.message}"
            raise EngineError(message)
        return reply

    def _reply(self) -> Reply:
        values: list[str] = []
        while True:
            line = self._line()
            code, joint, rest = line[:3], line[3:4], line[4:]
            if not code.isdecimal():
                message = f"what listens there does not talk as Speech Dispatcher does: {line[:40]!r}"
                raise EngineError(message)
            if joint != "-":
                return Reply(int(code), tuple(values), rest)
            values.append(rest)

    def _line(self) -> str:
        while b"\n" not in self._unread:
            try:
                data = self._socket.recv(4096)
            except TimeoutError:
                raise
            except OSError:
                data = b""
            if not data:
                message = "Speech Dispatcher has closed the connection; start it again: speech-dispatcher --spawn"
                raise EngineError(message)
            self._unread += data
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")

    def _send(self, text: str) -> None:
        try:
            self._socket.sendall(text.encode())
        except OSError as error:
            message = f"Speech Dispatcher is gone ({error}); start it again: speech-dispatcher --spawn"
            raise EngineError(message) from error


_FIRST_ERROR, _FIRST_EVENT = 300, 700


def _connected(place: Address) -> socket.socket:
    try:
        return _dialled(place)
    except OSError as error:
        if not _spawned(place):
            message = f"Speech Dispatcher does not listen at {place} ({error}): apt-get install speech-dispatcher"
            raise NoVoiceError(message) from error
    return _dialled(place)


def _dialled(place: Address) -> socket.socket:
    if not isinstance(place, str):
        return socket.create_connection(place, timeout=_ANSWER_S)
    dialled = socket.socket(socket.AF_UNIX)
    try:
        dialled.connect(place)
    except OSError:
        dialled.close()
        raise
    return dialled


def _spawned(place: Address) -> bool:
    """Start the daemon as its own clients do, unless its user has forbidden that; return whether it is there."""
    program = shutil.which("speech-dispatcher")
    if program is None or not isinstance(place, str):
        return False
    command = [program, "--spawn", "--communication-method", "unix_socket", "--socket-path", place]
    with suppress(subprocess.TimeoutExpired, OSError):
        subprocess.run(command, capture_output=True, timeout=_SPAWN_S, check=False)  # noqa: S603 - no words of a page
    deadline = time.monotonic() + _SPAWN_S
    while time.monotonic() < deadline:
        try:
            _dialled(place).close()
        except OSError:
            time.sleep(0.05)
        else:
            return True
        if not Path(place).parent.exists():
            return False
    return False
