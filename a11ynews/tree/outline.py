"""Which elements are open at each tag, and which formatting waits to be built anew.

Near enough to the tree construction of the HTML Standard (13.2.6) to tell markup that nests too
deep, or multiplies, from markup that only leaves out its end tags. It is asked about suspicious
pages only, and a wrong answer costs time or a few tags, never text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from a11ynews.tree.fill import P_CLOSERS, P_SCOPE

__all__ = ["MAX_ATTRIBUTES", "Edits", "Outline", "TooMuchFormatting", "count_attributes", "read_tags"]

MAX_ATTRIBUTES = 500
"""Of one element. The largest number on 923 real pages is 59."""

MAX_CLONES = 100_000
"""Formatting elements that the parser would build anew; the most on 308 real pages was 2."""

MAX_ROOT_TAGS = 50
"""Repeated ``html`` and ``body`` tags add their attributes to the first one, each time comparing all."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_VOID = _words("area base br col embed frame hr img input keygen link meta param source track wbr")
_RAW = _words("script style textarea title xmp iframe noembed noframes")
_FORMATTING = _words("b big code em font i s small strike strong tt u")
_SINGLE = _words("a nobr")  # formatting, too, but a new one ends the old one
_MARKERS = _words("applet caption marquee object td th")
_ROOTS = _words("html head body")
_FOREIGN = _words("svg math")
_CELLS = _words("td th")
_ROWS = _words("td th tr caption colgroup")
_ROW_GROUPS = _words("tbody thead tfoot")
_TABLE_PARTS = _ROWS | _ROW_GROUPS
_LISTS = P_SCOPE | _words("ul ol dl")
_TABLE = _words("table template")
_SPECIAL = P_CLOSERS | P_SCOPE | _TABLE_PARTS | _words("li dd dt select iframe")

_IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    # start tag: what it ends, and what it does not look beyond
    **dict.fromkeys(P_CLOSERS, (_words("p"), P_SCOPE)),
    "li": (_words("li"), _LISTS),
    **dict.fromkeys(("dd", "dt"), (_words("dd dt"), _LISTS)),
    **dict.fromkeys(("td", "th"), (_CELLS, _TABLE)),
    "tr": (_ROWS, _TABLE),
    **dict.fromkeys(_ROW_GROUPS, (_TABLE_PARTS, _TABLE)),
    **dict.fromkeys(("option", "optgroup"), (_words("option"), P_SCOPE | _words("select datalist"))),
    **dict.fromkeys(("rt", "rp"), (_words("rt rp"), P_SCOPE | _words("ruby"))),
    "button": (_words("button"), P_SCOPE - _words("button")),
}

_GREATER = ord(">")
_VALUE = rb"(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+)"
_NAME = rb"[^\s/>][^\s/>=]*+"
"""An equals sign where a name is due is its first character (HTML Standard, 13.2.5.32)."""
_TOKEN = re.compile(
    rb"<(?:(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|" + _NAME + rb"(?:\s*+=\s*+" + _VALUE + rb"|(?!\s*+=)))*+)>?|!--|[!?/])",
)
_ATTRIBUTE = re.compile(_NAME + rb"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?")

_Key: TypeAlias = "tuple[str, bytes]"


class TooMuchFormatting(Exception):  # noqa: N818 - a turn in the reading, not an error
    """Formatting that was left open comes to more elements than are worth building."""


@dataclass(slots=True)
class Edits:
    """Changes to markup: stretches and what stands in their place, in order."""

    changes: list[tuple[int, int, bytes]] = field(default_factory=list)
    flattened: int = 0
    formatting: int = 0
    attributes: int = 0
    cut: bool = False

    def apply(self, data: bytes) -> bytes:
        """Return the changed markup, or the same object if there is nothing to change."""
        if not self.changes:
            return data
        parts: list[bytes] = []
        done = 0
        for start, end, replacement in self.changes:
            parts += (data[done:start], replacement)
            done = end
        return b"".join([*parts, data[done:]])


