"""The few words that a rendering adds of its own, in the language of the article.

One JSON file a language in ``phrases/``; a translator adds a language by adding a file. Where a
language is missing the words are English and say so: :attr:`Phrases.marks` is then put on the element
that holds them, so that a screen reader changes its voice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Final

from a11ynews.model.dates import is_day

__all__ = ["LANGUAGES", "Phrases", "phrases_for"]

LANGUAGES = (
    "ar", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "he", "hi", "id", "it", "ja", "ko", "nb", "nl", "pl",
    "pt", "ro", "ru", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""The languages that have a file."""
_DIGITS: Final = {"fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}
"""Languages that are not written with 0 to 9 (CLDR 46, default numbering systems); Hindi, Urdu and Thai are."""
_ALIKE: Final = {"no": "nb", "nn": "nb"}
"""Norwegian's other tags, whose readers read its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The fixed words of one language.

    Attributes:
        language: BCP 47 tag of the words.
        marks: What an element of foreign surroundings needs to hold them: `` lang="en" dir="ltr"``,
            or nothing where the article is in that language.
        months: Twelve names, in the form that stands beside a day.
    """

    language: str
    marks: str
    months: tuple[str, ...] = field(repr=False)
    _patterns: Mapping[str, str] = field(repr=False)
    _digits: Mapping[int, int] | None = field(repr=False, default=None)

    def say(self, key: str, **values: object) -> str:
        """Return one phrase as plain text, its gaps filled; not escaped.

        Raises:
            KeyError: If there is no such phrase: a mistake in our code.

        Example:
            >>> phrases_for("de").say("note", label="3")
            'Anmerkung 3'
        """
        pattern = self._patterns[key]
        if self._digits:
            values = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return pattern.format_map(values) if values else pattern

    def number(self, value: int | str) -> str:
        """Return a number of ours in the digits of the language.

        Example:
            >>> phrases_for("fa").say("table", number=12), phrases_for("de").number(12)
            ('جدول ۱۲', '12')
        """
        return str(value).translate(self._digits) if self._digits else str(value)

    def day(self, year: int, month: int, day: int) -> str:
        """Return a day as a person would print it; ``month`` counts from 1.

        Example:
            >>> phrases_for("fr").day(2024, 4, 28)
            '28 avril 2024'
        """
        return self.say("date", day=day, month=self.months[month - 1], year=year)

    def date(self, moment: datetime) -> str:
        """Return a moment as a person would print it, with the hour where the page gave one.

        Example:
            >>> from datetime import UTC
            >>> phrases_for("en").date(datetime(2024, 4, 28, 9, 30, tzinfo=UTC))
            '28 April 2024, 09:30 UTC'
        """
        date = self.day(moment.year, moment.month, moment.day)
        if is_day(moment):
            return date
        zone = moment.tzname() if moment.tzinfo else None
        return self.say("date_time", date=date, time=f"{self.number(f'{moment:%H:%M}')} {zone or ''}".rstrip())


def phrases_for(language: str | None) -> Phrases:
    """Return the words for an article in a language; English where there are none.

    Args:
        language: BCP 47 tag; None is unknown, and the words are marked English then.

    Example:
        >>> phrases_for("pt-BR").say("contents")
        'Índice'
        >>> phrases_for("mi").say("contents"), phrases_for("mi").marks
        ('Contents', ' lang="en" dir="ltr"')
    """
    primary = (language or "").partition("-")[0].lower()
    primary = _ALIKE.get(primary, primary)
    if primary in LANGUAGES:
        return _load(primary, "")
    return _load("en", ' lang="en" dir="ltr"')


@cache
def _load(name: str, marks: str) -> Phrases:
    data = json.loads(files("a11ynews.render").joinpath("phrases", f"{name}.json").read_text(encoding="utf-8"))
    months = tuple(data.pop("months"))
    return Phrases(language=name, marks=marks, months=months, _patterns=data, _digits=_DIGITS.get(name))
