"""Headings go with what they head."""

from __future__ import annotations

import a11ynews
from a11ynews.model.blocks import Heading

PARAGRAPHS = (
    "The board voted on Monday night to keep the old ferry in service for one more year, after months of doubts.",
    "Residents of the outer islands had warned that a gap would leave schools and the clinic without their supplies.",
    "The repair of the engine will cost 1.2 million crowns, which is half of what a new vessel would have cost them.",
    "Work begins in April and should be finished before the first of the summer visitors arrive in the middle of June.",
)
LINKS = "<ul><li><a href=/x>Ferry fares rise again</a></li><li><a href=/y>New harbour master named</a></li></ul>"


def headings(middle: str, end: str = "") -> list[str]:
    first, second, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    story = f"<article><h1>Old ferry stays</h1>{first}{second}{middle}{''.join(rest)}{end}</article>"
    dated = '<meta property="article:published_time" content="2026-03-02T08:00:00Z">'
    article = a11ynews.parse(f"<html><head>{dated}</head><body><nav><a href=/>Home</a></nav>{story}</body></html>")
    assert all(text in article.text for text in PARAGRAPHS)
    return [block.text for block in article.body if isinstance(block, Heading)]


def test_the_heading_of_links_that_are_left_out_goes_with_them() -> None:
    assert headings(f"<div class=related><h3>Related</h3>{LINKS}</div>") == []


def test_what_went_is_told_with_its_reason() -> None:
    article = a11ynews.parse(
        f"<article><h1>Old ferry stays</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p>"
        f"<div class=related><h3>Related</h3>{LINKS}</div></article>"
    )
    assert [found.kind for found in article.removed if "Related" in found.text] == ["related"]


def test_a_heading_of_the_story_stays() -> None:
    assert headings("<h2>What the repair costs</h2>") == ["What the repair costs"]


def test_a_heading_over_a_picture_stays() -> None:
    picture = "<figure><img src=/ferry.jpg width=640 height=480 alt='The ferry at the quay'></figure>"
    assert headings(f"<h2>The ferry today</h2>{picture}") == ["The ferry today"]


def test_a_heading_over_another_heading_stays() -> None:
    assert headings("<h2>The repair</h2><h3>What it costs</h3>") == ["The repair", "What it costs"]


def test_words_on_what_is_related_are_a_heading_like_any_other_where_text_follows() -> None:
    assert headings("<h2>Related</h2><p>The bridge to the outer islands, planned for years, was never built.</p>") == [
        "Related"
    ]


def test_a_heading_at_the_end_goes_with_the_links_under_it() -> None:
    assert headings("", end=f"<section><h2>From the archive of the islands</h2>{LINKS}</section>") == []
