"""Where listeners left a story, so that they can go on there another day.

A place is a sentence: its name in the story and its first words. Pages change; if the name leads to
other words now, the words are looked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from a11ynews.model.article import Article
from a11ynews.sink import write_file
from a11ynews.speech.by_sentence import sentence_id
from a11ynews.speech.utterance import Utterance

__all__ = ["Place", "Places", "find_place", "key_of_story", "place_at", "state_folder"]

MOST_PLACES = 500
"""The oldest go first: some kilobytes for years of reading."""

_WORDS_CHARS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence; ``words`` are its first ones, as seen."""

    sentence: str
    words: str


def state_folder() -> Path:
    """Return the folder for what programs remember (XDG Base Directory Specification 0.8)."""
    named = os.environ.get("XDG_STATE_HOME", "")
    # The specification: relative paths are to be ignored.
    base = Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "state"
    return base / "a11ynews"


def key_of_story(article: Article) -> str:
    """Return what a story is known by: its address, else site and headline, else its first words.

    It is a digest: who finds the file learns nothing of what was read.
    """
    known = article.url or (f"{article.site_name}\n{article.title}" if article.title else article.text[:200])
    return hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:32]


def place_at(script: Sequence[Utterance], index: int) -> Place:
    """Return the place of a sentence in a script."""
    return Place(sentence=sentence_id(script[index]), words=_words(script[index]))


def find_place(script: Sequence[Utterance], place: Place) -> int:
    """Return the index of a place in a script; 0 if it is not there any more.

    The sentence of that name with those words; else the nearest with those words; else that of the name.
    """
    named = [index for index, part in enumerate(script) if place.sentence and sentence_id(part) == place.sentence]
    alike = [index for index, part in enumerate(script) if _words(part) == place.words]
    if not alike:
        return named[0] if named else 0
    near = named[0] if named else 0
    return min(alike, key=lambda index: abs(index - near))


def _words(utterance: Utterance) -> str:
    return (" ".join(utterance.text.split()) or utterance.spoken)[:_WORDS_CHARS]


class Places:
    """The file in which places are kept.

    Args:
        folder: Where it is; made when something is kept.
    """

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet."""
        self._file = folder / "places.json"

    @property
    def are_there(self) -> bool:
        """Whether anything was ever kept: who has left a story before knows the keys."""
        return self._file.exists()

    def get(self, key: str) -> Place | None:
        """Return the place of a story, if one is kept."""
        kept = self._read().get(key)
        return Place(sentence=str(kept["sentence"]), words=str(kept["words"])) if kept else None

    def keep(self, key: str, place: Place) -> None:
        """Keep a place.

        Raises:
            OSError: If it cannot be written.
        """
        places = self._read()
        places.pop(key, None)
        places[key] = {"sentence": place.sentence, "words": place.words, "kept": round(time.time())}
        self._write(dict(list(places.items())[-MOST_PLACES:]))

    def forget(self, key: str) -> None:
        """Forget a place: the story has been heard to its end.

        Raises:
            OSError: If it cannot be written.
        """
        places = self._read()
        if places.pop(key, None) is not None:
            self._write(places)

    def _read(self) -> dict[str, dict[str, object]]:
        """Return what is kept; a damaged file holds nothing, and what is odd in it is left out."""
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        places = data.get("places") if isinstance(data, dict) else None
        if not isinstance(places, dict):
            return {}
        return {key: value for key, value in places.items() if isinstance(value, dict) and _is_place(value)}

    def _write(self, places: dict[str, dict[str, object]]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_file(self._file, json.dumps({"version": 1, "places": places}, ensure_ascii=False).encode())


def _is_place(value: dict[str, object]) -> bool:
    return isinstance(value.get("sentence"), str) and isinstance(value.get("words"), str)
