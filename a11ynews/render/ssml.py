"""The script as SSML 1.1, for speech services and engines that take markup.

Only the core of the standard is used, which the services of all vendors understand: ``speak``,
``p``, ``s``, ``break``, ``lang``, ``mark`` and ``prosody``; where a vendor differs, its dialect says how
(:mod:`a11ynews.render.ssml_dialects`). The words are the *spoken* ones, so that a
service needs no rules of its own for dates and money. Nothing of the page is ever an attribute,
save language tags, and those are checked.

Source: W3C, Speech Synthesis Markup Language (SSML) Version 1.1, 7 September 2010.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from a11ynews.model.article import Article
from a11ynews.model.findings import Notice
from a11ynews.render.base import Rendering
from a11ynews.render.ssml_dialects import AZURE_VOICE, Dialect, dialect_of
from a11ynews.speech.lexicon import Lexicon
from a11ynews.speech.pauses import gaps_s
from a11ynews.speech.profile import Policy, policy
from a11ynews.speech.script import DEFAULT_LANGUAGE, write_script
from a11ynews.speech.silences import silences
from a11ynews.speech.utterance import Role, Run, Utterance

__all__ = ["Options", "render"]

MEDIA_TYPE = "application/ssml+xml"

_SENTENCES: frozenset[Role] = frozenset(("kicker", "title", "byline", "date", "heading", "list", "item", "term", "row"))
"""Roles that are one sentence (``s``); the others are paragraphs (``p``), which the service splits."""

# xs:language, which the schema asks for: XML Schema Part 2, 3.3.3.
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# What XML 1.0 section 2.2 does not allow as a character.
_QUOTES = {'"': "&quot;"}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the story is told.

    Attributes:
        profile: "brief", "normal" or "full", or a policy of your own.
        dialect: "plain" for SSML 1.1; "azure", "google" or "polly" for what these services take
            (:mod:`a11ynews.render.ssml_dialects`).
        marks: Whether a mark with the sentence's name stands before each sentence, so that a service
            that gives times for marks gives times for sentences.
        voice: The name of an Azure voice; None takes one that speaks many languages.
        lexicon: How names are said, from :func:`a11ynews.speech.lexicon.read_lexicon`; its sounds become ``phoneme``.
    """

    profile: str | Policy = "normal"
    dialect: str = "plain"
    marks: bool = False
    voice: str | None = None
    lexicon: Lexicon | None = None


def render(article: Article, options: Options | None = None) -> Rendering:
    """Return the story as an SSML document.

    Args:
        article: The story.
        options: How it is told.

    Raises:
        UsageError: If there is no such profile or dialect.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> print(render(Article(metadata=Metadata(title="Cats & dogs", language="en"))).text)
        <?xml version="1.0" encoding="UTF-8"?>
        <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">
        <s>Cats and dogs</s>
        </speak>
        <BLANKLINE>
    """
    chosen = options or Options()
    how = policy(chosen.profile) if isinstance(chosen.profile, str) else chosen.profile
    script = write_script(article, how, chosen.lexicon)
    sheet = _Sheet(dialect_of(chosen.dialect), _tag(article.language or DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE)
    sheet.marks = chosen.marks
    lines = [sheet.head(chosen.voice)]
    for gap, utterance in zip(gaps_s(script), script, strict=True):
        if gap:
            lines.append(sheet.pause(gap))
        lines.append(sheet.utterance(utterance))
    lines.append(f"{sheet.dialect.tail}\n")
    content = "\n".join(lines)
    notices = (*silences(article, how), *sheet.notices(len(content.encode())))
    return Rendering(content=content, media_type=MEDIA_TYPE, notices=notices)


class _Sheet:
    """One document being written, in one dialect."""

    def __init__(self, dialect: Dialect, lang: str) -> None:
        self.dialect = dialect
        self.lang = dialect.tag(lang) or lang
        self.marks = False
        self.unknown: set[str] = set()
        self.marked_names: set[str] = set()

    def head(self, voice: str | None) -> str:
        return self.dialect.head.format(lang=self.lang, voice=escape(voice or AZURE_VOICE, _QUOTES))

    def pause(self, gap_s: float) -> str:
        longest = self.dialect.break_ms_max
        ms = round(gap_s * 1000)
        return f'<break time="{ms if longest is None else min(ms, longest)}ms"/>'

    def utterance(self, utterance: Utterance) -> str:
        name = "s" if utterance.role in _SENTENCES else "p"
        around = self.known(_tag(utterance.lang)) or self.lang
        on_element = around != self.lang and self.dialect.name == "plain"
        words = " ".join(self.run(run, around if on_element else self.lang) for run in utterance.runs)
        if utterance.voice == "quote":
            # A second voice would need a name that only one service knows; prosody is understood by all.
            words = f"<prosody {self.dialect.second_voice}>{words}</prosody>"
        attribute = f' xml:lang="{around}"' if on_element else ""
        return f"<{name}{attribute}>{words}</{name}>"

    def run(self, run: Run, around: str) -> str:
        words = "".join(self.words(run)).strip()
        lang = self.known(_tag(run.lang)) or around
        return words if lang == around else f'<lang xml:lang="{lang}">{words}</lang>'

    def words(self, run: Run) -> Iterator[str]:
        """Yield the words of a run, with marks before sentences that begin there and sounds around names."""
        tags = [*self.sentence_marks(run)] if self.marks else []
        for start, end, alphabet, sounds in run.phonemes:
            attributes = f'alphabet="{escape(alphabet, _QUOTES)}" ph="{escape(sounds, _QUOTES)}"'
            tags += ((start, 1, f"<phoneme {attributes}>"), (end, 0, "</phoneme>"))
        done = 0
        for at, _, tag in sorted(tags):
            yield _written(run.spoken[done:at])
            yield tag
            done = at
        yield _written(run.spoken[done:])

    def sentence_marks(self, run: Run) -> Iterator[tuple[int, int, str]]:
        for name, start, _ in run.spoken_sentences:
            if name not in self.marked_names:
                self.marked_names.add(name)
                yield start, 0, self.dialect.mark.format(name=escape(name, _QUOTES))

    def known(self, tag: str | None) -> str | None:
        """Return the service's name of a language; remember the ones that it lacks."""
        if tag is None:
            return None
        name = self.dialect.tag(tag)
        if name is None:
            self.unknown.add(tag)
        return name

    def notices(self, size: int) -> tuple[Notice, ...]:
        name, longest = self.dialect.name, self.dialect.request_max
        lacking = (
            f"The dialect {name} has no name for {tag}: its words are not marked." for tag in sorted(self.unknown)
        )
        found = [Notice(kind="language-unknown", message=message) for message in lacking]
        if longest is not None and size > longest:
            message = f"{size:,} bytes are more than {name} takes in one request ({longest:,}): cut it at its breaks."
            found.append(Notice(kind="too-long", message=message))
        return tuple(found)


def _written(words: str) -> str:
    return escape(_NO_XML.sub("", words))


def _tag(language: str) -> str | None:
    return language if _LANGUAGE.fullmatch(language) else None
