from __future__ import annotations

import pytest

from a11ynews.render.phrases import LANGUAGES
from a11ynews.render.plain.words import plain_word


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["caption", "credit", "link", "links", "quote"])
def test_every_language_with_phrases_has_these_words_too(language: str, key: str) -> None:
    assert plain_word(key, language).strip()
