"""A new kind of block cannot be forgotten: the type checker names each renderer that does not know it."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import a11ynews

PACKAGE = Path(a11ynews.__file__).resolve().parent
NEW_BLOCK = '''

@dataclass(frozen=True, slots=True, kw_only=True)
class Epigraph(BlockBase):
    """A motto above the story."""

    children: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The motto."""
        return inline_text(self.children)
'''
UNION = "\n\nBlock: TypeAlias = (\n"
MUST_DECIDE = {
    "render/html/blocks.py",
    "render/markdown/blocks.py",
    "render/text/blocks.py",
    "speech/script.py",
    "model/walk.py",
}
"""Each says all kinds of blocks: web page, Markdown, plain text, speech (SSML and sound); and the walk of all."""


def errors_of(root: Path) -> dict[str, list[str]]:
    """Return what ``mypy --strict`` says of a copy of the package, by file."""
    command = [sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports", "--config-file=", "-p", "a11ynews"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=600, check=False)
    assert result.returncode in (0, 1), result.stderr
    found: dict[str, list[str]] = {}
    for path, message in re.findall(r"^a11ynews/(\S+?):\d+: error: (.*)$", result.stdout, re.MULTILINE):
        found.setdefault(path, []).append(message)
    return found


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="needs mypy: pip install --group dev")
def test_a_new_member_of_block_makes_mypy_name_each_renderer(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "a11ynews", ignore=shutil.ignore_patterns("__pycache__"))
    blocks = tmp_path / "a11ynews/model/blocks.py"
    source = blocks.read_text(encoding="utf-8")
    assert source.count(UNION) == 1
    blocks.write_text(source.replace(UNION, f"{NEW_BLOCK}{UNION}    Epigraph\n    | "), encoding="utf-8")
    told = {
        path for path, messages in errors_of(tmp_path).items() if any("Epigraph" in message for message in messages)
    }
    assert told >= MUST_DECIDE
