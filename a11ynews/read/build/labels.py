"""Labels that newsrooms put before a note about the text itself."""

from __future__ import annotations

import re
from typing import Final

from a11ynews.model.blocks import CalloutKind

__all__ = ["label_kind", "title_kind"]

_LABELS: Final[dict[CalloutKind, tuple[str, ...]]] = {
    "correction": (
        "correction", "corrections", "clarification", "correction and clarification", "corrections and clarifications",
        "erratum", "errata", "korrektur", "berichtigung", "richtigstellung", "rectificatif", "corrección",
        "fe de errores", "fe de erratas", "rectificación", "correção", "retificação", "correzione", "rettifica",
        "rectificatie", "correctie", "rättelse", "rettelse", "oikaisu", "sprostowanie", "поправка", "исправление",
        "уточнение", "تصحيح", "תיקון", "訂正", "更正", "정정",
    ),
    "editors-note": (
        "editor's note", "editors' note", "editors note", "note from the editor", "a note from the editor",
        "note to readers", "anmerkung der redaktion", "anm. d. red.", "hinweis der redaktion",
        "note de la rédaction", "ndlr", "nota del editor", "nota de la redacción", "nota de redacción",
        "nota do editor", "nota da redação", "nota della redazione", "nota di redazione", "noot van de redactie",
        "redaktionens anmärkning", "od redakcji", "от редакции", "примечание редакции", "ملاحظة المحرر", "编者按",
    ),
    "update": (
        "update", "updated", "aktualisierung", "aktualisiert", "mise à jour", "actualización", "atualização",
        "aggiornamento", "oppdatering", "opdatering", "uppdatering", "päivitys", "aktualizacja", "обновление",
        "обновлено", "تحديث", "更新",
    ),
}  # fmt: skip
"""Lower case, with straight apostrophes."""

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

_KINDS: Final[dict[str, CalloutKind]] = {label: kind for kind, labels in _LABELS.items() for label in labels}
_STARTS: Final = frozenset(label[:2] for label in _KINDS)
"""A look at these spares nearly all paragraphs the pattern."""

_MARKS: Final = frozenset(":：】])")
_OPENING: Final = re.compile(r"[\s\[(【*]{0,3}([^\W\d_][\w.'’ ]{1,32}?)\s?(?:(?:[,(\d–—-][^:]{0,40})?[:：]|[】\])])")
"""The label, then perhaps a date, then the colon: "Update fatigue: why" has no date and is no label."""


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
    head = opening[:120].lstrip(" [(【*")
    may_be_label = head[:2].lower().replace("’", "'") in _STARTS and any(map(head.__contains__, _MARKS))
    if may_be_label and (found := _OPENING.match(opening[:120])):
        kind = title_kind(found[1])
        if kind is not None:
            return kind
    first = head.partition(" ")[0].lower()
    return _phrase_kind(head, opening) if first in _OPENING_WORDS else None


def title_kind(title: str) -> CalloutKind | None:
    """Return the kind of note that a heading announces, or None.

    Example:
        >>> title_kind("Correction"), title_kind("Corrections officers strike")
        ('correction', None)
    """
    return _KINDS.get(title.strip().lower().replace("’", "'"))


def _phrase_kind(head: str, paragraph: str) -> CalloutKind | None:
    if len(paragraph) > LONGEST_NOTE:
        return None
    folded = head.lower().replace("’", "'")
    return next((kind for kind, phrases in _OPENINGS if folded.startswith(phrases)), None)
