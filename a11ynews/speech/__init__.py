"""An article for the ear: the script, spoken words, and the engines that read them out."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a11ynews.speech.normalization import normalize, normalize_with_map

__all__ = ["normalize", "normalize_with_map"]


if not TYPE_CHECKING:  # a type checker would take any name for a good one

    def __getattr__(name: str) -> object:
        """Load the rules when they are first asked for: a speech worker starts without them."""
        if name in __all__:
            return getattr(importlib.import_module("a11ynews.speech.normalization"), name)
        message = f"module 'a11ynews.speech' has no attribute {name!r}"
        raise AttributeError(message)
