"""What languages other than English get: numbers, money, percent and dates, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.speech.normalization import languages, normalize, normalize_with_map
from a11ynews.speech.normalization.languages import LANGUAGES, rules_for

_ROWS = (Path(__file__).parent / "languages.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(row.split("\t")) for row in _ROWS if not row.startswith("#")]


@pytest.mark.parametrize(("language", "written", "said"), CASES)
def test_a_written_form_is_said_so(language: str, written: str, said: str) -> None:
    pytest.importorskip("num2words")
    assert normalize(written, language) == said


def test_every_language_of_the_table_has_rules() -> None:
    assert all(rules_for(language) for language in LANGUAGES)


def test_without_num2words_figures_are_written_as_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_num2words", lambda: None)
    assert normalize("1.234.567 personas, 25 % y 2,5 millones de €", "es") == (
        "1234567 personas, 25 por ciento y 2,5 millones de €"
    )


@pytest.mark.property
@given(st.sampled_from(LANGUAGES), st.text(alphabet="0123456789.,% €$₽-/ aмى", max_size=24))
def test_normalising_twice_changes_nothing_and_the_map_agrees(language: str, text: str) -> None:
    said = normalize(text, language)
    assert normalize(said, language) == said
    assert normalize_with_map(text, language).text == said
