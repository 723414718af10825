"""Claims from JSON-LD in all its shapes."""

from __future__ import annotations

import json

import pytest

from a11ynews.read.metadata.json_ld import read_json_ld


def claims(*values: object, here: str = "") -> dict[str, list[str]]:
    """Field to values, from scripts given as data."""
    found: dict[str, list[str]] = {}
    for claim in read_json_ld([json.dumps(value) for value in values], frozenset({here} if here else ())).claims:
        found.setdefault(claim.field, []).append(claim.value)
    return found


def story(**fields: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Rain", **fields}


@pytest.mark.parametrize(
    "author",
    [
        "Ada Lovell",
        ["Ada Lovell"],
        {"name": "Ada Lovell"},
        [{"@type": "Person", "name": "Ada Lovell"}],
        {"@type": "Person", "name": ["Ada Lovell"]},
        {"givenName": "Ada", "familyName": "Lovell"},
        {"@list": [{"name": "Ada Lovell"}]},
        [[{"name": " Ada  Lovell "}]],
    ],
)
def test_an_author_may_have_any_shape(author: object) -> None:
    assert claims(story(author=author))["authors"] == ["Ada Lovell"]


def test_a_date_may_be_a_number_and_a_licence_a_node() -> None:
    found = claims(story(datePublished=1714724100, license={"@type": "CreativeWork", "url": "https://cc.example/by"}))
    assert (found["published"], found["licence"]) == (["1714724100"], ["https://cc.example/by"])


def test_references_into_the_graph_are_followed() -> None:
    graph = {"@graph": [story(author={"@id": "#ada"}), {"@type": "Person", "@id": "#ada", "name": "Ada Lovell"}]}
    assert claims(graph)["authors"] == ["Ada Lovell"]


def test_references_in_a_circle_end() -> None:
    graph = {
        "@graph": [
            story(author={"@id": "#a"}),
            {"@id": "#a", "name": {"@id": "#b"}},
            {"@id": "#b", "name": {"@id": "#a"}},
        ]
    }
    assert "authors" not in claims(graph)


def test_types_with_a_prefix_or_in_a_list_count() -> None:
    assert claims({"@type": "http://schema.org/NewsArticle", "headline": "Rain"})["title"] == ["Rain"]
    assert claims({"@type": ["Thing", "schema:BlogPosting"], "headline": "Rain"})["title"] == ["Rain"]


def test_the_node_that_names_this_page_is_the_story() -> None:
    other = story(headline="Snow", datePublished="2024-01-01", url="https://example.org/snow")
    ours = story(mainEntityOfPage={"@id": "https://example.org/rain"})
    assert claims([other, ours], here="https://example.org/rain")["title"] == ["Rain"]


def test_items_of_lists_and_comments_are_not_the_story() -> None:
    page = story(comment=[story(headline="I disagree")], itemListElement=[story(headline="Related")])
    assert claims(page)["title"] == ["Rain"]


def test_the_page_node_speaks_too_but_after_the_story() -> None:
    found = read_json_ld([json.dumps([{"@type": "WebPage", "name": "Rain | Cloud"}, story()])]).claims
    assert [(claim.value, claim.source) for claim in found] == [
        ("Rain", "json-ld"),
        ("Rain | Cloud", "json-ld page name"),
    ]


def test_access_picture_publisher_and_keywords_are_read() -> None:
    found = claims(
        story(
            isAccessibleForFree="False",
            image=[{"url": "https://example.org/a.jpg"}],
            publisher={"name": "The Daily Cloud"},
            keywords=["sky", "water"],
            articleSection=["Weather", "Life"],
            inLanguage={"@type": "Language", "name": "en"},
        )
    )
    assert found["access"] == ["metered"]
    assert found["image"] == ["https://example.org/a.jpg"]
    assert found["site_name"] == ["The Daily Cloud"]
    assert found["tags"] == ["sky", "water"]
    assert found["section"] == ["Weather"]
    assert found["language"] == ["en"]


@pytest.mark.parametrize(
    "wrong", [None, 1, 1.5, True, [], {}, [[]], [None], {"name": 3}, {"@id": 5}, {"@id": []}, [{"name": None}]]
)
def test_wrong_types_anywhere_are_ignored(wrong: object) -> None:
    fields = (
        "headline",
        "author",
        "datePublished",
        "keywords",
        "publisher",
        "image",
        "isAccessibleForFree",
        "mainEntityOfPage",
        "@id",
        "url",
    )
    assert claims({"@type": "NewsArticle", **dict.fromkeys(fields, wrong), "description": "Wet."})["summary"] == [
        "Wet."
    ]
    assert claims({"@type": wrong, "@graph": wrong}) == {}


def test_a_broken_block_is_reported_and_the_next_is_read() -> None:
    read = read_json_ld(["{broken", json.dumps(story())])
    assert [notice.kind for notice in read.notices] == ["json-ld-broken"]
    assert [claim.value for claim in read.claims] == ["Rain"]


def test_entities_and_inline_tags_in_values_are_cleaned() -> None:
    assert claims(story(headline="Rain &amp; <i>wind</i>"))["title"] == ["Rain & wind"]


def test_a_breadcrumb_gives_its_names() -> None:
    trail = {"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": "News"}}, {"name": "Weather"}, 7]}
    assert claims(trail)["crumb"] == ["News", "Weather"]
