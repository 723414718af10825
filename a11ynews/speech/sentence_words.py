"""Whether a full stop ends a sentence or only a word, by the words around it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from a11ynews.speech.normalization.tables import rows, words

__all__ = ["SentenceWords", "words_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceWords:
    """What one language says about its full stops.

    Attributes:
        never: Words after whose stop a name comes ("Dr."): never the end.
        number: Words that number something ("No."): not the end if a figure follows.
        unsure: Words that may be the end ("Inc."): only if an opener follows.
        openers: Words that begin sentences far more often than they stand inside one.
        clocks: Halves of the day ("p.m."): the end unless what follows belongs to the time.
        after_clock: What belongs to it: zones and days.
        ordinals: Whether a small number with a stop is an ordinal ("3. Oktober").
    """

    never: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    clocks: frozenset[str] = frozenset()
    after_clock: frozenset[str] = frozenset()
    ordinals: bool = False

    def ends(self, word: str, following: str) -> bool:
        """Return whether the stop after a word ends the sentence.

        Args:
            word: What stands before the stop, with stops of its own ("U.S").
            following: The word after it, its first letter a capital or a figure.

        Example:
            >>> english = words_of("en")
            >>> english.ends("U.S", "Army"), english.ends("U.S", "The"), english.ends("No", "10")
            (False, True, False)
        """
        if word in self.clocks:
            return following not in self.after_clock
        if following in self.openers:
            return word not in self.never and not (len(following) == 1 and _is_initials(word))
        if following[:1].isdigit() and word in self.number:
            return False
        if word in self.never or word in self.unsure:
            return False
        if self.ordinals and word.isdigit() and len(word) <= 2:  # noqa: PLR2004 - no day and no king has three figures
            return False
        return not _is_initials(word)


def _is_initials(word: str) -> bool:
    """Return whether a word is one capital letter, or letters with stops between them."""
    letters = word.split(".")
    return all(len(letter) == 1 and letter.isalpha() for letter in letters) and (len(letters) > 1 or word.isupper())


@cache
def words_of(language: str) -> SentenceWords:
    """Return the words of a language; none where we know none.

    Args:
        language: BCP 47 tag; only its first subtag counts.

    Example:
        >>> "Prof" in words_of("de-AT").never, words_of("ja").never
        (True, frozenset())
    """
    base = language.partition("-")[0].lower()
    return _english() if base == "en" else _table().get(base, SentenceWords())


@cache
def _table() -> dict[str, SentenceWords]:
    text = files("a11ynews.speech").joinpath("data", "sentence_words.toml").read_text(encoding="utf-8")
    return {language: _words(row) for language, row in tomllib.loads(text).items()}


def _words(row: dict[str, list[str] | bool]) -> SentenceWords:
    lists = {name: frozenset(value) for name, value in row.items() if isinstance(value, list)}
    return SentenceWords(ordinals=bool(row.get("ordinals", False)), **lists)


_DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def _english() -> SentenceWords:
    """English has its abbreviations in the tables of the normaliser."""
    titles, streets = _first("titles.tsv"), _first("streets.tsv")
    return SentenceWords(
        never=titles - streets,
        number=_first("labels.tsv") | words("months.tsv"),
        unsure=_first("abbreviations.tsv") | words("months.tsv") - {"May"} | streets | _first("states.tsv") | {"Ph.D"},
        openers=words("sentence_openers.txt"),
        clocks=frozenset({"a.m", "p.m", "A.M", "P.M"}),
        after_clock=words("zones.txt") | words("months.tsv") | _DAYS,
    )


def _first(table: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows(table) if row[0] != row[1])
