"""The data files of ``read/vocabulary`` that metadata needs, read once and only when used."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from a11ynews.read.vocabulary import data

__all__ = ["Table", "mapping", "vocabulary", "words"]

Table: TypeAlias = "dict[str, str | int | list[str] | Table]"


def vocabulary(name: str) -> Table:
    """Return a data file of ``a11ynews/read/vocabulary`` as plain data.

    Args:
        name: File name without ``.toml``.
    """
    return data(name)


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Return a list of words of a data file, case folded.

    Args:
        name: File name without ``.toml``.
        keys: Way to the list.

    Raises:
        TypeError: If there is no list at that place: the file is broken.
    """
    value: object = vocabulary(name)
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, list):
        msg = f"no list {'.'.join(keys)} in {name}.toml"
        raise TypeError(msg)
    return frozenset(str(word).casefold() for word in value)


@cache
def mapping(name: str, key: str) -> Table:
    """Return a table of a data file, empty if it is not there."""
    value = vocabulary(name).get(key)
    return value if isinstance(value, dict) else {}
