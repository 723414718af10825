"""Arguments of the command line as articles."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from pathlib import Path
from typing import cast

import a11ynews
from a11ynews.cli.terminal import note
from a11ynews.errors import ReadError, SourceError
from a11ynews.pipeline import Article, Parser

__all__ = ["STDIN", "label", "read_article", "read_story"]

STDIN = "-"

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
        argument: A file's name, or ``-`` for standard input.
        reading: The options ``url``, ``encoding`` and ``parser``.

    Raises:
        SourceError: If it cannot be read, or is an address: nothing is fetched.
    """
    return a11ynews.parse(
        _source(argument), reading.url, parser=cast("Parser", reading.parser), encoding=reading.encoding
    )


def read_story(argument: str, reading: Namespace) -> Article:
    """Read an input that must hold a story.

    Raises:
        SourceError: As :func:`read_article`.
        ReadError: If there is no story in it.
    """
    article = read_article(argument, reading)
    if article.body:
        return article
    why = " ".join(str(notice) for notice in article.warnings if notice.kind == "no-article")
    shown = "INPUT" if argument == STDIN else argument
    message = f"no article found in {label(argument)}: {why} See what is there with: a11ynews explain {shown}"
    raise ReadError(message)


def _source(argument: str) -> bytes | Path:
    if argument == STDIN:
        if sys.stdin.isatty():
            note("reading from the keyboard; end with Ctrl-D on a line of its own")
        return sys.stdin.buffer.read()
    if _ADDRESS.match(argument) and not os.path.lexists(argument):
        problem = "saving pages from the web is not in this version: save the page and give the file"
        message = f"cannot read {argument!r}: {problem}"
        raise SourceError(message)
    return Path(argument)
