"""Arguments of the command line as articles."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from pathlib import Path
from typing import NamedTuple, cast

import a11ynews
from a11ynews.cli.terminal import note
from a11ynews.errors import ReadError, SourceError
from a11ynews.model.verdicts import Decision, Verdict
from a11ynews.pipeline import Article, Parser, parse_with_trace
from a11ynews.source.binary import refuse_binary
from a11ynews.source.fetched import FetchedPage
from a11ynews.source.file import read_file
from a11ynews.tree.limits import Limits

__all__ = ["STDIN", "Explained", "is_address", "label", "read_article", "read_explained", "read_markup", "read_story"]

STDIN = "-"

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def label(argument: str) -> str:
    """Return what to call an input in messages.

    Example:
        >>> label("-")
        'standard input'
    """
    return "standard input" if argument == STDIN else repr(argument)


def read_article(argument: str, reading: Namespace) -> Article:
    """Read an input, whatever is in it.

    Args:
        argument: A file's name, an address, or ``-`` for standard input.
        reading: The options of reading and fetching.

    Raises:
        SourceError: If it cannot be read or fetched.
        MissingExtraError: If it is an address, and the ``fetch`` extra is not installed.
    """
    return a11ynews.parse(
        _source(argument, reading), reading.url, parser=cast("Parser", reading.parser), encoding=reading.encoding
    )


class Explained(NamedTuple):
    """An article with what became of each piece of its page, and what was decided on the way."""

    article: Article
    verdicts: tuple[Verdict, ...]
    decisions: tuple[Decision, ...]


def read_explained(argument: str, reading: Namespace) -> Explained:
    """Read an input, whatever is in it, and say what became of each of its pieces.

    Raises:
        SourceError: As :func:`read_article`.
    """
    article, trace = parse_with_trace(
        _source(argument, reading), reading.url, parser=cast("Parser", reading.parser), encoding=reading.encoding
    )
    return Explained(article, trace.verdicts(article), trace.decisions(article))


def read_story(argument: str, reading: Namespace) -> Article:
    """Read an input that must hold a story.

    Raises:
        SourceError: As :func:`read_article`.
        ReadError: If there is no story in it.
    """
    article = read_article(argument, reading)
    if article.body:
        return article
    said = {notice.kind: notice.message for notice in article.warnings}
    why = said.get("page-kind") or said.get("no-article", "")
    shown = "INPUT" if argument == STDIN else argument
    message = f"no article found in {label(argument)}: {why} See what is there with: a11ynews explain {shown}"
    raise ReadError(message)


def read_markup(argument: str, reading: Namespace) -> tuple[bytes, str | None]:
    """Return an input as it stands, and the encoding that is known of it beside what it says itself.

    Raises:
        SourceError: As :func:`read_article`; also where it is surely no text.
    """
    source = _source(argument, reading)
    if isinstance(source, FetchedPage):
        return source.data, reading.encoding or source.charset
    data = read_file(source, Limits().max_bytes) if isinstance(source, Path) else source
    refuse_binary(data, label(argument))
    return data, reading.encoding


def is_address(argument: str) -> bool:
    """Tell an address from the name of a file.

    Example:
        >>> is_address("https://news.example/story"), is_address("story.html")
        (True, False)
    """
    return _ADDRESS.match(argument) is not None and not os.path.lexists(argument)


def _source(argument: str, reading: Namespace) -> bytes | Path | FetchedPage:
    if argument == STDIN:
        if sys.stdin.isatty():
            note("reading from the keyboard; end with Ctrl-D on a line of its own")
        return sys.stdin.buffer.read()
    if is_address(argument):
        return a11ynews.fetch(
            argument,
            timeout=reading.timeout,
            max_bytes=reading.max_bytes,
            max_redirects=reading.max_redirects,
            allow_private=reading.allow_private,
            user_agent=reading.user_agent,
            ignore_robots=reading.ignore_robots,
        )
    if (scheme := _SCHEME.match(argument)) and not os.path.lexists(argument):
        raise SourceError(_no_scheme(argument, scheme[1].lower()))
    return Path(argument)


def _no_scheme(argument: str, scheme: str) -> str:
    """Say what to give in place of an address that is none of the web's."""
    if scheme == "file":
        return f"cannot read {argument!r}: give the file's path alone, without 'file://'"
    return f"cannot read {argument!r}: only http and https addresses are fetched; save the page and give the file"
