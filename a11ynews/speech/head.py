"""What is said before the story: the headline, who wrote it, and when."""

from __future__ import annotations

import re

from a11ynews.model.article import Metadata
from a11ynews.model.dates import change_after
from a11ynews.speech.pauses import AFTER_HEAD_S
from a11ynews.speech.telling import Place, Telling
from a11ynews.speech.utterance import Run

__all__ = ["tell_head"]

# A date as machines write it ("2021-07-16T09:30:00Z"), found in a page's source: no words to be read.
_MACHINE_DATE = re.compile(r"\A\s*\d{4}-?\d\d-?\d\d(?:[T ]|\s*\Z)")


def tell_head(telling: Telling, metadata: Metadata, place: Place) -> None:
    """Say kicker, headline, byline and date; then a second of silence."""
    telling.say("kicker", telling.words(metadata.kicker or "", place, "kicker"), place)
    telling.say("title", telling.words(metadata.title or "", place, "title"), place)
    telling.say("byline", _byline(telling, metadata, place), place)
    telling.say("date", _date(telling, metadata, place), place)
    if telling.policy.modified and telling.phrases.updated:
        telling.say("date", _change(telling, metadata, place), place)
    telling.rest(AFTER_HEAD_S)


def _byline(telling: Telling, metadata: Metadata, place: Place) -> tuple[Run, ...]:
    """Return "By X and Y." of the authors' names; the line as printed where there are none, or no words of ours."""
    printed = metadata.byline.text if metadata.byline else ""
    names = _listed(metadata.authors, telling.phrases.and_)
    before, _, after = telling.phrases.by.partition("{}")
    if not names or (printed and not before):
        return telling.words(printed, place, "byline")
    words = telling.words(names + after, place, "byline")
    return telling.ours(before.strip()) + words


def _listed(names: tuple[str, ...], and_: str) -> str:
    """Return names as a list in words.

    Example:
        >>> _listed(("Ann", "Bo", "Cy"), "and")
        'Ann, Bo and Cy'
    """
    if len(names) < 2 or not and_:  # noqa: PLR2004 - two names are the first that need a joint
        return ", ".join(names)
    return f"{', '.join(names[:-1])} {and_} {names[-1]}"


def _date(telling: Telling, metadata: Metadata, place: Place) -> tuple[Run, ...]:
    """Return the day of publication in words; as printed where we have none of the language."""
    if metadata.published is not None and telling.phrases.date:
        return telling.words(telling.phrases.day(metadata.published), place, "date")
    printed = metadata.published_text or ""
    return () if _MACHINE_DATE.match(printed) else telling.words(printed, place, "date")


def _change(telling: Telling, metadata: Metadata, place: Place) -> tuple[Run, ...]:
    """Return the day of the last change in words, if it is not the day that was just said."""
    changed = change_after(metadata.published, metadata.modified)
    if changed is None or (metadata.published is not None and changed.date() == metadata.published.date()):
        return ()
    return telling.words(telling.phrases.updated.format(telling.phrases.day(changed)), place, "modified")
