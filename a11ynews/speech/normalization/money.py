"""Money: "$2.5m", "€10-15 billion", "Rs 3 crore", "20 EUR", "99p"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ynews.speech.normalization.figures import DASH, FIGURE, LOOSE, is_adjectival
from a11ynews.speech.normalization.numerals import amount, cardinal
from a11ynews.speech.normalization.rule import FIGURES, Rule, signs
from a11ynews.speech.normalization.tables import pairs_of, rows, words

__all__ = ["RULES"]


@dataclass(frozen=True, slots=True)
class _Currency:
    one: str
    many: str
    cent: str
    cents: str


_CURRENCIES = {sign: _Currency(*names) for sign, *names in rows("currencies.tsv")}
_SCALES = pairs_of("scales.tsv")
_UNITS = {unit: one for unit, one, _ in rows("units.tsv")}
_PER = {
    "gal": "gallon",
    "bbl": "barrel",
    "mo": "month",
    "yr": "year",
    "wk": "week",
    "hr": "hour",
    "h": "hour",
    "d": "day",
    "sq": "square",
    "lb": "pound",
}

_SIGNS = "".join(sign for sign in _CURRENCIES if len(sign) == 1)
_LONGEST_FIRST = sorted((sign for sign in _CURRENCIES if sign[0].isalpha()), key=len, reverse=True)
_WITH_SIGN = "|".join(re.escape(sign) for sign in _LONGEST_FIRST if sign.endswith("$"))
_LETTERS = "|".join(re.escape(sign) for sign in _LONGEST_FIRST if not sign.endswith("$"))
_SCALE = rf"(?:\s?-?({'|'.join(sorted(_SCALES, key=len, reverse=True))})\b(?!['’]))?"
_NUMBER = rf"({LOOSE}|\.[0-9]{{1,15}}(?![0-9]))"
_BEFORE = rf"(?<!\w)(-|−)?({_WITH_SIGN}|[{_SIGNS}])\s?(-|−)?{_NUMBER}"
_NAMED = rf"()({_LETTERS})\s?(-|−)?{_NUMBER}"
_LETTER_SCALE = "million|billion|trillion|mn|bn|tn|m"
_CODES = "|".join(sign for sign in _CURRENCIES if re.fullmatch(r"[A-Z]{3}", sign))  # ISO 4217
_AFTER = rf"({FIGURE}){_SCALE}\s?([€£¥₹₽₴₺₩]|[$](?![0-9])|(?:{_CODES})\b)"
_TAIL = r"(?:-(an?)-([a-z]{2,20})|-(?=[a-z])|\s?/\s?([a-z]{1,12})\b)?"


def _words(sign: str, figures: str, scale: str | None, *, adjectival: bool = False) -> str:
    """Return an amount with the name of its money.

    Example:
        >>> _words("$", "20.50", None), _words("€", "3", "m"), _words("$", "1.00", None)
        ('twenty dollars fifty cents', 'three million euros', 'one dollar')
    """
    currency = _CURRENCIES[sign]
    name = currency.one if adjectival else currency.many
    if scale:
        return f"{amount(figures)} {_SCALES.get(scale, scale)} {name}"
    whole, _, decimals = figures.partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) > 2 or (decimals and currency.cent == "-"):  # noqa: PLR2004 - cents have two figures
        return f"{amount(figures)} {name}"
    return _with_cents(currency, whole, decimals, name)


def _with_cents(currency: _Currency, whole: str, decimals: str, name: str) -> str:
    name = currency.many if decimals else name
    cents = int(decimals.ljust(2, "0") or 0)
    plain = whole.replace(",", "").lstrip("0")
    said = []
    if plain or not cents:
        said.append(f"{amount(whole or '0')} {currency.one if plain == '1' else name}")
    if cents:
        said.append(f"{cardinal(cents)} {currency.cent if cents == 1 else currency.cents}")
    return " ".join(said)


def _say_prefixed(match: re.Match[str]) -> str:
    minus, sign, second_minus, figures, scale, article, unit, per = match.groups()
    hyphen = match[0].endswith("-") or article is not None
    joined = scale is not None and f"-{scale}" in match[0]  # "its $5-billion takeover"
    said = _words(sign, figures, scale, adjectival=hyphen or joined or (per is None and is_adjectival(match)))
    if minus or second_minus:
        said = f"minus {said}"
    if article:
        return f"{said} {article} {unit}"
    if per:
        return f"{said} per {_PER.get(per) or _UNITS.get(per, per)}"
    return f"{said} " if hyphen else said


def _say_coded(match: re.Match[str]) -> str:
    """Say "Rs 500"; the pattern begins with the letters, for speed, so a word that ends in them is told here."""
    start = match.start()
    return match[0] if start and match.string[start - 1].isalnum() else _say_prefixed(match)


def _say_range(match: re.Match[str]) -> str:
    """Say the money once when the first number has no scale of its own: "$10-15 million"."""
    sign, low, low_scale, second_sign, high, scale = match.groups()
    last = _words(sign, high, scale, adjectival=is_adjectival(match))
    if second_sign and second_sign != sign:
        return match[0]
    if second_sign or low_scale or "." in low + high:
        return f"{_words(sign, low, low_scale or scale)} to {last}"
    return f"{amount(low)} to {last}"


def _say_suffixed(match: re.Match[str]) -> str:
    figures, scale, sign = match.groups()
    return _words(sign, figures, scale, adjectival=is_adjectival(match))


def _say_letter(match: re.Match[str]) -> str:
    """Say "R1.2 billion" and "N50,000": one letter is a currency only before what can be nothing else."""
    sign = {"R": "ZAR", "N": "NGN"}[match[1]]
    return _words(sign, match[2], match[3], adjectival=is_adjectival(match))


def _say_small(match: re.Match[str]) -> str:
    """Say pence and cents: "99p", "50¢"."""
    one, many = ("cent", "cents") if match[2] == "¢" else ("penny", "pence")
    return f"{amount(match[1])} {one if match[1] == '1' else many}"


def _say_scaled(match: re.Match[str]) -> str:
    """Say "1.4bn" and "10k"; a bare m is a metre unless people follow."""
    return f"{amount(match[1])} {_SCALES[match[2]]}"


def _say_some(match: re.Match[str]) -> str:
    """Say "$1,000s" as thousands of dollars, and "$20s" without a second s."""
    sign, figures, of = match.groups()
    some = _SOME.get(figures.replace(",", ""))
    if some is None:
        return _words(sign, figures, None) + (of or "")
    return some + (of or f" of {_CURRENCIES[sign].many}")


_SOME = {
    "10": "tens",
    "100": "hundreds",
    "1000": "thousands",
    "10000": "tens of thousands",
    "100000": "hundreds of thousands",
    "1000000": "millions",
}
_ANY_SIGN = signs(_SIGNS)
_COUNTED = "|".join(words("counted_in_millions.txt"))

RULES = (
    Rule(
        "money-some",
        FIGURES + _ANY_SIGN,
        re.compile(rf"(?<!\w)([{_SIGNS}])({LOOSE})s(?!\w)(\sof\s(?:dollars|pounds|euros)\b)?"),
        _say_some,
    ),
    Rule(
        "money-range",
        FIGURES + _ANY_SIGN,
        re.compile(
            rf"(?<!\w)({_WITH_SIGN}|[{_SIGNS}])\s?({LOOSE}){_SCALE}\s?{DASH}\s?"
            rf"({_WITH_SIGN}|[{_SIGNS}])?({LOOSE}){_SCALE}(?![-0-9])"
        ),
        _say_range,
    ),
    Rule("money", FIGURES + _ANY_SIGN, re.compile(_BEFORE + _SCALE + _TAIL), _say_prefixed),
    Rule("money-code", FIGURES, re.compile(_NAMED + _SCALE + _TAIL), _say_coded),
    Rule(
        "money-letter",
        FIGURES + signs("RN"),
        re.compile(
            rf"([RN](?<![\w.$][RN]))(?:(?=[0-9]{{1,3}},[0-9]{{3}}|[0-9.]{{1,7}}\s?(?:{_LETTER_SCALE})\b))"
            rf"({LOOSE})(?:\s?({_LETTER_SCALE})\b)?(?![\w])"
        ),
        _say_letter,
    ),
    Rule("money-after", FIGURES, re.compile(_AFTER), _say_suffixed),
    Rule(
        "pence",
        FIGURES,
        re.compile(rf"(?!(?:240|360|480|576|720|1080|1440|2160|4320)p)({FIGURE})(p\b|¢)(?!\.m)"),
        _say_small,
    ),
    Rule(
        "scaled",
        FIGURES,
        re.compile(rf"({FIGURE})-?(bn|tn|trn|mn|mln|bln|k)\b(?!/|\s(?:runs?|races?|walks?)\b)"),
        _say_scaled,
    ),
    Rule(
        "scaled-people",
        FIGURES,
        re.compile(rf"({FIGURE})(m|b)(?=\s(?:[A-Z][a-z]{{2,12}}\s)?(?:{_COUNTED})\b)"),
        _say_scaled,
    ),
)
