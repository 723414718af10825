"""Listening with a hand on the keys: the sound, the line that is said, and the place.

Nothing is redrawn: each sentence is printed once, on a line of its own, when it begins to be heard.
So a screen reader, a braille display and a log file all get the same as the eye.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from a11ynews.cli.keys import HELP, Command
from a11ynews.cli.moves import Route
from a11ynews.errors import SpeechError
from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.sound.ahead import Ahead
from a11ynews.speech.sound.loudness import Leveller
from a11ynews.speech.sound.pcm import SAMPLE_BYTES
from a11ynews.speech.sound.speaker import Speaker
from a11ynews.speech.sound.track import Stretch
from a11ynews.speech.utterance import Utterance

__all__ = ["Listener", "Player", "line_of"]

TICK_S = 0.03
"""How often sound is handed on and keys are looked for: a key is obeyed before a finger is up again."""

RATE_STEP_WPM = 25
_SETTLE_S = 0.15
"""How long a move waits for the sentence under way, so that the same worker goes on."""


def line_of(utterance: Utterance) -> str:
    """Return the line that is printed for an utterance: the page's words as seen, with what we say around them.

    Example:
        >>> from a11ynews.speech.utterance import Run
        >>> lead = Run(text="By", spoken="By", lang="en", ours=True)
        >>> line_of(Utterance(role="byline", runs=(lead, Run(text="Ann Lee", spoken="Ann Lee", lang="en"))))
        'By Ann Lee'
    """
    return " ".join("".join(f" {run.text} " if run.ours else run.text for run in utterance.runs).split())


class _KeySource(Protocol):
    def next(self, wait_s: float) -> Command | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Whom the player talks to: ``say`` gets each sentence, ``note`` what the player has to say itself."""

    say: Callable[[str], None]
    note: Callable[[str], None]
    keys: _KeySource | None = None


class _Mark(NamedTuple):
    """From some second of the speaker's time on, this word of this sentence is heard."""

    at_s: float
    sentence: int
    word: int