class Outline:
    """The stack of open elements, and the list of active formatting elements, by name.

    Args:
        max_depth: How many elements may be open.
        drop_formatting: Leave out formatting altogether.

    Attributes:
        waiting: Active formatting that lost its place as what was around it ended, each with the
            number of markers then open. It is built anew at the next text.
    """

    def __init__(self, max_depth: int, *, drop_formatting: bool = False) -> None:
        """Begin with nothing open."""
        self.max_depth = max_depth
        self.drop_formatting = drop_formatting
        self._open: list[tuple[str, _Key | None]] = []
        self._counts: dict[str, int] = {}
        self._dropped: dict[str, int] = {}
        self._active: dict[_Key, int] = {}
        self.waiting: list[tuple[_Key, int]] = []
        self._markers = 0
        self._clones = 0

    def start(self, name: str, attributes: bytes) -> bool:
        """Open an element; False if it would be too deep."""
        if (implied := _IMPLIED.get(name)) is not None:
            for other in implied[0]:
                if self._counts.get(other):
                    # A row ends the cell, and the row around the cell.
                    while self._pop_to(*implied) and name in _TABLE_PARTS:
                        pass
                    break
        elif name in _SINGLE:
            self._end_formatting(name)
        if self.waiting and name not in P_CLOSERS:
            self.text()
        if name in _VOID or name in _ROOTS or (attributes.endswith(b"/") and self._is_foreign()):
            return True
        if len(self._open) >= self.max_depth:
            self._dropped[name] = self._dropped.get(name, 0) + 1
            return False
        key = None
        # Of equal ones three are kept: "Noah's Ark" (13.2.4.3).
        if name in _FORMATTING and self._active.get((name, attributes), 0) < 3:  # noqa: PLR2004 - the Standard's
            key = (name, attributes)
            self._active[key] = self._active.get(key, 0) + 1
        self._push(name, key)
        return True

    def end(self, name: str) -> bool:
        """Close an element; False if its start was left out, too."""
        if self._dropped.get(name):
            self._dropped[name] -= 1
            return False
        if name in _FORMATTING or name in _SINGLE:
            self._end_formatting(name)
        elif self._counts.get(name):
            barrier = _TABLE if name in _TABLE_PARTS else P_SCOPE if name in _SPECIAL else _SPECIAL
            self._pop_to(frozenset({name}), barrier)
        return True

    def text(self) -> None:
        """Meet text, or what stands in a line: waiting formatting is built anew."""
        while self.waiting and self.waiting[-1][1] == self._markers:
            key, _ = self.waiting.pop()
            self._clones += 1
            self._push(key[0], key)
        if self._clones > MAX_CLONES:
            raise TooMuchFormatting

    def _push(self, name: str, key: _Key | None) -> None:
        self._open.append((name, key))
        self._counts[name] = self._counts.get(name, 0) + 1
        self._markers += name in _MARKERS

    def _is_foreign(self) -> bool:
        return any(self._counts.get(name) for name in _FOREIGN)

    def _pop_to(self, names: frozenset[str], barrier: frozenset[str]) -> bool:
        """Close everything down to the last open one of some names; False if a barrier stands before it."""
        for place in range(len(self._open) - 1, -1, -1):
            name = self._open[place][0]
            if name in names:
                self._pop(place)
                return True
            if name in barrier:
                break
        return False

    def _pop(self, place: int) -> None:
        lost: list[tuple[_Key, int]] = []
        while len(self._open) > place:
            name, key = self._open.pop()
            self._counts[name] -= 1
            if key is not None:
                lost.append((key, self._markers))
            if name in _MARKERS:
                # What was opened inside ends with it.
                for inner, _ in lost:
                    self._forget(inner)
                lost.clear()
                while self.waiting and self.waiting[-1][1] == self._markers:
                    self._forget(self.waiting.pop()[0])
                self._markers -= 1
        self.waiting += lost

    def _end_formatting(self, name: str) -> None:
        for place in range(len(self.waiting) - 1, -1, -1):
            if self.waiting[place][0][0] == name:
                self._forget(self.waiting.pop(place)[0])
                return
        if not self._counts.get(name):
            return
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == name:
                _, key = self._open.pop(place)
                self._counts[name] -= 1
                if key is not None:
                    self._forget(key)
                return
            if self._open[place][0] in P_SCOPE:
                return

    def _forget(self, key: _Key) -> None:
        self._active[key] -= 1


