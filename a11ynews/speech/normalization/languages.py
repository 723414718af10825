"""Numbers, money, percent and dates in ten languages, each a table; the rest is left to the engine.

Whole numbers without signs stay figures: every voice reads them, with the gender and the case that it
knows. Put into words are those that voices read wrongly: with signs for groups and decimals, with a sign
of money or percent, and dates in figures. The words come from num2words (``pip install
'a11ynews[languages]'``) where it gives them rightly; without it, and elsewhere, figures are written so
that the voice reads them as one number.
"""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import cast

from a11ynews.speech.normalization.rule import FIGURES, Rule, signs

__all__ = ["LANGUAGES", "rules_for"]

LANGUAGES = ("es", "fr", "de", "pt", "it", "ru", "tr", "ar", "hi", "zh")

_LONGEST = 15
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "0123456789" * 3)
_LAST_DAY, _LAST_MONTH = 31, 12
_TEENS = range(11, 15)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    """A row of ``languages.toml``, which says what each is."""

    name: str
    decimal: str
    group: str
    percent: str
    date: str
    months: tuple[str, ...]
    scales: tuple[str, ...]
    money: Mapping[str, list[str]]
    point: str = ""
    of: str = ""
    of_vowel: str = ""
    one: str = ""
    joint: str = " "
    words: bool = False
    percent_forms: tuple[str, ...] = ()
    fraction_form: str = ""
    expanded: Mapping[str, str] = field(default_factory=dict)
    before_noun: Mapping[str, str] = field(default_factory=dict)

    def plain(self, figures: str) -> str:
        """Return figures as a voice reads them as one number: no groups, the decimal sign of the language."""
        western = figures.translate(_EASTERN)
        return re.sub(f"[{re.escape(self.group)}]", "", western)

    def number(self, figures: str) -> str:
        """Return a number in words; as figures where the words would be wrong."""
        whole, _, decimals = re.sub(f"[{re.escape(self.decimal)}]", ".", self.plain(figures)).partition(".")
        say = _num2words() if self.words and len(whole) <= _LONGEST else None
        if say is None or (decimals and not self.point):
            return self.plain(figures)
        said = self.one if self.one and whole == "1" and not decimals else say(int(whole), lang=self.name)
        if not decimals:
            return said
        return f"{said} {self.point} {' '.join(say(int(figure), lang=self.name) for figure in decimals)}"

    def counted(self, figures: str) -> str:
        """Return a number in words as it stands before a noun: "veintiún"."""
        said = self.number(figures)
        for ending, short in self.before_noun.items():
            if said.endswith(ending):
                return said.removesuffix(ending) + short
        return said

    def form(self, forms: tuple[str, ...] | list[str], figures: str, *, scaled: bool = False) -> str:
        """Return the form of a noun that a number asks for: one, few, many."""
        plain = self.plain(figures)
        if len(forms) > 2 and not scaled and plain.isdecimal():  # noqa: PLR2004 - one, few, many
            last, tens = int(plain) % 10, int(plain) % 100
            return forms[2 if tens in _TEENS else {1: 0, 2: 1, 3: 1, 4: 1}.get(last, 2)]
        if len(forms) > 2 and not scaled:  # noqa: PLR2004 - 2,5 рубля
            return forms[1]
        return forms[0] if plain == "1" and not scaled else forms[-1]


@cache
def _num2words() -> Callable[..., str] | None:
    try:
        return cast("Callable[..., str]", importlib.import_module("num2words").num2words)
    except ImportError:
        return None