class Player:
    """Reads a script out.

    Args:
        route: The script and where one can go in it.
        engine: Who speaks; it must give samples.
        delivery: Rate and voice.
        command: The player of the machine, as :func:`~a11ynews.speech.sound.player.find_player` gives it.
        listener: Who listens.
    """

    def __init__(
        self, route: Route, engine: Engine, delivery: Delivery, command: tuple[str, ...], listener: Listener
    ) -> None:
        """Be ready; nothing is heard before :meth:`run`."""
        self._route, self._engine, self._delivery = route, engine, delivery
        self._command, self._listener = command, listener
        self._leveller = Leveller()
        self._ahead: Ahead | None = None
        self._speaker: Speaker | None = None
        self._samples, self._taken = b"", 0
        self._queued_s = 0.0
        self._marks: deque[_Mark] = deque()
        self._words: dict[int, int] = {}
        self._skipped_words = 0
        self._shown = -1
        self._paused = False
        self._left = False
        self.sentence = 0
        self._word = 0

    @property
    def at_end(self) -> bool:
        """Whether everything has been heard."""
        return self.sentence >= len(self._route.script)

    def run(self, first: int = 0) -> None:
        """Play from a sentence on, until the end or until the listener leaves; ``sentence`` then tells the place.

        Raises:
            NoVoiceError: If no voice or no sound device is at hand.
            SpeechError: If the engine fails or gives no sound.
        """
        self.sentence = first
        try:
            self._start()
            while not (self._left or self.at_end):
                self._obey(self._key())
                if not self._paused:
                    self._play_on()
        finally:
            self._silence()

    def _key(self) -> Command | None:
        if self._listener.keys is not None:
            return self._listener.keys.next(TICK_S)
        time.sleep(TICK_S)
        return None

    # -- sound ------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Begin at the present sentence and word."""
        self._marks.clear()
        self._words.clear()
        self._samples, self._taken, self._queued_s = b"", 0, 0.0
        self._skipped_words = self._word
        self._ahead = Ahead(
            self._engine, self._route.script, self._delivery, first=self.sentence, leveller=self._leveller
        )

    def _silence(self) -> None:
        if self._speaker is not None:
            self._note_heard(self._speaker)
            self._speaker.stop()
            self._speaker = None
        if self._ahead is not None:
            self._ahead.close(wait_s=_SETTLE_S)
            self._ahead = None

    def _play_on(self) -> None:
        """Hand on what the speaker takes now, and notice what has been heard."""
        while self._samples or self._next_stretch():
            if self._speaker is None or not self._hand_on(self._speaker):
                break
        if self._speaker is not None:
            self._note_heard(self._speaker)
        if self._ahead is not None and self._ahead.ended and not self._samples:
            self._finish()

    def _hand_on(self, speaker: Speaker) -> bool:
        chunk = self._samples[self._taken : self._taken + speaker.rate_hz * SAMPLE_BYTES]
        taken = speaker.write(chunk)
        self._taken += taken
        if self._taken >= len(self._samples):
            self._samples, self._taken = b"", 0
        return taken > 0

    def _next_stretch(self) -> bool:
        """Take the next stretch of sound, if there is one yet."""
        stretch = self._ahead.take() if self._ahead is not None else None
        if stretch is None:
            return False
        before = self._words.get(stretch.utterance, 0)
        self._words[stretch.utterance] = before + len(stretch.words)
        skipped = self._skipped_words if stretch.utterance == self.sentence and self._speaker is None else 0
        if skipped and before + len(stretch.words) <= skipped:
            return self._next_stretch()  # heard before the pause
        self._queue(stretch, before, max(0, skipped - before))
        return True

    def _queue(self, stretch: Stretch, before: int, skipped: int) -> None:
        """Queue a stretch without its first words; ``before`` words of its sentence were in others."""
        if self._speaker is None:
            self._speaker = Speaker(self._command, stretch.rate_hz)
        begins_s = stretch.end_s - len(stretch.samples) / SAMPLE_BYTES / stretch.rate_hz
        from_s = stretch.words[skipped].start_s if skipped else begins_s
        cut = SAMPLE_BYTES * round((from_s - begins_s) * stretch.rate_hz)
        offset_s = self._queued_s - from_s
        self._marks.append(_Mark(max(stretch.start_s, from_s) + offset_s, stretch.utterance, before + skipped))
        self._marks.extend(
            _Mark(word.start_s + offset_s, stretch.utterance, before + number)
            for number, word in enumerate(stretch.words)
            if number > skipped
        )
        self._samples, self._taken = stretch.samples[cut:], 0
        self._queued_s += len(self._samples) / SAMPLE_BYTES / stretch.rate_hz

    def _note_heard(self, speaker: Speaker) -> None:
        heard_s = speaker.heard_s
        while self._marks and self._marks[0].at_s <= heard_s:
            mark = self._marks.popleft()
            self.sentence, self._word = mark.sentence, mark.word
            self._show()

    def _finish(self) -> None:
        """Notice the end: everything has been handed on and heard."""
        if self._speaker is None and not self._skipped_words:
            message = "the engine gave no sound: there is nothing to say"
            raise SpeechError(message)
        if self._speaker is None or (self._speaker.idle and self._speaker.drained()):
            self.sentence = len(self._route.script)

    def _show(self) -> None:
        if self.sentence != self._shown:
            self._shown = self.sentence
            self._listener.say(line_of(self._route.script[self.sentence]))

    # -- keys -------------------------------------------------------------------------------------

    def _obey(self, command: Command | None) -> None:
        match command:
            case None:
                return
            case "leave":
                self._left = True
            case "help":
                self._listener.note(HELP)
            case "pause":
                self._pause()
            case "faster" | "slower":
                self._change_rate(RATE_STEP_WPM if command == "faster" else -RATE_STEP_WPM)
            case "repeat":
                self._go(self.sentence)
            case "begin":
                self._go(0)
            case _:
                self._move(command)

    def _pause(self) -> None:
        self._paused = not self._paused
        if self._paused:
            self._silence()
            self._listener.note("Paused.")
        else:
            self._start()

    def _change_rate(self, step: int) -> None:
        able = self._engine.abilities
        rate = min(max(self._delivery.rate_wpm + step, able.rate_min_wpm), able.rate_max_wpm)
        self._listener.note(f"{rate} words a minute.")
        if rate != self._delivery.rate_wpm:
            self._delivery = replace(self._delivery, rate_wpm=rate)
            if not self._paused:
                self._silence()
                self._start()

    def _move(self, command: Command) -> None:
        target = self._route.target(command, self.sentence)
        if target is None:
            self._listener.note(f"No {command}.")
        else:
            self._go(target)

    def _go(self, sentence: int) -> None:
        self._silence()
        self.sentence, self._word, self._shown = sentence, 0, -1
        self._show()  # at once: the answer to a key
        if not self._paused:
            self._start()
