"""How long to be silent: structure told by time, without words.

Screen readers' users complain of too many announcements, and users of reading programs of pauses
that stay long when the speech gets fast. So pauses tell the structure, and they shrink with the rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from a11ynews.speech.utterance import Role, Utterance

__all__ = ["NORMAL_RATE_WPM", "PAUSES", "SENTENCE_S", "Pause", "gap_s", "gaps_s"]

NORMAL_RATE_WPM = 175
"""Words a minute for which pauses are given; the usual default of engines."""

SHORTEST_GAP_S = 0.15
"""Below this the ear takes two paragraphs for one sentence (listening note, table of pauses)."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Seconds of silence at the normal rate."""

    before_s: float
    after_s: float


DEFAULT_PAUSE = Pause(0.0, 0.6)
PAUSES: Mapping[Role, Pause] = MappingProxyType(
    {
        "kicker": Pause(0.0, 0.4),
        "title": Pause(0.0, 0.6),
        "byline": Pause(0.0, 0.4),
        "date": Pause(0.0, 0.4),
        "heading": Pause(0.9, 0.5),
        "live-post": Pause(0.9, 0.5),
        "speaker": Pause(0.6, 0.4),
        "list": Pause(0.6, 0.3),
        "item": Pause(0.3, 0.3),
        "term": Pause(0.3, 0.3),
        "definition": Pause(0.3, 0.4),
        "table": Pause(0.6, 0.4),
        "row": Pause(0.3, 0.3),
        "credit": Pause(0.3, 0.6),
    }
)

AFTER_HEAD_S = 1.0
"""After the headline with its byline and date, before the story begins."""

SENTENCE_S = 0.35
"""Between two sentences of a paragraph: less than between paragraphs, as long as a full stop takes people."""

BREAK_S = 1.2
"""At a change of scene; longer than before a heading, as no word tells it."""


def gap_s(before: Utterance, after: Utterance, rate_wpm: int = NORMAL_RATE_WPM) -> float:
    """Return the silence between two utterances, in seconds.

    Args:
        before: The earlier utterance.
        after: The later one.
        rate_wpm: Speed of the speech in words a minute; faster speech has shorter pauses.

    Example:
        >>> from a11ynews.speech.utterance import Run
        >>> run = Run(text="x", spoken="x", lang="en")
        >>> first = Utterance(role="paragraph", runs=(run,), pause_after_s=0.6)
        >>> heading = Utterance(role="heading", runs=(run,), pause_before_s=0.9)
        >>> gap_s(first, heading), gap_s(first, heading, rate_wpm=350)
        (0.9, 0.45)
    """
    full = max(before.pause_after_s, after.pause_before_s)
    return max(SHORTEST_GAP_S, full * NORMAL_RATE_WPM / rate_wpm)


def gaps_s(script: tuple[Utterance, ...], rate_wpm: int = NORMAL_RATE_WPM) -> tuple[float, ...]:
    """Return the silence before each utterance, in seconds; nothing before the first.

    Example:
        >>> gaps_s(())
        ()
    """
    return ((0.0,) if script else ()) + tuple(gap_s(before, after, rate_wpm) for before, after in pairwise(script))
