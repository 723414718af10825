"""Words that mark furniture, in many languages: data files and their tiny loader.

``furniture.toml`` has a table for each kind of furniture and in it a line for each language::

    [share]
    because = "Buttons to pass the page on or to keep it."
    de.confirmed = '''Teilen | Artikel teilen'''
    de.unconfirmed = '''Auf WhatsApp teilen | Teilen Sie…'''

*Confirmed* wordings were seen on at least one real page, alone in their element; the others are
well known and no page has shown them to us yet. An ellipsis at the end makes a *phrase*: a text
that begins with these words ("Follow us…"). One at both ends: a text that has them anywhere.
Labels are evidence, not proof: callers weigh where the words stand.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = [
    "LONGEST_LABEL",
    "LONGEST_PHRASE",
    "POINTERS",
    "Label",
    "data",
    "find_label",
    "find_phrase",
    "find_placeholder",
    "find_pointer",
    "fold",
    "labels",
    "reasons",
    "words",
]

#: No label of furniture.toml is longer than this; what is longer is not looked up. Characters.
LONGEST_LABEL = 80
#: Longer texts are no furniture on the strength of a phrase alone; rights lines come close to it.
LONGEST_PHRASE = 500
#: Kinds whose phrases are no story wherever they stand: what stands in the place of something else, and
#: what speaks to readers of something else.
_PLACEHOLDERS = frozenset({"external-content", "player-fallback", "cookie", "appeal", "syndication"})
_ASIDES = frozenset({"appeal", "syndication"})
#: Of these, longer texts are more than that: sentences of the story that happen to begin so.
_LONGEST_ASIDE = 250
#: Kinds whose labels stand before a colon and a pointer to something else: "Read more: The ferry returns".
POINTERS = frozenset({"read-more", "related", "newsletter", "app-promo"})
_SHOUTED = POINTERS | {"player-fallback"}
#: The same for labels in capitals: "WATCH | ...".
_AFTER_LABEL = re.compile("[:：]| [|] ")
_KEY = 3
_TOKEN = re.compile(r"[^\W\d_]+")

_COUNT = re.compile(
    r"^\(?\d{1,6}\)? | [(\[]?\d{1,6}$|\W{1,3}\d{1,3}:\d\d(?::\d\d)?(?: ?min(?:utes?|uten|uti|utos|\.)?)?$"
)
"""What may stand beside a label: a count, or how long a recording takes."""
_TIMED = re.compile(r"\d:\d\d")
_COLON = re.compile("[:：]")
#: Labels that links to other stories begin with; other labels also begin headlines ("Video: ...").
_COLON_KINDS = frozenset({"related", "read-more", "share", "follow"})
#: Greek has no accents on capitals: "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ" is "διαβάστε επίσης".
_WITHOUT_TONOS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")
_ASCII_EDGES = "".join(character for character in map(chr, range(128)) if not character.isalnum())
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


@lru_cache(maxsize=4096)
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
    if text.isascii():
        return " ".join(text.lower().split()).strip(_ASCII_EDGES)
    return _trimmed(" ".join(_lower(unicodedata.normalize("NFKC", text)).split()))


def _lower(text: str) -> str:
    """Return text without case. Turkish capitals have a dot or none where the small letters do: both become an i."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def _trimmed(folded: str) -> str:
    """Return a text without marks at its ends; nearly all begin and end in letters."""
    start, end = 0, len(folded)
    while start < end and not folded[start].isalnum() and _is_edge(folded[start]):
        start += 1
    while end > start and not folded[end - 1].isalnum() and _is_edge(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _is_edge(character: str) -> bool:
    return not character.isalnum() and unicodedata.category(character)[0] in _EDGE_CATEGORIES


def labels() -> Mapping[str, Label]:
    """Return every label of the furniture file, folded, with what it marks.

    Where two languages share a wording, the first of the file names it; it counts as confirmed
    if either is. Phrases are not among them. The first call reads the file, 50 ms.

    Example:
        >>> labels()["accessibility links"].kind
        'skip-links'
    """
    return _index().labels


@cache
def reasons() -> Mapping[str, str]:
    """Return, for each kind of furniture, the sentence that tells a reader why it was left out.

    Example:
        >>> reasons()["print"]
        'A button to print the page or to change the size of its letters.'
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
    return _label_of(text) if len(text) <= LONGEST_LABEL else None


@lru_cache(maxsize=4096)
def _label_of(text: str) -> Label | None:
    """Return the label of a short text; the pages of a site have the same menus."""
    folded = fold(text)
    known = _index().labels
    label = known.get(folded)
    if label is None and (folded[:1].isdigit() or folded[-1:].isdigit() or (":" in folded and _TIMED.search(folded))):
        bare = fold(_COUNT.sub("", folded))
        return known.get(bare) if len(bare) > 1 else None  # "x", a network's name, is in "1920 x 1080" as well
    return label


def find_phrase(text: str) -> Label | None:
    """Return the label of the phrase that a text begins with or has in it; None if there is none.

    Weaker evidence than :func:`find_label`: only for the ends of a text, or beside other signs.

    Args:
        text: A line or paragraph.

    Example:
        >>> find_phrase("© 2024 The Daily Example. All rights reserved.").kind
        'rights'
    """
    if len(text) > LONGEST_PHRASE:
        return None
    folded = fold(text)
    if (opening := _opening(folded)) is not None:
        return opening
    if text.lstrip()[:1] in ("©", "Ⓒ"):
        return _index().labels["copyright"]
    return _before_colon(text) or _inside(folded)


def find_placeholder(text: str) -> Label | None:
    """Return the label of a text that is no story wherever it stands; None for other texts.

    Words of a player that is not there, requests for consent before something from elsewhere is shown, requests
    to subscribe or to give, notes on where a story was published first: in the middle of a story as little part of
    it as at its ends.

    Args:
        text: A line or paragraph.

    Example:
        >>> find_placeholder("To view this content, you need to accept the cookies of Example.").kind
        'external-content'
    """
    if len(text) > LONGEST_PHRASE:
        return None
    folded = fold(text)
    label = _opening(folded) or (_inside(folded) if _may_hold_place(folded) else None)
    if label is None or label.kind not in _PLACEHOLDERS:
        return None
    return None if label.kind in _ASIDES and len(text) > _LONGEST_ASIDE else label


def find_pointer(text: str) -> Label | None:
    """Return the label before a colon or a bar that makes a line a pointer to something else; None for other lines.

    Example:
        >>> find_pointer("Read more: The ferry returns").kind
        'read-more'
        >>> find_pointer("The verdict: no ferry") is None
        True
    """
    after = _AFTER_LABEL.search(text) if ":" in text or "|" in text or not text.isascii() else None
    if after is None:
        return None
    head = text[: after.start()]
    label = find_label(head)
    return label if label is not None and label.kind in (_SHOUTED if head.isupper() else POINTERS) else None


def _may_hold_place(folded: str) -> bool:
    """Whether a text has a word without which no phrase for a placeholder can be in it; hardly any text does."""
    for stem in _placeholder_stems(folded.isascii()):  # noqa: SIM110 - any() takes three times as long
        if stem in folded:
            return True
    return False


@cache
def _placeholder_stems(ascii_only: bool) -> tuple[str, ...]:  # noqa: FBT001 - of a cache
    """Return a word, or a part of one, of each phrase for a placeholder that may stand inside a text."""
    index = _index()
    entries = [*index.anywhere, *(entry for table in index.inner.values() for entry in table)]
    stems: list[str] = []
    for phrase in sorted((phrase for phrase, label in entries if label.kind in _PLACEHOLDERS), key=len):
        if not any(stem in phrase for stem in stems):
            stems.append(max(phrase.split(), key=len))
    return tuple(stem for stem in stems if stem.isascii() or not ascii_only)


def _opening(folded: str) -> Label | None:
    """The label of the phrase that a folded text begins with."""
    for phrase, label in _index().openings.get(folded[:_KEY], {}).items():
        if folded.startswith(phrase) and not _goes_on(folded, len(phrase)):
            return label
    return None


def _inside(folded: str) -> Label | None:
    """The label of a phrase that a folded text has in it; phrases of several words are looked up by one of these."""
    index = _index()
    for token in filter(index.inner.__contains__, _TOKEN.findall(folded)):
        for phrase, label in index.inner[token]:
            if phrase in folded:
                return label
    anywhere = index.anywhere_ascii if folded.isascii() else index.anywhere
    for phrase, label in anywhere:
        if phrase in folded:
            return label
    return None


def _before_colon(text: str) -> Label | None:
    """The label before a colon: "Related: Border Closed"."""
    head = _COLON.split(text, maxsplit=1)[0]
    label = find_label(head) if head != text else None
    return label if label is not None and label.kind in _COLON_KINDS else None


def _goes_on(folded: str, end: int) -> bool:
    """Whether the word at the end of a phrase is longer in the text; scripts without spaces do not tell."""
    return folded[end : end + 1].isalnum() and folded[end] < "\u0e00" and folded[end - 1].isalpha()


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Return a list of one of the vocabulary files, case-folded.

    Args:
        file: Name of the file without ``.toml``.
        key: Name of the list in it; "table.list" for a list in a table.

    Example:
        >>> "reuters" in words("agencies", "names")
        True
    """
    value: object = data(file)
    for name in key.split("."):
        value = value[name] if isinstance(value, dict) else None
    if not isinstance(value, list):
        message = f"no list {key} in {file}.toml"
        raise TypeError(message)
    return frozenset(str(entry).casefold() for entry in value)


@cache
def data(file: str) -> dict[str, Any]:
    """Return one of the vocabulary files as plain data; each is read once, when it is first asked for.

    Args:
        file: Name of the file without ``.toml``.
    """
    return tomllib.loads(_read(file))


def _read(file: str) -> str:
    return (files(__package__) / f"{file}.toml").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Index:
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
def _index() -> _Index:
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
            _put(openings.setdefault(key[:_KEY], {}), key, label)
    by_word: dict[str, list[tuple[str, Label]]] = {}
    anywhere: list[tuple[str, Label]] = []
    for phrases in openings.values():  # the longest first: it says the most
        for phrase in sorted(phrases, key=len, reverse=True):
            phrases[phrase] = phrases.pop(phrase)
    for phrase, label in inner.items():
        word = max(_TOKEN.findall(" ".join(phrase.split()[1:-1])), key=len, default="")
        (by_word.setdefault(word, []) if word else anywhere).append((phrase, label))
    return _Index(MappingProxyType(whole), openings, by_word, anywhere, [one for one in anywhere if one[0].isascii()])


def _put(found: dict[str, Label], key: str, label: Label) -> None:
    known = found.setdefault(key, label)
    if label.confirmed and not known.confirmed and known.kind == label.kind:
        found[key] = Label(kind=known.kind, language=known.language, confirmed=True)


def _entries() -> Iterator[tuple[str, str, Label]]:
    """Yield each wording of the furniture file, as it stands and folded, with its label."""
    for kind, table in _furniture().items():
        for language, entry in table.items():
            if isinstance(entry, dict):
                for name in ("confirmed", "unconfirmed"):
                    label = Label(kind=kind, language=language, confirmed=name == "confirmed")
                    wordings = entry.get(name, "").split(" | ")
                    yield from (
                        (text, key, label) for text, key in zip(wordings, _folded(wordings), strict=True) if text
                    )


def _folded(texts: list[str]) -> list[str]:
    """Return texts folded, all at once: the file has 12,000, and most of the time goes into calls."""
    together = " ".join(_lower(unicodedata.normalize("NFKC", " | ".join(texts))).split())
    folded = together.split(" | ")
    return list(map(_trimmed, folded)) if len(folded) == len(texts) else list(map(fold, texts))


_FURNITURE_LINE = re.compile(
    r"""^\[(?P<kind>[\w-]+)\]$ | ^because\ =\ "(?P<because>[^"\\]*)"$
    | ^(?P<language>[\w-]+)\.(?P<seen>confirmed|unconfirmed)\ =\ \'\'\'(?P<wordings>.*)\'\'\'$""",
    re.MULTILINE | re.VERBOSE,
)
"""The lines that the furniture file has: tomllib takes 40 ms over them, and every start of a program waits for it."""


@cache
def _furniture() -> Mapping[str, Mapping[str, str | Mapping[str, str]]]:
    found: dict[str, dict[str, str | dict[str, str]]] = {}
    table: dict[str, str | dict[str, str]] = {}
    for line in _FURNITURE_LINE.finditer(_read("furniture")):
        if line["kind"]:
            table = found[line["kind"]] = {}
        elif line["language"]:
            entry = table.setdefault(line["language"], {})
            if isinstance(entry, dict):
                entry[line["seen"]] = line["wordings"]
        else:
            table["because"] = line["because"]
    return found
