"""An article for the ear: the script, spoken words, and the engines that read them out."""

from __future__ import annotations

from a11ynews.speech.normalization import normalize, normalize_with_map

__all__ = ["normalize", "normalize_with_map"]
