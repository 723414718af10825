from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.errors import SourceError

pytest.importorskip("httpx", reason="needs the fetch extra: pip install 'a11ynews[fetch]'")

from a11ynews.source.addresses import follow, target_of


@pytest.mark.parametrize(
    ("address", "url", "authority"),
    [
        ("http://news.example", "http://news.example/", "news.example"),
        (" HTTPS://News.Example.:443/a#b\n", "https://news.example/a", "news.example"),
        (
            "http://bücher.example:8080/ä?ö",
            "http://xn--bcher-kva.example:8080/%C3%A4?%C3%B6",
            "xn--bcher-kva.example:8080",
        ),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/", "[2606:4700::1111]"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/", "[2606:4700::1111]:81"),
    ],
)
def test_an_address_has_one_plain_spelling(address: str, url: str, authority: str) -> None:
    target = target_of(address)
    assert target.authority == authority
    assert target_of(target.url) == target
    assert target.url.replace(":443", "") == url


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://127.1/",
            "http://0/",
            "http://0x7f.0.0.1/",
            "http://017700000001/",
            "http://1.2.3/",
            "http://2130706433/",
        ),
        *("http://a\\@b/", "http://a\tb/", "http://a b/", "http://a%41/", "http://a..b/", "http://-/", "http://a_%/"),
        *("http://x:0/", "http://x:65536/", "http://u@x/", "http://:p@x/", "http://@x/", "http://[::1%25lo]/"),
        *("ftp://x/", "javascript:x", "x", "//x/", "http:x", "http://", "http://" + "a." * 200 + "a/"),
    ],
)
def test_an_address_that_can_be_read_in_two_ways_or_in_none_is_refused(address: str) -> None:
    with pytest.raises(SourceError, match="cannot fetch"):
        target_of(address)


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://", "http://news.example", "http://["]))
def test_any_text_is_an_address_or_our_error(text: str, start: str) -> None:
    try:
        target = target_of(start + text)
    except SourceError:
        return
    assert target.scheme in {"http", "https"}
    assert target.url.isascii()
    assert not set(target.path + target.authority) & set(" \r\n\t\x00")
    assert "@" not in target.authority


@given(st.text(max_size=40))
def test_wherever_a_redirect_leads_it_is_an_address_or_our_error(location: str) -> None:
    with suppress(SourceError):
        assert follow(target_of("http://news.example/a"), location).scheme in {"http", "https"}


@pytest.mark.parametrize("location", ["ftp://x/", "http://[", "//u:p@x/", "http://127.1/"])
def test_a_redirect_that_leads_nowhere_names_where_it_began(location: str) -> None:
    with pytest.raises(SourceError, match=r"cannot fetch 'http://news.example/a': it leads to"):
        follow(target_of("http://news.example/a"), location)
