"""What people type when they do not know the command yet, and what they give it that is no page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from fixtures.command import STORY, run


def said(*arguments: str | Path, cwd: Path | None = None, code: int) -> str:
    result = run(*arguments, cwd=cwd)
    assert result.returncode == code, result.stderr
    (line,) = result.stderr.decode().splitlines()
    return line.removeprefix("a11ynews: ")


def test_without_a_command_it_says_which_there_are() -> None:
    assert said(code=2) == "say what to do (convert, speak, explain, check or demo): see a11ynews --help"


def test_a_mistyped_command_is_guessed() -> None:
    assert said("conver", "a.html", code=2).startswith("there is no command 'conver'; did you mean 'convert'?")
    assert said("xyzzy", code=2) == "there is no command 'xyzzy': see a11ynews --help"


def test_a_page_in_the_command_s_place_is_to_be_converted(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(STORY, encoding="utf-8")
    assert "a11ynews convert a.html -o story.html" in said("a.html", cwd=tmp_path, code=2)
    assert "a11ynews convert https://news.example/a" in said("https://news.example/a", code=2)


@pytest.mark.parametrize(("address", "advice"), [("ftp://news.example/a", "save the page"), ("file:///a.html", "path")])
def test_addresses_that_are_not_of_the_web_are_said_to_be_none(address: str, advice: str) -> None:
    line = said("convert", address, code=3)
    assert address in line
    assert advice in line


def test_several_inputs_into_what_is_named_like_a_file(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    line = said("convert", "a.html", "b.html", "-o", "story.html", cwd=tmp_path, code=2)
    assert "for a folder write 'story.html/'" in line
    assert run("convert", "a.html", "b.html", "-o", "story.html/", cwd=tmp_path).returncode == 0
    assert run("convert", "a.html", "b.html", "-o", "stories.2024", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in (tmp_path / "story.html").iterdir()) == ["a.html", "b.html"]


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text(" \n", encoding="utf-8")
    assert "There is nothing in it" in said("convert", "empty.html", cwd=tmp_path, code=4)


def test_noise_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "noise.html").write_bytes(random.Random(7).randbytes(3_000))  # noqa: S311 - noise, no secret
    assert "'noise.html' looks like binary data" in said("convert", "noise.html", cwd=tmp_path, code=3)
