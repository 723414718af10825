from __future__ import annotations

import json
from pathlib import Path

from fixtures.command import STORY, run


def test_a_person_reads_what_was_kept_and_what_was_removed() -> None:
    result = run("explain", stdin=STORY)
    assert result.returncode == 0
    lines = result.stdout.decode().splitlines()
    assert lines[0] == "standard input: article."
    assert lines.index("Kept, in reading order") < lines.index("Removed")
    assert any(line.startswith("1. paragraph, at ") for line in lines)
    assert "Home Weather" in result.stdout.decode()
    assert max(len(line.split(": ")[0]) for line in lines) < 200


def test_a_program_reads_the_same_as_json() -> None:
    found = json.loads(run("explain", "--json", stdin=STORY).stdout)
    assert found["title"] == "Ferry returns to Skerra"
    assert [kept["what"] for kept in found["kept"]] == ["paragraph"] * 3
    assert {"text", "kind", "reason", "where", "rule"} == set(found["removed"][0])
    assert all(piece["reason"] and piece["kind"] for piece in found["removed"])
    assert any(header["role"] == "headline" for header in found["header"])


def test_a_page_without_a_story_is_explained_and_the_code_says_so() -> None:
    result = run("explain", stdin="<nav><a href='/'>Home</a></nav>")
    assert result.returncode == 4
    assert "no-article" in result.stdout.decode()
    assert "Home" in result.stdout.decode()


def test_no_control_character_of_a_page_is_printed() -> None:
    hostile = STORY.replace("<nav>", "<nav>\x1b]0;owned\x07\x9b2J\u202e")
    for arguments in (("explain",), ("explain", "--json")):
        shown = run(*arguments, stdin=hostile).stdout.decode()
        assert not any(character in shown for character in "\x1b\x07\x9b\u202e")


def test_a_lone_surrogate_in_metadata_does_not_stop_it() -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry \\ud800"}</script>'
    assert run("explain", "--json", stdin=STORY.replace("<nav>", f"{data}<nav>")).returncode == 0


def test_it_says_what_became_of_some_words() -> None:
    shown = run("explain", "--find", "home  WEATHER", stdin=STORY).stdout.decode().splitlines()
    assert shown[0] == "standard input: 1 piece has these words."
    assert shown[1].startswith("1. Removed as navigation, at ")


def test_words_that_are_not_on_the_page_are_not_explained_away() -> None:
    shown = run("explain", "--find", "no such words", stdin=STORY).stdout.decode()
    assert shown == "standard input: no text that a reader of the page sees has these words.\n"


def test_the_page_is_drawn_with_its_verdicts_into_a_file(tmp_path: Path) -> None:
    target = tmp_path / "why.html"
    result = run("explain", "--html", "-o", str(target), stdin=STORY)
    assert (result.returncode, result.stdout) == (0, b"")
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<strong>Removed: navigation</strong>" in page


def test_one_explanation_at_a_time() -> None:
    assert run("explain", "--html", "--json", stdin=STORY).returncode == 2


def test_a_kind_that_holds_no_story_is_named_with_its_sign() -> None:
    error = "<title>404 Not Found</title><h1>Not Found</h1><p>The page you asked for is not on this server."
    result = run("explain", stdin=error)
    assert result.returncode == 4
    assert result.stdout.decode().startswith('standard input: error page (the title says "not found").')
    refused = run("convert", stdin=error)
    assert refused.returncode == 4
    assert "The page only says that something was not found or may not be seen" in refused.stderr.decode()
