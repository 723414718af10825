"""Characters on their way into markup."""

import pytest

from a11ynews.render.markup import clean, compose, escape


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("cafe\u0301", "caf\u00e9"),
        ("\u212a", "K"),  # the sign of kelvin, which some take for a letter
        ("\u0e19\u0e49\u0e33", "\u0e19\u0e49\u0e33"),
        ("\ufa19\u8c37 e\u0301", "\ufa19\u8c37 \u00e9"),  # the form in which a family writes its name
        ("a\u200db\u2068c\u2069", "a\u200db\u2068c\u2069"),
        ("a\u202eb", "ab"),
    ],
)
def test_accents_are_composed_and_nothing_is_lost_that_is_seen(text: str, kept: str) -> None:
    assert compose(clean(text)) == escape(text) == kept
