from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from a11ynews.sink import safe_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry returns", "Ferry-returns"),
        ("Prices – up again", "Prices-–-up-again"),
        ("日本語の見出し", "日本語の見出し"),
        ("a - b", "a-b"),
        ("..", "article"),
        ("", "article"),
        ("/etc/passwd", "etc-passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("-rf", "rf"),
        (".profile", "profile"),
        ("story\x00\x1b[31m", "story[31m"),
        ("exe.\u202etxt", "exe.txt"),
        ("AUX", "AUX-article"),
        ("com1.tar", "com1-article.tar"),
        ("trailing dots...", "trailing-dots"),
        ("a\ud800b", "ab"),
    ],
)
def test_a_title_becomes_a_name_that_is_safe_everywhere(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_composed_and_decomposed_letters_give_one_name() -> None:
    assert safe_name("Cafe\u0301") == safe_name("Caf\u00e9")


@given(st.text())
@example("a" * 500)
@example("é" * 500)
@example("../" * 100)
@example("-" * 179 + "é. ")
@example("CON. x")
def test_any_title_gives_one_path_component_that_fits(title: str) -> None:
    name = safe_name(title, ".html")
    assert len(name.encode()) <= 200
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert name[0] not in ".- "
    assert name.isprintable()
