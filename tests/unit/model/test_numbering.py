"""Numbers of list items: digits, letters, Roman numerals."""

import pytest

from a11ynews.model.blocks import List, ListItem
from a11ynews.model.numbering import Numbering, item_marks


def marks(numbering: Numbering, *values: int) -> tuple[str, ...]:
    return item_marks(
        List(ordered=True, numbering=numbering, items=tuple(ListItem(blocks=(), value=v) for v in values))
    )


@pytest.mark.parametrize(
    ("numbering", "printed"),
    [
        ("decimal", ("0", "1", "26", "27", "-3")),
        ("lower-alpha", ("0", "a", "z", "aa", "-3")),
        ("upper-alpha", ("0", "A", "Z", "AA", "-3")),
        ("lower-roman", ("0", "i", "xxvi", "xxvii", "-3")),
        ("upper-roman", ("0", "I", "XXVI", "XXVII", "-3")),
    ],
)
def test_numbers_are_printed_as_browsers_do(numbering: Numbering, printed: tuple[str, ...]) -> None:
    assert marks(numbering, 0, 1, 26, 27, -3) == printed


def test_numbers_that_romans_had_no_signs_for_are_digits() -> None:
    assert marks("upper-roman", 1994, 3999, 4000) == ("MCMXCIV", "MMMCMXCIX", "4000")


def test_two_letters_go_on_to_three() -> None:
    assert marks("lower-alpha", 702, 703) == ("zz", "aaa")
