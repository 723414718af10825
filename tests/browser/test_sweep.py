"""The sweep over real pages keeps its checkers in one window: what it finds on a page hangs on no page before it."""

from __future__ import annotations

import pytest
from browser.sweep import VIEWS, Finding, Kept, Result, Sweep, Written, ask_nu, examples, table

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mill</title>
<style>{style}</style></head><body>
<nav aria-label="Skip"><a href="#main">Skip to the article</a></nav><main id="main" tabindex="-1">
<h1>The mill</h1>{body}</main></body></html>"""
LOOK = """:root {color-scheme: light dark}
html, body, a {background: light-dark(#fff, #111); color: light-dark(#000, #eee)}
a {display: inline-block; min-height: 44px} :focus-visible {outline: 3px solid}"""
PAGES = {
    "good": PAGE.format(style=LOOK, body="<p>It stands still.</p>"),
    "dim": PAGE.format(style=LOOK + "p {color: light-dark(#000, #444)}", body="<p>It stands still.</p>"),
    "wide": PAGE.format(style=LOOK + "p {width: 900px}", body="<p>It stands still.</p>"),
    "faulty": PAGE.format(style=LOOK, body='<h3>Low</h3><img src="x.png"><p id="main">Twice</p>'),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Finding]]:
    folder = tmp_path_factory.mktemp("sweep")
    order = ("faulty", "good", "dim", "wide", "faulty-again", "good-again")
    written = []
    for name in order:
        path = folder / f"{name}.html"
        path.write_text(PAGES[name.partition("-")[0]], encoding="utf-8")
        written.append(Written(name=name, path=str(path), digest="1"))
    browsers, nu = Kept(folder / "results.jsonl"), Kept(folder / "nu.jsonl")
    ask_nu(written, nu)
    Sweep(written, browsers, VIEWS, browsers=1).run()
    assert not Kept(folder / "results.jsonl").missing(written)  # a next run has nothing to do
    return {name: {**browsers.results[name]["found"], **nu.results[name]["found"]} for name in order}


def test_nothing_is_found_on_a_good_page_whatever_stood_in_the_window_before(
    found: dict[str, dict[str, Finding]],
) -> None:
    assert (found["good"], found["good-again"]) == ({}, {})


def test_the_same_is_found_each_time(found: dict[str, dict[str, Finding]]) -> None:
    assert found["faulty"] == found["faulty-again"]
    checkers = {key.split(" ")[1] for key in found["faulty"]}
    assert checkers >= {"axe", "ibm", "htmlcs", "nu"}


def test_what_shows_in_dark_colours_alone_is_found_in_those_views(found: dict[str, dict[str, Finding]]) -> None:
    views = {key.split(" ")[0] for key in found["dim"]}
    assert {"dark-320", "dark-1280"} <= views
    assert not [view for view in views if view.startswith("light")]


def test_what_shows_in_a_narrow_window_alone_is_found_there(found: dict[str, dict[str, Finding]]) -> None:
    assert {key for key in found["wide"] if key.endswith("wide scrolls-sideways")} == {
        f"{view} wide scrolls-sideways" for view in ("light-320", "dark-320", "forced-320", "spacing-320", "print")
    }


def test_the_table_counts_and_shows_an_example_of_each(found: dict[str, dict[str, Finding]]) -> None:
    results = [Result(name=name, digest="1", found=entries) for name, entries in found.items()]
    assert next(table(results, VIEWS)) == "6 pages, 2 of them without any finding"
    assert any("nu" in line and "2 pages (faulty, faulty-again)" in line for line in examples(results))
