"""Speech Dispatcher: the voice that a Linux desktop's screen reader speaks with."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from a11ynews.errors import EngineError, NoVoiceError, UsageError
from a11ynews.speech.engines.base import Abilities, Clip, Delivery, VoiceInfo, check_rate
from a11ynews.speech.engines.jobs import jobs_of
from a11ynews.speech.engines.orders import Job
from a11ynews.speech.engines.ssip import SsipClient
from a11ynews.speech.engines.voices import names_like, voice_for
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.utterance import Utterance

__all__ = ["SpeechDispatcherEngine", "percent_of"]

_SLOWEST_WPM, _NORMAL_WPM, _FASTEST_WPM = 80, 170, 390
"""What -100, 0 and 100 are in words a minute: the defaults of Speech Dispatcher's espeak-ng module."""
_CHARS_PER_S = 4
"""Half of what the slowest speech does; slower is a hang."""
_END, _CANCELED, _PAUSED, _RESUMED = 702, 703, 704, 705
_SLICE_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechDispatcherEngine:
    """Live speech with the desktop's own voice, rate and sound device; no files.

    The engines are in the daemon's processes, so that no library of theirs can hurt ours; each message has
    a deadline here as well.

    Attributes:
        start_s: How much later than its length a message may end, in seconds.
    """

    start_s: float = 20.0

    @property
    def name(self) -> str:
        """``speech-dispatcher``."""
        return "speech-dispatcher"

    @property
    def abilities(self) -> Abilities:
        """Live speech only."""
        return Abilities(files=False, live=True, ssml=True, rate_min_wpm=_SLOWEST_WPM, rate_max_wpm=_FASTEST_WPM)

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Return the voices of the daemon's output module; none if that does not tell."""
        with _client() as client:
            return _voices(client)

    def synthesize(self, script: Sequence[Utterance], delivery: Delivery) -> Generator[Clip, None, None]:
        """Refuse: the daemon gives no samples.

        Raises:
            UsageError: Always.
        """
        check_rate(self, delivery)
        message = "speech-dispatcher is heard at once and gives no samples; for a file: engine='espeak'"
        raise UsageError(message)
        yield from (Clip(utterance=index, rate_hz=1, samples=b"") for index, _ in enumerate(script))

    def say(self, script: Sequence[Utterance], delivery: Delivery) -> None:
        """Read a script out; see :class:`~a11ynews.speech.engines.base.Engine`.

        It also ends when the user silences Speech Dispatcher (``spd-say --cancel``). On any error, Ctrl-C
        included, what is being said is silenced.
        """
        check_rate(self, delivery)
        with _client() as client:
            client.command(f"SET self RATE {percent_of(delivery.rate_wpm)}")
            if delivery.voice is not None:
                _take_voice(client, delivery.voice)
            lang = ""
            for job, _ in jobs_of(script, gaps_s(tuple(script), delivery.rate_wpm)):
                if delivery.voice is None and job.lang != lang:
                    lang = job.lang
                    client.command(f"SET self LANGUAGE {_tag(lang)}")
                time.sleep(job.pause_s)
                client.speak(job.text)
                if not self._heard(client, job):
                    return

    def _heard(self, client: SsipClient, job: Job) -> bool:
        """Wait until a message was said; return False if somebody silenced it. Time that it is paused is free."""
        left_s = self.start_s + len(job.text) / _CHARS_PER_S
        paused = False
        while left_s > 0:
            event = client.event(_SLICE_S)
            code = event.code if event else 0
            if code in (_END, _CANCELED):
                return code == _END
            paused = code == _PAUSED or (paused and code != _RESUMED)
            left_s -= 0 if paused or event else _SLICE_S
        message = f"Speech Dispatcher has not said {job.text[:40]!r} in time; is its output module alive?"
        raise EngineError(message)


def percent_of(rate_wpm: int) -> int:
    """Return a rate as Speech Dispatcher counts it, from -100 to 100.

    Example:
        >>> [percent_of(rate) for rate in (80, 125, 170, 280, 390)]
        [-100, -50, 0, 50, 100]
    """
    span = _NORMAL_WPM - _SLOWEST_WPM if rate_wpm < _NORMAL_WPM else _FASTEST_WPM - _NORMAL_WPM
    return round(100 * (rate_wpm - _NORMAL_WPM) / span)


def _client() -> SsipClient:
    client = SsipClient()
    try:
        client.command("SET self CLIENT_NAME user:a11ynews:reading")
        client.command("SET self NOTIFICATION ALL on")
        client.command("SET self PRIORITY message")  # not cut off by each key that a screen reader echoes
        client.command("SET self SSML_MODE off")
    except BaseException:
        client.__exit__()
        raise
    return client


def _voices(client: SsipClient) -> tuple[VoiceInfo, ...]:
    rows = (value.split("\t") for value in client.command("LIST SYNTHESIS_VOICES").values)
    return tuple(VoiceInfo(id=row[0], name=row[0], languages=(_tag(row[1]),)) for row in rows if len(row) > 1)


def _take_voice(client: SsipClient, wanted: str) -> None:
    voices = _voices(client)
    named = next((voice.id for voice in voices if voice.id.casefold() == wanted.casefold()), None)
    found = named or voice_for(wanted, [(voice.id, tag) for voice in voices for tag in voice.languages])
    if found is None:
        some = ", ".join(names_like(wanted, [voice.name for voice in voices]))
        message = f"none of Speech Dispatcher's {len(voices)} voices is {wanted!r}; there are for instance: {some}"
        raise NoVoiceError(message)
    client.command(f"SET self SYNTHESIS_VOICE {found}")


def _tag(lang: str) -> str:
    """Return a language tag that can stand in a command: an article's may hold anything."""
    return "".join(char for char in lang.lower().replace("_", "-") if char.isalnum() or char == "-") or "en"
