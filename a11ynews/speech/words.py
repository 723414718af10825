"""From inlines to runs: what is seen, what is said of it, and in which language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import assert_never
from urllib.parse import urlsplit

from a11ynews.model.ages import dated_age
from a11ynews.model.formulas import says_all, shown_formula
from a11ynews.model.inlines import (
    Abbreviation,
    Cite,
    Code,
    Dateline,
    Deleted,
    Emphasis,
    Highlight,
    Inline,
    InlineImage,
    InlineQuote,
    Inserted,
    Keyboard,
    LineBreak,
    Link,
    Math,
    NoteReference,
    Ruby,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Time,
)
from a11ynews.speech.formulas import formula_words
from a11ynews.speech.lexicon import Lexeme, Lexicon
from a11ynews.speech.normalization import Stretch
from a11ynews.speech.normalization.normalized import compose, edited
from a11ynews.speech.phrases import phrases_for
from a11ynews.speech.profile import Action
from a11ynews.speech.sentence_ids import named_sentences
from a11ynews.speech.spoken import spoken_with_map
from a11ynews.speech.utterance import Phoneme, Run, Sentence

__all__ = ["Manner", "runs_of"]


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CLOSING = re.compile(r"[,.;:!?…)\]»”’]+")


@dataclass(slots=True)
class _Piece:
    """The words gathered so far in one language: pairs of what is seen and what goes to the normaliser."""

    lang: str
    words: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    seen_chars: int = 0

    def add(self, seen: str, said: str) -> None:
        self.words.append((seen, said))
        self.seen_chars += len(seen)

    def take_closing(self) -> str:
        """Give up the marks that the piece begins with: they close what stands before it."""
        if not self.words or self.words[0][0] != self.words[0][1]:
            return ""
        text = self.words[0][0]
        marks = _CLOSING.match(text)
        if marks is None:
            return ""
        length = marks.end()
        self.words[0] = (text[length:], text[length:])
        self.seen_chars -= length
        moved = ((name, max(start - length, 0), end - length) for name, start, end in self.sentences)
        self.sentences = [Sentence(name, start, end) for name, start, end in moved if start < end]
        return marks[0]

    def close_with(self, marks: str) -> None:
        """Take marks, and let the last sentence have them if it goes to the end."""
        if self.sentences and self.sentences[-1].end == self.seen_chars:
            self.sentences[-1] = self.sentences[-1]._replace(end=self.seen_chars + len(marks))
        self.add(marks, marks)

    def run(self, lexicon: Lexicon | None) -> Run:
        seen = "".join(seen for seen, _ in self.words)
        said = "".join(said for _, said in self.words)
        changed = list(_stretches(self.words))
        sounds: list[tuple[int, Lexeme]] = []
        if lexicon is not None:
            edits = lexicon.edits(said, self.lang)
            changed, said = compose(changed, edits), edited(said, edits)
            sounds = [(at, lexeme) for at, lexeme in lexicon.found_in(said, self.lang) if lexeme.phoneme]
        normalized = spoken_with_map(said, self.lang, tuple(changed))
        return Run(
            phonemes=tuple(_phonemes(normalized.text, [lexeme for _, lexeme in sounds])),
            text=seen,
            spoken=normalized.text,
            lang=self.lang,
            stretches=normalized.stretches,
            sentences=tuple(self.sentences),
        )


def _phonemes(spoken: str, lexemes: Iterable[Lexeme]) -> Iterator[Phoneme]:
    """Yield where words with sounds are among the spoken ones; a rule that changed one has taken it."""
    done = 0
    for lexeme in lexemes:
        start = spoken.find(lexeme.written, done)
        if start >= 0:
            done = start + len(lexeme.written)
            yield Phoneme(start, done, lexeme.alphabet, lexeme.phoneme)


def _formula(formula: Math, lang: str) -> str:
    """Return the words of a formula where we have them: in English, if its source is what the page shows."""
    shown = shown_formula(formula)
    words = formula_words(formula.latex) if formula.latex and lang.startswith("en") else None
    return words if words and (not formula.text.strip() or says_all(formula.latex or "", formula.text)) else shown


def _stretches(words: Iterable[tuple[str, str]]) -> Iterator[Stretch]:
    """Yield where what is said differs from what is seen, before any normalising."""
    seen_at, said_at = 0, 0
    for seen, said in words:
        if seen != said:
            yield Stretch(seen_at, seen_at + len(seen), said_at, said_at + len(said))
        seen_at, said_at = seen_at + len(seen), said_at + len(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a policy wants what stands inside a line.

    Attributes:
        quote_marks: Whether the marks around an inline quote are said in words.
        links: "announce" says "link" before each; "skip" leaves out addresses that are their own words.
        note_marks: "speak" says the marks of notes, "announce" says "note" before them.
        lexicon: The listener's own words for names.
        expand: Gives the long form that is to be said after an abbreviation, or "".
    """

    quote_marks: bool = False
    links: Action = "speak"
    note_marks: Action = "skip"
    lexicon: Lexicon | None = None
    expand: Callable[[Abbreviation], str] | None = None


