"""The story as sound: a file, with the times of its words beside it, or the loudspeaker."""

from __future__ import annotations

import io
import os
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from a11ynews.errors import NoVoiceError, SpeechError, UsageError
from a11ynews.model.article import Article
from a11ynews.model.findings import Notice
from a11ynews.render.audio_notices import voice_notices
from a11ynews.render.base import Rendering
from a11ynews.render.plain.safety import escape_controls, strip_controls
from a11ynews.sink import new_file
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.engines.base import Delivery, Engine
from a11ynews.speech.engines.choose import choose_engine
from a11ynews.speech.lexicon import Lexicon
from a11ynews.speech.pauses import NORMAL_RATE_WPM
from a11ynews.speech.profile import Policy
from a11ynews.speech.script import write_script
from a11ynews.speech.sound.formats import format_for_suffix, format_named, record
from a11ynews.speech.sound.loudness import Leveller
from a11ynews.speech.sound.player import find_player, play
from a11ynews.speech.sound.tags import Chapter, Cover, Tags, cover_from_address
from a11ynews.speech.sound.track import Stretch, lay_track
from a11ynews.speech.timings import Timekeeper, Timings
from a11ynews.speech.utterance import Utterance
from a11ynews.speech.webvtt import chapters_vtt, sentences_vtt

