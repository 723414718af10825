"""What can be told without a sound: how long it will take, its chapters, the voices there are."""

from __future__ import annotations

from a11ynews.errors import NoVoiceError
from a11ynews.model.article import Article
from a11ynews.render.audio import Options, spoken_script, timed
from a11ynews.render.plain.safety import one_line
from a11ynews.speech.engines.base import Engine
from a11ynews.speech.engines.silent import SilentEngine
from a11ynews.speech.profile import Policy

__all__ = ["list_voices", "plan"]

_PLANNING_HZ = 1000
"""Samples nobody hears: a few are enough to count."""


def plan(article: Article, policy: Policy, rate_wpm: int) -> None:
    """Print how long a story takes at a rate, how many words it has, and its chapters."""
    engine = SilentEngine(rate_hz=_PLANNING_HZ)
    times = timed(article, Options(engine=engine, rate_wpm=rate_wpm, profile=policy))
    words = sum(len(utterance.spoken.split()) for utterance in spoken_script(article, policy))
    print(one_line(f"Title: {article.title or 'none'}"))
    print(f"Duration: about {_clock(times.duration_s)} at {rate_wpm} words a minute")
    print(f"Words: {words} said, in {len(times.segments)} sentences")
    print("Chapters:")
    for chapter in times.chapters:
        print(one_line(f"  {_clock(chapter.start_s)} {chapter.title}"))


def _clock(seconds: float) -> str:
    """Return a time as people read it.

    Example:
        >>> _clock(75.4), _clock(3675)
        ('1:15', '1:01:15')
    """
    whole = round(seconds)
    if whole < 60 * 60:
        return f"{whole // 60}:{whole % 60:02}"
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def list_voices(engine: Engine, language: str | None) -> None:
    """Print the voices of an engine, one a line: id, name, languages.

    Args:
        engine: Whose.
        language: Only those of this language; None for all.

    Raises:
        NoVoiceError: If it has none of that language.
    """
    wanted = (language or "").lower().replace("_", "-")
    found = [
        voice
        for voice in engine.voices()
        if not wanted or any(tag == wanted or tag.startswith(f"{wanted}-") for tag in voice.languages)
    ]
    if not found:
        message = (
            f"{engine.name} has no voice for {language!r}; without --language all are listed"
            if language
            else f"{engine.name} has no voices of its own: name one with --voice"
        )
        raise NoVoiceError(message)
    for voice in found:
        print(one_line(f"{voice.id}\t{voice.name}\t{' '.join(voice.languages)}".replace("\t", "  ")))
