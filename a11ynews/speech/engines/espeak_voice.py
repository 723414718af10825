"""espeak-ng inside the worker: samples in memory, and a mark before each word for its exact time."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.errors import EngineError, NoVoiceError, SpeechError
from a11ynews.speech.engines.espeak_library import MARK, WORD, EspeakLibrary, Event
from a11ynews.speech.engines.orders import Job, Settings, Sound, VoiceRow
from a11ynews.speech.engines.spans import Word, words_in
from a11ynews.speech.engines.voices import names_like, voice_for
from a11ynews.speech.engines.word_marks import word_marks

__all__ = ["EspeakVoice", "marked", "starts_of"]

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_MAIN_VOICE = "en-us"


class EspeakVoice:
    """espeak-ng's voices.

    Args:
        folder: Not needed: nothing is written.
    """

    def __init__(self, folder: str) -> None:
        """Start the library."""
        del folder
        self._library = EspeakLibrary()
        self._voices = self._library.voices()
        # A voice's own tag first: that of the Caribbean says "en" as well, further down.
        self._by_tag = [(voice, tags[0]) for voice, _, tags in self._voices if tags]
        self._by_other_tag = [(voice, tag) for voice, _, tags in self._voices for tag in tags[1:]]
        self._settings = Settings()
        self._chosen: str | None = None
        self._main: str | None = None
        self._lang: str | None = None

    def voices(self) -> list[VoiceRow]:
        """Return the voices there are."""
        return self._voices

    def begin(self, settings: Settings) -> None:
        """Take settings; the language's voice is chosen at each job.

        Raises:
            NoVoiceError: If there is no such voice.
        """
        self._settings, self._main, self._lang = settings, None, None
        self._chosen = self._named(settings.voice) if settings.voice else None
        if self._chosen is not None and not self._library.set_voice(self._chosen):
            message = f"espeak-ng has a voice {settings.voice!r} and cannot load it"
            raise NoVoiceError(message)

    def samples(self, job: Job) -> Sound:
        """Return the sound of a job with the time of each word.

        Raises:
            EngineError: If there are words and no sound.
        """
        self._choose(job.lang)
        words = tuple(words_in(job.text))
        ssml, positions = marked(job.text, words)
        samples, events = self._library.synthesize(ssml, self._settings.rate_wpm, quoted=job.quoted)
        if words and not samples:
            message = f"espeak-ng gave no sound for {job.text[:40]!r}"
            raise EngineError(message)
        return Sound(self._library.rate_hz, samples, word_marks(words, starts_of(events, positions), samples))

    def say(self, job: Job) -> None:
        """Refuse: the parent plays the samples."""
        message = f"espeak-ng plays nothing here ({len(job.text)} characters)"
        raise SpeechError(message)

    def _choose(self, lang: str) -> None:
        """Take the voice of a language; where there is none the story's own, so that no words are lost."""
        if self._chosen is not None or lang == self._lang:
            return
        self._lang = lang
        voice = self._for_language(lang)
        if voice is None or not self._library.set_voice(voice):
            voice = self._main or self._for_language(_MAIN_VOICE)
            if voice is None or not self._library.set_voice(voice):
                message = f"espeak-ng has no voice for {lang!r}, nor the one of the story"
                raise NoVoiceError(message)
        self._main = self._main or voice

    def _for_language(self, lang: str) -> str | None:
        return voice_for(lang, self._by_tag) or voice_for(lang, self._by_other_tag)

    def _named(self, wanted: str) -> str:
        """Return the voice of an identifier, a name or a language; a variant after "+" stays ("en-gb+f3")."""
        base, plus, variant = wanted.partition("+")
        low = base.casefold()
        for voice, name, _ in self._voices:
            if low in (voice.casefold(), name.casefold()):
                return voice + plus + variant
        found = self._for_language(base)
        if found is None:
            names = sorted({name for _, name, _ in self._voices})
            some = ", ".join(names_like(wanted, names))
            message = f"none of the {len(names)} voices here is {wanted!r}; there are for instance: {some}"
            raise NoVoiceError(message)
        return found + plus + variant


def marked(text: str, words: Sequence[Word]) -> tuple[str, list[int]]:
    """Return a text as SSML with a mark before each word, and where each word then stands.

    A mark stands before what is glued in front of the word ("(", a quotation mark), lest it part them.

    Args:
        text: Plain text.
        words: Its words.

    Example:
        >>> from a11ynews.speech.engines.spans import words_in
        >>> marked("AT&T (US)", tuple(words_in("AT&T (US)")))
        ('<mark name="0"/>AT&amp;T <mark name="1"/>(US)', [16, 42])
    """
    parts: list[str] = []
    positions: list[int] = []
    done = length = 0
    for number, word in enumerate(words):
        before = text[done : word.token_start].translate(_ESCAPES) + f'<mark name="{number}"/>'
        glued = text[word.token_start : word.start].translate(_ESCAPES)
        said = text[word.start : word.end].translate(_ESCAPES)
        positions.append(length + len(before) + len(glued))
        parts += (before, glued, said)
        length = positions[-1] + len(said)
        done = word.end
    parts.append(text[done:].translate(_ESCAPES))
    return "".join(parts), positions


def starts_of(events: list[Event], positions: list[int]) -> dict[int, int]:
    """Return the first frame of each word that has one.

    Some marks get lost (after the end of a sentence, one in five hundred); the library's own event of that
    word then tells the time.
    """
    starts = {int(event.name): event.frame for event in events if event.kind == MARK and event.name.isdecimal()}
    if len(starts) < len(positions):
        words = {event.position - 1: event.frame for event in events if event.kind == WORD}
        for number, position in enumerate(positions):
            if number not in starts and position in words:
                starts[number] = words[position]
    return starts
