"""A script cut into sentences: what engines are given, so that sound starts early and can start anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from a11ynews.speech.normalization import Stretch
from a11ynews.speech.pauses import SENTENCE_S
from a11ynews.speech.utterance import Run, Sentence, Utterance

__all__ = ["by_sentence", "sentence_id"]


def by_sentence(script: tuple[Utterance, ...]) -> tuple[Utterance, ...]:
    """Return a script with an utterance for each sentence; together they say what the script says.

    Announcements of ours go with the sentence that they announce or close.

    Args:
        script: Utterances of any length.

    Returns:
        Utterances of one sentence each. Between those that were one there is the short pause of a full stop.

    Example:
        >>> from a11ynews.speech.utterance import Sentence
        >>> run = Run(text="It sails. Again.", spoken="It sails. Again.", lang="en",
        ...           sentences=(Sentence("b1-s1", 0, 9), Sentence("b1-s2", 10, 16)))
        >>> pieces = by_sentence((Utterance(role="paragraph", runs=(run,), pause_after_s=0.6),))
        >>> [(sentence_id(piece), piece.spoken, piece.pause_after_s) for piece in pieces]
        [('b1-s1', 'It sails.', 0.35), ('b1-s2', 'Again.', 0.6)]
    """
    return tuple(piece for utterance in script for piece in _sentences(utterance))


def sentence_id(utterance: Utterance) -> str:
    """Return the name of an utterance's first sentence; "" if all its words are ours."""
    return next((sentence.id for run in utterance.runs if not run.ours for sentence in run.sentences), "")


def _sentences(utterance: Utterance) -> Iterator[Utterance]:
    groups = _groups(utterance)
    for number, runs in enumerate(groups):
        first, last = number == 0, number == len(groups) - 1
        yield replace(
            utterance,
            runs=tuple(runs),
            pause_before_s=utterance.pause_before_s if first else 0.0,
            pause_after_s=utterance.pause_after_s if last else min(SENTENCE_S, utterance.pause_after_s),
        )


def _groups(utterance: Utterance) -> list[list[Run]]:
    """Return the runs of each sentence; a row of a table is one, whatever is in its cells."""
    if utterance.role == "row":
        return [list(utterance.runs)]
    groups: list[list[Run]] = [[]]
    current = ""
    for run in utterance.runs:
        for piece in (run,) if run.ours else _pieces(run):
            name = piece.sentences[0].id if piece.sentences and not run.ours else ""
            if name and current and name != current:
                groups.append([])
            current = name or current
            groups[-1].append(piece)
    return groups


def _pieces(run: Run) -> Iterator[Run]:
    """Cut a run before each of its sentences but the first, where words seen and words said both allow it."""
    spoken = {sentence.id: sentence for sentence in run.spoken_sentences}
    starts = [(0, 0)]
    for sentence in run.sentences[1:]:
        said = spoken.get(sentence.id)
        inside = any(s.written_start < sentence.start < s.written_end for s in run.stretches)
        if said is not None and not inside and said.start > starts[-1][1]:
            starts.append((sentence.start, said.start))
    ends = [*starts[1:], (len(run.text), len(run.spoken))]
    if len(starts) == 1:
        yield run
        return
    for start, end in zip(starts, ends, strict=True):
        yield _slice(run, start, end)


def _slice(run: Run, start: tuple[int, int], end: tuple[int, int]) -> Run:
    """Return a part of a run, from one pair of places, seen and said, to another."""
    stretches = tuple(
        Stretch(a - start[0], b - start[0], c - start[1], d - start[1])
        for a, b, c, d in run.stretches
        if a >= start[0] and c >= start[1] and b <= end[0] and d <= end[1]
    )
    sentences = tuple(
        Sentence(name, max(first - start[0], 0), min(last, end[0]) - start[0])
        for name, first, last in run.sentences
        if first < end[0] and last > start[0]
    )
    spoken = run.spoken[start[1] : end[1]]
    return replace(
        run,
        text=run.text[start[0] : end[0]],
        spoken=spoken.rstrip() if end[1] < len(run.spoken) else spoken,
        stretches=stretches,
        sentences=sentences,
        phonemes=tuple(
            phoneme._replace(start=phoneme.start - start[1], end=phoneme.end - start[1])
            for phoneme in run.phonemes
            if start[1] <= phoneme.start and phoneme.end <= end[1]
        ),
    )
