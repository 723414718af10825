"""Words that mark furniture, in many languages: what a text says of itself by them.

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
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from a11ynews.read.vocabulary.folding import fold
from a11ynews.read.vocabulary.lists import data, words
from a11ynews.read.vocabulary.wordings import KEY, TOKEN, Label, furniture, index

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
#: The same for labels in capitals: "WATCH | ...".
_SHOUTED = POINTERS | {"player-fallback"}
_AFTER_LABEL = re.compile("[:：]| [|] ")

_COUNT = re.compile(
    r"^\(?\d{1,6}\)? | [(\[]?\d{1,6}$|\W{1,3}\d{1,3}:\d\d(?::\d\d)?(?: ?min(?:utes?|uten|uti|utos|\.)?)?$"
)
"""What may stand beside a label: a count, or how long a recording takes."""
_TIMED = re.compile(r"\d:\d\d")
_COLON = re.compile("[:：]")
#: Labels that links to other stories begin with; other labels also begin headlines ("Video: ...").
_COLON_KINDS = frozenset({"related", "read-more", "share", "follow"})


def labels() -> Mapping[str, Label]:
    """Return every label of the furniture file, folded, with what it marks.

    Where two languages share a wording, the first of the file names it; it counts as confirmed
    if either is. Phrases are not among them. The first call reads the file, 50 ms.

    Example:
        >>> labels()["accessibility links"].kind
        'skip-links'
    """
    return index().labels


@cache
def reasons() -> Mapping[str, str]:
    """Return, for each kind of furniture, the sentence that tells a reader why it was left out.

    Example:
        >>> reasons()["share"]
        'Buttons to pass the page on or to keep it.'
    """
    return MappingProxyType({kind: str(table["because"]) for kind, table in furniture().items()})


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
    known = index().labels
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
        return index().labels["copyright"]
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
    known = index()
    entries = [*known.anywhere, *(entry for table in known.inner.values() for entry in table)]
    stems: list[str] = []
    for phrase in sorted((phrase for phrase, label in entries if label.kind in _PLACEHOLDERS), key=len):
        if not any(stem in phrase for stem in stems):
            stems.append(max(phrase.split(), key=len))
    return tuple(stem for stem in stems if stem.isascii() or not ascii_only)


def _opening(folded: str) -> Label | None:
    """The label of the phrase that a folded text begins with."""
    for phrase, label in index().openings.get(folded[:KEY], {}).items():
        if folded.startswith(phrase) and not _goes_on(folded, len(phrase)):
            return label
    return None


def _inside(folded: str) -> Label | None:
    """The label of a phrase that a folded text has in it; phrases of several words are looked up by one of these."""
    known = index()
    for token in filter(known.inner.__contains__, TOKEN.findall(folded)):
        for phrase, label in known.inner[token]:
            if phrase in folded:
                return label
    anywhere = known.anywhere_ascii if folded.isascii() else known.anywhere
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
