"""Our own words in a script, by language.

An announcement in another language than the article's is worse than none: a French voice would
mumble "Photo caption". So a language without a row here gets none of our words, only pauses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from a11ynews.model.blocks import CalloutKind, EmbedKind

__all__ = ["PHRASES", "Phrases", "counted", "phrases_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What a11ynews says itself. "" says nothing; braces are filled in; "one|many" is for counts."""

    by: str = ""
    and_: str = ""
    date: str = ""
    months: tuple[str, ...] = ()
    list: str = ""
    done: str = ""
    not_done: str = ""
    quote: str = ""
    end_quote: str = ""
    deleted: str = ""
    image: str = ""
    image_of: str = ""
    file_photo: str = ""
    caption: str = ""
    credit: str = ""
    audio: str = ""
    video: str = ""
    embeds: Mapping[EmbedKind, str] = field(default_factory=dict)
    omitted: str = ""
    table: str = ""
    rows: str = ""
    columns: str = ""
    code: str = ""
    formula: str = ""
    notes: str = ""
    note: str = ""
    sidebar: str = ""
    end_sidebar: str = ""
    claim: str = ""
    claim_by: str = ""
    claim_source: str = ""
    updated: str = ""
    verdict: str = ""
    correction: str = ""
    editors_note: str = ""
    update: str = ""
    warning: str = ""
    note_callout: str = ""
    tip: str = ""
    important: str = ""
    heading: str = ""
    link: str = ""
    link_to: str = ""
    open_quote: str = ""
    close_quote: str = ""

    def callout(self, kind: CalloutKind) -> str:
        """Return what a kind of callout is called, with its full stop: "Editor's note."."""
        return {
            "note": self.note_callout,
            "tip": self.tip,
            "important": self.important,
            "warning": self.warning,
            "correction": self.correction,
            "editors-note": self.editors_note,
            "update": self.update,
        }[kind]

    def day(self, moment: datetime) -> str:
        """Return a day in words, with a full stop: "April 28, 2024."; "" where there is no form for it."""
        if not self.date:
            return ""
        return self.date.format(day=moment.day, month=self.months[moment.month - 1], year=moment.year)


