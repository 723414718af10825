from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from a11ynews.sink import write_file


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_content_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_file(tmp_path / "story.txt", b"Words.")
    assert (tmp_path / "story.txt").read_bytes() == b"Words."
    assert names(tmp_path) == ["story.txt"]


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "story.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_any_program_would_give_it(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_file(tmp_path / "story.txt", b"new")
    assert (tmp_path / "story.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt(), SystemExit(143)])
def test_when_writing_fails_the_old_file_stays_and_no_temporary_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    target = tmp_path / "story.txt"
    target.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(failure)):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["story.txt"]


def test_a_missing_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "none" / "story.txt", b"x")


def test_a_symbolic_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "story.txt").symlink_to(tmp_path / "precious")
    write_file(tmp_path / "story.txt", b"new")
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert not (tmp_path / "story.txt").is_symlink()


def test_a_named_pipe_is_written_straight(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"through")
    reader.join(timeout=10)
    assert got == [b"through"]
    assert names(tmp_path) == ["pipe"]
