"""What every engine can do, whoever made it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Protocol

from a11ynews.errors import UsageError
from a11ynews.speech.pauses import NORMAL_RATE_WPM
from a11ynews.speech.utterance import Utterance

__all__ = ["Abilities", "Clip", "Delivery", "Engine", "check_rate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What an engine declares about itself.

    Attributes:
        files: Whether it gives samples, so that files can be written.
        live: Whether it can be heard at once.
        offline: Whether it works without a network.
        rate_min_wpm: Slowest speech, in words a minute.
        rate_max_wpm: Fastest speech, in words a minute.
    """

    files: bool
    live: bool
    offline: bool = True
    rate_min_wpm: int = 80
    rate_max_wpm: int = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How a script is read out.

    Attributes:
        rate_wpm: Words a minute.
        voice: A voice's id or name, or a language tag; None takes the voice of each run's language.
    """

    rate_wpm: int = NORMAL_RATE_WPM
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """The sound of one run of one utterance.

    Attributes:
        utterance: Index of the utterance in the script.
        rate_hz: Samples a second.
        samples: 16-bit signed little-endian mono PCM.
    """

    utterance: int
    rate_hz: int
    samples: bytes


class Engine(Protocol):
    """A voice. Implementations keep no state between calls: a failed call does not spoil the next."""

    @property
    def name(self) -> str:
        """A short name, as in ``--engine NAME``."""
        ...

    @property
    def abilities(self) -> Abilities:
        """What it can do."""
        ...

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Yield the sound of each run of each utterance, in order, as soon as it is there.

        Closing the iterator stops the engine.

        Raises:
            MissingExtraError: If a package that it needs is not installed.
            NoVoiceError: If it has no such voice, or is not on this machine.
            SpeechError: If it fails, hangs or gives no sound.
        """
        ...

    def say(self, script: Sequence[Utterance], delivery: Delivery) -> None:
        """Read a script out on the machine's sound device; return when it has been heard.

        Raises:
            MissingExtraError: As above.
            NoVoiceError: As above, and if there is no sound device.
            SpeechError: As above.
        """
        ...


def check_rate(engine: Engine, delivery: Delivery) -> None:
    """Refuse a speed that an engine would silently change.

    Raises:
        UsageError: If it is out of the engine's range; the message tells the range.
    """
    slowest, fastest = engine.abilities.rate_min_wpm, engine.abilities.rate_max_wpm
    if not slowest <= delivery.rate_wpm <= fastest:
        message = f"a rate of {delivery.rate_wpm} words a minute: {engine.name} has {slowest} to {fastest}"
        raise UsageError(message)
