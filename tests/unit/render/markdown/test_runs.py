from __future__ import annotations

import pytest

from a11ynews.render.markdown.runs import Delimited, Piece, Plain, Solid, join


def emphasis(text: str) -> Delimited:
    return Delimited("*", (Plain(text),))


def strong(*content: Piece) -> Delimited:
    return Delimited("**", content)


LINK = Solid("[x](<https://example.org/>)")


@pytest.mark.parametrize(
    ("pieces", "written"),
    [
        ((Plain("un"), emphasis("believ"), Plain("able")), "un*believ*able"),
        ((Plain("a "), emphasis("“b”"), Plain(" c")), "a *“b”* c"),
        ((Plain("a"), emphasis("“b”"), Plain(" c")), "a“b” c"),
        ((Plain("a "), emphasis("“b”"), Plain("c")), "a “b”c"),
        ((emphasis("重要"), Plain("です")), "*重要*です"),
    ],
)
def test_a_delimiter_is_written_only_where_it_is_read_as_one(pieces: tuple[Piece, ...], written: str) -> None:
    assert join(pieces) == written


def test_two_emphases_in_a_row_do_not_run_into_each_other() -> None:
    assert join((emphasis("a"), emphasis("b"))) == "*a*b"


def test_emphasis_may_begin_or_end_with_strong_words() -> None:
    assert join((Delimited("*", (strong(Plain("a")), Plain(" b"))),)) == "***a** b*"
    assert join((Delimited("*", (Plain("b "), strong(Plain("a")))),)) == "*b **a***"


def test_inside_emphasis_a_delimiter_that_could_also_close_is_left_out() -> None:
    inner = (strong(Plain("a")), Solid("`b`"), strong(Plain("$c")))
    assert join((Delimited("*", inner),)) == "***a**`b`$c*"


def test_an_exclamation_mark_makes_no_picture_of_a_link() -> None:
    assert join((Plain("Stop!"), LINK)) == "Stop\\![x](<https://example.org/>)"


def test_words_after_a_mark_in_brackets_are_no_address_and_no_definition() -> None:
    assert join((Solid("[^1]"), Plain("(see)"))) == "[^1]\\(see)"
    assert join((Solid("[^1]"), Plain(": see"))) == "[^1]\\: see"


def test_the_second_of_two_code_spans_in_a_row_is_plain() -> None:
    assert join((Solid("`a`"), Solid("`b\\*`", (Plain("b\\*"),)))) == "`a`b\\*"
