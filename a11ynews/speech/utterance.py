"""What is said, piece by piece: the script of an article for the ear.

A script is plain data. It is made without any engine and can be tested without sound; engines,
the SSML writer and a reader that highlights words all start from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from a11ynews.speech.normalization.normalized import Normalized, Stretch

__all__ = ["Phoneme", "Role", "Run", "Sentence", "Token", "Utterance", "VoiceHint"]

Role: TypeAlias = Literal[
    "kicker", "title", "byline", "date",
    "standfirst", "heading", "paragraph", "speaker", "break",
    "list", "item", "term", "definition",
    "quote", "pull-quote", "attribution",
    "callout", "aside", "details", "live-post", "claim",
    "alt", "caption", "credit", "media", "embed", "omitted",
    "table", "row", "code", "math", "notes", "note",
]  # fmt: skip
VoiceHint: TypeAlias = Literal["narrator", "quote"]

# A word of a language with spaces; one character of a script without them.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


class Sentence(NamedTuple):
    """A sentence, by its name and by the characters that it covers; the end is exclusive.

    The name is that of the block with the sentence's number: ``b3-s2`` is the second sentence of
    block ``b3``. It is the same whatever the profile, and stands in the HTML of the article too.
    """

    id: str
    start: int
    end: int


class Phoneme(NamedTuple):
    """Sounds for spoken characters, from a listener's lexicon, for engines that take them; the end is exclusive."""

    start: int
    end: int
    alphabet: str
    sounds: str


class Token(NamedTuple):
    """The smallest piece that is both seen and said: a word, or "$2.5m" with all words said for it.

    Ends are exclusive. The visible characters are those of `Run.text`, the spoken ones of `Run.spoken`.
    """

    visible_start: int
    visible_end: int
    spoken_start: int
    spoken_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one language.

    Attributes:
        text: As visible on the page.
        spoken: As an engine should read them: numbers, dates and signs in words.
        lang: BCP 47 tag.
        ours: Whether the words are an announcement of ours ("Photo caption:") and not the page's.
        stretches: Where ``text`` and ``spoken`` differ, in order; between them they are equal.
        sentences: The sentences that are in it, whole or in part, as characters of ``text``.
        phonemes: Sounds for some of its words, as characters of ``spoken``.
    """

    text: str
    spoken: str
    lang: str
    ours: bool = False
    stretches: tuple[Stretch, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    phonemes: tuple[Phoneme, ...] = ()

    def visible_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of ``text`` behind spoken ones.

        Args:
            start: First spoken character.
            end: Index after the last one.

        Example:
            >>> run = Run(text="It cost $3.", spoken="It cost three dollars.", lang="en",
            ...           stretches=(Stretch(8, 10, 8, 21),))
            >>> run.visible_span(14, 21), run.spoken_span(8, 10)
            ((8, 10), (8, 21))
        """
        return self._clipped(Normalized(self.spoken, self.stretches).written_span(start, end), self.text)

    def spoken_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of ``spoken`` for visible ones; the inverse of `visible_span`."""
        turned = tuple(Stretch(s, t, w, x) for w, x, s, t in self.stretches)
        return self._clipped(Normalized(self.text, turned).written_span(start, end), self.spoken)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The run word by word, visible and spoken; words that nobody says (marks of notes) are not in it."""
        found: list[Token] = []
        for word in _WORD.finditer(self.text):
            start, end = self._trimmed(*self.spoken_span(word.start(), word.end()))
            if end <= start:
                continue
            if found and start < found[-1].spoken_end:
                last = found.pop()
                found.append(Token(last.visible_start, word.end(), last.spoken_start, max(end, last.spoken_end)))
            else:
                found.append(Token(word.start(), word.end(), start, end))
        return tuple(found)

    @property
    def spoken_sentences(self) -> tuple[Sentence, ...]:
        """The sentences as characters of ``spoken``: where an engine may stop and go on."""
        spans = ((name, *self._trimmed(*self.spoken_span(start, end))) for name, start, end in self.sentences)
        return tuple(Sentence(name, start, end) for name, start, end in spans if start < end)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self.spoken[start:end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    @staticmethod
    def _clipped(span: tuple[int, int], text: str) -> tuple[int, int]:
        return min(span[0], len(text)), min(span[1], len(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What is said in one go: a paragraph, a heading, a list item, a row.

    Attributes:
        role: What it is in the article.
        runs: Its words, split where the language changes; never empty.
        pause_before_s: Silence before it, in seconds at 175 words a minute.
        pause_after_s: Silence after it. Between two utterances the longer pause counts, not the sum.
        block_id: The id of the block that it comes from; "" for the headline and its kin.
        voice: Which voice of the cast says it.
    """

    role: Role
    runs: tuple[Run, ...]
    pause_before_s: float = 0.0
    pause_after_s: float = 0.0
    block_id: str = ""
    voice: VoiceHint = "narrator"

    @property
    def text(self) -> str:
        """The page's own words, as visible; announcements are not among them."""
        return "".join(run.text for run in self.runs if not run.ours)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the page's own words, as characters of ``text``.

        Example:
            >>> first = Run(text="They say ", spoken="They say", lang="en", sentences=(Sentence("b1-s1", 0, 9),))
            >>> second = Run(text="salut.", spoken="salut.", lang="fr", sentences=(Sentence("b1-s1", 0, 6),))
            >>> Utterance(role="paragraph", runs=(first, second)).sentences
            (Sentence(id='b1-s1', start=0, end=15),)
        """
        found: list[Sentence] = []
        for name, start, end in self._placed():
            goes_on = bool(found) and found[-1].id == name
            begun = found.pop().start if goes_on else start
            found.append(Sentence(name, begun, end))
        return tuple(found)

    def _placed(self) -> Iterator[Sentence]:
        offset = 0
        for run in self.runs:
            if not run.ours:
                yield from (Sentence(name, start + offset, end + offset) for name, start, end in run.sentences)
                offset += len(run.text)

    @property
    def spoken(self) -> str:
        """All words as they are said, announcements included.

        Example:
            >>> lead = Run(text="By ", spoken="By ", lang="en", ours=True)
            >>> Utterance(role="byline", runs=(lead, Run(text="Ada", spoken="Ada", lang="en"))).spoken
            'By Ada'
        """
        return " ".join(words for run in self.runs if (words := run.spoken.strip()))

    @property
    def lang(self) -> str:
        """The language of the first of the page's own words."""
        return next((run.lang for run in self.runs if not run.ours), self.runs[0].lang)
