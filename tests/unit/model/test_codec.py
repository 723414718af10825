from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from a11ynews.errors import CodecError
from a11ynews.model import article as models
from a11ynews.model import blocks, inlines
from a11ynews.model.article import Article, Metadata
from a11ynews.model.blocks import Block, Heading, List, ListItem, Media, Paragraph, Quote, Table
from a11ynews.model.codec import SCHEMA_VERSION, decode, encode
from a11ynews.model.inlines import Inline, InlineImage, Link, Strong, Text
from a11ynews.model.schema import CLASSES


def said(text: str) -> Paragraph:
    return Paragraph(children=(Text(text=text),))


def data(**fields: object) -> dict[str, object]:
    return {"schema": SCHEMA_VERSION, **fields}


def fault(found: object) -> str:
    with pytest.raises(CodecError) as raised:
        decode(found)
    return str(raised.value)


def nested(depth: int) -> Block:
    block: Block = said("Deep down.")
    for _ in range(depth):
        block = Quote(blocks=(block,))
    return block


def test_defaults_are_left_out_and_classes_named_only_where_there_is_a_choice() -> None:
    body = List(items=(ListItem(blocks=(said("One."),)),), ordered=True)
    assert encode(Article(body=(body,)))["body"] == [
        {
            "type": "List",
            "items": [{"blocks": [{"type": "Paragraph", "children": [{"type": "Text", "text": "One."}]}]}],
            "ordered": True,
        }
    ]


def test_where_and_why_are_written_though_they_do_not_count_for_equality() -> None:
    block = Heading(level=2, children=(Text(text="Then"),), where="p.x", why="bold-paragraph-heading")
    again = decode(encode(Article(body=(block,)))).body[0]
    assert (again.where, again.why) == ("p.x", "bold-paragraph-heading")


def test_times_are_iso_8601_with_their_offset() -> None:
    article = Article(metadata=Metadata(published=datetime(2024, 4, 28, 9, 30, tzinfo=UTC)))
    assert encode(article)["metadata"] == {"published": "2024-04-28T09:30:00+00:00"}


def test_every_class_of_the_model_can_be_written_and_read() -> None:
    unions = {made.__name__ for union in (blocks.Block, inlines.Inline) for made in union.__args__}
    assert unions < set(CLASSES)
    assert {"Article", "Metadata", "Notice", "Removed", "Track"} < set(CLASSES)


def test_an_application_gets_its_own_class() -> None:
    class Mine(Article):
        __slots__ = ()

    assert type(decode(data(), Mine)) is Mine


def test_a_subclass_is_written_as_an_article() -> None:
    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Mine(Article):
        mood: str = "calm"

    assert encode(Mine()) == encode(Article())


def test_lone_surrogates_and_numbers_that_are_none_do_not_get_out() -> None:
    article = Article(metadata=Metadata(title="a\ud800b"), body=(Media(kind="audio", duration_s=float("nan")),))
    written = json.dumps(encode(article), allow_nan=False)
    assert decode(json.loads(written)).title == "a\ufffdb"
    assert '"duration_s": null' in written


@pytest.mark.parametrize("address", ["javascript:alert(1)", "java\tscript:x", "data:text/html,x", "x y:z"])
def test_an_address_beyond_the_allow_list_is_written_as_an_empty_string(address: str) -> None:
    link = Link(href=address, children=(InlineImage(src=address, alt="x"),))
    written = json.dumps(encode(Article(body=(Paragraph(children=(link,)),))))
    assert address not in written
    assert '"href": ""' in written


def test_a_number_that_json_would_spoil_is_refused() -> None:
    with pytest.raises(CodecError, match="2\\*\\*53"):
        encode(Article(body=(Table(rows=(), header_rows=10**5000),)))


def test_nesting_as_deep_as_reading_allows_survives() -> None:
    article = Article(body=(nested(40),))
    assert decode(json.loads(json.dumps(encode(article)))) == article


def test_nesting_beyond_all_measure_is_one_clear_error_on_both_ways() -> None:
    with pytest.raises(CodecError, match="too deeply"):
        encode(Article(body=(nested(5000),)))
    deep: dict[str, Any] = {"type": "Quote", "blocks": []}
    for _ in range(5000):
        deep = {"type": "Quote", "blocks": [deep]}
    assert "deep" in fault(data(body=[deep]))


def test_deep_inlines_are_bounded_too() -> None:
    inline: Inline = Text(text="x")
    for _ in range(5000):
        inline = Strong(children=(inline,))
    with pytest.raises(CodecError):
        encode(Article(body=(Paragraph(children=(inline,)),)))


def test_a_fault_names_its_place() -> None:
    link = {"type": "Link", "href": 5, "children": []}
    first = {"type": "Paragraph", "children": []}
    body = [first, {"type": "Paragraph", "children": [link]}]
    assert fault(data(body=body)) == "body[1].children[0].href: expected str, found int"


@pytest.mark.parametrize(
    ("damaged", "message"),
    [
        (data(body={}), "body: expected a list, found dict"),
        (data(body=["x"]), "body[0]: expected an object, found 'x'"),
        (data(body=[{"type": "RawHtml", "html": "<b>"}]), "body[0]: unknown type 'RawHtml'"),
        (data(body=[{"type": ["Paragraph"]}]), "body[0]: unknown type list"),
        (data(body=[{"type": "Heading", "level": True, "children": []}]), "body[0].level: expected int, found bool"),
        (data(body=[{"type": "Heading", "level": 2.0, "children": []}]), "body[0].level: expected int, found float"),
        (data(body=[{"type": "Heading", "level": 10**5000, "children": []}]), "body[0].level: number beyond 2**53"),
        (data(body=[{"type": "Heading", "children": []}]), "body[0].level: missing"),
        (data(metadata={"title": "x", "nonsense": 1}), "metadata: unknown field 'nonsense'"),
        (data(metadata={"published": "yesterday"}), "metadata.published: expected an ISO 8601 time, found 'yesterday'"),
        (
            data(metadata={"published": "99999-01-01"}),
            "metadata.published: expected an ISO 8601 time, found '99999-01-01'",
        ),
        (data(metadata={"authors": "Ada"}), "metadata.authors: expected a list, found 'Ada'"),
        (data(metadata={"url": "javascript:x"}), "metadata.url: address not allowed: 'javascript:x'"),
        (data(kind="novel"), "kind: expected one of article, "),
        (
            data(body=[{"type": "Media", "kind": "audio", "duration_s": float("inf")}]),
            "body[0].duration_s: expected a finite",
        ),
    ],
)
def test_data_of_any_wrong_shape_are_refused_with_the_place(damaged: object, message: str) -> None:
    assert fault(damaged).startswith(message)


@pytest.mark.parametrize("found", [None, [], "article", 5, float("nan")])
def test_what_is_no_object_is_no_article(found: object) -> None:
    assert fault(found).startswith("not an article: expected an object")


@pytest.mark.parametrize("version", [None, "1", True, 1.0, 2, -1, pytest.param(10**5000, id="huge")])
def test_another_schema_version_is_refused(version: object) -> None:
    assert fault({"schema": version}).startswith(f"schema: expected {SCHEMA_VERSION}")


def test_a_message_never_carries_control_characters_of_the_data() -> None:
    assert "\x1b" not in fault(data(**{"\x1b[2J": 1}))


def test_fields_of_the_article_itself_are_all_there() -> None:
    names = {field.name for field in dataclasses.fields(models.Article)}
    full = encode(Article(kind="gallery", metadata=Metadata(title="x"), body=(said("y"),)))
    assert set(full) <= names | {"schema"}
