"""Names out of bylines: what stands before them, between them and behind them is cut. Never re-cased."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from a11ynews.read.metadata.dates import month_names
from a11ynews.read.metadata.vocabulary import mapping, words
from a11ynews.read.metadata.wording import clean, fold

__all__ = [
    "are_roles",
    "by_words",
    "desk_in",
    "ends_with_by",
    "is_name",
    "names_in",
    "person_in",
    "unique",
    "without_by",
]

_MAX_CHARS = 600
_MAX_NAME_CHARS = 70
_MAX_NAME_WORDS = 7
_MAX_NAMES = 40
_MAX_DESK_WORDS = 5
_MAX_ABBREVIATION = 4
_MAX_PLAIN_WORDS = 2
_ADDRESS = re.compile(r"<?\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}>?|https?://\S{1,300}|(?<!\w)@\w{2,30}")
_BRACKETS = re.compile(r"\s*\((?:[a-zäöüß.]{1,6}|[^()]{0,60}(?:\.(?:com|org|net|de|co)|www\.)[^()]{0,60})\)\.?")
_PARTS = re.compile(r"\s+[|•·‧∙/]\s+|\s*[;|•·]\s*|\s+[-–—]\s+|\s*[–—]\s+")
_COMMA = re.compile(r",?\s+and\s+|\s?[,，、]\s*(?!(?:Jr|Sr)\b)|\s[&＆]\s")
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Za-z]{0,2}\.?){2,6}(?:[ -]?(?:\d{1,4}|[A-Z]{1,5})){0,2}"
    r"|(?:Ph|Ed|Psy|Pharm)\.?D\.?|Jr\.?|Sr\.?|Esq\.?|[MB]\.?(?:Sc|Ed|Phil|Eng)\.?|Dr\.?"
)
_NUMBER = re.compile(r"\d")
_TEMPLATE = re.compile(r"\{\{|\}\}|\$\{|<%|^\w+(?:\.\w+){2,}$|^\W*$|^\d+\+")


def names_in(text: str, language: str = "") -> list[str]:
    """Return the names in one claim about the authors.

    Args:
        text: For instance ``By Ada Writer and Ben Scribe``. At most 600 characters are read.
        language: BCP 47 tag of the page: which words mean "by".

    Example:
        >>> names_in("By Ada Writer and Ben Scribe")
        ['Ada Writer', 'Ben Scribe']
        >>> names_in("Doris Munoz, MD")
        ['Doris Munoz, MD']
        >>> names_in("Elena Berg (ebe) / Redakteurin")
        ['Elena Berg']
    """
    text = _BRACKETS.sub("", _ADDRESS.sub(" ", clean(text[:_MAX_CHARS])))
    names: list[str] = []
    for part in _PARTS.split(without_by(" ".join(text.split()), language)):
        names += _list(without_by(part, language), has_names=bool(names))
    return unique(names)[:_MAX_NAMES]


def _list(text: str, *, has_names: bool) -> list[str]:
    """Return the names of a list with commas and "and"."""
    pieces = [piece for part in _COMMA.split(text) if (piece := _bare(part))]
    if len(pieces) > 1 and "&" in text and all(len(piece.split()) == 1 for piece in pieces):
        return [text]  # "Morgan & Morgan" is one firm
    if _is_catalogued(pieces, text):
        return [f"{pieces[1]} {pieces[0]}"]
    names: list[str] = []
    for piece in pieces:
        if names and _CREDENTIAL.fullmatch(piece) and f", {piece}" in text:
            names[-1] += f", {piece}"
        elif not ((has_names or names) and are_roles(piece)):
            names += [name for name in _pair(piece) if _may_be_name(name)]
    return names


def _is_catalogued(pieces: list[str], text: str) -> bool:
    """Whether a text is one name as library catalogues have it: "Writer, Ada"."""
    return (
        len(pieces) == 2  # noqa: PLR2004 - surname and given name
        and "," in text
        and text.isascii()
        and all(piece.isalpha() for piece in pieces)
        and not _CREDENTIAL.fullmatch(pieces[1])
    )


def _pair(text: str) -> list[str]:
    """Split "Ada Writer und Ben Scribe"; not "Le Figaro et AFP", where one side has a single word."""
    parts = text.split()
    for at in range(2, len(parts) - 2):
        if parts[at].casefold() in words("bylines", "and"):
            return [" ".join(parts[:at]), *_pair(" ".join(parts[at + 1 :]))]
    return [text]


def _bare(text: str) -> str:
    """Return a piece without the punctuation around it; the dot of "Ph.D." and of "Jr." is its own."""
    text = text.strip(" ,:;\"“”'[]")
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    text = text.lstrip(".)")
    last = text.split(" ")[-1]
    return text if len(last) <= _MAX_ABBREVIATION or "." in last[:-1] else text.rstrip(".")


def without_by(text: str, language: str = "") -> str:
    """Return a text without "By" and its like in front.

    Args:
        text: A byline.
        language: BCP 47 tag of the page: "de" means "by" in French, not in Dutch.

    Example:
        >>> without_by("Geschrieben von: Ada Writer")
        'Ada Writer'
        >>> without_by("Byron Writer")
        'Byron Writer'
    """
    pattern = _by(_known(language.partition("-")[0].lower()))
    for _ in range(3):
        match = pattern.match(text)
        if not match or not text[match.end() :].strip():
            break
        text = text[match.end() :].strip()
    return text


def by_words(language: str) -> frozenset[str]:
    """Return the phrases that mean "by" in a language (its subtag only), and those clear in any."""
    return _by_words(_known(language))


def _known(language: str) -> str:
    """Return a language that has phrases of its own, "" for all others."""
    return language if language in mapping("bylines", "by") else ""


@cache
def _by_words(language: str) -> frozenset[str]:
    known = words("bylines", "by", "any")
    return known | words("bylines", "by", language) if language else known


def ends_with_by(text: str, language: str) -> bool:
    """Return whether a short text is a label such as "A comment by".

    Example:
        >>> ends_with_by("Kommentar von", "de"), ends_with_by("Rain", "de")
        (True, False)
    """
    parts = fold(text).rstrip(": ").split()
    return 0 < len(parts) <= 6 and parts[-1] in by_words(language.partition("-")[0].lower())  # noqa: PLR2004 - a label is short


@cache
def _by(language: str) -> re.Pattern[str]:
    longest_first = sorted(_by_words(language), key=len, reverse=True)
    return re.compile(
        r"\s*(?:" + "|".join(map(re.escape, longest_first)) + r")(?:\s*[:：／/،]\s*|,\s+|\s+)", re.IGNORECASE
    )


def are_roles(text: str) -> bool:
    """Return whether a text is a job ("Senior Writer", "Editor at large") and not a name.

    Example:
        >>> are_roles("Senior Staff Writer"), are_roles("Ada Writer-Smith")
        (True, False)
    """
    folded = fold(text).replace("&", " ").replace(",", " ").split()
    jobs = words("bylines", "roles")
    if len(folded) > _MAX_PLAIN_WORDS:
        return any(word in jobs for word in folded)
    return bool(folded) and (folded[-1] in jobs or folded[0] in jobs)


def desk_in(text: str) -> str:
    """Return the name of a group of people that a short text is, "" if it is none.

    Example:
        >>> desk_in("the Harbour Post Team"), desk_in("Redaktion"), desk_in("the team that won")
        ('the Harbour Post Team', 'Redaktion', '')
    """
    parts = text.strip(" ,;:-–—|•·.").split()
    if not 0 < len(parts) <= _MAX_DESK_WORDS or any(map(_NUMBER.search, parts)):
        return ""
    is_desk = parts[-1].casefold() in words("bylines", "desks") or parts[0].casefold() in words(
        "bylines", "desks_first"
    )
    return " ".join(parts) if is_desk else ""


def person_in(text: str) -> str:
    """Return the start of a running text that can be names, up to a date, a verb or a lower-case word.

    Example:
        >>> person_in("Ada Writer Published on July 18, 2025")
        'Ada Writer'
        >>> person_in("Ludwig van Beethoven, Bonn")
        'Ludwig van Beethoven, Bonn'
    """
    parts = text.split()
    kept: list[str] = []
    for at, word in enumerate(parts):
        core = word.strip(",.;:()[]\"'“”")
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if _ends_name(core, following, kept):
            break
        kept.append(word)
    while kept and kept[-1].casefold().strip(",") in words("bylines", "and"):
        kept.pop()
    return " ".join(kept).strip(" ,;:-–—|•·")


def _ends_name(word: str, following: str, kept: list[str]) -> bool:
    """Whether a word is no part of names: a number, a month before a number, "on", a lower-case word."""
    folded = word.casefold()
    if _NUMBER.search(word) or (_NUMBER.match(following) and folded in month_names()):
        return bool(kept) or not word[:1].isalpha() or folded in month_names()
    if folded in words("bylines", "particles") or folded in words("bylines", "and"):
        return not kept and word.islower()
    if folded in words("bylines", "stop"):
        return True
    return bool(kept) and word[:1].islower() and not kept[0][:1].islower()


def is_name(text: str) -> bool:
    """Return whether a text by itself looks like a person's full name.

    Example:
        >>> is_name("Ada M. Lovell"), is_name("Machine learning"), is_name("Read More About It Now")
        (True, False, False)
    """
    parts = text.split()
    if len(parts) == 1 and not text.isascii() and unicodedata.category(text[0]) == "Lo":
        return 2 <= len(text) <= 6 and text.isalpha()  # noqa: PLR2004 - Chinese, Japanese, Korean: no space inside
    if not 2 <= len(parts) <= 5 or len(text) > _MAX_NAME_CHARS or are_roles(text):  # noqa: PLR2004
        return False
    particles, stop = words("bylines", "particles"), words("bylines", "stop")
    for part in parts:
        if part.casefold() in particles:
            continue
        if part[0].islower() or _NUMBER.search(part) or part.casefold().strip(".") in stop:
            return False
        if not all(c.isalpha() or c in ".'’-‐\u200c\u200d" or unicodedata.category(c)[0] == "M" for c in part):
            return False  # vowel signs of Hindi and Thai are marks
    return True


def _may_be_name(text: str) -> bool:
    return (
        1 < len(text) <= _MAX_NAME_CHARS
        and len(text.split()) <= _MAX_NAME_WORDS
        and any(map(str.isalpha, text))
        and ":" not in text
        and "：" not in text
        and not _TEMPLATE.search(text)
    )


def unique(names: Iterable[str]) -> list[str]:
    """Return the names without repetitions, the first form of each."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return list(seen.values())
