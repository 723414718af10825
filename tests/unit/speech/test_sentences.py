"""Sentences in eleven languages, with sentencex and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ynews.speech import sentences
from a11ynews.speech.sentences import LONGEST_QUOTE, sentence_spans

_ROWS = (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(row.split("\t")) for row in _ROWS if not row.startswith("#")]
SPACELESS = ("zh", "ja")


def cut(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.fixture(params=["sentencex", "marks"])
def proposer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    if name == "marks":
        monkeypatch.setattr(sentences, "_sentencex", lambda: None)
    else:
        pytest.importorskip("sentencex")
    return name


@pytest.mark.usefixtures("proposer")
@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences_are_cut_where_they_end(language: str, marked: str) -> None:
    wanted = marked.split("|")
    joint = "" if language in SPACELESS else " "
    assert cut(joint.join(wanted), language) == wanted


@pytest.mark.usefixtures("proposer")
def test_a_very_long_quote_is_cut() -> None:
    quote = f"“{'We had no money. ' * 60}That was it.”"
    assert len(quote) > LONGEST_QUOTE
    assert len(cut(quote)) > 50


@pytest.mark.usefixtures("proposer")
@pytest.mark.parametrize("text", ["", "  ", ".", "...", "”", "\n\n", "No end", "。", "? !"])
def test_odd_lines_lose_nothing(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
