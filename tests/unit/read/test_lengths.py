"""Lengths of texts."""

from __future__ import annotations

from a11ynews.read.lengths import length_of


def test_a_wide_character_counts_as_three_letters() -> None:
    assert length_of("ferry") == 5
    assert length_of("渡し船 3") == 11
    assert length_of("漢字") == 6
    assert length_of("") == 0
