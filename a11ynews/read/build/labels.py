"""Labels that newsrooms put before a note about the text itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from a11ynews.model.blocks import CalloutKind
from a11ynews.read.vocabulary import words

__all__ = ["label_kind", "title_kind"]

_PHRASES: Final[dict[CalloutKind, tuple[str, ...]]] = {
    "correction": (
        "an earlier version of this", "an earlier version incorrectly", "a previous version of this",
        "this article was amended on", "this article was corrected",
        "this article has been corrected", "this article has been amended", "this article has been clarified",
        "this story has been corrected", "this story has been amended", "this story was corrected",
        "this post has been corrected", "this report has been corrected", "dieser artikel wurde korrigiert",
        "dieser text wurde korrigiert", "in einer früheren version", "in einer früheren fassung",
        "cet article a été corrigé", "cet article a été modifié", "une version précédente de cet",
        "une première version de cet", "este artículo ha sido corregido", "este artículo fue corregido",
        "una versión anterior de est", "este artigo foi corrigido", "uma versão anterior dest",
        "questo articolo è stato corretto", "una versione precedente di quest", "dit artikel is gecorrigeerd",
        "een eerdere versie van dit", "en tidigare version av", "en tidligere version af", "en tidligere versjon av",
        "i en tidigare version av", "i en tidligere versjon av", "i en tidligere udgave af", "aiemmassa versiossa",
        "w pierwotnej wersji", "we wcześniejszej wersji", "v původní verzi", "v předchozí verzi", "a cikk korábbi",
        "într-o versiune anterioară", "haberin önceki", "yazının önceki", "в первой версии", "в предыдущей версии",
        "у попередній версії", "σε προηγούμενη έκδοση", "در نسخه پیشین", "בגרסה קודמת של", "versi sebelumnya dari",
        "bài viết đã được đính chính", "本文此前", "初出時", "当初の記事", "기사 초판", "この記事は訂正", "本文已更正",
    ),
    "update": (
        "this article has been updated", "this article was updated", "this story has been updated",
        "this story was updated", "this post has been updated", "this report has been updated",
        "dieser artikel wurde aktualisiert", "dieser text wurde aktualisiert", "cet article a été mis à jour",
        "este artículo ha sido actualizado", "este artículo fue actualizado", "este artigo foi atualizado",
        "questo articolo è stato aggiornato", "dit artikel is bijgewerkt", "dit artikel is aangevuld",
    ),
    "editors-note": (
        "this article was originally published", "this story was originally published",
        "this article was first published", "this post was originally published", "dieser artikel erschien zuerst",
        "cet article a d'abord été publié", "este artículo se publicó originalmente",
    ),
}  # fmt: skip
"""How a newsroom's note about its own text begins, where it has no label. Lower case, with straight apostrophes."""

LONGEST_NOTE: Final = 600
"""Characters of a note that is known by how it begins."""

_OPENINGS: Final[tuple[tuple[CalloutKind, tuple[str, ...]], ...]] = tuple(_PHRASES.items())
_OPENING_WORDS: Final = frozenset(phrase.split(" ", 1)[0] for phrases in _PHRASES.values() for phrase in phrases)


@cache
def _kinds() -> dict[str, CalloutKind]:
    kinds: tuple[CalloutKind, ...] = ("update", "editors-note", "correction")
    return {label: kind for kind in kinds for label in words("notices", kind)}


@cache
def _starts() -> frozenset[str]:
    """Return how labels begin: a look at these spares nearly all paragraphs the pattern."""
    return frozenset(label[:2] for label in _kinds())


_MARKS: Final = frozenset(":：】］）〕]).")
_ENDS: Final = re.compile(r"[:：】］）〕\])]|\.(?=\s)")
"""Where a label may end."""

_DATED: Final = re.compile(r"\s*[,(\d–—-]")
"""A date between label and colon: "Update fatigue: why" has none and is no label."""

LONGEST_LABEL: Final = 75
"""Characters of a label, its date included."""

_LEAD: Final = " \n[(【［〔（*"


def label_kind(opening: str) -> CalloutKind | None:
    """Return the kind of note about the text itself that a paragraph is, by how it begins, or None.

    Args:
        opening: The characters of the paragraph, or enough of them to reach the colon.

    Example:
        >>> label_kind("Editor’s note: This story has changed.")
        'editors-note'
        >>> label_kind("(This article was amended on 3 May to correct a name.)")
        'correction'
        >>> label_kind("Correction fluid: a history") is None
        True
    """
    head = opening[:120].lstrip(_LEAD)
    may_be_label = head[:2].lower().replace("’", "'") in _starts() and any(map(head.__contains__, _MARKS))
    if may_be_label and (kind := _label_of(opening[:120].lstrip(_LEAD))):
        return kind
    first = head.partition(" ")[0].lower()
    return _phrase_kind(head, opening) if first in _OPENING_WORDS else None


def _label_of(head: str) -> CalloutKind | None:
    """Return the kind of the label that some words begin with, up to any of the marks in them."""
    for end in _ENDS.finditer(head, 0, LONGEST_LABEL):
        label = head[: end.start()].rstrip()
        if kind := title_kind(label):
            return kind
        if end[0] in ":：" and (dated := _DATED.search(label)) and (kind := title_kind(label[: dated.start()])):
            return kind
    return None


def title_kind(title: str) -> CalloutKind | None:
    """Return the kind of note that a heading announces, or None.

    Example:
        >>> title_kind("Correction"), title_kind("Corrections officers strike")
        ('correction', None)
    """
    return _kinds().get(title.strip().lower().replace("’", "'").rstrip(".:："))


def _phrase_kind(head: str, paragraph: str) -> CalloutKind | None:
    if len(paragraph) > LONGEST_NOTE:
        return None
    folded = head.lower().replace("’", "'")
    return next((kind for kind, phrases in _OPENINGS if folded.startswith(phrases)), None)
