"""A script as jobs for an engine: one a run, more for a very long one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from a11ynews.speech.engines.orders import Job
from a11ynews.speech.engines.pieces import pieces
from a11ynews.speech.utterance import Utterance

__all__ = ["Place", "jobs_of"]

_UNSAYABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and what is no character: a NUL ends the text for a library in C, and
none of them may stand in XML."""


class Place(NamedTuple):
    """Where a job's words stand: utterance, run, and the first character in the run's spoken text."""

    utterance: int
    run: int
    offset: int


def jobs_of(script: Sequence[Utterance], gaps: Sequence[float] = ()) -> Iterator[tuple[Job, Place]]:
    r"""Yield a script's jobs with the place of each, one by one: the first is there however long the script is.

    Args:
        script: Utterances.
        gaps: Seconds of silence before each, where the engine plays them itself.

    Example:
        >>> from a11ynews.speech.utterance import Run
        >>> script = [Utterance(role="paragraph", runs=(Run(text="Hi", spoken="Hi\0 there", lang="en"),))]
        >>> list(jobs_of(script))
        [(Job(text='Hi  there', lang='en', pause_s=0.0, quoted=False), Place(utterance=0, run=0, offset=0))]
    """
    for index, utterance in enumerate(script):
        pause_s = gaps[index] if gaps else 0.0
        for number, run in enumerate(utterance.runs):
            for offset, piece in pieces(_UNSAYABLE.sub(" ", run.spoken)):
                yield Job(piece, run.lang, pause_s, utterance.voice == "quote"), Place(index, number, offset)
                pause_s = 0.0