_ENGLISH = Phrases(
    by="By {}.",
    and_="and",
    date="{month} {day}, {year}.",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    list="List, {} items.",
    done="Done:",
    not_done="Not done:",
    quote="Quote.",
    end_quote="End quote.",
    deleted=" deleted: {}, end of deletion, ",
    image="Image:",
    image_of="Image {} of {}:",
    file_photo="File photo.",
    caption="Photo caption:",
    credit="Photo credit:",
    audio="Audio recording:",
    video="Video:",
    embeds=MappingProxyType(
        {
            "video": "Embedded video:",
            "audio": "Embedded audio:",
            "post": "Embedded post:",
            "map": "Embedded map:",
            "chart": "Embedded chart:",
            "document": "Embedded document:",
            "app": "Interactive content:",
            "other": "Content from another site:",
        }
    ),
    omitted="Left out: {}.",
    table="Table:",
    rows="1 row|{} rows",
    columns="1 column|{} columns",
    code="Code block, 1 line.|Code block, {} lines.",
    formula="Formula:",
    notes="Notes.",
    note="Note {}:",
    sidebar="Sidebar.",
    end_sidebar="End of sidebar.",
    claim="Claim:",
    claim_by="Claim by {}:",
    claim_source="Source of the claim:",
    updated="Updated {}",
    verdict="Verdict:",
    correction="Correction.",
    editors_note="Editor's note.",
    update="Update.",
    warning="Warning.",
    note_callout="Note.",
    tip="Tip.",
    important="Important.",
    heading="Heading level {}.",
    link="link",
    link_to="link to {}",
    open_quote="quote",
    close_quote="unquote",
)
_FRENCH = Phrases(
    by="Par {}.",
    and_="et",
    date="{day} {month} {year}.",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    list="Liste de {} éléments.",
    done="Fait :",
    not_done="Pas fait :",
    quote="Citation.",
    end_quote="Fin de citation.",
    deleted=" supprimé : {}, fin de la suppression, ",
    image="Image :",
    image_of="Image {} sur {} :",
    file_photo="Photo d'archives.",
    caption="Légende :",
    credit="Crédit photo :",
    audio="Enregistrement audio :",
    video="Vidéo :",
    embeds=MappingProxyType(
        {
            "video": "Vidéo intégrée :",
            "audio": "Audio intégré :",
            "post": "Publication intégrée :",
            "map": "Carte intégrée :",
            "chart": "Graphique intégré :",
            "document": "Document intégré :",
            "app": "Contenu interactif :",
            "other": "Contenu d'un autre site :",
        }
    ),
    omitted="Laissé de côté : {}.",
    table="Tableau :",
    rows="1 ligne|{} lignes",
    columns="1 colonne|{} colonnes",
    code="Bloc de code, 1 ligne.|Bloc de code, {} lignes.",
    formula="Formule :",
    notes="Notes.",
    note="Note {} :",
    sidebar="Encadré.",
    end_sidebar="Fin de l'encadré.",
    claim="Affirmation :",
    claim_by="Affirmation de {} :",
    claim_source="Source de l'affirmation :",
    verdict="Verdict :",
    correction="Rectificatif.",
    editors_note="Note de la rédaction.",
    update="Mise à jour.",
    warning="Avertissement.",
    note_callout="Remarque.",
    tip="Conseil.",
    important="Important.",
    heading="Titre de niveau {}.",
    link="lien",
    link_to="lien vers {}",
)
_GERMAN = Phrases(
    by="Von {}.",
    and_="und",
    date="{day}. {month} {year}.",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    list="Liste mit {} Einträgen.",
    done="Erledigt:",
    not_done="Nicht erledigt:",
    quote="Zitat.",
    end_quote="Ende des Zitats.",
    deleted=" gestrichen: {}, Ende der Streichung, ",
    image="Bild:",
    image_of="Bild {} von {}:",
    file_photo="Archivbild.",
    caption="Bildunterschrift:",
    credit="Bildnachweis:",
    audio="Tonaufnahme:",
    video="Video:",
    embeds=MappingProxyType(
        {
            "video": "Eingebettetes Video:",
            "audio": "Eingebettete Tonaufnahme:",
            "post": "Eingebetteter Beitrag:",
            "map": "Eingebettete Karte:",
            "chart": "Eingebettetes Diagramm:",
            "document": "Eingebettetes Dokument:",
            "app": "Interaktiver Inhalt:",
            "other": "Inhalt von einer anderen Website:",
        }
    ),
    omitted="Weggelassen: {}.",
    table="Tabelle:",
    rows="1 Zeile|{} Zeilen",
    columns="1 Spalte|{} Spalten",
    code="Codeblock, 1 Zeile.|Codeblock, {} Zeilen.",
    formula="Formel:",
    notes="Anmerkungen.",
    note="Anmerkung {}:",
    sidebar="Kasten.",
    end_sidebar="Ende des Kastens.",
    claim="Behauptung:",
    claim_by="Behauptung von {}:",
    claim_source="Quelle der Behauptung:",
    verdict="Urteil:",
    correction="Korrektur.",
    editors_note="Anmerkung der Redaktion.",
    update="Aktualisierung.",
    warning="Warnung.",
    note_callout="Hinweis.",
    tip="Tipp.",
    important="Wichtig.",
    heading="Überschrift, Ebene {}.",
    link="Link",
    link_to="Link zu {}",
)
_SPANISH = Phrases(
    by="Por {}.",
    and_="y",
    date="{day} de {month} de {year}.",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    list="Lista de {} elementos.",
    done="Hecho:",
    not_done="Sin hacer:",
    quote="Cita.",
    end_quote="Fin de la cita.",
    deleted=" suprimido: {}, fin de lo suprimido, ",
    image="Imagen:",
    image_of="Imagen {} de {}:",
    file_photo="Foto de archivo.",
    caption="Pie de foto:",
    credit="Crédito de la foto:",
    audio="Grabación de audio:",
    video="Vídeo:",
    embeds=MappingProxyType(
        {
            "video": "Vídeo incrustado:",
            "audio": "Audio incrustado:",
            "post": "Publicación incrustada:",
            "map": "Mapa incrustado:",
            "chart": "Gráfico incrustado:",
            "document": "Documento incrustado:",
            "app": "Contenido interactivo:",
            "other": "Contenido de otro sitio:",
        }
    ),
    omitted="Omitido: {}.",
    table="Tabla:",
    rows="1 fila|{} filas",
    columns="1 columna|{} columnas",
    code="Bloque de código, 1 línea.|Bloque de código, {} líneas.",
    formula="Fórmula:",
    notes="Notas.",
    note="Nota {}:",
    sidebar="Recuadro.",
    end_sidebar="Fin del recuadro.",
    claim="Afirmación:",
    claim_by="Afirmación de {}:",
    claim_source="Fuente de la afirmación:",
    verdict="Veredicto:",
    correction="Corrección.",
    editors_note="Nota de la redacción.",
    update="Actualización.",
    warning="Advertencia.",
    note_callout="Nota.",
    tip="Consejo.",
    important="Importante.",
    heading="Encabezado de nivel {}.",
)

PHRASES: Mapping[str, Phrases] = MappingProxyType({
    "en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN, "es": _SPANISH,
})  # fmt: skip
_NONE = Phrases()


def phrases_for(language: str) -> Phrases:
    """Return our words in a language; empty ones where we have none.

    Args:
        language: BCP 47 tag; only its first subtag counts.

    Example:
        >>> phrases_for("fr-CA").caption, phrases_for("fi").caption
        ('Légende :', '')
    """
    return PHRASES.get(language.split("-", 1)[0].lower(), _NONE)


def counted(phrase: str, count: int) -> str:
    """Return a phrase for a count.

    Example:
        >>> counted("1 row|{} rows", 1), counted("1 row|{} rows", 4)
        ('1 row', '4 rows')
    """
    one, _, many = phrase.partition("|")
    return one if count == 1 or not many else many.format(count)
