"""How names are said: a listener's own words for what no voice gets right.

Two forms of file are read:

- PLS 1.0, the Pronunciation Lexicon of the W3C: ``lexeme`` with ``grapheme`` and ``alias`` (other words) or
  ``phoneme`` (sounds, for engines and services that take them);
- a text file, one word a line: what is written, a tab, what is said. A line ``[fr]`` begins the words of a
  language; those before any such line count for all. ``#`` begins a comment.

Words are found whole, with their capitals as written in the lexicon, and before any other rule sees them.

Source:
    W3C, Pronunciation Lexicon Specification (PLS) Version 1.0, 14 October 2008.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from a11ynews.errors import SourceError
from a11ynews.speech.normalization.normalized import Edit

__all__ = ["Lexeme", "Lexicon", "parse_lexicon", "read_lexicon"]

LONGEST_BYTES = 10_000_000
"""Some 200,000 names; a larger file is no lexicon of a person."""

_PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = re.compile(r"\[([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """A word and how it is said.

    Attributes:
        written: As it stands in the text; may be several words.
        alias: Other words to say for it; "" if there are only sounds.
        phoneme: Its sounds; "" if there are only other words.
        alphabet: The alphabet of the sounds: "ipa", or a name of the engine's own.
        language: BCP 47 tag; "" for all languages.
    """

    written: str
    alias: str = ""
    phoneme: str = ""
    alphabet: str = "ipa"
    language: str = ""


class Lexicon:
    """Lexemes, found fast however many there are.

    Example:
        >>> lexicon = Lexicon([Lexeme(written="Nguyen", alias="Win")])
        >>> [lexeme.alias for _, lexeme in lexicon.found_in("Ms. Nguyen's vote", "en")]
        ['Win']
    """

    def __init__(self, lexemes: Iterable[Lexeme]) -> None:
        """Take lexemes; of two for one word the later counts, as in PLS the user's own file comes last."""
        self.lexemes = tuple(lexemes)
        self._by_word: defaultdict[str, list[Lexeme]] = defaultdict(list)
        for lexeme in reversed(self.lexemes):
            first = _WORD.search(lexeme.written)
            if first is not None:
                self._by_word[first[0]].append(lexeme)
        for same in self._by_word.values():
            same.sort(key=lambda lexeme: len(lexeme.written), reverse=True)

    def found_in(self, text: str, language: str) -> Iterator[tuple[int, Lexeme]]:
        """Yield where the words of the lexicon stand, the longest of those that begin at one place.

        Args:
            text: Written words.
            language: BCP 47 tag of them.
        """
        done = 0
        for word in _WORD.finditer(text):
            lexeme = self._at(text, word, language) if word.start() >= done else None
            if lexeme is not None:
                start = word.start() - _lead(lexeme.written)
                yield start, lexeme
                done = start + len(lexeme.written)

    def _at(self, text: str, word: re.Match[str], language: str) -> Lexeme | None:
        for lexeme in self._by_word.get(word[0], ()):
            start = word.start() - _lead(lexeme.written)
            end = start + len(lexeme.written)
            if start >= 0 and text.startswith(lexeme.written, start) and _speaks(lexeme.language, language):
                if text[end : end + 1].isalnum() and lexeme.written[-1].isalnum():
                    continue
                return lexeme
        return None

    def edits(self, text: str, language: str) -> list[Edit]:
        """Return the changes that put other words for the written ones."""
        return [
            Edit(start, start + len(lexeme.written), lexeme.alias)
            for start, lexeme in self.found_in(text, language)
            if lexeme.alias
        ]


def _lead(written: str) -> int:
    first = _WORD.search(written)
    return first.start() if first else 0


def _speaks(language: str, of_text: str) -> bool:
    """Return whether a lexeme of a language counts in a text: "fr" in "fr-CA", but not "fr-CA" in "fr-FR"."""
    wanted, have = language.lower(), of_text.lower()
    return not wanted or have == wanted or have.startswith(f"{wanted}-")


def read_lexicon(path: str | os.PathLike[str]) -> Lexicon:
    """Return the lexicon of a file.

    Args:
        path: A PLS file or a text file; its content tells which.

    Raises:
        SourceError: If it cannot be read, or a line of it makes no sense; the message says which.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        message = f"cannot read the lexicon {os.fspath(path)!r}: {error.strerror}"
        raise SourceError(message) from error
    if len(data) > LONGEST_BYTES:
        message = f"the lexicon {os.fspath(path)!r} is over {LONGEST_BYTES:,} bytes: leave out what you do not need"
        raise SourceError(message)
    return parse_lexicon(data.decode("utf-8-sig", errors="replace"), repr(os.fspath(path)))


def parse_lexicon(text: str, name: str = "the lexicon") -> Lexicon:
    r"""Return the lexicon of a text, PLS or two columns.

    Args:
        text: What is in the file.
        name: What messages call it.

    Raises:
        SourceError: If it is not well-formed, or a line has not two columns.

    Example:
        >>> lexicon = parse_lexicon("Nguyen\tWin\n[fr]\nMetz\tMess")
        >>> [(lexeme.language, lexeme.written, lexeme.alias) for lexeme in lexicon.lexemes]
        [('', 'Nguyen', 'Win'), ('fr', 'Metz', 'Mess')]
    """
    is_pls = text.lstrip().startswith("<")
    return Lexicon(_from_pls(text, name) if is_pls else _from_columns(text, name))


def _from_columns(text: str, name: str) -> Iterator[Lexeme]:
    language = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if heading := _LANGUAGE.fullmatch(line.strip()):
            language = heading[1]
            continue
        written, said = (line.partition("\t")[place].strip() for place in (0, 2))
        if not (written and said):
            message = f"{name}, line {number}: expected a word, a tab and how it is said, not {line[:60]!r}"
            raise SourceError(message)
        yield Lexeme(written=written, alias=said, language=language)


def _from_pls(text: str, name: str) -> Iterator[Lexeme]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        message = f"{name} has a document type of its own: a lexicon needs none, and it may be a trap"
        raise SourceError(message)
    try:
        root = ET.fromstring(text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text)  # noqa: S314 - no DTD
    except ET.ParseError as error:
        message = f"{name} is no well-formed PLS: {error}"
        raise SourceError(message) from error
    language, alphabet = root.get(_XML_LANG, ""), root.get("alphabet", "ipa")
    for entry in root.iter(f"{_PLS}lexeme"):
        alias, phoneme = entry.find(f"{_PLS}alias"), entry.find(f"{_PLS}phoneme")
        for grapheme in entry.iter(f"{_PLS}grapheme"):
            if written := _text(grapheme):
                yield Lexeme(
                    written=written,
                    alias=_text(alias),
                    phoneme=_text(phoneme),
                    alphabet=alphabet if phoneme is None else phoneme.get("alphabet", alphabet),
                    language=language,
                )


def _text(element: ET.Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
