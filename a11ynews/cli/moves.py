"""Going through a script by sentence, paragraph and heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11ynews.cli.keys import Command
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.utterance import Utterance

__all__ = ["Route", "route_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A script with the places one can go to, as indices of its sentences in order.

    Attributes:
        script: An utterance for each sentence.
        paragraphs: Where paragraphs, headings, list items and their like begin.
        headings: Where headings begin, the headline among them.
    """

    script: tuple[Utterance, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[int, ...]

    def target(self, command: Command, index: int) -> int | None:
        """Return where a command leads from a sentence; None where there is nothing that way."""
        where, _, what = command.partition(" ")
        stops: Sequence[int] = {
            "sentence": range(len(self.script)), "paragraph": self.paragraphs, "heading": self.headings,
        }[what]  # fmt: skip
        if where == "next":
            return next((stop for stop in stops if stop > index), None)
        return next((stop for stop in reversed(stops) if stop < index), None)


_HEADINGS = frozenset(("title", "heading", "live-post"))


def route_of(script: Sequence[Utterance]) -> Route:
    """Return the route through a script.

    Example:
        >>> from a11ynews.speech.utterance import Run
        >>> run = Run(text="x", spoken="x", lang="en")
        >>> route = route_of([Utterance(role=role, runs=(run,)) for role in ("title", "paragraph", "heading")])
        >>> route.target("next heading", 0), route.target("next heading", 2), route.target("previous sentence", 2)
        (2, None, 1)
    """
    sentences: list[Utterance] = []
    paragraphs: list[int] = []
    headings: list[int] = []
    for utterance in script:
        paragraphs.append(len(sentences))
        if utterance.role in _HEADINGS:
            headings.append(len(sentences))
        sentences.extend(by_sentence((utterance,)))
    return Route(script=tuple(sentences), paragraphs=tuple(paragraphs), headings=tuple(headings))
