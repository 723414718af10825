"""What is said of inlines."""

from __future__ import annotations

import pytest

from a11ynews.model.inlines import (
    Abbreviation,
    Deleted,
    Inline,
    InlineImage,
    InlineQuote,
    LineBreak,
    Link,
    Math,
    Ruby,
    Superscript,
    Text,
)
from a11ynews.speech.words import Manner, runs_of


def said(*inlines: Inline, lang: str = "en", quote_marks: bool = False) -> str:
    return " ".join(run.spoken for run in runs_of(inlines, lang, manner=Manner(quote_marks=quote_marks)))


def text(words: str) -> Text:
    return Text(text=words)


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        (Link(href="https://example.org/x", children=(text("the minutes"),)), "the minutes"),
        (Abbreviation(expansion="River Restoration Trust", children=(text("the trust"),)), "the trust"),
        (InlineImage(src="s.png", alt="four of five stars"), "four of five stars"),
        (Math(text="Q = A", spoken="Q equals A"), "Q equals A"),
        (Ruby(base="川", reading="かわ"), "かわ"),
        (Ruby(base="川", reading=""), "川"),
        (Deleted(children=(text("four"),)), "deleted: four, end of deletion,"),
    ],
)
def test_the_ear_gets_the_words_and_not_the_marks(inline: Inline, words: str) -> None:
    assert said(inline) == words


def test_an_exponent_is_one_only_after_a_number() -> None:
    assert "to the power of" in said(text("about 10"), Superscript(children=(text("6"),)))
    assert said(text("the 1"), Superscript(children=(text("st"),))) == said(text("the 1st"))


def test_lines_of_verse_are_heard_apart() -> None:
    assert said(text("So much depends"), LineBreak(), text("upon")) == "So much depends, upon"
    assert said(text("So much depends."), LineBreak(), text("Upon")) == "So much depends. Upon"


def test_quotation_marks_are_words_only_when_wanted() -> None:
    quote = InlineQuote(children=(text("we can drink this"),))
    assert "unquote" not in said(text("she said "), quote)
    assert "quote, we can drink this, unquote" in said(text("she said "), quote, quote_marks=True)
