"""The furniture file, folded and sorted for look-ups: labels, phrases that open a text, phrases inside one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from a11ynews.read.vocabulary.folding import fold_all
from a11ynews.read.vocabulary.lists import read

__all__ = ["KEY", "TOKEN", "Index", "Label", "furniture", "index"]

KEY = 3
"""First characters by which phrases that open a text are sorted."""
TOKEN = re.compile(r"[^\W\d_]+")
"""A word of letters, by which phrases inside a text are sorted."""
#: Greek has no accents on capitals: "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ" is "διαβάστε επίσης".
_WITHOUT_TONOS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


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


@dataclass(frozen=True, slots=True)
class Index:
    """The furniture file, folded: labels, and phrases.

    Attributes:
        labels: Whole texts.
        openings: Phrases that open a text, by their first characters.
        inner: Phrases of several words, by the longest word with others around it.
        anywhere: Phrases without such a word: they may end within one.
        anywhere_ascii: Those of ASCII, which alone can be in a text of ASCII.
    """

    labels: Mapping[str, Label]
    openings: Mapping[str, Mapping[str, Label]]
    inner: Mapping[str, Sequence[tuple[str, Label]]]
    anywhere: Sequence[tuple[str, Label]]
    anywhere_ascii: Sequence[tuple[str, Label]]


@cache
def index() -> Index:
    """Return the furniture file as an index; the first call reads it, 50 ms."""
    whole: dict[str, Label] = {}
    openings: dict[str, dict[str, Label]] = {}
    inner: dict[str, Label] = {}
    for text, key, label in _entries():
        if not text.endswith("…"):
            _put(whole, key, label)
            if (bare := key.translate(_WITHOUT_TONOS)) != key:
                _put(whole, bare, label)
        elif text.startswith("…"):
            _put(inner, key, label)
        else:
            _put(openings.setdefault(key[:KEY], {}), key, label)
    by_word: dict[str, list[tuple[str, Label]]] = {}
    anywhere: list[tuple[str, Label]] = []
    for phrases in openings.values():  # the longest first: it says the most
        for phrase in sorted(phrases, key=len, reverse=True):
            phrases[phrase] = phrases.pop(phrase)
    for phrase, label in inner.items():
        word = max(TOKEN.findall(" ".join(phrase.split()[1:-1])), key=len, default="")
        (by_word.setdefault(word, []) if word else anywhere).append((phrase, label))
    return Index(MappingProxyType(whole), openings, by_word, anywhere, [one for one in anywhere if one[0].isascii()])


def _put(found: dict[str, Label], key: str, label: Label) -> None:
    known = found.setdefault(key, label)
    if label.confirmed and not known.confirmed and known.kind == label.kind:
        found[key] = Label(kind=known.kind, language=known.language, confirmed=True)


def _entries() -> Iterator[tuple[str, str, Label]]:
    """Yield each wording of the furniture file, as it stands and folded, with its label."""
    for kind, table in furniture().items():
        for language, entry in table.items():
            if isinstance(entry, dict):
                for name in ("confirmed", "unconfirmed"):
                    label = Label(kind=kind, language=language, confirmed=name == "confirmed")
                    wordings = entry.get(name, "").split(" | ")
                    yield from (
                        (text, key, label) for text, key in zip(wordings, fold_all(wordings), strict=True) if text
                    )


_FURNITURE_LINE = re.compile(
    r"""^\[(?P<kind>[\w-]+)\]$ | ^because\ =\ "(?P<because>[^"\\]*)"$
    | ^(?P<language>[\w-]+)\.(?P<seen>confirmed|unconfirmed)\ =\ \'\'\'(?P<wordings>.*)\'\'\'$""",
    re.MULTILINE | re.VERBOSE,
)
"""The lines that the furniture file has: tomllib takes 40 ms over them, and every start of a program waits for it."""


@cache
def furniture() -> Mapping[str, Mapping[str, str | Mapping[str, str]]]:
    """Return the furniture file: for each kind its reason, and for each language its wordings as one line."""
    found: dict[str, dict[str, str | dict[str, str]]] = {}
    table: dict[str, str | dict[str, str]] = {}
    for line in _FURNITURE_LINE.finditer(read("furniture")):
        if line["kind"]:
            table = found[line["kind"]] = {}
        elif line["language"]:
            entry = table.setdefault(line["language"], {})
            if isinstance(entry, dict):
                entry[line["seen"]] = line["wordings"]
        else:
            table["because"] = line["because"]
    return found
