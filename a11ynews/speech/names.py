"""Words that no dictionary knows: where a listener's lexicon should begin."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, Protocol, cast

from a11ynews.errors import MissingExtraError
from a11ynews.speech.lexicon import Lexicon
from a11ynews.speech.utterance import Utterance

__all__ = ["Name", "names_in"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNER = re.compile(r"['’]s?\Z")
_SHORTEST = 3
"""Shorter words are initials and abbreviations, which have rules."""
_LANGUAGES = frozenset(("ar", "de", "en", "es", "fa", "fr", "it", "nl", "pt", "ru"))
"""Languages of the dictionaries that pyspellchecker brings."""


class Name(NamedTuple):
    """A word that no dictionary knows: as written, how often, and the language that it stands in."""

    word: str
    times: int
    language: str


class _Dictionary(Protocol):
    def known(self, words: Iterable[str]) -> set[str]: ...


def names_in(script: Sequence[Utterance], lexicon: Lexicon | None = None) -> tuple[Name, ...]:
    """Return the words of a script that neither a dictionary nor the lexicon knows, most frequent first.

    Words in capitals are acronyms, with rules of their own, and are not in it. In a language that has no
    dictionary every word that begins with a capital letter inside a sentence counts.

    Args:
        script: What is said of an article.
        lexicon: The listener's own.

    Raises:
        MissingExtraError: If the ``names`` extra is not installed.
    """
    found: Counter[tuple[str, str]] = Counter()
    for utterance in script:
        for run in utterance.runs:
            if not run.ours:
                base = run.lang.partition("-")[0].lower()
                text = _without(run.text, run.lang, lexicon)
                found.update((word, base) for word in _words(text, has_dictionary=base in _LANGUAGES))
    unknown = {(word, base) for base in {base for _, base in found} for word in _unknown(found, base)}
    told = [pair for pair in found if pair in unknown]
    order = {pair: place for place, pair in enumerate(found)}
    told.sort(key=lambda pair: (-found[pair], order[pair]))
    return tuple(Name(word, found[word, base], base) for word, base in told)


def _without(text: str, language: str, lexicon: Lexicon | None) -> str:
    """Return a text with figures for the words that the lexicon has, so that all others keep their place."""
    for at, lexeme in lexicon.found_in(text, language) if lexicon is not None else ():
        text = text[:at] + "0" * len(lexeme.written) + text[at + len(lexeme.written) :]
    return text


def _words(text: str, *, has_dictionary: bool) -> Iterable[str]:
    for match in _WORD.finditer(text):
        word = _OWNER.sub("", match[0])
        inside = match.start() > 1 and text[match.start() - 2] not in '.!?:“"”\n'
        if len(word) >= _SHORTEST and not word.isupper() and (has_dictionary or (inside and word[0].isupper())):
            yield word


def _unknown(found: Iterable[tuple[str, str]], base: str) -> Iterable[str]:
    words = [word for word, language in found if language == base]
    if base not in _LANGUAGES:
        return words
    parts = {part for word in words for part in _parts(word)}
    known = _dictionary(base).known(parts)
    return [word for word in words if not all(part in known for part in _parts(word))]


def _parts(word: str) -> list[str]:
    """Return the pieces of "Spanish-born" that a dictionary has, small."""
    return word.replace("’", "'").lower().split("-")


@cache
def _dictionary(base: str) -> _Dictionary:
    try:
        module = importlib.import_module("spellchecker")
    except ImportError as error:
        feature, extra = "a report of names", "names"
        raise MissingExtraError(feature, extra) from error
    return cast("_Dictionary", module.SpellChecker(language=base, distance=1))
