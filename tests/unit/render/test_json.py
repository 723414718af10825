from __future__ import annotations

import json

from a11ynews.model.article import Article, Metadata
from a11ynews.model.findings import Removed
from a11ynews.render.json import Options, render

ARTICLE = Article(
    metadata=Metadata(title="Fähre \x9b2J kehrt zurück"),
    removed=(Removed(text="Menu", kind="navigation", reason="A menu."),),
)


def test_it_is_json_with_a_newline_at_its_end() -> None:
    rendering = render(ARTICLE)
    assert rendering.media_type == "application/json"
    assert rendering.text.endswith("}\n")
    assert json.loads(rendering.text)["metadata"]["title"] == ARTICLE.title


def test_letters_are_letters_and_what_a_terminal_obeys_is_an_escape() -> None:
    assert "Fähre \\u009b2J kehrt" in render(ARTICLE).text


def test_without_an_indent_it_is_one_line() -> None:
    assert render(ARTICLE, Options(indent=None)).text.count("\n") == 1


def test_what_was_taken_out_can_be_left_away() -> None:
    assert "removed" in json.loads(render(ARTICLE).text)
    assert "removed" not in json.loads(render(ARTICLE, Options(removed=False)).text)
