from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from a11ynews.errors import LimitError, UsageError
from a11ynews.tree.limits import Limits
from a11ynews.tree.parse import Parser, parse_page

PARSERS: tuple[Parser, ...] = ("lexbor", "lxml", "html5lib")


def bounded(name: str, value: int) -> Limits:
    bounds: dict[str, Any] = {name: value}
    return Limits(**bounds)


def kinds(markup: str, limits: Limits, parser: Parser = "lexbor") -> list[str]:
    return [notice.kind for notice in parse_page(markup, parser=parser, limits=limits).notices]


@pytest.mark.parametrize("name", ["max_bytes", "max_nodes", "max_depth", "max_text"])
def test_a_bound_that_leaves_nothing_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=name):
        bounded(name, 0)


@pytest.mark.parametrize("parser", PARSERS)
def test_nodes_over_the_limit_are_left_out_and_said(parser: Parser) -> None:
    limits = Limits(max_nodes=10)
    page = parse_page("<p>x</p>" * 50, parser=parser, limits=limits)
    assert len(page) == 10
    assert all(node < end <= 10 for node, end in enumerate(page.ends))
    assert [notice.kind for notice in page.notices] == ["limit-nodes"]


@pytest.mark.parametrize("parser", PARSERS)
def test_depth_over_the_limit_is_laid_flat_and_no_text_is_lost(parser: Parser) -> None:
    page = parse_page("<div>a" * 40 + "</div>b" * 40, parser=parser, limits=Limits(max_depth=10))
    assert "".join(page.texts) == "a" * 40 + "b" * 40
    depth = [0] * len(page)
    for node in range(1, len(page)):
        depth[node] = depth[page.parents[node]] + 1
    assert max(depth) <= 10
    assert [notice.kind for notice in page.notices] == ["limit-depth"]


@pytest.mark.parametrize("parser", PARSERS)
def test_text_over_the_limit_is_cut_and_said(parser: Parser) -> None:
    page = parse_page("<p>abcdef<p>ghi<p>jkl", parser=parser, limits=Limits(max_text=8))
    assert "".join(page.texts) == "abcdefgh"
    assert [notice.kind for notice in page.notices] == ["limit-text"]


def test_markup_over_the_limit_is_cut_and_said() -> None:
    assert parse_page("<p>abc<p>def", limits=Limits(max_bytes=6)).text(0) == "abc"
    assert kinds("<p>abc<p>def", Limits(max_bytes=6)) == ["limit-bytes"]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", ["max_bytes", "max_nodes", "max_depth", "max_text"])
def test_strictness_is_an_error_that_names_the_limit(name: str, parser: Parser) -> None:
    with pytest.raises(LimitError, match=name):
        parse_page("<div>abc" * 30, parser=parser, limits=replace(bounded(name, 9), strict=True))


def test_a_page_within_its_limits_has_nothing_to_say() -> None:
    assert kinds("<p>x", Limits(strict=True)) == []
