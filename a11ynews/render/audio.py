"""The story as sound: a WAV file, or the loudspeaker."""

from __future__ import annotations

import io
import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from a11ynews.errors import SpeechError
from a11ynews.model.article import Article
from a11ynews.render.base import Rendering
from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.engines.choose import choose_engine
from a11ynews.speech.pauses import NORMAL_RATE_WPM
from a11ynews.speech.script import write_script
from a11ynews.speech.sound.pcm import joined
from a11ynews.speech.sound.wav import wav_file, write_wav
from a11ynews.speech.utterance import Utterance

__all__ = ["Options", "render", "speak", "write_audio"]

MEDIA_TYPE = "audio/wav"  # RFC 2361 registered audio/vnd.wave; browsers and players know this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the story is read out.

    Attributes:
        engine: The name of one of our engines, or one that keeps to the protocol; None is espeak-ng for
            files and pyttsx3 for live speech.
        rate_wpm: Speed in words a minute.
        voice: A voice's id or name, or a language tag; None takes the voice of each language.
        profile: How much is said: "brief", "normal" or "full".
    """

    engine: str | Engine | None = None
    rate_wpm: int = NORMAL_RATE_WPM
    voice: str | None = None
    profile: str = "normal"

    @property
    def delivery(self) -> Delivery:
        """Rate and voice, for an engine."""
        return Delivery(rate_wpm=self.rate_wpm, voice=self.voice)


def render(article: Article, options: Options | None = None) -> Rendering:
    """Return the story as the bytes of a WAV file.

    A long story is better written with :func:`write_audio`: an hour is 160 MB.

    Args:
        article: The story.
        options: How it is read out.

    Raises:
        UsageError: If an option makes no sense.
        MissingExtraError: If the ``speech`` extra is not installed.
        NoVoiceError: If no engine or voice is at hand.
        SpeechError: If the engine fails, or there is nothing to say.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> story = Article(metadata=Metadata(title="Quiet day"))
        >>> render(story, Options(engine="silent")).data[:4]
        b'RIFF'
    """
    file = io.BytesIO()
    _write(article, options or Options(), file)
    return Rendering(content=file.getvalue(), media_type=MEDIA_TYPE)


def write_audio(article: Article, path: str | os.PathLike[str], options: Options | None = None) -> None:
    """Write the story to a WAV file, as it is synthesised; it is there whole or not at all.

    Args:
        article: The story.
        path: The file. A pipe or a device gets the finished bytes.
        options: How it is read out.

    Raises:
        OSError: If the file cannot be written.
        A11yNewsError: As :func:`render`.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        target.write_bytes(render(article, options).data)
        return
    _write(article, options or Options(), target)


def speak(article: Article, options: Options | None = None) -> None:
    """Read the story out on the machine's loudspeaker; return when it has been heard.

    Raises:
        NoVoiceError: If there is no sound device; the message says what to do instead.
        A11yNewsError: As :func:`render`.
    """
    chosen = options or Options()
    choose_engine(chosen.engine, live=True).say(_script(article, chosen), chosen.delivery)


def _write(article: Article, options: Options, target: Path | BinaryIO) -> None:
    script = _script(article, options)
    engine = choose_engine(options.engine)
    with closing(engine.synthesize(script, options.delivery)) as clips:
        sound = joined(clips, script, options.rate_wpm)
        if isinstance(target, Path):
            wav_file(target, sound)
        else:
            write_wav(target, sound)


def _script(article: Article, options: Options) -> tuple[Utterance, ...]:
    script = write_script(article, options.profile)
    if not script:
        message = "there is nothing to say: the article has no words"
        raise SpeechError(message)
    return script
