"""What the fuzzer tries: any bytes, read by any parser and written in every form, keep the promises.

The first byte chooses the door and the parser, the rest is the input; so one target reaches all.
"""

from __future__ import annotations

from fixtures.conservation import unaccounted
from fixtures.harmless import faults

import a11ynews
from a11ynews.errors import A11yNewsError
from a11ynews.pipeline import Article, Parser

__all__ = ["DOORS", "PromiseBrokenError", "read_and_write"]

_URL = "https://news.example/2026/03/story"
_START = "<!doctype html><html lang=en><article><h1>Ferry returns</h1><p>The ferry sails again on Monday, they said."
_END = "<p>A crossing takes 40 minutes and costs what it did, and the school choir will sing.</article>"
_PARSERS: tuple[Parser, ...] = ("lexbor", "lexbor", "lxml", "html5lib")

DOORS = 3 * len(_PARSERS)
"""Ways in: bytes, markup as text, and markup inside a story; each for each parser."""


class PromiseBrokenError(AssertionError):
    """Something active came out, or words were lost."""


def read_and_write(data: bytes) -> None:
    """Read an input and write it in every form.

    Raises:
        PromiseBrokenError: If what came out is more than words, or less than the page's words.
        Exception: Whatever is raised that is no error of ours is a find.
    """
    way, number = divmod(data[0] % DOORS if data else 0, len(_PARSERS))
    parser = _PARSERS[number]
    source = _source(data[1:], way)
    try:
        article = a11ynews.parse(source, _URL, parser=parser)
    except A11yNewsError:
        return
    _check(article, source, parser)


def _source(data: bytes, way: int) -> bytes | str:
    if way == 0:
        return data
    text = data.decode("utf-16-le", "surrogatepass") if _is_utf16(data) else data.decode("utf-8", "replace")
    return text if way == 1 else f"{_START}{text}{_END}"


def _is_utf16(data: bytes) -> bool:
    """Tell whether every other byte is 0, as where lone surrogates are to be tried."""
    return len(data) % 2 == 0 and not any(data[1:16:2])


def _check(article: Article, source: bytes | str, parser: Parser) -> None:
    if found := faults(article):
        raise PromiseBrokenError(found)
    if parser == "lexbor" and isinstance(source, str) and not any("limit" in note.kind for note in article.warnings):
        lost, extra = unaccounted(source, article)
        if lost or extra:
            message = f"lost {lost}, twice {extra}"
            raise PromiseBrokenError(message)
