"""What links are called where their words alone would not tell them apart.

In a list of links each stands alone: "here" leads nowhere there, and five that are called "Amazon" lead to one
place as far as anybody can hear. Such links are named by their words and the place they lead to.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from urllib.parse import unquote, urlsplit

from a11ynews.render.addresses import host_of

__all__ = ["VAGUE", "distinct_name"]

VAGUE = frozenset(
    {"click here", "here", "more", "read more", "learn more", "link", "this", "this link", "continue", "details"}
    | {"continue reading", "hier", "mehr", "weiterlesen", "ici", "lire la suite", "en savoir plus", "aquí"}
    | {"leer más", "clique aqui", "leia mais", "qui", "leggi tutto", "こちら", "点击这里", "здесь", "подробнее"}
)
"""Words of links that say nothing of where they lead, in lower case."""

_SIGNS = " .,:;…»>›→[]()"
_LAST = re.compile(r"[^/]+(?=/*$)")
_MAX_PLACE = 60


def distinct_name(words: str, address: str, names: MutableMapping[str, str], kind: str = "") -> str | None:
    """Return a name for a link that its words do not tell from others; None where they do.

    The name begins with the words that are shown (WCAG 2.5.3, Label in Name).

    Args:
        words: The link's words.
        address: Where it leads.
        names: The names of the page's links so far, with their addresses; this one is added.
        kind: What the link shows behind its words of where it leads: " (PDF)".

    Example:
        >>> names = {}
        >>> distinct_name("the report", "https://a.example/r", names) is None
        True
        >>> distinct_name("the report", "https://b.example/r", names)
        'the report (b.example)'
        >>> distinct_name("here", "https://a.example/rivers-of-the-north", names)
        'here (a.example)'
        >>> distinct_name("here", "https://a.example/mills", names)
        'here (a.example, mills)'
        >>> distinct_name("here", "https://a.example/plan.pdf", names, " (PDF)")
        'here (PDF), a.example'

    Source:
        WCAG 2.2, 2.4.9 Link Purpose (Link Only), technique ARIA8.
    """
    key = words.casefold().strip(_SIGNS)
    if key not in VAGUE and names.setdefault(f"{key}{kind}", address) == address:
        return None
    words = f"{' '.join(words.split())}{kind}"
    for name in _candidates(words, address):
        if names.setdefault(name.casefold(), address) == address:
            return name
    return f"{words} ({len(names)})"


def _candidates(words: str, address: str) -> tuple[str, ...]:
    host = host_of(address) or address.partition(":")[2] or address
    parts = urlsplit(address)
    last = _LAST.search(parts.path)
    place = unquote(last[0]) if last else ""
    if parts.query or parts.fragment:
        place = f"{place} {unquote(parts.query or parts.fragment)}"
    known = bool(place.strip()) and len(place) <= _MAX_PLACE
    if words.endswith(")"):  # "the report (PDF)": no second bracket after the first
        return f"{words}, {host}", *((f"{words}, {host}, {place.strip()}",) if known else ())
    return f"{words} ({host})", *((f"{words} ({host}, {place.strip()})",) if known else ())
