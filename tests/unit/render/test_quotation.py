from __future__ import annotations

import pytest

from a11ynews.render.quotation import quotation_marks


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", ("“", "”")),
        ("de-CH", ("„", "“")),
        ("fr", ("«\u00a0", "\u00a0»")),
        ("ja", ("「", "」")),
        (None, ("“", "”")),
        ("xx", ("“", "”")),
    ],
)
def test_each_language_has_its_marks(language: str | None, marks: tuple[str, str]) -> None:
    assert quotation_marks("so", language) == marks


def test_a_quotation_in_a_quotation_has_the_other_pair() -> None:
    assert quotation_marks("so", "de", depth=1) == ("‚", "‘")
    assert quotation_marks("so", "de", depth=2) == ("„", "“")


@pytest.mark.parametrize("text", ["“so”", "'so'", " „so“", "", " "])
def test_marks_are_never_doubled_nor_put_around_nothing(text: str) -> None:
    assert quotation_marks(text, "en") == ("", "")
