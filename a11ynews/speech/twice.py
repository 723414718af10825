"""Nothing is said twice.

Pages repeat themselves for the eye: the alternative of a picture is its caption again, a box
repeats the headline, a pull quote has a sentence of the paragraph below it. The eye skips that; the
ear cannot. What *is* the story is never dropped: two paragraphs "Why?" of an interview are two questions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from a11ynews.speech.utterance import Role, Utterance

__all__ = ["BESIDE_THE_STORY", "key_of", "nothing_twice"]

BESIDE_THE_STORY: frozenset[Role] = frozenset(
    ("kicker", "standfirst", "pull-quote", "alt", "caption", "credit", "media", "embed", "table"),
)
"""Roles whose words give way when something else has the same words, or has them among its own."""

_NOT_WORDS = re.compile(r"[\W_]+")
_SHINGLE = 4
"""So many words in a row are no accident: fewer ("the river") may stand in any paragraph."""
_PLACES = 16
"""Places of one row of words that are looked at, so that a page of one sentence repeated stays linear."""


def key_of(text: str) -> str:
    """Return what two texts have in common that the ear takes for the same.

    Example:
        >>> key_of("The bridge, at dawn.") == key_of("THE BRIDGE at dawn")
        True
    """
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


class _Heard:
    """Which words are said where, found by any four of them in a row."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.words = [key.split() for key in keys]
        self.places: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for number, words in enumerate(self.words):
            for start in range(len(words) - _SHINGLE + 1):
                places = self.places[tuple(words[start : start + _SHINGLE])]
                if len(places) < _PLACES:
                    places.append((number, start))

    def is_part(self, number: int) -> bool:
        """Return whether an utterance's words are among the words of a longer one."""
        words = self.words[number]
        if len(words) < _SHINGLE:
            return False
        return any(
            len(self.words[other]) > len(words) and self.words[other][start : start + len(words)] == words
            for other, start in self.places[tuple(words[:_SHINGLE])]
        )


def nothing_twice(script: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Return a script without what repeats the headline, the story or another caption.

    Args:
        script: Utterances in reading order, the headline among them.

    Example:
        >>> from a11ynews.speech.utterance import Run
        >>> def said(role, text): return Utterance(role=role, runs=(Run(text=text, spoken=text, lang="en"),))
        >>> kept = nothing_twice([said("alt", "A bridge"), said("caption", "A bridge."), said("paragraph", "Why?")])
        >>> [utterance.role for utterance in kept]
        ['alt', 'paragraph']
    """
    keys = [key_of(utterance.text) for utterance in script]
    titles = {key for utterance, key in zip(script, keys, strict=True) if utterance.role == "title"}
    story = {key for utterance, key in zip(script, keys, strict=True) if utterance.role not in BESIDE_THE_STORY}
    story |= {
        key_of(utterance.text[start:end])
        for utterance in script
        if utterance.role not in BESIDE_THE_STORY
        for _, start, end in utterance.sentences
    }
    heard = _Heard(keys)
    taken: set[str] = set()
    kept = []
    body_begun = False
    for number, (utterance, key) in enumerate(zip(script, keys, strict=True)):
        beside = utterance.role in BESIDE_THE_STORY
        # A block quote that is part of a longer paragraph is a pull quote whose page does not say so.
        display = utterance.voice == "quote" and heard.is_part(number)
        repeats = key != "" and (
            display
            or (beside and (key in story or key in taken or heard.is_part(number)))
            or (utterance.role == "heading" and key in titles)
            or (utterance.role == "paragraph" and not body_begun and key in titles)
        )
        if beside:
            taken.add(key)
        body_begun = body_begun or utterance.role == "paragraph"
        if not repeats:
            kept.append(utterance)
    return tuple(kept)
