"""Every payload in every place of a page: what comes out, in any form, is words."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from fixtures.allowed_html import faults_seen_by_html5lib
from fixtures.harmless import FORMS, faults
from fixtures.hostile_pages import page_with, pages_with_raw

import a11ynews
from a11ynews.pipeline import Article

FILE = Path(__file__).resolve().parents[2] / "../shared/corpora/hostile-dev/payloads.json"
# One in so many; A11YNEWS_EVERY=1 tries them all, 14,050 pages in some five minutes.
EVERY = int(os.environ.get("A11YNEWS_EVERY", "23"))
URL = "https://news.example/story"

needs_payloads = pytest.mark.skipif(not FILE.exists(), reason="../shared/corpora/hostile-dev is not there")

OWN = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "JaVaScRiPt&colon;alert(1)",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "vbscript:x",
    "//evil.example\\@news.example",
    "</title></style></textarea></script><svg onload=alert(1)>",
    "]]><!--<img src=x onerror=alert(1)>-->",
    "＜script＞alert(1)＜/script＞",
    "\ud800<b\x00>",
    "\x1b]0;owned\x07\x1b]52;c;ZXZpbA==\x07\x9b2J\r\x08",
    "\u202e\u2066gnorw\u2069\u202c",
    "\U000e0049\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065",
    "---\ntitle: x\n---\n",
    "```\n<script>alert(1)</script>\n```",
    "[a](javascript:alert(1)) <javascript:alert(1)> ![b](x\"onerror='alert(1)')",
    "[x]: javascript:alert(1)\n\n[x]",
    "    <b>code</b>\n| a | <i onclick=x> |\n|---|---|",
    '<audio src="x"/><break time="999s"/><say-as>x</say-as>',
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= x %>",
    "../../../../etc/passwd",
    "file:///etc/passwd",
]


@cache
def payloads() -> tuple[str, ...]:
    entries = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(entry["payload"] for entry in entries))[::EVERY]


def test_the_places_are_really_read() -> None:
    """A page whose story is not found says nothing about safety."""
    found = a11ynews.parse(page_with("Zebra"), URL)
    assert found.body
    assert found.to_html().count("Zebra") > 25
    assert found.to_text().count("Zebra") > 10
    assert found.to_json().count("Zebra") > 30


@pytest.mark.parametrize("payload", OWN)
def test_nothing_active_comes_out(payload: str) -> None:
    for page in (page_with(payload), *pages_with_raw(payload)):
        article = a11ynews.parse(page, URL)
        assert faults(article) == []
        assert faults_seen_by_html5lib(article.to_html()) == []


@pytest.mark.corpus
@needs_payloads
def test_a_payload_as_a_value_in_every_place_stays_a_value() -> None:
    for payload in payloads():
        assert faults(a11ynews.parse(page_with(payload), URL)) == [], payload


@pytest.mark.corpus
@needs_payloads
def test_a_payload_as_markup_stays_without_effect() -> None:
    for payload in payloads():
        for page in pages_with_raw(payload):
            assert faults(a11ynews.parse(page, URL)) == [], payload


@pytest.mark.corpus
@needs_payloads
def test_a_browsers_own_way_of_parsing_finds_nothing_either() -> None:
    for payload in payloads()[::10]:
        for page in (page_with(payload), *pages_with_raw(payload)):
            assert faults_seen_by_html5lib(a11ynews.parse(page, URL).to_html()) == [], payload


@pytest.mark.corpus
@needs_payloads
def test_a_payload_as_plain_text_stays_text() -> None:
    for payload in payloads():
        text = (
            f"The ferry returns\n\nBy {payload}\n\nThe company wrote {payload} on its board at the pier.\n\n{payload}\n"
        )
        assert faults(a11ynews.parse(text, URL)) == [], payload


def broken(**outputs: str) -> Article:
    """An article that comes out as we say."""
    methods = {f"to_{form}": (lambda _self, written=written: written) for form, written in outputs.items()}
    kind = cast("type[Article]", type("Broken", (Article,), {"__slots__": (), **methods}))
    return kind()


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("html", "<p onclick=x>"),
        ("html", "<a href='javascript:x'>y</a>"),
        ("markdown", "<script>1</script>"),
        ("markdown", "[a](javascript:x)"),
        ("markdown", "a\x1bb"),
        ("text", "a\x9bb"),
        ("text", "a\u202eb"),
        ("text", "a\U000e0041b"),
        ("ssml", "<speak><audio src='x'/></speak>"),
        ("ssml", "<speak onload='x'/>"),
        ("json", '{"href": "javascript:x"}'),
        ("json", '"\x7f"'),
    ],
)
def test_the_check_sees_a_hole(form: str, written: str) -> None:
    assert list(FORMS[form](broken(**{form: written})))


class _WithMore(Article):
    """An article whose page has a script more than it should."""

    __slots__ = ()

    def to_html(self, **options: object) -> str:
        return super().to_html(**options) + "<script>alert(1)</script>"  # type: ignore[arg-type]


def test_the_check_sees_a_script_beside_the_players_own() -> None:
    story = a11ynews.parse("<h1>The ferry</h1><p>The ferry sails again on Monday, the company said.</p>")
    more = _WithMore(metadata=story.metadata, body=story.body)
    assert list(FORMS["html with sound"](story)) == []
    assert "another script" in list(FORMS["html with sound"](more))
