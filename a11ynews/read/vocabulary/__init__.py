"""Words that mark furniture, in many languages: data files and their tiny loader.

``furniture.toml`` has a table for each kind of furniture and in it a line for each language::

    [share]
    because = "Buttons to pass the page on."
    de = { confirmed = ["Teilen"], unconfirmed = ["Jetzt teilen"] }

*Confirmed* labels were seen, standing alone, on at least one page of the development corpora or
in ``voa-pangea-template``'s pages; the others are well-known wordings that no page has shown us yet.
Labels are evidence, not proof: callers weigh where the words stand.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["LONGEST_LABEL", "Label", "find_label", "fold", "labels", "reasons"]

#: The longest label of furniture.toml has 64 characters folded; what is longer is not looked up.
LONGEST_LABEL = 80

_COUNT = re.compile(r"^\(?\d{1,6}\)? | [(\[]?\d{1,6}$")
_EDGE_CATEGORIES = frozenset("PSZC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says about the text that consists of it.

    Attributes:
        kind: The kind of furniture ("share", "ticker-label").
        language: BCP 47 tag of the first language of the file that has it.
        confirmed: Whether a real page has shown it, standing alone.
    """

    kind: str
    language: str
    confirmed: bool


def fold(text: str) -> str:
    """Return text as labels are compared: no case, no width, one space, no marks at the ends.

    Args:
        text: A line or an element's text.

    Returns:
        The NFKC form, case-folded, with single spaces, without punctuation, symbols and invisible
        characters at either end. Accents, vowel signs and inner marks stay.

    Example:
        >>> fold("  » READ  more: ")
        'read more'
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    start, end = 0, len(folded)
    while start < end and _is_edge(folded[start]):
        start += 1
    while end > start and _is_edge(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _is_edge(character: str) -> bool:
    return not character.isalnum() and unicodedata.category(character)[0] in _EDGE_CATEGORIES


@cache
def labels() -> Mapping[str, Label]:
    """Return every label of the furniture file, folded, with what it marks.

    Where two languages share a wording, the first of the file names it; it counts as confirmed
    if either is.

    Example:
        >>> labels()["accessibility links"].kind
        'skip-links'
    """
    found: dict[str, Label] = {}
    for kind, language, text, confirmed in _entries():
        key = fold(text)
        known = found.get(key)
        if known is None:
            found[key] = Label(kind=kind, language=language, confirmed=confirmed)
        elif confirmed and not known.confirmed and known.kind == kind:
            found[key] = Label(kind=kind, language=known.language, confirmed=True)
    return MappingProxyType(found)


@cache
def reasons() -> Mapping[str, str]:
    """Return, for each kind of furniture, the sentence that tells a reader why it was left out.

    Example:
        >>> reasons()["print"]
        'A button to print the page.'
    """
    return MappingProxyType({kind: str(table["because"]) for kind, table in _furniture().items()})


def find_label(text: str) -> Label | None:
    """Return the label that a text consists of, a count beside it aside; None if there is none.

    Args:
        text: A whole line or the whole text of an element.

    Example:
        >>> find_label("Comments (12)").kind
        'comments'
        >>> find_label("Comments by the minister were few.") is None
        True
    """
    if len(text) > LONGEST_LABEL:
        return None
    folded = fold(text)
    known = labels()
    return known.get(folded) or known.get(fold(_COUNT.sub("", folded)))


def _entries() -> Iterator[tuple[str, str, str, bool]]:
    for kind, table in _furniture().items():
        for language, entry in table.items():
            if isinstance(entry, dict):
                yield from ((kind, language, text, True) for text in entry.get("confirmed", ()))
                yield from ((kind, language, text, False) for text in entry.get("unconfirmed", ()))


@cache
def _furniture() -> Mapping[str, Mapping[str, str | Mapping[str, list[str]]]]:
    return tomllib.loads((files(__package__) / "furniture.toml").read_text(encoding="utf-8"))
