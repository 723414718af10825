"""Keep hostile markup from costing a parser more than its size is worth.

Tree construction as the HTML Standard has it is quadratic in three ways, and lexbor follows it
(milliseconds for 2,000 / 4,000 / 8,000; selectolax 1.0.2): depth (nested ``div`` 7 / 31 / 123,
``ul > li`` 29 / 117 / 425), formatting that is left open and built anew in each paragraph
(201 / 1,192 / 4,964), and attributes of one element (7 / 29 / 121). Each is seen here in linear
time, and the markup is mended before it is parsed: no text is lost.

A normal page pays for two passes of C over its bytes; only one with over 10,000 tags, or
hundreds of formatting tags that differ, is read tag by tag.
"""

from __future__ import annotations

import re

from a11ynews.model.findings import Notice
from a11ynews.tree.limits import Limits
from a11ynews.tree.outline import MAX_ATTRIBUTES, Edits, Outline, TooMuchFormatting, count_attributes, read_tags

__all__ = ["mend"]

FEW_TAGS = 10_000
"""So many cost at most 0.3 s, whatever their order; 99 of 100 news pages have fewer."""

FEW_CLONES = 500_000
"""Nodes that formatting can come to: formatting tags with attributes times all tags. 0.5 s at worst."""

KEPT_EQUALS = 3
"""Of equal formatting elements that are open, the last ones."""

LONG_TAG = 8192
"""Bytes of a start tag with enough attributes to matter: 2,000 of four bytes cost 7 ms."""

BIG_PAGE = 256 * 1024
"""From here every tag is measured. Below, a tag of attributes alone can cost 4 s if it takes pains to look short."""

# The look ahead spares most tags the alternatives: it makes this twice as fast.
_FORMATS = rb"<(?=[bcefistu])(?:[bius]|em|tt|big|font|code|small|strike|strong)"
_FORMATTING = re.compile(_FORMATS + rb"[\s/]", re.IGNORECASE)
_ATTRIBUTE = rb"\s++[^\s/<>\"'=]++(?:=(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s<>\"'=`]++))?+"
# So well formed that it ends here for every parser, and of equal ones each parser makes equal elements.
_PLAIN_FORMATTING = re.compile(_FORMATS + rb"(?:" + _ATTRIBUTE + rb")++\s*+/?+>", re.IGNORECASE)
_BODY = rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))*+"
_RAW = "|".join(
    rf"{name}(?=[\s/>])[^>]*+>(?:[^<]++|<(?!/{name}))*+"
    for name in ("script", "style", "textarea", "title", "xmp", "iframe")
).encode()
_TAG = re.compile(rb"<[a-z]" + _BODY, re.IGNORECASE)
_TAGS = re.compile(rb"<(?:!--(?:[^-]++|-(?!->))*+|" + _RAW + rb"|[a-z]" + _BODY + rb")", re.IGNORECASE)


def mend(data: bytes, limits: Limits) -> tuple[bytes, list[Notice]]:
    """Return markup that can be parsed in linear time, and notices if that took changes.

    Args:
        data: Markup in UTF-8.
        limits: ``max_depth`` counts here: tags of deeper elements are emptied, so that their
            content follows them. ``max_nodes`` bounds the tags that are read at all.

    Returns:
        The markup, nearly always the very same object; what was changed in it.

    Raises:
        LimitError: If something had to be changed and ``limits.strict``.
    """
    if not _is_suspicious(data):
        return data, []
    try:
        edits = read_tags(data, Outline(limits.max_depth), limits.nodes)
    except TooMuchFormatting:
        edits = read_tags(data, Outline(limits.max_depth, drop_formatting=True), limits.nodes)
    return edits.apply(data), _notices(edits, limits)


def _is_suspicious(data: bytes) -> bool:
    tags = data.count(b"<")
    if tags > FEW_TAGS or _has_long_tag(data):
        return True
    # Without enough tags, not even an equal number of formatting and of paragraphs comes to much.
    return tags * tags > 4 * FEW_CLONES and _most_waiting(data, FEW_CLONES // tags) > FEW_CLONES // tags


def _most_waiting(data: bytes, few: int) -> int:
    """Return how much formatting with attributes can wait at a time to be built anew.

    Of equal elements a parser keeps three: "Noah's Ark" (13.2.4.3). So the 900 ``<i class="icon">`` of a real page
    come to 24, and of 100 pages one is read tag by tag, not five.
    """
    every = len(_FORMATTING.findall(data))
    if every <= few:
        return every
    plain = _PLAIN_FORMATTING.findall(data)
    return every - len(plain) + KEPT_EQUALS * len(set(plain))


def _has_long_tag(data: bytes) -> bool:
    """Whether a start tag has more attributes than it can be allowed."""
    if len(data) >= BIG_PAGE:
        return any(map(_is_crowded, [tag for tag in _TAGS.findall(data) if len(tag) > LONG_TAG]))
    stretch = LONG_TAG // 2
    for place in range(stretch, len(data) - stretch, stretch):
        # A long tag leaves a stretch without "<"; so does a script, but its tag ends soon.
        if data.find(b"<", place, place + stretch) < 0:
            start = data.rfind(b"<", 0, place)
            if start >= 0 and data.find(b">", start, start + stretch) < 0 and _is_crowded(data[start:]):
                return True
    return False


def _is_crowded(tag: bytes) -> bool:
    """Whether a long piece of markup is a tag of attributes, not a comment, a script or one long value."""
    start = _TAG.match(tag)
    return start is not None and count_attributes(start[0][1:]) > MAX_ATTRIBUTES


def _notices(edits: Edits, limits: Limits) -> list[Notice]:
    found = []
    if edits.cut:
        found.append(limits.hit("nodes", f"Only the first {limits.nodes:,} tags of the page were read."))
    if edits.flattened:
        message = f"{edits.flattened:,} elements deeper than {limits.max_depth} were laid flat; no text was lost."
        found.append(limits.hit("depth", message))
    if edits.formatting:
        message = f"{edits.formatting:,} tags of bold, italic and the like were left out: they were never closed."
        found.append(limits.hit("nodes", message))
    if edits.attributes:
        message = f"{edits.attributes:,} elements had more than {MAX_ATTRIBUTES} attributes; the rest were left out."
        found.append(limits.hit("nodes", message))
    return found
