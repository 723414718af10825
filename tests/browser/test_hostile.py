"""Hostile pages, as we write them, in a real Chromium: they do nothing, with our policy and without it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fixtures.chromium import CHROMIUM, report_of
from fixtures.harmless import markdown_as_html
from fixtures.hostile_pages import page_with, pages_with_raw

import a11ynews

HERE = Path(__file__).resolve().parent
FILE = HERE.parents[1] / "../shared/corpora/hostile-dev/payloads.json"
NEEDS = {
    "node 20 or later": (shutil.which("node"), "apt-get install nodejs npm, or from nodejs.org"),
    "Chromium": (CHROMIUM, "apt-get install chromium, or set CHROMIUM"),
    "playwright": ((HERE / "node_modules" / "playwright-core").is_dir(), "cd tests/browser && npm ci --ignore-scripts"),
}
MISSING = [f"{name} ({how})" for name, (there, how) in NEEDS.items() if not there]
# One payload in so many; A11YNEWS_EVERY=1 tries them all, which takes half an hour.
EVERY = int(os.environ.get("A11YNEWS_EVERY", "150"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(MISSING), reason=f"missing: {'; '.join(MISSING)}"),
]

# Pages of which each does one thing; if nothing is seen here, silence elsewhere means nothing.
FAULTY = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "refresh": "<meta http-equiv=refresh content='0;url=http://evil.test/'>",
    "frame": "<iframe src=http://evil.test/></iframe>",
    "style": "<link rel=stylesheet href=http://evil.test/x.css>",
    "link": "<a href='java\tscript:alert(1)'>x</a>",
    "form": "<form action=http://evil.test/><button>x</button></form>",
}
OWN = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></textarea></script><svg onload=alert(1)>",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<meta http-equiv=refresh content='0;url=http://evil.test/'>",
    "<base href=//evil.test/><link rel=stylesheet href=x.css>",
    "[a](javascript:alert(1)) <javascript:alert(1)>",
]


@cache
def payloads() -> tuple[str, ...]:
    if not FILE.exists():
        return tuple(OWN)
    entries = json.loads(FILE.read_text(encoding="utf-8"))
    return (*OWN, *dict.fromkeys(entry["payload"] for entry in entries[::EVERY]))


def outputs() -> Iterator[tuple[str, str]]:
    for number, payload in enumerate(payloads()):
        for place, source in enumerate((page_with(payload), *pages_with_raw(payload))):
            article = a11ynews.parse(source, "https://news.example/story")
            yield f"html-{number}-{place}", article.to_html()
            yield f"markdown-{number}-{place}", markdown_as_html(article.to_markdown())


def visit(pages: dict[str, str], folder: Path, *, policy: bool) -> list[tuple[str, str]]:
    """Return what pages tried, by name."""
    paths = {}
    for name, markup in pages.items():
        path = folder / f"{name}.html"
        path.write_text(markup, encoding="utf-8")
        paths[name] = str(path)
    job = folder / "job.json"
    job.write_text(json.dumps({"pages": paths, "policy": policy}), encoding="utf-8")
    return [(entry["page"], entry["what"]) for entry in report_of("hostile.mjs", job, timeout_s=3600)]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return dict(outputs())


def test_what_a_page_does_is_seen(tmp_path: Path) -> None:
    seen = visit(FAULTY, tmp_path, policy=False)
    assert {name for name, _ in seen} == set(FAULTY), seen


@pytest.mark.parametrize("policy", [True, False], ids=["with our policy", "without it"])
def test_no_dialog_no_navigation_no_request_and_no_call(pages: dict[str, str], tmp_path: Path, *, policy: bool) -> None:
    assert visit(pages, tmp_path, policy=policy) == []
