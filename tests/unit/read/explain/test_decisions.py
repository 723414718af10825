"""Each rule has its sentence, and each refusal is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import a11ynews
from a11ynews.pipeline import parse_with_trace
from a11ynews.read.build.refusals import WHAT
from a11ynews.read.explain.reasons import MADE, REFUSED, reason_of

BUILD = Path(a11ynews.__file__).parent / "read"
RULES = re.compile(r'(?:scope, |why=|refuse\(node, )"([a-z]+(?:-[a-z]+)+)"')


def rules_in_the_code() -> set[str]:
    files = [*BUILD.glob("build/*.py"), *BUILD.glob("plain/*.py")]
    return {rule for path in files for rule in RULES.findall(path.read_text(encoding="utf-8"))}


def test_every_rule_that_makes_a_block_has_a_sentence() -> None:
    found = rules_in_the_code()
    assert len(found) > 20
    assert found <= MADE.keys() | REFUSED.keys()


def test_every_refusal_says_what_became_of_the_element() -> None:
    assert WHAT.keys() <= REFUSED.keys()


def test_several_rules_are_several_sentences() -> None:
    assert reason_of("data-table-markup header-row-markup") == (
        "It is a table of data: it has header cells or a caption. Its first rows are header cells."
    )
    assert reason_of("") == ""


STORY = "<p>The ferry to the islands sails again on Monday, the harbour office said in a letter to its captains.</p>"
MORE = "<p>A crossing takes forty minutes and costs what it did, and the choir will sing on the quay at seven.</p>"


@pytest.mark.parametrize(
    ("piece", "what", "rule", "where"),
    [
        ("<h4>Who pays</h4>", "heading at another level", "heading-relevelled", "h4"),
        ("<table><tr><td>Only one column here</td></tr></table>", "no table", "layout-one-column", "table"),
        ('<img src="/dot.gif" width=1 height=1>', "no picture", "picture-shows-nothing", "img"),
        ('<p>So it says<sup><a href="#n">1</a></sup>.</p><p id="n">1 In May.</p>', "mark of note n1", "note-mark", "p"),
        ("<p>The World Health Organization (WHO) met.</p>", "short for World Health Organization", "expansion", "p"),
        ("<p>They call it Ελλάδα there.</p>", "in the language el", "language-of-words", "p"),
    ],
)
def test_what_was_decided_on_the_way_is_told_with_its_rule_and_place(
    piece: str, what: str, rule: str, where: str
) -> None:
    article, trace = parse_with_trace(
        f"<html lang=en><body><article><h1>Ferry</h1>{STORY}{piece}{MORE}</article>", url="https://news.example/a"
    )
    found = [decision for decision in trace.decisions(article) if decision.rule == rule]
    assert [decision.what for decision in found] == [what]
    assert found[0].reason == REFUSED[rule]
    assert found[0].where.endswith(where)


def test_nothing_is_noted_when_nobody_asks() -> None:
    article, trace = parse_with_trace(STORY)
    assert trace.decisions(article) == ()
