from __future__ import annotations

from pathlib import Path

import pytest

from a11ynews.errors import UsageError
from a11ynews.sink import Folder


def test_the_folder_is_made_when_the_first_file_is_written(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "a" / "b")
    path = folder.claim("story", ".txt")
    assert not path.parent.exists()
    assert folder.write(path, b"x") == tmp_path / "a" / "b" / "story.txt"
    assert path.read_bytes() == b"x"


def test_names_that_differ_only_in_case_are_told_apart_by_number(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert [folder.claim(name, ".txt").name for name in ("Index", "index", "INDEX")] == [
        "Index.txt",
        "index-2.txt",
        "INDEX-3.txt",
    ]


def test_a_number_never_meets_a_name_that_has_it_already(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    names = [folder.claim(name, "").name for name in ("a-2", "a", "a")]
    assert names == ["a-2", "a", "a-3"]


def test_a_file_that_is_there_is_refused_without_force(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(b"mine")
    with pytest.raises(UsageError, match="--force"):
        Folder(tmp_path).claim("story", ".txt")
    assert Folder(tmp_path, force=True).claim("story", ".txt") == tmp_path / "story.txt"


def test_a_link_that_leads_nowhere_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "story.txt").symlink_to(tmp_path / "gone")
    with pytest.raises(UsageError):
        Folder(tmp_path).claim("story", ".txt")


def test_even_with_force_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    inside = tmp_path / "out"
    inside.mkdir()
    (inside / "story.txt").symlink_to(outside)
    folder = Folder(inside, force=True)
    folder.write(folder.claim("story", ".txt"), b"new")
    assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize("title", ["../up", "/etc/passwd", "a/../../b", "..\\up"])
def test_no_title_leads_out_of_the_folder(tmp_path: Path, title: str) -> None:
    assert Folder(tmp_path).claim(title, ".txt").parent == tmp_path
