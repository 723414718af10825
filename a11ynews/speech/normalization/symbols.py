"""Signs, emoji, small figures and oblique strokes."""

from __future__ import annotations

import re
import unicodedata

from a11ynews.speech.normalization.numerals import digits
from a11ynews.speech.normalization.rule import WIDE, Rule, signs
from a11ynews.speech.normalization.tables import pairs_of

__all__ = ["EARLY", "RULES"]

_SIGNS = pairs_of("symbols.tsv")
_SIGN_SET = "".join(re.escape(sign) for sign in _SIGNS)
_EMOJI_NAMES = pairs_of("emoji.tsv")
_EMOJI = "[\U0001f300-\U0001faff☀-➿⬀-⯿⌀-⏿]"
_INVISIBLE = "[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff\u20e3]"


def _apart(match: re.Match[str], words: str) -> str:
    """Return words with spaces where they would touch others."""
    text, start, end = match.string, match.start(), match.end()
    before = " " if start and not text[start - 1].isspace() and text[start - 1] not in "([{“‘\"'-—" else ""
    after = " " if text[end : end + 1].isalnum() or text[end : end + 1] in tuple(_SIGNS) else ""
    return f"{before}{words}{after}"


def _say_sign(match: re.Match[str]) -> str:
    return _apart(match, _SIGNS[match[0]])


def _say_section(match: re.Match[str]) -> str:
    return "section " if match[1] == "§" else "sections "


def _say_emoji(match: re.Match[str]) -> str:
    """Say an emoji by its Unicode name, a row of the same one once."""
    name = _EMOJI_NAMES.get(match[1]) or unicodedata.name(match[1], "").lower()
    return _apart(match, name.replace("-", " ").removesuffix(" sign").removesuffix(" symbol")) if name else match[0]


def _say_small_figures(match: re.Match[str]) -> str:
    figures = unicodedata.normalize("NFKC", match[0])
    return _apart(match, digits(figures))


def _say_power(match: re.Match[str]) -> str:
    figures = unicodedata.normalize("NFKC", match[2])
    named = {"2": " squared", "3": " cubed"}.get(figures, f" to the power of {digits(figures)}")
    return match[1] + named


def _say_flag(match: re.Match[str]) -> str:
    code = " ".join(chr(ord(character) - 0x1F1E6 + ord("A")) for character in match[0])
    return _apart(match, f"flag of {code}")


def _say_stroke(match: re.Match[str]) -> str:
    del match
    return " slash "


def _say_separator(match: re.Match[str]) -> str:
    del match
    return ", "


def _say_compare(match: re.Match[str]) -> str:
    return " less than " if "<" in match[0] else " greater than "


EARLY = (
    Rule("stroke", signs("/"), re.compile(r"(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"), _say_stroke),
    Rule("section", signs("§"), re.compile(r"(§{1,2})\s?"), _say_section),
    Rule("power", signs("⁰¹²³⁴⁵⁶⁷⁸⁹"), re.compile(r"([0-9x-z)])([⁰¹²³⁴-⁹]{1,4})"), _say_power),
    Rule("small-figures", signs("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"), re.compile(r"[₀-₉⁰¹²³⁴-⁹]{1,9}"), _say_small_figures),
)

RULES = (
    Rule(
        "separator",  # "Harbour at dawn / Ada Miller", "World | Politics": a pause, and no word
        signs("/|•·"),
        re.compile(r"(?<=[^\W_]) (?:/(?=\s[A-ZÀ-Þ])(?<=[^\W\d_] /)|[|•·])\s(?=[^\W_])"),
        _say_separator,
    ),
    Rule(
        "stars",  # *so* is how plain text stresses a word
        signs("*"),
        re.compile(r"\*(?<![\w*]\*)(?=\w)([^*\n]{1,60})(?<=[\w.!?])\*(?![\w*])"),
        lambda match: match[1],
    ),
    Rule("flag", WIDE, re.compile(r"[\U0001f1e6-\U0001f1ff]{2}"), _say_flag),
    Rule("emoji", WIDE, re.compile(rf"({_EMOJI}){_INVISIBLE}{{0,5}}(?:\1{_INVISIBLE}{{0,5}}){{0,50}}"), _say_emoji),
    Rule("compare", signs("<>"), re.compile(r"(?<=\w)\s?[<>]\s?(?=[a-z]{3,9}\b(?!\s?/?>))(?<= [<>] )"), _say_compare),
    Rule(
        "leading-stroke",
        signs("/"),
        re.compile(r"(?<!\S)/(?=[$€£¥₩₹])"),
        lambda match: f"slash{' ' if match else ''}",
    ),
    Rule("sign", signs("".join(_SIGNS)), re.compile(f"[{_SIGN_SET}]"), _say_sign),
)
