from __future__ import annotations

from a11ynews.cli.moves import route_of
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, Paragraph
from a11ynews.model.inlines import Text
from a11ynews.speech.script import write_script

ROUTE = route_of(
    write_script(
        Article(
            metadata=Metadata(title="Ferry returns", language="en"),
            body=(
                Paragraph(id="b1", children=(Text(text="It sails. It is blue."),)),
                Heading(id="b2", level=2, children=(Text(text="The pier"),)),
                Paragraph(id="b3", children=(Text(text="It broke. It is new."),)),
            ),
        )
    )
)


def test_the_script_is_one_of_sentences() -> None:
    assert [part.spoken for part in ROUTE.script] == [
        "Ferry returns", "It sails.", "It is blue.", "The pier", "It broke.", "It is new.",
    ]  # fmt: skip


def test_going_by_sentence_paragraph_and_heading() -> None:
    assert (ROUTE.target("next sentence", 1), ROUTE.target("previous sentence", 1)) == (2, 0)
    assert (ROUTE.target("next paragraph", 1), ROUTE.target("previous paragraph", 5)) == (3, 4)
    assert (ROUTE.target("next heading", 0), ROUTE.target("previous heading", 5)) == (3, 3)
    assert ROUTE.target("previous heading", 3) == 0, "the headline is a heading"


def test_at_either_end_there_is_nowhere_to_go() -> None:
    assert ROUTE.target("previous sentence", 0) is None
    assert ROUTE.target("next sentence", 5) is None
    assert ROUTE.target("next heading", 3) is None
