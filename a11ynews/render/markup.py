"""Text into markup: the one place where the characters of a page are made safe.

Every string that goes from the model into HTML, be it text or the value of an attribute, passes
:func:`escape`. Attributes are always written in double quotes, by us, with names that we chose.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

__all__ = ["clean", "compose", "escape"]

# What no reader can see and no document may hold (Infra, "noncharacter"; HTML, "text"): C0 but for tab
# and newline, DEL, C1, lone surrogates, noncharacters. And the two bidirectional overrides: they let a
# page show other words than those it says. Joiners, marks and isolates stay: scripts need them.
_NONCHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef" + _NONCHARACTERS + "]",
)


# Ideographs that composition would replace by others: the forms in which some write their names.
_COMPATIBLE = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")


def clean(text: str) -> str:
    """Return text without the characters that may not stand in a document.

    Example:
        >>> clean("bell" + chr(7) + chr(0x1B) + "[31m, caf" + chr(0xE9))
        'bell[31m, café'
    """
    # Most text is printable through and through, and the check for it runs in C.
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def compose(text: str) -> str:
    """Return text with its accents composed with their letters, as a document should have it.

    Example:
        >>> compose("cafe" + chr(0x301)) == "caf" + chr(0xE9)
        True

    Source:
        W3C, Character Model for the World Wide Web: String Matching, section 3.1 (content in form NFC).
    """
    if text.isascii() or is_normalized("NFC", text):
        return text
    parts = _COMPATIBLE.split(text)
    return "".join(part if place % 2 else normalize("NFC", part) for place, part in enumerate(parts))


def escape(text: str) -> str:
    """Return text as HTML that shows these characters, for use in an element or in a quoted attribute.

    An apostrophe is left alone: our attributes stand in double quotes only.

    Example:
        >>> escape('Tom & "Jerry" <b>')
        'Tom &amp; &quot;Jerry&quot; &lt;b&gt;'
    """
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    if not text.isascii() and not is_normalized("NFC", text):
        text = compose(text)
    # Most text has none of them, and to look for one costs a fraction of replacing it.
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text
