r"""Pieces of a line of Markdown, and how they are put beside each other.

A delimiter such as ``*`` only works between certain neighbours (CommonMark 0.31.2, 6.2: flanking
runs), and pieces that are harmless alone can make markup together: ``!`` before a link is a
picture, ``(`` after a bracket is an address. So all pieces meet here, and what would not be read
back as meant is written without its markup.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
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


Piece = Plain | Solid | Delimited


def join(pieces: Iterable[Piece], *, around: str = " ") -> str:
    r"""Return pieces as Markdown that reads back as meant.

    Args:
        pieces: What stands on the line.
        around: The character before and behind it; a delimiter if it stands between two.

    Example:
        >>> join((Plain("so"), Delimited("*", (Plain("much"),)), Plain("!"), Solid("[x](<https://example.org/>)")))
        'so*much*\\![x](<https://example.org/>)'
        >>> join((Plain("a"), Delimited("*", (Plain("“b”"),)), Plain("c")))
        'a“b”c'
    """
    queue = deque(pieces)
    out: list[str] = []
    while queue:
        piece = queue.popleft()
        previous = out[-1][-1] if out else ""
        match piece:
            case Plain():
                written = _plain(piece.written, previous)
            case Solid():
                if previous == "`" == piece.written[:1]:
                    queue.extendleft(reversed(piece.instead))
                    continue
                if previous == "!" and piece.written.startswith("["):
                    out[-1] = f"{out[-1][:-1]}\\!"
                written = piece.written
            case Delimited():
                following = (_edge(queue[0], 0) or "a") if queue else ""  # unknown counts as a letter
                if not _reads_back(piece, around, previous, following):
                    queue.extendleft(reversed(piece.content))
                    continue
                mark = piece.delimiter
                written = f"{mark}{join(piece.content, around=mark[0])}{mark}"
        if written:
            out.append(written)
    return "".join(out)


def _reads_back(piece: Delimited, around: str, previous: str, following: str) -> bool:
    """Tell whether delimiters around a piece would be read as a pair.

    Args:
        piece: What would stand between them.
        around: The character around the whole run: a delimiter inside another pair.
        previous: The character in front, empty at the start of the run.
        following: The character behind, empty at the end of the run.
    """
    mark, nested = piece.delimiter[0], around in _DELIMITERS
    first, last = _inner_edge(piece, 0), _inner_edge(piece, -1)
    if not first or not last or previous == mark:
        return False
    # At the ends of a pair of the same character the runs are one, which does what the outer one does.
    merged = around == mark
    opens = (merged and not previous) or _flanks(first, previous or around, strictly=nested)
    closes = (merged and not following) or _flanks(last, following or around, strictly=nested)
    return opens and closes


def _plain(written: str, previous: str) -> str:
    return f"\\{written}" if previous == "]" and written[:1] in {"(", ":"} else written


def _edge(piece: Piece, index: int) -> str:
    """Return the first or last character of a piece, as if it had lost its delimiters."""
    if isinstance(piece, Delimited):
        return _edge(piece.content[index], index) if piece.content else ""
    return piece.written[index] if piece.written else ""


def _inner_edge(piece: Delimited, index: int) -> str:
    """Return the character next to a delimiter inside; a delimiter of another kind may stand there."""
    inner = piece.content[index] if piece.content else Plain("")
    while isinstance(inner, Delimited):
        if inner.delimiter[0] != piece.delimiter[0]:
            return inner.delimiter[0]
        inner = inner.content[index] if inner.content else Plain("")
    return _edge(inner, index)


def _flanks(edge: str, neighbour: str, *, strictly: bool) -> bool:
    """Tell whether a delimiter between the edge of its content and a neighbour opens or closes.

    Inside another pair it must be able to do nothing else (``strictly``): a run that can both open
    and close may end the pair around it.
    """
    if neighbour.isspace():
        return True
    if strictly:
        return _is_letter(edge) and _is_gap(neighbour)
    return _is_letter(edge) or _is_gap(neighbour)


def _is_letter(character: str) -> bool:
    """Whether it is surely neither space nor punctuation, by any version of the rules."""
    return character.isalnum() or (not character.isspace() and category(character)[0] in "LM")


def _is_gap(character: str) -> bool:
    """Whether it surely counts as space or punctuation, by any version of the rules."""
    return character in _ASCII_GAPS or character.isspace() or category(character)[0] == "P"


_DELIMITERS = frozenset("*~")
_ASCII_GAPS = frozenset(" \n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
