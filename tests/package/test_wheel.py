"""The tests test what users get: the built wheel, with each file that it needs and no other.

An editable install is for work on the code; there is no wheel then, and these tests are skipped. On CI nothing may be.
"""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path

import pytest
from fixtures.command import ROOT

import a11ynews

PACKAGE = Path(a11ynews.__file__).resolve().parent
CHECKOUT = ROOT / "a11ynews"

installed = pytest.mark.skipif(
    PACKAGE == CHECKOUT, reason="the checkout is what is imported: pip install '.[all]' for the wheel"
)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a package folder, what the interpreter wrote aside."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@installed
def test_the_wheel_has_each_file_of_the_package_as_it_stands() -> None:
    there, here = contents(PACKAGE), contents(CHECKOUT)
    assert sorted(there) == sorted(here)
    assert [name for name in there if there[name] != here[name]] == [], (
        "installed before the last change: install again"
    )


@installed
def test_the_wheel_installs_the_package_and_a_command_and_nothing_else() -> None:
    distribution = importlib.metadata.distribution("a11ynews")
    tops = {file.parts[0] for file in distribution.files or () if file.parts[0] != ".."}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"a11ynews"}
    assert [point.name for point in distribution.entry_points if point.group == "console_scripts"] == ["a11ynews"]


@installed
def test_it_was_installed_from_a_wheel_and_not_linked() -> None:
    origin = importlib.metadata.distribution("a11ynews").read_text("direct_url.json")
    assert not json.loads(origin or "{}").get("dir_info", {}).get("editable", False)
