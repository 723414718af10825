"""Names of sources given as if they were the sources: a text is read as text, and told that it looks like a name."""

from __future__ import annotations

import re

from a11ynews.model.findings import Notice

__all__ = ["A_NAME", "looks_like_a_name"]

A_NAME = Notice(
    kind="looks-like-a-name",
    message="This text looks like a file's name or an address, and was read as text:"
    " for a file give pathlib.Path(name), for an address a11ynews.fetch(address).",
)

_NAME = re.compile(r"\s*(?:https?://\S{3,250}|[^\n<>]{1,250}\.(?:html?|xhtml|txt|md|mhtml|warc))\s*", re.IGNORECASE)


def looks_like_a_name(text: str) -> bool:
    """Tell whether a text is nothing but what could be a file's name or a web address.

    Example:
        >>> looks_like_a_name("story.html"), looks_like_a_name("The ferry sails.")
        (True, False)
    """
    return _NAME.fullmatch(text) is not None
