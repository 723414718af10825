"""``parser="lxml"``: libxml2's tree, with the faults repaired that cost content.

libxml2's tokeniser follows HTML5, its tree builder does not (measured with 2.14: the HTML5 tree on
16 of 36 broken snippets). Void elements that it takes for containers and paragraphs that it leaves
open are set right here, ``</br>`` is the line break that browsers see, and what a ``template`` holds, which
nobody sees, is taken out: libxml2 may take what follows a ``template`` for its content, and lose it to the
reader. Misnested formatting stays as libxml2 sees it. On all 1,255 pages of the corpora the text shown and the
order of its blocks are those of the default parser (November 2026).
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from a11ynews.tree.elements import Element, fill_from_elements
from a11ynews.tree.fill import Filler
from a11ynews.tree.limits import Limits
from a11ynews.tree.page import Page

__all__ = ["parse"]

_LAST_ENDS = re.compile(rb"</(?:body|html)\s*+>", re.IGNORECASE)
"""End tags that say nothing, as all that follows them belongs in the body (HTML Standard, 13.2.6.4.19)."""
_FAULTS = re.compile(
    rb"<(?:!--(?:[^-]++|-(?!->))*+|script(?=[\s/>])(?:[^<]++|<(?!/script))*+|"
    rb"(?P<slash>/?)template(?=[\s/>])[^>]*+>|(?P<break>/br(?=[\s/>])[^>]*+>))",
    re.IGNORECASE,
)
"""Templates and ``</br>``; comments and scripts, in which they mean nothing."""


def _repaired(data: bytes) -> bytes:
    """Return markup whose templates are empty and whose ``</br>`` are ``<br>``, as browsers have them."""
    parts: list[bytes] = []
    done = depth = 0
    for found in _FAULTS.finditer(data):
        if found["break"] and not depth:
            parts += (data[done : found.start()], b"<br>")
            done = found.end()
        elif found["slash"] is None:
            continue
        elif not found["slash"]:
            if not depth:
                parts.append(data[done : found.end()])
                done = found.end()
            depth += 1
        elif depth:
            depth -= 1
            done = done if depth else found.start()
    return b"".join([*parts, data[done:]])


def parse(data: bytes, limits: Limits) -> Page:
    """Parse UTF-8 with lxml."""
    # Browsers drop NULs; lxml makes U+FFFD of them. And what follows </html> it loses.
    data = _repaired(_LAST_ENDS.sub(b"", data.replace(b"\0", b"")))
    # Without huge_tree everything below 254 elements, and text over 10 MB, is lost without a word.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    filler = Filler(limits, closes_p=True)
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.XMLSyntaxError:  # "Document is empty": a page of comments, or of nothing
        root = None
    if root is None:
        filler.open("html", {})
        filler.close()
    else:
        fill_from_elements(filler, cast("Element", root))
    page = filler.finish()
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        message = "lxml does not read what is more than 2,046 elements deep: use the parser lexbor."
        page.notices.append(limits.hit("depth", message))
    return page
