"""The examples do what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.command import ROOT, environment
from fixtures.pangea_page import demo_markup


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(demo_markup(), encoding="utf-8")
    return path


def run_example(name: str, *arguments: Path) -> str:
    result = subprocess.run(
        [sys.executable, ROOT / "examples" / name, *arguments],
        capture_output=True,
        env=environment(),
        check=False,
        timeout=120,
    )
    assert (result.returncode, result.stderr.decode()) == (0, "")
    return result.stdout.decode()


def test_a_page_to_html(page: Path, tmp_path: Path) -> None:
    told = run_example("page_to_html.py", page, tmp_path / "story.html")
    assert told.startswith("Electric Ferry Ends a Winter of Waiting on Skerra: ")
    assert "to ask for flour." in (tmp_path / "story.html").read_text(encoding="utf-8")


@pytest.mark.sound
def test_a_page_to_sound(page: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyttsx3", reason="needs the speech extra: pip install 'a11ynews[speech]'")
    told = run_example("page_to_sound.py", page, tmp_path / "story.wav")
    assert int(told.split(": ")[1].split()[0]) > 60


def test_what_was_removed_and_why(page: Path) -> None:
    told = run_example("what_was_removed.py", page)
    assert "skip-links: Accessibility links" in told
    assert "ticker-label: Breaking News" in told
    assert told.splitlines()[-1].count(" x ") > 3


def test_every_example_is_tested() -> None:
    tested = Path(__file__).read_text(encoding="utf-8")
    scripts = [path.name for path in (ROOT / "examples").glob("*.py")]
    assert len(scripts) >= 3
    assert all(f'"{name}"' in tested for name in scripts)
