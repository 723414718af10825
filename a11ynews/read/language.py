"""The language of a story: what the page declares, held against what the text shows.

Labels are wrong more often than one would think: a template is translated and its ``lang="en"``
stays. A screen reader then reads Arabic with an English voice, which is to say not at all. Three
witnesses, each surer than the next:

1. **Script.** Letters belong to scripts, and scripts to languages. Where the text's script cannot be
   that of the label, the label is wrong.
2. **Small words.** Languages of one script are told apart by their commonest words. They speak where
   the page declares nothing, and against a label only with a clear majority.
3. **py3langid**, if it is installed (the extra ``nlp``), where the first two have no answer.

Nothing is guessed: without a clear answer the declared language stays, and an absent one stays absent.
"""

from __future__ import annotations

import importlib
import re
import string
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Protocol, cast

from a11ynews.model.article import Candidate, Metadata
from a11ynews.model.findings import Notice
from a11ynews.model.inlines import Direction

__all__ = [
    "SAMPLE_CHARS",
    "Script",
    "detect_language",
    "direction_of_language",
    "language_of_part",
    "script_of",
    "scripts",
    "with_language",
]

SAMPLE_CHARS = 4_000
"""Enough to know a language by; the rest of a long story says the same."""
SCRIPT_CHARS = 1_500
"""Characters that are enough to know the script by."""
MIN_LETTERS = 40
"""Letters from which a text has a script. A Chinese character counts as two."""
MAIN_SHARE = 0.6
"""Share of the letters from which a script is the text's."""
OTHER_SHARE = 0.25
"""A label's own script may be absent from the text up to this share before the label is wrong."""
KANA_SHARE = 0.1
"""Kana among kana and Chinese characters, from which a text is Japanese. Japanese news has about half."""
MIN_WORDS = 30
MANY_WORDS = 60
"""Words from which a text can speak against its label."""
MAX_WORDS = 250
PART_WORDS = 25
"""Words from which a quote can be in another language than its story. A sentence or two; shorter ones borrow words."""
SMALL_WORDS_SHARE = 0.15
"""Share of a text's words that its language's small words make up, at least. Prose of the languages at hand has
0.2 to 0.45."""
MAJORITY = 1.3
"""How many times the next language's share a text without a label must have."""
OVER_LABEL = 3.0
"""How many times the label's own share, to speak against it."""
STRAY_SHARE = 0.01
"""With fewer small words of the label's language than this the label is wrong, whatever is right. Lowest seen where
it was right: 0.01, in a list of links."""

