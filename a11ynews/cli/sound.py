"""From the options of the command line to how a story sounds."""

from __future__ import annotations

import time
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from a11ynews.cli.terminal import note, progress
from a11ynews.errors import SourceError, UsageError
from a11ynews.pipeline import Article
from a11ynews.render.base import Rendering
from a11ynews.speech.lexicon import read_lexicon
from a11ynews.speech.pauses import NORMAL_RATE_WPM
from a11ynews.speech.profile import Policy, policy
from a11ynews.speech.sound.formats import FORMATS, format_for_suffix
from a11ynews.speech.sound.tags import Cover, cover_from

if TYPE_CHECKING:
    from a11ynews.render.audio import Options

_PROGRESS_S = 5.0
"""Often enough to see that it works, seldom enough not to talk over a screen reader."""

__all__ = ["check_sound", "chosen_policy", "in_language", "sound_bytes", "sound_options", "sound_suffix", "write_sound"]


def chosen_policy(arguments: Namespace) -> Policy:
    """Return the profile without what is to be skipped.

    Raises:
        UsageError: If there is nothing of such a name; the message lists what there is.
        SourceError: If the lexicon cannot be read.
    """
    chosen = policy(arguments.profile, skip=arguments.skip)
    return replace(chosen, lexicon=read_lexicon(arguments.lexicon)) if arguments.lexicon else chosen


def in_language(article: Article, arguments: Namespace) -> Article:
    """Return the article in the language that was named, if one was."""
    if not arguments.language:
        return article
    return replace(article, metadata=replace(article.metadata, language=arguments.language))


def sound_options(arguments: Namespace, format_name: str | None = None) -> Options:
    """Return how the story is read out.

    Raises:
        UsageError: If an option makes no sense.
        SourceError: If the cover cannot be read.
    """
    from a11ynews.render.audio import Options  # noqa: PLC0415 - who writes text or a page needs no engines

    return Options(
        engine=arguments.engine,
        rate_wpm=arguments.rate if arguments.rate is not None else NORMAL_RATE_WPM,
        voice=arguments.voice,
        profile=chosen_policy(arguments),
        format=format_name,
        cover=_cover(arguments.cover),
    )


def _cover(name: str | None) -> Cover | None:
    if name is None:
        return None
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        message = f"cannot read the cover {name!r}: {error.strerror}"
        raise SourceError(message) from error
    return cover_from(data, repr(name))


def check_sound(arguments: Namespace, form: str, *, one_file: bool) -> None:
    """Refuse what cannot be, before any work is done.

    Raises:
        UsageError: If there are options for sound and none is made, or files of times without one file of sound.
    """
    makes_sound = form == "audio" or arguments.audio or arguments.audio_inline
    if not makes_sound and (arguments.timings or arguments.audio_format or arguments.cover):
        message = "--timings, --audio-format and --cover are for sound: add --to audio, or name a sound file with -o"
        raise UsageError(message)
    if arguments.timings and not one_file:
        message = "--timings goes with one input and one sound file: name it with -o"
        raise UsageError(message)
    for name in arguments.timings:
        from a11ynews.render.audio import timings_form  # noqa: PLC0415 - as above

        timings_form(name)
        if not Path(name).parent.is_dir():
            message = f"cannot write {name!r}: there is no folder {str(Path(name).parent)!r}; make it first"
            raise UsageError(message)


def sound_suffix(arguments: Namespace) -> str:
    """Return the suffix of sound files in a folder."""
    return FORMATS[arguments.audio_format or "wav"].suffixes[0]


def write_sound(article: Article, path: Path, arguments: Namespace) -> None:
    """Write a sound file, and files of times beside it; what a symbolic link leads to is written, as by ``cp``."""
    from a11ynews.render.audio import notices, write_audio  # noqa: PLC0415 - as above

    name = arguments.audio_format or _format_of(path)
    target = path.resolve() if path.is_file() else path
    told, options = in_language(article, arguments), sound_options(arguments, name)
    write_audio(told, target, options, timings=arguments.timings, progress=_Progress(path).tell)
    for notice in notices(told, options):
        note(str(notice))


class _Progress:
    """Tells a person who waits how far it is, now and then.

    Args:
        path: The file that is made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told_s = time.monotonic()

    def tell(self, done: int, count: int) -> None:
        """Print a line, if some seconds have passed since the last."""
        now_s = time.monotonic()
        if now_s - self._told_s >= _PROGRESS_S and done < count:
            self._told_s = now_s
            progress(f"{self._path}: {done} of {count} sentences")


def _format_of(path: Path) -> str:
    """Return the format of a file's suffix; a name that has another one (``--to audio -o story.bin``) gets WAV."""
    try:
        return format_for_suffix(path.suffix)
    except UsageError:
        return "wav"


def sound_bytes(article: Article, arguments: Namespace) -> Rendering:
    """Return a sound file for a pipe."""
    from a11ynews.render.audio import render  # noqa: PLC0415 - as above

    return render(in_language(article, arguments), sound_options(arguments, arguments.audio_format))
