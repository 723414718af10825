"""White space and separators in a run of inlines."""

from __future__ import annotations

from a11ynews.model.inlines import Emphasis, Inline, LineBreak, Strong, Text
from a11ynews.read.build.line import MAX_FRAMES, Line


def strong(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Strong(children=children),)


def emphasis(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Emphasis(children=children),)


def test_white_space_collapses_and_ends_are_trimmed() -> None:
    line = Line()
    line.text("\n  One \t two\u00a0three  ")
    assert line.take() == (Text(text="One two\u00a0three"),)


def test_a_space_stands_outside_the_elements_it_lies_between() -> None:
    line = Line()
    line.open(strong)
    line.text("bold ")
    line.close()
    line.open(emphasis)
    line.text(" slanted")
    line.close()
    assert line.take() == (
        Strong(children=(Text(text="bold"),)),
        Text(text=" "),
        Emphasis(children=(Text(text="slanted"),)),
    )


def test_breaks_at_the_ends_are_nothing() -> None:
    line = Line()
    line.line_break()
    line.text("one")
    line.line_break()
    line.text("two")
    line.line_break()
    assert line.take() == (Text(text="one"), LineBreak(), Text(text="two"))


def test_text_without_ink_is_white_space() -> None:
    line = Line()
    line.text("\u200b")
    line.text("\u00a0 \n")
    assert not line.filled
    assert line.take() == ()


def test_what_is_open_goes_on_after_a_paragraph_ends() -> None:
    line = Line()
    line.open(strong)
    line.text("one")
    first = line.take()
    line.text("two")
    line.close()
    assert (first, line.take()) == ((Strong(children=(Text(text="one"),)),), (Strong(children=(Text(text="two"),)),))


def test_the_same_element_inside_itself_adds_nothing() -> None:
    line = Line()
    line.open(strong)
    line.open(strong)
    line.text("one")
    assert line.take() == (Strong(children=(Text(text="one"),)),)


def test_nesting_is_bounded() -> None:
    line = Line()
    for _ in range(10 * MAX_FRAMES):
        line.open(lambda children: (Emphasis(children=children),))
    line.text("core")
    depth, inlines = 0, line.take()
    while isinstance(inlines[0], Emphasis):
        depth, inlines = depth + 1, inlines[0].children
    assert depth == MAX_FRAMES
