r"""Pieces of a line of Markdown, and how they are put beside each other.

A delimiter such as ``*`` only works between certain neighbours (CommonMark 0.31.2, 6.2: flanking
runs), and pieces that are harmless alone can make markup together: ``!`` before a link is a
picture, ``(`` after a bracket is an address. So all pieces meet here, and what would not be read
back as meant is written without its markup.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import category

__all__ = ["Delimited", "Piece", "Plain", "Solid", "join"]


@dataclass(frozen=True, slots=True)
class Plain:
    r"""Escaped text; ``"\n"`` is a line break."""

    written: str


@dataclass(frozen=True, slots=True)
class Solid:
    """Markup that brings its own brackets: a link, a picture, a note's mark, a code span.

    Attributes:
        written: The markup.
        instead: What stands there where the markup would not be read back as meant.
    """

    written: str
    instead: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Delimited:
    """Pieces between two equal delimiters (``*``, ``**``, ``~~``); the content has no space at its ends."""

    delimiter: str
    content: tuple[Piece, ...]
    first: str = field(init=False)
    last: str = field(init=False)

    def __post_init__(self) -> None:
        """Look up once which characters stand at the ends, whatever becomes of delimiters there."""
        object.__setattr__(self, "first", _edge(self.content[0], 0) if self.content else "")
        object.__setattr__(self, "last", _edge(self.content[-1], -1) if self.content else "")


Piece = Plain | Solid | Delimited


def join(pieces: Iterable[Piece], *, before: str = " ", after: str = " ") -> str:
    r"""Return pieces as Markdown that reads back as meant.

    Args:
        pieces: What stands on the line.
        before: The character in front of it; a delimiter if it stands inside one.
        after: The character behind it.

    Example:
        >>> join((Plain("so"), Delimited("*", (Plain("much"),)), Plain("!"), Solid("[x](<https://example.org/>)")))
        'so*much*\\![x](<https://example.org/>)'
        >>> join((Plain("a"), Delimited("*", (Plain("“b”"),)), Plain("c")))
        'a“b”c'
    """
    queue = deque(pieces)
    out: list[str] = []
    previous, inside = before, True
    while queue:
        piece = queue.popleft()
        match piece:
            case Plain():
                written = _plain(piece.written, previous)
            case Solid():
                if previous == "`" == piece.written[:1]:
                    queue.extendleft(reversed(piece.instead))
                    continue
                if previous == "!" and piece.written.startswith("[") and out:
                    out[-1] = f"{out[-1][:-1]}\\!"
                written = piece.written
            case Delimited():
                following = (_edge(queue[0], 0) or "a") if queue else after  # unknown counts as a letter
                if not _reads_back(piece, previous, following, at_start=inside):
                    queue.extendleft(reversed(piece.content))
                    continue
                mark = piece.delimiter
                written = f"{mark}{join(piece.content, before=mark[0], after=mark[0])}{mark}"
        if written:
            out.append(written)
            previous, inside = written[-1], False
    return "".join(out)


def _plain(written: str, previous: str) -> str:
    return f"\\{written}" if previous == "]" and written[:1] in {"(", ":"} else written


def _edge(piece: Piece, index: int) -> str:
    """Return the first or last character of a piece, as if it had lost its delimiters."""
    match piece:
        case Plain() | Solid():
            return piece.written[index] if piece.written else ""
        case Delimited():
            return piece.last if index else piece.first


def _reads_back(piece: Delimited, previous: str, following: str, *, at_start: bool) -> bool:
    mark = piece.delimiter[0]
    if not piece.first or not piece.last or (previous == mark and not at_start):
        return False
    opens = _is_letter(piece.first) or _is_gap(previous)
    closes = _is_letter(piece.last) or _is_gap(following)
    return opens and closes


def _is_letter(character: str) -> bool:
    """Whether it is surely neither space nor punctuation, by any version of the rules."""
    return character.isalnum() or (not character.isspace() and category(character)[0] in "LM")


def _is_gap(character: str) -> bool:
    """Whether it surely counts as space or punctuation, by any version of the rules."""
    return character in _ASCII_GAPS or character.isspace() or category(character)[0] == "P"


_ASCII_GAPS = frozenset(" \n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
