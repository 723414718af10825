"""Twice the page, about twice the work: big and deep inputs through the public door.

Work is CPU time, which noise on the machine only adds to: the least of two runs counts, at a size
and at four times that size. Linear work grows by 4, quadratic by 16; the bound lies between.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fixtures.command import environment

import a11ynews
from a11ynews.errors import LimitError

FILE = Path(__file__).resolve().parents[2] / "../shared/corpora/hostile-dev/scale.json"
FORMS = ("html", "text", "markdown", "json", "ssml")
TIMES = 4
MOST = 9.0
"""Growth that four times the input may cause: an exponent of 1.6. Quadratic work is 16."""
NOISE_S = 0.06
"""What is done faster than this is not measured: the clock and the collector are coarser."""
SMALL_BYTES = 8_000

_START = '<!DOCTYPE html><html lang="en"><title>T</title><article><h1>T</h1><p>Some text.</p>'
_LD = '<script type="application/ld+json">'
OWN: dict[str, tuple[str, str, str]] = {
    "comments in text": (_START, "x<!---->", ""),
    "cells of one row": (f"{_START}<table><tr>", "<td>x", ""),
    "rows that span all": (f"{_START}<table>", "<tr><td rowspan=65534 colspan=1000>x", ""),
    "list items": (f"{_START}<ul>", "<li>item here", ""),
    "definitions": (f"{_START}<dl>", "<dt>a<dd>b", ""),
    "notes": (_START, '<p>Text<sup><a href="#f1">1</a></sup></p>', '<p id="f1">Note'),
    "one id": (_START, '<p id=a>Some text <a href="#a">here</a>', ""),
    "figures": (_START, "<figure><img src=a.jpg alt=b><figcaption>c</figcaption></figure>", ""),
    "line breaks": (_START, "a<br>", ""),
    "headlines": (_START, "<h1>Some headline</h1>", ""),
    "asides in asides": (_START, "<details><summary>x</summary>", ""),
    "formulas": (_START, "<math><mi>x</mi>", ""),
    "languages": (_START, "<span lang=fr>mot</span> ", ""),
    "abbreviations": (_START, '<abbr title="World Health">WHO</abbr> ', ""),
    "quotation marks": (_START, "“", ""),
    "stars": (_START, "*", ""),
    "abbreviation dots": (_START, "a.b.", ""),
    "digits": (_START, "1", ""),
    "money": (_START, "$1,000.00 million ", ""),
    "one class": (f'{_START}<p class="', "foo-bar ", '">x'),
    "open JSON-LD": (_LD, "[", "</script><p>Some text"),
    "deep JSON-LD": (_LD, '{"a":', "</script><p>Some text"),
    "authors in JSON-LD": (
        f'{_LD}{{"@type":"NewsArticle","headline":"x","author":[',
        '{"@type":"Person","name":"Ada Writer"},',
        "{}]}</script><p>Some text",
    ),
    "scripts of JSON-LD": ("<p>x", f'{_LD}{{"@type":"NewsArticle","headline":"x"}}</script>', "<p>Some text"),
    "authors in meta": ("", '<meta name=author content="Ada Writer">', "<p>Some text"),
    "plain paragraphs": ("Title\n\n", "word word\n\n", ""),
    "plain bylines": ("Title\n\n", "By Ada\n", ""),
    "plain hyphens": ("Title\n\n", "- ", ""),
}


def work_s(page: str) -> float:
    """CPU seconds from the page to all forms."""
    start = time.process_time()
    article = a11ynews.parse(page)
    for form in FORMS:
        article.render(form)
    return time.process_time() - start


def check_growth(start: str, piece: str, end: str, count: int) -> None:
    small, big = start + piece * count + end, start + piece * count * TIMES + end
    work_s(small)  # what is loaded once is loaded now
    before, after = (min(work_s(page) for _ in range(2)) for page in (small, big))
    assert after < MOST * max(before, NOISE_S), f"{before:.3f} s became {after:.3f} s"


@pytest.mark.parametrize("name", OWN)
def test_work_grows_with_the_page_and_not_faster(name: str) -> None:
    start, piece, end = OWN[name]
    check_growth(start, piece, end, SMALL_BYTES // len(piece))


@pytest.mark.corpus
@pytest.mark.skipif(not FILE.exists(), reason="../shared/corpora/hostile-dev is not there")
def test_work_grows_with_each_page_of_the_collection_and_not_faster() -> None:
    for recipe in json.loads(FILE.read_text(encoding="utf-8")):
        count = min(recipe["n"], SMALL_BYTES // len(recipe["repeat"]))
        check_growth(recipe["prefix"], recipe["repeat"], recipe["suffix"], count)


_PEAK = """
import resource, sys
import a11ynews
for form in ("html", "text", "markdown", "json", "ssml"):
    a11ynews.parse("<h1>Ferry</h1><p>It sails.").render(form)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
page = sys.argv[1] + sys.argv[2] * int(sys.argv[3])
article = a11ynews.parse(page)
for form in ("html", "text", "markdown", "json", "ssml"):
    article.render(form)
print(len(page), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@pytest.mark.parametrize(
    ("piece", "count"),
    [
        ("<div>", 1_000_000),
        ("word ", 400_000),
        ("<a href=/x>link</a> ", 60_000),
        ("<p>A short paragraph of text.</p>", 20_000),
        ("<table><tr><td colspan=1000000000 rowspan=1000000000>x</table>", 3000),
        ("&amp;", 300_000),
    ],
)
def test_memory_stays_within_thirty_times_the_page_and_a_hundred_megabytes(piece: str, count: int) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _PEAK, "<article><h1>T</h1><p>Some text.</p>", piece, str(count)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
        timeout=120,
    )
    size, peak = map(int, result.stdout.split())
    assert peak < 30 * size + 100_000_000, f"{peak / 1e6:.0f} MB for {size / 1e6:.1f} MB"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<div>" * 100_000 + "x", "limit-depth"),
        (_START + "<p " + "".join(f"a{number}=1 " for number in range(50_000)) + ">x", "limit-nodes"),
    ],
)
def test_a_page_over_a_limit_is_read_in_part_and_the_warning_says_so(page: str, kind: str) -> None:
    assert kind in [notice.kind for notice in a11ynews.parse(page).warnings]
    with pytest.raises(LimitError):
        a11ynews.parse(page, limits=a11ynews.Limits(strict=True))


def test_nodes_over_the_limit_are_not_read() -> None:
    article = a11ynews.parse("<p>One and two</p>" * 50, limits=a11ynews.Limits(max_nodes=20))
    assert article.warnings[0].kind == "limit-nodes"


def test_limits_hold_for_every_kind_of_source(tmp_path: Path) -> None:
    words = "word " * 100
    limits = a11ynews.Limits(max_bytes=100, max_text=50)
    (tmp_path / "page.html").write_text(f"<p>{words}")
    page = a11ynews.FetchedPage(url="https://news.example/", data=f"<p>{words}".encode())
    for source in (f"<p>{words}", f"<p>{words}".encode(), words, words.encode(), tmp_path / "page.html", page):
        article = a11ynews.parse(source, limits=limits)
        assert any(notice.kind.startswith("limit-") for notice in article.warnings)
        with pytest.raises(LimitError, match=r"Raise the limit max_(bytes|text)"):
            a11ynews.parse(source, limits=a11ynews.Limits(max_bytes=100, max_text=50, strict=True))
