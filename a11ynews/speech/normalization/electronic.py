"""Addresses of the net: URLs, e-mail, handles, hashtags."""

from __future__ import annotations

import re

from a11ynews.speech.normalization.numerals import cardinal, digits, year
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import pairs_of

__all__ = ["RULES"]

_SIGNS = pairs_of("address_signs.tsv")
_ENDINGS = {
    "jpg": "J peg",
    "jpeg": "J peg",
    "us": "U S",
    "it": "I T",
    "in": "I N",
    "me": "me",
    "html": "H T M L",
    "php": "P H P",
}
_SPELT_TO = 3
_SAID_ENDINGS = frozenset(
    {"com", "net", "org", "gov", "edu", "mil", "info", "biz", "news", "www~", "app", "dev", "bit"}
)
_LONGEST_SAID = 80
"""A longer address is of no use to the ear: only its host is said."""

_OPAQUE = re.compile(r"(?:pic\.twitter\.com|pic\.x\.com|t\.co)/", re.IGNORECASE)
"""Links that the posts of a network carry: what follows the host is no word."""

_PART = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]")
_HUMPS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|[0-9]+")
_YEAR_FIGURES = 4


def _spoken(address: str) -> str:
    """Return an address part by part.

    Example:
        >>> _spoken("a-1.bc3@gma4il.com")
        'a dash one dot B C three at gma four il dot com'
    """
    said: list[str] = []
    after_dot = False
    for part in _PART.findall(address):
        if part.isdigit() and part.isascii():
            said.append(digits(part))
        elif part.isalpha():
            said.append(_ending(part) if after_dot else part)
        else:
            said.append(_SIGNS.get(part, " "))
        after_dot = part == "."
    return " ".join(" ".join(said).split())


def _ending(part: str) -> str:
    low = part.lower()
    if low in _SAID_ENDINGS:
        return low
    return _ENDINGS.get(low) or (" ".join(part.upper()) if len(part) < _SPELT_TO and part.islower() else part)


def _say_url(match: re.Match[str]) -> str:
    address = match[0]
    rest = address.rstrip(".,;:!?'\"’”")
    tail = address[len(rest) :]
    if len(rest) > _LONGEST_SAID or _OPAQUE.match(rest.split("://")[-1]):
        rest = re.split(r"[/?#]", rest.split("://")[-1], maxsplit=1)[0].removeprefix("www.")
    scheme, separator, host = rest.partition("://")
    if not separator:
        return _web(rest) + tail
    return f"{' '.join(scheme.upper()) if scheme != 'file' else scheme} colon slash slash {_web(host)}{tail}"


def _web(host: str) -> str:
    if host.lower().startswith("www."):
        return f"W W W dot {_spoken(host[4:])}"
    return _spoken(host)


def _say_mail(match: re.Match[str]) -> str:
    return _spoken(match[0])


def _say_handle(match: re.Match[str]) -> str:
    return f"at {_humps(match[1])}"


def _say_hashtag(match: re.Match[str]) -> str:
    return f"hashtag {_humps(match[1])}"


def _humps(name: str) -> str:
    """Return the words of a name in camel case.

    Example:
        >>> _humps("BlackLivesMatter"), _humps("bbc_news"), _humps("Election2024")
        ('Black Lives Matter', 'bbc underscore news', 'Election twenty twenty four')
    """
    if not name.isascii():
        return name.replace("_", " ")
    return " underscore ".join(" ".join(map(_hump, _HUMPS.findall(piece))) for piece in name.split("_")).strip()


def _hump(piece: str) -> str:
    if not piece.isdigit():
        return piece
    return year(int(piece)) if len(piece) == _YEAR_FIGURES and piece[0] in "12" else _few(piece)


def _few(figures: str) -> str:
    return digits(figures) if len(figures) > 3 or figures[0] == "0" else cardinal(int(figures))  # noqa: PLR2004 - COP26


def _say_number_sign(match: re.Match[str]) -> str:
    del match
    return "number "


_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?"

RULES = (
    Rule("url", signs(":"), re.compile(r"\b(?:https?|ftp|file)://[^\s<>\"“”‘’«»]{1,2000}"), _say_url),
    Rule("www", signs("w"), re.compile(r"www\.(?<![\w@.]www\.)[^\s<>\"“”‘’«»]{1,2000}"), _say_url),
    Rule(
        "mail",
        signs("@"),
        re.compile(
            rf"(?<![\w])[A-Za-z0-9](?<![\w.+&-][A-Za-z0-9])[\w.+&%-]{{0,63}}@{_LABEL}(?:\.{_LABEL}){{1,5}}(?:/[\w./-]{{0,200}}[\w/])?"
        ),
        _say_mail,
    ),
    Rule("handle", signs("@"), re.compile(r"(?<![\w@./])@(\w{1,40})"), _say_handle),
    Rule(
        "number-sign",
        FIGURES + signs("#"),
        re.compile(r"(?<![\w&#])#\s?(?=[0-9])(?![0-9]{0,9}[A-Za-z_])"),
        _say_number_sign,
    ),
    Rule("hashtag", signs("#"), re.compile(r"(?<![\w&#/])#(?=\w{0,100}[^\W0-9])(\w{1,100})"), _say_hashtag),
    Rule(
        "domain",
        signs("."),
        re.compile(
            r"(?<![\w@./-])(?=[A-Za-z0-9-]{2,63}\.)[A-Za-z0-9][A-Za-z0-9-]{1,62}"
            r"(?:\.[a-z0-9][a-z0-9-]{1,62}){0,4}\.[a-z]{2,6}(?![\w@]|\.\w)(?:/[\w./%=&?#~+-]{0,300}[\w/])?"
        ),
        _say_url,
    ),
)
