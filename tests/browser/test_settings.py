"""The reading settings in a real Chromium: each choice changes what it is for, and nothing needs a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fixtures.chromium import report_of
from fixtures.every_block import every_block

from a11ynews.render.html import Options, render

HERE = Path(__file__).resolve().parent
POINT = 96 / 72  # CSS pixels in a point
CHANGES = {
    "theme-light": ("paper", "rgb(253, 252, 249)"),
    "theme-dark": ("paper", "rgb(21, 23, 27)"),
    "theme-sepia": ("paper", "rgb(244, 236, 217)"),
    "theme-contrast": ("paper", "rgb(0, 0, 0)"),
    "ruler-on": ("shade", "fixed"),
    "ruler-off": ("shade", False),
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - JSON
    folder = tmp_path_factory.mktemp("settings")
    for name, options in (("plain", Options()), ("remembering", Options(remember=True))):
        (folder / f"{name}.html").write_bytes(render(every_block(), options).data)
    return report_of("settings.mjs", folder / "plain.html", folder / "remembering.html")


@pytest.mark.parametrize(("value", "change"), CHANGES.items(), ids=CHANGES)
def test_a_choice_of_colours_or_of_a_focus_line_is_seen(report: Any, value: str, change: tuple[str, object]) -> None:  # noqa: ANN401
    assert report["chosen"][value][change[0]] == change[1]


@pytest.mark.parametrize(
    ("value", "name"), [("serif", "Georgia"), ("hyperlegible", "Atkinson"), ("dyslexia", "OpenDys")]
)
def test_a_font_is_asked_for_by_name(report: Any, value: str, name: str) -> None:  # noqa: ANN401
    assert name in report["chosen"][f"font-{value}"]["font"]


@pytest.mark.parametrize("size", [125, 150, 200, 300])
def test_a_size_is_what_it_says(report: Any, size: int) -> None:  # noqa: ANN401
    assert report["chosen"][f"size-{size}"]["size"] / report["first"]["size"] == pytest.approx(size / 100, abs=0.01)


def test_spacing_reaches_what_wcag_1_4_12_asks_a_page_to_bear(report: Any) -> None:  # noqa: ANN401
    size = report["first"]["size"]
    chosen = report["chosen"]
    assert float(chosen["letter-most"]["letter"][:-2]) == pytest.approx(0.12 * size, abs=0.1)
    assert float(chosen["word-more"]["word"][:-2]) == pytest.approx(0.16 * size, abs=0.1)
    assert report["first"]["line"] < chosen["line-more"]["line"] < chosen["line-most"]["line"]


def test_lines_get_shorter_and_longer(report: Any) -> None:  # noqa: ANN401
    widths = [report["chosen"][f"width-{name}"]["width"] for name in ("narrow", "normal", "wide", "full")]
    assert widths == sorted(set(widths))
    assert widths[-1] == 1280


def test_going_back_leaves_the_page_as_it_was(report: Any) -> None:  # noqa: ANN401
    assert report["last"] == report["first"]


def test_paper_is_white_with_12_points_and_18_for_large_print(report: Any) -> None:  # noqa: ANN401
    assert [page["size"] for page in report["print"]] == [pytest.approx(12 * POINT), pytest.approx(18 * POINT)]
    assert {page["paper"] for page in report["print"]} == {"rgb(255, 255, 255)"}


def test_a_choice_is_kept_with_the_script_only(report: Any) -> None:  # noqa: ANN401
    assert report["kept"]["plain"] == report["first"]
    assert report["kept"]["remembering"]["paper"] == "rgb(244, 236, 217)"
    assert report["kept"]["remembering"]["size"] == pytest.approx(2 * report["first"]["size"], abs=0.1)
