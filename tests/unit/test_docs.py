"""The documentation builds without a warning, and what it shows is what the package does."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.command import ROOT, environment

from a11ynews.cli.exit_codes import Exit
from a11ynews.read.rules.furniture import RULES

DOCS = ROOT / "docs"

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("sphinx", "myst_parser", "furo")),
    reason="Sphinx, MyST or Furo is missing (pip install --group docs)",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", str(folder / "doctrees")]
    done = subprocess.run(
        [*command, str(DOCS), str(folder / "html")],
        capture_output=True,
        env=environment(),
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return folder / "html"


def test_every_page_is_built(site: Path) -> None:
    sources = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md") if "_build" not in path.parts}
    assert len(sources) > 20
    assert {source for source in sources if not (site / source).is_file()} == set()


def test_the_rules_page_has_every_rule_with_its_reason(site: Path) -> None:
    page = (site / "reference/rules.html").read_text(encoding="utf-8")
    assert [rule.id for rule in RULES if f">{rule.id}<" not in page] == []
    assert page.count("<tr") == len(RULES) + 1


def test_the_command_line_page_has_every_command_and_exit_code(site: Path) -> None:
    page = (site / "reference/command-line.html").read_text(encoding="utf-8")
    assert [code.description for code in Exit if f">{code.description}<" not in page] == []
    assert [name for name in ("convert", "speak", "explain", "demo") if f">a11ynews {name}<" not in page] == []


def test_the_walk_shows_the_demo_page_at_each_station(site: Path) -> None:
    page = (site / "explanation/reading.html").read_text(encoding="utf-8")
    assert page.count("<table") == 4
    assert "The island of Skerra has its ferry back." in page


def test_pages_ask_nothing_of_other_servers(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert 'src="http' not in text
        assert '<link rel="stylesheet" type="text/css" href="http' not in text