_MARKS = ".,;:!?…()[]{}\"'“”„«»‹›‘’–—-।۔،؛؟"
_ASCII_LETTERS = string.ascii_letters.encode()
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SAME_LETTERS = {"Hans": "Hani", "Hant": "Hani", "Kore": "Hang", "Hira": "Jpan", "Kana": "Jpan", "Hrkt": "Jpan"}
_ALIASES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "ji": "yi", "prs": "fa", "arb": "ar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script: its letters, its direction, the languages written in it.

    Attributes:
        code: ISO 15924.
        letters: Finds its letters.
        languages: Languages that are mostly written in it, as primary subtags.
        also: Languages that are written in it as well.
        direction: Which way it runs.
        only: Whether the script alone tells the first language.
    """

    code: str
    letters: re.Pattern[str]
    languages: tuple[str, ...]
    also: tuple[str, ...]
    direction: Direction
    only: bool


class _Identifier(Protocol):
    """The part of py3langid that is used."""

    def classify(self, text: str) -> tuple[str, float]: ...


def with_language(metadata: Metadata, text: str) -> tuple[Metadata, tuple[Notice, ...]]:
    """Return metadata with the language and direction that the text bears out, and a notice if it was relabelled.

    Args:
        metadata: As the page declares it.
        text: The story's text.

    Example:
        >>> told = with_language(Metadata(language="en"), "Το πλοίο φεύγει και πάλι κάθε Δευτέρα από το λιμάνι.")
        >>> told[0].language, told[1][0].kind
        ('el', 'language-mismatch')
    """
    sample = text[:SAMPLE_CHARS]
    found, source = detect_language(sample, metadata.language)
    if not source:
        if metadata.direction is None and metadata.language:
            return replace(metadata, direction=direction_of_language(metadata.language)), ()
        return metadata, ()
    others = tuple(
        replace(claim, chosen=False) if claim.field == "language" else claim for claim in metadata.candidates
    )
    told = replace(
        metadata,
        language=found,
        direction=direction_of_language(found) if metadata.language or not metadata.direction else metadata.direction,
        candidates=(*others, Candidate(field="language", value=found, source=source, chosen=True)),
    )
    if not metadata.language:
        return told, ()
    message = f"The page says that its language is {metadata.language!r}, but its text is not; it was taken as {found}."
    return told, (Notice(kind="language-mismatch", message=message, where=source),)


def detect_language(text: str, declared: str | None = None) -> tuple[str, str]:
    """Return the language that a text bears out, and which witness said so.

    Args:
        text: Running text; some hundred words are enough.
        declared: The label, a BCP 47 tag.

    Returns:
        The tag and the witness ("script of the text", "small words of the text", "py3langid"). If the
        label stands, or nothing is known, the witness is "".

    Example:
        >>> detect_language("Η βουλή ψήφισε χθες το βράδυ τον προϋπολογισμό του νέου έτους.")
        ('el', 'script of the text')
        >>> detect_language("Too short.", "fr")
        ('fr', '')
    """
    shares = _shares(text)
    script = _main(shares)
    label = (declared or "").split("-")
    primary = _ALIASES.get(label[0].lower(), label[0].lower())
    if script is None:
        return declared or "", ""
    if primary and _is_foreign(primary, label[1:], script, shares):
        return _by_words(text, script) or _by_script(script) or _by_model(
            text, script
        ) or f"und-{script.code}", "script of the text"
    if primary:
        return _against(text, script, primary) or (declared or "", "")
    return _unlabelled(text, script)


def language_of_part(text: str, language: str) -> str | None:
    """Return the language of a part of a story, if it is clearly another one than the story's.

    Args:
        text: What the part says: a quote, a letter.
        language: The story's language, a BCP 47 tag.

    Example:
        >>> words = "Wir haben kein Geld und auch keine Zeit, aber wir haben Spaten, und so graben wir selbst, "
        >>> language_of_part(words + "bis das Wasser wieder in den Fluss und nicht in die Stadt läuft.", "en")
        'de'
        >>> language_of_part(words, "de") is None
        True
    """
    shares = _shares(text[:SAMPLE_CHARS])
    script = _main(shares)
    label = language.split("-")
    primary = _ALIASES.get(label[0].lower(), label[0].lower())
    if script is None:
        return None
    if _is_foreign(primary, label[1:], script, shares):
        return _by_words(text, script) or _by_script(script) or f"und-{script.code}"
    found = _against(text, script, primary, PART_WORDS)
    return found[0] if found else None


def _against(text: str, script: Script, label: str, fewest: int = MANY_WORDS) -> tuple[str, str] | None:
    """Return the language that a text is clearly in, if it is not the label's."""
    if label not in _stop_words():
        return None
    words = _words(text)
    if len(words) < fewest:
        return None
    own = sum(map(_stop_words()[label].__contains__, words))
    if own * OVER_LABEL >= len(words):
        return None
    count = _count(words, script)
    best = _winner(count, len(words))
    if best and best != label and count[best] >= OVER_LABEL * own:
        return best, "small words of the text"
    if own <= STRAY_SHARE * len(words) and (best := _by_model(text, script)) not in ("", label):
        return best, "py3langid"
    return None


def _unlabelled(text: str, script: Script) -> tuple[str, str]:
    if found := _by_script(script):
        return found, "script of the text"
    if found := _by_words(text, script):
        return found, "small words of the text"
    if found := _by_model(text, script):
        return found, "py3langid"
    return ("", "") if script.code == "Latn" else (f"und-{script.code}", "script of the text")


def script_of(text: str) -> str | None:
    """Return the script that most letters of a text are of, as ISO 15924 code; None if there are too few letters.

    Japanese is "Jpan", Chinese "Hani", Korean "Hang".

    Example:
        >>> script_of("これは日本語の文章です。新しい船は月曜日から再び島へ向けて出発し、毎日二回運航します。")
        'Jpan'
    """
    script = _main(_shares(text[:SAMPLE_CHARS]))
    return script.code if script else None


def direction_of_language(tag: str) -> Direction:
    """Return which way a language is written: by the script its tag names, else by the one it is mostly written in.

    Example:
        >>> direction_of_language("ur"), direction_of_language("pa-Arab"), direction_of_language("pa")
        ('rtl', 'rtl', 'ltr')
    """
    primary, *parts = tag.split("-")
    known = scripts()
    if named := _named(parts):
        return known[named[0]].direction
    home = (script.direction for script in known.values() if primary.lower() in script.languages)
    return next(home, "ltr")