def read_tags(data: bytes, outline: Outline, max_tags: int) -> Edits:
    """Read markup tag by tag and return what has to change in it.

    Args:
        data: Markup in UTF-8.
        outline: With nothing open yet.
        max_tags: Start tags and comments to read; what follows them is cut off.

    Raises:
        TooMuchFormatting: If formatting multiplies and the outline does not drop it.
    """
    edits = Edits()
    names: dict[bytes, str] = {}
    tags = roots = done = 0
    while (token := _TOKEN.search(data, done)) is not None:
        slash, tag = token[1], token[2]
        if outline.waiting and token.start() > done and not data[done : token.start()].isspace():
            outline.text()
        done = token.end()
        if not slash:
            tags += 1
            if tags > max_tags:
                edits.cut = True
                edits.changes.append((token.start(), len(data), b""))
                break
        if tag is None:
            done = _end_of_comment(data, token)
            continue
        if (name := names.get(tag)) is None:
            name = names[tag] = tag.decode("utf-8", "replace").lower()
        roots += name in _ROOTS
        _judge(token, name, outline, edits, keep_attributes=roots <= MAX_ROOT_TAGS or name not in _ROOTS)
        if name == "plaintext" or data[done - 1] != _GREATER:
            break  # the rest is text, or a tag that the page ends in
        if name in _RAW and not slash:
            ending = re.compile(rb"</" + name.encode(), re.IGNORECASE).search(data, done)
            done = ending.start() if ending else len(data)
    return edits


def _judge(token: re.Match[bytes], name: str, outline: Outline, edits: Edits, *, keep_attributes: bool) -> None:
    """Tell the outline about a tag, and note what has to change about it."""
    attributes = token[3]
    if name in _FORMATTING and outline.drop_formatting:
        edits.formatting += 1
        edits.changes.append((*token.span(), b""))
        return
    if token[1]:
        if not outline.end(name):
            edits.changes.append((*token.span(), b""))
        return
    kept = len(attributes)
    if kept > 2 * MAX_ATTRIBUTES or not keep_attributes:
        kept = _kept_attributes(attributes) if keep_attributes else 0
    if kept < len(attributes):
        edits.attributes += 1
        edits.changes.append((token.start(3) + kept, token.end(3), b""))
    if name not in _RAW and not outline.start(name, attributes[:kept]):
        edits.flattened += 1
        edits.changes.append((token.end(), token.end(), b"</" + token[2] + b">"))


def count_attributes(tag: bytes) -> int:
    """Return the number of attributes of a start tag, given from its name on.

    Example:
        >>> count_attributes(b"a href='/b c' hidden")
        2
    """
    return sum(1 for _ in _ATTRIBUTE.finditer(tag)) - 1


def _kept_attributes(attributes: bytes) -> int:
    """Return where the last attribute ends that is kept."""
    last = next(islice(_ATTRIBUTE.finditer(attributes), MAX_ATTRIBUTES - 1, MAX_ATTRIBUTES), None)
    return len(attributes) if last is None else last.end()


def _end_of_comment(data: bytes, token: re.Match[bytes]) -> int:
    ending = b"-->" if token[0] == b"<!--" else b">"
    place = data.find(ending, token.start() + 2)
    return len(data) if place < 0 else place + len(ending)
