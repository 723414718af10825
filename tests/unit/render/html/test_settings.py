"""The reading settings: native controls, nothing else."""

import re

import pytest
from fixtures.every_block import every_block

from a11ynews.model.article import Article, Metadata
from a11ynews.render.html import Options, Reading, render
from a11ynews.render.html.head import template
from a11ynews.render.html.settings import settings_panel

CHOICES = re.compile(r'value="([a-z]+-[a-z0-9]+)"( checked| selected)?')


def chosen(text: str) -> list[str]:
    return [value for value, mark in CHOICES.findall(text) if mark]


def test_one_choice_of_each_kind_is_made_at_first() -> None:
    assert chosen(render(every_block()).text) == [
        "theme-system",
        "font-system",
        "size-100",
        "line-normal",
        "letter-normal",
        "word-normal",
        "width-normal",
        "ruler-off",
    ]


def test_the_options_make_another_choice() -> None:
    reading = Reading(theme="sepia", font="dyslexia", size=150, letter_spacing="most", focus_line=True)
    text = render(every_block(), Options(reading=reading)).text
    assert {"theme-sepia", "font-dyslexia", "size-150", "letter-most", "ruler-on"} < set(chosen(text))
    assert '<html lang="en" dir="ltr">' in text


def test_without_the_panel_the_choice_stands_on_the_root() -> None:
    text = render(every_block(), Options(settings=False, reading=Reading(theme="dark", size=200))).text
    assert '<html lang="en" dir="ltr" class="theme-dark size-200">' in text
    assert "<select" not in text


def test_the_article_alone_has_no_settings() -> None:
    assert "settings" not in render(every_block(), Options(document=False)).text


def test_every_choice_but_the_first_of_its_kind_changes_something() -> None:
    css = template("tokens.css") + template("page.css")
    values = {value for value, _ in CHOICES.findall(settings_panel("en", Reading(), "", kept=False))}
    unchanging = {
        "theme-system", "font-system", "size-100", "line-normal", "letter-normal", "word-normal", "width-normal",
        "ruler-off",
    }  # fmt: skip
    for value in values - unchanging:
        assert f':is(.{value}, :has([value="{value}"]:checked))' in css, value
    assert {name for name in unchanging if f".{name}" in css} == set()


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "hi"])
def test_letters_that_hang_together_are_not_pulled_apart(language: str) -> None:
    assert 'id="story-letter"' not in render(Article(metadata=Metadata(language=language))).text


def test_the_page_says_how_long_a_choice_holds_and_has_a_script_only_to_keep_it() -> None:
    assert "until you leave the page" in render(every_block()).text
    text = render(every_block(), Options(remember=True)).text
    assert "kept in this browser" in text
    assert "<script>" in text
    assert "<script>" not in render(every_block()).text
