from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from fixtures.command import ROOT, run

FILES = ["page.html", "story.html", "story.json", "story.md", "story.ssml", "story.txt", "story.wav"]


@pytest.mark.sound
def test_the_demo_makes_every_form_and_says_where_it_is_and_how_to_listen(tmp_path: Path) -> None:
    pytest.importorskip("pyttsx3", reason="needs the speech extra: pip install 'a11ynews[speech]'")
    result = run("demo", cwd=tmp_path)
    assert (result.returncode, result.stderr.decode()) == (0, "")
    folder = tmp_path / "a11ynews-demo"
    assert sorted(path.name for path in folder.iterdir()) == FILES
    told = result.stdout.decode()
    assert all(str(Path("a11ynews-demo", name)) in told for name in FILES)
    assert "To listen now: a11ynews speak" in told
    assert (folder / "story.wav").stat().st_size > 1_000_000
    assert json.loads((folder / "story.json").read_text(encoding="utf-8"))["metadata"]["title"].startswith("Electric")


def test_without_a_voice_the_other_forms_are_still_made_and_the_code_says_so(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "from importlib.machinery import PathFinder\n"
        "find = PathFinder.find_spec\n"
        "def find_others(name, path=None, target=None):\n"
        "    return None if name.split('.')[0] in ('pyttsx3', 'espeakng_loader') else find(name, path, target)\n"
        "PathFinder.find_spec = find_others\n"
        "import ctypes\n"
        "load = ctypes.CDLL.__init__\n"
        "def load_others(self, name, *more, **named):\n"
        "    if 'espeak' in str(name):\n"
        "        raise OSError(name)\n"
        "    load(self, name, *more, **named)\n"
        "ctypes.CDLL.__init__ = load_others\n",
        encoding="utf-8",
    )
    result = run("demo", "out", cwd=tmp_path, extra={"PYTHONPATH": f"{hidden}{os.pathsep}{ROOT}"})
    assert result.returncode == 6, result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES[:-1]
    assert "pip install 'a11ynews[speech]'" in result.stderr.decode()
    assert "To listen now" not in result.stdout.decode()


def test_a_demo_that_is_there_is_not_overwritten_without_force(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "story.html").write_text("mine")
    result = run("demo", "out", cwd=tmp_path)
    assert result.returncode == 2
    assert "--force" in result.stderr.decode()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["story.html"]
    assert (tmp_path / "out" / "story.html").read_text() == "mine"
