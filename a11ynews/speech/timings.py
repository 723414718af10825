"""When each sentence and each word of a story is heard: for players that highlight, and for captions.

The words are those that readers see ("$2.5m"), not those that are said for them; what nobody says
(the mark of a note) is not among them, and neither are announcements of ours.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from a11ynews.speech.by_sentence import sentence_id
from a11ynews.speech.engines.base import WordMark
from a11ynews.speech.sound.tags import Chapter
from a11ynews.speech.sound.track import Stretch
from a11ynews.speech.utterance import Role, Run, Token, Utterance

__all__ = ["Segment", "Timekeeper", "Timings", "Word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as seen, and when it is heard, in seconds; ``segment`` is the index of its sentence."""

    start_s: float
    end_s: float
    text: str
    segment: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, and when it is heard.

    Attributes:
        kind: What it is in the article: "title", "heading", "paragraph" ...
        start_s: When its first word begins, in seconds.
        end_s: When its last word ends; the pause behind it is nobody's.
        text: As seen on the page; what is an announcement of ours and nothing else, as said.
        id: The name of the sentence, as in the HTML (``b3-s2``); "" for announcements.
        block_id: The block that it is of.
    """

    kind: Role
    start_s: float
    end_s: float
    text: str
    id: str = ""
    block_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Timings:
    """The times of a whole recording, in order; none before the one before it, none outside the sound.

    Attributes:
        segments: The sentences.
        words: Their words.
        duration_s: How long the recording is.

    Example:
        >>> Timings(segments=(), words=(), duration_s=12.34)
        <Timings of 0 sentences, 0 words, 12.3 s>
    """

    segments: tuple[Segment, ...]
    words: tuple[Word, ...]
    duration_s: float

    def __repr__(self) -> str:
        """Return the figures: the whole would be pages in an interactive session."""
        return f"<Timings of {len(self.segments)} sentences, {len(self.words)} words, {self.duration_s:.1f} s>"

    def moved(self, seconds: float) -> Timings:
        """Return the times of the same sound where everything is heard later by some seconds."""
        return Timings(
            segments=tuple(replace(s, start_s=s.start_s + seconds, end_s=s.end_s + seconds) for s in self.segments),
            words=tuple(replace(w, start_s=w.start_s + seconds, end_s=w.end_s + seconds) for w in self.words),
            duration_s=self.duration_s + seconds,
        )

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The parts that begin with a heading; what is before the first one bears the headline's name."""
        starts: list[tuple[float, str]] = []
        opened = ("", "")
        for segment in self.segments:
            place = (segment.kind, segment.block_id)
            if starts and segment.kind in _OPENING and place == opened:
                starts[-1] = (starts[-1][0], f"{starts[-1][1]} {segment.text}")
            elif segment.kind in _OPENING or (segment.kind == "title" and not starts):
                starts.append((segment.start_s, segment.text))
            opened = place
        if not starts:
            return ()
        ends = [*(start for start, _ in starts[1:]), self.duration_s]
        begins = [0.0, *ends[:-1]]
        return tuple(
            Chapter(start_s=start, end_s=end, title=title)
            for start, end, (_, title) in zip(begins, ends, starts, strict=True)
        )

    def to_json(self) -> str:
        """Return words and sentences as JSON, times in seconds.

        Example:
            >>> segment = Segment(kind="title", start_s=0, end_s=1, text="Quiet", id="title-s1")
            >>> word = Word(start_s=0, end_s=1, text="Quiet", segment=0)
            >>> Timings(segments=(segment,), words=(word,), duration_s=1).to_json()[:70]
            '{"words": [{"start": 0.0, "end": 1.0, "text": "Quiet", "segment": 0}],'
        """
        words = [
            {"start": _rounded(word.start_s), "end": _rounded(word.end_s), "text": word.text, "segment": word.segment}
            for word in self.words
        ]
        segments = [
            {
                "kind": segment.kind,
                "start": _rounded(segment.start_s),
                "end": _rounded(segment.end_s),
                "text": segment.text,
                "id": segment.id,
            }
            for segment in self.segments
        ]
        return json.dumps({"words": words, "segments": segments}, ensure_ascii=False)

    def chapters_json(self) -> str:
        """Return the chapters as podcast players read them: JSON chapters 1.2.

        Source:
            Podcasting 2.0 namespace, "JSON Chapters Format", version 1.2.0.
        """
        chapters = [{"startTime": _rounded(chapter.start_s), "title": chapter.title} for chapter in self.chapters]
        return json.dumps({"version": "1.2.0", "chapters": chapters}, ensure_ascii=False)


_OPENING: frozenset[Role] = frozenset(("heading", "live-post"))


def _rounded(seconds: float) -> float:
    """Return a time to the millisecond, down: rounded up the last one would be after the sound.

    Example:
        >>> _rounded(1.2996), _rounded(2.0)
        (1.299, 2.0)
    """
    return int(1000 * seconds + 1e-6) / 1000


