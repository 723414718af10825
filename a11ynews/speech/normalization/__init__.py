"""From written to spoken words: "$2.5m" is "two point five million dollars" to the ear.

Each class of written forms has its file of rules and, where words decide, its table in ``data``.
The rules are tried in a fixed order (`english.rules`), on one line at a time, until nothing changes
any more: so what is spoken already stays as it is.

What each language gets:

========================  ======================================================================
English (``en``, all)     everything in this package; American dates, and "01/07" read day first
                          for every region but the United States, Canada and the Philippines
every other language      the text as it is: the engine's own rules know the language better
                          than English rules do
========================  ======================================================================
"""

from __future__ import annotations

from a11ynews.speech.normalization.normalized import Normalized, Stretch
from a11ynews.speech.normalization.normalizer import normalize, normalize_with_map

__all__ = ["Normalized", "Stretch", "normalize", "normalize_with_map"]
