"""Cutting a run of inlines in two."""

from __future__ import annotations

from dataclasses import replace

from a11ynews.model.inlines import (
    Code,
    Inline,
    InlineImage,
    Keyboard,
    LineBreak,
    Math,
    NoteReference,
    Ruby,
    Text,
)

__all__ = ["split_inlines"]

_WHOLE = (Code, InlineImage, Keyboard, LineBreak, Math, NoteReference, Ruby)


def split_inlines(inlines: tuple[Inline, ...], place: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]] | None:
    """Cut a run of inlines after so many characters; elements around the cut are in both parts.

    Args:
        inlines: The run.
        place: Characters of its text that the first part has.

    Returns:
        Both parts, or None where the cut would go through something that is one thing: code, ruby,
        a formula.

    Example:
        >>> from a11ynews.model.inlines import Strong
        >>> split_inlines((Strong(children=(Text(text="PARIS — Rain"),)),), 7)
        ((Strong(children=(Text(text='PARIS —'),)),), (Strong(children=(Text(text=' Rain'),)),))
    """
    done = 0
    for index, inline in enumerate(inlines):
        if done == place:
            return inlines[:index], inlines[index:]
        length = len(inline.text)
        if done + length > place:
            cut = _split(inline, place - done)
            return None if cut is None else ((*inlines[:index], cut[0]), (cut[1], *inlines[index + 1 :]))
        done += length
    return (inlines, ()) if done == place else None


def _split(inline: Inline, place: int) -> tuple[Inline, Inline] | None:
    if isinstance(inline, Text):
        return Text(text=inline.text[:place]), Text(text=inline.text[place:])
    if isinstance(inline, _WHOLE):
        return None
    cut = split_inlines(inline.children, place)
    return None if cut is None else (replace(inline, children=cut[0]), replace(inline, children=cut[1]))
