"""Labels that newsrooms put before a note about the text itself."""

from __future__ import annotations

import re
from typing import Final

from a11ynews.model.blocks import CalloutKind

__all__ = ["label_kind"]

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

_KINDS: Final[dict[str, CalloutKind]] = {label: kind for kind, labels in _LABELS.items() for label in labels}
_STARTS: Final = frozenset(label[0] for label in _KINDS)

_OPENING: Final = re.compile(r"[\s\[(*]{0,3}([^\W\d_][\w.'’ ]{1,32}?)\s?(?:[,(\d–—-][^:]{0,40})?[:：]")
"""The label, then perhaps a date, then the colon: "Update fatigue: why" has no date and is no label."""


def label_kind(opening: str) -> CalloutKind | None:
    """Return the kind of note that a paragraph's first words announce, or None.

    Args:
        opening: The characters of the paragraph, or enough of them to reach the colon.

    Example:
        >>> label_kind("Editor’s note: This story has changed.")
        'editors-note'
        >>> label_kind("Correction fluid: a history") is None
        True
    """
    head = opening[:120]
    if (":" not in head and "：" not in head) or head.lstrip(" [(*")[:1].lower() not in _STARTS:
        return None
    found = _OPENING.match(head)
    return _KINDS.get(found[1].strip().lower().replace("’", "'")) if found else None
