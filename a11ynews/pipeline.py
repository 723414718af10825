"""From a source to an article to an output: the one place where the stations meet."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from a11ynews.errors import UsageError
from a11ynews.model import article as model
from a11ynews.model.findings import Notice
from a11ynews.plugins import load_renderer
from a11ynews.read.explain.trace import Trace
from a11ynews.read.html import read_html
from a11ynews.render.base import Rendering
from a11ynews.source.binary import refuse_binary
from a11ynews.source.fetched import FetchedPage
from a11ynews.source.file import read_file
from a11ynews.source.names import A_NAME, looks_like_a_name
from a11ynews.tree.bounds import foreseen_s, keep_within
from a11ynews.tree.decode import decode
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page
from a11ynews.tree.parse import Parser, parse_page
from a11ynews.tree.sniff import looks_like_html

if TYPE_CHECKING:
    from bs4 import Tag
    from lxml.etree import _Element, _ElementTree

    from a11ynews.render import html
    from a11ynews.speech.engines.base import Engine
    from a11ynews.speech.lexicon import Lexicon
    from a11ynews.speech.profile import Policy
    from a11ynews.speech.timings import Timings
    from a11ynews.speech.utterance import Utterance

__all__ = ["Article", "Parser", "Source", "parse", "parse_with_trace"]

Source: TypeAlias = (
    "bytes | bytearray | memoryview | str | os.PathLike[str] | FetchedPage | Tag | _Element | _ElementTree"
)

_PARSERS = ("lexbor", "lxml", "html5lib")


class Article(model.Article):
    """A story, whole and accounted for, with everything that can be made of it.

    Its fields are those of :class:`a11ynews.model.article.Article`. It never changes.

    Example:
        >>> import a11ynews
        >>> article = a11ynews.parse("<h1>Ferry returns</h1><p>It sails again on Monday.</p>")
        >>> article.text
        'It sails again on Monday.'
    """

    __slots__ = ()

    def to_html(
        self,
        *,
        document: bool = True,
        audio: str | None = None,
        timings: Timings | None = None,
        options: html.Options | None = None,
    ) -> str:
        """Return an accessible web page, or with ``document=False`` its ``<article>`` alone.

        Args:
            document: Whether to write a whole page; it overrules ``options.document``.
            audio: Where the story is to be heard: the address of a recording, as the page will see it
                ("story.mp3"), or "inline" to record it now and put it into the page.
            timings: When the sentences of that recording are heard, as :meth:`to_audio` gives it back: the page
                then follows the sound.
            options: Everything else that can be chosen.

        Raises:
            A11yNewsError: As :meth:`to_audio`, if ``audio`` is "inline".

        Example:
            >>> article = parse("<h1>Ferry returns</h1><p>It sails again on Monday.</p>")
            >>> '<audio controls preload="metadata" src="ferry.mp3"' in article.to_html(audio="ferry.mp3")
            True
        """
        from a11ynews.render import html  # noqa: PLC0415 - who only reads, or writes audio, needs no page

        chosen = replace(options or html.Options(), document=document)
        if audio == "inline":
            from a11ynews.render.audio import recording  # noqa: PLC0415 - who writes HTML needs no engines

            address, timings = recording(self)
            chosen = replace(chosen, sound=html.Sound(address=address, timings=timings))
        elif audio is not None:
            chosen = replace(chosen, sound=html.Sound(address=audio, timings=timings))
        return html.render(self, chosen).text

    def to_text(self) -> str:
        """Return plain text for a terminal, a mail, a braille display."""
        return self.render("text").text

    def to_markdown(self) -> str:
        """Return Markdown (CommonMark with tables)."""
        return self.render("markdown").text

    def to_json(self) -> str:
        """Return everything that is known as JSON, removed pieces and warnings included."""
        return self.render("json").text

    def to_ssml(self, *, dialect: str = "plain", profile: str | Policy = "normal", marks: bool = False) -> str:
        """Return SSML, to be read out by a speech service.

        Args:
            dialect: "plain" for SSML 1.1; "azure", "google" or "polly" for what these services take.
            profile: How much is said: "brief", "normal" or "full", or a policy of your own.
            marks: Whether a mark with the sentence's name stands before each sentence.

        Raises:
            UsageError: If there is no such dialect or profile.
        """
        from a11ynews.render.ssml import Options, render  # noqa: PLC0415 - who writes HTML needs no script

        return render(self, Options(dialect=dialect, profile=profile, marks=marks)).text

    def to_speech(self, profile: str | Policy = "normal", *, lexicon: Lexicon | None = None) -> tuple[Utterance, ...]:
        """Return what is said of the story, piece by piece, without any sound.

        Args:
            profile: How much is said: "brief", "normal" or "full", or a policy of your own.
            lexicon: How names are said, from :func:`a11ynews.speech.lexicon.read_lexicon`.

        Returns:
            Utterances in order: role, words as seen and as said in each language, sentences by name,
            pauses, voice, and the id of the block. All of it is plain data.

        Raises:
            UsageError: If there is no such profile.
        """
        from a11ynews.speech.script import write_script  # noqa: PLC0415 - who writes HTML needs no script

        return write_script(self, profile, lexicon)

    def to_audio(  # noqa: PLR0913 - what people choose each time; an options record would be in their way
        self,
        path: str | os.PathLike[str],
        *,
        timings: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
        engine: str | Engine | None = None,
        rate: int = 175,
        voice: str | None = None,
        profile: str | Policy = "normal",
        cover: bytes | None = None,
        lexicon: Lexicon | None = None,
    ) -> Timings:
        """Read the story out into a sound file, with title, authors, site, language and chapters in it.

        Args:
            path: The file; it is there whole or not at all. Its suffix tells the format: ``.wav``, ``.mp3``,
                ``.m4b``, ``.flac``, ``.ogg``, ``.opus``.
            timings: A file, or several, for when each sentence and word is heard: ``.json`` (words and
                sentences), ``.vtt`` (captions), ``.chapters.json``, ``.chapters.vtt``.
            engine: The name of an engine ("espeak", "pyttsx3", "silent") or one of your own; None is espeak-ng.
            rate: Speed in words a minute.
            voice: A voice's id or name, or a language tag; None takes the voice of each language.
            profile: How much is said: "brief", "normal" or "full", or a policy of your own.
            cover: A JPEG or PNG picture. Nothing is ever fetched: without it, only a picture that the
                page itself holds is taken.
            lexicon: How names are said, from :func:`a11ynews.speech.lexicon.read_lexicon`.

        Returns:
            When each sentence and word is heard, for :meth:`to_html`.

        Raises:
            UsageError: If a suffix or an option makes no sense.
            MissingExtraError: If the extra of the engine or of the format is not installed.
            NoVoiceError: If no engine or voice is at hand.
            SpeechError: If the engine fails.
            OSError: If a file cannot be written.
        """
        from a11ynews.render.audio import Options, write_audio  # noqa: PLC0415 - who writes HTML needs no engines
        from a11ynews.speech.sound.tags import cover_from  # noqa: PLC0415 - as above

        picture = cover_from(cover) if cover is not None else None
        options = Options(engine=engine, rate_wpm=rate, voice=voice, profile=profile, cover=picture, lexicon=lexicon)
        return write_audio(self, path, options, timings=timings)

    def speak(
        self,
        *,
        engine: str | Engine | None = None,
        rate: int = 175,
        voice: str | None = None,
        profile: str | Policy = "normal",
        lexicon: Lexicon | None = None,
    ) -> None:
        """Read the story out now; return when it has been heard.

        Args:
            engine: The name of an engine or one of your own; None is the default.
            rate: Speed in words a minute.
            voice: A voice's id or name, or a language tag; None takes the voice of each language.
            profile: How much is said: "brief", "normal" or "full", or a policy of your own.
            lexicon: How names are said, from :func:`a11ynews.speech.lexicon.read_lexicon`.

        Raises:
            MissingExtraError: If the ``speech`` extra is not installed.
            NoVoiceError: If no voice or no sound device is at hand.
            SpeechError: If the engine fails.
        """
        from a11ynews.render.audio import Options, speak  # noqa: PLC0415 - as above

        speak(self, Options(engine=engine, rate_wpm=rate, voice=voice, profile=profile, lexicon=lexicon))

    def render(self, form: str) -> Rendering:
        """Return the story in any form by name, with notices of what the form could not express.

        Args:
            form: One of :func:`a11ynews.plugins.form_names`.

        Raises:
            UsageError: If there is no such form.
        """
        return load_renderer(form)(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """How a source is read: what :func:`parse` was told."""

    url: str | None
    parser: Parser
    encoding: str | None
    limits: Limits
    site_rules: bool = True
    trace: Trace | None = None
    started_s: float = field(default_factory=time.perf_counter)
    started_cpu_s: float = field(default_factory=time.thread_time)


def parse(
    source: Source,
    url: str | None = None,
    *,
    parser: Parser = "lexbor",
    encoding: str | None = None,
    limits: Limits | None = None,
    site_rules: bool = True,
) -> Article:
    """Read a story out of a page or out of text.

    Content never makes it fail: where no story is found, the article has an empty ``body``, a
    warning of the kind ``no-article``, and the page's words in ``removed``.

    Args:
        source: ``bytes`` or ``str`` are content, markup or plain text, told apart by looking. A path
            object is a file; a ``str`` never is, and if it looks like a file's name or an address, the
            article has a warning of the kind ``looks-like-a-name``. A BeautifulSoup object or an lxml element is read
            in place and left as it is. A :class:`FetchedPage` knows its own address and encoding.
        url: Where the page came from; relative addresses are resolved against it.
        parser: Who parses markup. All three give the same story; lexbor is the fastest.
        encoding: What the caller knows of the encoding of bytes, as from an HTTP header. A byte
            order mark in the bytes is believed before it.
        limits: How much of the source is read at most; None for the defaults.
        site_rules: Whether the rules for families of sites (WordPress and the like) may give hints.

    Returns:
        The article.

    Raises:
        UsageError: If the source is of another type, or there is no such parser.
        SourceError: If a file cannot be read, or bytes are surely no text (a PDF, a picture).
        LimitError: If the source is over a limit and ``limits.strict``.

    Example:
        >>> parse("<h1>Ferry returns</h1><p>It sails again on Monday.</p>").title
        'Ferry returns'
    """
    reading = _Reading(url=url, parser=parser, encoding=encoding, limits=limits or Limits(), site_rules=site_rules)
    return _parse(source, reading)


def parse_with_trace(
    source: Source,
    url: str | None = None,
    *,
    parser: Parser = "lexbor",
    encoding: str | None = None,
    limits: Limits | None = None,
) -> tuple[Article, Trace]:
    """Read a story as :func:`parse` does, with the trace that explains it.

    Arguments and errors are those of :func:`parse`.

    Example:
        >>> article, trace = parse_with_trace("<h1>Ferry returns</h1><p>It sails again on Monday.</p>")
        >>> [(verdict.outcome, verdict.what) for verdict in trace.verdicts(article)]
        [('metadata', 'headline'), ('kept', 'paragraph')]
    """
    trace = Trace()
    reading = _Reading(url=url, parser=parser, encoding=encoding, limits=limits or Limits(), trace=trace)
    return _parse(source, reading), trace


def _parse(source: object, reading: _Reading) -> Article:
    if reading.parser not in _PARSERS:
        message = f"there is no parser {reading.parser!r}: use one of {', '.join(_PARSERS)}"
        raise UsageError(message)
    return _published(_read(source, reading))


def _read(source: object, reading: _Reading) -> model.Article:
    if isinstance(source, str):
        found = _read_text(source, reading)
        return replace(found, warnings=(*found.warnings, A_NAME)) if looks_like_a_name(source) else found
    if isinstance(source, bytes | bytearray | memoryview):
        return _read_bytes(bytes(source), reading, "the input")
    if isinstance(source, FetchedPage):
        known = replace(reading, url=reading.url or source.url, encoding=reading.encoding or source.charset)
        return _read_bytes(source.data, known, repr(source.url))
    if isinstance(source, os.PathLike):
        return _read_bytes(read_file(source, reading.limits.max_bytes), reading, repr(os.fspath(source)))
    return _read_tree(source, reading)


def _read_bytes(data: bytes, reading: _Reading, name: str) -> model.Article:
    refuse_binary(data, name)
    decoded = decode(data, reading.encoding, limits=reading.limits)
    found = _read_text(decoded.text, reading, decoded.utf8)
    return replace(found, warnings=(*decoded.notices, *found.warnings)) if decoded.notices else found


def _read_text(text: str, reading: _Reading, utf8: bytes | None = None) -> model.Article:
    if looks_like_html(text):
        page = parse_page(text, parser=reading.parser, url=reading.url, limits=reading.limits, utf8=utf8)
        return _read_page(page, reading)
    from a11ynews.read.plain import read_plain  # noqa: PLC0415 - a tenth of the start, and nearly all input is markup

    most = reading.limits.max_text
    if len(text) <= most:
        return read_plain(text, reading.url)
    notice = reading.limits.hit("text", f"Only the first {most:,} of {len(text):,} characters were read.")
    found = read_plain(text[:most], reading.url)
    return replace(found, warnings=(notice, *found.warnings))


def _read_page(page: Page, reading: _Reading) -> model.Article:
    keep_within(page, reading.limits, _spent_s(reading))
    return read_html(page, site_rules=reading.site_rules, trace=reading.trace)


def _spent_s(reading: _Reading) -> float:
    """Return the CPU seconds that a reading took so far, or more, where even those are few.

    The thread's own clock takes a system call: in a sandbox that is 1 % of reading. No page takes longer on it than
    on the wall, whose clock costs nothing.
    """
    at_most = time.perf_counter() - reading.started_s
    is_enough = foreseen_s(at_most) <= reading.limits.max_seconds
    return at_most if is_enough else time.thread_time() - reading.started_cpu_s


def _read_tree(source: object, reading: _Reading) -> model.Article:
    """Read a tree of another library, known by the class's home so that none need be imported."""
    homes = {base.__module__.partition(".")[0] for base in type(source).__mro__}
    if "bs4" in homes:
        from a11ynews.tree.soup import page_from_soup  # noqa: PLC0415 - bs4 is loaded for its users only

        return _read_page(page_from_soup(cast("Tag", source), reading.url, reading.limits), reading)
    if "lxml" in homes:
        from a11ynews.tree.lxml_element import page_from_lxml  # noqa: PLC0415 - as above, for lxml

        root = getattr(source, "getroot", None)
        element = cast("Callable[[], _Element]", root)() if root else cast("_Element", source)
        return _read_page(page_from_lxml(element, reading.url, reading.limits), reading)
    message = (
        f"a source is bytes, str, a path object, a BeautifulSoup object or an lxml element, not {type(source).__name__}"
    )
    raise UsageError(message)


def _published(found: model.Article) -> Article:
    """The public class around what a reader found, with a warning if that is no story."""
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    if not found.body and all(notice.kind != "no-article" for notice in found.warnings):
        values["warnings"] = (*found.warnings, _no_article(found))
    return Article(**values)


def _no_article(found: model.Article) -> Notice:
    what = "no text at all" if not (found.removed or found.header) else "text, but no story"
    return Notice(kind="no-article", message=f"There is {what} in the input.")
