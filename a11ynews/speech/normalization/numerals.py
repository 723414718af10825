"""Numbers as English words."""

from __future__ import annotations

from a11ynews.speech.normalization.tables import rows

__all__ = ["amount", "cardinal", "decade", "digits", "ordinal", "ordinal_of", "pairs", "plural", "year"]

_UNITS, _TENS, _SCALES = rows("number_words.tsv")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST = 15
"""Longer figures are codes; nobody counts in quintillions in the news."""


def cardinal(number: int) -> str:
    """Return a number in words, without "and".

    Example:
        >>> cardinal(2600), cardinal(101), cardinal(-3)
        ('two thousand six hundred', 'one hundred one', 'minus three')
    """
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number == 0:
        return _UNITS[0]
    groups: list[str] = []
    for scale in _SCALES:
        number, group = divmod(number, 1000)
        if group:
            groups.append(f"{_below_thousand(group)} {scale}" if scale != _SCALES[0] else _below_thousand(group))
    return " ".join(reversed(groups))


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [_UNITS[hundreds], "hundred"] if hundreds else []
    if rest:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]} {_UNITS[units]}" if units else _TENS[tens]


def digits(figures: str) -> str:
    """Return figures one by one.

    Example:
        >>> digits("90210")
        'nine zero two one zero'
    """
    return " ".join(_UNITS[int(figure)] for figure in figures if figure in "0123456789")


def amount(figures: str) -> str:
    """Return figures as printed, with commas and a decimal point, in words.

    Groups of two figures are Indian ("1,50,000"), and said in lakh and crore.

    Example:
        >>> amount("1,250"), amount("0.05"), amount("007"), amount("1,50,000")
        ('one thousand two hundred fifty', 'zero point zero five', 'zero zero seven', 'one lakh fifty thousand')
    """
    whole, point, decimals = figures.partition(".")
    groups = whole.split(",")
    plain = "".join(groups)
    if any(len(group) == 2 for group in groups[1:]):  # noqa: PLR2004 - the Indian way: 12,34,567
        said = _indian(int(plain))
    elif len(plain) > _LONGEST or (len(plain) > 1 and plain[0] == "0"):
        said = digits(plain)
    else:
        said = cardinal(int(plain)) if plain else ""
    return f"{said} point {digits(decimals)}".strip() if point and decimals else said


def _indian(number: int) -> str:
    crores, rest = divmod(number, 10_000_000)
    lakhs, rest = divmod(rest, 100_000)
    parts = ((crores, " crore"), (lakhs, " lakh"), (rest, ""))
    return " ".join(cardinal(part) + name for part, name in parts if part) or _UNITS[0]


def ordinal(number: int) -> str:
    """Return a rank in words.

    Example:
        >>> ordinal(21), ordinal(100), ordinal(12)
        ('twenty first', 'one hundredth', 'twelfth')
    """
    return ordinal_of(cardinal(number))


def ordinal_of(words: str) -> str:
    """Return a number in words as a rank.

    Example:
        >>> ordinal_of("thirty")
        'thirtieth'
    """
    before, space, last = words.rpartition(" ")
    if last in _ORDINALS:
        return before + space + _ORDINALS[last]
    return before + space + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def year(number: int) -> str:
    """Return a year as it is said.

    Example:
        >>> year(1995), year(1905), year(1900)
        ('nineteen ninety five', 'nineteen oh five', 'nineteen hundred')
        >>> year(2005), year(2021), year(800)
        ('two thousand five', 'twenty twenty one', 'eight hundred')
    """
    century, rest = divmod(number, 100)
    if century in (0, 10, 20) and rest < 10:  # noqa: PLR2004 - 2000 to 2009 and 1000 to 1009 are counted
        return cardinal(number)
    return pairs(str(number))


def pairs(figures: str) -> str:
    """Return figures of a name or a place, two by two: flight 370, room 101, 1428 Elm Street.

    Example:
        >>> pairs("737"), pairs("101"), pairs("1428"), pairs("300"), pairs("95")
        ('seven thirty seven', 'one oh one', 'fourteen twenty eight', 'three hundred', 'ninety five')
    """
    head, tail = figures[:-2], figures[-2:]
    if not head or head == "0" * len(head):
        return amount(figures)
    if tail == "00":
        return f"{cardinal(int(head))} hundred" if int(head) % 10 else cardinal(int(figures))
    return f"{cardinal(int(head))} {f'oh {_UNITS[int(tail)]}' if tail[0] == '0' else cardinal(int(tail))}"


def decade(number: int) -> str:
    """Return ten years as they are said.

    Example:
        >>> decade(1990), decade(80), decade(2000), decade(1900)
        ('nineteen nineties', 'eighties', 'two thousands', 'nineteen hundreds')
    """
    return plural(year(number) if number > 99 else cardinal(number))  # noqa: PLR2004 - "the 80s"


def plural(words: str) -> str:
    """Return a number in words as a plural.

    Example:
        >>> plural("sixty"), plural("third"), plural("six"), plural("half")
        ('sixties', 'thirds', 'sixes', 'halves')
    """
    if words.endswith("half"):
        return f"{words[:-1]}ves"
    if words.endswith("ty"):
        return f"{words[:-1]}ies"
    return f"{words}{'es' if words.endswith('x') else 's'}"
