"""What the words of a caption say about the picture: that it is old, and who made it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from a11ynews.model.blocks import Figure
from a11ynews.model.inlines import Inline, LineBreak, Text, inline_text
from a11ynews.read.vocabulary import fold, words

__all__ = ["LONGEST_CREDIT", "ends_with_credit", "is_credit", "names_photographer", "read_caption"]

LONGEST_CREDIT: Final = 100
"""Characters: names, no sentences."""

_OF_A_PICTURE: Final = r"(?: credits?| source| courtesy)?"
_BY: Final = r"\b(?:by|von|de|di|av|af|door|of)\s+(?=(?:the )?(?:staff|authors?)\b|(?-i:[^\W\d_a-zà-öø-ÿ]))"
"""What stands between "Photo" and the name of who made it: "Fotos de la crecida" says what is seen."""

_NAME_AND_AGENCY: Final = re.compile(r"[(\[]\s?[A-Z][^()\[\]/]{1,40}\s?/\s?[A-Z][^()\[\]]{1,50}[)\]]")
"""Somebody and an agency in brackets: "(AFP / ADA EXAMPLE)"."""

_SOMEBODY_AND_AGENCY: Final = r"[A-Z][^\s/.|]{1,20}(?:\s[A-Z][^\s/.|]{0,20}){0,3}/[A-Z][^.!?|]{1,40}"

LONGEST_SEARCHED: Final = 400

LONGEST_NAME: Final = 4
"""Words of a photographer's or an agency's name."""

_SLASH: Final = re.compile(r"\s*[/|]\s*")
_TWO_NAMES: Final = re.compile(r"[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,3}\s?[/|]\s?[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,3}")
"""On a line of its own under a caption: an agency that we do not know, and a photographer."""

_IN_BRACKETS: Final = re.compile(r"\s*([(\[][^()\[\]]{3,100}[)\]])\s*")


def read_caption(figure: Figure) -> Figure:
    """Return a figure with what its caption tells: an archive picture, a credit in brackets at the end."""
    if not figure.caption:
        return figure
    if not figure.credit:
        caption, credit = _cut_credit(figure.caption)
    elif is_credit(inline_text(figure.caption)):
        caption, credit = (), (*figure.caption, LineBreak(), *figure.credit)
    else:
        caption, credit = figure.caption, figure.credit
    archive = _is_archive(inline_text(caption))
    if (caption, credit, archive) == (figure.caption, figure.credit, figure.archive_photo):
        return figure
    return replace(figure, caption=caption, credit=credit, archive_photo=archive)


def is_credit(text: str) -> bool:
    """Say whether a short line only names who made a picture.

    Example:
        >>> is_credit("Photo: Ada Example"), is_credit("Photos of the flood went round the world.")
        (True, False)
        >>> is_credit("Ada Example/dpa"), is_credit("Boats and/or cars")
        (True, False)
    """
    return len(text) <= LONGEST_CREDIT and bool(_credit_opening().match(text.strip()) or _names_agency(text.strip()))


def _names_agency(text: str) -> bool:
    """Say whether a line is a name and an agency: "Ada Example/dpa", "dpa | Ada Example"."""
    parts = [part.strip(" ()©") for part in _SLASH.split(text)]
    return (
        len(parts) > 1
        and all(0 < len(part.split()) <= LONGEST_NAME and not part.endswith(".") for part in parts)
        and any(
            fold(part) in words("agencies", "names") or fold(part) in words("agencies", "pictures") for part in parts
        )
    )


def names_photographer(text: str) -> bool:
    """Say whether a short line names who made a picture, and not only where something is from: "Source: Reuters"."""
    return is_credit(text) and not _source_opening().match(text.strip())


@cache
def _source_opening() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{_any_of('source')})\s?[:：]", re.IGNORECASE)


@cache
def _credit_opening() -> re.Pattern[str]:
    """Return what a credit begins with: "Photo: ", "Фото: ", "写真：", "Photo by ", "©"."""
    photo, made_by, by, source = map(_any_of, ("photo", "made_by", "by", "source"))
    openings = (
        rf"(?:{photo}){_OF_A_PICTURE}\s?(?:[:：/|©=]|{_BY})",
        rf"(?:{made_by})\s?[:：,،、]",
        rf"(?:{by})\s?(?=\S)",
        rf"(?:{source})\s?[:：]",
        r"courtesy of\b|©|getty images\b|ap photo\b",
    )
    return re.compile(rf"\(?(?:{'|'.join(openings)})", re.IGNORECASE)


@cache
def _credit_at_end() -> re.Pattern[str]:
    """Return what finds who made a picture, after the caption's last sentence or after a line."""
    photo, made_by, by, source = map(_any_of, ("photo", "made_by", "by", "source"))
    after_sentence = r"(?:(?<=[.!?…。؟।۔”\"'’»)])\s*(?<=[\s。।۔])|\s+[|–—]\s+)"
    openings = (
        rf"(?:{photo}){_OF_A_PICTURE}\s?(?:[:：/]|{_BY})\s?",
        rf"(?:{made_by}|{source})\s?[:：]\s?",
        rf"(?:{by})\s?(?=(?-i:[^\W\d_a-zà-öø-ÿ]))",
        r"credits?\s?(?:\.{3}|…)\s?",
        r"©\s?",
    )
    signed = rf"[^\W\d_]{{2,12}}\s?[／/]\s?(?:{_any_of('made_by')})"
    made = rf"(?:(?:{'|'.join(openings)})[^.!?|]{{2,80}}|{signed}|(?-i:{_SOMEBODY_AND_AGENCY}))"
    return re.compile(rf"{after_sentence}({made})\.?\s*\Z", re.IGNORECASE)


