"""Lines around a headline that are metadata: who wrote it, and when."""

from __future__ import annotations

import re

from a11ynews.read.metadata.authors import is_name, names_in, without_by
from a11ynews.read.metadata.dates import find_moment
from a11ynews.read.vocabulary import fold, words

__all__ = ["is_byline", "is_byline_label", "is_date_line", "is_reading_time", "is_update", "names_of", "tags_of"]

_LONGEST_BYLINE = 120
_LONGEST_DATE = 90
#: Longer words that a date may have beside what announces it: a month, a weekday.
_MOST_DATE_WORDS = 2
_SHORT_WORD = 3
_LONGEST_LABEL = 30
_TAG_SPLIT = re.compile(r"[,;|•·、，/#]")
#: "4 min read", "Lesezeit 3 Minuten", "Temps de lecture : 5 min": a unit, and only words of reading.
_READING_TIME = re.compile(
    r"\d{1,3}\s?-?\s?(?:min\w{0,5}|phút|λεπτά|мин\w{0,4}|хв\w{0,6}|dk|dakika|perc)\.?\s"
    r"(?:read|reading|de lectura|de lecture|di lettura|de leitura|leestijd|Lesezeit|läsning|lesetid|læsetid|lukuaika"
    r"|čtení|čítania|czytania|olvasás|de citit|čitanja|branja|okuma|чтения|читання|четене|đọc|ανάγνωσης|baca|bacaan)"
    r"|\d{1,2}\s?(?:min\.?|мин\.?|хв\.?|분|分)"
    r"|[^\W\d][^\d:]{3,25}[:：]?\s?\d{1,3}\s?(?:min\w{0,6}|мин\w{0,4}|хв\w{0,6}|分|분)\.?",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {
        "and",
        "und",
        "et",
        "y",
        "e",
        "i",
        "en",
        "og",
        "och",
        "ve",
        "и",
        "та",
        "de",
        "da",
        "di",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "la",
        "le",
        "al",
        "bin",
        "ibn",
        "el",
        "dos",
    }
)
_WORD = re.compile(
    r"[^\W\d_][\u0300-\u036f\u0900-\u0dff\u0e30-\u0e4e]*(?:[^\W\d_]|['’.-](?=[^\W\d_])|[\u0300-\u036f\u0900-\u0dff\u0e30-\u0e4e])*"
)


def is_byline(text: str, language: str = "") -> bool:
    """Return whether a line says who wrote the story: a word for "by", then names.

    Args:
        text: A line near a headline; elsewhere the same form has other meanings.
        language: BCP 47 tag of the text: "de" means "by" in French, not in Dutch.

    Example:
        >>> [is_byline(line) for line in ("By Ada Writer and Ben Scribe", "By the time", "Von der Leyen warnt")]
        [True, False, False]
        >>> is_byline("Von Ada Writer", "de"), is_byline("Von Trier", "de"), is_byline("Text: Ada", "sv")
        (True, False, True)
    """
    names = without_by(text, language) if len(text) <= _LONGEST_BYLINE else text
    if names == text.strip() or not _are_names(names):
        return False
    is_clear = without_by(text) == names or ":" in text or "：" in text
    return is_clear or len(names.split()) > 1 or is_name(names)


def is_byline_label(text: str) -> bool:
    """Return whether a line only announces a name ("Written by")."""
    return fold(text) in words("bylines", "labels")


def names_of(text: str, language: str = "") -> list[str]:
    """Return the people that a byline names, agencies left out.

    Example:
        >>> names_of("By Ada Writer, Reuters"), names_of("Par Ada Writer", "fr")
        (['Ada Writer'], ['Ada Writer'])
    """
    return [name for name in names_in(text, language) if name.casefold() not in words("agencies", "names")]


def is_reading_time(text: str) -> bool:
    """Return whether a line says how long reading takes.

    Example:
        >>> is_reading_time("4 min read"), is_reading_time("Lesezeit: 3 Minuten"), is_reading_time("5 minutes later")
        (True, True, False)
    """
    return _READING_TIME.fullmatch(text) is not None


def tags_of(text: str) -> tuple[str, ...]:
    """Return the topics of a line that names them, empty if it is no such line.

    Example:
        >>> tags_of("Tags: border, refugees"), tags_of("Warning: border closed")
        (('border', 'refugees'), ())
    """
    label, colon, rest = text.partition(":" if ":" in text else "：")
    if not colon or len(label) > _LONGEST_LABEL or fold(label) not in words("tags", "labels"):
        return ()
    return tuple(tag for part in _TAG_SPLIT.split(rest) if (tag := part.strip(" #.")))


def is_date_line(text: str) -> bool:
    """Return whether a line is a date, with what pages print beside it.

    Example:
        >>> is_date_line("Published July 26, 2021 at 4:05 pm"), is_date_line("July 26, 2021: the day the border closed")
        (True, False)
    """
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return False
    return find_moment(text) is not None and _has_date_words_only(text)


def is_update(text: str) -> bool:
    """Return whether a date line says that it is not the first publication."""
    return _announced(fold(text), "labels.modified") > 0


def _has_date_words_only(text: str) -> bool:
    folded = fold(text)
    announced = max(_announced(folded, "labels.modified"), _announced(folded, "labels.published"))
    return sum(len(word) > _SHORT_WORD for word in _WORD.findall(folded[announced:])) <= _MOST_DATE_WORDS


def _announced(folded: str, labels: str) -> int:
    """The length of the words that announce a date, 0 without them."""
    return max((len(label) for label in words("dates", labels) if folded.startswith(label)), default=0)


def _are_names(text: str) -> bool:
    """Whether all words could be of names: capitals, or the particles between."""
    found = _WORD.findall(text)
    return bool(found) and all(not word[0].islower() or word in _SMALL for word in found) and not found[0][0].islower()
