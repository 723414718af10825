"""Written forms and how they are said: each row of cases.tsv, and what no table can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ynews.speech import normalize
from a11ynews.speech.normalization.english import rules
from a11ynews.speech.spoken import spoken

ROWS = (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [row.split("\t") for row in ROWS if not row.startswith("# ")]


@pytest.mark.parametrize(("written", "said"), CASES)
def test_a_written_form_is_said_so(written: str, said: str) -> None:
    assert normalize(written) == said


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in rules(day_first=False)]
    assert len(names) == len(set(names))


def test_sentences_of_a_wire_story_read_well() -> None:
    story = (
        "KABUL, July 26 (AP) — The ministry said “they asked…for help” due to [the] fighting. "
        "They share a 2,600-kilometer border, and 46 soldiers crossed it on July 16, 2021."
    )
    assert normalize(story) == (
        "Kabul, July twenty sixth. A P. The ministry said “they asked… for help” due to the fighting. "
        "They share a two thousand six hundred kilometer border, and forty six soldiers crossed it on "
        "July sixteenth, twenty twenty one."
    )


def test_an_archive_picture_is_called_so() -> None:
    assert normalize("FILE - Boats wait at a pier.") == "File photo: Boats wait at a pier."


def test_a_long_address_is_cut_to_its_host() -> None:
    address = "https://www.example.org/" + "a/" * 60
    assert normalize(f"See {address} now") == "See example dot org now"


def test_what_engines_get_is_normalised() -> None:
    assert spoken("It  cost $3.", "en") == "It cost three dollars."
    assert spoken("Se maksaa 3 €.", "fi") == "Se maksaa 3 €."
