"""Nothing active comes out of the HTML renderer, whatever stands in the article."""

import dataclasses
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import TypeVar, cast

import html5lib
import pytest
from fixtures.allowed_html import faults_seen_by_html5lib, faults_seen_by_lexbor
from fixtures.every_block import every_block
from hypothesis import example, given, settings
from hypothesis import strategies as st

from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Heading, List, ListItem, Paragraph, Quote
from a11ynews.model.inlines import Link, Text
from a11ynews.render.html import Options, Reading, render
from a11ynews.render.html.head import digest_of
from a11ynews.render.html.settings import settings_panel
from a11ynews.render.markup import clean, compose, escape

PAYLOADS = Path(__file__).resolve().parents[4] / "../shared/corpora/hostile-dev/payloads.json"
# Closed sets of the model: their types keep payloads out.
CLOSED = {"kind", "role", "dir", "direction", "scope", "alt_source"}
ADDRESSES = {"href", "src", "url", "cite", "poster", "canonical_url"}
Thing = TypeVar("Thing")


def filled(thing: Thing, change: Callable[[str, str], str]) -> Thing:
    """Return a copy of an article in which every string of every field went through ``change``."""
    if isinstance(thing, tuple):
        return cast("Thing", tuple(filled(part, change) for part in thing))
    if not dataclasses.is_dataclass(thing) or isinstance(thing, type):
        return thing
    changed: dict[str, object] = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if isinstance(value, str) and field.name not in CLOSED:
            changed[field.name] = change(field.name, value)
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            changed[field.name] = tuple(change(field.name, part) for part in value)
        else:
            changed[field.name] = filled(value, change)
    return cast("Thing", dataclasses.replace(thing, **changed))


@cache
def payloads() -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry["payload"] for entry in json.loads(PAYLOADS.read_text(encoding="utf-8"))))


def with_payloads(texts: Sequence[str]) -> Article:
    """An article whose fields hold these texts, in turn."""
    turn = cycle(texts)
    return filled(every_block(), lambda _name, _value: next(turn))


def with_longer_addresses(tail: str) -> Article:
    return filled(every_block(), lambda name, value: value + tail if name in ADDRESSES else value)


needs_payloads = pytest.mark.skipif(not PAYLOADS.exists(), reason="../shared/corpora/hostile-dev is not there")


@pytest.mark.corpus
@needs_payloads
def test_no_payload_becomes_anything_active_in_lexbor() -> None:
    # Three payloads an article, in turn through its fields: each payload is in some sixty of them.
    for number in range(0, len(payloads()), 3):
        page = render(with_payloads(payloads()[number : number + 3]), Options(document=False, show_removed=True))
        assert faults_seen_by_lexbor(page.text) == [], number


@pytest.mark.corpus
@needs_payloads
def test_no_payload_in_any_field_becomes_anything_active_in_html5lib() -> None:
    for payload in payloads()[::97]:
        page = render(with_payloads((payload,)), Options(show_removed=True))
        assert faults_seen_by_html5lib(page.text) == [], payload


@pytest.mark.corpus
@needs_payloads
def test_no_payload_after_a_harmless_start_of_an_address_leaves_the_attribute() -> None:
    for payload in payloads()[::7]:
        article = with_longer_addresses(payload)
        assert faults_seen_by_lexbor(render(article, Options(document=False)).text) == [], payload


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "</style><script>alert(1)</script>",
        "</title><svg onload=alert(1)>",
        "]]><!--<img src=x onerror=alert(1)>-->",
        "\ud800<b\x00>",
        "{names}{0}{date.__class__}",
    ],
)
def test_a_payload_in_every_field_stays_text(payload: str) -> None:
    page = render(with_payloads((payload,)), Options(show_removed=True))
    assert faults_seen_by_html5lib(page.text) == []
    assert faults_seen_by_lexbor(page.text) == []
    assert page.data


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=5, max_size=5))
def test_no_text_in_any_field_becomes_anything_active(texts: list[str]) -> None:
    page = render(with_payloads(texts), Options(show_removed=True))
    assert faults_seen_by_html5lib(page.text) == []


