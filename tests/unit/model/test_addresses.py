from __future__ import annotations

import pytest

from a11ynews.model.addresses import is_link_address, is_media_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "HTTP://example.org",
        "mailto:a@example.org",
        "tel:+49123",
        "#b1",
        "/news",
        "a/b:c",
        "?q=a:b",
        "",
    ],
)
def test_links_may_go_to_the_web_to_mail_to_telephones_and_to_places_nearby(address: str) -> None:
    assert is_link_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:x",
        " \x01javascript:x", "java\nscript:x", "java\x00script:x", "\u00a0javascript:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "1x:y", "javascript&colon;x:", "view-source:http://x",
    ],
)  # fmt: skip
def test_links_go_nowhere_else_however_the_scheme_is_hidden(address: str) -> None:
    assert not is_link_address(address)


def test_pictures_come_from_the_web_or_are_rasters_in_the_address() -> None:
    assert is_media_address("https://example.org/a.png")
    assert is_media_address("data:image/jpeg;base64,/9j/AA==")
    assert not is_media_address("data:image/svg+xml;base64,PHN2Zy8+")
    assert not is_media_address("data:image/png;base64,AA==\n<script>")
    assert not is_media_address("mailto:a@example.org")
