from __future__ import annotations

import pytest

from a11ynews.render.markdown.commonmark import code_span, destination, escape, fence, guard_line, picture_destination


@pytest.mark.parametrize("character", list("\\`*_[]{}#|~^"))
def test_what_means_something_in_markdown_gets_a_backslash(character: str) -> None:
    assert escape(f"a{character}b") == f"a\\{character}b"


def test_what_means_something_in_html_becomes_an_entity_that_old_renderers_know_too() -> None:
    assert escape("<b>&lt;&#60;") == "&lt;b&gt;&amp;lt;&amp;\\#60;"


def test_an_ampersand_between_spaces_stays_readable() -> None:
    assert escape("salt & vinegar") == "salt & vinegar"


def test_ordinary_punctuation_stays_readable() -> None:
    text = "“No,” she said (twice) - at 5.30: it's $5!"
    assert escape(text) == text


def test_controls_go_before_the_escaping_so_that_they_cannot_hide_markup() -> None:
    assert escape("&\u202elt;script&\u200bgt;") == "&amp;lt;script&amp;\u200bgt;"


@pytest.mark.parametrize(
    ("line", "guarded"),
    [
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("=====", "\\====="),
        ("---", "\\---"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("1986.", "1986\\."),
        (": term", "\\: term"),
        ("3.5 million", "3.5 million"),
        ("plain", "plain"),
    ],
)
def test_a_line_makes_no_list_underline_or_front_matter(line: str, guarded: str) -> None:
    assert guard_line(line) == guarded


def test_a_code_span_is_fenced_by_more_ticks_than_it_holds() -> None:
    assert code_span("a``b`c") == "```a``b`c```"
    assert code_span("`x") == "`` `x ``"
    assert code_span("a\nb") == "`a b`"
    assert code_span("") == ""


def test_a_code_block_is_fenced_by_more_ticks_than_it_holds() -> None:
    assert fence("````\n</script>", None) == ["`````", "````", "</script>", "`````"]


@pytest.mark.parametrize("language", ["x y", "js` onclick=", "a\nb", "<b>", "x" * 31, ""])
def test_only_what_looks_like_a_name_stands_after_the_fence(language: str) -> None:
    assert fence("x", language)[0] == "```"


def test_a_destination_cannot_be_left() -> None:
    written = destination("https://example.org/a>b<c`d|e\\f\ng h")
    assert written is not None
    assert written == "<https://example.org/a%3Eb%3Cc%60d%7Ce%5Cfg%20h>"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "script", "", None, "http://["]
)
def test_a_link_goes_nowhere_else(url: str | None) -> None:
    assert destination(url) is None


def test_pictures_come_from_the_web_only() -> None:
    assert picture_destination("https://example.org/a.png") == "<https://example.org/a.png>"
    assert picture_destination("data:image/png;base64,AA==") is None
    assert picture_destination("mailto:a@example.org") is None
