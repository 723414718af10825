"""Every example in a docstring, and every one in the documentation, does what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from fixtures.command import ROOT

import a11ynews

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(a11ynews.__path__, "a11ynews.")
    if module.name != "a11ynews.__main__"
)
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if ">>> " in path.read_text(encoding="utf-8"))
NEEDS = {"a11ynews.source.fetch": ("httpx", "httpcore")}
"""What modules' examples cannot run without."""
FENCED = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", ["a11ynews", *MODULES])
def test_the_examples_of_a_module_run(name: str) -> None:
    for needed in NEEDS.get(name, ()):
        pytest.importorskip(needed, reason=f"the example needs {needed}: pip install '.[all]'")
    module = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0


def test_nearly_every_module_with_public_functions_shows_an_example() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = sum(len(test.examples) for name in MODULES for test in finder.find(importlib.import_module(name)))
    assert examples > len(MODULES)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_examples_of_a_page_run_in_order(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code = "\n".join(FENCED.findall(page.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0