@given(st.text(alphabet=st.characters(), max_size=60))
@example("\u0958")  # a letter of Hindi that no document holds as one character
def test_escaped_text_reads_back_composed_and_without_what_may_not_be_there(text: str) -> None:
    tree = html5lib.parse(f'<body><p title="{escape(text)}">x{escape(text)}', namespaceHTMLElements=False)
    paragraph = tree.find(".//p")
    assert paragraph is not None
    assert "".join(paragraph.itertext()) == "x" + compose(clean(text))
    assert paragraph.get("title") == compose(clean(text))


@given(st.text(alphabet=st.characters(), max_size=60))
def test_cleaned_text_can_always_be_encoded_and_holds_no_control_characters(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", clean(text))
    clean(text).encode()


def test_the_policy_of_the_page_allows_its_own_style_and_nothing_else() -> None:
    text = render(Article()).text
    policy = text.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 2  # the style, and the data for machines
    assert policy.partition("script-src ")[2].partition(";")[0].split() == [digest_of(data_of(text))]


def data_of(text: str) -> str:
    return text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]


def without_our_own(text: str) -> str:
    """The page without its data and without its reading settings, which must be those of every page."""
    panel = settings_panel("en", Reading(), "", kept=False)
    assert text.count(panel) == 1
    return text.replace(panel, "").replace(f'<script type="application/ld+json">{data_of(text)}</script>', "")


ACTIVE = re.compile(r"<(script|iframe|object|embed|form|input|select|option|textarea|button|base|svg)\b")


def test_a_page_holds_no_script_and_no_form() -> None:
    text = render(every_block(), Options(show_removed=True)).text
    assert ACTIVE.search(text)
    assert not ACTIVE.search(without_our_own(text))
    assert not ACTIVE.search(render(every_block(), Options(document=False)).text)


@pytest.mark.parametrize(
    "payload",
    [
        '<input type="radio" name="story-theme" value="theme-dark" checked>',
        '"><select id="story-size"><option value="size-300" selected>',
        '<details class="settings"><label for="story-size">x</label></details>',
    ],
)
def test_a_page_cannot_write_controls_like_ours_nor_choose_for_its_reader(payload: str) -> None:
    text = render(filled(every_block(), lambda name, value: value if name == "language" else payload)).text
    assert not ACTIVE.search(without_our_own(text))


@pytest.mark.parametrize(
    "payload", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\u2028b", "&lt;/script>"]
)
def test_data_for_machines_is_json_that_cannot_end_its_element(payload: str) -> None:
    text = render(with_payloads((payload,))).text
    assert "<" not in data_of(text)
    assert json.loads(data_of(text))["headline"] == payload.strip()


def wordy(count: int) -> Article:
    link = Link(href="https://example.org/a", children=(Text(text="a link & more"),))
    body = tuple(Paragraph(id=f"b{number}", children=(Text(text="Some words. "), link)) for number in range(count))
    return Article(metadata=Metadata(title="x", language="en"), body=body)


def test_twice_the_article_is_twice_the_page_and_not_more() -> None:
    one, two = (len(render(wordy(count), Options(document=False)).text) for count in (500, 1000))
    assert 1.9 < two / one < 2.1


def test_deep_nesting_as_far_as_the_reader_lets_it_through_is_rendered() -> None:
    block: Quote | List | Paragraph = Paragraph(children=(Text(text="the innermost word"),))
    for depth in range(40):
        block = (
            Quote(blocks=(block,))
            if depth % 2
            else List(
                items=(ListItem(blocks=(block, Heading(level=depth % 6 + 1, children=(Text(text="A heading"),)))),)
            )
        )
    text = render(Article(body=(block,))).text
    assert "the innermost word" in text
    assert faults_seen_by_lexbor(text) == []


@pytest.mark.parametrize(
    "hole",
    [
        "<script>1</script>",
        "<p onclick=x>",
        "<a href=javascript:x>",
        "<img src=data:image/svg+xml;base64,AA>",
        "<svg></svg>",
        "<p style=x>",
        "<form>",
        "<script type=module>1</script>",
        "<input type=text name=story-theme>",
        "<input name=q>",
        "<button>x</button>",
        '<link href="javascript:x">',
    ],
)
def test_the_list_of_what_is_allowed_sees_a_hole(hole: str) -> None:
    assert faults_seen_by_lexbor(f"<body>{hole}")
    assert faults_seen_by_html5lib(f"<body>{hole}")