@cache
def _table() -> dict[str, dict[str, object]]:
    text = files("a11ynews.speech.normalization").joinpath("data", "languages.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def rules_for(base: str) -> tuple[Rule, ...]:
    """Return the rules of a language; none if it has no table.

    Args:
        base: The first subtag of a language tag.

    Example:
        >>> [rule.name for rule in rules_for("fr")]
        ['money-before', 'money-after', 'percent', 'date', 'grouped', 'decimal']
        >>> rules_for("fi")
        ()
    """
    row = _table().get(base)
    if row is None:
        return ()
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return _rules(_Language(name=base, **values))  # type: ignore[arg-type]  # the table's form is tested


def _rules(language: _Language) -> tuple[Rule, ...]:
    group, decimal = re.escape(language.group), re.escape(language.decimal)
    figure = r"[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]"
    whole = rf"(?:{figure}{{1,3}}(?:[{group}]{figure}{{3}}){{1,5}}(?!{figure})|{figure}{{1,15}}(?!{figure}))"
    number = rf"({whole}(?:[{decimal}]{figure}{{1,9}}(?!{figure}))?)"
    before = rf"(?<![A-Za-zÀ-ÿ.,٫٬/-])(?<!{figure})"
    after = rf"(?![.,/:-]?{figure}|[A-Za-zÀ-ÿ])"
    alone = before + number
    scales = "|".join(re.escape(scale) for scale in sorted(language.scales, key=len, reverse=True))
    scale = rf"(?:[\s\u00a0]?({scales})(?!\w))?"
    money = "|".join(re.escape(sign) for sign in sorted(language.money, key=len, reverse=True))
    money_signs = signs("".join(language.money))

    def say_money(figures: str, scale: str | None, sign: str) -> str:
        noun = language.form(language.money[sign], figures, scaled=scale is not None)
        if scale is None:
            return f"{language.counted(figures)}{language.joint}{noun}"
        vowel = language.of_vowel and noun[0] in "aeiou"
        of = language.of_vowel if vowel else f"{language.of} " if language.of else ""
        counted = language.expanded.get(scale, scale)
        return f"{language.number(figures)}{language.joint}{counted}{language.joint}{of}{noun}"

    def say_percent(match: re.Match[str]) -> str:
        figures = match[1] or match[2]
        whole_number = language.plain(figures).isdecimal()
        noun = language.form(language.percent_forms, figures) if language.percent_forms and whole_number else ""
        return language.percent.format(n=language.number(figures), noun=noun or language.fraction_form)

    return (
        Rule(
            "money-before", money_signs, re.compile(rf"(?<![\w$])({money})[\s\u00a0]?{number}{scale}"),
            lambda match: say_money(match[2], match[3], match[1]),
        ),
        Rule(
            "money-after", money_signs, re.compile(rf"{alone}{scale}[\s\u00a0\u202f]?({money})(?!\w)"),
            lambda match: say_money(match[1], match[2], match[3]),
        ),
        Rule(
            "percent", signs("%٪％"),
            re.compile(rf"{alone}[\s\u00a0\u202f]?[%٪％]|(?<!\w)[%٪]{number}"), say_percent,
        ),
        Rule("date", FIGURES, _DATE, lambda match: _say_date(match, language)),
        Rule(
            "grouped", signs(language.group),
            re.compile(rf"{before}({figure}{{1,3}}(?:[{group}]{figure}{{3}}){{1,5}}(?:[{decimal}]{figure}{{1,9}})?){after}"),
            lambda match: language.number(match[1]),
        ),
        Rule(
            "decimal", signs(language.decimal),
            re.compile(rf"{before}({figure}{{1,15}}[{decimal}]{figure}{{1,9}}){after}"),
            lambda match: language.number(match[1]),
        ),
        *(_short_scale(short, words) for short, words in language.expanded.items()),
    )  # fmt: skip


def _short_scale(short: str, words: str) -> Rule:
    return Rule("short-scale", signs(short[-1]), re.compile(rf"\b{re.escape(short)}"), lambda _: words)


_DATE = re.compile(
    r"(?<![A-Za-zÀ-ÿ0-9.,/-])"
    r"(?:([0-3]?[0-9])([./-])([01]?[0-9])\2([12][0-9]{3})|([12][0-9]{3})-([01][0-9])-([0-3][0-9]))"
    r"(?![A-Za-z0-9/-]|[.,][0-9])"
)


def _say_date(match: re.Match[str], language: _Language) -> str:
    day, month, year = (match[1], match[3], match[4]) if match[1] else (match[7], match[6], match[5])
    if not (1 <= int(day) <= _LAST_DAY and 1 <= int(month) <= _LAST_MONTH):
        return match[0]
    return language.date.format(day=int(day), month=language.months[int(month) - 1], year=year)
