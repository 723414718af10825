"""Numbers that must be read from left to right within words that run from right to left.

A sign before a number and the spaces of a telephone number are neutral to the Unicode bidirectional algorithm: within
Hebrew or Arabic "-5" is shown as "5-", and the groups of "+98 21 5550 0142" stand in the opposite order. An isolate
keeps them as they are said.
"""

from __future__ import annotations

import re

__all__ = ["isolate_numbers"]

_RUNS = re.compile(
    r"(?<![\w.,:/+−-])"
    r"(?:\+\(?\d[\d() -]{5,}\d|\(?0\d{1,3}\)?(?:[ -]\d{2,}){2,}"  # telephone numbers
    r"|[+−±-]\d+(?:[.,:٫٬]\d+)*(?: ?[%٪]|°[CF]?)?)"  # numbers with a sign
    r"(?![\w−-])"
)


def isolate_numbers(markup: str) -> str:
    """Return escaped text with such numbers in elements that run from left to right.

    Example:
        >>> isolate_numbers("חום: −5°C")
        'חום: <bdi dir="ltr">−5°C</bdi>'
        >>> isolate_numbers("שנת 1984–1990, ב-5 במאי")
        'שנת 1984–1990, ב-5 במאי'

    Source:
        Unicode Standard Annex 9, rules W4 to W6 and N1 (separators and neutrals beside European numbers).
    """
    return _RUNS.sub(r'<bdi dir="ltr">\g<0></bdi>', markup)
