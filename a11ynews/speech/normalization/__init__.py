"""From written to spoken words: "$2.5m" is "two point five million dollars" to the ear.

Each class of written forms has its file of rules and, where words decide, its table in ``data``.
The rules are tried in a fixed order (`english.rules`), on one line at a time, until nothing changes
any more: so what is spoken already stays as it is.

What each language gets:

========================  ======================================================================
English (``en``, all)     everything in this package; American dates, and "01/07" read day first
                          for every region but the United States, Canada and the Philippines
es, fr, de, pt, it        numbers with groups or decimals, money, percent and dates in figures; in
                          words with num2words (``[languages]``), else in figures that the voice
                          reads as one number
ru                        the same, money and percent in three forms (рубль, рубля, рублей);
                          decimals stay figures, whose case num2words does not know
tr, ar, hi, zh            money, percent and dates in words around the figures, in the language's
                          order (``yüzde 25``, ``百分之25``); the figures stay, as num2words has no
                          words for hi and zh and wrong decimals for ar and tr
every other language      the text as it is: the engine's own rules know the language better
                          than English rules do
========================  ======================================================================

Babel's dates were left out: 33 MB for twelve names of months.
"""

from __future__ import annotations

from a11ynews.speech.normalization.normalized import Normalized, Stretch
from a11ynews.speech.normalization.normalizer import normalize, normalize_with_map

__all__ = ["Normalized", "Stretch", "normalize", "normalize_with_map"]
