"""What every engine can do, whoever made it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from a11ynews.errors import UsageError
from a11ynews.speech.pauses import NORMAL_RATE_WPM
from a11ynews.speech.utterance import Utterance

__all__ = ["Abilities", "Clip", "Delivery", "Engine", "VoiceInfo", "WordMark", "check_rate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What an engine declares about itself, without being started.

    Attributes:
        files: Whether it gives samples, so that files can be written.
        live: Whether it can be heard at once.
        words: Where its word times come from: ``exact`` ones the engine reports itself, ``estimated`` ones
            are spread over the sound by the length of the words.
        ssml: Whether the engine behind it reads SSML; we then pass pauses and marks on in it.
        offline: Whether it works without a network.
        languages: Primary language subtags that it can say. ``("*",)`` is all; ``()`` depends on the
            machine: ask :meth:`Engine.voices`.
        rate_min_wpm: Slowest speech, in words a minute.
        rate_max_wpm: Fastest speech, in words a minute.
    """

    files: bool
    live: bool
    words: Literal["exact", "estimated"] = "estimated"
    ssml: bool = False
    offline: bool = True
    languages: tuple[str, ...] = ()
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
class VoiceInfo:
    """A voice that an engine has on this machine.

    Attributes:
        id: What :attr:`Delivery.voice` takes.
        name: As people call it.
        languages: BCP 47 tags, the best first, in lower case.
    """

    id: str
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordMark:
    """When a word is heard.

    Attributes:
        start_s: Seconds from the first sample of its clip to where the word begins.
        end_s: Where it ends: not after the next word begins, nor after the clip.
        spoken_start: Where it stands in the ``spoken`` text of its run: the first character.
        spoken_end: One past its last character; punctuation around the word is not part of it.
    """

    start_s: float
    end_s: float
    spoken_start: int
    spoken_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """The sound of one run of one utterance, or of a piece of a very long one.

    Attributes:
        utterance: Index of the utterance in the script.
        run: Index of the run in the utterance's runs.
        rate_hz: Samples a second.
        samples: 16-bit signed little-endian mono PCM.
        words: When each word of it is heard, in order; what has no letter or digit is no word.
    """

    utterance: int
    run: int = 0
    rate_hz: int
    samples: bytes
    words: tuple[WordMark, ...] = ()


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

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Return the voices there are on this machine, in the engine's order.

        Raises:
            MissingExtraError: If a package that it needs is not installed.
            SpeechError: If it fails or hangs.
        """
        ...

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Yield the sound of each run of each utterance, in order, as soon as it is there.

        Closing the iterator stops the engine.

        Raises:
            MissingExtraError: If a package that it needs is not installed.
            NoVoiceError: If it has no such voice, or is not on this machine.
            EngineError: If it crashes, hangs or gives no sound.
        """
        ...

    def say(self, script: Sequence[Utterance], delivery: Delivery) -> None:
        """Read a script out on the machine's sound device; return when it has been heard.

        Raises:
            MissingExtraError: As above.
            NoVoiceError: As above, and if there is no sound device.
            EngineError: As above.
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
