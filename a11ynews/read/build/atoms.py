"""Elements that are one thing in a line: code, keys, ruby, formulas, pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from a11ynews.model.inlines import Code, Inline, Keyboard, NoteReference, Ruby, Text
from a11ynews.read.build.builder import Builder, Scope
from a11ynews.read.build.drawings import drawing_icon
from a11ynews.read.build.line import BLANKS
from a11ynews.read.custom_elements import CUSTOM_PICTURES

__all__ = ["ATOMS", "Atom"]

Atom: TypeAlias = Callable[[Builder, int, Scope], tuple[Inline, ...] | None]
"""Makes inlines of an element; none of them for a picture; None if it is to be walked after all."""


def _squeezed(builder: Builder, node: int) -> str:
    return " ".join(builder.kept_text(node, builder.ends[node]).split())


def _code(builder: Builder, node: int, _: Scope) -> tuple[Inline, ...] | None:
    if "pre" in builder.tags[node + 1 : builder.ends[node]]:
        return None
    text = _squeezed(builder, node)
    return (Code(text=text),) if text else None


def _keyboard(builder: Builder, node: int, _: Scope) -> tuple[Inline, ...] | None:
    text = _squeezed(builder, node)
    return (Keyboard(text=text),) if text else None


def _picture(builder: Builder, node: int, _: Scope) -> tuple[Inline, ...] | None:
    return None if builder.has_words(node) else ()


def _note_mark(builder: Builder, node: int, _: Scope) -> tuple[Inline, ...] | None:
    note_id = builder.marks.get(node)
    if note_id is None:
        return None
    if node in builder.inline_notes:
        return (NoteReference(label="", note_id=note_id),)
    label = _squeezed(builder, node)
    return (NoteReference(label=label, note_id=note_id),) if label else None


def _ruby(builder: Builder, node: int, _: Scope) -> tuple[Inline, ...] | None:
    """Pair each base with the reading that follows it."""
    made: list[Inline] = []
    base = reading = ""
    for start, end, is_reading in _ruby_parts(builder, node):
        text = "".join(builder.kept_text(start, end).split())
        if not text.strip(BLANKS):
            continue
        if is_reading:
            reading += text
            continue
        if reading:
            made.append(_ruby_pair(base, reading))
            base = reading = ""
        base += text
    if base or reading:
        made.append(_ruby_pair(base, reading))
    return tuple(made) or None


def _ruby_pair(base: str, reading: str) -> Inline:
    return Ruby(base=base, reading=reading) if base and reading else Text(text=base or reading)


def _ruby_parts(builder: Builder, node: int) -> list[tuple[int, int, bool]]:
    parts: list[tuple[int, int, bool]] = []
    child, end = node + 1, builder.ends[node]
    while child < end:
        if builder.tags[child] in {"rt", "rp", "rtc"}:
            parts.append((child, builder.ends[child], True))
            child = builder.ends[child]
        elif child in builder.apart:
            child = builder.ends[child]
        else:
            parts.append((child, child + 1, False))
            child += 1
    return parts


ATOMS: Final[dict[str, Atom]] = {
    "code": _code,
    "samp": _code,
    "tt": _code,
    "kbd": _keyboard,
    "ruby": _ruby,
    **dict.fromkeys(("a", "sup", "span", "small", "label"), _note_mark),
    "img": _picture,
    "picture": _picture,
    **dict.fromkeys(CUSTOM_PICTURES, _picture),
    "svg": drawing_icon,
}
