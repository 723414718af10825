"""The trace tells of every piece of a page, once and in order."""

from __future__ import annotations

import pytest
from fixtures.pangea_page import demo_markup

from a11ynews.model.verdicts import Verdict
from a11ynews.pipeline import Article, parse_with_trace
from a11ynews.read.scene.units import lay_out
from a11ynews.tree.parse import parse_page

PAGE = """<!doctype html><html lang=en><title>Ferry returns</title><body>
<nav><a href="/">Home</a></nav><article><h1>Ferry returns</h1><p class="byline">By Ada Marlow</p>
<p>The ferry sails again on Monday, the harbour said, and the crossing takes an hour as it did before.</p>
<figure><img src="https://news.example/a.jpg" alt="A ship" width=800 height=500>
<figcaption>The ship in May</figcaption></figure>
<ul><li>Adults pay 20 crowns for a single trip.</li><li>Children travel free of charge all year.</li></ul>
<p>In summer there will be two more trips a day, if the weather allows it, and one at night on Saturdays.</p>
</article><footer>© 2026 Island News</footer></body>"""


def parse_with_verdicts(source: str) -> tuple[Article, tuple[Verdict, ...]]:
    article, trace = parse_with_trace(source)
    return article, trace.verdicts(article)


def told(source: str) -> list[tuple[str, str, str]]:
    return [(verdict.outcome, verdict.what, verdict.text) for verdict in parse_with_verdicts(source)[1]]


def test_each_piece_is_told_in_the_order_of_the_page() -> None:
    found = told(PAGE)
    assert [(outcome, what) for outcome, what, _ in found] == [
        ("removed", "navigation"),
        ("metadata", "headline"),
        ("metadata", "byline"),
        ("kept", "paragraph"),
        ("kept", "figure, 1 picture, with caption"),
        ("kept", "paragraph, in a list, 2 items"),
        ("kept", "paragraph, in a list, 2 items"),
        ("kept", "paragraph"),
        ("removed", "rights"),
    ]
    assert found[4][2] == "The ship in May"


@pytest.mark.parametrize("source", [PAGE, demo_markup()])
def test_no_visible_word_is_left_out(source: str) -> None:
    units = lay_out(parse_page(source)).text
    assert sorted(" ".join(text for *_, text in told(source)).split()) == sorted(" ".join(units).split())


def test_a_removed_piece_says_which_rule_and_where() -> None:
    verdict = parse_with_verdicts(PAGE)[1][-1]
    assert (verdict.rule, verdict.where) == ("rights-line", "html > body > footer")
    assert verdict.reason


def test_each_piece_says_what_the_choice_rests_on() -> None:
    verdicts = parse_with_verdicts(PAGE)[1]
    menu, story = verdicts[0], next(one for one in verdicts if one.outcome == "kept")
    assert "outside the page's densest prose" in menu.evidence
    assert "mostly a link" in menu.evidence
    assert "inside the page's densest prose" in story.evidence
    assert all(bool(one.evidence) == (one.outcome != "metadata") for one in verdicts)


def test_the_verdicts_agree_with_the_article() -> None:
    article, verdicts = parse_with_verdicts(demo_markup())
    removed = [verdict.text for verdict in verdicts if verdict.outcome == "removed"]
    lines = [line for piece in article.removed if piece.kind != "mechanics" for line in piece.text.split("\n")]
    assert removed == lines


def test_plain_text_is_told_line_by_line() -> None:
    text = "Accessibility links\n\nFerry returns to Skerra\n\n" + "It sails again on Monday, the harbour said. " * 4
    found = told(text)
    assert [outcome for outcome, *_ in found] == ["removed", "metadata", "kept"]
    assert found[0][2] == "Accessibility links"
