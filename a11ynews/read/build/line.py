"""A run of inline content under construction: white space, open elements, line breaks.

White space collapses as a browser shows it. A space between two words always lands in the
outermost element that it can: ``<b>bold </b>text`` gives "bold" in the strong run and " text"
after it, so that no renderer has to move it out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from a11ynews.model.inlines import Emphasis, Inline, LineBreak, Strong, Text

__all__ = ["BLANKS", "MAX_FRAMES", "Line", "Wrap"]

Wrap: TypeAlias = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
"""What an inline element makes of its content."""

BLANKS: Final = " \t\n\r\f\v\u00a0\u00ad\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, (*range(0x2000, 0x200C), 0x200E, 0x200F)),
)
"""Characters that leave no ink. A text of nothing else counts as white space."""

MAX_FRAMES: Final = 40
"""Inline elements nested deeper than this add nothing for a reader, and cost a renderer its stack."""

_RUN_TYPES: Final = (Strong, Emphasis)
"""What is one run for the eye, however many elements it is written in."""

_RUNS: Final = re.compile(r"[ \t\n\r\f]+")


_OPENED: Final = 1
_CLOSED: Final = 2
_EDGES: Final = _OPENED | _CLOSED
_PARTED: Final = 4

_NO_SPACES: Final = "\u0e00"
"""From here on come scripts without spaces between words: Thai, Lao, Chinese, Japanese."""

_LOOSE_MARK: Final = re.compile(r"[,.](?=[\s)\]\"'”’»]|\Z)|,(?=[^\W\d_])")
"""A comma or full stop that ends what stands before it, and not one that opens a number or an ellipsis."""

_SENTENCE_END: Final = re.compile(r"(?<![.\w])[\w'’-]*[^\W_A-Z](?:[.!?…]+|[:;])[\"”’»)]?\Z")
"""The end of a sentence: its last word has no dots inside, as "java.util." has, and is no initial."""


def _parts_words(last: str, text: str, edge: int) -> bool:
    """Say whether two texts that only tags part are two words: the end of a sentence, or two elements' words.

    >>> _parts_words("It rains.", "Photo: Ada", _OPENED), _parts_words("java.util.", "List", _EDGES)
    (True, False)
    """
    if edge == _EDGES and last[-1].islower() and text[1:2].islower():
        return len(last) > 1
    return not last[-1].isalnum() and bool(_SENTENCE_END.search(last[-40:]))


def _are_two_words(last: str, text: str) -> bool:
    """Say whether two things side by side are words: no marks, no large first letter, no script without spaces.

    >>> _are_two_words("amount", "integer"), _are_two_words("7", "g"), _are_two_words("It rains.", "Ada Lens")
    (True, True, True)
    >>> _are_two_words("T", "he"), _are_two_words("json.", "Decoder"), _are_two_words("a", ")")
    (False, False, False)
    """
    end, start = last[-1:], text[:1]
    if " " in last and start.isupper() and _parts_words(last, text, _OPENED):
        return True
    if not (end.isalnum() and start.isalnum()) or max(end, start) >= _NO_SPACES:
        return False
    return len(last) > 1 or end.isdecimal() or start.isupper()


def _may_collapse(text: str) -> bool:
    """Say whether any white space of a text is more than one space; five searches in C are faster than one pattern."""
    return "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text


class _Frame:
    """An open inline element and what it holds so far."""

    __slots__ = ("children", "is_torn", "parts", "wrap")

    def __init__(self, wrap: Wrap | None) -> None:
        self.wrap = wrap
        self.is_torn = False
        self.children: list[Inline] = []
        self.parts: list[str] = []

    def settle(self) -> list[Inline]:
        """Turn loose characters into one ``Text`` and return the children."""
        if self.parts:
            self.children.append(Text(text="".join(self.parts)))
            self.parts.clear()
        return self.children

    def whole(self) -> list[Inline]:
        """Return the children, each run that was torn into elements of one kind as one."""
        children = self.settle()
        return _mended(children) if self.is_torn else children


class Line:
    """Collects inlines.

    Attributes:
        breaks: Line breaks that no text has followed yet.
        filled: Whether there is anything to take.
        wide: Whether any character so far is not ASCII, and so perhaps of another script.
    """

    __slots__ = ("_edge", "_frames", "_last", "_root", "_space", "breaks", "filled", "wide")

    def __init__(self, wraps: Sequence[Wrap | None] = ()) -> None:
        """Start inside the elements ``wraps``, from the outside in."""
        self._root = _Frame(None)
        self._frames = [self._root]
        self._space = False
        self._last = ""
        self._edge = 0
        self.breaks = 0
        self.filled = False
        self.wide = False
        for wrap in wraps:
            self.open(wrap)

    @property
    def wraps(self) -> tuple[Wrap | None, ...]:
        """What is open, from the outside in."""
        return tuple([frame.wrap for frame in self._frames[1:]]) if len(self._frames) > 1 else ()

    def text(self, raw: str) -> None:
        """Add characters, white space collapsed; text without ink only counts as a space."""
        if not raw.strip(BLANKS):
            self._space = True
            return
        self.words(raw)

    def words(self, raw: str) -> None:
        """Add characters of which some leave ink, white space collapsed."""
        text = _RUNS.sub(" ", raw) if _may_collapse(raw) else raw
        if text[0] == " ":
            self._space = True
            text = text[1:]
        if ends := text[-1] == " ":
            text = text[:-1]
        if not self.filled:
            text = text.lstrip(BLANKS)
        elif self._edge and not self.breaks:
            text = self._joined(text)
            if text == ", ":
                text, ends = ",", True
        self._advance()
        self._frames[-1].parts.append(text)
        self._last = text
        self._edge = 0
        self._space = ends
        if not text.isascii():
            self.wide = True

    def _joined(self, text: str) -> str:
        """Return a text that follows an element's edge as it should follow: no "word ,word" and no "word.Word"."""
        if self._space:
            if text[0] in ",." and _LOOSE_MARK.match(text):
                self._space = False
                return f", {text[1:]}" if text == "," or text[1:2].isalpha() else text
        elif self._edge & _PARTED:
            self._space = _are_two_words(self._last, text)
        elif text[0].isupper() and self._last and _parts_words(self._last, text, self._edge):
            self._space = True
        return text

    def add(self, inline: Inline) -> None:
        """Add an inline that is complete in itself."""
        self._last = ""
        self._advance()
        frame = self._frames[-1]
        frame.settle().append(inline)

    def space(self) -> None:
        """Make sure that what comes next is a word apart."""
        self._space = True

    def part(self) -> None:
        """Note that the next element is a thing apart from the last one: a label and its value, set side by side."""
        self._edge |= _PARTED

    def glue(self) -> None:
        """Make sure that what comes next is the same word: it may only be broken here (``wbr``)."""
        self._last = ""

    def line_break(self) -> None:
        """Note a break: nothing at the start or the end of a line."""
        if self.filled:
            self.breaks += 1

    def open(self, wrap: Wrap | None) -> None:
        """Enter an inline element. None, and one that is open already, adds no layer."""
        if wrap is not None and len(self._frames) > 1 and self._adds_nothing(wrap):
            wrap = None
        self._edge |= _OPENED
        self._frames.append(_Frame(wrap))

    def _adds_nothing(self, wrap: Wrap) -> bool:
        return len(self._frames) > MAX_FRAMES or any(frame.wrap is wrap for frame in self._frames)

    def close(self) -> None:
        """Leave the innermost inline element."""
        self._edge |= _CLOSED
        frame, above = self._frames.pop(), self._frames[-1]
        if frame.wrap is None and not frame.children:
            above.parts += frame.parts
        elif children := frame.whole():
            made = frame.wrap(tuple(children)) if frame.wrap else children
            for inline in made:
                _append(above, inline)

    def take(self) -> tuple[Inline, ...]:
        """Return what was collected and start anew inside the same open elements."""
        wraps = self.wraps
        while len(self._frames) > 1:
            self.close()
        taken = tuple(self._root.whole())
        self._root.children = []
        self._root.is_torn = False
        self._space = False
        self.breaks = 0
        self.filled = self.wide = False
        for wrap in wraps:
            self._frames.append(_Frame(wrap))
        return taken

    def _advance(self) -> None:
        """Write the pending break or space, if it stands between two things."""
        if self.filled:
            if self.breaks:
                self._outermost().settle().append(LineBreak())
            elif self._space:
                self._outermost().parts.append(" ")
        self._space = False
        self.breaks = 0
        self.filled = True

    def _outermost(self) -> _Frame:
        """The outermost frame that a separator can stand in: all frames inside it are empty."""
        for frame in reversed(self._frames):
            if frame.children or frame.parts:
                return frame
        return self._root


