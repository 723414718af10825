"""Our own words, in each language."""

import json
import re
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from a11ynews.render.phrases import LANGUAGES, phrases_for


def data(language: str) -> dict[str, str | list[str]]:
    text = files("a11ynews.render").joinpath("phrases", f"{language}.json").read_text(encoding="utf-8")
    loaded: dict[str, str | list[str]] = json.loads(text)
    return loaded


def test_each_file_is_a_language_that_is_known() -> None:
    there = {entry.name.removesuffix(".json") for entry in files("a11ynews.render").joinpath("phrases").iterdir()}
    assert there == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_phrase_with_the_same_gaps(language: str) -> None:
    english, other = data("en"), data(language)
    assert english.keys() == other.keys()
    for key, pattern in english.items():
        if isinstance(pattern, str):
            assert sorted(re.findall(r"{\w+}", str(other[key]))) == sorted(re.findall(r"{\w+}", pattern)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_twelve_months(language: str) -> None:
    assert len(set(data(language)["months"])) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_link_back_begins_with_what_is_shown(language: str) -> None:
    words = phrases_for(language)  # WCAG 2.5.3, Label in Name
    assert words.say("back_to", label="1").startswith(words.say("back"))
    assert words.say("back_again_to", label="1", count=2).startswith(words.say("back_again", count=2))
    assert "1" in words.say("note", label="1")


def test_a_region_speaks_its_language_and_an_unknown_language_marks_english() -> None:
    assert phrases_for("de-AT").marks == ""
    assert phrases_for("xx").marks == ' lang="en" dir="ltr"'
    assert phrases_for(None).marks == ' lang="en" dir="ltr"'


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "28 April 2024"), ("de", "28. April 2024"), ("ja", "2024年4月28日"), ("es", "28 de abril de 2024")],
)
def test_dates_are_in_the_order_of_the_language(language: str, shown: str) -> None:
    assert phrases_for(language).date(datetime(2024, 4, 28, tzinfo=UTC)) == shown