def _shares(text: str) -> Mapping[str, float]:
    """Return the share of each script in the letters of a text's start; nothing if there are too few."""
    text = text[:SCRIPT_CHARS]
    data = text.encode("utf-8", "surrogatepass")
    count = {"Latn": len(data) - len(data.translate(None, _ASCII_LETTERS))}  # a tenth of what finding them costs
    if not text.isascii():
        rest = "".join(_NOT_ASCII.findall(text))
        for code, script in scripts().items():
            count[code] = count.get(code, 0) + sum(map(len, script.letters.findall(rest)))
        _count_japanese(count)
    total = sum(count.values())
    return {code: number / total for code, number in count.items() if number} if total >= MIN_LETTERS else {}


def _count_japanese(count: dict[str, int]) -> None:
    """Count a character that says as much as two letters twice; Chinese characters among kana are Japanese."""
    kana, han = 2 * count["Jpan"], 2 * count["Hani"]
    is_japanese = kana > KANA_SHARE * (kana + han)
    count["Jpan"], count["Hani"] = (kana + han, 0) if is_japanese else (kana, han)


def _main(shares: Mapping[str, float]) -> Script | None:
    code = max(shares, key=lambda code: shares[code], default="")
    return scripts()[code] if code and shares[code] >= MAIN_SHARE else None


def _is_foreign(primary: str, parts: list[str], script: Script, shares: Mapping[str, float]) -> bool:
    """Tell whether a label names a language that cannot be written in a text's script."""
    homes = _named(parts) or [code for code, one in scripts().items() if primary in (*one.languages, *one.also)]
    if not homes:
        return script.only  # "utf-8" and the like; a script of many languages may have one more
    return script.code not in homes and sum(shares.get(code, 0.0) for code in homes) < OTHER_SHARE


def _named(parts: list[str]) -> list[str]:
    """Return the script that the further parts of a tag name, if it is known, as a list."""
    codes = [_SAME_LETTERS.get(part.title(), part.title()) for part in parts]
    return [code for code in codes if code in scripts()]


def _by_script(script: Script) -> str:
    return script.languages[0] if script.only else ""


def _by_words(text: str, script: Script) -> str:
    """Return the language whose small words a text has, "" without a clear majority."""
    words = _words(text)
    return _winner(_count(words, script), len(words)) if len(words) >= MIN_WORDS else ""


def _words(text: str) -> list[str]:
    return [word.strip(_MARKS) for word in text.casefold().split(maxsplit=MAX_WORDS)[:MAX_WORDS]]


def _count(words: list[str], script: Script) -> Counter[str]:
    """Count the small words of each language that is written in a script."""
    known = _small_words()
    hits = [language for word in words if word in known for language in known[word]]
    return Counter({one: number for one, number in Counter(hits).items() if one in (*script.languages, *script.also)})


def _winner(count: Counter[str], words: int) -> str:
    """Return the language that is far enough ahead of the next; "" if none is."""
    ranked = count.most_common(2)
    if not ranked or ranked[0][1] < SMALL_WORDS_SHARE * words:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= MAJORITY * ranked[1][1] else ""


def _by_model(text: str, script: Script) -> str:
    """Return what py3langid says, if it is installed and names a language of this script; else ""."""
    if len(text.split(maxsplit=MIN_WORDS)) < MIN_WORDS:  # asked first: its model takes half a second to load
        return ""
    try:
        model = cast("_Identifier", importlib.import_module("py3langid"))
    except ImportError:
        return ""
    language = model.classify(text)[0]
    return language if language in script.languages else ""


@cache
def scripts() -> Mapping[str, Script]:
    """Return the scripts of ``vocabulary/scripts.toml`` by their code.

    Example:
        >>> scripts()["Hebr"].direction
        'rtl'
    """
    data = tomllib.loads(files("a11ynews.read").joinpath("vocabulary/scripts.toml").read_text("utf-8"))
    return {
        code: Script(
            code=code,
            letters=_letters(entry["ranges"]),
            languages=tuple(entry["languages"]),
            also=tuple(entry.get("also", ())),
            direction=entry.get("direction", "ltr"),
            only=entry.get("only", False),
        )
        for code, entry in data.items()
    }


def _letters(ranges: list[str]) -> re.Pattern[str]:
    """Return what finds runs of letters in ranges written as "0041-005A"."""
    pairs = (part.split("-") for part in ranges)
    return re.compile("[" + "".join(f"\\u{low}-\\u{high}" for low, high in pairs) + "]+")


@cache
def _stop_words() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads(files("a11ynews.read").joinpath("vocabulary/stop_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}


@cache
def _small_words() -> Mapping[str, tuple[str, ...]]:
    """Word to the languages that have it."""
    found: dict[str, list[str]] = {}
    for language, words in _stop_words().items():
        for word in words:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