def _append(frame: _Frame, inline: Inline) -> None:
    if isinstance(inline, Text):
        frame.parts.append(inline.text)
        return
    if type(inline) in _RUN_TYPES and frame.children and type(frame.children[-1]) is type(inline):
        frame.is_torn = frame.is_torn or not "".join(frame.parts).strip(BLANKS)
    frame.settle().append(inline)


def _mended(children: Sequence[Inline]) -> list[Inline]:
    """Join neighbours of one kind that nothing but white space parts: ``<b>re</b><b>ad</b>`` is one bold "read".

    A voice would stress it twice, and Markdown has no way to write it.
    """
    out: list[Inline] = []
    run: Strong | Emphasis | None = None
    inner: list[Inline] = []
    blanks: list[Inline] = []
    for inline in children:
        if run and not blanks and isinstance(inline, Text) and not inline.text.strip(BLANKS):
            blanks = [inline]
        elif run and isinstance(inline, Strong | Emphasis) and type(inline) is type(run):
            inner += [*blanks, *inline.children]
            blanks = []
        else:
            out += [*_run_of(run, inner), *blanks]
            blanks = []
            run = inline if isinstance(inline, Strong | Emphasis) else None
            inner = list(run.children) if run else []
            out += [] if run else [inline]
    return [*out, *_run_of(run, inner), *blanks]


def _run_of(run: Strong | Emphasis | None, inner: Sequence[Inline]) -> list[Inline]:
    """Return the run with all that it holds now, its texts in one."""
    joined = _Frame(None)
    for inline in inner:
        _append(joined, inline)
    return [replace(run, children=tuple(joined.whole()))] if run else []
