"""What is loaded when: a program that merely might read a page starts at once."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from fixtures.command import ROOT, environment

import a11ynews

HEAVY = {
    "selectolax",
    "lxml",
    "bs4",
    "html5lib",
    "pyttsx3",
    "espeakng_loader",
    "httpx",
    "urllib.request",
    "socket",
    "ssl",
}


def loaded_after(code: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after some code, beyond what it starts with."""
    script = f"import sys; before = set(sys.modules)\n{code}\nprint('MODULES', *set(sys.modules) - before)"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment(), check=True, timeout=60
    )
    return set(result.stdout.rpartition("MODULES")[2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import a11ynews",
        "import a11ynews; dir(a11ynews)",
        "import a11ynews.cli.main as m\ntry: m.main(['--help'])\nexcept SystemExit: pass",
        "import a11ynews.cli.main as m\ntry: m.main(['convert', '--help'])\nexcept SystemExit: pass",
    ],
)
def test_no_parser_engine_or_network_client_is_loaded(code: str) -> None:
    loaded = loaded_after(code)
    assert "a11ynews" in loaded
    assert not loaded & HEAVY


def test_help_needs_neither_an_engine_nor_a_parser_of_lexicons() -> None:
    loaded = loaded_after("import a11ynews.cli.main as m\ntry: m.main(['convert', '--help'])\nexcept SystemExit: pass")
    assert "a11ynews.speech.profile" in loaded
    assert not loaded & {"a11ynews.speech.engines.base", "a11ynews.speech.lexicon", "xml.etree.ElementTree"}


def test_a_page_is_read_without_an_engine_or_a_network_client() -> None:
    loaded = loaded_after("import a11ynews; a11ynews.parse('<p>One two three.</p>').to_html()")
    assert "selectolax" in loaded
    assert not loaded & {"pyttsx3", "espeakng_loader", "httpx"}


def test_every_public_name_can_be_had() -> None:
    for name in a11ynews.__all__:
        assert getattr(a11ynews, name) is not None
    assert set(a11ynews.__all__) <= set(dir(a11ynews))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'prase'"):
        _ = a11ynews.prase  # type: ignore[attr-defined]


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == a11ynews.__version__


def test_normalize_is_where_the_readme_says() -> None:
    assert a11ynews.speech.normalize("It cost $3.", language="en") == "It cost three dollars."


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(a11ynews.__file__).parent / "py.typed").exists()
