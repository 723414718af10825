"""The laws of the build: nothing lost, nothing twice, nothing made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a11ynews.model.blocks import Block, Figure, Heading
from a11ynews.model.walk import block_pieces, iterate_blocks
from a11ynews.read.build.builder import MAX_DEPTH
from a11ynews.read.build.conductor import build_body
from a11ynews.read.build.left_out import REASONS, LeftOut
from a11ynews.tree.page import Page
from a11ynews.tree.parse import Parser, parse_page

MEDIA = frozenset(
    {"img", "picture", "source", "video", "audio", "iframe", "embed", "object", "hr", "svg", "math", "br"}
)

TAGS = """
    p div span b i a ul ol li dl dt dd table tr td th caption thead
    blockquote footer cite figure figcaption img h1 h2 h3 h4 pre code br hr ruby rt sup sub
    q abbr time section aside details summary iframe video math svg mark del kbd picture noscript annotation strong
    em small center address body main script
""".split()  # noqa: SIM905 - a list of sixty strings reads worse

CLASSES = (
    "",
    "",
    "",
    "caption",
    "credit",
    "pullquote",
    "note",
    "warning",
    "admonition",
    "callout",
    "sidebar",
    "gutter",
    "twitter-tweet",
    "footnote",
    "footnotes",
    "katex",
    "katex-mathml",
    "highlight",
    "lineno",
    "correction",
    "wp-caption",
)

words = st.sampled_from(
    [
        "word",
        "a, b",
        " two words ",
        "1",
        "2.",
        "• x",
        "Photo: Me",
        "FILE -",
        "— Someone",
        "Bold line",
        "\n",
        " ",
        "Note",
        "?",
        "\u200b",
        "(PA)",
        "↩",
        "[1]",
    ],
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Any soup of tags: open, closed in the wrong place, never closed."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 40))):
        kind = draw(st.integers(0, 4))
        if kind <= 1:
            parts.append(draw(words))
        elif kind <= 3:
            tag, name = draw(st.sampled_from(TAGS)), draw(st.sampled_from(CLASSES))
            more = draw(
                st.sampled_from(
                    [
                        "",
                        "",
                        ' href="#n1"',
                        ' id="n1"',
                        ' href="/x"',
                        ' src="/a.jpg" alt="A"',
                        ' lang="fr" dir="rtl"',
                        ' colspan="3"',
                        ' rowspan="0"',
                        ' role="note"',
                        ' title="T"',
                        ' start="5"',
                        ' src="https://www.youtube.com/embed/x"',
                    ],
                ),
            )
            parts.append(f'<{tag} class="{name}"{more}>')
        else:
            parts.append(f"</{draw(st.sampled_from(TAGS))}>")
    return "".join(parts)


def ink(text: str) -> Counter[str]:
    """The characters of a text that leave ink."""
    return Counter(c for c in text if not c.isspace() and c not in "\u200b\u200e\u200f\u00ad\u2060\ufeff")


def kept_text(page: Page, kept: bytearray) -> str:
    return "".join(text for text, keep in zip(page.texts, kept, strict=True) if keep)


@pytest.mark.property
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markup(), st.randoms(use_true_random=False), st.sampled_from([0.3, 0.8, 1.0]))
def test_each_kept_character_lands_in_the_blocks_or_is_left_out_with_a_reason_exactly_once(
    source: str, chance: Random, share: float
) -> None:
    page = parse_page(source, url="https://example.org/page")
    kept = bytearray(
        1 if (text or tag in MEDIA) and chance.random() < share else 0
        for tag, text in zip(page.tags, page.texts, strict=True)
    )
    left_out: list[LeftOut] = []
    blocks = build_body(page, kept, left_out=left_out)
    landed = ink("".join(block_pieces(blocks))) + ink("".join(left.text for left in left_out))
    assert landed == ink(kept_text(page, kept))


def everything(source: str) -> tuple[Block, ...]:
    """Build the whole of a page."""
    page = parse_page(source, url="https://example.org/page")
    return build_body(page, bytearray(b"\1") * len(page))


@pytest.mark.property
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markup())
def test_ids_are_unique_and_count_up_in_reading_order(source: str) -> None:
    ids = [block.id for block in iterate_blocks(everything(source)) if block.id]
    assert len(set(ids)) == len(ids)


@pytest.mark.property
@settings(deadline=None)
@given(st.lists(st.sampled_from(["h1", "h2", "h3", "h4", "h5", "h6"]), max_size=12))
def test_heading_levels_start_at_two_and_never_skip(tags: list[str]) -> None:
    blocks = everything("".join(f"<{tag}>Head</{tag}><p>Text</p>" for tag in tags))
    levels = [1, *(block.level for block in blocks if isinstance(block, Heading))]
    assert len(levels) == len(tags) + 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    "tag", ["div", "blockquote", "ul><li", "b", "span lang=fr", "table><tr><td>x<td", "details><summary>s</summary"]
)
def test_a_page_of_any_depth_gives_blocks_of_bounded_depth(tag: str) -> None:
    blocks = everything(f"<{tag}>" * 3000 + "core")
    assert "core" in "".join(block_pieces(blocks))
    assert depth_of(blocks) <= 2 * MAX_DEPTH + 1


def depth_of(blocks: Iterable[object]) -> int:
    """How deep blocks, items and cells are nested."""
    depth = 0
    level: list[object] = list(blocks)
    while level:
        depth += 1
        names = ("blocks", "items", "rows", "cells")
        level = [part for each in level for name in names for part in getattr(each, name, ())]
    return depth


def test_verdicts_for_another_page_are_refused() -> None:
    page = parse_page("<p>One")
    with pytest.raises(ValueError, match="3 verdicts for"):
        build_body(page, bytearray(3))


def test_what_is_not_kept_is_nowhere() -> None:
    page = parse_page(
        "<p>Keep <b>drop</b> this.<ul><li>drop<li>keep</ul><figure><img src=/a.jpg><figcaption>drop</figure>"
    )
    kept = bytearray(1 if text and "drop" not in text else 0 for text in page.texts)
    assert [block.text for block in build_body(page, kept, base_url="https://example.org/")] == ["Keep this.", "keep"]


def test_the_three_parsers_give_the_same_blocks() -> None:
    source = "<h2>Head</h2><p>One <em>two</em>.</p><ul><li>a</li><li>b</li></ul><blockquote><p>c</p></blockquote>"
    parsers: tuple[Parser, ...] = ("lexbor", "lxml", "html5lib")
    pages = [parse_page(source, parser=parser) for parser in parsers]
    bodies = [build_body(page, bytearray(b"\1") * len(page)) for page in pages]
    assert bodies[0] == bodies[1] == bodies[2]


def test_left_out_characters_each_have_a_reason_for_readers() -> None:
    page = parse_page("<p>So<sup id=r><a href='#n'>1</a></sup><ol><li id=n>Why <a href='#r'>↩</a></ol>• a<br>• b")
    left_out: list[LeftOut] = []
    build_body(page, bytearray(b"\1") * len(page), left_out=left_out)
    assert [left.text.strip() for left in left_out] == ["↩", "•", "•"]
    assert all(left.rule in REASONS for left in left_out)


def test_many_short_lists_typed_by_hand_are_many_lists() -> None:
    blocks = everything("• a<br>• b<br>c<br>" * 3000)
    assert len(blocks) == 6000
    assert "".join(block.text for block in blocks) == "a\nbc" * 3000


def test_an_alternative_that_only_says_the_headline_again_is_unknown() -> None:
    page = parse_page('<p><img src="https://a.example/a.jpg" alt="Ferry sails, at last!" width="600" height="400"></p>')
    kept = bytearray(b"\1") * len(page)
    (told,) = build_body(page, kept, title="Ferry sails at last")
    (other,) = build_body(page, kept, title="Ferry sails")
    assert isinstance(told, Figure)
    assert isinstance(other, Figure)
    assert (told.images[0].alt, told.images[0].alt_source) == (None, "none")
    assert other.images[0].alt == "Ferry sails, at last!"


@pytest.mark.parametrize("alt", ["Ada Lovell", "Headshot of Ada Lovell", "Ada Lovell's profile picture"])
def test_a_portrait_beside_the_byline_is_no_picture_of_the_story(alt: str) -> None:
    page = parse_page(f'<p>It rains.</p><img src="https://a.example/a.jpg" alt="{alt}"><p>Again.</p>')
    kept = bytearray(b"\1") * len(page)
    assert [block.text for block in build_body(page, kept, authors=["Ada Lovell"])] == ["It rains.", "Again."]
    assert len(build_body(page, kept, authors=["Ben Scribe"])) == len(build_body(page, kept)) == 3


def test_an_author_in_the_pictures_of_the_story_is_one_of_them() -> None:
    said = '<img src="https://a.example/a.jpg" alt="Ada Lovell at the pier">'
    figure = '<figure><img src="https://a.example/b.jpg" alt="Ada Lovell"><figcaption>She sails.</figcaption></figure>'
    page = parse_page(f"{said}<p>It rains.</p>{figure}")
    assert len(build_body(page, bytearray(b"\1") * len(page), authors=["Ada Lovell"])) == 3
