"""RFC 9309, by its own rules."""

from __future__ import annotations

import time

import pytest

from a11ynews.source.robots import read_robots

AGENT = "a11ynews/1.0"


def allows(text: str, path: str) -> bool:
    return read_robots(text.encode(), AGENT).allows(path)


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/", "/anything", True),
        ("/fish", "/fish/salmon", True),
        ("/fish", "/Fish", False),
        ("/fish/", "/fish", False),
        ("/*.php", "/folder/a.php?x", True),
        ("/*.php$", "/a.php?x", False),
        ("/*.php$", "/a.php", True),
        ("/a*b*c", "/a-b-b-c", True),
        ("/a*b*c", "/acb", False),
        ("/fish$", "/fish", True),
        ("/fish$", "/fish/", False),
        ("/a*a$", "/a", False),
        ("/ä", "/%C3%A4", True),
        ("/%7Eada", "/~ada", True),
        ("/a%2fb", "/a%2Fb", True),
        ("/a%2fb", "/a/b", False),
    ],
)
def test_a_pattern_fits_the_start_of_a_path(pattern: str, path: str, *, fits: bool) -> None:
    assert allows(f"User-agent: *\nDisallow: {pattern}", path) is not fits


def test_the_longest_pattern_decides_and_a_tie_allows() -> None:
    assert allows("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c")
    assert not allows("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c")
    assert allows("User-agent: *\nDisallow: /a\nAllow: /a", "/a")


def test_ones_own_group_counts_and_not_that_for_all() -> None:
    text = (
        "User-agent: *\nDisallow: /\n\nUser-agent: A11yNews\nDisallow: /private\n\nUser-agent: a11ynews/2\nDisallow: /b"
    )
    assert allows(text, "/a")
    assert not allows(text, "/private")
    assert not allows(text, "/b"), "two groups of one name are one"


def test_agents_on_lines_that_follow_each_other_share_a_group() -> None:
    text = "User-agent: other\nUser-agent: a11ynews\nDisallow: /a\nUser-agent: third\nDisallow: /b"
    assert not allows(text, "/a")
    assert allows(text, "/b")


@pytest.mark.parametrize(
    "text", ["", "Disallow: /", "User-agent: *\nDisallow:", "<html>404</html>", "User-agent: x\nDisallow: /"]
)
def test_what_forbids_nothing_forbids_nothing(text: str) -> None:
    assert allows(text, "/a")


def test_comments_a_mark_and_old_line_ends_are_no_hindrance() -> None:
    text = "\ufeff# hello\r\rUSER-AGENT : * # all\rdisallow:/a # this\rSitemap: x"
    assert not allows(text, "/a")


def test_a_hostile_file_is_read_and_asked_in_no_time() -> None:
    text = "User-agent: *\n" + "Disallow: /" + "a*" * 200_000 + "b$\n" + "Disallow: /*a*a*a*a*b$\n" * 4000
    start = time.process_time()
    assert allows(text, "/" + "a" * 8000)
    assert time.process_time() - start < 5