def _any_of(name: str) -> str:
    """Return the words of a list of the captions' vocabulary as one alternative, the longest first."""
    return "|".join(map(re.escape, sorted(words("captions", name), key=len, reverse=True)))


def _cut_credit(caption: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Split off "(Photo: Ada Example)" or "(AP Photo/Ada Example)" where the caption ends with it."""
    last = caption[-1]
    if is_credit(inline_text(caption)):
        return (), caption
    if (lines := _credited_line(caption)) is not None:
        return lines
    if not isinstance(last, Text):
        return caption, ()
    start = max(last.text.rfind("("), last.text.rfind("["))
    tail = last.text[start:] if start >= 0 else ""
    if not tail or not _IN_BRACKETS.fullmatch(tail) or not _credits(tail.strip()):
        found = _credit_at_end().search(last.text)
        if found is None:
            return caption, ()
        start, tail = found.start(), last.text[found.start() :].strip()
    left = last.text[:start].rstrip()
    return (*caption[:-1], Text(text=left)) if left else caption[:-1], (Text(text=tail.strip()),)


def _credited_line(caption: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]] | None:
    """Return the other lines of a caption, and its last or first one if that names who made the picture."""
    breaks = [place for place, inline in enumerate(caption) if isinstance(inline, LineBreak)]
    if not breaks:
        return None
    first, last = caption[: breaks[0]], caption[breaks[-1] + 1 :]
    said = inline_text(last).strip()
    if is_credit(said) or _TWO_NAMES.fullmatch(said):
        return caption[: breaks[-1]], last
    return (caption[breaks[0] + 1 :], first) if is_credit(inline_text(first)) else None


def _credits(bracket: str) -> bool:
    """Say whether words in brackets name who made a picture."""
    return is_credit(bracket[1:-1]) or bool(_NAME_AND_AGENCY.fullmatch(bracket))


def ends_with_credit(text: str) -> bool:
    """Say whether a line ends as captions do, with who made the picture in brackets or after the last sentence.

    Example:
        >>> ends_with_credit("People in white suits board the ship (AFP / ADA EXAMPLE)")
        True
        >>> ends_with_credit("Stationshuset är nymålat. Bild: Jonas Hedlund"), ends_with_credit("Källa: TT")
        (True, False)
    """
    place = text.rfind("(")
    if place > 0 and text.rstrip().endswith(")"):
        return _credits(text[place:].strip())
    found = _credit_at_end().search(text[-LONGEST_SEARCHED:]) if len(text) <= LONGEST_SEARCHED else None
    return found is not None and found.start() > 0 and names_photographer(found[1])


_PLAIN_ARCHIVE: Final = frozenset({"file", "files", "archiv", "archives", "archivo", "arquivo", "arşiv", "أرشيف"})
"""Words that begin other captions as well: "Archives of the harbour office"."""


@cache
def _archive_opening() -> re.Pattern[str]:
    """Return what a caption of an old picture begins with: "FILE -", "【資料写真】", "Foto de archivo del muelle"."""
    names = sorted(words("captions", "archive"), key=len, reverse=True)
    told = "|".join(re.escape(name) for name in names if name not in _PLAIN_ARCHIVE)
    every = "|".join(map(re.escape, names))
    return re.compile(
        rf"[\s\[(【（［〔]{{0,3}}(?:(?:{every})\s{{0,2}}[-–—:：.,)\]】）］〕/|]|(?:{told})(?=\s|\Z))", re.IGNORECASE
    )


@cache
def _archive_inside() -> re.Pattern[str]:
    """Return what finds the same words in brackets, or as the last sentence."""
    names = "|".join(map(re.escape, sorted(words("captions", "archive"), key=len, reverse=True)))
    return re.compile(rf"[(\[（【](?:{names})[)\]）】]|[.!?…。/|,،]\s?(?:{names})\.?\s*\Z", re.IGNORECASE)


def _is_archive(text: str) -> bool:
    return bool(_archive_opening().match(text[:60]) or _archive_inside().search(text[-LONGEST_SEARCHED:]))
