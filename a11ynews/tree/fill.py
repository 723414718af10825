"""Fill a page from a walk over some library's tree: open an element, give text, close it.

The default parser has its own loop, as it is the one that has to be fast; this is for all others.
"""

from __future__ import annotations

from collections.abc import Mapping

from a11ynews.tree.limits import Limits
from a11ynews.tree.page import NO_ATTRIBUTES, TEXT, Page

BLANK = " \t\n\f\r"
"""White space of markup."""

__all__ = ["APART", "P_CLOSERS", "P_SCOPE", "Filler"]

_CLOSERS = """
address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5
h6 header hgroup hr main menu nav ol p pre search section summary table ul
"""
_SCOPE = "applet button caption desc foreignobject html marquee math object svg table td template th title"

P_CLOSERS = frozenset(_CLOSERS.split())
"""Start tags that end an open ``p`` (HTML Standard, 13.2.6.4.7)."""

P_SCOPE = frozenset(_SCOPE.split())
"""Through these an open ``p`` outside is not seen: "button scope" (HTML Standard, 13.2.4.2)."""

APART = P_CLOSERS | frozenset(
    ("html", "head", "body", "li", "dt", "dd", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "colgroup",
     "select", "optgroup", "option")
)  # fmt: skip
"""Blocks and their parts. White space after one of their tags, start or end, is never seen and so no node of a page,
up to the first ``pre``. More than a quarter of what parsers make of a page is such white space."""


class Filler:
    """Writes a page node by node, within limits.

    Args:
        limits: Bounds on nodes, depth and text.
        closes_p: Whether blocks end an open ``p`` as in HTML, for parsers that do not see to it.

    Attributes:
        page: The page so far.
        full: Set when nothing more fits; the walk may stop.
    """

    def __init__(self, limits: Limits, *, closes_p: bool = False) -> None:
        """Begin an empty page."""
        self.page = Page()
        self.full = False
        self._limits = limits
        self._closes_p = closes_p
        self._room = limits.max_text
        self._stack: list[int] = []  # open nodes, as the page has them
        self._opened: list[int | None] = []  # open elements, as the walk has them; None: not in the page's stack
        self._too_deep = 0
        self._apart = APART
        self._tag_before = ""  # of the start or end tag that stands right before; "" after text

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        page = self.page
        tag = tag.lower()
        if self._closes_p and tag in P_CLOSERS:
            self._close_p()
        number = len(page.tags)
        if number >= self._limits.nodes:
            self._stop("nodes", f"Only the first {self._limits.nodes:,} nodes of the page were read.")
            self._opened.append(None)
            return
        self._append(tag, "", attributes)
        self._tag_before = tag
        if tag == "pre":
            self._apart = frozenset()
        if len(self._stack) < self._limits.max_depth:
            self._stack.append(number)
            self._opened.append(number)
        else:
            self._too_deep += 1
            self._opened.append(None)

    def text(self, text: str | None) -> None:
        """Add text to the element that is open; text after text becomes one node."""
        if not text or self.full:
            return
        if len(text) > self._room:
            text = text[: self._room]
            self._stop("text", f"Only the first {self._limits.max_text:,} characters of the page's text were read.")
        self._room -= len(text)
        page = self.page
        if page.tags and page.tags[-1] == TEXT and page.parents[-1] == self._stack[-1]:
            page.texts[-1] += text
        elif self._tag_before in self._apart and not text.strip(BLANK):
            return
        elif len(page.tags) < self._limits.nodes:
            self._append(TEXT, text, NO_ATTRIBUTES)
            self._tag_before = ""
        else:
            self._stop("nodes", f"Only the first {self._limits.nodes:,} nodes of the page were read.")

    def close(self) -> None:
        """End the element that the walk opened last."""
        number = self._opened.pop()
        if number is None or number not in reversed(self._stack):  # a block may have ended it
            return
        while self._end_last() != number:
            pass

    def finish(self) -> Page:
        """Return the page."""
        while self._stack:
            self._end_last()
        if self._too_deep:
            message = (
                f"{self._too_deep:,} elements deeper than {self._limits.max_depth} were laid flat; no text was lost."
            )
            self.page.notices.append(self._limits.hit("depth", message))
        return self.page

    def _append(self, tag: str, text: str, attributes: Mapping[str, str]) -> None:
        page = self.page
        page.tags.append(tag)
        page.parents.append(self._stack[-1] if self._stack else -1)
        page.ends.append(len(page.tags))
        page.texts.append(text)
        page.attributes.append(attributes or NO_ATTRIBUTES)

    def _end_last(self) -> int:
        number = self._stack.pop()
        self.page.ends[number] = len(self.page.tags)
        self._tag_before = self.page.tags[number]
        return number

    def _close_p(self) -> None:
        tags = self.page.tags
        for place in range(len(self._stack) - 1, -1, -1):
            tag = tags[self._stack[place]]
            if tag == "p":
                while len(self._stack) > place:
                    self._end_last()
                return
            if tag in P_SCOPE:
                return

    def _stop(self, name: str, message: str) -> None:
        if not self.full:
            self.full = True
            self.page.notices.append(self._limits.hit(name, message))
