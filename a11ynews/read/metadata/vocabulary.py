"""The data files of ``read/vocabulary`` that metadata needs, read once and only when used."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TypeAlias

__all__ = ["Table", "vocabulary"]

Table: TypeAlias = dict[str, "str | int | list[str] | list[list[str]] | Table"]


@cache
def vocabulary(name: str) -> Table:
    """Return a data file of ``a11ynews/read/vocabulary`` as plain data.

    Args:
        name: File name without ``.toml``.
    """
    path = resources.files("a11ynews.read").joinpath("vocabulary", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
