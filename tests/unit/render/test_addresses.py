"""Which addresses may stand in a rendering."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ynews.render.addresses import MAX_DATA_CHARS, host_of, safe_image, safe_link


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "http://example.org:8080/a/b?c=d&e=f#g",
        "https://[::1]/x",
        "https://مثال.إختبار/مقال",
        "mailto:desk@example.org?subject=Hello",
        "tel:+44-20-7946-0000",
    ],
)
def test_an_address_that_a_reader_may_follow_is_kept_as_it_is(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x00javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "//example.org/",
        "/path",
        "http:/example.org",
        "http://",
        "http://[",
        "http://a b/",
        'http://a"b/',
        "http://example.org:99999/",
        "https:\\\\example.org",
        "mailto:",
        "tel:<b>",
        "https://example.org/" + "a" * 9000,
    ],
)
def test_anything_else_is_refused(url: str | None) -> None:
    assert safe_link(url) is None


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/Scherm\xadbild.webp?w=5", "https://example.org/Scherm%C2%ADbild.webp?w=5"),
        ("https://example.org/cafe\u0301.jpg", "https://example.org/cafe%CC%81.jpg"),  # composed it is another file
        ("https://example.org/?a=[1]|{2}", "https://example.org/?a=%5B1%5D%7C%7B2%7D"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("\thttps://exam\nple.org/\r\n", "https://example.org/"),
        ("HTTPS://example.org/", "https://example.org/"),
    ],
)
def test_odd_characters_are_encoded(url: str, kept: str) -> None:
    assert safe_link(url) == kept


def test_pictures_come_from_the_web_or_are_raster_data() -> None:
    assert safe_image("data:image/png;base64,AAAA") == "data:image/png;base64,AAAA"
    assert safe_image("data:image/svg+xml;base64,AAAA") is None
    assert safe_image('data:image/png;base64,AA"A') is None
    assert safe_image("data:image/png;base64," + "A" * MAX_DATA_CHARS) is None
    assert safe_image("mailto:a@example.org") is None
    assert safe_link("data:image/png;base64,AAAA") is None


def test_a_host_is_named_for_people() -> None:
    assert host_of("https://www.example.org:80/x") == "example.org"
    assert host_of("mailto:a@example.org") is None


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://a.b/", "mailto:", "tel:", "data:image/png;"]))
def test_what_is_let_through_has_an_allowed_scheme_and_goes_through_unchanged_the_second_time(
    text: str, start: str
) -> None:
    kept = safe_link(start + text)
    if kept is not None:
        assert kept.partition(":")[0].lower() in ("http", "https", "mailto", "tel")
        assert safe_link(kept) == kept
        assert not set(kept) & set('<>" \n\t')
