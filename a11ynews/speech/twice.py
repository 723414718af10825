"""Nothing is said twice.

Pages repeat themselves for the eye: the alternative of a picture is its caption again, a box
repeats the headline, an embed's title is the paragraph above it. The eye skips that; the ear cannot.
What *is* the story is never dropped: two paragraphs "Why?" of an interview are two questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11ynews.speech.utterance import Role, Utterance

__all__ = ["BESIDE_THE_STORY", "key_of", "nothing_twice"]

BESIDE_THE_STORY: frozenset[Role] = frozenset(
    ("kicker", "standfirst", "alt", "caption", "credit", "media", "embed", "table"),
)
"""Roles whose words give way when the story, or one of them before, has the same words."""

_NOT_WORDS = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Return what two texts have in common that the ear takes for the same.

    Example:
        >>> key_of("The bridge, at dawn.") == key_of("THE BRIDGE at dawn")
        True
    """
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


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
    taken: set[str] = set()
    kept = []
    body_begun = False
    for utterance, key in zip(script, keys, strict=True):
        beside = utterance.role in BESIDE_THE_STORY
        repeats = key != "" and (
            (beside and (key in story or key in taken))
            or (utterance.role == "heading" and key in titles)
            or (utterance.role == "paragraph" and not body_begun and key in titles)
        )
        if beside:
            taken.add(key)
        body_begun = body_begun or utterance.role == "paragraph"
        if not repeats:
            kept.append(utterance)
    return tuple(kept)
