"""The laws of the build: nothing lost, nothing twice, nothing made up."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a11ynews.model.walk import block_pieces
from a11ynews.read.build.conductor import build_body
from a11ynews.read.build.left_out import LeftOut
from a11ynews.tree.page import Page
from a11ynews.tree.parse import parse_page

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
def test_each_kept_character_lands_in_the_blocks_or_is_left_out_with_a_reason_exactly_once(source: str, chance: Random, share: float) -> None:
    page = parse_page(source, url="https://example.org/page")
    kept = bytearray(
        1 if (text or tag in MEDIA) and chance.random() < share else 0
        for tag, text in zip(page.tags, page.texts, strict=True)
    )
    left_out: list[LeftOut] = []
    blocks = build_body(page, kept, left_out=left_out)
    landed = ink("".join(block_pieces(blocks))) + ink("".join(left.text for left in left_out))
    assert landed == ink(kept_text(page, kept))
