"""The words that only text and Markdown need."""

from __future__ import annotations

import pytest

from a11ynews.render.phrases import LANGUAGES, phrases_for
from a11ynews.render.plain.words import plain_word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_of_the_page_has_the_words_of_text_as_well(language: str) -> None:
    words = [plain_word(key, language) for key in ("caption", "credit", "link", "links", "quote")]
    assert all(words)
    assert language == "en" or words != [
        plain_word(key, "en") for key in ("caption", "credit", "link", "links", "quote")
    ]


@pytest.mark.parametrize("tag", ["no", "nn-NO", "nb"])
def test_norwegian_has_its_words_under_each_of_its_tags(tag: str) -> None:
    assert phrases_for(tag).say("contents") == "Innhold"
    assert phrases_for(tag).marks == ""
