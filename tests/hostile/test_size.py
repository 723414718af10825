"""The very large: read and written at all, within the memory that is promised, and cut where a limit says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.command import STORY, environment
from fixtures.hostile_sizes import SIZES

import a11ynews
from a11ynews.errors import LimitError, UsageError

FOLDER = Path(__file__).resolve().parents[1]
PEAK = """
import importlib.util, resource, sys
sys.path.insert(0, sys.argv[2])
import a11ynews
from a11ynews.errors import A11yNewsError
from fixtures.hostile_sizes import SIZES
FORMS = ("html", "text", "markdown", "json", "ssml")
for form in FORMS:
    a11ynews.parse("<h1>Ferry</h1><p>It sails.").render(form)
if importlib.util.find_spec("py3langid"):  # the model that names languages is loaded once, for whatever page
    importlib.import_module("py3langid").classify("words")
recipe = SIZES[sys.argv[1]]
page = recipe.page(recipe.times)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    article = a11ynews.parse(page)
    for form in FORMS:
        article.render(form)
except A11yNewsError:
    pass
print(len(page), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@pytest.mark.parametrize("name", SIZES)
def test_memory_stays_within_thirty_times_the_page_and_a_hundred_megabytes(name: str) -> None:
    command = [sys.executable, "-c", PEAK, name, str(FOLDER)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True, timeout=300)
    size, peak = map(int, result.stdout.split())
    assert peak < 30 * size + 100_000_000, f"{peak / 1e6:.0f} MB for {size / 1e6:.1f} MB"


_STORY = '<!DOCTYPE html><html lang="en"><title>T</title><article><h1>T</h1><p>Some text.</p>'
_DATA = f'<script type="application/ld+json">{{"headline": "{"x" * 500}"}}</script>'
Limits = a11ynews.Limits


@pytest.mark.parametrize(
    ("page", "limits", "kind"),
    [
        ("<div>" * 50_000 + "x", Limits(), "limit-depth"),
        (f"{_STORY}<p {' '.join(f'a{number}=1' for number in range(50_000))}>x", Limits(), "limit-nodes"),
        ("<p>One and two</p>" * 50, Limits(max_nodes=20), "limit-nodes"),
        (f"{_STORY}<p>{'word ' * 100}", Limits(max_bytes=200), "limit-bytes"),
        (f"{_STORY}<p>{'word ' * 100}", Limits(max_text=200), "limit-text"),
        (_DATA + _STORY, Limits(max_json_ld=400), "limit-json-ld"),
        (_STORY + "<p>One and two</p>" * 2_000, Limits(max_seconds=0.0005), "limit-seconds"),
    ],
)
def test_over_a_limit_a_part_is_read_and_a_warning_says_so(page: str, limits: a11ynews.Limits, kind: str) -> None:
    warnings = a11ynews.parse(page, limits=limits).warnings
    assert [notice.kind for notice in warnings if notice.kind.startswith("limit-")] == [kind]


@pytest.mark.parametrize(
    ("page", "limits"),
    [
        ("<div>" * 100_000 + "x", Limits(strict=True)),
        (_DATA + _STORY, Limits(strict=True, max_json_ld=400)),
        (_STORY + "<p>One and two</p>" * 2_000, Limits(strict=True, max_seconds=0.0005)),
    ],
)
def test_who_asked_for_strictness_gets_an_error_instead(page: str, limits: a11ynews.Limits) -> None:
    with pytest.raises(LimitError, match="Raise the limit max_"):
        a11ynews.parse(page, limits=limits)


def test_a_script_of_data_that_is_too_long_leaves_the_story_alone() -> None:
    with_data = a11ynews.parse(STORY.replace("<title>", f"{_DATA}<title>"), limits=Limits(max_json_ld=400))
    assert with_data.body == a11ynews.parse(STORY).body


def test_a_page_that_would_take_too_long_is_read_from_its_beginning() -> None:
    page = _STORY + "".join(f"<p>This is the paragraph of number {number}.</p>" for number in range(3_000))
    article = a11ynews.parse(page, limits=Limits(max_seconds=0.05))
    assert article.text.startswith("Some text.\n\nThis is the paragraph of number 0.\n\nThis is")
    assert "2999" not in article.text


@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_a_limit_that_leaves_nothing_is_refused(value: float) -> None:
    with pytest.raises(UsageError, match="max_seconds"):
        Limits(max_seconds=value)


def test_limits_hold_for_every_kind_of_source(tmp_path: Path) -> None:
    words = "word " * 100
    limits = Limits(max_bytes=100, max_text=50)
    (tmp_path / "page.html").write_text(f"<p>{words}")
    page = a11ynews.FetchedPage(url="https://news.example/", data=f"<p>{words}".encode())
    for source in (f"<p>{words}", f"<p>{words}".encode(), words, words.encode(), tmp_path / "page.html", page):
        article = a11ynews.parse(source, limits=limits)
        assert any(notice.kind.startswith("limit-") for notice in article.warnings)
        with pytest.raises(LimitError, match=r"Raise the limit max_(bytes|text)"):
            a11ynews.parse(source, limits=Limits(max_bytes=100, max_text=50, strict=True))
