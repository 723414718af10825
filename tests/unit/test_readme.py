"""What the README promises."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.command import ROOT, environment, run

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [code.strip() for language, code in BLOCKS if language == "sh" and code.startswith("python3 -m venv")]


def block(language: str) -> str:
    """Return the first block in a language."""
    return next(code for found, code in BLOCKS if found == language)


@pytest.mark.sound
def test_the_six_lines_run_and_print_what_stands_below_them(tmp_path: Path) -> None:
    assert run("demo", cwd=tmp_path).returncode == 0
    lines = [line for line in block("python").splitlines() if line]
    done = subprocess.run(
        [sys.executable, "-c", block("python")],
        capture_output=True,
        env=environment(),
        cwd=tmp_path,
        check=False,
        timeout=120,
    )
    assert len(lines) == 6
    assert (done.stderr.decode(), done.stdout.decode()) == ("", block("text"))
    assert (tmp_path / "story.html").stat().st_size > 10_000
    assert (tmp_path / "story.wav").read_bytes()[:4] == b"RIFF"


def test_it_fits_on_a_few_screens() -> None:
    assert len(README.splitlines()) <= 150


def test_there_are_two_commands_of_one_line_each() -> None:
    assert [command.count("\n") for command in COMMANDS] == [0, 0]
    assert "a11ynews demo --force" in COMMANDS[0]
    assert COMMANDS[1].endswith(".venv/bin/pytest")


def test_continuous_integration_runs_the_same_test_command() -> None:
    assert COMMANDS[1] in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_every_page_that_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
