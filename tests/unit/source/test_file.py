from __future__ import annotations

import os
from pathlib import Path

import pytest

from a11ynews.errors import SourceError
from a11ynews.source.file import read_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"\xff\x00x")
    assert read_file(tmp_path / "page.html") == b"\xff\x00x"


def test_what_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_file(tmp_path / "page.html")


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it is a folder"):
        read_file(tmp_path)


def test_a_name_that_no_system_takes_is_an_error_of_ours() -> None:
    with pytest.raises(SourceError, match="cannot read"):
        read_file("a\0b")


def test_a_name_too_long_is_an_error_of_ours() -> None:
    with pytest.raises(SourceError, match="too long"):
        read_file("a" * 5000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_nobody_writes_to_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="standard input"):
        read_file(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(SourceError, match="device"):
        read_file("/dev/zero")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(SourceError, match="cannot read"):
        read_file("a\0b")


def test_of_a_longer_file_one_byte_more_than_asked_for_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"abcdef")
    assert read_file(tmp_path / "page.html", max_bytes=3) == b"abcd"
    assert read_file(tmp_path / "page.html", max_bytes=6) == b"abcdef"
