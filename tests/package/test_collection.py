"""Every file of tests is run: a folder that is passed over looks as green as one that passes."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    own = (path.relative_to(TESTS) for path in TESTS.rglob("test_*.py") if "node_modules" not in path.parts)
    folders = {folder for path in own for folder in path.parts[:-1]}
    patterns: list[str] = pytestconfig.getini("norecursedirs")
    assert {"rules", "unit", "build"} <= folders
    assert [folder for folder in sorted(folders) if any(fnmatch(folder, pattern) for pattern in patterns)] == []