class _Gatherer:
    """Walks inlines once; a new piece begins where the language changes."""

    def __init__(self, lang: str, manner: Manner) -> None:
        self.pieces = [_Piece(lang)]
        self.manner = manner

    def sentence(self, name: str, children: Iterable[Inline], lang: str) -> None:
        """Gather the words of a sentence, and note what it covers in each piece."""
        first, start = len(self.pieces) - 1, self.pieces[-1].seen_chars
        self.inlines(children, lang)
        for piece in self.pieces[first:] if name else ():
            if start < piece.seen_chars:
                piece.sentences.append(Sentence(name, start, piece.seen_chars))
            start = 0

    def add(self, seen: str, said: str, lang: str) -> None:
        if self.pieces[-1].lang != lang:
            self.pieces.append(_Piece(lang))
        self.pieces[-1].add(seen, said)

    def last_said(self) -> str:
        words = self.pieces[-1].words
        return words[-1][1][-1:] if words else ""

    def inlines(self, inlines: Iterable[Inline], lang: str) -> None:
        for inline in inlines:
            self.inline(inline, lang)

    def inline(self, inline: Inline, lang: str) -> None:  # noqa: C901, PLR0912 - a closed union, one arm each
        match inline:
            case Text() | Code() | Keyboard():
                self.add(inline.text, inline.text, lang)
            case LineBreak():
                # The end of a line of verse or of an address is heard as a comma is.
                self.add("\n", ", " if self.last_said().isalnum() else " ", lang)
            case Emphasis() | Strong() | Highlight() | Subscript() | Inserted() | Cite() | Dateline():
                self.inlines(inline.children, lang)
            case Time():
                self.time(inline, lang)
            case Abbreviation():
                self.inlines(inline.children, lang)
                long = self.manner.expand(inline) if self.manner.expand else ""
                self.add("", f" ({long})" if long else "", lang)
            case Link():
                self.link(inline, lang)
            case Superscript():
                self.superscript(inline, lang)
            case Deleted():
                self.around(inline.children, phrases_for(lang).deleted, lang)
            case InlineQuote():
                self.quote(inline, lang)
            case Span():
                self.inlines(inline.children, inline.lang or lang)
            case Ruby():
                self.add(inline.base, inline.reading or inline.base, lang)
            case Math():
                self.add(inline.text, inline.spoken or _formula(inline, lang), lang)
            case InlineImage():
                self.add("", inline.alt, lang)
            case NoteReference():
                self.note_mark(inline.label, lang)
            case _:
                assert_never(inline)

    def superscript(self, inline: Superscript, lang: str) -> None:
        """An exponent is one only after a digit (10⁶); the "st" of 1st and the "me" of Mme are letters."""
        if lang.startswith("en") and inline.text.isdecimal() and self.last_said().isdecimal():
            self.add(inline.text, f" to the power of {inline.text}", lang)
        else:
            self.inlines(inline.children, lang)

    def link(self, link: Link, lang: str) -> None:
        """An address that is its own words is a string of letters to the ear: its host says enough."""
        phrases, text = phrases_for(lang), link.text.strip()
        if _ADDRESS.fullmatch(text):
            host = urlsplit(text).hostname or text
            told = phrases.link_to.format(host.removeprefix("www.")) if phrases.link_to else text
            self.add(link.text, "" if self.manner.links == "skip" else told, lang)
            return
        if self.manner.links == "announce":
            self.add("", f" {phrases.link} " if phrases.link else "", lang)
        self.inlines(link.children, lang)

    def time(self, time: Time, lang: str) -> None:
        """An age ("2 hours ago") is said as its date, if we have words for one."""
        phrases = phrases_for(lang)
        moment = dated_age(time, phrases.months) if phrases.date else None
        if moment is None:
            self.inlines(time.children, lang)
        else:
            self.add(time.text, phrases.day(moment).rstrip("."), lang)

    def note_mark(self, label: str, lang: str) -> None:
        action, number = self.manner.note_marks, label.strip("[]() ")
        phrase = phrases_for(lang).note.rstrip(" :")
        told = phrase.format(number) if action == "announce" and phrase else number
        self.add(label, f", {told}, " if action in ("speak", "announce") and number else "", lang)

    def around(self, children: tuple[Inline, ...], phrase: str, lang: str) -> None:
        before, _, after = phrase.partition("{}")
        self.add("", before, lang)
        self.inlines(children, lang)
        self.add("", after, lang)

    def quote(self, inline: InlineQuote, lang: str) -> None:
        phrases = phrases_for(lang)
        told = self.manner.quote_marks and bool(phrases.open_quote)
        self.add("“", f" {phrases.open_quote}, " if told else "“", lang)
        self.inlines(inline.children, lang)
        self.add("”", f", {phrases.close_quote}, " if told else "”", lang)


def runs_of(inlines: Sequence[Inline], lang: str, *, line: str = "", manner: Manner | None = None) -> tuple[Run, ...]:
    """Return inlines as runs of one language each.

    The marks of notes are seen and not said; a reading stands for its characters; the words of a
    formula or of a small picture stand for it.

    Args:
        inlines: A line of text.
        lang: BCP 47 tag of its surroundings.
        line: The name of the line, from which its sentences have theirs.
        manner: How links, quotes and the marks of notes are said; None for the words alone.

    Returns:
        The runs in order. Nothing where there is nothing to say.

    Example:
        >>> from a11ynews.model.inlines import NoteReference, Text
        >>> line = (Text(text="Mind the gap."), NoteReference(label="[1]", note_id="n1"))
        >>> (run,) = runs_of(line, "en", line="b3")
        >>> run.spoken, run.sentences
        ('Mind the gap.', (Sentence(id='b3-s1', start=0, end=13),))
    """
    chosen = manner or Manner()
    gatherer = _Gatherer(lang, chosen)
    for sentence in named_sentences(inlines, lang, line):
        gatherer.sentence(sentence.id, sentence.children, lang)
    for before, after in pairwise(gatherer.pieces):
        # The marks that close a foreign phrase go with it, or nobody would fall silent.
        if any(said.strip() for _, said in before.words) and (marks := after.take_closing()):
            before.close_with(marks)
    runs = (piece.run(chosen.lexicon) for piece in gatherer.pieces)
    return tuple(run for run in runs if run.spoken)
