"""The files of the vocabulary, each read once, when it is first asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["data", "read", "words"]


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Return a list of one of the vocabulary files, case-folded.

    Args:
        file: Name of the file without ``.toml``.
        key: Name of the list in it; "table.list" for a list in a table.

    Example:
        >>> "reuters" in words("agencies", "names")
        True
    """
    value: object = data(file)
    for name in key.split("."):
        value = value[name] if isinstance(value, dict) else None
    if not isinstance(value, list):
        message = f"no list {key} in {file}.toml"
        raise TypeError(message)
    return frozenset(str(entry).casefold() for entry in value)


@cache
def data(file: str) -> dict[str, Any]:
    """Return one of the vocabulary files as plain data; each is read once, when it is first asked for.

    Args:
        file: Name of the file without ``.toml``.
    """
    return tomllib.loads(read(file))


def read(file: str) -> str:
    """Return one of the vocabulary files as text."""
    return (files(__package__) / f"{file}.toml").read_text(encoding="utf-8")
