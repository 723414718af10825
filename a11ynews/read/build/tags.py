"""What the tags mean for the flow of text.

Source: HTML Standard, section 15.3 "Non-replaced elements", the default ``display`` of each.
"""

from __future__ import annotations

from typing import Final

__all__ = ["BLOCK_TAGS", "HEADING_TAGS"]

HEADING_TAGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SECTIONS: Final = {"article", "aside", "body", "footer", "header", "hgroup", "html", "main", "nav", "section"}
_GROUPS: Final = {"blockquote", "center", "details", "dialog", "div", "figure", "noscript", "search"}
_FORMS: Final = {"fieldset", "form", "legend", "optgroup", "option"}
_LISTS: Final = {"dd", "dir", "dl", "dt", "li", "menu", "ol", "ul"}
_TABLES: Final = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TEXTS: Final = {"address", "figcaption", "hr", "listing", "p", "plaintext", "pre", "summary", "xmp"}

BLOCK_TAGS: Final = HEADING_TAGS | _SECTIONS | _GROUPS | _FORMS | _LISTS | _TABLES | _TEXTS
"""Elements whose edges end a paragraph."""
