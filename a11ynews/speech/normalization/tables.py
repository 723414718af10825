"""Reads the tables of words in ``data``: one row a line, tabs between, "#" begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["pairs_of", "rows", "words"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table.

    Args:
        name: File name in ``data``.

    Example:
        >>> rows("scales.tsv")[0]
        ('k', 'thousand')
    """
    text = files("a11ynews.speech.normalization").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("# "))
    return tuple(tuple(line.split("\t")) for line in lines)


def pairs_of(name: str) -> dict[str, str]:
    """Return a table of two columns as a dictionary.

    Example:
        >>> pairs_of("scales.tsv")["bn"]
        'billion'
    """
    return {row[0]: row[1] for row in rows(name)}


def words(name: str) -> frozenset[str]:
    """Return a list of words.

    Example:
        >>> "The" in words("sentence_openers.txt")
        True
    """
    return frozenset(word for row in rows(name) for cell in row for word in cell.split())