__all__ = [
    "Options",
    "notices",
    "player_command",
    "recording",
    "render",
    "small_format",
    "speak",
    "spoken_script",
    "timed",
    "timings_form",
    "write_audio",
    "write_times",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the story is read out.

    Attributes:
        engine: The name of one of our engines, or one that keeps to the protocol; None is espeak-ng for
            files and pyttsx3 for live speech.
        rate_wpm: Speed in words a minute.
        voice: A voice's id or name, or a language tag; None takes the voice of each language.
        profile: How much is said: "brief", "normal" or "full", or a policy of your own.
        format: The format of the file: "wav", "mp3", "m4b", "flac", "ogg" or "opus". None takes that of
            the file's suffix, and WAV where there is none.
        cover: A picture for the file; None takes the story's own if its address holds it (``data:``).
        lexicon: How names are said; None takes that of the profile.
    """

    engine: str | Engine | None = None
    rate_wpm: int = NORMAL_RATE_WPM
    voice: str | None = None
    profile: str | Policy = "normal"
    format: str | None = None
    cover: Cover | None = None
    lexicon: Lexicon | None = None

    @property
    def delivery(self) -> Delivery:
        """Rate and voice, for an engine."""
        return Delivery(rate_wpm=self.rate_wpm, voice=self.voice)


def render(article: Article, options: Options | None = None) -> Rendering:
    """Return the story as the bytes of a sound file.

    A long story is better written with :func:`write_audio`: an hour of WAV is 160 MB.

    Args:
        article: The story.
        options: How it is read out.

    Raises:
        UsageError: If an option makes no sense.
        MissingExtraError: If the extra of the engine or of the format is not installed.
        NoVoiceError: If no engine or voice is at hand.
        SpeechError: If the engine fails, or there is nothing to say.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> story = Article(metadata=Metadata(title="Quiet day"))
        >>> render(story, Options(engine="silent")).data[:4]
        b'RIFF'
    """
    chosen = options or Options()
    file = io.BytesIO()
    _record(article, chosen, chosen.format or "wav", file)
    return Rendering(
        content=file.getvalue(),
        media_type=format_named(chosen.format or "wav").media_type,
        notices=notices(article, chosen),
    )


def notices(article: Article, options: Options) -> tuple[Notice, ...]:
    """Return what a listener should know of the voices: languages that the engine cannot say.

    Raises:
        A11yNewsError: As :func:`render`.
    """
    script = spoken_script(article, options.profile, options.lexicon)
    return voice_notices(choose_engine(options.engine), script, options.delivery)


def recording(article: Article, options: Options | None = None) -> tuple[str, Timings]:
    """Return the story as a ``data:`` address that holds the sound, and its times.

    Args:
        article: The story.
        options: How it is read out. Without a format it is MP3 if its extra is installed, which is a tenth
            of a WAV file.

    Raises:
        A11yNewsError: As :func:`render`.
    """
    chosen = options or Options()
    name = chosen.format or small_format()
    file = io.BytesIO()
    times = _record(article, chosen, name, file)
    return f"data:{format_named(name).media_type};base64,{b64encode(file.getvalue()).decode()}", times


def small_format() -> str:
    """Return the name of the smallest format that all browsers play and that can be written here."""
    return "mp3" if find_spec("lameenc") and find_spec("mutagen") else "wav"


def write_audio(
    article: Article,
    path: str | os.PathLike[str],
    options: Options | None = None,
    *,
    timings: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Timings:
    """Write the story to a sound file, as it is synthesised; it is there whole or not at all.

    Args:
        article: The story.
        path: The file; its suffix tells the format, if the options don't. A pipe or a device gets the
            finished bytes.
        options: How it is read out.
        timings: Files for the times of sentences and words; :func:`timings_form` tells what their
            suffixes mean. They and the sound take their places together.
        progress: Called with the number of sentences that have been made, and of all, as they are made.

    Returns:
        The times.

    Raises:
        OSError: If a file cannot be written.
        A11yNewsError: As :func:`render`.
    """
    chosen = options or Options()
    target = Path(path)
    beside = [Path(timings)] if isinstance(timings, str | os.PathLike) else [Path(each) for each in timings]
    forms = [timings_form(each) for each in beside]
    name = chosen.format or (format_for_suffix(target.suffix) if target.suffix else "wav")
    with ExitStack() as files:
        files_beside = [files.enter_context(_file(each)) for each in beside]
        times = _record(article, chosen, name, files.enter_context(_file(target)), progress)
        for file, form in zip(files_beside, forms, strict=True):
            file.write(write_times(times, form).encode())
    return times


def timed(article: Article, options: Options) -> Timings:
    """Return the times of a story without keeping its sound: with the silent engine, what it will be like.

    Raises:
        A11yNewsError: As :func:`render`.
    """
    script = spoken_script(article, options.profile, options.lexicon)
    keeper = Timekeeper(script)
    with closing(choose_engine(options.engine).synthesize(script, options.delivery)) as clips:
        for _ in keeper.noted(lay_track(clips, script, options.rate_wpm)):
            pass
    return keeper.timings


def timings_form(path: str | os.PathLike[str]) -> str:
    """Return what a file of times will hold, by its suffix.

    Raises:
        UsageError: If it has none of them.

    Example:
        >>> [timings_form(f"story{suffix}") for suffix in (".json", ".vtt", ".chapters.json", ".chapters.vtt")]
        ['words as JSON', 'sentences as WebVTT', 'chapters as JSON', 'chapters as WebVTT']
    """
    suffixes = "".join(Path(path).suffixes).lower()
    for suffix, form in _TIMINGS_FORMS.items():
        if suffixes.endswith(suffix):
            return form
    message = f"times go into files with one of the suffixes {', '.join(_TIMINGS_FORMS)}, not {os.fspath(path)!r}"
    raise UsageError(message)


_TIMINGS_FORMS = {
    ".chapters.json": "chapters as JSON",
    ".chapters.vtt": "chapters as WebVTT",
    ".json": "words as JSON",
    ".vtt": "sentences as WebVTT",
}


def write_times(times: Timings, form: str) -> str:
    """Return the times as text in a form of :func:`timings_form`; no terminal can be made to obey it."""
    match form:
        case "chapters as JSON":
            return escape_controls(times.chapters_json())
        case "words as JSON":
            return escape_controls(times.to_json())
        case "chapters as WebVTT":
            return strip_controls(chapters_vtt(times))
        case _:
            return strip_controls(sentences_vtt(times))


def speak(article: Article, options: Options | None = None) -> None:
    """Read the story out on the machine's loudspeaker; return when it has been heard.

    Raises:
        NoVoiceError: If there is no sound device; the message says what to do instead.
        A11yNewsError: As :func:`render`.
    """
    chosen = options or Options()
    engine = choose_engine(chosen.engine, live=True)
    script = spoken_script(article, chosen.profile, chosen.lexicon)
    command = player_command(engine)
    if command is None:
        engine.say(script, chosen.delivery)
        return
    with closing(engine.synthesize(script, chosen.delivery)) as clips:
        track = lay_track(clips, script, chosen.rate_wpm, leveller=Leveller())
        play(((stretch.rate_hz, stretch.samples) for stretch in track), command)


def player_command(engine: Engine) -> tuple[str, ...] | None:
    """Return who plays the samples of an engine; None where it must be heard by its own means.

    Raises:
        NoVoiceError: If it can be heard only through a player, and there is none.
    """
    if not engine.abilities.files:
        return None
    try:
        return find_player()
    except NoVoiceError:
        if sys.platform.startswith("linux"):
            raise
        return None  # other systems' engines play themselves


def spoken_script(article: Article, profile: str | Policy, lexicon: Lexicon | None = None) -> tuple[Utterance, ...]:
    """Return what is said of an article, sentence by sentence.

    Raises:
        SpeechError: If there is nothing to say.
        UsageError: If there is no such profile.
    """
    script = by_sentence(write_script(article, profile, lexicon))
    if not script:
        message = "there is nothing to say: the article has no words"
        raise SpeechError(message)
    return script


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that replaces an old one in the end, or gather what a pipe or a device gets."""
    if not path.exists() or path.is_file():
        with new_file(path) as file:
            yield file
        return
    gathered = io.BytesIO()
    yield gathered
    path.write_bytes(gathered.getvalue())


def _record(
    article: Article,
    options: Options,
    name: str,
    target: BinaryIO,
    progress: Callable[[int, int], None] | None = None,
) -> Timings:
    format_named(name)
    script = spoken_script(article, options.profile, options.lexicon)
    engine = choose_engine(options.engine)
    keeper = Timekeeper(script)
    with closing(engine.synthesize(script, options.delivery)) as clips:
        track = keeper.noted(lay_track(clips, script, options.rate_wpm, leveller=Leveller()))
        if progress is not None:
            track = _watched(track, progress, len(script))
        delay_s = record(target, name, _sound(track), _tags(article, options.cover), lambda: _chapters(keeper))
    return keeper.timings.moved(delay_s) if delay_s else keeper.timings


def _sound(track: Iterator[Stretch]) -> Iterator[tuple[int, bytes]]:
    return ((stretch.rate_hz, stretch.samples) for stretch in track)


def _watched(track: Iterator[Stretch], progress: Callable[[int, int], None], count: int) -> Iterator[Stretch]:
    for stretch in track:
        yield stretch
        progress(stretch.utterance + 1, count)


def _chapters(keeper: Timekeeper) -> tuple[Chapter, ...]:
    """Return the chapters, if there are two: one alone leads nowhere."""
    chapters = keeper.timings.chapters
    return chapters if len(chapters) > 1 else ()


def _tags(article: Article, cover: Cover | None) -> Tags:
    image = article.lead_image
    return Tags(
        title=article.title or "",
        authors=article.authors,
        site=article.site_name or "",
        language=article.language or "",
        url=article.url or "",
        published=article.published,
        cover=cover or (cover_from_address(image.src) if image else None),
    )