class Timekeeper:
    """Notes the times of a recording while it is made.

    Args:
        script: What is said, a sentence an utterance.
    """

    def __init__(self, script: Sequence[Utterance]) -> None:
        """Begin with nothing heard."""
        self._script = script
        self._segments: list[Segment] = []
        self._words: list[Word] = []
        self._utterance = -1
        self._end_s = 0.0

    def noted(self, track: Iterable[Stretch]) -> Iterator[Stretch]:
        """Yield stretches as they are, and note their times."""
        for stretch in track:
            self.note(stretch)
            yield stretch

    def note(self, stretch: Stretch) -> None:
        """Note the times of a stretch."""
        utterance = self._script[stretch.utterance]
        if stretch.utterance == self._utterance:
            self._segments[-1] = replace(self._segments[-1], end_s=stretch.end_s)
        else:
            self._segments.append(_segment(utterance, stretch))
        self._utterance, self._end_s = stretch.utterance, stretch.end_s
        run = utterance.runs[stretch.run]
        if not run.ours:
            index = len(self._segments) - 1
            self._words.extend(
                Word(start_s=start_s, end_s=end_s, text=text, segment=index)
                for start_s, end_s, text in seen_words(run, stretch.words)
            )

    @property
    def timings(self) -> Timings:
        """What has been noted so far."""
        return Timings(segments=tuple(self._segments), words=tuple(self._words), duration_s=self._end_s)


def _segment(utterance: Utterance, stretch: Stretch) -> Segment:
    return Segment(
        kind=utterance.role,
        start_s=stretch.start_s,
        end_s=stretch.end_s,
        text=" ".join(utterance.text.split()) or utterance.spoken,
        id=sentence_id(utterance),
        block_id=utterance.block_id,
    )


def seen_words(run: Run, marks: Sequence[WordMark]) -> Iterator[tuple[float, float, str]]:
    """Yield start, end and visible characters of each word of a run that is heard in some of its sound.

    Args:
        run: The run.
        marks: When its spoken words are heard, in order; those of one clip.

    Example:
        >>> from a11ynews.speech.normalization import Stretch
        >>> run = Run(text="It cost $3.", spoken="It cost three dollars.", lang="en",
        ...           stretches=(Stretch(8, 10, 8, 21),))
        >>> said = (WordMark(0, 1, 0, 2), WordMark(1, 2, 3, 7), WordMark(2, 3, 8, 13), WordMark(3, 4, 14, 21))
        >>> list(seen_words(run, said))
        [(0, 1, 'It'), (1, 2, 'cost'), (2.0, 4.0, '$3.')]
    """
    starts = [mark.spoken_start for mark in marks]
    for token in run.tokens:
        last = bisect_left(starts, token.spoken_end)
        first = last
        while first and marks[first - 1].spoken_end > token.spoken_start:
            first -= 1
        if first < last:
            yield from _divided(run, token, marks[first:last])


def _divided(run: Run, token: Token, marks: Sequence[WordMark]) -> Iterator[tuple[float, float, str]]:
    """Yield the words that are seen for some that are heard together ("July 16, 2021").

    Words that are the same to the eye and the ear have their own times; the others share what is
    left, by their length.
    """
    seen = _seen(run.text[token.visible_start : token.visible_end])
    times = [(_time(mark, token.spoken_start), _time(mark, token.spoken_end, end=True)) for mark in marks]
    said = [run.spoken[mark.spoken_start : mark.spoken_end] for mark in marks]
    front = _alike(seen, said)
    back = _alike(seen[front:][::-1], said[front:][::-1])
    yield from ((start_s, end_s, text) for (start_s, end_s), text in zip(times[:front], seen[:front], strict=True))
    middle, heard = seen[front : len(seen) - back], times[front : len(times) - back]
    yield from _shared(middle, heard or times[front - 1 : front] or times[:1])
    if back:
        yield from ((start_s, end_s, text) for (start_s, end_s), text in zip(times[-back:], seen[-back:], strict=True))


def _seen(text: str) -> list[str]:
    """Return the words of a text; punctuation that stands alone belongs to the word before it."""
    words: list[str] = []
    for word in text.split():
        if words and not any(map(str.isalnum, word)):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _alike(seen: Sequence[str], said: Sequence[str]) -> int:
    """Return how many words at the beginning are the same, leaving at least one of each for the others."""
    most = min(len(seen), len(said)) - (len(seen) != len(said))
    pairs = zip(seen[:most], said[:most], strict=True)
    return next((n for n, (eye, ear) in enumerate(pairs) if _bare(eye) != _bare(ear)), max(most, 0))


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _shared(seen: Sequence[str], times: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float, str]]:
    if not seen:
        return
    start_s, end_s = times[0][0], times[-1][1]
    whole = sum(map(len, seen))
    done = 0
    for word in seen:
        begins_s = start_s + (end_s - start_s) * done / whole
        done += len(word)
        yield begins_s, start_s + (end_s - start_s) * done / whole, word


def _time(mark: WordMark, place: int, *, end: bool = False) -> float:
    """Return the time of a place in the spoken text that a word's mark may reach over."""
    if end and place >= mark.spoken_end:
        return mark.end_s
    if not end and place <= mark.spoken_start:
        return mark.start_s
    share = (place - mark.spoken_start) / max(mark.spoken_end - mark.spoken_start, 1)
    return mark.start_s + (mark.end_s - mark.start_s) * min(max(share, 0.0), 1.0)
