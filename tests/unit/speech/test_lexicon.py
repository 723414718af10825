"""A listener's own words for names."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from a11ynews.errors import MissingExtraError, SourceError
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Paragraph
from a11ynews.model.inlines import Span, Text
from a11ynews.render import ssml
from a11ynews.speech import names
from a11ynews.speech.by_sentence import by_sentence
from a11ynews.speech.lexicon import Lexicon, parse_lexicon, read_lexicon
from a11ynews.speech.names import names_in
from a11ynews.speech.script import write_script

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Nguyen</grapheme><grapheme>Nguyễn</grapheme><alias>Win</alias></lexeme>
  <lexeme><grapheme>Leicester</grapheme><phoneme>ˈlɛstə</phoneme></lexeme>
</lexicon>
"""


def article(text: str, *spans: Span) -> Article:
    return Article(metadata=Metadata(language="en"), body=(Paragraph(id="b1", children=(Text(text=text), *spans)),))


def said(text: str, lexicon: Lexicon) -> str:
    (utterance,) = write_script(article(text), lexicon=lexicon)
    return utterance.spoken


def test_words_are_found_whole_and_with_their_capitals() -> None:
    lexicon = parse_lexicon("Nguyen\tWin\nSpin Boldak\tSpin Bol-dack\nSpin\tTurn")
    assert said("Nguyen’s win; nguyen, Nguyens.", lexicon) == "Win’s win; nguyen, Nguyens."
    assert said("In Spin Boldak they Spin.", lexicon) == "In Spin Bol-dack they Turn."


def test_what_is_seen_stays_and_leads_to_what_is_said() -> None:
    (utterance,) = write_script(article("Ms. Nguyen paid $5."), lexicon=parse_lexicon("Nguyen\tWin"))
    (run,) = utterance.runs
    assert [(run.text[a:b], run.spoken[c:d]) for a, b, c, d in run.tokens] == [
        ("Ms.", "Ms"), ("Nguyen", "Win"), ("paid", "paid"), ("$5.", "five dollars."),
    ]  # fmt: skip


def test_a_language_has_its_own_words() -> None:
    lexicon = parse_lexicon("# names\nAnn\tAnne\n[fr]\nMetz\tMess\n")
    (utterance,) = write_script(
        article("Ann saw Metz, ", Span(lang="fr-CA", children=(Text(text="à Metz"),))), "normal", lexicon
    )
    assert utterance.spoken == "Anne saw Metz, à Mess"


def test_pls_gives_words_and_sounds() -> None:
    lexicon = parse_lexicon(PLS)
    text = "Nguyễn went to Leicester. Nguyen left Leicester."
    (utterance,) = write_script(article(text), lexicon=lexicon)
    (run,) = utterance.runs
    assert run.spoken == "Win went to Leicester. Win left Leicester."
    assert {run.spoken[start:end] for start, end, _, _ in run.phonemes} == {"Leicester"}
    for piece in by_sentence((utterance,)):
        (part,) = piece.runs
        assert [part.spoken[start:end] for start, end, _, _ in part.phonemes] == ["Leicester"]


def test_sounds_are_written_for_speech_services() -> None:
    rendered = ssml.render(article("In Leicester."), ssml.Options(lexicon=parse_lexicon(PLS), marks=True))
    root = etree.fromstring(rendered.data)
    assert root.xpath("//*[local-name()='phoneme']/@ph") == ["ˈlɛstə"]
    assert str(root.xpath("normalize-space()")) == "In Leicester."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Nguyen Win", "line 1: expected a word, a tab"),
        ("ok\tfine\n\tx", "line 2"),
        ("<lexicon", "no well-formed PLS"),
        ('<!DOCTYPE lexicon [<!ENTITY a "b">]><lexicon>&a;</lexicon>', "may be a trap"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_the_place(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        parse_lexicon(text)


def test_a_lexicon_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("\ufeffNguyen\tWin\n", encoding="utf-8")
    assert said("Nguyen", read_lexicon(tmp_path / "names.txt")) == "Win"
    with pytest.raises(SourceError, match="cannot read the lexicon"):
        read_lexicon(tmp_path / "none.txt")


def test_names_are_the_words_that_no_dictionary_knows() -> None:
    script = write_script(article("The mayor of Boldakshir met Xuvanik. Xuvanik’s team, NATO and the river won."))
    assert [(name.word, name.times) for name in names_in(script)] == [("Xuvanik", 2), ("Boldakshir", 1)]
    assert [name.word for name in names_in(script, parse_lexicon("Xuvanik\tZoo"))] == ["Boldakshir"]


def test_without_a_dictionary_the_missing_part_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise ImportError

    names._dictionary.cache_clear()  # noqa: SLF001 - what another test has loaded
    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(MissingExtraError, match="names"):
        names_in(write_script(article("The mayor.")))
    names._dictionary.cache_clear()  # noqa: SLF001
