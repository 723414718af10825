"""Datelines: where, when and by which agency a story was filed, at the head of its first paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from a11ynews.read.vocabulary import words

__all__ = ["LONGEST", "dateline_end", "is_dateline"]

LONGEST: Final = 90
"""Characters. The longest seen has two places, a date and an agency: 80."""

_HEAD: Final = rf"(?P<head>[^!?\n–—―]{{2,{LONGEST}}}?)"
_DASH: Final = r"\s?\.?\s?(?:[–—―]|--|-(?=\s))"
_SECOND: Final = r"(?P<second>\s?[^\s–—―(),.-][^–—―(),.]{1,23}?\s?[–—―-](?=\s))"
#: AP style: place, date, agency in brackets, dash. Iranian and Ukrainian agencies put their name between two dashes.
_DASHED: Final = re.compile(rf"{_HEAD}{_DASH}{_SECOND}?(?=\s?\S)")
#: German and American desks leave the dash out after the agency's brackets. Old wires had "_" for a dash.
_BRACKETED: Final = re.compile(
    r"(?P<place>[^()!?\n–—]{0,60}?)\s?\((?P<agency>[^()]{2,40})\)(?:\s?[._:](?=\s)|(?=\s?[^\s.,;:–—-]))"
)
_AGENCY_AT_END: Final = re.compile(r"(?P<place>[^()]{0,60})\((?P<agency>[^()]{2,40})\)\s?\.?\s*")
#: "MOSCOW, July 26. /TASS/."
_SLASHED: Final = re.compile(r"(?P<place>[^/!?\n]{2,60}?)\s?/(?P<agency>[^/\s][^/]{0,22})/\.?(?=\s)")
_EAST_ASIAN: Final = (
    re.compile(r"[^\s。，,]{2,24}?\d{1,2}月\d{1,2}日(?:电|電|讯|訊)(?:\s?[（(](?:记者|記者|通讯员)[^）)]{1,24}[）)])?"),
    re.compile(r"[【（(\[][^】）)\]\n]{2,30}(?:电|電|讯|訊|報導|报导|报道)[】）)\]]"),
    re.compile(r"【[^】]{1,24}[=＝][^】]{1,16}】"),
    re.compile(r"[(\[][^)\]=]{1,24}[=＝][^)\]]{1,24}[)\]](?:\s[가-힣]{2,4}){1,2}(?<=기자|파원)\s?="),
    re.compile(r"[(\[][^)\]=]{1,24}[=＝][^)\]]{1,24}[)\]]"),
    re.compile(r"[\[［][^\]］\n]{2,24}日\s?[^\]］\n]{2,12}[\]］]\s?[-–—]?"),
)
#: "【ソウル聯合ニュース】", "（札幌共同）": a place and an agency in one word.
_PLACE_AND_AGENCY: Final = re.compile(r"[【（(]([^】）)\n=＝]{2,24})[】）)](?=\s?\S)")
#: "Skerra, 4 May 2026 –": a place in small letters is one if a day stands behind it.
_PLACE_AND_DAY: Final = re.compile(
    r"[A-Z\u00c0-\u00de\u0391-\u042f][^\W\d_.]{1,24}(?:[ /-][^\W\d_.]{1,20}){0,3}"
    r"(?:,\s[^\W\d_]{2,20})?,\s(?:den\s|le\s|el\s|il\s)?"
    r"(?:\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2}|\d{1,2}[./]\d{1,2}[./])(?:,?\s?(?:de\s)?\d{2,4})?"
)
#: "(ANSA) - ROME, 4 MAG -": the agency before the place.
_AGENCY_FIRST: Final = re.compile(
    r"[(]\s?(?P<agency>[^()]{2,20}?)\s?[)]\s?[-–—]\s(?P<head>[^()!?\n–—]{3,40}?)\s?[-–—](?=\s)"
)
#: "MOSCOW, 4 May – RIA Novosti. The ferry": the agency's name and a full stop after the dash.
_AGENCY_AND_STOP: Final = re.compile(r"\s?(?P<agency>[^\s.,:–—-][^.,:–—\n]{1,24}?)\s?[.:](?=\s)")
_EDGES: Final = re.compile(r"^\s+|[\s–—―_:.-]+$")
_AGENCY_PARTS: Final = re.compile(r"\s*[/,;]\s*")
_SITE: Final = re.compile(r"[\w-]{2,20}\.(?:[a-z]{2,3}|info|news)(?:\.[a-z]{2})?", re.IGNORECASE)
_NAME_PREFIX: Final = re.compile(r"\b(?:Mc|Mac|De|Di|La|Le)(?=[A-Z]{2})")
_OPENING_MARKS: Final = "\"'“”„«»‘’「『([ \u00a0\u202f"
_SHORTEST_PLACE: Final = 3
_MOST_PLACE_WORDS: Final = 6
_MOST_CAPITALS: Final = 4
"""Words of a place in capitals, as in "ABOARD AIR FORCE ONE"; more are a label or a shout."""


def dateline_end(text: str) -> int:
    """Return how many characters of a paragraph are its dateline; 0 if it has none.

    A dateline is an agency of ``agencies.toml`` in brackets, a place in capitals before a dash, or
    one of the forms of East Asian agencies. What follows a place must begin a sentence: "BTS — the
    band" is none, and neither is a word of ``datelines.toml``, as in "NOTE — The times changed".

    Args:
        text: The first paragraph of a story.

    Returns:
        The length of the dateline with its dash, without the space after it.

    Example:
        >>> text = "KABUL (Reuters) — The border is closed."
        >>> text[:dateline_end(text)]
        'KABUL (Reuters) —'
        >>> dateline_end("The border — closed on Monday — is open again.")
        0
    """
    start = text[: 2 * LONGEST]
    for pattern in _EAST_ASIAN:
        if match := pattern.match(start):
            return match.end()
    if (match := _PLACE_AND_AGENCY.match(start)) and _ends_with_agency(match[1]):
        return match.end()
    if (match := _AGENCY_FIRST.match(start)) and _is_agency(match["agency"]) and _is_place(match["head"]):
        return match.end()
    for pattern, files in ((_BRACKETED, _is_filed), (_SLASHED, _is_slashed), (_DASHED, _is_dashed)):
        if (match := pattern.match(start)) and files(match, start[match.end() :]):
            return len(match[0].rstrip()) + _agency_after(start[match.end() :])
    return 0


def _agency_after(rest: str) -> int:
    """Return how many characters after a dash are an agency and a full stop."""
    found = _AGENCY_AND_STOP.match(rest)
    return found.end() if found and _is_agency(found["agency"]) and _begins_sentence(rest[found.end() :]) else 0


def _ends_with_agency(text: str) -> bool:
    """Whether the last letters of a place in brackets are an agency that is written without a space before it."""
    folded = text.casefold()
    return any(folded.endswith(name) and len(folded) > len(name) for name in _unspaced())


@cache
def _unspaced() -> tuple[str, ...]:
    """Return the agencies whose names are written in Chinese characters or kana."""
    return tuple(name for name in words("agencies", "names") if not name.isascii() and "\u3040" <= name[0] <= "\u9fff")


def is_dateline(text: str) -> bool:
    """Return whether a text that the page sets apart is a dateline and nothing else.

    Example:
        >>> is_dateline("Geneva —"), is_dateline("PARIS"), is_dateline("Published on Monday")
        (True, True, False)
    """
    bare = _EDGES.sub("", text)
    if not bare or len(bare) > LONGEST or "\n" in bare or _is_label(bare):
        return False
    ends_with_dash = text.strip()[-1] in "–—―-_"
    return (ends_with_dash and bare[0].isalnum() and not bare[0].islower()) or _is_place(bare) or _has_agency(bare)


def _is_filed(match: re.Match[str], rest: str) -> bool:
    """Whether brackets hold an agency after a place, or after nothing, and a sentence begins behind them."""
    place = match["place"].strip().removesuffix(",")
    return (
        _are_agencies(match["agency"])
        and _begins_sentence(rest)
        and (not place or (_is_short(place) and not _is_agency(place) and _is_capitalised(place)))
    )


def _is_slashed(match: re.Match[str], rest: str) -> bool:
    return _are_agencies(match["agency"]) and _begins_sentence(rest)


def _is_dashed(match: re.Match[str], rest: str) -> bool:
    head = match["head"].strip()
    if match["second"] is not None and not _is_agency(match["second"].strip(" –—―-")):
        return False
    if match["second"] is not None:
        return _is_short(head) and not head[:1].islower()
    if _PLACE_AND_DAY.fullmatch(head):
        return _begins_sentence(rest) and not _is_label(head.partition(",")[0])
    if _has_agency(head):
        return not _is_label(head.partition("(")[0]) and (_begins_sentence(rest) or _is_place(head.partition("(")[0]))
    return _is_place(head) and _begins_sentence(rest) and not _is_shouted(rest)


def _has_agency(head: str) -> bool:
    """Whether a head ends with an agency in brackets, or has an agency or a site among its parts."""
    if (bracket := _AGENCY_AT_END.fullmatch(head)) is not None:
        place = bracket["place"].strip().removesuffix(",")
        return _are_agencies(bracket["agency"]) and (not place or _is_capitalised(place))
    parts = [part.strip() for part in head.split(",")]
    return (
        len(parts) > 1
        and all(part and not part[0].islower() for part in parts)
        and _is_short(head)
        and any(_SITE.fullmatch(part) or _is_agency(part) or _is_agency(part.split()[0]) for part in parts)
    )


def _is_place(head: str) -> bool:
    """Whether a head is a place in capitals, then perhaps a region or a date after commas."""
    place, *rest = head.split(",")
    letters = [character for character in _NAME_PREFIX.sub("", place) if character.isalpha()]
    return (
        len(letters) >= _SHORTEST_PLACE
        and all(map(str.isupper, letters))
        and _longest_word(place) >= _SHORTEST_PLACE
        and not any(map(str.isdigit, place))
        and len(place.split()) <= _MOST_CAPITALS
        and not _is_label(place.partition("(")[0])
        and all(any(map(str.isdigit, part)) or part.strip()[:1].isupper() for part in rest)
    )


def _is_label(text: str) -> bool:
    return text.strip().casefold().replace("’", "'") in words("datelines", "labels")


def _is_short(place: str) -> bool:
    return len(place.split()) <= _MOST_PLACE_WORDS


def _is_capitalised(place: str) -> bool:
    return not place[0].islower() and not _is_label(place)


def _longest_word(place: str) -> int:
    return max((len(word) for word in re.findall(r"[^\W\d_]+", place)), default=0)


def _are_agencies(text: str) -> bool:
    return any(map(_is_agency, _AGENCY_PARTS.split(text.strip())))


def _is_agency(text: str) -> bool:
    return text.casefold() in words("agencies", "names")


def _begins_sentence(rest: str) -> bool:
    """Whether text begins as a sentence does; scripts without case always do."""
    first = rest.lstrip(_OPENING_MARKS)[:1]
    return bool(first) and not first.islower() and (first.isalnum() or first in "¿¡$€£#@")


def _is_shouted(rest: str) -> bool:
    """Whether the next two words are capitals too: then the line is a shout and its start no place."""
    following = [word for word in rest.split()[:2] if any(map(str.isalpha, word))]
    return len(following) > 1 and all(word.isupper() and len(word) > 1 for word in following)
