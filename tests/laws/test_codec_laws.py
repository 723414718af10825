"""Laws of the codec: nothing is lost on the way to JSON and back, and nothing foreign comes in."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies import LAW, articles, hostile_addresses

from a11ynews.errors import CodecError
from a11ynews.model.article import Article
from a11ynews.model.codec import Json, decode, encode
from a11ynews.render.json import render

pytestmark = pytest.mark.property

_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@LAW
@given(articles())
def test_what_is_decoded_is_what_was_encoded(article: Article) -> None:
    assert decode(encode(article)) == article


@LAW
@given(articles())
def test_an_article_survives_its_json_file_with_where_and_why(article: Article) -> None:
    read_back = decode(json.loads(render(article).text))
    assert read_back == article
    assert encode(read_back) == encode(article)  # where and why do not count for equality


@LAW
@given(articles(links=hostile_addresses, sources=hostile_addresses))
def test_no_active_address_gets_into_json_and_all_of_it_can_be_read_back(article: Article) -> None:
    data = encode(article)
    assert encode(decode(data)) == data


@LAW
@given(articles(), st.data())
def test_any_damage_is_a_codec_error_or_another_article(article: Article, data: st.DataObject) -> None:
    damaged = encode(article)
    _damage(damaged, data)
    with suppress(CodecError):
        assert isinstance(decode(damaged), Article)


@LAW
@given(_anything)
def test_what_is_no_article_is_a_codec_error(found: object) -> None:
    with pytest.raises(CodecError):
        decode(found)


def _damage(data: Json, draw: st.DataObject) -> None:
    """Replace one value somewhere in the data by anything."""
    here: Json = data
    while isinstance(here, dict | list) and here:
        key = draw.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        below = here[key]  # type: ignore[index,call-overload]
        if not (isinstance(below, dict | list) and below) or draw.draw(st.booleans()):
            here[key] = draw.draw(_anything)  # type: ignore[index,call-overload]
            return
        here = below
