"""What the head of a page tells browsers, messengers and machines."""

import json
from datetime import UTC, date, datetime

import html5lib
from fixtures.every_block import every_block

from a11ynews.model.article import Article, Candidate, Metadata
from a11ynews.model.blocks import Image
from a11ynews.render.html import Options, render


def data(text: str) -> dict[str, object]:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    script = tree.find(".//script")
    assert script is not None
    assert script.get("type") == "application/ld+json"
    loaded: dict[str, object] = json.loads(script.text or "")
    return loaded


def properties(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter("meta"):
        if element.get("property"):
            found.setdefault(element.get("property", ""), []).append(element.get("content", ""))
    return found


def test_machines_are_told_what_is_known_in_the_words_of_schema_org() -> None:
    facts = data(render(every_block()).text)
    assert facts["@type"] == "NewsArticle"
    assert facts["headline"] == "Rivers of the north: how a town saved its water"
    assert facts["author"] == [{"@type": "Person", "name": "Ada Writer"}, {"@type": "Person", "name": "Bo Reporter"}]
    assert facts["datePublished"] == "2024-04-28T09:30:00+00:00"
    assert facts["publisher"] == {"@type": "Organization", "name": "The Example Times"}
    assert facts["keywords"] == ["rivers", "fish", "volunteers"]


def test_machines_are_told_nothing_that_is_not_known() -> None:
    assert data(render(Article()).text).keys() == {
        "@context",
        "@type",
        "accessMode",
        "accessibilityFeature",
    }


def test_what_is_claimed_of_the_page_is_so() -> None:
    every = data(render(every_block()).text)["accessibilityFeature"]
    bare = data(render(Article()).text)["accessibilityFeature"]
    assert every == ["readingOrder", "displayTransformability", "structuralNavigation", "tableOfContents", "MathML"]
    assert bare == ["readingOrder", "displayTransformability"]


def test_a_messenger_is_shown_title_picture_and_site() -> None:
    lead = Image(src="https://example.org/a.jpg", alt="A heron.")
    text = render(Article(metadata=Metadata(title="x", site_name="S", lead_image=lead, url="https://e.org/1"))).text
    assert properties(text) == {
        "og:type": ["article"],
        "og:title": ["x"],
        "og:site_name": ["S"],
        "og:url": ["https://e.org/1"],
        "og:image": ["https://example.org/a.jpg"],
        "og:image:alt": ["A heron."],
    }


def test_a_picture_that_is_no_address_of_the_web_is_not_shared() -> None:
    lead = Image(src="javascript:alert(1)", alt="x")
    text = render(
        Article(metadata=Metadata(title="x", lead_image=lead, published=datetime(2024, 1, 2, tzinfo=UTC)))
    ).text
    assert "javascript" not in text
    assert properties(text)["article:published_time"] == ["2024-01-02"]


def test_the_day_of_reading_is_said_if_it_is_given() -> None:
    options = Options(read_on=date(2026, 11, 25))
    text = render(Article(metadata=Metadata(title="x", language="en")), options).text
    assert 'Read on <time datetime="2026-11-25">25 November 2026</time>' in text
    assert "Read on" not in render(Article(metadata=Metadata(title="x", language="en"))).text


def test_a_language_that_was_told_from_the_text_is_said_to_be() -> None:
    claim = Candidate(field="language", value="en", source="small words of the text", chosen=True)
    said = "which language"
    assert said in render(Article(metadata=Metadata(language="en", candidates=(claim,)))).text
    declared = Candidate(field="language", value="en", source="html lang", chosen=True)
    assert said not in render(Article(metadata=Metadata(language="en", candidates=(declared,)))).text
    assert said not in render(Article(metadata=Metadata(language="en", candidates=(declared, claim)))).text
