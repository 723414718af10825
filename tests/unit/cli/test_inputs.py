"""Addresses in place of files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.command import STORY, run
from fixtures.hostile_server import HostileServer, answers, hostile_server

from a11ynews.cli.inputs import is_address

pytest.importorskip("httpx", reason="needs the fetch extra: pip install 'a11ynews[fetch]'")


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with hostile_server() as found:
        found.behaviours["/story"] = answers(body=STORY.replace("a storm", '<a href="b">a storm</a>').encode())
        yield found


@pytest.mark.parametrize("argument", ["http://news.example/", "HTTPS://news.example/a.html"])
def test_what_begins_with_http_is_an_address(argument: str) -> None:
    assert is_address(argument)


@pytest.mark.parametrize("argument", ["story.html", "-", "http.html", "ftp://news.example/", "file:///etc/passwd"])
def test_all_else_is_a_file(argument: str) -> None:
    assert not is_address(argument)


def test_a_file_that_looks_like_an_address_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "http:" / "news").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert not is_address("http://news")


def test_a_page_is_fetched_and_its_links_are_resolved_against_its_address(server: HostileServer) -> None:
    result = run("convert", server.url("/story"), "--to", "json", "--allow-private")
    assert (result.returncode, result.stderr) == (0, b"")
    assert server.url("/b") in result.stdout.decode()
    assert json.loads(result.stdout)["metadata"]["title"] == "Ferry returns to Skerra"


def test_a_fetched_page_can_be_explained(server: HostileServer) -> None:
    result = run("explain", server.url("/story"), "--allow-private")
    assert result.returncode == 0
    assert "About this site. Terms of use." in result.stdout.decode()


def test_in_a_folder_a_fetched_page_is_named_by_its_title(server: HostileServer, tmp_path: Path) -> None:
    result = run("convert", server.url("/story"), server.url("/404"), "--to", "text", "-o", tmp_path, "--allow-private")
    assert result.returncode == 5
    assert [path.name for path in tmp_path.iterdir()] == ["Ferry-returns-to-Skerra.txt"]


def test_robots_txt_is_respected_unless_one_says_otherwise(server: HostileServer) -> None:
    server.robots = answers(body=b"User-agent: *\nDisallow: /", content_type="text/plain")
    result = run("convert", server.url("/story"), "--allow-private")
    assert result.returncode == 3
    assert b"--ignore-robots" in result.stderr
    assert run("convert", server.url("/story"), "--allow-private", "--ignore-robots").returncode == 0


def test_limits_and_the_name_of_who_asks_are_options(server: HostileServer) -> None:
    options = ["--allow-private", "--user-agent", "reader/2", "--max-redirects", "1"]
    result = run("convert", server.url("/redir-n/2"), *options)
    assert b"more than 1 time" in result.stderr
    assert server.seen[-1].headers["user-agent"] == "reader/2"
    result = run("convert", server.url("/story"), "--allow-private", "--max-bytes", "100")
    assert result.returncode == 3
    assert b"longer than 100 bytes" in result.stderr
    assert run("convert", server.url("/story"), "--timeout", "-1").returncode == 2
