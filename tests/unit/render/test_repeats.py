from __future__ import annotations

from a11ynews.model.article import Article
from a11ynews.model.blocks import Paragraph, PullQuote, Sidebar
from a11ynews.model.inlines import Inline, Ruby, Text
from a11ynews.render.repeats import blocks_by_id, is_repeated


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def repeated(pull_quote: PullQuote, *more: Paragraph | Sidebar) -> bool:
    said = Paragraph(id="b1", children=line("“We sail on Monday,” said Ada Writer."))
    return is_repeated(pull_quote, blocks_by_id(Article(body=(said, *more))))


def test_words_that_the_story_says_are_repeated() -> None:
    assert repeated(PullQuote(children=line("We  sail on Monday,"), repeats="b1"))


def test_an_attribution_that_the_story_does_not_give_keeps_the_quote() -> None:
    quote = PullQuote(children=line("We sail on Monday,"), attribution=line("The harbour master"), repeats="b1")
    assert not repeated(quote)


def test_a_claim_that_is_wrong_loses_nothing() -> None:
    assert not repeated(PullQuote(children=line("We sail today"), repeats="b1"))
    assert not repeated(PullQuote(children=line("We sail on Monday,"), repeats="b7"))
    assert not repeated(PullQuote(children=line("We sail on Monday,")))


def test_a_reading_that_the_story_does_not_give_keeps_the_quote() -> None:
    assert not repeated(PullQuote(children=(Text(text="We sail "), Ruby(base="on", reading="アン")), repeats="b1"))


def test_a_quote_does_not_repeat_the_box_that_it_stands_in() -> None:
    quote = PullQuote(id="b3", children=line("Only here"), repeats="b2")
    assert not repeated(quote, Sidebar(id="b2", blocks=(quote,)))
